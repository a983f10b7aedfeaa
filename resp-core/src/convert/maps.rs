//! Replies to maps and lists of pairs.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::marker::PhantomData;
#[cfg(feature = "std")]
use std::collections::HashMap;

use super::{ConvertError, FromReply, HasStrings};
use crate::frame::{Children, Entries, Frame};
use crate::marker::Kind;

/// The pairs of a map, of a list of alternating keys and values, or of a list
/// of pairs; a null has none.
#[derive(Debug)]
pub(super) enum PairIter<'buf> {
    Flat(Entries<'buf>),
    Nested(core::iter::Enumerate<Children<'buf>>),
}

impl<'buf> PairIter<'buf> {
    pub(super) fn new(frame: Frame<'buf>) -> Result<Self, ConvertError> {
        match frame.kind() {
            Kind::Array | Kind::Set if frame.children().next().is_some_and(is_pair) => {
                Ok(Self::Nested(frame.children().enumerate()))
            }
            Kind::Map | Kind::Null => Ok(Self::Flat(frame.entries())),
            Kind::Array | Kind::Set if frame.len().is_multiple_of(2) => Ok(Self::Flat(frame.entries())),
            Kind::Array | Kind::Set => Err(ConvertError::len("pairs", frame.len())),
            _ => Err(ConvertError::kind("map", frame)),
        }
    }

    /// How many there are, if all of them are pairs.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Flat(entries) => entries.len(),
            Self::Nested(pairs) => pairs.len(),
        }
    }
}

fn is_pair(frame: Frame<'_>) -> bool {
    frame.kind() == Kind::Array && frame.len() == 2
}

impl<'buf> Iterator for PairIter<'buf> {
    type Item = Result<(Frame<'buf>, Frame<'buf>), ConvertError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Flat(entries) => entries.next().map(Ok),
            Self::Nested(pairs) => {
                let (index, pair) = pairs.next()?;
                let entry = if is_pair(pair) { pair.entries().next() } else { None };
                Some(entry.ok_or_else(|| ConvertError::kind("pair", pair).at_index(index)))
            }
        }
    }
}

/// A pair of a reply, converted.
#[inline]
fn entry<K: FromReply, V: FromReply>(
    (index, pair): (usize, Result<(Frame<'_>, Frame<'_>), ConvertError>),
) -> Result<(K::Out, V::Out), ConvertError> {
    let (key, value) = pair?;
    let value = V::from_reply(value).map_err(|error| error.at_entry(key))?;
    Ok((K::from_reply(key).map_err(|error| error.at_key(index))?, value))
}

/// A marker for pairs in the order of the reply, which come as `Vec<(K, V)>`.
///
/// ```
/// use resp_core::{Decoder, Pairs, Progress, cmd};
///
/// let command = cmd::raw("ZRANGE").arg("board").arg(0).arg(-1).arg("WITHSCORES");
/// let command = command.returning::<Pairs<String, f64>>();
/// for reply in ["*2\r\n$3\r\nAda\r\n$1\r\n7\r\n", "*1\r\n*2\r\n$3\r\nAda\r\n,7\r\n"] {
///     let mut decoder = Decoder::new();
///     let Progress::Frame(frame) = decoder.decode(reply.as_bytes())? else { panic!() };
///     assert_eq!(command.decode(frame).unwrap(), [("Ada".to_string(), 7.0)]);
/// }
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct Pairs<K, V>(PhantomData<fn() -> (K, V)>);

impl<K: FromReply, V: FromReply> FromReply for Pairs<K, V> {
    type Out = Vec<(K::Out, V::Out)>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let entries = PairIter::new(frame)?;
        let mut pairs = Vec::with_capacity(entries.len());
        for pair in entries.enumerate() {
            pairs.push(entry::<K, V>(pair)?);
        }
        Ok(pairs)
    }
}

/// Maps and lists of pairs; of repeated keys the last one counts.
impl<K: FromReply<Out: Ord>, V: FromReply> FromReply for BTreeMap<K, V> {
    type Out = BTreeMap<K::Out, V::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let mut map = BTreeMap::new();
        for pair in PairIter::new(frame)?.enumerate() {
            let (key, value) = entry::<K, V>(pair)?;
            map.insert(key, value);
        }
        Ok(map)
    }
}

/// Maps and lists of pairs; of repeated keys the last one counts. The usual
/// hasher is seeded, so that a peer cannot choose keys that collide.
#[cfg(feature = "std")]
impl<K, V, S> FromReply for HashMap<K, V, S>
where
    K: FromReply<Out: Eq + core::hash::Hash>,
    V: FromReply,
    S: core::hash::BuildHasher + Default,
{
    type Out = HashMap<K::Out, V::Out, S>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let entries = PairIter::new(frame)?;
        let mut map = HashMap::with_capacity_and_hasher(entries.len(), S::default());
        for pair in entries.enumerate() {
            let (key, value) = entry::<K, V>(pair)?;
            map.insert(key, value);
        }
        Ok(map)
    }
}

/// A marker for any collection of pairs, which comes as `C` itself: those of
/// other crates, too, such as a map that keeps the order.
///
/// ```
/// use resp_core::{CollectPairs, Decoder, Progress, cmd};
/// use std::collections::VecDeque;
///
/// let command = cmd::raw("HGETALL").arg("stock").returning::<CollectPairs<VecDeque<(String, u32)>>>();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n$3\r\nnut\r\n$1\r\n7\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), [("nut".to_string(), 7)]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct CollectPairs<C>(PhantomData<fn() -> C>);

impl<C, K, V> FromReply for CollectPairs<C>
where
    C: IntoIterator<Item = (K, V)> + FromIterator<(K, V)>,
    K: FromReply<Out = K>,
    V: FromReply<Out = V>,
{
    type Out = C;

    fn from_reply(frame: Frame<'_>) -> Result<C, ConvertError> {
        PairIter::new(frame)?.enumerate().map(entry::<K, V>).collect()
    }
}

/// The type says itself what its strings are.
impl<C> HasStrings for CollectPairs<C>
where
    Self: FromReply,
{
    type Text = Self;
    type Lossy = Self;
    type With<U> = U;
}

impl<K: HasStrings, V: HasStrings> HasStrings for Pairs<K, V> {
    type Text = Pairs<K::Text, V::Text>;
    type Lossy = Pairs<K::Lossy, V::Lossy>;
    type With<U> = Pairs<K, V::With<U>>;
}

impl<K: HasStrings, V: HasStrings> HasStrings for BTreeMap<K, V>
where
    BTreeMap<K::Text, V::Text>: FromReply,
    BTreeMap<K::Lossy, V::Lossy>: FromReply,
{
    type Text = BTreeMap<K::Text, V::Text>;
    type Lossy = BTreeMap<K::Lossy, V::Lossy>;
    type With<U> = BTreeMap<K, V::With<U>>;
}

#[cfg(feature = "std")]
impl<K: HasStrings, V: HasStrings, S> HasStrings for HashMap<K, V, S>
where
    HashMap<K::Text, V::Text, S>: FromReply,
    HashMap<K::Lossy, V::Lossy, S>: FromReply,
{
    type Text = HashMap<K::Text, V::Text, S>;
    type Lossy = HashMap<K::Lossy, V::Lossy, S>;
    type With<U> = HashMap<K, V::With<U>, S>;
}
