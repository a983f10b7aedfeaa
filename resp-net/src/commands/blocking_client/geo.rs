// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::blocking::{Call, Client};
use bytes::Bytes;
use resp_core::{ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::string::String;
use std::vec::Vec;

/// Places on the earth, as members of sorted sets.
impl Client {
    /// Gives members of a sorted set their places: how many of them are new.
    ///
    /// Latitudes beyond 85.05112878 degrees are an error.
    ///
    /// `GEOADD`, since 3.2.0. Complexity: O(log N) for each place.
    #[inline]
    pub fn geoadd(
        &self,
        key: impl ToArg,
        places: impl IntoIterator<Item = (GeoPoint, impl ToArg)>,
    ) -> Call<'_, u64, Geoadd> {
        self.send(geoadd(key, places))
    }

    /// How far two members are from each other, in `unit`; `None` if one of them is missing.
    ///
    /// `GEODIST`, since 3.2.0. Complexity: O(1).
    #[inline]
    pub fn geodist(
        &self,
        key: impl ToArg,
        first: impl ToArg,
        second: impl ToArg,
        unit: GeoUnit,
    ) -> Call<'_, Option<f64>> {
        self.send(geodist(key, first, second, unit))
    }

    /// The places of members as geohashes of eleven characters, which maps understand; `None`
    /// for one that is missing.
    ///
    /// `GEOHASH`, since 3.2.0. Complexity: O(1) for each member.
    #[inline]
    pub fn geohash(&self, key: impl ToArg, members: impl ToArgs) -> Call<'_, Vec<Option<String>>> {
        self.send(geohash(key, members))
    }

    /// The places of members, as exact as the server keeps them; `None` for one that is
    /// missing.
    ///
    /// `GEOPOS`, since 3.2.0. Complexity: O(1) for each member.
    #[inline]
    pub fn geopos(&self, key: impl ToArg, members: impl ToArgs) -> Call<'_, Vec<Option<GeoPoint>>> {
        self.send(geopos(key, members))
    }

    /// The members within a circle.
    ///
    /// Deprecated since Redis 6.2: `geosearch` and `geosearchstore` do the same.
    ///
    /// `GEORADIUS`, since 3.2.0. Complexity: O(N + log M) for N members around the circle, M
    /// in the set.
    #[inline]
    pub fn georadius(
        &self,
        key: impl ToArg,
        center: GeoPoint,
        radius: f64,
        unit: GeoUnit,
    ) -> Call<'_, Vec<Bytes>, Georadius> {
        self.send(georadius(key, center, radius, unit))
    }

    /// The members within a circle around one of them, which is among them.
    ///
    /// Deprecated since Redis 6.2: `geosearch` and `geosearchstore` do the same.
    ///
    /// `GEORADIUSBYMEMBER`, since 3.2.0. Complexity: O(N + log M) for N members around the
    /// circle, M in the set.
    #[inline]
    pub fn georadiusbymember(
        &self,
        key: impl ToArg,
        member: impl ToArg,
        radius: f64,
        unit: GeoUnit,
    ) -> Call<'_, Vec<Bytes>, Georadius> {
        self.send(georadiusbymember(key, member, radius, unit))
    }

    /// `georadiusbymember` that stores nothing, so that a replica can do it, too.
    ///
    /// Deprecated since Redis 6.2: `geosearch` does the same.
    ///
    /// `GEORADIUSBYMEMBER_RO`, since 3.2.10. Complexity: O(N + log M) for N members around
    /// the circle, M in the set.
    #[inline]
    pub fn georadiusbymember_ro(
        &self,
        key: impl ToArg,
        member: impl ToArg,
        radius: f64,
        unit: GeoUnit,
    ) -> Call<'_, Vec<Bytes>, Geosearch> {
        self.send(georadiusbymember_ro(key, member, radius, unit))
    }

    /// `georadius` that stores nothing, so that a replica can do it, too.
    ///
    /// Deprecated since Redis 6.2: `geosearch` does the same.
    ///
    /// `GEORADIUS_RO`, since 3.2.10. Complexity: O(N + log M) for N members around the
    /// circle, M in the set.
    #[inline]
    pub fn georadius_ro(
        &self,
        key: impl ToArg,
        center: GeoPoint,
        radius: f64,
        unit: GeoUnit,
    ) -> Call<'_, Vec<Bytes>, Geosearch> {
        self.send(georadius_ro(key, center, radius, unit))
    }

    /// The members within an area.
    ///
    /// `GEOSEARCH`, since 6.2.0. Complexity: O(N + log M) for N members around the area, M in
    /// the set.
    #[inline]
    pub fn geosearch(&self, key: impl ToArg, area: GeoArea<'_>) -> Call<'_, Vec<Bytes>, Geosearch> {
        self.send(geosearch(key, area))
    }

    /// Stores the members within an area as another such set: how many there are.
    ///
    /// `GEOSEARCHSTORE`, since 6.2.0. Complexity: O(N + log M) for N members around the area,
    /// M in the set.
    #[inline]
    pub fn geosearchstore(
        &self,
        destination: impl ToArg,
        source: impl ToArg,
        area: GeoArea<'_>,
    ) -> Call<'_, u64, Geosearchstore> {
        self.send(geosearchstore(destination, source, area))
    }
}
