#!/usr/bin/env bash
# Prints how many lines of each file the committed corpus reaches, and fails
# where the core of the decoder is below 95 %. Needs no nightly toolchain.
set -eu -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
    cat <<'END'
Usage: fuzz/coverage.sh [--lines FILE]

Runs the bodies of the fuzz targets over fuzz/corpus and prints the lines that
were reached, file by file. Installs llvm-tools by rustup if they are missing.

  --lines FILE  print this source file instead, with a count before each line
  --help        print this text

Exit code 1 if token.rs, number.rs, quick.rs or decoder.rs is below 95 %.
END
}

lines=""
while [ $# -gt 0 ]; do
    case $1 in
        --lines) lines=${2:?--lines needs a file}; shift ;;
        --help | -h) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done

tools=$(rustc --print target-libdir)/../bin
[ -x "$tools/llvm-cov" ] || rustup component add llvm-tools
if [ ! -x "$tools/llvm-cov" ]; then
    echo "llvm-cov is missing in $tools; run: rustup component add llvm-tools" >&2
    exit 2
fi

folder=${CARGO_TARGET_DIR:-target}/coverage
rm -rf "$folder/profiles"
mkdir -p "$folder/profiles"
export CARGO_TARGET_DIR=$folder RUSTFLAGS="-C instrument-coverage ${RUSTFLAGS:-}"
export LLVM_PROFILE_FILE=$folder/profiles/%p-%m.profraw
run() { cargo test -p tests --test fuzz_corpus --test fuzz_limits "$@"; }
run --no-run --message-format json >"$folder/build.json"
run --quiet
# The first one without an option, the others with one.
programs=$(sed -n 's/.*"executable":"\([^"]*\)".*/--object \1/p' "$folder/build.json" | sed '1s/--object //')
"$tools/llvm-profdata" merge -sparse "$folder"/profiles/*.profraw -o "$folder/all.profdata"

if [ -n "$lines" ]; then
    exec "$tools/llvm-cov" show --instr-profile "$folder/all.profdata" $programs --show-instantiations=false "$lines"
fi
"$tools/llvm-cov" report --instr-profile "$folder/all.profdata" $programs \
    --show-region-summary=false --show-branch-summary=false \
    $(find "$PWD/resp-core/src" "$PWD/resp-net/src" -name '*.rs' ! -path '*/fuzzing/*') >"$folder/report"

# Name, functions, missed, reached, lines, missed, reached. What is not reached
# at all is not the targets' part.
sort "$folder/report" | awk '
    $1 ~ /\.rs$/ && $5 > $6 {
        printf "%-36s %6d of %6d lines %8s\n", $1, $5 - $6, $5, $7
        name = $1
        sub(/.*\//, "", name)
        if ($1 ~ /(^|\/)(token|number|quick|decoder)\.rs$/ && $1 !~ /request/) {
            seen++
            if ($7 + 0 < 95) low = low " " $1
        }
    }
    END {
        if (seen != 4) { print "not all of the four files are there"; exit 1 }
        if (low) { print "below 95 %:" low; exit 1 }
    }
' "$folder/report"
