#!/usr/bin/env bash
# Runs every fuzz target for a while, from the seeds and what earlier runs found.
set -u -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

usage() {
    cat <<'END'
Usage: fuzz/run.sh [SECONDS]

Runs each fuzz target for SECONDS (default 60). Exit code 1 if one of them
found something; the input is then in fuzz/artifacts.
END
}

case ${1:-60} in
    --help | -h) usage; exit 0 ;;
    *[!0-9]* | "") usage >&2; exit 2 ;;
esac
seconds=${1:-60}

if ! cargo +nightly --version >/dev/null 2>&1; then
    echo "fuzzing needs a nightly toolchain: rustup toolchain install nightly" >&2
    exit 1
fi
if ! cargo fuzz --version >/dev/null 2>&1; then
    echo "fuzzing needs cargo-fuzz: cargo install cargo-fuzz" >&2
    exit 1
fi

failed=""
targets=0
for file in fuzz_targets/*.rs; do
    target=$(basename "$file" .rs)
    targets=$((targets + 1))
    echo "== $target, $seconds s"
    # From here, cargo-fuzz looks for a folder named "fuzz" above.
    (cd .. && cargo +nightly fuzz run "$target" -- -max_total_time="$seconds" -max_len=4096 -print_final_stats=1) ||
        failed="$failed $target"
done

if [ -n "$failed" ]; then
    echo "found something in:$failed"
    exit 1
fi
echo "$targets targets, nothing found"
