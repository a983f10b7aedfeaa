//! Replies to lists, sets and arrays.

use alloc::boxed::Box;
use alloc::collections::{BTreeSet, VecDeque};
use alloc::vec::Vec;
use core::marker::PhantomData;
#[cfg(feature = "std")]
use std::collections::HashSet;

use super::{ConvertError, FromReply, HasStrings};
use crate::frame::{Children, Frame};
use crate::marker::Kind;

/// The values of an array, set or push; a null has none.
#[inline]
pub(super) fn elements(frame: Frame<'_>) -> Result<Children<'_>, ConvertError> {
    match frame.kind() {
        Kind::Array | Kind::Set | Kind::Push | Kind::Null => Ok(frame.children()),
        _ => Err(ConvertError::kind("array", frame)),
    }
}

/// The values of an array, set or push of as many as `expected` says.
pub(super) fn exactly<'buf>(
    frame: Frame<'buf>,
    len: usize,
    expected: &'static str,
) -> Result<Children<'buf>, ConvertError> {
    match frame.kind() {
        Kind::Array | Kind::Set | Kind::Push if frame.len() == len => Ok(frame.children()),
        Kind::Array | Kind::Set | Kind::Push => Err(ConvertError::len(expected, frame.len())),
        _ => Err(ConvertError::kind(expected, frame)),
    }
}

#[inline]
fn each_element<T: FromReply>(
    children: Children<'_>,
    mut insert: impl FnMut(T::Out),
) -> Result<(), ConvertError> {
    for (index, child) in children.enumerate() {
        insert(T::from_reply(child).map_err(|error| error.at_index(index))?);
    }
    Ok(())
}

/// Arrays, sets and pushes; a null is an empty list. There is room for all from
/// the start, since all of them have arrived.
impl<T: FromReply> FromReply for Vec<T> {
    type Out = Vec<T::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let children = elements(frame)?;
        let mut values = Vec::with_capacity(children.len());
        each_element::<T>(children, |value| values.push(value))?;
        Ok(values)
    }
}

/// As a vector.
impl<T: FromReply> FromReply for VecDeque<T> {
    type Out = VecDeque<T::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        Vec::<T>::from_reply(frame).map(VecDeque::from)
    }
}

/// As a vector.
impl<T: FromReply> FromReply for Box<[T]> {
    type Out = Box<[T::Out]>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        Vec::<T>::from_reply(frame).map(Vec::into_boxed_slice)
    }
}

/// Arrays and sets of exactly so many values.
impl<T: FromReply, const N: usize> FromReply for [T; N] {
    type Out = [T::Out; N];

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        const EXPECTED: &str = "array of another length";
        let mut children = exactly(frame, N, EXPECTED)?;
        let mut values = [const { None }; N];
        for (index, value) in values.iter_mut().enumerate() {
            let child = children.next().ok_or_else(|| ConvertError::len(EXPECTED, index))?;
            *value = Some(T::from_reply(child).map_err(|error| error.at_index(index))?);
        }
        Ok(values.map(|value| value.expect("each was set above")))
    }
}

/// Arrays and sets; of equal values one is kept.
impl<T: FromReply<Out: Ord>> FromReply for BTreeSet<T> {
    type Out = BTreeSet<T::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let mut set = BTreeSet::new();
        each_element::<T>(elements(frame)?, |value| _ = set.insert(value))?;
        Ok(set)
    }
}

/// Arrays and sets; of equal values one is kept. The usual hasher is seeded, so
/// that a peer cannot choose values that collide.
#[cfg(feature = "std")]
impl<T, S> FromReply for HashSet<T, S>
where
    T: FromReply<Out: Eq + core::hash::Hash>,
    S: core::hash::BuildHasher + Default,
{
    type Out = HashSet<T::Out, S>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let children = elements(frame)?;
        let mut set = HashSet::with_capacity_and_hasher(children.len(), S::default());
        each_element::<T>(children, |value| _ = set.insert(value))?;
        Ok(set)
    }
}

/// A marker for any collection of single values, which comes as `C` itself:
/// those of other crates, too.
///
/// ```
/// use resp_core::{Collect, Decoder, Progress, cmd};
/// use std::collections::BinaryHeap;
///
/// let command = cmd::raw("LRANGE").arg("scores").arg(0).arg(-1).returning::<Collect<BinaryHeap<u32>>>();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n$1\r\n3\r\n$1\r\n7\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap().pop(), Some(7));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct Collect<C>(PhantomData<fn() -> C>);

impl<C> FromReply for Collect<C>
where
    C: IntoIterator + FromIterator<C::Item>,
    C::Item: FromReply<Out = C::Item>,
{
    type Out = C;

    fn from_reply(frame: Frame<'_>) -> Result<C, ConvertError> {
        let children = elements(frame)?.enumerate();
        children
            .map(|(index, child)| C::Item::from_reply(child).map_err(|error| error.at_index(index)))
            .collect()
    }
}

/// The type says itself what its strings are.
impl<C> HasStrings for Collect<C>
where
    Self: FromReply,
{
    type Text = Self;
    type Lossy = Self;
    type With<U> = U;
}

macro_rules! have_strings_within {
    ($($(#[$cfg:meta])? [$($param:tt)*] $list:ident<T $(, $hasher:ident)?>;)*) => {$(
        $(#[$cfg])?
        impl<$($param)*> HasStrings for $list<T $(, $hasher)?>
        where
            $list<T::Text $(, $hasher)?>: FromReply,
            $list<T::Lossy $(, $hasher)?>: FromReply,
        {
            type Text = $list<T::Text $(, $hasher)?>;
            type Lossy = $list<T::Lossy $(, $hasher)?>;
            type With<U> = $list<T::With<U> $(, $hasher)?>;
        }
    )*};
}

have_strings_within! {
    [T: HasStrings] Vec<T>;
    [T: HasStrings] VecDeque<T>;
    [T: HasStrings] BTreeSet<T>;
    #[cfg(feature = "std")] [T: HasStrings, S] HashSet<T, S>;
}

impl<T: HasStrings> HasStrings for Box<[T]> {
    type Text = Box<[T::Text]>;
    type Lossy = Box<[T::Lossy]>;
    type With<U> = Box<[T::With<U>]>;
}

impl<T: HasStrings, const N: usize> HasStrings for [T; N] {
    type Text = [T::Text; N];
    type Lossy = [T::Lossy; N];
    type With<U> = [T::With<U>; N];
}
