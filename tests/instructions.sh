#!/usr/bin/env bash
# Counts the instructions of the hot paths and compares them with those in
# tests/instructions.tsv. Other load on the machine does not change the counts.
#
# Exit code: 0 no path takes 5 % more, 77 not compared (the last line says why),
# else failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
record=tests/instructions.tsv

usage() {
    cat <<'TEXT'
Usage: tests/instructions.sh [--update]

  --update  rewrite tests/instructions.tsv with the counts of this machine

A count is of one value: the difference between 5 and 10 passes over a path,
divided by 5 and by the values of a pass. They depend on the compiler: if it is
not the one of the record, 20 % more are allowed instead of 5 %.
TEXT
}

update=false
case ${1:-} in
    --update) update=true ;;
    "") ;;
    --help | -h) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
esac

not_compared() {
    echo "instructions NOT compared: $1"
    exit 77
}

# Vector instructions change which of its searches memchr takes.
machine() {
    local vectors=""
    ! grep -qw avx2 /proc/cpuinfo 2>/dev/null || vectors=" with avx2"
    echo "$(rustc -vV | sed -n 's/^host: //p')$vectors"
}

# total PATH PASSES: instructions of the whole program.
total() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$1" "$2" 2>&1 |
        sed -n 's/.*Collected : *//p'
}

# Prints "PATH<tab>COUNT" for each path.
count_all() {
    local path values once twice
    "$program" | while read -r path values; do
        once=$(total "$path" 5) twice=$(total "$path" 10)
        if [ -z "$once" ] || [ -z "$twice" ]; then
            echo "$path does not run under valgrind" >&2
            return 1
        fi
        awk -v path="$path" -v count=$((twice - once)) -v values="$values" \
            'BEGIN { printf "%s\t%.1f\n", path, count / 5 / values }'
    done
}

# compare PERCENT: the record with counts on standard input.
compare() {
    awk -F '\t' -v percent="$1" '
        FNR == NR { if (NF == 2) old[$1] = $2; next }
        !($1 in old) { printf "%-32s %8.1f, not in the record\n", $1, $2; unknown++; next }
        {
            change = ($2 / old[$1] - 1) * 100
            printf "%-32s %8.1f, was %8.1f, %+.1f %%\n", $1, $2, old[$1], change
            if (change > percent) more = more " " $1
            if (change < -percent) fewer = fewer " " $1
            delete old[$1]
        }
        END {
            for (path in old) { printf "%-32s is in the record and gone\n", path; unknown++ }
            if (more) print "over " percent " % more instructions:" more
            if (unknown) print "the record is of other paths"
            if (fewer) print "note: over " percent " % fewer instructions:" fewer "; record them: tests/instructions.sh --update"
            exit more != "" || unknown
        }' "$record" -
}

command -v valgrind >/dev/null || not_compared "valgrind is missing; install the package of that name"
cargo build --release -p tests --bin hot_paths || exit
program=${CARGO_TARGET_DIR:-target}/release/hot_paths
machine=$(machine)
compiler=$(rustc --version)

counts=$(count_all) || exit

# A function of its own may cost no command more than the raw form does.
echo "$counts" | awk -F '\t' '
    { count[$1] = $2 }
    END {
        for (path in count) {
            raw = path
            if (sub("call-typed/", "call-raw/", raw) && count[path] > 1.02 * count[raw]) {
                printf "%s takes %.1f, the raw form %.1f\n", path, count[path], count[raw]
                more = 1
            }
        }
        exit more
    }' || exit
if $update; then
    {
        echo "# Instructions per value. Written by tests/instructions.sh --update."
        echo "# machine: $machine"
        echo "# compiler: $compiler"
        echo "$counts"
    } >$record
    echo "$counts"
    exit
fi

recorded_machine=$(sed -n 's/^# machine: //p' $record)
if [ "$machine" != "$recorded_machine" ]; then
    echo "$counts"
    not_compared "this is $machine, the record is of $recorded_machine"
fi
percent=5
if [ "$compiler" != "$(sed -n 's/^# compiler: //p' $record)" ]; then
    percent=20
    echo "this is $compiler, the record is of another compiler: $percent % more are allowed"
fi
echo "$counts" | compare $percent
