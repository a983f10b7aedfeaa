//! One value of a reply, as C sees it.

use core::ffi::c_char;
use core::mem::{MaybeUninit, needs_drop};
use core::ptr;

use resp_core::Frame;

/// What a value is.
///
/// All nulls are RESP_KIND_NULL, whichever of the three forms came, and a
/// streamed value has the kind of its plain form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum Kind {
    /// No value: what resp_next() leaves at the end. All bytes zero.
    None = 0,
    /// A status such as OK, in text.
    SimpleString = 1,
    /// An error in a line, in text.
    SimpleError = 2,
    /// In integer.
    Integer = 3,
    /// Any bytes, in text.
    BulkString = 4,
    /// Values, in resp_children().
    Array = 5,
    /// Nothing else is set.
    Null = 6,
    /// In integer: 0 or 1.
    Boolean = 7,
    /// In number.
    Double = 8,
    /// An integer of any size, its decimal digits in text.
    BigNumber = 9,
    /// An error of any bytes, in text.
    BulkError = 10,
    /// A string of a known format, in text and format.
    Verbatim = 11,
    /// Keys and values in turn, in resp_children().
    Map = 12,
    /// Values, in resp_children(); a server does not repeat any, which is not checked.
    Set = 13,
    /// Values that answer no command, in resp_children().
    Push = 14,
    /// Metadata, keys and values in turn, in resp_children(). Only
    /// resp_attributes() yields it.
    Attribute = 15,
    /// A piece of a text, in text. Only resp_children() of a text yields it.
    Chunk = 16,
}

/// One value: of a reply, inside one, or about one.
///
/// It may be copied. It and all that came from it are valid as long as what it
/// was read from: a reader until the next resp_reader_feed(), resp_reader_get()
/// or resp_reader_free(), or a resp_reply until resp_reply_free().
///
/// Only the fields that the kind names are meaningful; the others are zero.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Value {
    /// What the value is.
    pub kind: Kind,
    /// The format of a verbatim string, such as "txt", with a NUL.
    pub format: [c_char; 4],
    /// Bytes of a text; elements of an array, set or push; pairs of a map or
    /// attribute.
    pub len: usize,
    /// A string, an error or the digits of a big number, without a NUL, and of
    /// a verbatim string without its format. NULL if it came in more than one
    /// chunk, which servers do not do by themselves: they are in resp_children().
    pub text: *const c_char,
    /// The value of an integer; of a boolean 0 or 1.
    pub integer: i64,
    /// The value of a double.
    pub number: f64,
    /// For the functions of this header.
    pub place: [MaybeUninit<u64>; 6],
}

impl Value {
    pub(crate) const NONE: Self = Self {
        kind: Kind::None,
        format: [0; 4],
        len: 0,
        text: ptr::null(),
        integer: 0,
        number: 0.0,
        place: [MaybeUninit::new(0); 6],
    };

    /// Where a function shall leave a value, none yet: where C points to, or
    /// `spare` for NULL.
    #[inline]
    pub(crate) fn none_in<'to>(
        to: Option<&'to mut MaybeUninit<Self>>,
        spare: &'to mut MaybeUninit<Self>,
    ) -> &'to mut Self {
        to.unwrap_or(spare).write(Self::NONE)
    }

    /// Makes this, which was none, the view of `frame`. Field by field in its
    /// place, and inlined: a struct that is copied just after its fields were
    /// written makes the processor wait for them, longer than all the rest takes.
    #[inline(always)]
    pub(crate) fn set(&mut self, frame: Frame<'_>) {
        self.kind = kind(frame.kind());
        store(&mut self.place, frame);
        match self.kind {
            Kind::Integer => self.integer = frame.as_i64().unwrap_or_default(),
            Kind::Boolean => self.integer = i64::from(frame.as_bool().unwrap_or_default()),
            Kind::Double => self.number = frame.as_f64().unwrap_or_default(),
            Kind::Array | Kind::Map | Kind::Set | Kind::Push | Kind::Attribute => self.len = frame.len(),
            Kind::None | Kind::Null | Kind::Chunk => {}
            Kind::Verbatim => {
                self.set_text(frame);
                self.set_format(frame);
            }
            _ => self.set_text(frame),
        }
    }

    #[inline(always)]
    fn set_text(&mut self, frame: Frame<'_>) {
        match frame.as_bytes() {
            Some(text) => (self.text, self.len) = (text.as_ptr().cast(), text.len()),
            None => self.len = frame.chunks().map(<[u8]>::len).sum(),
        }
    }

    #[cold]
    fn set_format(&mut self, frame: Frame<'_>) {
        if let Some(format) = frame.verbatim_format() {
            for (place, byte) in self.format.iter_mut().zip(format) {
                *place = c_char::from_ne_bytes([byte]);
            }
        }
    }

    /// Makes this, which was none, a chunk of a text.
    pub(crate) fn set_chunk(&mut self, text: &[u8]) {
        (self.kind, self.text, self.len) = (Kind::Chunk, text.as_ptr().cast(), text.len());
    }

    /// What [`set`](Self::set) was given, if it was.
    ///
    /// # Safety
    /// It came from `set` and what the frame borrows is alive and unchanged for
    /// `'buf`; or it is all zero, or a chunk.
    #[inline]
    pub(crate) unsafe fn frame<'buf>(&self) -> Option<Frame<'buf>> {
        match self.kind {
            Kind::None | Kind::Chunk => None,
            // SAFETY: `set` stored a frame, whose lifetime is the contract.
            _ => Some(*unsafe { load(&self.place) }),
        }
    }
}

/// Keeps `object` in opaque words of a C struct. They are `MaybeUninit` so that
/// pointers among them keep their provenance when they are copied.
#[inline]
pub(crate) const fn store<T, const WORDS: usize>(words: &mut [MaybeUninit<u64>; WORDS], object: T) {
    const { assert!(fits::<T, WORDS>()) };
    // SAFETY: the words are as large and as aligned as `T` at the least.
    unsafe { words.as_mut_ptr().cast::<T>().write(object) };
}

/// What [`store`] was given, in its place.
///
/// # Safety
/// The words came from `store` of the same type, apart from lifetimes, or are
/// another valid `T`; and what it borrows is alive and unchanged for those of `T`.
#[inline]
pub(crate) const unsafe fn load<T, const WORDS: usize>(words: &[MaybeUninit<u64>; WORDS]) -> &T {
    const { assert!(fits::<T, WORDS>()) };
    // SAFETY: by contract there is a `T`.
    unsafe { &*words.as_ptr().cast::<T>() }
}

/// [`load`] for what changes.
///
/// # Safety
/// As for [`load`].
#[inline]
pub(crate) const unsafe fn load_mut<T, const WORDS: usize>(words: &mut [MaybeUninit<u64>; WORDS]) -> &mut T {
    const { assert!(fits::<T, WORDS>()) };
    // SAFETY: by contract there is a `T`.
    unsafe { &mut *words.as_mut_ptr().cast::<T>() }
}

/// Whether a `T` can be kept in so many words, which C may copy and forget.
const fn fits<T, const WORDS: usize>() -> bool {
    size_of::<T>() <= size_of::<[u64; WORDS]>() && align_of::<T>() <= align_of::<u64>() && !needs_drop::<T>()
}

#[inline]
const fn kind(kind: resp_core::Kind) -> Kind {
    match kind {
        resp_core::Kind::SimpleString => Kind::SimpleString,
        resp_core::Kind::SimpleError => Kind::SimpleError,
        resp_core::Kind::Integer => Kind::Integer,
        resp_core::Kind::BulkString => Kind::BulkString,
        resp_core::Kind::Array => Kind::Array,
        resp_core::Kind::Null => Kind::Null,
        resp_core::Kind::Boolean => Kind::Boolean,
        resp_core::Kind::Double => Kind::Double,
        resp_core::Kind::BigNumber => Kind::BigNumber,
        resp_core::Kind::BulkError => Kind::BulkError,
        resp_core::Kind::Verbatim => Kind::Verbatim,
        resp_core::Kind::Map => Kind::Map,
        resp_core::Kind::Set => Kind::Set,
        resp_core::Kind::Push => Kind::Push,
        resp_core::Kind::Attribute => Kind::Attribute,
    }
}
