//! Members of sorted sets with their scores.

use alloc::vec::Vec;
use core::marker::PhantomData;

use bytes::Bytes;

use crate::convert::{ConvertError, FromReply, HasStrings, Pairs};
use crate::frame::Frame;
use crate::marker::Kind;

/// A marker for members with their scores in the order of the reply, which come
/// as `Vec<(S, f64)>`: flat in RESP2, a list of pairs in RESP3.
///
/// [`parse`](crate::Command::parse) reads the members as another type.
///
/// ```
/// use resp_core::replies::Scored;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("ZRANGE").arg("board").returning::<Scored>().text();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n$3\r\nada\r\n$3\r\n2.5\r\n")? else { panic!() };
/// let members: Vec<(String, f64)> = command.decode(reply).unwrap();
/// assert_eq!(members, [(String::from("ada"), 2.5)]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct Scored<S = Bytes>(PhantomData<fn() -> S>);

impl<S: FromReply> FromReply for Scored<S> {
    type Out = Vec<(S::Out, f64)>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        Pairs::<S, f64>::from_reply(frame)
    }
}

impl<S: HasStrings> HasStrings for Scored<S> {
    type Text = Scored<S::Text>;
    type Lossy = Scored<S::Lossy>;
    type With<T> = Scored<S::With<T>>;
}

/// A marker for at most one member with its score, which comes as
/// `Option<(S, f64)>`: a list of two in either version, or an empty one.
///
/// ```
/// use resp_core::replies::OneScored;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("ZPOPMIN").arg("board").returning::<OneScored>();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*0\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), None);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct OneScored<S = Bytes>(PhantomData<fn() -> S>);

impl<S: FromReply> FromReply for OneScored<S> {
    type Out = Option<(S::Out, f64)>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        if frame.is_null() || (frame.kind() == Kind::Array && frame.is_empty()) {
            return Ok(None);
        }
        <(S, f64)>::from_reply(frame).map(Some)
    }
}

impl<S: HasStrings> HasStrings for OneScored<S> {
    type Text = OneScored<S::Text>;
    type Lossy = OneScored<S::Lossy>;
    type With<T> = OneScored<S::With<T>>;
}

/// What BZPOPMIN and BZPOPMAX took, and where.
///
/// ```
/// use resp_core::replies::PoppedMember;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("BZPOPMIN").arg("jobs").arg(0).returning::<PoppedMember>().text();
/// let mut decoder = Decoder::new();
/// let reply = b"*3\r\n$4\r\njobs\r\n$1\r\na\r\n,1.5\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let popped = command.decode(reply).unwrap();
/// assert_eq!((&*popped.key, &*popped.member, popped.score), ("jobs", "a", 1.5));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PoppedMember<K = Bytes, M = K> {
    /// The sorted set that it was in.
    pub key: K,
    /// The member.
    pub member: M,
    /// Its score.
    pub score: f64,
}

impl<K: FromReply, M: FromReply> FromReply for PoppedMember<K, M> {
    type Out = PoppedMember<K::Out, M::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let (key, member, score) = <(K, M, f64)>::from_reply(frame)?;
        Ok(PoppedMember { key, member, score })
    }
}

/// The key stays text where the member is read as another type.
impl<K: HasStrings, M: HasStrings> HasStrings for PoppedMember<K, M> {
    type Text = PoppedMember<K::Text, M::Text>;
    type Lossy = PoppedMember<K::Lossy, M::Lossy>;
    type With<T> = PoppedMember<K, M::With<T>>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::{String, ToString};

    #[test]
    fn members_with_scores_in_both_versions() {
        for wire in [
            "*4\r\n$1\r\n7\r\n$1\r\n1\r\n$1\r\n8\r\n$4\r\n-inf\r\n",
            "*2\r\n*2\r\n$1\r\n7\r\n,1\r\n*2\r\n$1\r\n8\r\n,-inf\r\n",
        ] {
            let members = decode::<Scored<String>>(wire).unwrap();
            assert_eq!(members, [("7".to_string(), 1.0), ("8".to_string(), f64::NEG_INFINITY)]);
            let numbers = decode::<<Scored as HasStrings>::With<u32>>(wire).unwrap();
            assert_eq!(numbers, [(7, 1.0), (8, f64::NEG_INFINITY)]);
        }
        assert_eq!(decode::<Scored>("*0\r\n"), Ok(Vec::new()));
        let error = decode::<Scored>("*2\r\n$1\r\na\r\n$1\r\nb\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply.a: expected number, found other text");
    }

    #[test]
    fn one_member_or_none() {
        for wire in ["*2\r\n$1\r\na\r\n$3\r\n2.5\r\n", "*2\r\n$1\r\na\r\n,2.5\r\n"] {
            assert_eq!(decode::<OneScored<String>>(wire), Ok(Some(("a".to_string(), 2.5))));
        }
        for wire in ["*0\r\n", "*-1\r\n", "_\r\n"] {
            assert_eq!(decode::<OneScored>(wire), Ok(None));
        }
        let error = decode::<OneScored>("*1\r\n$1\r\na\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply: expected array of 2, found 1 elements");
    }

    #[test]
    fn a_popped_member_in_both_versions() {
        for wire in ["*3\r\n$1\r\nz\r\n$1\r\n7\r\n$3\r\n2.5\r\n", "*3\r\n$1\r\nz\r\n$1\r\n7\r\n,2.5\r\n"] {
            let popped = decode::<PoppedMember<String>>(wire).unwrap();
            assert_eq!(popped, PoppedMember { key: "z".to_string(), member: "7".to_string(), score: 2.5 });
            let popped = decode::<<PoppedMember as HasStrings>::With<u16>>(wire).unwrap();
            assert_eq!((popped.key, popped.member), (Bytes::from_static(b"z"), 7));
        }
        let error = decode::<PoppedMember>("*2\r\n+a\r\n+b\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply: expected array of 3, found 2 elements");
    }

    #[test]
    fn a_key_and_members_of_zmpop() {
        for wire in [
            "*2\r\n$1\r\nz\r\n*1\r\n*2\r\n$1\r\nb\r\n$1\r\n2\r\n",
            "*2\r\n$1\r\nz\r\n*1\r\n*2\r\n$1\r\nb\r\n,2\r\n",
        ] {
            let popped = decode::<Option<(String, Scored<String>)>>(wire).unwrap();
            assert_eq!(popped, Some(("z".to_string(), Vec::from([("b".to_string(), 2.0)]))));
        }
    }
}
