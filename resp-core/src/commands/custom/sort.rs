//! SORT.

use alloc::vec::Vec;
use core::marker::PhantomData;

use bytes::Bytes;

use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::ToArg;

/// The options of [`sort`]: whether it was said by what, which part, in which
/// order, and where the result goes.
#[derive(Debug)]
pub struct Sort<By = Free, Limit = Free, Order = Free, Store = Free>(PhantomData<(By, Limit, Order, Store)>);

/// The options of [`sort_ro`]: those of [`sort`], but for `store`.
pub type SortRo = Sort<Free, Free, Free, Used>;

impl<B, L, O, S> Shareable for Sort<B, L, O, S> {}
impl<B, L, O, S> Queueable for Sort<B, L, O, S> {}

/// The elements of a list, set or sorted set, sorted as numbers. Elements that
/// are no numbers are an error, unless [`alpha`](Command::alpha) says that text is meant.
///
/// `SORT`, since 1.0.0. Complexity: O(N + M log M), M the number of elements returned.
///
/// ```
/// use resp_core::cmd;
///
/// // The three newest users' names, of a set of their numbers.
/// let names = cmd::sort("users").by("user:*->since").desc().limit(0, 3).get("user:*->name").text();
/// # let _ = names;
/// ```
pub fn sort(key: impl ToArg) -> Command<Vec<Bytes>, Sort> {
    Command::new(Wire::of(&metas::SORT, [key.to_arg().as_bytes()]))
}

/// [`sort`] that stores nothing, so that a replica can do it, too.
///
/// `SORT_RO`, since 7.0.0. Complexity: O(N + M log M), M the number of elements returned.
pub fn sort_ro(key: impl ToArg) -> Command<Vec<Bytes>, SortRo> {
    Command::new(Wire::of(&metas::SORT_RO, [key.to_arg().as_bytes()]))
}

impl<R, L, O, S, X> Command<R, Sort<Free, L, O, S>, X> {
    /// Sorts by what other keys hold: those whose names the pattern makes when
    /// an element stands in the place of its `*`; with `->` and a field's name
    /// behind it, by that field of a hash.
    pub fn by(self, pattern: impl ToArg) -> Command<R, Sort<Used, L, O, S>, X> {
        self.with(|wire| {
            wire.push(b"BY");
            wire.push(pattern.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Leaves the elements in their order, for [`get`](Command::get) alone.
    pub fn unsorted(self) -> Command<R, Sort<Used, L, O, S>, X> {
        self.by("nosort")
    }
}

impl<R, B, O, S, X> Command<R, Sort<B, Free, O, S>, X> {
    /// Leaves out the first `offset` elements and gives `count` of the others.
    pub fn limit(self, offset: u64, count: u64) -> Command<R, Sort<B, Used, O, S>, X> {
        self.with(|wire| {
            wire.push(b"LIMIT");
            wire.push(offset.to_arg().as_bytes());
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<R, B, L, S, X> Command<R, Sort<B, L, Free, S>, X> {
    /// From the least to the greatest. The default.
    pub fn asc(self) -> Command<R, Sort<B, L, Used, S>, X> {
        self.with(|wire| wire.push(b"ASC")).retyped()
    }

    /// From the greatest to the least.
    pub fn desc(self) -> Command<R, Sort<B, L, Used, S>, X> {
        self.with(|wire| wire.push(b"DESC")).retyped()
    }
}

impl<R, B, L, O, S, X> Command<R, Sort<B, L, O, S>, X> {
    /// Compares text, not numbers.
    pub fn alpha(self) -> Self {
        self.with(|wire| wire.push(b"ALPHA"))
    }
}

impl<R, B, L, O, X> Command<R, Sort<B, L, O, Free>, X> {
    /// Stores the result as a list: how many elements it has.
    pub fn store(self, destination: impl ToArg) -> Command<u64, Sort<B, L, O, Used>, X> {
        self.with(|wire| {
            wire.push(b"STORE");
            wire.push(destination.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// GET, which may be given more than once, for each type that the reply then has.
macro_rules! get {
    ($($from:ty => $to:ty),*) => {$(
        impl<B, L, O, S, X> Command<$from, Sort<B, L, O, S>, X> {
            /// Takes, in the place of each element, what another key holds, as in
            /// [`by`](Command::by); of `#` the element itself. Given more than
            /// once, all of them for each element in turn. `None` is a missing key.
            pub fn get(self, pattern: impl ToArg) -> Command<$to, Sort<B, L, O, S>, X> {
                self.with(|wire| {
                    wire.push(b"GET");
                    wire.push(pattern.to_arg().as_bytes());
                })
                .retyped()
            }
        }
    )*};
}

get!(Vec<Bytes> => Vec<Option<Bytes>>, Vec<Option<Bytes>> => Vec<Option<Bytes>>, u64 => u64);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::custom::tests::words;

    #[test]
    fn options_in_any_order() {
        let names: Command<Vec<Option<Bytes>>, _> = sort("l").get("#").get("name_*").alpha().desc();
        assert_eq!(words(&names), "l GET # GET name_* ALPHA DESC");
        let count: Command<u64, _> = sort("l").by("w_*").get("#").store("d").limit(0, 9).get("n_*");
        assert_eq!(words(&count), "l BY w_* GET # STORE d LIMIT 0 9 GET n_*");
        let plain: Command<Vec<Bytes>, _> = sort_ro("l").asc().unsorted();
        assert_eq!(words(&plain), "l ASC BY nosort");
    }
}
