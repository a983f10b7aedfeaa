//! The reader: bytes in, replies out.

use core::ffi::{c_int, c_void};
use core::mem::MaybeUninit;
use core::slice;

use resp_core::{Decoder, Progress};

use crate::buffer::Buffer;
use crate::error::{Error, ErrorCode, Failure};
use crate::heap;
use crate::limits::Limits;
use crate::value::Value;

/// Turns the bytes of one connection into replies, however they arrive.
///
/// Different threads may use it one after the other, not at the same time.
#[derive(Debug)]
pub struct Reader {
    decoder: Decoder,
    buffer: Buffer,
    /// Bytes of the reply last returned, which are still in the buffer.
    returned: usize,
    failed: Option<Failure>,
}

const _: () = {
    const fn moves<T: Send>() {}
    moves::<Reader>();
};

impl Reader {
    fn feed(&mut self, bytes: &[u8]) -> bool {
        self.forget_returned();
        self.failed.is_none() && self.buffer.feed(bytes).is_ok()
    }

    /// Makes `reply`, which was none, the next reply; whether it is complete,
    /// or `Err` if the stream is broken.
    #[inline]
    fn next(&mut self, reply: &mut Value) -> Result<bool, ()> {
        self.forget_returned();
        match self.decoder.decode(self.buffer.rest()) {
            Ok(Progress::Frame(frame)) => {
                self.returned = frame.byte_len();
                reply.set(frame);
                Ok(true)
            }
            Ok(Progress::NeedMore { .. }) => Ok(false),
            Err(error) => {
                // What follows an error means nothing.
                self.buffer = Buffer::default();
                self.failed = Some(Failure::new(error));
                Err(())
            }
        }
    }

    #[inline]
    fn forget_returned(&mut self) {
        self.buffer.consume(self.returned);
        self.returned = 0;
    }

    fn missing_len(&self) -> usize {
        match self.failed {
            Some(_) => 0,
            None => self.decoder.missing_len(self.buffer.rest().len() - self.returned),
        }
    }
}

/// A reader at the start of a stream, to be freed with resp_reader_free().
/// With limits NULL it has those of resp_limits_default(). NULL if there is no
/// memory.
///
/// # Safety
/// limits is NULL or points to limits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_reader_new(limits: Option<&Limits>) -> *mut Reader {
    let limits = limits.copied().unwrap_or(Limits::DEFAULT);
    heap::give(Reader {
        decoder: Decoder::with_limits(limits.to_core()),
        buffer: Buffer::default(),
        returned: 0,
        failed: None,
    })
}

/// Copies len bytes that have arrived into the reader and returns true.
///
/// Returns false, and takes nothing, if the stream is broken, as
/// resp_reader_error() tells, or else if there is no memory: then the same may
/// be tried again. Also if reader is NULL, or bytes is NULL and len is not 0.
///
/// The last reply and all values in it become invalid.
///
/// # Safety
/// reader is NULL or from resp_reader_new(); bytes is NULL or points to len
/// bytes, none of them within a reply of the reader.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_reader_feed(
    reader: Option<&mut Reader>,
    bytes: *const c_void,
    len: usize,
) -> bool {
    let Some(reader) = reader else { return false };
    if len == 0 {
        return reader.feed(&[]);
    }
    if bytes.is_null() || isize::try_from(len).is_err() {
        return false;
    }
    // SAFETY: by contract there are `len` bytes, and they are not too many.
    reader.feed(unsafe { slice::from_raw_parts(bytes.cast(), len) })
}

/// Writes the next reply to *reply and returns 1. Returns 0 if it is not
/// complete: feed resp_reader_missing() bytes more at the least. Returns -1 if
/// the stream is broken, as resp_reader_error() tells: that is final, as it is
/// not known where a further reply would start. Also if reader is NULL.
///
/// Unless it returns 1 it writes RESP_KIND_NONE. If reply is NULL, it writes
/// nothing and skips the reply.
///
/// The last reply and all values in it become invalid. Where there is no memory
/// for the values of the reply, 16 bytes each, the process is aborted:
/// max_values of resp_limits bounds them.
///
/// # Safety
/// reader is NULL or from resp_reader_new(); reply is NULL or points to room
/// for a value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_reader_get(
    reader: Option<&mut Reader>,
    reply: Option<&mut MaybeUninit<Value>>,
) -> c_int {
    let mut spare = MaybeUninit::uninit();
    let reply = Value::none_in(reply, &mut spare);
    match reader.map_or(Err(()), |reader| reader.next(reply)) {
        Ok(complete) => c_int::from(complete),
        Err(()) => -1,
    }
}

/// After resp_reader_get() has returned 0: how many bytes are missing at the
/// least, to size the next read. More than 1 only within a long string, as the
/// peer has announced it, so do not reserve it all before it arrives. 0 if the
/// stream is broken or reader is NULL.
///
/// # Safety
/// reader is NULL or from resp_reader_new().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_reader_missing(reader: Option<&Reader>) -> usize {
    reader.map_or(0, Reader::missing_len)
}

/// Why the stream cannot be read on. RESP_ERROR_CODE_NONE if it can,
/// RESP_ERROR_CODE_NO_READER if reader is NULL.
///
/// # Safety
/// reader is NULL or from resp_reader_new().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_reader_error(reader: Option<&Reader>) -> Error {
    match reader.map(|reader| &reader.failed) {
        Some(Some(failure)) => failure.to_c(),
        Some(None) => Error::new(ErrorCode::None, c"no error"),
        None => Error::new(ErrorCode::NoReader, c"no reader"),
    }
}

/// Frees a reader. Nothing for NULL. Its last reply becomes invalid; those that
/// were detached stay.
///
/// # Safety
/// reader is NULL or from resp_reader_new(), and is not used any more.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_reader_free(reader: *mut Reader) {
    // SAFETY: the contract is the same.
    unsafe { heap::take_back(reader) };
}
