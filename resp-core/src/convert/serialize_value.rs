//! What serde knows into one argument.

use serde::Serialize;
use serde::ser::{Impossible, Serializer};

use super::ToArg;
use super::arg_error::ArgError;
use super::serialize::FieldList;

/// Writes one argument, and says whether there was one: `None` and units are none.
pub(super) struct ValueWriter<'a>(pub(super) &'a mut FieldList);

type Refused = Impossible<bool, ArgError>;

fn refused<T>(found: &'static str) -> Result<T, ArgError> {
    Err(ArgError::kind("one argument", found))
}

macro_rules! write {
    ($($method:ident $type:ty $(as $wider:ty)?;)*) => {$(
        fn $method(self, value: $type) -> Result<bool, ArgError> {
            $(let value = <$wider>::from(value);)?
            self.0.push(value.to_arg().as_bytes());
            Ok(true)
        }
    )*};
}

impl Serializer for ValueWriter<'_> {
    type Ok = bool;
    type Error = ArgError;
    type SerializeSeq = Refused;
    type SerializeTuple = Refused;
    type SerializeTupleStruct = Refused;
    type SerializeTupleVariant = Refused;
    type SerializeMap = Refused;
    type SerializeStruct = Refused;
    type SerializeStructVariant = Refused;

    write! {
        serialize_bool bool;
        serialize_i8 i8 as i16;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_i128 i128;
        serialize_u8 u8 as u16;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_u128 u128;
        serialize_f32 f32;
        serialize_f64 f64;
        serialize_char char;
        serialize_str &str;
        serialize_bytes &[u8];
    }

    fn serialize_none(self) -> Result<bool, ArgError> {
        Ok(false)
    }

    fn serialize_unit(self) -> Result<bool, ArgError> {
        Ok(false)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<bool, ArgError> {
        Ok(false)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<bool, ArgError> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<bool, ArgError> {
        value.serialize(self)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<bool, ArgError> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<bool, ArgError> {
        refused("variant with data")
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
        refused("variant with data")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Refused, ArgError> {
        refused("map")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Refused, ArgError> {
        refused("struct")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Refused, ArgError> {
        refused("variant with data")
    }
}
