#!/usr/bin/env bash
# Runs the fuzz targets for a while, from the committed corpus and from what
# earlier runs have found. Written for bash 3.2, which is what macOS has.
set -u -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

usage() {
    cat <<'END'
Usage: fuzz/run.sh [--jobs N] [SECONDS] [TARGET...]

Runs each fuzz target, or only those named, for SECONDS (default 60). Installs
cargo-fuzz if it is missing.

  --jobs N  run N targets side by side (default 1)
  --list    print the targets
  --help    print this text

Inputs that reach something new go to fuzz/corpus-new, those that find
something to fuzz/artifacts; git knows neither. The exit code is 1 if something
was found, 2 if it could not be run.
END
}

all=$(cd fuzz_targets && ls | sed 's/\.rs$//')
jobs=1
seconds=""
targets=""
while [ $# -gt 0 ]; do
    case $1 in
        --jobs) jobs=${2:-}; shift ;;
        --list) echo "$all"; exit 0 ;;
        --one) one=${2:-}; shift ;;
        --help | -h) usage; exit 0 ;;
        -*) usage >&2; exit 2 ;;
        *) if [ -z "$seconds" ]; then seconds=$1; else targets="$targets $1"; fi ;;
    esac
    [ $# -eq 0 ] || shift
done
seconds=${seconds:-60}
case "$seconds $jobs" in
    *[!0-9\ ]*) usage >&2; exit 2 ;;
esac
for target in $targets; do
    [ -f "fuzz_targets/$target.rs" ] && continue
    echo "no target '$target'; there are:" $all >&2
    exit 2
done

# The sanitizer is for nightly toolchains, and works on stable when asked so.
toolchain=""
how="RUSTC_BOOTSTRAP=1 cargo"
if cargo +nightly --version >/dev/null 2>&1; then
    toolchain=+nightly
    how="cargo +nightly"
else
    export RUSTC_BOOTSTRAP=1
fi

# cargo-fuzz looks for a folder named "fuzz" from where it starts.
cargo_fuzz() { (cd .. && cargo $toolchain fuzz "$@"); }

# run_one TARGET: runs it; its output goes to a file.
run_one() {
    local target=$1 dictionary=dictionaries/$1.dict
    [ -f "$dictionary" ] || dictionary=dictionaries/resp.dict
    mkdir -p "corpus-new/$target"
    # New inputs go to the first folder.
    cargo_fuzz run "$target" "fuzz/corpus-new/$target" "fuzz/corpus/$target" -- \
        -max_total_time="$seconds" -max_len=4096 -timeout=20 -dict="fuzz/$dictionary" -print_final_stats=1
}

if [ -n "${one:-}" ]; then
    run_one "$one" >"$logs/$one" 2>&1
    echo $? >"$logs/$one.status"
    exit 0
fi

if ! cargo fuzz --version >/dev/null 2>&1; then
    cargo install cargo-fuzz --locked || exit 2
fi
logs=$(mktemp -d) || exit 2
export logs
trap 'rm -rf "$logs"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if [ -z "$targets" ]; then
    targets=$all
    cargo_fuzz build || exit 2
else
    for target in $targets; do cargo_fuzz build "$target" || exit 2; done
fi
echo "$(echo $targets | wc -w | tr -d ' ') targets, $seconds s each, $jobs at a time"
printf '%s\n' $targets | xargs -n 1 -P "$jobs" ./run.sh "$seconds" --one

found=""
printf '%-16s %12s %10s %8s  %s\n' target runs runs/s corpus result
for target in $targets; do
    log=$logs/$target
    runs=$(awk '/^stat::number_of_executed_units:/ { print $2 }' "$log")
    rate=$(awk '/^stat::average_exec_per_sec:/ { print $2 }' "$log")
    corpus=$(sed -n 's/.* corp: \([0-9]*\)\/.*/\1/p' "$log" | tail -n 1)
    result="nothing found"
    if [ "$(cat "$log.status")" != 0 ]; then
        result="FOUND"
        found="$found $target"
    fi
    printf '%-16s %12s %10s %8s  %s\n' "$target" "${runs:-?}" "${rate:-?}" "${corpus:-?}" "$result"
done
[ -n "$found" ] || exit 0

for target in $found; do
    printf '\n== %s\n' "$target"
    grep -E "panicked at|^assertion|^  left:|^ right:|ERROR:|SUMMARY:" -A 1 "$logs/$target" | head -n 20
    input=$(sed -n 's/.*Test unit written to //p' "$logs/$target" | tail -n 1)
    if [ -n "$input" ]; then
        echo "input:  $input"
        echo "replay: $how fuzz run $target $input"
    else
        tail -n 30 "$logs/$target"
    fi
done
exit 1
