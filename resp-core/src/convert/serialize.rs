//! What serde knows into fields and values.

use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;
use serde::ser::{Impossible, SerializeMap, SerializeStruct, Serializer};

use super::arg_error::ArgError;
use super::serialize_value::ValueWriter;
use super::{Arg, ToArgs, ToPairs};

/// The fields of a struct or map with their values, as [`to_pairs`] makes them.
///
/// It is a list of pairs, as `hset` takes, and arguments in general. Debug shows
/// how many there are, never what they are.
///
/// ```
/// use std::collections::BTreeMap;
///
/// let fields = resp_core::to_pairs(&BTreeMap::from([("born", 1815)])).unwrap();
/// assert_eq!(fields.len(), 1);
/// assert_eq!(format!("{fields:?}"), "FieldList of 1");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct FieldList {
    bytes: Vec<u8>,
    /// Where each name and each value ends.
    ends: Vec<usize>,
}

/// Writes a struct or map as field, value, field, value and so on.
///
/// Values are numbers, text, bytes, booleans as 1 and 0, and variants without
/// data by their name. What is `None` or a unit is left out with its field.
///
/// ```
/// use resp_core::{cmd, to_pairs};
///
/// #[derive(serde::Serialize)]
/// struct User {
///     name: String,
///     born: u16,
///     email: Option<String>,
/// }
///
/// let ada = User { name: "Ada".into(), born: 1815, email: None };
/// let command = cmd::hset("user:1", to_pairs(&ada)?);
/// let mut wire = Vec::new();
/// command.wire().write_to(&mut wire);
/// assert!(wire.ends_with(b"$4\r\nname\r\n$3\r\nAda\r\n$4\r\nborn\r\n$4\r\n1815\r\n"));
/// # Ok::<(), resp_core::ArgError>(())
/// ```
///
/// # Errors
/// It is no struct or map, or a value in it is more than one argument, such as a
/// list; or the type refuses to be written.
pub fn to_pairs<T: Serialize + ?Sized>(value: &T) -> Result<FieldList, ArgError> {
    value.serialize(FieldsWriter)
}

impl FieldList {
    const EMPTY: Self = Self { bytes: Vec::new(), ends: Vec::new() };

    /// How many fields there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len() / 2
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub(super) fn push(&mut self, arg: &[u8]) {
        self.bytes.extend_from_slice(arg);
        self.ends.push(self.bytes.len());
    }

    fn args(&self) -> impl Iterator<Item = &[u8]> {
        let starts = core::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.bytes[start..*end])
    }

    /// Takes the last argument off.
    fn pop(&mut self) -> Option<Vec<u8>> {
        self.ends.pop()?;
        Some(self.bytes.split_off(self.ends.last().copied().unwrap_or_default()))
    }

    /// Writes the value of the field whose name was written last, or takes that
    /// name off if there is no value.
    fn push_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ArgError> {
        match value.serialize(ValueWriter(self)) {
            Ok(true) => {}
            Ok(false) => drop(self.pop()),
            Err(error) => return Err(error.at_field(&self.pop().unwrap_or_default())),
        }
        Ok(())
    }
}

impl ToPairs for FieldList {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        self.args().for_each(|arg| visit(Arg::bytes(arg)));
    }
}

impl ToArgs for FieldList {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        ToPairs::each_arg(self, visit);
    }
}

impl fmt::Debug for FieldList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FieldList of {}", self.len())
    }
}

impl SerializeStruct for FieldList {
    type Ok = Self;
    type Error = ArgError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), ArgError> {
        self.push(name.as_bytes());
        self.push_value(value)
    }

    fn end(self) -> Result<Self, ArgError> {
        Ok(self)
    }
}

impl SerializeMap for FieldList {
    type Ok = Self;
    type Error = ArgError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ArgError> {
        match key.serialize(ValueWriter(self))? {
            true => Ok(()),
            false => Err(ArgError::kind("name of a field", "nothing")),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ArgError> {
        self.push_value(value)
    }

    fn end(self) -> Result<Self, ArgError> {
        Ok(self)
    }
}

/// Takes structs and maps.
struct FieldsWriter;

type Refused = Impossible<FieldList, ArgError>;

fn refused<T>(found: &'static str) -> Result<T, ArgError> {
    Err(ArgError::kind("fields and values", found))
}

macro_rules! refuse {
    ($($method:ident $type:ty, $found:literal;)*) => {$(
        fn $method(self, _: $type) -> Result<FieldList, ArgError> {
            refused($found)
        }
    )*};
}

impl Serializer for FieldsWriter {
    type Ok = FieldList;
    type Error = ArgError;
    type SerializeSeq = Refused;
    type SerializeTuple = Refused;
    type SerializeTupleStruct = Refused;
    type SerializeTupleVariant = Refused;
    type SerializeMap = FieldList;
    type SerializeStruct = FieldList;
    type SerializeStructVariant = Refused;

    refuse! {
        serialize_bool bool, "boolean";
        serialize_i8 i8, "integer";
        serialize_i16 i16, "integer";
        serialize_i32 i32, "integer";
        serialize_i64 i64, "integer";
        serialize_i128 i128, "integer";
        serialize_u8 u8, "integer";
        serialize_u16 u16, "integer";
        serialize_u32 u32, "integer";
        serialize_u64 u64, "integer";
        serialize_u128 u128, "integer";
        serialize_f32 f32, "float";
        serialize_f64 f64, "float";
        serialize_char char, "text";
        serialize_str &str, "text";
        serialize_bytes &[u8], "bytes";
        serialize_unit_struct &'static str, "nothing";
    }

    fn serialize_map(self, _: Option<usize>) -> Result<FieldList, ArgError> {
        Ok(FieldList::EMPTY)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<FieldList, ArgError> {
        Ok(FieldList::EMPTY)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<FieldList, ArgError> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<FieldList, ArgError> {
        value.serialize(self)
    }

    fn serialize_none(self) -> Result<FieldList, ArgError> {
        refused("nothing")
    }

    fn serialize_unit(self) -> Result<FieldList, ArgError> {
        refused("nothing")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<FieldList, ArgError> {
        refused("variant")
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<FieldList, ArgError> {
        refused("variant")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Refused, ArgError> {
        refused("list")
    }

    fn serialize_tuple(self, _: usize) -> Result<Refused, ArgError> {
        refused("list")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Refused, ArgError> {
        refused("list")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Refused, ArgError> {
        refused("variant")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Refused, ArgError> {
        refused("variant")
    }
}
