//! Which part of the earth.

use alloc::string::String;

use super::words;
use crate::convert::{Arg, ToArg, ToArgs};
use crate::replies::GeoPoint;

/// What a distance counts in.
///
/// ```
/// use resp_core::cmd::{self, GeoUnit};
///
/// let command = cmd::geodist("sicily", "Palermo", "Catania", GeoUnit::Kilometers);
/// # let _ = command;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeoUnit {
    /// `m`
    Meters,
    /// `km`
    Kilometers,
    /// `ft`
    Feet,
    /// `mi`
    Miles,
}

words!(GeoUnit {
    Meters => b"m",
    Kilometers => b"km",
    Feet => b"ft",
    Miles => b"mi",
});

/// The center of an area. A place becomes one by itself, and so does text, which
/// is the name of a member.
///
/// ```
/// use resp_core::cmd::GeoCenter;
/// use resp_core::replies::GeoPoint;
///
/// let member = GeoCenter::from("Palermo");
/// let numbered = GeoCenter::member(&17);
/// let place = GeoCenter::from(GeoPoint { longitude: 15.0, latitude: 37.0 });
/// # let _ = (member, numbered, place);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct GeoCenter<'a>(Center<'a>);

#[derive(Clone, Copy, Debug)]
enum Center<'a> {
    Member(Arg<'a>),
    Point(GeoPoint),
}

impl<'a> GeoCenter<'a> {
    /// Where this member of the set is, which is then among those found.
    pub fn member(name: &'a (impl ToArg + ?Sized)) -> Self {
        Self(Center::Member(name.to_arg()))
    }

    fn push(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        match &self.0 {
            Center::Member(name) => {
                visit(Arg::bytes(b"FROMMEMBER"));
                visit(*name);
            }
            Center::Point(point) => {
                visit(Arg::bytes(b"FROMLONLAT"));
                point.each_arg(visit);
            }
        }
    }
}

impl From<GeoPoint> for GeoCenter<'_> {
    fn from(point: GeoPoint) -> Self {
        Self(Center::Point(point))
    }
}

impl<'a> From<&'a str> for GeoCenter<'a> {
    fn from(member: &'a str) -> Self {
        Self::member(member)
    }
}

impl<'a> From<&'a String> for GeoCenter<'a> {
    fn from(member: &'a String) -> Self {
        Self::member(member)
    }
}

impl<'a> From<&'a [u8]> for GeoCenter<'a> {
    fn from(member: &'a [u8]) -> Self {
        Self::member(member)
    }
}

/// Where [`geosearch`](crate::commands::geosearch) looks.
///
/// ```
/// use resp_core::cmd::{self, GeoArea, GeoUnit};
/// use resp_core::replies::GeoPoint;
///
/// let place = GeoPoint { longitude: 15.0, latitude: 37.0 };
/// let near_a_place = GeoArea::circle(place, 200.0, GeoUnit::Kilometers);
/// let around_a_member = GeoArea::rectangle("Palermo", 400.0, 300.0, GeoUnit::Miles);
/// # let _ = (cmd::geosearch("sicily", near_a_place), cmd::geosearch("sicily", around_a_member));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct GeoArea<'a>(Shape<'a>);

#[derive(Clone, Copy, Debug)]
enum Shape<'a> {
    Circle { center: GeoCenter<'a>, radius: f64, unit: GeoUnit },
    Rectangle { center: GeoCenter<'a>, width: f64, height: f64, unit: GeoUnit },
    Polygon(&'a [GeoPoint]),
}

impl<'a> GeoArea<'a> {
    /// What is not further from the center than `radius`.
    pub fn circle(center: impl Into<GeoCenter<'a>>, radius: f64, unit: GeoUnit) -> Self {
        Self(Shape::Circle { center: center.into(), radius, unit })
    }

    /// What is in a rectangle around the center, which lies along the meridians.
    pub fn rectangle(center: impl Into<GeoCenter<'a>>, width: f64, height: f64, unit: GeoUnit) -> Self {
        Self(Shape::Rectangle { center: center.into(), width, height, unit })
    }

    /// What is within these corners, of which there must be three or more. Since
    /// Valkey 9.0.
    #[must_use]
    pub const fn polygon(corners: &'a [GeoPoint]) -> Self {
        Self(Shape::Polygon(corners))
    }
}

impl ToArgs for GeoArea<'_> {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        match self.0 {
            Shape::Circle { center, radius, unit } => {
                center.push(visit);
                visit(Arg::bytes(b"BYRADIUS"));
                visit(radius.to_arg());
                visit(unit.to_arg());
            }
            Shape::Rectangle { center, width, height, unit } => {
                center.push(visit);
                visit(Arg::bytes(b"BYBOX"));
                visit(width.to_arg());
                visit(height.to_arg());
                visit(unit.to_arg());
            }
            Shape::Polygon(corners) => {
                visit(Arg::bytes(b"BYPOLYGON"));
                visit(corners.len().to_arg());
                corners.iter().for_each(|corner| corner.each_arg(visit));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    const PLACE: GeoPoint = GeoPoint { longitude: 15.0, latitude: 37.5 };

    fn words(area: &GeoArea<'_>) -> String {
        let mut words = Vec::new();
        area.each_arg(&mut |arg| words.push(String::from_utf8_lossy(arg.as_bytes()).into_owned()));
        words.join(" ")
    }

    #[test]
    fn areas() {
        let km = GeoUnit::Kilometers;
        assert_eq!(words(&GeoArea::circle("m", 1.5, km)), "FROMMEMBER m BYRADIUS 1.5 km");
        assert_eq!(words(&GeoArea::circle(PLACE, 1.0, km)), "FROMLONLAT 15 37.5 BYRADIUS 1 km");
        let numbered = GeoArea::rectangle(GeoCenter::member(&17), 1.0, 2.0, GeoUnit::Feet);
        assert_eq!(words(&numbered), "FROMMEMBER 17 BYBOX 1 2 ft");
        assert_eq!(words(&GeoArea::polygon(&[PLACE; 2])), "BYPOLYGON 2 15 37.5 15 37.5");
    }
}
