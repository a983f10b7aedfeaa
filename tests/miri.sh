#!/usr/bin/env bash
# Runs the unit tests of resp-core under Miri, which finds undefined behaviour
# in what the crate builds on. Written for bash 3.2, which is what macOS has.
set -eu -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! cargo +nightly miri --version >/dev/null 2>&1; then
    rustup toolchain install nightly --profile minimal --component miri,rust-src
fi
exec cargo +nightly miri test -p resp-core --lib "$@"
