//! What the commands of strings answer.

use alloc::vec::Vec;
use core::fmt;
use core::ops::RangeInclusive;

use super::{Fields, without_strings};
use crate::convert::{Arg, ConvertError, FromReply, ToArg};
use crate::frame::Frame;
use crate::marker::Kind;

/// A digest of a string, which stands for the string in a comparison: 64 bits of XXH3.
///
/// Clients that compute it themselves make one of the number.
///
/// ```
/// use resp_core::replies::Digest;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"$16\r\nb6acb9d84a38ff74\r\n")? else { panic!() };
/// let digest = cmd::digest("greeting").decode(reply).unwrap().unwrap();
/// assert_eq!(digest, Digest::from(0xb6ac_b9d8_4a38_ff74));
/// let unless_changed = cmd::set("greeting", "hi").if_deq(digest);
/// # let _ = unless_changed;
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest {
    /// Sixteen digits in lower case, which servers insist on.
    hex: [u8; 16],
}

impl From<u64> for Digest {
    fn from(number: u64) -> Self {
        let digit = |place: u32| b"0123456789abcdef"[(number >> (4 * place) & 0xf) as usize];
        Self { hex: [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map(digit) }
    }
}

impl From<Digest> for u64 {
    fn from(digest: Digest) -> Self {
        let value = |digit: u8| Self::from(if digit <= b'9' { digit - b'0' } else { digit - b'a' + 10 });
        digest.hex.iter().fold(0, |number, &digit| number << 4 | value(digit))
    }
}

impl ToArg for Digest {
    fn to_arg(&self) -> Arg<'_> {
        Arg::bytes(&self.hex)
    }
}

impl FromReply for Digest {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let Some(text) = frame.as_bytes().filter(|_| !frame.is_error()) else {
            return Err(ConvertError::kind("digest", frame));
        };
        match <[u8; 16]>::try_from(text) {
            Ok(hex) if hex.iter().all(u8::is_ascii_hexdigit) => {
                Ok(Self { hex: hex.map(|digit| digit.to_ascii_lowercase()) })
            }
            _ => Err(ConvertError::text("digest")),
        }
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.hex.iter().try_for_each(|&digit| fmt::Write::write_char(f, char::from(digit)))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

/// Where the longest common subsequence of two strings stands in both.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::lcs("a", "b").idx();
/// let mut decoder = Decoder::new();
/// let reply = b"%2\r\n$7\r\nmatches\r\n*1\r\n*2\r\n*2\r\n:4\r\n:7\r\n*2\r\n:5\r\n:8\r\n$3\r\nlen\r\n:4\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let found = command.decode(reply).unwrap();
/// assert_eq!(&"ohmytext"[found.matches[0].first.clone()], "text");
/// assert_eq!(&"mynewtext"[found.matches[0].second.clone()], "text");
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LcsMatches {
    /// Its parts, the last one first.
    pub matches: Vec<LcsMatch>,
    /// The length of the whole, in bytes, also of parts that were left out.
    pub len: u64,
}

/// One part of a common subsequence: the same bytes in both strings.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LcsMatch {
    /// Its bytes in the first string, counted from zero.
    pub first: RangeInclusive<usize>,
    /// Its bytes in the second string.
    pub second: RangeInclusive<usize>,
    /// How many bytes it has, if that was asked for.
    pub len: Option<u64>,
}

without_strings!(Digest, LcsMatches, LcsMatch);

impl FromReply for LcsMatches {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "matches of a common subsequence")?;
        Ok(Self {
            matches: fields.required::<Vec<LcsMatch>>("matches")?,
            len: fields.required::<u64>("len")?,
        })
    }
}

impl FromReply for LcsMatch {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        const EXPECTED: &str = "two ranges";
        if frame.kind() != Kind::Array {
            return Err(ConvertError::kind(EXPECTED, frame));
        }
        let mut parts = frame.children();
        let (Some(first), Some(second)) = (parts.next(), parts.next()) else {
            return Err(ConvertError::len(EXPECTED, frame.len()));
        };
        let len = parts.next().map(u64::from_reply).transpose();
        Ok(Self {
            first: range(first).map_err(|error| error.at_index(0))?,
            second: range(second).map_err(|error| error.at_index(1))?,
            len: len.map_err(|error| error.at_index(2))?,
        })
    }
}

fn range(frame: Frame<'_>) -> Result<RangeInclusive<usize>, ConvertError> {
    <(usize, usize)>::from_reply(frame).map(|(start, end)| start..=end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::ToString;
    use alloc::vec;

    #[test]
    fn digests_are_sixteen_digits() {
        for number in [0, 0xab, 0xb6ac_b9d8_4a38_ff74, u64::MAX] {
            assert_eq!(u64::from(Digest::from(number)), number);
        }
        assert_eq!(Digest::from(0xab).to_arg().as_bytes(), b"00000000000000ab");
        assert_eq!(decode::<Digest>("$16\r\n00000000000000AB\r\n"), Ok(Digest::from(0xab)));
        let error = |wire| decode::<Digest>(wire).unwrap_err().to_string();
        assert_eq!(error("$2\r\nab\r\n"), "reply: expected digest, found other text");
        assert_eq!(error("$16\r\n00000000000000xy\r\n"), "reply: expected digest, found other text");
        assert_eq!(error(":171\r\n"), "reply: expected digest, found integer");
    }

    #[test]
    fn matches_in_both_versions() {
        let parts = |len: &[Option<u64>; 2]| LcsMatches {
            matches: vec![
                LcsMatch { first: 4..=7, second: 5..=8, len: len[0] },
                LcsMatch { first: 2..=3, second: 0..=1, len: len[1] },
            ],
            len: 6,
        };
        for head in ["*4\r\n", "%2\r\n"] {
            let wire = |first: &str, second: &str| {
                [head, "$7\r\nmatches\r\n*2\r\n", first, second, "$3\r\nlen\r\n:6\r\n"].concat()
            };
            let plain = wire(
                "*2\r\n*2\r\n:4\r\n:7\r\n*2\r\n:5\r\n:8\r\n",
                "*2\r\n*2\r\n:2\r\n:3\r\n*2\r\n:0\r\n:1\r\n",
            );
            assert_eq!(decode::<LcsMatches>(&plain), Ok(parts(&[None; 2])));
            let with_lengths = wire(
                "*3\r\n*2\r\n:4\r\n:7\r\n*2\r\n:5\r\n:8\r\n:4\r\n",
                "*3\r\n*2\r\n:2\r\n:3\r\n*2\r\n:0\r\n:1\r\n:2\r\n",
            );
            assert_eq!(decode::<LcsMatches>(&with_lengths), Ok(parts(&[Some(4), Some(2)])));
            let none = [head, "$7\r\nmatches\r\n*0\r\n$3\r\nlen\r\n:0\r\n"].concat();
            assert_eq!(decode::<LcsMatches>(&none), Ok(LcsMatches { matches: vec![], len: 0 }));
        }
    }

    #[test]
    fn other_shapes() {
        let error = |wire: &str| decode::<LcsMatches>(wire).unwrap_err().to_string();
        assert_eq!(error(":6\r\n"), "reply: expected matches of a common subsequence, found integer");
        assert_eq!(
            error("%2\r\n$7\r\nmatches\r\n*1\r\n*1\r\n:1\r\n$3\r\nlen\r\n:0\r\n"),
            "reply.matches[0]: expected two ranges, found 1 elements"
        );
        assert_eq!(
            error(
                "%2\r\n$7\r\nmatches\r\n*1\r\n*2\r\n*2\r\n:-4\r\n:7\r\n*2\r\n:5\r\n:8\r\n$3\r\nlen\r\n:0\r\n"
            ),
            "reply.matches[0][0][0]: expected integer within usize, found other text"
        );
    }
}
