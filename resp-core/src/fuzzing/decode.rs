//! A stream that arrives at once.

use alloc::vec;

use super::outcome::{limits, of_frames, of_replies};
use crate::decoder::Decoder;
use crate::tape::{Node, SliceTape};

/// Decodes a stream onto the heap, onto a slice, and to replies: all the same.
///
/// # Panics
/// They are not.
pub fn decode(input: &[u8]) {
    let at_once = [input.len()];
    let found = of_frames(Decoder::with_limits(limits()), input, &at_once);
    assert_eq!(of_replies(input, &at_once), found, "replies are others than frames");
    // No value takes less than a byte of its own.
    let mut nodes = vec![Node::EMPTY; input.len()];
    let on_a_slice = Decoder::with_tape(SliceTape::new(&mut nodes), limits());
    assert_eq!(of_frames(on_a_slice, input, &at_once), found, "the tape makes a difference");
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_fuzzer_starts_from() {
        for input in [
            &b""[..],
            b"*2\r\n$3\r\nfoo\r\n+\r\n",
            b"$3\r\nabc\rx",
            b"%?\r\n|1\r\n+a\r\n_\r\n+k\r\n=?\r\n;3\r\ntxt\r\n;2\r\n:a\r\n;0\r\n.\r\n",
            b"*2\r\n:1\r\n:x\r\n",
            b",-nan\r\n(0012\r\n#f\r\n!0\r\n\r\n~1\r\n>0\r\n",
            b"\xff\xff",
        ] {
            super::decode(input);
        }
    }
}
