//! A stream that arrives in pieces.

use alloc::vec::Vec;

use super::Choices;
use super::outcome::{limits, of_frames, of_replies, of_tokens};
use crate::decoder::Decoder;

/// Most cuts at places of their own.
const MAX_CUTS: u8 = 8;

/// Decodes a stream whole and in pieces: the same frames, the same error at the
/// same place. The first byte `n` says where the cuts are: up to eight, each a
/// byte's value after the one before; for more, a piece every `n - 8` bytes.
///
/// # Panics
/// The cuts make a difference.
pub fn decode_split(data: &[u8]) {
    let mut choices = Choices(data);
    let ends = match choices.byte() {
        count @ ..=MAX_CUTS => {
            let distances = choices.take(count.into());
            let mut at = 0;
            let cuts = distances.iter().map(|&distance| {
                at = (at + usize::from(distance)).min(choices.0.len());
                at
            });
            cuts.chain([choices.0.len()]).collect()
        }
        more => {
            let step = usize::from(more - MAX_CUTS);
            (1..choices.0.len()).filter(|at| at % step == 0).chain([choices.0.len()]).collect::<Vec<_>>()
        }
    };
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
