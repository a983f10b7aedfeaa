//! The values inside one, or about one.

use core::mem::MaybeUninit;

use resp_core::{Attributes, Children, Chunks};

use crate::value::{Value, load_mut, store};

/// A place among the values inside one, or about one.
///
/// It is valid as long as the values that it yields. It may be copied, and given
/// up at any time. One of all zeroes is at its end.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Iter {
    /// For the functions of this header.
    pub place: [MaybeUninit<u64>; 9],
}

/// What is in the place of an [`Iter`].
#[derive(Clone)]
#[repr(u8)]
enum Walk<'buf> {
    Done = 0,
    Children(Children<'buf>),
    Attributes(Attributes<'buf>),
    Chunks(Chunks<'buf>),
}

impl Walk<'_> {
    fn into_c(self) -> Iter {
        let mut iter = Iter { place: [MaybeUninit::new(0); 9] };
        store(&mut iter.place, self);
        iter
    }

    /// Moves on, and makes `value`, which was none, the next one.
    #[inline]
    fn next(&mut self, value: &mut Value) -> bool {
        match self {
            Self::Done => None,
            Self::Children(children) => children.next().map(|child| value.set(child)),
            Self::Attributes(attributes) => attributes.next().map(|attribute| value.set(attribute)),
            Self::Chunks(chunks) => chunks.next().map(|chunk| value.set_chunk(chunk)),
        }
        .is_some()
    }
}

/// The values inside an aggregate, in the order of the wire: of a map or
/// attribute keys and values in turn. Of a text its chunks: one, unless it was
/// streamed. Nothing for other kinds and for NULL.
///
/// # Safety
/// value is NULL or points to a value that is still valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_children(value: Option<&Value>) -> Iter {
    // SAFETY: by contract the value came from this library and is still valid.
    let walk = match value.and_then(|value| unsafe { value.frame() }) {
        None => Walk::Done,
        Some(frame) if frame.kind().is_text() => Walk::Chunks(frame.chunks()),
        Some(frame) => Walk::Children(frame.children()),
    };
    walk.into_c()
}

/// The attributes before a value, each of RESP_KIND_ATTRIBUTE. Servers send
/// none unless they are asked to. Nothing for NULL.
///
/// # Safety
/// value is NULL or points to a value that is still valid.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_attributes(value: Option<&Value>) -> Iter {
    // SAFETY: by contract the value came from this library and is still valid.
    let frame = value.and_then(|value| unsafe { value.frame() });
    frame.map_or(Walk::Done, |frame| Walk::Attributes(frame.attributes())).into_c()
}

/// Moves to the next value, writes it to *value and returns true; at the end
/// writes RESP_KIND_NONE and returns false, as it does if iter is NULL. A value
/// is skipped in constant time, whatever it holds. Nothing is written if value
/// is NULL.
///
/// # Safety
/// iter is NULL or points to an iterator that is still valid; value is NULL or
/// points to room for a value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn resp_next(iter: Option<&mut Iter>, value: Option<&mut MaybeUninit<Value>>) -> bool {
    let mut spare = MaybeUninit::uninit();
    let value = Value::none_in(value, &mut spare);
    iter.is_some_and(|iter| {
        // SAFETY: by contract the place is from `into_c`, or all zero, which is
        // `Walk::Done`, and what it borrows is still valid.
        let walk: &mut Walk<'_> = unsafe { load_mut(&mut iter.place) };
        walk.next(value)
    })
}
