//! Decoding takes time in proportion to the bytes, also when they arrive one
//! by one: counted in instructions, which no other load on the machine changes.

use std::process::Command;

/// Instructions to decode an array of `count` bulk strings fed byte by byte.
fn instructions(count: usize) -> u64 {
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .args([env!("CARGO_BIN_EXE_count_decode"), &count.to_string()])
        .output()
        .unwrap_or_else(|error| {
            panic!(
                "cannot run valgrind ({error}); install it: `apt-get install valgrind` (Debian, Ubuntu), \
                 `dnf install valgrind` (Fedora), `apk add valgrind` (Alpine), `pacman -S valgrind` (Arch)"
            )
        });
    let printed = String::from_utf8_lossy(&run.stdout);
    let report = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{report}");
    assert!(printed.starts_with(&format!("{count} elements")), "{printed}");
    let total = report.lines().find_map(|line| line.split_once("Collected :"));
    total.and_then(|(_, total)| total.trim().parse().ok()).unwrap_or_else(|| panic!("{report}"))
}

#[test]
fn twice_the_bytes_take_twice_the_instructions() {
    let nothing = instructions(0);
    let once = instructions(10_000) - nothing;
    let twice = instructions(20_000) - nothing;
    let per_byte = once / (10_000 * 14);
    println!("{once} instructions for 10,000 elements, {twice} for 20,000; {per_byte} a byte");
    assert!(twice * 100 >= once * 190 && twice * 100 <= once * 210, "{once}, then {twice}");
}
