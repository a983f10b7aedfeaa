//! The type byte of a token and the kind of a value: the only such table.

/// The first byte of every token on the wire.
///
/// Specification: "RESP protocol description", the table of data types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[allow(missing_docs, reason = "each variant is the data type of its name in the specification")]
pub enum Marker {
    SimpleString = b'+',
    SimpleError = b'-',
    Integer = b':',
    BulkString = b'$',
    Array = b'*',
    Null = b'_',
    Boolean = b'#',
    Double = b',',
    BigNumber = b'(',
    BulkError = b'!',
    Verbatim = b'=',
    Map = b'%',
    Set = b'~',
    Push = b'>',
    Attribute = b'|',
    /// A piece of a streamed string.
    Chunk = b';',
    /// The end of a streamed aggregate.
    StreamEnd = b'.',
}

impl Marker {
    /// The marker that `byte` stands for, or `None` when it starts no token.
    #[must_use]
    pub const fn from_byte(byte: u8) -> Option<Self> {
        Some(match byte {
            b'+' => Self::SimpleString,
            b'-' => Self::SimpleError,
            b':' => Self::Integer,
            b'$' => Self::BulkString,
            b'*' => Self::Array,
            b'_' => Self::Null,
            b'#' => Self::Boolean,
            b',' => Self::Double,
            b'(' => Self::BigNumber,
            b'!' => Self::BulkError,
            b'=' => Self::Verbatim,
            b'%' => Self::Map,
            b'~' => Self::Set,
            b'>' => Self::Push,
            b'|' => Self::Attribute,
            b';' => Self::Chunk,
            b'.' => Self::StreamEnd,
            _ => return None,
        })
    }

    /// The byte on the wire.
    #[must_use]
    pub const fn as_byte(self) -> u8 {
        self as u8
    }

    /// Whether a count of values follows, and then the values.
    #[must_use]
    pub const fn is_aggregate(self) -> bool {
        matches!(self, Self::Array | Self::Map | Self::Set | Self::Push | Self::Attribute)
    }

    /// Whether a length in bytes follows, and then the payload.
    #[must_use]
    pub const fn is_bulk(self) -> bool {
        matches!(self, Self::BulkString | Self::BulkError | Self::Verbatim)
    }

    /// The protocol version that introduced it: 2 or 3.
    #[must_use]
    pub const fn protocol(self) -> u8 {
        match self {
            Self::SimpleString | Self::SimpleError | Self::Integer | Self::BulkString | Self::Array => 2,
            _ => 3,
        }
    }
}

/// A version of the protocol, which a connection agrees on by `HELLO`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Protocol {
    /// The version that every connection starts with.
    Resp2,
    /// The version with a type for each kind of value.
    #[default]
    Resp3,
}

/// What a decoded value is.
///
/// All nulls are [`Kind::Null`], whichever of the three forms came, and a
/// streamed value has the kind of its plain form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each variant is the data type of its name in the specification")]
pub enum Kind {
    // Texts first and aggregates last, so that each is told by one comparison.
    SimpleString,
    SimpleError,
    BulkString,
    BulkError,
    BigNumber,
    Verbatim,
    Integer,
    Null,
    Boolean,
    Double,
    Array,
    Map,
    Set,
    Push,
    /// Metadata before a value; see [`Frame::attributes`](crate::Frame::attributes).
    Attribute,
}

impl Kind {
    /// The marker that starts a value of this kind.
    #[must_use]
    pub const fn marker(self) -> Marker {
        match self {
            Self::SimpleString => Marker::SimpleString,
            Self::SimpleError => Marker::SimpleError,
            Self::Integer => Marker::Integer,
            Self::BulkString => Marker::BulkString,
            Self::Array => Marker::Array,
            Self::Null => Marker::Null,
            Self::Boolean => Marker::Boolean,
            Self::Double => Marker::Double,
            Self::BigNumber => Marker::BigNumber,
            Self::BulkError => Marker::BulkError,
            Self::Verbatim => Marker::Verbatim,
            Self::Map => Marker::Map,
            Self::Set => Marker::Set,
            Self::Push => Marker::Push,
            Self::Attribute => Marker::Attribute,
        }
    }

    /// Whether it holds other values.
    #[must_use]
    pub const fn is_aggregate(self) -> bool {
        self.marker().is_aggregate()
    }

    /// Whether its entries come in pairs: maps and attributes.
    #[must_use]
    pub const fn is_paired(self) -> bool {
        matches!(self, Self::Map | Self::Attribute)
    }

    /// Whether it has a payload of bytes: strings, errors and big numbers.
    #[inline]
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(
            self,
            Self::SimpleString
                | Self::SimpleError
                | Self::BulkString
                | Self::BulkError
                | Self::BigNumber
                | Self::Verbatim
        )
    }

    /// Whether it is a simple or bulk error.
    #[must_use]
    pub const fn is_error(self) -> bool {
        matches!(self, Self::SimpleError | Self::BulkError)
    }

    /// The name that messages use, in lower case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SimpleString => "simple string",
            Self::SimpleError => "simple error",
            Self::Integer => "integer",
            Self::BulkString => "bulk string",
            Self::Array => "array",
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Double => "double",
            Self::BigNumber => "big number",
            Self::BulkError => "bulk error",
            Self::Verbatim => "verbatim string",
            Self::Map => "map",
            Self::Set => "set",
            Self::Push => "push",
            Self::Attribute => "attribute",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_markers_are_one_to_one() {
        let mut known = 0;
        for byte in 0..=u8::MAX {
            if let Some(marker) = Marker::from_byte(byte) {
                assert_eq!(marker.as_byte(), byte);
                known += 1;
            }
        }
        assert_eq!(known, 17);
    }

    #[test]
    fn versions_of_the_specification() {
        assert_eq!(Marker::BulkString.protocol(), 2);
        assert_eq!(Marker::Map.protocol(), 3);
    }
}
