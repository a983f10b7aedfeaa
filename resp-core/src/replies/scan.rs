//! Pages of a scan.

use super::with_strings;
use crate::convert::{Arg, ConvertError, FromReply, ToArg};
use crate::frame::Frame;
use crate::marker::Kind;

/// How far a scan has come: what the next call of SCAN, HSCAN, SSCAN or ZSCAN
/// is to be given.
///
/// Its number means nothing but to the server that made it, and lasts: a scan
/// may be continued later, on another connection.
///
/// ```
/// use resp_core::replies::Cursor;
///
/// let kept = u64::from(Cursor::from(17));
/// assert_eq!(Cursor::from(kept), Cursor::from(17));
/// assert!(Cursor::START.is_finished());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cursor(u64);

impl Cursor {
    /// Where each scan starts.
    pub const START: Self = Self(0);

    /// Whether the server has nothing more to show. The number is that of
    /// [`START`](Self::START) again: look only at what a page says.
    #[inline]
    #[must_use]
    pub const fn is_finished(self) -> bool {
        self.0 == Self::START.0
    }
}

impl From<u64> for Cursor {
    fn from(number: u64) -> Self {
        Self(number)
    }
}

impl From<Cursor> for u64 {
    fn from(cursor: Cursor) -> Self {
        cursor.0
    }
}

impl ToArg for Cursor {
    fn to_arg(&self) -> Arg<'_> {
        self.0.to_arg()
    }
}

/// A number of 64 bits without a sign, which servers send as text.
impl FromReply for Cursor {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let number = match frame.as_bytes().filter(|_| !frame.is_error()) {
            Some(digits) => core::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok()),
            None => match frame.as_i64() {
                Some(number) => u64::try_from(number).ok(),
                None => return Err(ConvertError::kind("cursor", frame)),
            },
        };
        number.map(Self).ok_or_else(|| ConvertError::text("cursor"))
    }
}

/// A part of what a scan finds, and where the next part starts.
///
/// A page may be empty though the scan is not finished, and an item may come
/// more than once.
///
/// ```
/// use resp_core::replies::{Cursor, ScanPage};
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("SCAN").arg(Cursor::START).returning::<ScanPage<Vec<String>>>();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n$2\r\n17\r\n*1\r\n$1\r\na\r\n")? else { panic!() };
/// let page = command.decode(reply).unwrap();
/// assert_eq!((page.cursor, page.items), (Cursor::from(17), vec![String::from("a")]));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ScanPage<T> {
    /// What to give the next call, unless it [is finished](Cursor::is_finished).
    pub cursor: Cursor,
    /// What this part holds, in no order.
    pub items: T,
}

with_strings!(ScanPage);

impl<T: FromReply> FromReply for ScanPage<T> {
    type Out = ScanPage<T::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        if frame.kind() != Kind::Array {
            return Err(ConvertError::kind("scan page", frame));
        }
        let mut parts = frame.children();
        match (parts.next(), parts.next(), parts.next()) {
            (Some(cursor), Some(items), None) => Ok(ScanPage {
                cursor: Cursor::from_reply(cursor).map_err(|error| error.at_index(0))?,
                items: T::from_reply(items).map_err(|error| error.at_index(1))?,
            }),
            _ => Err(ConvertError::len("scan page", frame.len())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convert::{HasStrings, Pairs};
    use crate::replies::tests::decode;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;
    use bytes::Bytes;

    #[test]
    fn pages_of_lists_and_of_pairs() {
        // The same in both versions.
        let page = decode::<ScanPage<Vec<Bytes>>>(
            "*2\r\n$20\r\n18446744073709551615\r\n*2\r\n$1\r\na\r\n$1\r\nb\r\n",
        );
        let page = page.unwrap();
        assert_eq!(page.items, ["a", "b"]);
        assert_eq!((u64::from(page.cursor), page.cursor.is_finished()), (u64::MAX, false));

        type Fields = ScanPage<Pairs<Bytes, Bytes>>;
        let wire = "*2\r\n$1\r\n0\r\n*2\r\n$1\r\na\r\n$3\r\n1.5\r\n";
        let page = decode::<<Fields as HasStrings>::With<f64>>(wire).unwrap();
        assert_eq!(page.items, [(Bytes::from_static(b"a"), 1.5)]);
        let page = decode::<<Fields as HasStrings>::Text>(wire).unwrap();
        assert_eq!(page.items, [(String::from("a"), String::from("1.5"))]);
        assert!(page.cursor.is_finished());
    }

    #[test]
    fn other_shapes() {
        let error = |wire| decode::<ScanPage<Vec<Bytes>>>(wire).unwrap_err().to_string();
        assert_eq!(error("+OK\r\n"), "reply: expected scan page, found simple string");
        assert_eq!(error("*1\r\n$1\r\n0\r\n"), "reply: expected scan page, found 1 elements");
        assert_eq!(error("*2\r\n$2\r\n-1\r\n*0\r\n"), "reply[0]: expected cursor, found other text");
        assert_eq!(error("*2\r\n$1\r\n0\r\n:1\r\n"), "reply[1]: expected array, found integer");
    }

    #[test]
    fn a_cursor_as_an_argument() {
        assert_eq!(Cursor::from(u64::MAX).to_arg().as_bytes(), b"18446744073709551615");
        assert_eq!(Cursor::START.to_arg().as_bytes(), b"0");
    }
}
