#!/usr/bin/env bash
# Installs what the tests need, then runs every check of the project.
# Written for bash 3.2, which is what macOS has.
set -u -o pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
exec </dev/null

usage() {
    cat <<'END'
Usage: tests/run.sh [--quick] [--only PATTERN]

Installs what the tests need, then runs every check of the project.

  --quick         leave out packaging, fuzzing, other targets, the minimum Rust
                  version and the benchmarks
  --only PATTERN  run only the steps whose name matches this extended regular
                  expression; installation steps are named "install: ..."
  --help          print this text

The last line of the output is "N passed, N failed", followed by ", N skipped"
if something could not be checked. It counts single tests where they are known,
and one for each other step. The exit code is 0 if nothing failed.

RESP_VECTORS names the folder of conformance vectors (default
../shared/vectors); without one, that check does not run.
END
}

quick=false
only=""
while [ $# -gt 0 ]; do
    case $1 in
        --quick) quick=true ;;
        --only) only=${2:?--only needs a pattern}; shift ;;
        --help | -h) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done

tmp=$(mktemp -d) || exit 1
log=$tmp/log
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Output goes through files and pipes, and counts are read from it.
export CARGO_TERM_COLOR=never
vectors=${RESP_VECTORS:-../shared/vectors}

# ---- steps ------------------------------------------------------------------
# The command of a step returns 0 for passed, 77 for "could not be checked" (the
# last line of its output says why), anything else for failed.

passed=0
failed=0
skipped=0
failed_names=""
skipped_reasons=""

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
    bold=$'\e[1m' red=$'\e[31m' green=$'\e[32m' yellow=$'\e[33m' plain=$'\e[0m'
else
    bold="" red="" green="" yellow="" plain=""
fi

clock() { printf '%d:%02d' $(($1 / 60)) $(($1 % 60)); }

# begin NAME: prints the heading, or returns 1 if the step is not wanted.
begin() {
    [ -z "$only" ] || [[ $1 =~ $only ]] || return 1
    started=$SECONDS
    printf '%s[%s] %s%s\n' "$bold" "$(clock $SECONDS)" "$1" "$plain"
}

# finish NAME STATUS PASSED FAILED: prints and counts what came of a step.
finish() {
    local took=$((SECONDS - started))
    passed=$((passed + $3))
    failed=$((failed + $4))
    case $2 in
        0) printf '    %sok%s, %d s\n' "$green" "$plain" $took ;;
        77)
            skipped=$((skipped + 1))
            skipped_reasons="$skipped_reasons    $1: $(tail -n 1 "$log")"$'\n'
            printf '    %sskipped%s: %s\n' "$yellow" "$plain" "$(tail -n 1 "$log")"
            ;;
        *)
            failed_names="$failed_names    $1"$'\n'
            printf '    %sFAILED%s with exit code %d, %d s\n' "$red" "$plain" "$2" $took
            ;;
    esac
}

# step NAME COMMAND...: shows the output only if the command fails, and lines
# that start with "note: " in any case.
step() {
    local name=$1 status=0 beat
    shift
    begin "$name" || return 0
    : >"$log"
    heartbeat &
    beat=$!
    disown $beat
    "$@" >"$log" 2>&1 || status=$?
    # KILL, since a child that has just started still has the traps from above
    # and would remove our folder.
    kill -KILL $beat
    case $status in
        0)
            finish "$name" 0 1 0
            sed -n 's/^note: /    note: /p' "$log"
            ;;
        77) finish "$name" 77 0 0 ;;
        *)
            cat "$log"
            finish "$name" $status 0 1
            ;;
    esac
}

# Tells every 20 seconds that a step is still at work, and at what.
heartbeat() {
    local seconds=0
    while sleep 1 >/dev/null 2>&1; do
        seconds=$((seconds + 1))
        [ $((seconds % 20)) -ne 0 ] || printf '    ... %d s: %s\n' $seconds "$(tail -n 1 "$log")"
    done
}

# test_step NAME COMMAND...: shows the output as it comes and counts the tests.
# Ignored tests count as skipped.
test_step() {
    local name=$1 status counts ignored
    shift
    begin "$name" || return 0
    "$@" 2>&1 | tee "$log"
    status=${PIPESTATUS[0]}
    counts=$(awk '/^test result: / {
        for (i = 2; i <= NF; i++) {
            if ($i == "passed;") passed += $(i - 1)
            if ($i == "failed;") failed += $(i - 1)
            if ($i == "ignored;") ignored += $(i - 1)
        }
    } END { print passed + 0, failed + 0, ignored + 0 }' "$log")
    set -- $counts
    ignored=$3
    # It may also fail without a failed test: it did not compile, or a test
    # brought its whole process down.
    [ "$status" -eq 0 ] || [ "$2" -gt 0 ] || set -- "$1" 1
    finish "$name" "$status" "$1" "$2"
    [ "$ignored" -eq 0 ] || skipped_reasons="$skipped_reasons    $name: $ignored ignored tests"$'\n'
    skipped=$((skipped + ignored))
}

skip() {
    echo "$1"
    return 77
}

has() { command -v "$1" >/dev/null 2>&1; }

# ---- installation -----------------------------------------------------------

# bounded COMMAND...: a machine without a network may wait for ever.
bounded() {
    if has timeout; then timeout 120 "$@"; else "$@"; fi
}

package_manager() {
    local manager
    for manager in apt-get dnf yum pacman apk zypper brew; do
        if has $manager; then
            echo $manager
            return
        fi
    done
}

# package_names MANAGER PROGRAM: the packages that bring the program.
package_names() {
    case $1:$2 in
        apt-get:redis-server) echo redis-server redis-tools ;;
        *:redis-server) echo redis ;;
        apt-get:valkey-server) echo valkey-server ;;
        *:valkey-server) echo valkey ;;
        apt-get:c++ | apk:c++) echo g++ ;;
        dnf:c++ | yum:c++ | zypper:c++) echo gcc-c++ ;;
        pacman:c++) echo gcc ;;
        dnf:ip | yum:ip) echo iproute ;;
        *:ip) echo iproute2 ;;
        *) echo "$2" ;;
    esac
}

# install_command MANAGER PACKAGE...
install_command() {
    local manager=$1
    shift
    case $manager in
        # RUNLEVEL=1 keeps the package from starting its server.
        apt-get) echo env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ;;
        dnf | yum) echo "$manager" install -y "$@" ;;
        pacman) echo pacman -Sy --noconfirm --needed "$@" ;;
        apk) echo apk add --no-cache "$@" ;;
        zypper) echo zypper --non-interactive install "$@" ;;
        brew) echo brew install "$@" ;;
    esac
}

# install_program PROGRAM: nothing to do if it is on PATH.
install_program() {
    local manager command root=""
    has "$1" && return
    manager=$(package_manager)
    if [ -z "$manager" ]; then
        echo "$1 is missing and no known package manager is here: install it and put it on PATH"
        return 1
    fi
    command=$(install_command "$manager" $(package_names "$manager" "$1"))
    [ "$manager" = brew ] || [ "$(id -u)" -eq 0 ] || root="sudo -n"
    if [ -n "$root" ] && ! $root true 2>/dev/null; then
        echo "$1 is missing and only root may install it. Run this, then start again:"
        echo "    sudo $command"
        return 1
    fi
    [ "$manager" != apt-get ] || $root apt-get update || echo "apt-get update failed; the old lists may do"
    $root $command
    has "$1" && return
    echo "$1 is still missing. Install it in another way and put it on PATH; tried: $root $command"
    return 1
}

# A second server: commands of its own, and the shared ones answered by other code.
install_valkey() {
    install_program valkey-server && return
    install_from_backports valkey-server && return
    skip "valkey-server is not to be had here; the tests that want it pass without it"
}

# install_from_backports PROGRAM: Debian brings later programs to a release in a
# suite that is off by default. It is on for this one installation only.
install_from_backports() {
    local suite root="" parts=$tmp/apt
    [ "$(package_manager)" = apt-get ] || return
    suite=$(. /etc/os-release && [ "$ID" = debian ] && echo "$VERSION_CODENAME") || return
    [ "$(id -u)" -eq 0 ] || root="sudo -n"
    cp -R /etc/apt/sources.list.d "$parts" && backports_sources "$suite" "$parts" || return
    set -- $(install_command apt-get -t "$suite-backports" $(package_names apt-get "$1")) -o Dir::Etc::sourceparts="$parts"
    bounded $root apt-get update -o Dir::Etc::sourceparts="$parts" && $root "$@" && has valkey-server
}

# backports_sources SUITE DIRECTORY: writes the backports of each source of the
# suite, from the same place and signed by the same key, in both forms there are.
backports_sources() {
    awk -v RS= -v suite="$1" '$0 ~ "(^|\n)Suites:([^\n]* )?" suite "( |\n|$)" {
        sub(/Suites:[^\n]*/, "Suites: " suite "-backports")
        print $0 "\n"
    }' "$2"/*.sources >"$2/own.sources"
    sed -n "s/^\(deb .*\) $1 /\1 $1-backports /p" /etc/apt/sources.list "$2"/*.list >"$2/own.list"
    [ -s "$2/own.sources" ] || [ -s "$2/own.list" ]
}

install_valgrind() {
    [ "$(uname -s)" = Linux ] || skip "instruction counts need valgrind, which is installed on Linux only" || return
    install_program valgrind
}

install_compiler() {
    if ! has c++ && [ "$(uname -s)" = Darwin ]; then
        echo "the C++ compiler is missing. Run this, then start again: xcode-select --install"
        return 1
    fi
    install_program c++
}

# Formatting and lints.
install_rust_tools() {
    cargo fmt --version && cargo clippy --version && return
    has rustup || skip "rustfmt or clippy is missing, and so is rustup, which would install them" || return
    bounded rustup component add rustfmt clippy || skip "rustup could not fetch rustfmt and clippy"
}

install_cargo_fuzz() {
    cargo fuzz --version && return
    bounded cargo install cargo-fuzz --locked || skip "cargo could not install cargo-fuzz"
}

# install_target TARGET
install_target() {
    has_target "$1" && return
    has rustup || skip "the standard library for $1 is missing, and so is rustup, which would install it" || return
    bounded rustup target add "$1" || skip "rustup could not fetch the standard library for $1"
}

has_target() { [ -d "$(rustc --print target-libdir --target "$1" 2>/dev/null)" ]; }

# ---- checks -----------------------------------------------------------------

# cargo_tool SUBCOMMAND ARGUMENTS...: fmt or clippy, if it is there.
cargo_tool() {
    cargo "$1" --version >/dev/null 2>&1 || skip "cargo $1 is missing; run: rustup component add rustfmt clippy" || return
    cargo "$@"
}

clippy() { cargo_tool clippy "$@" -- -D warnings; }

# for_target TARGET CARGO-ARGUMENTS...
for_target() {
    local target=$1
    shift
    has_target "$target" || skip "the standard library for $target is missing; run: rustup target add $target" || return
    cargo "$@" --target "$target"
}

# Prints the crates that a member needs to run, one name a line.
runtime_crates() { cargo tree -e normal --prefix none "$@" | awk 'NF { print $1 }' | sort -u; }

check_core_dependencies() {
    local three='memchr|itoa|bytes'
    local macros='resp-derive|syn|quote|proc-macro2|unicode-ident'
    core_needs_only "$three" --features std,bytes &&
        core_needs_only "$three|$macros" --features derive &&
        core_needs_only "$three|serde|serde_core" --features serde &&
        core_needs_only "$three|serde|serde_core|serde_json|zmij" --features json &&
        core_needs_only "$three|tokio-util|tokio|futures-(core|sink)|pin-project-lite|libc" --features tokio-util
}

# core_needs_only PATTERN CARGO-ARGUMENTS...
core_needs_only() {
    local crates extra allowed=$1
    shift
    crates=$(runtime_crates -p resp-core "$@") || return
    extra=$(echo "$crates" | grep -vxE "resp-core|$allowed")
    [ -z "$extra" ] && return
    echo "resp-core with $* depends on more than ${allowed//|/, }:" $extra
    return 1
}

check_net_dependencies() {
    net_needs_at_most 14 && net_needs_at_most 11 --no-default-features --features mio &&
        net_needs_at_most 28 --features tls
}

# net_needs_at_most COUNT CARGO-ARGUMENTS...
net_needs_at_most() {
    local crates count most=$1
    shift
    crates=$(runtime_crates -p resp-net "$@") || return
    count=$(echo "$crates" | wc -l)
    echo "resp-net with ${*:-its default features} is $((count)) crates:" $crates
    [ "$count" -le "$most" ] && return
    echo "at most $most are allowed"
    return 1
}

check_no_unsafe() {
    local file status=0
    for file in resp-core/src/lib.rs resp-net/src/lib.rs; do
        grep -qxF '#![forbid(unsafe_code)]' $file && continue
        echo "$file has no #![forbid(unsafe_code)]"
        status=1
    done
    return $status
}

# Builds each package from its archive, so a file that was left out is noticed.
# cargo keeps what it unpacked and built under the package's version, so a second run in
# the same place would build against the first run's archive: hence a home and a target of
# its own, which borrow only the downloads. Offline: the steps before have fetched them.
check_packages() {
    local home=${CARGO_HOME:-$HOME/.cargo} own entry status=0
    mkdir -p "${CARGO_TARGET_DIR:-target}/package-check"
    own=$(cd "${CARGO_TARGET_DIR:-target}/package-check" && pwd)
    rm -rf "${own:?}"/*
    mkdir -p "$own/home/registry"
    for entry in config.toml registry/index registry/cache; do
        if [ -e "$home/$entry" ]; then ln -s "$home/$entry" "$own/home/$entry"; fi
    done
    CARGO_HOME=$own/home cargo package --workspace --allow-dirty --offline \
        --target-dir "$own/target" || status=$?
    rm -rf "${own:?}"
    return $status
}

# The only library crate with unsafe code; its buffer has none and is slow there.
check_miri() {
    cargo +nightly miri --version >/dev/null 2>&1 ||
        skip "Miri is missing; run: rustup toolchain install nightly --component miri,rust-src" || return
    cargo +nightly miri setup || skip "Miri's standard library could not be built" || return
    cargo +nightly miri test -p resp-ffi --lib -- --skip buffer::
}

check_fuzz() {
    has c++ || skip "the fuzz targets need a C++ compiler, and c++ is missing" || return
    cargo check --manifest-path fuzz/Cargo.toml
}

# Long enough to notice a target that finds something at once or does not run.
run_fuzz() {
    has c++ || skip "the fuzz targets need a C++ compiler, and c++ is missing" || return
    cargo fuzz --version >/dev/null 2>&1 || skip "fuzzing needs cargo-fuzz; run: cargo install cargo-fuzz --locked" || return
    fuzz/run.sh --jobs 2 5
}

check_comparison() {
    cargo run --release -p resp-bench -- --quick --html "$tmp/report.html" --json "$tmp/report.json" || return
    [ -s "$tmp/report.html" ] && [ -s "$tmp/report.json" ] && return
    echo "the comparison ended well but did not write both reports"
    return 1
}

# redis-py beside ours, in an environment that the command makes; a few of the cells, for the shortest time.
check_articles() {
    has python3 || skip "the articles' measurements need python3, which is missing" || return
    cargo run --release -p resp-bench -- articles --quick --seconds 0.02 --rounds 1 --server embedded \
        --filter claim-pipeline-100,burst,single-lpush --python "$tmp/python" \
        --json "$tmp/articles.json" --html "$tmp/articles.html" || return
    grep -q '"complete": true' "$tmp/articles.json"
}

check_vectors() {
    has python3 || skip "the conformance vectors need python3, which is missing" || return
    cargo build --release -p tests --bin conformance || return
    python3 "$vectors/check.py" --disputed --strict-class -- "${CARGO_TARGET_DIR:-target}/release/conformance"
}

# ---- the run ----------------------------------------------------------------

install_all() {
    step "install: redis-server" install_program redis-server
    step "install: valkey-server" install_valkey
    step "install: valgrind" install_valgrind
    [ "$(uname)" != Linux ] || step "install: ip" install_program ip
    step "install: C++ compiler" install_compiler
    step "install: rustfmt and clippy" install_rust_tools
    $quick && return
    [ ! -f fuzz/Cargo.toml ] || step "install: cargo-fuzz" install_cargo_fuzz
    local target
    for target in thumbv7em-none-eabi x86_64-pc-windows-gnu aarch64-apple-darwin; do
        step "install: target $target" install_target $target
    done
}

read_sources() {
    step "format: workspace" cargo_tool fmt --all --check
    [ ! -f fuzz/Cargo.toml ] || step "format: fuzz" cargo_tool fmt --manifest-path fuzz/Cargo.toml --check
    step "lint: workspace" clippy --workspace --all-targets
    step "lint: resp-core without features" clippy -p resp-core --no-default-features
    step "lint: resp-core with alloc" clippy -p resp-core --no-default-features --features alloc
    step "lint: resp-net without features" clippy -p resp-net --no-default-features
    step "lint: resp-net with mio alone" clippy -p resp-net --no-default-features --features mio --all-targets
    # Also the only check of what is built on request, such as the other clients
    # of the comparison.
    step "lint: all features" clippy --workspace --all-targets --all-features
    step "dependencies: resp-core" check_core_dependencies
    step "dependencies: resp-net" check_net_dependencies
    step "no unsafe code" check_no_unsafe
}

# The documentation tests of a library come with its other tests. Its examples
# use the heap, so they are left out where there is none.
run_tests() {
    test_step "test: workspace" cargo test --no-fail-fast --workspace
    test_step "test: resp-core without features" cargo test --no-fail-fast -p resp-core --no-default-features --lib --tests
    test_step "test: resp-core with alloc" cargo test --no-fail-fast -p resp-core --no-default-features --features alloc --lib --tests
    test_step "test: resp-net without features" cargo test --no-fail-fast -p resp-net --no-default-features
    test_step "test: resp-net with mio alone" cargo test --no-fail-fast -p resp-net --no-default-features --features mio --lib
    # The tests crate has all that servers are needed for; its run is the first one.
    test_step "test: all features" cargo test --no-fail-fast -p resp-core -p resp-net --all-features
    test_step "test: beside other clients" cargo test --no-fail-fast -p resp-bench --features peers
    [ ! -f "$vectors/check.py" ] || [ ! -f tests/src/bin/conformance/main.rs ] ||
        step "test: conformance vectors" check_vectors
}

build_the_rest() {
    step "documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --all-features
    step "documentation: resp-net without features" env RUSTDOCFLAGS="-D warnings" cargo doc -p resp-net --no-deps --no-default-features
    step "documentation: resp-net with mio alone" env RUSTDOCFLAGS="-D warnings" cargo doc -p resp-net --no-deps --no-default-features --features mio
    step "public interface" ./tests/api.sh
    [ ! -f fuzz/Cargo.toml ] || step "fuzz targets" check_fuzz
    $quick && return
    if [ -f fuzz/Cargo.toml ]; then
        test_step "fuzz: other parsers" cargo test --manifest-path fuzz/Cargo.toml --lib
        step "fuzz: five seconds each" run_fuzz
    fi
    local bare=thumbv7em-none-eabi
    step "bare metal: resp-core without features" for_target $bare build -p resp-core --no-default-features
    step "bare metal: resp-core with alloc" for_target $bare build -p resp-core --no-default-features --features alloc
    step "bare metal: resp-net without features" for_target $bare build -p resp-net --no-default-features
    step "other system: Windows" for_target x86_64-pc-windows-gnu check --workspace
    step "other system: macOS" for_target aarch64-apple-darwin check --workspace
    step "minimum Rust version" ./tests/msrv.sh
    step "Miri: resp-ffi" check_miri
    step "packages" check_packages
    step "instructions of the hot paths" ./tests/instructions.sh
    step "benchmarks: comparison" check_comparison
    step "benchmarks: articles" check_articles
    # Criterion's test mode: every benchmark runs once, nothing is measured.
    step "benchmarks: criterion" cargo bench -p resp-bench -- --test
}

install_all
read_sources
run_tests
build_the_rest

printf '%s[%s] summary%s\n' "$bold" "$(clock $SECONDS)" "$plain"
[ -z "$skipped_reasons" ] || printf 'skipped:\n%s' "$skipped_reasons"
[ -z "$failed_names" ] || printf 'failed:\n%s' "$failed_names"
if [ $((passed + failed + skipped)) -eq 0 ]; then
    echo "no step matches '$only'"
    failed=1
fi
summary="$passed passed, $failed failed"
[ $skipped -eq 0 ] || summary="$summary, $skipped skipped"
echo "$summary"
[ $failed -eq 0 ]
