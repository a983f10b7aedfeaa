//! Arguments of commands, and what is wrong with them.

use std::borrow::Cow;

/// Words where a command has no place for them.
pub(super) const SYNTAX: &str = "ERR syntax error";

/// A whole number.
///
/// # Errors
/// Redis's text where it is none.
pub(super) fn integer(text: &[u8]) -> Result<i64, Cow<'static, str>> {
    let parsed = core::str::from_utf8(text).ok().and_then(|text| text.parse().ok());
    parsed.ok_or(Cow::Borrowed("ERR value is not an integer or out of range"))
}

/// The name in capitals, or nothing if it is longer than any command's.
pub(super) fn upper_case<'buffer>(name: &[u8], buffer: &'buffer mut [u8; 8]) -> &'buffer [u8] {
    let Some(room) = buffer.get_mut(..name.len()) else { return b"" };
    room.copy_from_slice(name);
    room.make_ascii_uppercase();
    room
}
