//! Places on the earth.

use alloc::vec::Vec;
use core::marker::PhantomData;

use bytes::Bytes;

#[doc(inline)]
pub use super::area::{GeoArea, GeoCenter, GeoUnit};
use crate::command::{Command, Free, Meta, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{ToArg, ToArgs};
use crate::replies::{GeoMatch, GeoPoint};

/// The options of [`geoadd`]: whether a condition was given.
#[derive(Debug)]
pub struct Geoadd<Existence = Free>(PhantomData<Existence>);

impl<E> Shareable for Geoadd<E> {}
impl<E> Queueable for Geoadd<E> {}

/// Gives members of a sorted set their places: how many of them are new.
/// Latitudes beyond 85.05112878 degrees are an error.
///
/// `GEOADD`, since 3.2.0. Complexity: O(log N) for each place.
pub fn geoadd(
    key: impl ToArg,
    places: impl IntoIterator<Item = (GeoPoint, impl ToArg)>,
) -> Command<u64, Geoadd> {
    let mut wire = Wire::of(&metas::GEOADD, [key.to_arg().as_bytes()]);
    for (point, member) in places {
        wire.push_args(&point);
        wire.push(member.to_arg().as_bytes());
    }
    Command::new(wire)
}

impl<R, X> Command<R, Geoadd<Free>, X> {
    /// Only adds members, moves none. Since 6.2.0.
    pub fn nx(self) -> Command<R, Geoadd<Used>, X> {
        self.with_at(1, |wire| wire.push(b"NX")).retyped()
    }

    /// Only moves members, adds none. Since 6.2.0.
    pub fn xx(self) -> Command<R, Geoadd<Used>, X> {
        self.with_at(1, |wire| wire.push(b"XX")).retyped()
    }
}

impl<R, E, X> Command<R, Geoadd<E>, X> {
    /// Counts those that were moved, too. Since 6.2.0.
    pub fn ch(self) -> Self {
        self.with_at(1, |wire| wire.push(b"CH"))
    }
}

/// The options of [`geosearch`] and its like: whether the order and the number of
/// members were given, and the result may not be stored.
#[derive(Debug)]
pub struct Geosearch<Order = Free, Count = Free, Store = Used>(PhantomData<(Order, Count, Store)>);

/// The options of [`georadius`] and [`georadiusbymember`]: those of
/// [`geosearch`], and where to store the result.
pub type Georadius = Geosearch<Free, Free, Free>;

/// The options of [`geosearchstore`]: the order and number of members, and what
/// becomes their score.
pub type Geosearchstore = Geosearch<Free, Free, Free>;

impl<O, N, S> Shareable for Geosearch<O, N, S> {}
impl<O, N, S> Queueable for Geosearch<O, N, S> {}

/// The members within an area.
///
/// `GEOSEARCH`, since 6.2.0. Complexity: O(N + log M), N members around the area,
/// M in the set.
///
/// ```
/// use resp_core::cmd::{self, GeoArea, GeoUnit};
///
/// let area = GeoArea::circle("Palermo", 200.0, GeoUnit::Kilometers);
/// let nearest = cmd::geosearch("sicily", area).asc().count(10).with_dist().text();
/// # let _ = nearest;
/// ```
pub fn geosearch(key: impl ToArg, area: GeoArea<'_>) -> Command<Vec<Bytes>, Geosearch> {
    let mut wire = Wire::of(&metas::GEOSEARCH, [key.to_arg().as_bytes()]);
    wire.push_args(&area);
    Command::new(wire)
}

/// Stores the members within an area as another such set: how many there are.
///
/// `GEOSEARCHSTORE`, since 6.2.0. Complexity: O(N + log M), N members around the
/// area, M in the set.
pub fn geosearchstore(
    destination: impl ToArg,
    source: impl ToArg,
    area: GeoArea<'_>,
) -> Command<u64, Geosearchstore> {
    let keys = [destination.to_arg(), source.to_arg()];
    let mut wire = Wire::of(&metas::GEOSEARCHSTORE, keys.each_ref().map(|key| key.as_bytes()));
    wire.push_args(&area);
    Command::new(wire)
}

/// The members within a circle. Deprecated since Redis 6.2: [`geosearch`] and
/// [`geosearchstore`] do the same.
///
/// `GEORADIUS`, since 3.2.0. Complexity: O(N + log M), N members around the
/// circle, M in the set.
pub fn georadius(
    key: impl ToArg,
    center: GeoPoint,
    radius: f64,
    unit: GeoUnit,
) -> Command<Vec<Bytes>, Georadius> {
    around(&metas::GEORADIUS, &key, &center, radius, unit)
}

/// [`georadius`] that stores nothing, so that a replica can do it, too. Deprecated
/// since Redis 6.2: [`geosearch`] does the same.
///
/// `GEORADIUS_RO`, since 3.2.10. Complexity: O(N + log M), N members around the
/// circle, M in the set.
pub fn georadius_ro(
    key: impl ToArg,
    center: GeoPoint,
    radius: f64,
    unit: GeoUnit,
) -> Command<Vec<Bytes>, Geosearch> {
    around(&metas::GEORADIUS_RO, &key, &center, radius, unit)
}

/// The members within a circle around one of them, which is among them. Deprecated
/// since Redis 6.2: [`geosearch`] and [`geosearchstore`] do the same.
///
/// `GEORADIUSBYMEMBER`, since 3.2.0. Complexity: O(N + log M), N members around
/// the circle, M in the set.
pub fn georadiusbymember(
    key: impl ToArg,
    member: impl ToArg,
    radius: f64,
    unit: GeoUnit,
) -> Command<Vec<Bytes>, Georadius> {
    around(&metas::GEORADIUSBYMEMBER, &key, &[member], radius, unit)
}

/// [`georadiusbymember`] that stores nothing, so that a replica can do it, too.
/// Deprecated since Redis 6.2: [`geosearch`] does the same.
///
/// `GEORADIUSBYMEMBER_RO`, since 3.2.10. Complexity: O(N + log M), N members
/// around the circle, M in the set.
pub fn georadiusbymember_ro(
    key: impl ToArg,
    member: impl ToArg,
    radius: f64,
    unit: GeoUnit,
) -> Command<Vec<Bytes>, Geosearch> {
    around(&metas::GEORADIUSBYMEMBER_RO, &key, &[member], radius, unit)
}

fn around<R, K>(
    meta: &'static Meta,
    key: &impl ToArg,
    center: &impl ToArgs,
    radius: f64,
    unit: GeoUnit,
) -> Command<R, K> {
    let mut wire = Wire::of(meta, [key.to_arg().as_bytes()]);
    wire.push_args(center);
    wire.push(radius.to_arg().as_bytes());
    wire.push(unit.to_arg().as_bytes());
    Command::new(wire)
}

impl<R, N, S, X> Command<R, Geosearch<Free, N, S>, X> {
    /// From the nearest to the furthest.
    pub fn asc(self) -> Command<R, Geosearch<Used, N, S>, X> {
        self.with(|wire| wire.push(b"ASC")).retyped()
    }

    /// From the furthest to the nearest.
    pub fn desc(self) -> Command<R, Geosearch<Used, N, S>, X> {
        self.with(|wire| wire.push(b"DESC")).retyped()
    }
}

impl<R, O, S, X> Command<R, Geosearch<O, Free, S>, X> {
    /// At most so many, the nearest of them unless the order is another.
    pub fn count(self, count: u64) -> Command<R, Geosearch<O, Used, S>, X> {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }

    /// At most so many, the first of them that the server comes upon, which is
    /// faster. Since 6.2.0.
    pub fn count_any(self, count: u64) -> Command<R, Geosearch<O, Used, S>, X> {
        self.count(count).with(|wire| wire.push(b"ANY"))
    }
}

/// What else to say about each member; the first of these changes the reply.
macro_rules! details {
    ($($from:ty),*) => {$(
        impl<O, N, S, X> Command<$from, Geosearch<O, N, S>, X> {
            /// Says where each member is.
            pub fn with_coord(self) -> Command<Vec<GeoMatch>, Geosearch<O, N, S>, X> {
                self.with(|wire| wire.push(b"WITHCOORD")).retyped()
            }

            /// Says how far each member is from the center, in the unit of the area.
            pub fn with_dist(self) -> Command<Vec<GeoMatch>, Geosearch<O, N, S>, X> {
                self.with(|wire| wire.push(b"WITHDIST")).retyped()
            }

            /// Says where each member is, in the one number that its score is.
            pub fn with_hash(self) -> Command<Vec<GeoMatch>, Geosearch<O, N, S>, X> {
                self.with(|wire| wire.push(b"WITHHASH")).retyped()
            }
        }
    )*};
}

details!(Vec<Bytes>, Vec<GeoMatch>);

impl<O, N, X> Command<Vec<Bytes>, Geosearch<O, N, Free>, X> {
    /// Stores the members as another such set: how many there are.
    pub fn store(self, destination: impl ToArg) -> Command<u64, Geosearch<O, N>, X> {
        self.stored(b"STORE", &destination)
    }

    /// Stores the members as a sorted set with their distances as scores: how many
    /// there are.
    pub fn store_dist(self, destination: impl ToArg) -> Command<u64, Geosearch<O, N>, X> {
        self.stored(b"STOREDIST", &destination)
    }

    fn stored(self, word: &[u8], destination: &impl ToArg) -> Command<u64, Geosearch<O, N>, X> {
        self.with(|wire| {
            wire.push(word);
            wire.push(destination.to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<O, N, X> Command<u64, Geosearch<O, N, Free>, X> {
    /// Stores the distances as scores, not the places.
    pub fn store_dist(self) -> Command<u64, Geosearch<O, N>, X> {
        self.with(|wire| wire.push(b"STOREDIST")).retyped()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::custom::tests::words;

    const PLACE: GeoPoint = GeoPoint { longitude: 15.0, latitude: 37.5 };

    #[test]
    fn conditions_come_before_the_places() {
        let add = geoadd("k", [(PLACE, "a"), (PLACE, "b")]).nx().ch();
        assert_eq!(words(&add), "k CH NX 15 37.5 a 15 37.5 b");
        assert_eq!(words(&geoadd("k", Vec::<(GeoPoint, u32)>::from([(PLACE, 7)])).xx()), "k XX 15 37.5 7");
    }

    #[test]
    fn replies_follow_the_options() {
        let area = GeoArea::circle("m", 1.0, GeoUnit::Miles);
        let found: Command<Vec<GeoMatch>, _> =
            geosearch("k", area).with_dist().asc().with_coord().with_hash();
        assert_eq!(words(&found), "k FROMMEMBER m BYRADIUS 1 mi WITHDIST ASC WITHCOORD WITHHASH");
        let stored: Command<u64, _> = geosearchstore("d", "k", area).desc().count_any(3).store_dist();
        assert_eq!(words(&stored), "d k FROMMEMBER m BYRADIUS 1 mi DESC COUNT 3 ANY STOREDIST");
        let stored: Command<u64, _> =
            georadiusbymember("k", "m", 1.0, GeoUnit::Meters).store_dist("d").count(3);
        assert_eq!(words(&stored), "k m 1 m STOREDIST d COUNT 3");
        let stored: Command<u64, _> = georadius("k", PLACE, 1.0, GeoUnit::Meters).desc().store("d");
        assert_eq!(words(&stored), "k 15 37.5 1 m DESC STORE d");
        assert_eq!(words(&georadius_ro("k", PLACE, 1.0, GeoUnit::Meters)), "k 15 37.5 1 m");
        assert_eq!(words(&georadiusbymember_ro("k", "m", 1.0, GeoUnit::Meters)), "k m 1 m");
    }
}
