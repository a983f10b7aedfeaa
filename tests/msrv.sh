#!/usr/bin/env bash
# Checks the workspace with the minimum Rust version that Cargo.toml states.
#
# Exit code: 0 checked, 77 not checked (the last line says why), else failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

not_checked() {
    echo "minimum Rust version NOT checked: $1"
    exit 77
}

# Installs the toolchain, unless the user has told rustup to install nothing by
# itself. Bounded, since a machine without a network may wait for ever.
install_toolchain() {
    [ "${RUSTUP_AUTO_INSTALL:-1}" != 0 ] ||
        not_checked "Rust $1 is missing and RUSTUP_AUTO_INSTALL=0; run: rustup toolchain install $1 --profile minimal"
    local limit=""
    ! command -v timeout >/dev/null || limit="timeout 120"
    $limit rustup toolchain install "$1" --profile minimal </dev/null ||
        not_checked "Rust $1 is missing and rustup could not fetch it"
}

version=$(sed -n 's/^rust-version = "\([0-9.]*\)"$/\1/p' Cargo.toml)
case $version in
    *.*.*) ;;
    *.*) version=$version.0 ;;
    *) echo "Cargo.toml states no rust-version"; exit 1 ;;
esac

command -v rustup >/dev/null || not_checked "rustup is missing, which would fetch Rust $version"
rustup run "$version" cargo --version >/dev/null 2>&1 || install_toolchain "$version"

# A directory of its own, or each toolchain would throw away the other's builds.
CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-target}/msrv" \
    exec rustup run "$version" cargo check --workspace --all-targets
