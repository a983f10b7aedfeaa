// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Places on the earth, as members of sorted sets.

#[doc(inline)]
pub use super::custom::geo::*;
use crate::command::{Command, Wire, metas};
use crate::convert::{ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use std::string::String;
use std::vec::Vec;

/// How far two members are from each other, in `unit`; `None` if one of them is missing.
///
/// `GEODIST`, since 3.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = geodist("sicily", "Palermo", "Catania", GeoUnit::Kilometers);
/// // GEODIST sicily Palermo Catania km
/// # let _ = command;
/// ```
#[inline]
pub fn geodist(
    key: impl ToArg,
    first: impl ToArg,
    second: impl ToArg,
    unit: GeoUnit,
) -> Command<Option<f64>> {
    Command::new(Wire::of(
        &metas::GEODIST,
        [
            key.to_arg().as_bytes(),
            first.to_arg().as_bytes(),
            second.to_arg().as_bytes(),
            unit.to_arg().as_bytes(),
        ],
    ))
}

/// The places of members as geohashes of eleven characters, which maps understand; `None`
/// for one that is missing.
///
/// `GEOHASH`, since 3.2.0. Complexity: O(1) for each member.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = geohash("sicily", ["Palermo", "Rome"]);
/// // GEOHASH sicily Palermo Rome
/// # let _ = command;
/// ```
#[inline]
pub fn geohash(key: impl ToArg, members: impl ToArgs) -> Command<Vec<Option<String>>> {
    let mut wire = Wire::of(&metas::GEOHASH, [key.to_arg().as_bytes()]);
    wire.push_args(&members);
    Command::new(wire)
}

/// The places of members, as exact as the server keeps them; `None` for one that is
/// missing.
///
/// `GEOPOS`, since 3.2.0. Complexity: O(1) for each member.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = geopos("sicily", ["Palermo", "Rome"]);
/// // GEOPOS sicily Palermo Rome
/// # let _ = command;
/// ```
#[inline]
pub fn geopos(key: impl ToArg, members: impl ToArgs) -> Command<Vec<Option<GeoPoint>>> {
    let mut wire = Wire::of(&metas::GEOPOS, [key.to_arg().as_bytes()]);
    wire.push_args(&members);
    Command::new(wire)
}
