//! Commands in wire form.

use core::ffi::{CStr, c_char};
use core::ptr::{self, NonNull};
use core::slice;

use resp_core::{EncodeError, Encoder, Output};

/// Writes a command, an array of bulk strings, and returns how many bytes it
/// takes. If that is more than cap, what is in out is of no use: make room
/// for as many and call it again. A first call may have out NULL and cap 0.
///
/// argvlen holds the lengths of the arguments, which may then hold any bytes.
/// If it is NULL, each argument ends before its first NUL. An argument of
/// length 0 may be NULL.
///
/// Returns 0, which no command takes, if argc is 0, argv is NULL, an argument
/// is NULL and not of length 0, or memory cannot hold the whole.
///
/// # Safety
/// argv points to argc pointers, each to as many bytes as argvlen says or, if
/// that is NULL, to a string with a NUL; argvlen is NULL or points to argc
/// lengths; out points to cap bytes, none of them part of the arguments.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_encode_command(
    argc: usize,
    argv: *const *const c_char,
    argvlen: *const usize,
    out: *mut c_char,
    cap: usize,
) -> usize {
    if argc == 0 || argv.is_null() {
        return 0;
    }
    let mut room = Room { start: NonNull::new(out.cast()), cap, len: 0 };
    let mut encoder = Encoder::new(&mut room);
    let mut done = encoder.array(argc);
    for index in 0..argc {
        // SAFETY: by contract the index is within argv, and within argvlen if
        // that is there, and what they name is readable.
        let arg = unsafe {
            let len = if argvlen.is_null() { None } else { Some(*argvlen.add(index)) };
            argument(*argv.add(index), len)
        };
        let Some(arg) = arg else { return 0 };
        done = done.and_then(|()| encoder.bulk_string(arg));
    }
    if done.is_ok() { room.len } else { 0 }
}

/// The bytes of an argument, up to its first NUL if no length is given.
///
/// # Safety
/// `start` is NULL, or points to `len` bytes, or to a string with a NUL; they
/// live for `'arg`.
unsafe fn argument<'arg>(start: *const c_char, len: Option<usize>) -> Option<&'arg [u8]> {
    if len == Some(0) {
        return Some(&[]);
    }
    if start.is_null() || len.is_some_and(|len| isize::try_from(len).is_err()) {
        return None;
    }
    // SAFETY: by contract, and the length is not too large.
    Some(unsafe {
        match len {
            Some(len) => slice::from_raw_parts(start.cast(), len),
            None => CStr::from_ptr(start).to_bytes(),
        }
    })
}

/// Room of the caller. What does not fit is counted and not written.
struct Room {
    /// INVARIANT: if it is there, `cap` bytes from it are writable.
    start: Option<NonNull<u8>>,
    cap: usize,
    /// Bytes of all that was put.
    len: usize,
}

impl Output for Room {
    fn reserve(&mut self, len: usize) -> Result<(), EncodeError> {
        match self.len.checked_add(len) {
            Some(_) => Ok(()),
            None => Err(EncodeError::OutputFull { needed: len }),
        }
    }

    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        let end = self.len + bytes.len();
        if let Some(start) = self.start
            && end <= self.cap
        {
            // SAFETY: from `len` to `end` is within `cap`, and the caller's
            // arguments lie elsewhere, as do the encoder's own bytes.
            unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), start.as_ptr().add(self.len), bytes.len()) };
        }
        self.len = end;
    }
}
