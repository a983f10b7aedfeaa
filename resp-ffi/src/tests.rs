//! The functions as C calls them, for Miri to watch; that they answer right is
//! shown by the C program in `tests/c`.

use core::ffi::c_char;
use core::mem::MaybeUninit;
use core::{ptr, slice};

use super::*;

/// All texts in a value and what it holds, its attributes first, in order.
fn texts(value: &Value, found: &mut Vec<Vec<u8>>) {
    if !value.text.is_null() {
        // SAFETY: a value that is still valid says where its text is.
        found.push(unsafe { slice::from_raw_parts(value.text.cast(), value.len) }.to_vec());
        return;
    }
    let mut inner = MaybeUninit::uninit();
    // SAFETY: the value is still valid.
    for mut iter in unsafe { [resp_attributes(Some(value)), resp_children(Some(value))] } {
        // SAFETY: so is the iterator, and what it writes is a value.
        while unsafe { resp_next(Some(&mut iter), Some(&mut inner)) } {
            // SAFETY: it was just written.
            texts(unsafe { inner.assume_init_ref() }, found);
        }
    }
}

const INPUT: &[u8] = b"+OK\r\n*3\r\n$30\r\n012345678901234567890123456789\r\n\
    |1\r\n+a\r\n:1\r\n%1\r\n+k\r\n=8\r\ntxt:text\r\n$?\r\n;1\r\nx\r\n;2\r\nyz\r\n;0\r\n-ERR\r\n:x\r\n";
const TEXTS: &[&[u8]] = &[b"OK", b"012345678901234567890123456789", b"a", b"k", b"text", b"x", b"yz", b"ERR"];

/// Feeds all in pieces, and reads all texts from the reader and once more from
/// detached replies, after it is gone.
fn read(step: usize) {
    let (mut found, mut found_later) = (Vec::new(), Vec::new());
    let mut kept = Vec::new();
    let mut reply = MaybeUninit::uninit();
    let mut got = 0;
    // SAFETY: every pointer is from its constructor and used as C may.
    unsafe {
        let reader = resp_reader_new(None);
        for piece in INPUT.chunks(step) {
            assert!(resp_reader_feed(reader.as_mut(), piece.as_ptr().cast(), piece.len()));
            loop {
                got = resp_reader_get(reader.as_mut(), Some(&mut reply));
                if got != 1 {
                    break;
                }
                texts(reply.assume_init_ref(), &mut found);
                kept.push(resp_reply_detach(Some(reply.assume_init_ref())));
            }
        }
        assert_eq!((got, resp_reader_error(reader.as_ref()).code), (-1, ErrorCode::BadInteger));
        resp_reader_free(reader);
        for reply in kept {
            let value = resp_reply_value(reply.as_ref());
            texts(&value, &mut found_later);
            let part = resp_reply_detach(Some(&value));
            resp_reply_free(reply);
            texts(&resp_reply_value(part.as_ref()), &mut Vec::new());
            resp_reply_free(part);
        }
    }
    assert_eq!(found, TEXTS);
    assert_eq!(found_later, TEXTS);
}

#[test]
fn a_stream_is_read_and_kept() {
    for step in [INPUT.len(), 7, 1] {
        read(step);
    }
}

#[test]
fn a_command_is_written_within_its_room() {
    const WIRE: &[u8] = b"*2\r\n$3\r\nGET\r\n$3\r\nkey\r\n";
    let args = [c"GET".as_ptr(), c"key".as_ptr()];
    let lens = [3, 3];
    for lens in [ptr::null(), lens.as_ptr()] {
        for cap in 0..WIRE.len() + 2 {
            let mut out = vec![0_u8; cap];
            let room = out.as_mut_ptr().cast::<c_char>();
            // SAFETY: two arguments, their lengths or NUL, and room as stated.
            let needed = unsafe { resp_encode_command(2, args.as_ptr(), lens, room, cap) };
            assert_eq!(needed, WIRE.len());
            assert!(cap < needed || out.starts_with(WIRE));
        }
    }
}
