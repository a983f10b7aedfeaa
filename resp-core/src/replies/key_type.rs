//! What keys hold, and how.

use alloc::boxed::Box;
use core::fmt;

use super::without_strings;
use crate::convert::{Arg, ConvertError, FromReply, ToArg};
use crate::frame::Frame;

/// What type of value a key holds.
///
/// ```
/// use resp_core::cmd;
/// use resp_core::replies::{Cursor, KeyType};
///
/// let streams = cmd::scan(Cursor::START).of_type(KeyType::Stream);
/// let series = cmd::scan(Cursor::START).of_type(KeyType::Other("TSDB-TYPE".into()));
/// # let _ = (streams, series);
/// assert_eq!(KeyType::SortedSet.as_str(), "zset");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyType {
    /// `none`: there is no such key.
    None,
    /// `string`: bytes, also those that are a number, bits or a HyperLogLog.
    String,
    /// `list`
    List,
    /// `set`
    Set,
    /// `zset`: a sorted set, also one of places.
    SortedSet,
    /// `hash`
    Hash,
    /// `stream`
    Stream,
    /// `vectorset`
    VectorSet,
    /// `ReJSON-RL`: a JSON document.
    Json,
    /// Another type, such as a module's, by its name at the server.
    Other(Box<str>),
}

/// In which form a server keeps what a key holds.
///
/// ```
/// use resp_core::replies::Encoding;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"$8\r\nlistpack\r\n")? else { panic!() };
/// let encoding = cmd::object_encoding("queue").decode(reply).unwrap();
/// assert_eq!(encoding, Some(Encoding::ListPack));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// `raw`: a string.
    Raw,
    /// `embstr`: a short string, in one piece with what describes it.
    EmbStr,
    /// `int`: a string that is an integer.
    Int,
    /// `listpack`: few and short elements, in one piece.
    ListPack,
    /// `listpackex`: such a hash whose fields may expire.
    ListPackEx,
    /// `quicklist`: a list of such pieces.
    QuickList,
    /// `hashtable`: a set or hash.
    HashTable,
    /// `intset`: a set of integers.
    IntSet,
    /// `skiplist`: a sorted set.
    SkipList,
    /// `stream`
    Stream,
    /// Another form, such as `ziplist` of old servers, by its name at the server.
    Other(Box<str>),
}

/// The names of an enum's variants at the server; `Other` keeps any other.
macro_rules! named {
    ($type:ident, $what:literal: $($variant:ident $name:literal),* $(,)?) => {
        impl $type {
            /// Its name at the server.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Other(name) => name,
                }
            }
        }

        impl FromReply for $type {
            type Out = Self;

            fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
                match frame.as_str().filter(|_| !frame.is_error()) {
                    $(Some($name) => Ok(Self::$variant),)*
                    Some(name) => Ok(Self::Other(name.into())),
                    None => Err(ConvertError::kind($what, frame)),
                }
            }
        }

        impl ToArg for $type {
            fn to_arg(&self) -> Arg<'_> {
                Arg::bytes(self.as_str().as_bytes())
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

named!(KeyType, "type of a key":
    None "none", String "string", List "list", Set "set", SortedSet "zset", Hash "hash", Stream "stream",
    VectorSet "vectorset", Json "ReJSON-RL",
);

named!(Encoding, "encoding":
    Raw "raw", EmbStr "embstr", Int "int", ListPack "listpack", ListPackEx "listpackex",
    QuickList "quicklist", HashTable "hashtable", IntSet "intset", SkipList "skiplist", Stream "stream",
);

without_strings!(KeyType, Encoding);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::ToString;

    #[test]
    fn names() {
        assert_eq!(decode::<KeyType>("+zset\r\n"), Ok(KeyType::SortedSet));
        assert_eq!(decode::<KeyType>("+none\r\n"), Ok(KeyType::None));
        assert_eq!(decode::<KeyType>("+TSDB-TYPE\r\n"), Ok(KeyType::Other("TSDB-TYPE".into())));
        assert_eq!(decode::<Option<Encoding>>("$6\r\nembstr\r\n"), Ok(Some(Encoding::EmbStr)));
        for null in ["$-1\r\n", "_\r\n"] {
            assert_eq!(decode::<Option<Encoding>>(null), Ok(None));
        }
        let ziplist = decode::<Encoding>("$7\r\nziplist\r\n").unwrap();
        assert_eq!((ziplist.to_string().as_str(), ziplist.to_arg().as_bytes()), ("ziplist", &b"ziplist"[..]));
        let error = decode::<KeyType>(":1\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply: expected type of a key, found integer");
        assert!(decode::<Encoding>("-ERR no\r\n").is_err());
    }
}
