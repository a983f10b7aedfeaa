#!/usr/bin/env bash
# Compares the public interface of the libraries with docs/api.md, which lists
# it, and checks whose types it names.
#
# Exit code: 0 as listed, 77 not compared (the last line says why), else failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
list=docs/api.md

update=false
case ${1:-} in
    --update) update=true ;;
    "") ;;
    *) echo "Usage: tests/api.sh [--update]     --update rewrites $list"; [ "$1" = --help ]; exit ;;
esac

toolchain=$(rustc --version) || exit
target=${CARGO_TARGET_DIR:-target}
new=$(mktemp) || exit
trap 'rm -f "$new"' EXIT

files=""
for library in resp-core resp-net resp-ffi; do
    [ -d $library ] || continue
    # JSON is not stable yet: the variable lets a stable rustdoc write it.
    RUSTC_BOOTSTRAP=1 cargo rustdoc -p $library --all-features --lib --target-dir "$target/api" -- \
        -Z unstable-options --document-hidden-items --output-format json || exit
    files="$files $target/api/doc/$(echo $library | tr - _).json"
done
cargo build -p tests --bin public_api || exit

{
    echo "# Public interface"
    echo
    echo "All that users can name, with all features: what implements a trait is listed with its type, automatic"
    echo "and blanket implementations are left out, and so are the functions and methods of the commands, which are"
    echo "in docs/commands.md."
    echo
    echo "Written by \`tests/api.sh --update\` with $toolchain."
    "$target/debug/public_api" $files
} >"$new"
status=$?

if [ $status -eq 77 ] && ! grep -qF "with $toolchain." $list; then
    echo "interface NOT compared: $toolchain writes what tests/src/bin/public_api cannot read"
    exit 77
fi
[ $status -eq 0 ] || exit 1
if $update; then
    cp "$new" $list
elif ! diff -u <(grep -v '^Written by' $list) <(grep -v '^Written by' "$new"); then
    echo "the public interface is not what $list says. If that is meant: tests/api.sh --update"
    exit 1
fi
