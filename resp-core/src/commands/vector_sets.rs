// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Vector sets: elements with a vector each, to be found by how similar they are.

#[doc(inline)]
pub use super::custom::vector_sets::*;
use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{Pairs, ToArg};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use std::vec::Vec;

/// The options of [`vadd`].
#[derive(Debug)]
pub struct Vadd<Quantization = Free>(PhantomData<(Quantization,)>);

impl<Quantization> Shareable for Vadd<Quantization> {}
impl<Quantization> Queueable for Vadd<Quantization> {}

/// Adds an element with its vector to a vector set, or replaces its vector: whether the
/// element is new.
///
/// All vectors of a set have the same number of dimensions, quantization and links.
/// Numbers are sent in 32 bits each.
///
/// `VADD`, since 8.0.0. Complexity: O(log N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vadd("points", [1.0, 0.0], "east");
/// // VADD points FP32 "\x00\x00\x80?\x00\x00\x00\x00" east
/// # let _ = command;
/// ```
#[inline]
pub fn vadd(key: impl ToArg, vector: impl Into<Vector>, element: impl ToArg) -> Command<bool, Vadd> {
    let vector: Vector = vector.into();
    Command::new(Wire::of(
        &metas::VADD,
        [key.to_arg().as_bytes(), b"FP32", vector.to_arg().as_bytes(), element.to_arg().as_bytes()],
    ))
}

impl<R, Quantization, X> Command<R, Vadd<Quantization>, X> {
    /// Projects the vectors of the set onto fewer dimensions, at random.
    #[inline]
    pub fn reduce(self, dimensions: u32) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"REDUCE");
            wire.push(dimensions.to_arg().as_bytes());
        })
    }

    /// Looks for neighbors on another thread of the server; the reply is then always that the
    /// element is new.
    #[inline]
    pub fn cas(self) -> Self {
        self.with(|wire| {
            wire.push(b"CAS");
        })
    }

    /// How many candidates to look at for neighbors. Default: 200.
    #[inline]
    pub fn ef(self, candidates: u32) -> Self {
        self.with(|wire| {
            wire.push(b"EF");
            wire.push(candidates.to_arg().as_bytes());
        })
    }

    /// The element's attributes, a JSON object, for filters of `vsim`; empty for none.
    #[inline]
    pub fn set_attr(self, json: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"SETATTR");
            wire.push(json.to_arg().as_bytes());
        })
    }

    /// How many links an element has to others, twice that on the lowest layer. Default: 16.
    #[inline]
    pub fn m(self, links: u32) -> Self {
        self.with(|wire| {
            wire.push(b"M");
            wire.push(links.to_arg().as_bytes());
        })
    }
}

impl<R, X> Command<R, Vadd<Free>, X> {
    /// The set keeps all bits of its numbers.
    #[inline]
    pub fn no_quant(self) -> Command<R, Vadd<Used>, X> {
        self.with(|wire| {
            wire.push(b"NOQUANT");
        })
        .retyped()
    }

    /// The set keeps 8 bits of each number. The default.
    #[inline]
    pub fn q8(self) -> Command<R, Vadd<Used>, X> {
        self.with(|wire| {
            wire.push(b"Q8");
        })
        .retyped()
    }

    /// The set keeps one bit of each number.
    #[inline]
    pub fn bin(self) -> Command<R, Vadd<Used>, X> {
        self.with(|wire| {
            wire.push(b"BIN");
        })
        .retyped()
    }
}

/// How many elements a vector set has; 0 if there is no such key.
///
/// `VCARD`, since 8.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vcard("points");
/// // VCARD points
/// # let _ = command;
/// ```
#[inline]
pub fn vcard(key: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::VCARD, [key.to_arg().as_bytes()]))
}

/// How many dimensions the vectors of a set have, after projection.
///
/// It is an error if there is no such key.
///
/// `VDIM`, since 8.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vdim("points");
/// // VDIM points
/// # let _ = command;
/// ```
#[inline]
pub fn vdim(key: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::VDIM, [key.to_arg().as_bytes()]))
}

/// The options of [`vemb`].
#[derive(Debug)]
pub struct Vemb;

impl Shareable for Vemb {}
impl Queueable for Vemb {}

/// The vector of an element; `None` if there is no such element or key.
///
/// It is not quite the one that was added, but what normalizing and quantization left of
/// it.
///
/// `VEMB`, since 8.0.0. Complexity: O(D) for D dimensions.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vemb("points", "east");
/// // VEMB points east
/// # let _ = command;
/// ```
#[inline]
pub fn vemb(key: impl ToArg, element: impl ToArg) -> Command<Option<Vec<f64>>, Vemb> {
    Command::new(Wire::of(&metas::VEMB, [key.to_arg().as_bytes(), element.to_arg().as_bytes()]))
}

impl<X> Command<Option<Vec<f64>>, Vemb, X> {
    /// The vector as the server holds it.
    #[inline]
    pub fn raw(self) -> Command<Option<RawVector>, Vemb, X> {
        self.with(|wire| {
            wire.push(b"RAW");
        })
        .retyped()
    }
}

/// The attributes of an element, a JSON object; `None` if it has none or there is no such
/// element or key.
///
/// `VGETATTR`, since 8.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vgetattr("points", "east");
/// // VGETATTR points east
/// # let _ = command;
/// ```
#[inline]
pub fn vgetattr(key: impl ToArg, element: impl ToArg) -> Command<Option<Bytes>> {
    Command::new(Wire::of(&metas::VGETATTR, [key.to_arg().as_bytes(), element.to_arg().as_bytes()]))
}

/// How a vector set is made and how large it is; `None` if there is no such key.
///
/// `VINFO`, since 8.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vinfo("points");
/// // VINFO points
/// # let _ = command;
/// ```
#[inline]
pub fn vinfo(key: impl ToArg) -> Command<Option<VectorSetInfo>> {
    Command::new(Wire::of(&metas::VINFO, [key.to_arg().as_bytes()]))
}

/// Whether a vector set has an element.
///
/// `VISMEMBER`, since 8.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vismember("points", "east");
/// // VISMEMBER points east
/// # let _ = command;
/// ```
#[inline]
pub fn vismember(key: impl ToArg, element: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::VISMEMBER, [key.to_arg().as_bytes(), element.to_arg().as_bytes()]))
}

/// The options of [`vlinks`].
#[derive(Debug)]
pub struct Vlinks;

impl Shareable for Vlinks {}
impl Queueable for Vlinks {}

/// The neighbors that an element is linked to, a list for each layer, the lowest layer
/// last; `None` if there is no such element or key.
///
/// `VLINKS`, since 8.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vlinks("points", "east");
/// // VLINKS points east
/// # let _ = command;
/// ```
#[inline]
pub fn vlinks(key: impl ToArg, element: impl ToArg) -> Command<Option<Vec<Vec<Bytes>>>, Vlinks> {
    Command::new(Wire::of(&metas::VLINKS, [key.to_arg().as_bytes(), element.to_arg().as_bytes()]))
}

impl<X> Command<Option<Vec<Vec<Bytes>>>, Vlinks, X> {
    /// The neighbors together with how similar they are, from 0 for opposite to 1 for the
    /// same direction.
    #[inline]
    pub fn with_scores(self) -> Command<Option<Vec<Scored>>, Vlinks, X> {
        self.with(|wire| {
            wire.push(b"WITHSCORES");
        })
        .retyped()
    }
}

/// The options of [`vrandmember`].
#[derive(Debug)]
pub struct Vrandmember;

impl Shareable for Vrandmember {}
impl Queueable for Vrandmember {}

/// A random element of a vector set; `None` if there is none.
///
/// `VRANDMEMBER`, since 8.0.0. Complexity: O(M log N) for M elements asked for, O(N) at
/// most unless some may be the same.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vrandmember("points");
/// // VRANDMEMBER points
/// # let _ = command;
/// ```
#[inline]
pub fn vrandmember(key: impl ToArg) -> Command<Option<Bytes>, Vrandmember> {
    Command::new(Wire::of(&metas::VRANDMEMBER, [key.to_arg().as_bytes()]))
}

impl<X> Command<Option<Bytes>, Vrandmember, X> {
    /// Up to this many different elements, or if negative exactly as many, of which some may
    /// be the same.
    #[inline]
    pub fn count(self, count: i64) -> Command<Vec<Bytes>, Vrandmember, X> {
        self.with(|wire| {
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// The options of [`vrange`].
#[derive(Debug)]
pub struct Vrange;

impl Shareable for Vrange {}
impl Queueable for Vrange {}

/// The elements from one bound to another, in the order of their bytes.
///
/// To walk a large set, ask for some and start the next call at `LexBound::exclusive` of
/// the last one.
///
/// `VRANGE`, since 8.4.0. Complexity: O(M) for M elements of the range.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vrange("points", LexBound::MIN, LexBound::MAX).count(1);
/// // VRANGE points - + 1
/// # let _ = command;
/// ```
#[inline]
pub fn vrange(
    key: impl ToArg,
    start: impl Into<LexBound>,
    stop: impl Into<LexBound>,
) -> Command<Vec<Bytes>, Vrange> {
    let start: LexBound = start.into();
    let stop: LexBound = stop.into();
    Command::new(Wire::of(
        &metas::VRANGE,
        [key.to_arg().as_bytes(), start.to_arg().as_bytes(), stop.to_arg().as_bytes()],
    ))
}

impl<R, X> Command<R, Vrange, X> {
    /// How many elements at most.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// Removes an element of a vector set: whether there was one.
///
/// A vector set with no element left is gone.
///
/// `VREM`, since 8.0.0. Complexity: O(log N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vrem("points", "east");
/// // VREM points east
/// # let _ = command;
/// ```
#[inline]
pub fn vrem(key: impl ToArg, element: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::VREM, [key.to_arg().as_bytes(), element.to_arg().as_bytes()]))
}

/// Sets the attributes of an element, a JSON object, or removes them if it is empty:
/// whether there is such an element.
///
/// `VSETATTR`, since 8.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vsetattr("points", "east", r#"{"year":1950}"#);
/// // VSETATTR points east "{\"year\":1950}"
/// # let _ = command;
/// ```
#[inline]
pub fn vsetattr(key: impl ToArg, element: impl ToArg, json: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(
        &metas::VSETATTR,
        [key.to_arg().as_bytes(), element.to_arg().as_bytes(), json.to_arg().as_bytes()],
    ))
}

/// The options of [`vsim`].
#[derive(Debug)]
pub struct Vsim;

impl Shareable for Vsim {}
impl Queueable for Vsim {}

/// The elements whose vectors are most similar to one, which is given or that of an
/// element, most similar first.
///
/// None if there is no such key; an error if there is no such element.
///
/// `VSIM`, since 8.0.0. Complexity: O(log N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = vsim("points", [1.0, 0.0]);
/// // VSIM points FP32 "\x00\x00\x80?\x00\x00\x00\x00"
/// # let _ = command;
/// ```
#[inline]
pub fn vsim(key: impl ToArg, near: impl Into<Near>) -> Command<Vec<Bytes>, Vsim> {
    let mut wire = Wire::of(&metas::VSIM, [key.to_arg().as_bytes()]);
    let near: Near = near.into();
    wire.push_args(&near);
    Command::new(wire)
}

impl<X> Command<Vec<Bytes>, Vsim, X> {
    /// The elements together with how similar they are, from 0 for opposite to 1 for the same
    /// direction.
    #[inline]
    pub fn with_scores(self) -> Command<Scored, Vsim, X> {
        self.with(|wire| {
            wire.push(b"WITHSCORES");
        })
        .retyped()
    }

    /// The elements together with their attributes. For their similarity too, call
    /// `with_scores` before. Since 8.2.0.
    #[inline]
    pub fn with_attribs(self) -> Command<Pairs<Bytes, Option<Bytes>>, Vsim, X> {
        self.with(|wire| {
            wire.push(b"WITHATTRIBS");
        })
        .retyped()
    }
}

impl<X> Command<Scored, Vsim, X> {
    /// The elements together with their similarity and attributes. Since 8.2.0.
    #[inline]
    pub fn with_attribs(self) -> Command<Similar, Vsim, X> {
        self.with(|wire| {
            wire.push(b"WITHATTRIBS");
        })
        .retyped()
    }
}

impl<R, X> Command<R, Vsim, X> {
    /// How many elements at most. Default: 10.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }

    /// Only elements that are no less similar than one minus this.
    #[inline]
    pub fn epsilon(self, distance: f64) -> Self {
        self.with(|wire| {
            wire.push(b"EPSILON");
            wire.push(distance.to_arg().as_bytes());
        })
    }

    /// How many candidates to look at. Default: 100, or as many as are asked for.
    #[inline]
    pub fn ef(self, candidates: u32) -> Self {
        self.with(|wire| {
            wire.push(b"EF");
            wire.push(candidates.to_arg().as_bytes());
        })
    }

    /// Only elements whose attributes make this expression true, such as `.year > 1950`.
    #[inline]
    pub fn filter(self, expression: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"FILTER");
            wire.push(expression.to_arg().as_bytes());
        })
    }

    /// How many candidates to look at for those that pass the filter. Default: a hundred
    /// times the count.
    #[inline]
    pub fn filter_ef(self, candidates: u64) -> Self {
        self.with(|wire| {
            wire.push(b"FILTER-EF");
            wire.push(candidates.to_arg().as_bytes());
        })
    }

    /// Compares with every element, O(N), and so finds the most similar ones for certain.
    #[inline]
    pub fn truth(self) -> Self {
        self.with(|wire| {
            wire.push(b"TRUTH");
        })
    }

    /// Searches on the server's main thread, while everything else waits.
    #[inline]
    pub fn no_thread(self) -> Self {
        self.with(|wire| {
            wire.push(b"NOTHREAD");
        })
    }
}
