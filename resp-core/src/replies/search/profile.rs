//! What FT.PROFILE answers.

use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::replies::{Fields, without_strings};
use crate::reply::Reply;

/// A query's result, and what its parts took.
///
/// What the profile is made of changes from version to version, so it is left
/// as it comes. The results are read as those of the query itself.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let search = cmd::ft_search("books", "dune");
/// let command = cmd::ft_profile(search.clone());
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n*1\r\n:0\r\n*0\r\n")? else { panic!() };
/// let profile = command.decode(reply).unwrap();
/// assert_eq!(search.decode(profile.results.frame()).unwrap().total, 0);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SearchProfile {
    /// What the query found.
    pub results: Reply,
    /// What took how long.
    pub profile: Reply,
}

impl FromReply for SearchProfile {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        if frame.kind() == Kind::Map {
            let fields = Fields::of(frame, "profile")?;
            // Older versions have the profile among the fields of the results.
            let results = match fields.get("Results").or_else(|| fields.get("results")) {
                Some(results) if fields.get("total_results").is_none() => results.to_reply(),
                _ => frame.to_reply(),
            };
            let profile = fields.get("Profile").or_else(|| fields.get("profile"));
            let profile = profile.ok_or_else(|| ConvertError::missing("Profile"))?.to_reply();
            return Ok(Self { results, profile });
        }
        let (results, profile) = <(Reply, Reply)>::from_reply(frame)?;
        Ok(Self { results, profile })
    }
}

without_strings!(SearchProfile);

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn results_and_profile_of_all_versions() {
        let profile = "%1\r\n+Shards\r\n*0\r\n";
        for wire in [
            alloc::format!("*2\r\n*1\r\n:5\r\n{profile}"),
            alloc::format!("%2\r\n+Results\r\n*1\r\n:5\r\n+Profile\r\n{profile}"),
        ] {
            let found = read::<SearchProfile>(&wire).unwrap();
            assert_eq!(found.results.frame().children().next().unwrap().as_i64(), Some(5));
            assert_eq!(found.profile.frame().kind(), Kind::Map);
        }
        let older = alloc::format!("%3\r\n+total_results\r\n:5\r\n+results\r\n*0\r\n+profile\r\n{profile}");
        let found = read::<SearchProfile>(&older).unwrap();
        assert_eq!((found.results.frame().len(), found.profile.frame().len()), (3, 1));
        assert_eq!(
            read::<SearchProfile>("%0\r\n").unwrap_err(),
            "reply.Profile: expected a value, found nothing"
        );
        assert_eq!(
            read::<SearchProfile>("*1\r\n:1\r\n").unwrap_err(),
            "reply: expected array of 2, found 1 elements"
        );
    }
}
