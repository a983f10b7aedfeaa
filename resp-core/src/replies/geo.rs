//! What the commands of places answer.

use bytes::Bytes;

use super::{with_strings, without_strings};
use crate::convert::{Arg, ConvertError, FromReply, ToArg, ToArgs};
use crate::frame::Frame;
use crate::marker::Kind;

/// A place on the earth, in degrees.
///
/// ```
/// use resp_core::cmd;
/// use resp_core::replies::GeoPoint;
///
/// let palermo = GeoPoint { longitude: 13.361389, latitude: 38.115556 };
/// let command = cmd::geoadd("sicily", [(palermo, "Palermo")]);
/// # let _ = command;
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GeoPoint {
    /// How far east of Greenwich, from -180 to 180.
    pub longitude: f64,
    /// How far north of the equator, from -85.05112878 to 85.05112878.
    pub latitude: f64,
}

/// The longitude, then the latitude.
impl ToArgs for GeoPoint {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        visit(self.longitude.to_arg());
        visit(self.latitude.to_arg());
    }
}

impl FromReply for GeoPoint {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let (longitude, latitude) = <(f64, f64)>::from_reply(frame)?;
        Ok(Self { longitude, latitude })
    }
}

/// A member that a search found, and what was asked about it.
///
/// ```
/// use resp_core::cmd::{GeoArea, GeoUnit};
/// use resp_core::{Decoder, Progress, cmd};
///
/// let near = GeoArea::circle("Catania", 200.0, GeoUnit::Kilometers);
/// let command = cmd::geosearch("sicily", near).with_dist().text();
/// let mut decoder = Decoder::new();
/// let reply = b"*1\r\n*2\r\n$7\r\nPalermo\r\n$8\r\n166.2742\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let found = command.decode(reply).unwrap();
/// assert_eq!((found[0].member.as_str(), found[0].distance), ("Palermo", Some(166.2742)));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GeoMatch<S = Bytes> {
    /// Its name.
    pub member: S,
    /// How far it is from the center, in the unit of the search.
    pub distance: Option<f64>,
    /// Its place as the server keeps it: 52 bits, which are its score.
    pub hash: Option<u64>,
    /// Its place.
    pub point: Option<GeoPoint>,
}

without_strings!(GeoPoint);
with_strings!(GeoMatch);

/// The name is followed by a distance, an integer and a pair, as far as each was
/// asked for.
impl<S: FromReply> FromReply for GeoMatch<S> {
    type Out = GeoMatch<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        const EXPECTED: &str = "member with its place";
        if frame.kind() != Kind::Array {
            return Err(ConvertError::kind(EXPECTED, frame));
        }
        let mut parts = frame.children();
        let member = parts.next().ok_or_else(|| ConvertError::len(EXPECTED, 0))?;
        let member = S::from_reply(member).map_err(|error| error.at_index(0))?;
        let mut found = GeoMatch { member, distance: None, hash: None, point: None };
        for (index, part) in (1..).zip(parts) {
            let done = match part.kind() {
                Kind::Integer => u64::from_reply(part).map(|hash| found.hash = Some(hash)),
                Kind::Array => GeoPoint::from_reply(part).map(|point| found.point = Some(point)),
                _ => f64::from_reply(part).map(|distance| found.distance = Some(distance)),
            };
            done.map_err(|error| error.at_index(index))?;
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convert::HasStrings;
    use crate::replies::tests::decode;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    const PALERMO: GeoPoint = GeoPoint { longitude: 13.361_389_338_970_184, latitude: 38.115_556_395_496_3 };

    #[test]
    fn points_in_both_versions() {
        let resp2 = "*2\r\n*2\r\n$20\r\n13.36138933897018433\r\n$20\r\n38.11555639549629859\r\n*-1\r\n";
        let resp3 = "*2\r\n*2\r\n,13.36138933897018433\r\n,38.11555639549629859\r\n_\r\n";
        for wire in [resp2, resp3] {
            assert_eq!(decode::<Vec<Option<GeoPoint>>>(wire).unwrap(), [Some(PALERMO), None]);
        }
        let error = decode::<GeoPoint>("*1\r\n,1\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply: expected array of 2, found 1 elements");
    }

    #[test]
    fn matches_in_both_versions() {
        let resp2 = "*1\r\n*4\r\n$7\r\nPalermo\r\n$8\r\n190.4424\r\n:3479099956230698\r\n\
                     *2\r\n$20\r\n13.36138933897018433\r\n$20\r\n38.11555639549629859\r\n";
        let resp3 = "*1\r\n*4\r\n$7\r\nPalermo\r\n$8\r\n190.4424\r\n:3479099956230698\r\n\
                     *2\r\n,13.36138933897018433\r\n,38.11555639549629859\r\n";
        for wire in [resp2, resp3] {
            let found = decode::<<Vec<GeoMatch> as HasStrings>::Text>(wire).unwrap();
            let expected = GeoMatch {
                member: String::from("Palermo"),
                distance: Some(190.4424),
                hash: Some(3_479_099_956_230_698),
                point: Some(PALERMO),
            };
            assert_eq!(found, [expected]);
        }
        let found = decode::<GeoMatch>("*2\r\n$1\r\na\r\n:5\r\n").unwrap();
        assert_eq!((found.distance, found.hash, found.point), (None, Some(5), None));
    }

    #[test]
    fn other_shapes() {
        let error = |wire| decode::<Vec<GeoMatch>>(wire).unwrap_err().to_string();
        assert_eq!(error("*1\r\n$1\r\na\r\n"), "reply[0]: expected member with its place, found bulk string");
        assert_eq!(error("*1\r\n*0\r\n"), "reply[0]: expected member with its place, found 0 elements");
        assert_eq!(
            error("*1\r\n*2\r\n$1\r\na\r\n$1\r\nx\r\n"),
            "reply[0][1]: expected number, found other text"
        );
    }
}
