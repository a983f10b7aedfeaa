//! Decoded values to bytes.

use super::{Encoder, LINE_END, Output, bulk_len};
use crate::error::EncodeError;
use crate::frame::Frame;
use crate::marker::{Kind, Marker, Protocol};

impl<O: Output> Encoder<'_, O> {
    /// A decoded value with all it holds, in the canonical form: lengths
    /// announced, numbers without sign or zeros in front. For RESP3 with its
    /// attributes and with nulls as RESP3 has them; for RESP2 without
    /// attributes, and with other values as the method of each type writes
    /// them. Takes the same stack whatever the depth.
    ///
    /// # Errors
    /// The output has no room; it then holds the beginning of the value. For
    /// RESP2 also: the value is itself an attribute, taken from where it stood.
    pub fn frame(&mut self, frame: Frame<'_>) -> Result<(), EncodeError> {
        if self.protocol == Protocol::Resp3 {
            return frame.walk().try_for_each(|value| self.value(value));
        }
        if frame.kind() == Kind::Attribute {
            return Err(EncodeError::NotInResp2);
        }
        // Values that attributes hold and that were not passed over yet.
        let mut left_out = 0;
        for value in frame.walk() {
            if value.kind() == Kind::Attribute {
                left_out += value.children().len();
            } else if left_out > 0 {
                left_out += value.children().len();
                left_out -= 1;
            } else {
                self.value(value)?;
            }
        }
        Ok(())
    }

    /// A value that holds no others, or the header of one that does.
    fn value(&mut self, value: Frame<'_>) -> Result<(), EncodeError> {
        let text = || value.as_bytes().unwrap_or_default();
        match value.kind() {
            Kind::SimpleString => self.simple_string(text()),
            Kind::SimpleError => self.simple_error(text()),
            Kind::BigNumber => self.big_number(text()),
            Kind::Integer => self.integer(value.as_i64().unwrap_or_default()),
            Kind::Double => self.double(value.as_f64().unwrap_or_default()),
            Kind::Boolean => self.boolean(value.as_bool().unwrap_or_default()),
            Kind::Null => self.null(),
            Kind::BulkError if self.protocol == Protocol::Resp2 => self.error_in_one_line(value.chunks()),
            Kind::BulkString | Kind::BulkError | Kind::Verbatim => self.chunks_as_bulk(value),
            Kind::Array => self.array(value.len()),
            Kind::Set => self.set(value.len()),
            Kind::Push => self.push(value.len()),
            Kind::Map => self.map(value.len()),
            Kind::Attribute => self.attribute(value.len()),
        }
    }

    fn chunks_as_bulk(&mut self, value: Frame<'_>) -> Result<(), EncodeError> {
        let (marker, format) = match self.protocol {
            Protocol::Resp2 => (Marker::BulkString, None),
            Protocol::Resp3 => (value.kind().marker(), value.verbatim_format()),
        };
        let text_len: usize = value.chunks().map(<[u8]>::len).sum();
        let len = text_len + format.map_or(0, |format| format.len() + 1);
        self.output.reserve(bulk_len(len))?;
        self.put_header(marker, len);
        if let Some(format) = format {
            self.output.put(&format);
            self.output.put(b":");
        }
        value.chunks().for_each(|chunk| self.output.put(chunk));
        self.output.put(LINE_END);
        Ok(())
    }
}
