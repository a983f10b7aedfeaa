//! Replies into what serde knows, straight from the frame.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt::Display;
use core::iter::Enumerate;
use core::marker::PhantomData;

use serde::de::{
    self, Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};

use super::levels::bounded;
use super::lists::{elements, exactly};
use super::maps::PairIter;
use super::scalars::integer;
use super::strings::{as_utf8, plain_text, uncommon_text};
use super::{ConvertError, FromReply, HasStrings};
use crate::frame::{Children, Frame};
use crate::marker::Kind;

/// Reads a value as serde describes it. Strings and bytes may borrow from the frame.
///
/// As everywhere, both protocol versions give the same value: numbers come also
/// as text, maps also as lists of fields and values. An enum is the name of a
/// variant, or a map of the name to its data. Where serde looks at a value before
/// it knows the type, as for `flatten` and `untagged`, text stays text.
///
/// ```
/// use resp_core::{Decoder, Progress, from_frame};
///
/// #[derive(serde::Deserialize)]
/// struct User<'buf> {
///     name: &'buf str,
///     born: u16,
/// }
///
/// let mut decoder = Decoder::new();
/// let input = b"*4\r\n$4\r\nname\r\n$3\r\nAda\r\n$4\r\nborn\r\n$4\r\n1815\r\n";
/// let Progress::Frame(frame) = decoder.decode(input)? else { panic!() };
/// let user: User<'_> = from_frame(frame).unwrap();
/// assert_eq!((user.name, user.born), ("Ada", 1815));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
///
/// # Errors
/// The value does not fit; which part of it, and what was expected. What a type
/// says by [`serde::de::Error::custom`] is left out, since it may show the value.
/// A reply that nests deeper than 128 levels is an error too, since a type that
/// holds its own kind is read by recursion.
pub fn from_frame<'buf, T: Deserialize<'buf>>(frame: Frame<'buf>) -> Result<T, ConvertError> {
    T::deserialize(Reader { frame: bounded(frame)? })
}

/// A marker for whatever serde can read, which comes as `T` itself.
///
/// ```
/// use resp_core::{Decoder, Progress, Serde, cmd};
///
/// #[derive(serde::Deserialize)]
/// struct User {
///     name: String,
///     email: Option<String>,
/// }
///
/// let command = cmd::raw("HGETALL").arg("user:1").returning::<Serde<User>>();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"%1\r\n+name\r\n+Ada\r\n")? else { panic!() };
/// let user = command.decode(reply).unwrap();
/// assert_eq!((user.name.as_str(), user.email), ("Ada", None));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct Serde<T>(PhantomData<fn() -> T>);

impl<T: DeserializeOwned> FromReply for Serde<T> {
    type Out = T;

    fn from_reply(frame: Frame<'_>) -> Result<T, ConvertError> {
        from_frame(frame)
    }
}

/// The type says itself what its strings are.
impl<T: DeserializeOwned> HasStrings for Serde<T> {
    type Text = Self;
    type Lossy = Self;
    type With<U> = U;
}

/// One value.
#[derive(Clone, Copy)]
struct Reader<'buf> {
    frame: Frame<'buf>,
}

impl<'buf> Reader<'buf> {
    /// Reads all of `children`.
    fn read_elements<V: Visitor<'buf>>(
        self,
        children: Children<'buf>,
        visitor: V,
    ) -> Result<V::Value, ConvertError> {
        let mut elements = Elements { children: children.enumerate() };
        let value = visitor.visit_seq(&mut elements)?;
        match elements.children.len() {
            0 => Ok(value),
            _ => Err(ConvertError::len("fewer elements", self.frame.len())),
        }
    }

    /// Whether it reads as a string.
    fn is_scalar(&self) -> bool {
        let kind = self.frame.kind();
        !kind.is_error() && !kind.is_aggregate() && kind != Kind::Null
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident $within:literal;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ConvertError> {
            visitor.$visit(integer(&self.frame, $within)?)
        }
    )*};
}

macro_rules! as_text {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ConvertError> {
            match plain_text(&self.frame) {
                Some(bytes) => visitor.visit_borrowed_str(as_utf8(bytes)?),
                None => visitor.visit_str(as_utf8(&uncommon_text(self.frame)?)?),
            }
        }
    )*};
}

macro_rules! as_bytes {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ConvertError> {
            match plain_text(&self.frame) {
                Some(bytes) => visitor.visit_borrowed_bytes(bytes),
                None => visitor.visit_byte_buf(uncommon_text(self.frame)?),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = ConvertError;

    numbers! {
        deserialize_i8 visit_i8 "integer within i8";
        deserialize_i16 visit_i16 "integer within i16";
        deserialize_i32 visit_i32 "integer within i32";
        deserialize_i64 visit_i64 "integer within i64";
        deserialize_i128 visit_i128 "integer within i128";
        deserialize_u8 visit_u8 "integer within u8";
        deserialize_u16 visit_u16 "integer within u16";
        deserialize_u32 visit_u32 "integer within u32";
        deserialize_u64 visit_u64 "integer within u64";
        deserialize_u128 visit_u128 "integer within u128";
    }

    as_text! { deserialize_char deserialize_str deserialize_string deserialize_identifier }

    as_bytes! { deserialize_bytes deserialize_byte_buf }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ConvertError> {
        match self.frame.kind() {
            Kind::Null => visitor.visit_unit(),
            Kind::Integer => self.deserialize_i64(visitor),
            Kind::Double => self.deserialize_f64(visitor),
            Kind::Boolean => self.deserialize_bool(visitor),
            Kind::Array | Kind::Set | Kind::Push => self.deserialize_seq(visitor),
            Kind::Map => self.deserialize_map(visitor),
            Kind::SimpleString | Kind::BulkString | Kind::Verbatim | Kind::BigNumber => {
                match self.frame.payload() {
                    Some(text) if core::str::from_utf8(&text).is_ok() => self.deserialize_str(visitor),
                    _ => self.deserialize_bytes(visitor),
                }
            }
            Kind::SimpleError | Kind::BulkError | Kind::Attribute => {
                Err(ConvertError::kind("value", self.frame))
            }
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ConvertError> {
        visitor.visit_bool(bool::from_reply(self.frame)?)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ConvertError> {
        visitor.visit_f32(f32::from_reply(self.frame)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ConvertError> {
        visitor.visit_f64(f64::from_reply(self.frame)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ConvertError> {
        if self.frame.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ConvertError> {
        if !self.frame.is_null() {
            <()>::from_reply(self.frame)?;
        }
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ConvertError> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ConvertError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ConvertError> {
        self.read_elements(elements(self.frame)?, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, ConvertError> {
        self.read_elements(exactly(self.frame, len, "array of another length")?, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, ConvertError> {
        self.deserialize_tuple(len, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ConvertError> {
        let pairs = PairIter::new(self.frame)?.enumerate();
        visitor.visit_map(Entries { pairs, current: None })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ConvertError> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ConvertError> {
        if self.is_scalar() {
            return visitor.visit_enum(Variant { name: self, data: None });
        }
        let mut pairs = PairIter::new(self.frame)?;
        match (pairs.next().transpose()?, pairs.next()) {
            (Some((name, data)), None) => visitor
                .visit_enum(Variant { name: Reader { frame: name }, data: Some(Reader { frame: data }) }),
            _ => Err(ConvertError::len("one variant", self.frame.len())),
        }
    }

    /// Takes no time, whatever lies in it.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ConvertError> {
        visitor.visit_unit()
    }
}

struct Elements<'buf> {
    children: Enumerate<Children<'buf>>,
}

impl<'de> SeqAccess<'de> for &mut Elements<'de> {
    type Error = ConvertError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, ConvertError> {
        let Some((index, frame)) = self.children.next() else { return Ok(None) };
        let value = seed.deserialize(Reader { frame });
        value.map(Some).map_err(|error| error.at_index(index))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.children.len())
    }
}

struct Entries<'buf> {
    pairs: Enumerate<PairIter<'buf>>,
    /// The key that was read and the value that was not.
    current: Option<(Frame<'buf>, Frame<'buf>)>,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = ConvertError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, ConvertError> {
        let Some((index, pair)) = self.pairs.next() else { return Ok(None) };
        let (key, value) = pair?;
        self.current = Some((key, value));
        let key = seed.deserialize(Reader { frame: key });
        key.map(Some).map_err(|error| error.at_key(index))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ConvertError> {
        let (key, frame) =
            self.current.take().ok_or_else(|| ConvertError::refused("a key before its value"))?;
        seed.deserialize(Reader { frame }).map_err(|error| error.at_entry(key))
    }
}

/// The name of a variant, and what it holds.
struct Variant<'buf> {
    name: Reader<'buf>,
    data: Option<Reader<'buf>>,
}

impl<'buf> Variant<'buf> {
    fn read<T>(self, read: impl FnOnce(Reader<'buf>) -> Result<T, ConvertError>) -> Result<T, ConvertError> {
        match self.data {
            Some(data) => read(data).map_err(|error| error.at_entry(self.name.frame)),
            None => Err(ConvertError::kind("variant with its data", self.name.frame)),
        }
    }
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = ConvertError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), ConvertError> {
        seed.deserialize(self.name).map(|variant| (variant, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = ConvertError;

    fn unit_variant(self) -> Result<(), ConvertError> {
        if self.data.is_none() { Ok(()) } else { self.read(<()>::deserialize) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, ConvertError> {
        self.read(|data| seed.deserialize(data))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, ConvertError> {
        self.read(|data| data.deserialize_tuple(len, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ConvertError> {
        self.read(|data| data.deserialize_map(visitor))
    }
}

/// What serde and types that are read by it say; never with the value.
impl de::Error for ConvertError {
    fn custom<T: Display>(_: T) -> Self {
        Self::refused("a value that the type takes")
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::unexpected(expected.to_string(), kind_name(found))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::refused(expected.to_string())
    }

    fn invalid_length(len: usize, expected: &dyn Expected) -> Self {
        Self::len(expected.to_string(), len)
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::refused(one_of(expected))
    }

    fn unknown_field(_: &str, expected: &'static [&'static str]) -> Self {
        Self::refused(one_of(expected))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::missing(field)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::refused("a single value").at_field(field)
    }
}

fn one_of(names: &[&str]) -> Cow<'static, str> {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match &quoted[..] {
        [] => Cow::Borrowed("nothing"),
        [only] => Cow::Owned(only.clone()),
        several => Cow::Owned(format!("one of {}", several.join(", "))),
    }
}

/// What serde was handed, in the words of the protocol.
const fn kind_name(found: Unexpected<'_>) -> &'static str {
    match found {
        Unexpected::Bool(_) => "boolean",
        Unexpected::Unsigned(_) | Unexpected::Signed(_) => "integer",
        Unexpected::Float(_) => "double",
        Unexpected::Char(_) | Unexpected::Str(_) => "string",
        Unexpected::Bytes(_) => "string that is not UTF-8",
        Unexpected::Unit | Unexpected::Option => "null",
        Unexpected::Seq => "array",
        Unexpected::Map => "map",
        _ => "another value",
    }
}
