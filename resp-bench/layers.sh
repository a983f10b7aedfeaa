#!/usr/bin/env bash
# What a call takes, layer by layer. docs/performance.md has the tables.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
    cat <<'TEXT'
Usage: resp-bench/layers.sh [--time] WORK TASKS TURNS

  WORK TASKS TURNS  as of resp-bench/examples/call_path.rs

Counts the client's instructions by valgrind; those of the kernel and the server
are not among them. With --time, CPU time of the client, the kernel on its behalf
and the server by perf, in nanoseconds: needs a quiet machine.
TEXT
}

time=false
case ${1:-} in
    --time) time=true; shift ;;
    --help | -h) usage; exit ;;
esac
[ $# -eq 3 ] || { usage >&2; exit 2; }
work=$1 tasks=$2 turns=$3

needed=valgrind
! $time || needed=perf
for tool in $needed addr2line readelf; do
    command -v $tool >/dev/null || { echo "$tool is missing" >&2; exit 1; }
done
export CARGO_PROFILE_RELEASE_DEBUG=line-tables-only
cargo build -q --release -p resp-bench --example call_path
program=$(realpath "${CARGO_TARGET_DIR:-target}/release/examples/call_path")
tmp=$(mktemp -d)
trap 'rm -r "$tmp"' EXIT

# instructions TURNS: "ADDRESS COUNT" of what is in the program, "FUNCTION COUNT" of libraries.
instructions() {
    valgrind --tool=callgrind --dump-instr=yes --dump-line=no --compress-pos=no --compress-strings=no \
        --callgrind-out-file="$tmp/out" "$program" "$work" "$tasks" "$1" >/dev/null 2>&1
    awk -v program="$program" '
        /^ob=/ { inside = substr($0, 4) == program; next }
        /^fn=/ { name = substr($1, 4); next }
        /^calls=/ { getline; next }
        /^0x/ { sum[inside ? $1 : name] += $2 }
        END { for (place in sum) print place, sum[place] }' "$tmp/out" | sort
}

# The same in nanoseconds. What the kernel does is named for the system call.
nanoseconds() {
    local rate=10000 code
    # perf tells places in the file, and addr2line wants those in memory.
    code=$(readelf -lW "$program" | awk '/LOAD.* R E / { print $3, $2 }')
    perf record -q -g -F $rate -o "$tmp/data" "$program" "$work" "$tasks" "$1" >/dev/null 2>&1
    perf script -i "$tmp/data" -F comm,ip,sym,dso 2>/dev/null |
        awk -v program="($program)" -v code="$code" -v each=$((1000000000 / rate)) '
        function number(digits,   value, at) {
            for (at = 1; at <= length(digits); at++)
                value = value * 16 + index("0123456789abcdef", substr(digits, at, 1)) - 1
            return value
        }
        function count() {
            if (place != "") sum[place] += each
            place = ""
        }
        BEGIN { split(code, at, " "); shift = number(substr(at[1], 3)) - number(substr(at[2], 3)) }
        /^[^ \t]/ { count(); comm = $1; frames = 0; next }
        comm == "redis-server" { place = comm }
        comm != "call_path" { next }
        NF > 0 && frames++ == 0 {
            in_kernel = $1 ~ /^ffff/
            place = in_kernel ? "kernel:interrupts" : $NF == program ? sprintf("0x%x", number($1) + shift) : $2
        }
        in_kernel && $2 ~ /^__x64_sys_/ { place = "kernel:" substr($2, 11) }
        END { count(); for (place in sum) print place, sum[place] }' | sort
}

measure=instructions
! $time || measure=nanoseconds
$measure "$turns" >"$tmp/once"
$measure $((turns * 2)) >"$tmp/twice"
# What is done once, such as to connect, falls out of the difference.
join -a 1 -a 2 -e 0 -o 0,1.2,2.2 "$tmp/once" "$tmp/twice" |
    awk -v calls=$((turns * tasks)) '$3 != $2 { printf "%s %.6f\n", $1, ($3 - $2) / calls }' >"$tmp/costs"
awk '/^0x/ { print $1 }' "$tmp/costs" | addr2line -afiC -e "$program" >"$tmp/frames"
awk -f resp-bench/layers.awk "$tmp/costs" "$tmp/frames" | sort -t $'\t' -k 2 -rn |
    awk -F '\t' '
        function show(layer, cost) { printf "%-36s %12.1f\n", layer, cost }
        { show($1, $2); sum += $2 }
        END { show("all", sum) }'
