//! Words that commands about connections take.

use super::words;
use crate::convert::{Arg, ToArg};

/// Whether something is to be on: made from a `bool`, sent as `ON` or `OFF`.
///
/// ```
/// use resp_core::{ToArg, cmd::OnOff};
///
/// assert_eq!(OnOff::from(true).to_arg().as_bytes(), b"ON");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnOff(bool);

/// Whether something is to be done: made from a `bool`, sent as `YES` or `NO`.
///
/// ```
/// use resp_core::{ToArg, cmd::YesNo};
///
/// assert_eq!(YesNo::from(false).to_arg().as_bytes(), b"NO");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YesNo(bool);

/// What a connection is to the server.
///
/// ```
/// use resp_core::{ToArg, cmd::ClientType};
///
/// assert_eq!(ClientType::Primary.to_arg().as_bytes(), b"MASTER");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClientType {
    /// `NORMAL`: none of the others.
    Normal,
    /// `MASTER`: the primary that the server follows, in the word that all versions know.
    Primary,
    /// `REPLICA`: one that follows the server.
    Replica,
    /// `PUBSUB`: a subscriber.
    PubSub,
}

/// What a connection says of the library that it is made by.
///
/// ```
/// use resp_core::{ToArg, cmd::ClientAttribute};
///
/// assert_eq!(ClientAttribute::LibraryName.to_arg().as_bytes(), b"LIB-NAME");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClientAttribute {
    /// `LIB-NAME`: the library's name.
    LibraryName,
    /// `LIB-VER`: the library's version.
    LibraryVersion,
}

impl From<bool> for OnOff {
    fn from(on: bool) -> Self {
        Self(on)
    }
}

impl From<bool> for YesNo {
    fn from(yes: bool) -> Self {
        Self(yes)
    }
}

impl ToArg for OnOff {
    fn to_arg(&self) -> Arg<'_> {
        Arg::bytes(if self.0 { b"ON" } else { b"OFF" })
    }
}

impl ToArg for YesNo {
    fn to_arg(&self) -> Arg<'_> {
        Arg::bytes(if self.0 { b"YES" } else { b"NO" })
    }
}

words!(ClientType {
    Normal => b"NORMAL",
    Primary => b"MASTER",
    Replica => b"REPLICA",
    PubSub => b"PUBSUB",
});

words!(ClientAttribute {
    LibraryName => b"LIB-NAME",
    LibraryVersion => b"LIB-VER",
});

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn words() {
        let words: Vec<Vec<u8>> = [
            &OnOff::from(true) as &dyn ToArg,
            &OnOff::from(false),
            &YesNo::from(true),
            &YesNo::from(false),
            &ClientType::Normal,
            &ClientType::Primary,
            &ClientType::Replica,
            &ClientType::PubSub,
            &ClientAttribute::LibraryName,
            &ClientAttribute::LibraryVersion,
        ]
        .iter()
        .map(|word| word.to_arg().as_bytes().to_vec())
        .collect();
        assert_eq!(words.join(&b' '), b"ON OFF YES NO NORMAL MASTER REPLICA PUBSUB LIB-NAME LIB-VER");
    }
}
