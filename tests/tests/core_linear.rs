//! Decoding takes time in proportion to the bytes, also when they arrive one
//! by one: counted in instructions, which no other load on the machine changes.

use core::time::Duration;
use std::process::Command;
use std::time::Instant;

use resp_core::{Decoder, Progress};

const SHAPES: [&str; 6] = ["strings", "numbers", "payload", "streamed", "chunks", "attributed"];

/// Instructions to decode a frame of `count` parts fed byte by byte.
fn instructions(shape: &str, count: usize) -> u64 {
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .args([env!("CARGO_BIN_EXE_count_decode"), shape, &count.to_string()])
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
    assert!(printed.starts_with("a frame of"), "{printed}");
    let total = report.lines().find_map(|line| line.split_once("Collected :"));
    total.and_then(|(_, total)| total.trim().parse().ok()).unwrap_or_else(|| panic!("{report}"))
}

#[test]
fn twice_the_bytes_take_twice_the_instructions() {
    const COUNT: usize = 2000;
    for shape in SHAPES {
        let nothing = instructions(shape, 0);
        let once = instructions(shape, COUNT) - nothing;
        let twice = instructions(shape, 2 * COUNT) - nothing;
        println!("{shape}: {once} instructions for {COUNT} parts, {twice} for twice as many");
        assert!(twice * 100 >= once * 198 && twice * 100 <= once * 202, "{shape}: {once}, then {twice}");
    }
}

/// A few seconds in a debug build. If anything were scanned twice, it would
/// take days, so it is given up after a while.
#[test]
#[allow(clippy::disallowed_methods, reason = "only the session is told the time")]
fn sixteen_mebibytes_byte_by_byte() {
    const LEN: usize = 16 << 20;
    let element = b"$8\r\nelement!\r\n";
    let strings =
        [format!("*{}\r\n", LEN / element.len()).as_bytes(), &element.repeat(LEN / element.len())].concat();
    let text = [format!("${LEN}\r\n").as_bytes(), &vec![b'x'; LEN], b"\r\n"].concat();
    let start = Instant::now();
    for input in [strings, text] {
        let mut decoder = Decoder::new();
        for received in 1..input.len() {
            if received % (64 << 10) == 0 {
                assert!(start.elapsed() < Duration::from_secs(120), "{received} bytes so far");
            }
            assert!(matches!(decoder.decode(&input[..received]), Ok(Progress::NeedMore { .. })));
        }
        let is_whole =
            matches!(decoder.decode(&input), Ok(Progress::Frame(frame)) if frame.byte_len() == input.len());
        assert!(is_whole);
    }
}
