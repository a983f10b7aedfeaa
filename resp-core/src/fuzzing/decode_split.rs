//! A stream that arrives in pieces.

use super::Choices;
use super::outcome::{limits, of_frames, of_replies, of_tokens};
use crate::decoder::Decoder;

/// Decodes a stream whole and in pieces: the same frames, the same error at the
/// same place. The first bytes choose the cuts.
///
/// # Panics
/// The cuts make a difference.
pub fn decode_split(data: &[u8]) {
    let mut choices = Choices(data);
    let ends = choices.ends();
    let input = choices.0;
    let whole = of_frames(Decoder::with_limits(limits()), input, &[input.len()]);
    let pieces = of_frames(Decoder::with_limits(limits()), input, &ends);
    assert_eq!(pieces, whole, "cuts change the frames");
    assert_eq!(of_replies(input, &ends), whole, "cuts change the replies");
    assert_eq!(of_tokens(input, &ends), of_tokens(input, &[input.len()]), "cuts change the tokens");
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_fuzzer_starts_from() {
        for data in [
            &b""[..],
            b"\x00",
            b"\x03\x01\x02\x03*2\r\n$3\r\nfoo\r\n+\r\n",
            b"\x02\x05\x01$3\r\nabc\rx",
            b"\x09%?\r\n|1\r\n+a\r\n_\r\n+k\r\n=?\r\n;3\r\ntxt\r\n;2\r\n:a\r\n;0\r\n.\r\n",
            b"\x01\x09*2\r\n:1\r\n:x\r\n",
            b"\x0b,-nan\r\n(0012\r\n#f\r\n!0\r\n\r\n~1\r\n>0\r\n",
            b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
        ] {
            super::decode_split(data);
        }
    }
}
