//! ZRANGE and ZRANGESTORE, whose places are indexes, scores or names, and the
//! types that say them.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use bytes::Bytes;

use super::words;
use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{Arg, ToArg};
use crate::number::format_double;
use crate::replies::Scored;

/// An end of the order of scores.
///
/// ```
/// use resp_core::ToArg;
/// use resp_core::cmd::Extreme;
///
/// assert_eq!(Extreme::Min.to_arg().as_bytes(), b"MIN");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extreme {
    /// `MIN`: the lowest score.
    Min,
    /// `MAX`: the highest score.
    Max,
}

words!(Extreme {
    Min => b"MIN",
    Max => b"MAX",
});

/// How the scores that a member has in several sets become one.
///
/// ```
/// use resp_core::ToArg;
/// use resp_core::cmd::Aggregate;
///
/// assert_eq!(Aggregate::Sum.to_arg().as_bytes(), b"SUM");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Aggregate {
    /// `SUM`: they are added.
    Sum,
    /// `MIN`: the lowest counts.
    Min,
    /// `MAX`: the highest counts.
    Max,
    /// `COUNT`: in how many sets it is, each counting as its weight. Since 8.8.
    Count,
}

words!(Aggregate {
    Sum => b"SUM",
    Min => b"MIN",
    Max => b"MAX",
    Count => b"COUNT",
});

/// An end of a range of scores. A number alone is an end that is within it.
///
/// ```
/// use resp_core::ToArg;
/// use resp_core::cmd::ScoreBound;
///
/// assert_eq!(ScoreBound::from(1.5).to_arg().as_bytes(), b"1.5");
/// assert_eq!(ScoreBound::exclusive(1.5).to_arg().as_bytes(), b"(1.5");
/// assert_eq!(ScoreBound::MAX.to_arg().as_bytes(), b"+inf");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreBound {
    score: f64,
    excluded: bool,
}

impl ScoreBound {
    /// Lower than any other score, or the same.
    pub const MIN: Self = Self::inclusive(f64::NEG_INFINITY);
    /// Higher than any other score, or the same.
    pub const MAX: Self = Self::inclusive(f64::INFINITY);

    /// Members of this score are within the range.
    #[must_use]
    pub const fn inclusive(score: f64) -> Self {
        Self { score, excluded: false }
    }

    /// Members of this score are outside.
    #[must_use]
    pub const fn exclusive(score: f64) -> Self {
        Self { score, excluded: true }
    }
}

macro_rules! scores {
    ($($number:ty),*) => {$(
        impl From<$number> for ScoreBound {
            fn from(score: $number) -> Self {
                Self::inclusive(f64::from(score))
            }
        }
    )*};
}

scores!(i16, i32, u16, u32, f32, f64);

impl fmt::Display for ScoreBound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.score == f64::INFINITY { "+" } else { "" };
        let number = format_double(self.score);
        let number = core::str::from_utf8(number.as_bytes()).map_err(|_| fmt::Error)?;
        write!(f, "{}{sign}{number}", if self.excluded { "(" } else { "" })
    }
}

impl ToArg for ScoreBound {
    fn to_arg(&self) -> Arg<'_> {
        Arg::shown(self)
    }
}

/// An end of a range of members in the order of their bytes. A name alone is an
/// end that is within it.
///
/// ```
/// use resp_core::ToArg;
/// use resp_core::cmd::LexBound;
///
/// assert_eq!(LexBound::from("ada").to_arg().as_bytes(), b"[ada");
/// assert_eq!(LexBound::exclusive("ada").to_arg().as_bytes(), b"(ada");
/// assert_eq!(LexBound::MIN.to_arg().as_bytes(), b"-");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LexBound(Lex);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Lex {
    Min,
    Max,
    /// `[` or `(` and the member.
    At(Vec<u8>),
}

impl LexBound {
    /// Before all members.
    pub const MIN: Self = Self(Lex::Min);
    /// After all members.
    pub const MAX: Self = Self(Lex::Max);

    /// This member is within the range.
    #[must_use]
    pub fn inclusive(member: impl ToArg) -> Self {
        Self::at(b"[", &member)
    }

    /// This member is outside.
    #[must_use]
    pub fn exclusive(member: impl ToArg) -> Self {
        Self::at(b"(", &member)
    }

    fn at(sign: &[u8], member: &impl ToArg) -> Self {
        Self(Lex::At([sign, member.to_arg().as_bytes()].concat()))
    }
}

macro_rules! members {
    ($($text:ty),*) => {$(
        impl From<$text> for LexBound {
            fn from(member: $text) -> Self {
                Self::inclusive(member)
            }
        }
    )*};
}

members!(&str, String, &String, &[u8], Vec<u8>, Bytes);

impl ToArg for LexBound {
    fn to_arg(&self) -> Arg<'_> {
        Arg::bytes(match &self.0 {
            Lex::Min => b"-",
            Lex::Max => b"+",
            Lex::At(bytes) => bytes,
        })
    }
}

/// What says a place in a sorted set: an index, a [`ScoreBound`] or a [`LexBound`].
///
/// ```
/// use resp_core::cmd::{self, LexBound, ScoreBound};
///
/// let top_ten = cmd::zrange("board", 0, 9).rev().with_scores().text();
/// let above = cmd::zrange("board", ScoreBound::exclusive(100.0), ScoreBound::MAX).limit(0, 10);
/// let names = cmd::zrange("names", LexBound::from("a"), LexBound::exclusive("b"));
/// # let _ = (top_ten, above, names);
/// ```
///
/// Indices say how many there will be, and members of one score need none:
///
/// ```compile_fail,E0599
/// resp_core::cmd::zrange("board", 0, 9).limit(0, 5);
/// ```
/// ```compile_fail,E0599
/// use resp_core::cmd::LexBound;
/// resp_core::cmd::zrange("names", LexBound::MIN, LexBound::MAX).with_scores();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` says no place in a sorted set",
    note = "an index is an `i64`, a score a `ScoreBound`, a name a `LexBound`"
)]
pub trait RangeBound: ToArg + sealed::Word {}

impl RangeBound for i64 {}
impl RangeBound for ScoreBound {}
impl RangeBound for LexBound {}

mod sealed {
    #[allow(unnameable_types, reason = "only this crate's types say places")]
    pub trait Word {
        /// The word that says what the bounds are.
        const WORD: Option<&'static [u8]>;
    }

    impl Word for i64 {
        const WORD: Option<&'static [u8]> = None;
    }

    impl Word for super::ScoreBound {
        const WORD: Option<&'static [u8]> = Some(b"BYSCORE");
    }

    impl Word for super::LexBound {
        const WORD: Option<&'static [u8]> = Some(b"BYLEX");
    }
}

/// The options of [`zrange`] and [`zrangestore`]: `B` what says the places, `L`
/// whether there is a limit.
#[derive(Debug)]
pub struct Zrange<B, L = Free>(PhantomData<fn() -> (B, L)>);

impl<B, L> Shareable for Zrange<B, L> {}
impl<B, L> Queueable for Zrange<B, L> {}

/// The members of a sorted set from one place to another, both included:
/// places are indexes, scores or names, as the type of the two says.
///
/// Integers are indexes, from zero, or from the end if negative: -1 is the
/// member with the highest score. [`ScoreBound`]s choose by score, [`LexBound`]s
/// by name in the order of bytes, where all have the same score; both since 6.2.
pub fn zrange<B: RangeBound>(key: impl ToArg, start: B, stop: B) -> Command<Vec<Bytes>, Zrange<B>> {
    let args = [key.to_arg(), start.to_arg(), stop.to_arg()];
    let mut wire = Wire::of(&metas::ZRANGE, args.each_ref().map(|arg| arg.as_bytes()));
    B::WORD.iter().for_each(|word| wire.push(word));
    Command::new(wire)
}

impl<R, B, L, X> Command<R, Zrange<B, L>, X> {
    /// From the highest score to the lowest: indexes count from there, and of
    /// bounds the higher one comes first. Since 6.2.
    pub fn rev(self) -> Self {
        self.with(|wire| wire.push(b"REV"))
    }
}

impl<R, X> Command<R, Zrange<ScoreBound>, X> {
    /// Leaves out the first `offset` and gives `count` of the rest, or all of
    /// it if negative.
    pub fn limit(self, offset: u64, count: i64) -> Command<R, Zrange<ScoreBound, Used>, X> {
        limited(self, offset, count).retyped()
    }
}

impl<R, X> Command<R, Zrange<LexBound>, X> {
    /// Leaves out the first `offset` and gives `count` of the rest, or all of
    /// it if negative.
    pub fn limit(self, offset: u64, count: i64) -> Command<R, Zrange<LexBound, Used>, X> {
        limited(self, offset, count).retyped()
    }
}

impl<L, X> Command<Vec<Bytes>, Zrange<i64, L>, X> {
    /// Has each member come with its score.
    pub fn with_scores(self) -> Command<Scored, Zrange<i64, L>, X> {
        self.with(|wire| wire.push(b"WITHSCORES")).retyped()
    }
}

impl<L, X> Command<Vec<Bytes>, Zrange<ScoreBound, L>, X> {
    /// Has each member come with its score.
    pub fn with_scores(self) -> Command<Scored, Zrange<ScoreBound, L>, X> {
        self.with(|wire| wire.push(b"WITHSCORES")).retyped()
    }
}

/// Stores the members that [`zrange`] would give as `destination`, whatever
/// that held: how many there are. Since 6.2.
pub fn zrangestore<B: RangeBound>(
    destination: impl ToArg,
    source: impl ToArg,
    start: B,
    stop: B,
) -> Command<u64, Zrange<B>> {
    let args = [destination.to_arg(), source.to_arg(), start.to_arg(), stop.to_arg()];
    let mut wire = Wire::of(&metas::ZRANGESTORE, args.each_ref().map(|arg| arg.as_bytes()));
    B::WORD.iter().for_each(|word| wire.push(word));
    Command::new(wire)
}

fn limited<R, K, X>(command: Command<R, K, X>, offset: u64, count: i64) -> Command<R, K, X> {
    command.with(|wire| {
        wire.push(b"LIMIT");
        wire.push(offset.to_arg().as_bytes());
        wire.push(count.to_arg().as_bytes());
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<R, K>(command: &Command<R, K>) -> String {
        let args: Vec<_> = command.wire().args().map(<[u8]>::to_vec).collect();
        String::from_utf8(args.join(&b' ')).unwrap()
    }

    #[test]
    fn the_type_of_the_places_says_how_they_are_meant() {
        assert_eq!(words(&zrange("z", 0, -1)), "z 0 -1");
        assert_eq!(words(&zrange("z", 0, 9).rev().with_scores().text()), "z 0 9 REV WITHSCORES");
        let scores = zrange("z", ScoreBound::MIN, ScoreBound::exclusive(5.0)).limit(2, 10).with_scores();
        assert_eq!(words(&scores), "z -inf (5 BYSCORE LIMIT 2 10 WITHSCORES");
        let names = zrange("z", LexBound::MAX, LexBound::exclusive("a")).rev().limit(0, -1);
        assert_eq!(words(&names), "z + (a BYLEX REV LIMIT 0 -1");
        let stored = zrangestore("d", "z", ScoreBound::from(1), ScoreBound::MAX).rev().limit(0, 3);
        assert_eq!(words(&stored), "d z 1 +inf BYSCORE REV LIMIT 0 3");
        assert_eq!(words(&zrangestore("d", "z", 0, 1)), "d z 0 1");
        assert_eq!(
            words(&zrangestore("d", "z", LexBound::MIN, LexBound::MAX).limit(1, 2)),
            "d z - + BYLEX LIMIT 1 2"
        );
    }

    #[test]
    fn bounds_of_scores() {
        for (bound, text) in [
            (ScoreBound::from(5), "5"),
            (ScoreBound::from(0.1), "0.1"),
            (ScoreBound::from(-1e300), "-1e300"),
            (ScoreBound::exclusive(f64::MIN_POSITIVE), "(2.2250738585072014e-308"),
            (ScoreBound::exclusive(-f64::MAX), "(-1.7976931348623157e308"),
            (ScoreBound::exclusive(f64::INFINITY), "(+inf"),
            (ScoreBound::MIN, "-inf"),
            (ScoreBound::MAX, "+inf"),
        ] {
            assert_eq!(core::str::from_utf8(bound.to_arg().as_bytes()), Ok(text));
        }
    }

    #[test]
    fn bounds_of_names_take_any_bytes() {
        for (bound, text) in [
            (LexBound::from("+"), &b"[+"[..]),
            (LexBound::exclusive(&b"\xff\0"[..]), b"(\xff\0"),
            (LexBound::inclusive(""), b"["),
            (LexBound::from(Bytes::from_static(b"b")), b"[b"),
            (LexBound::MIN, b"-"),
            (LexBound::MAX, b"+"),
        ] {
            assert_eq!(bound.to_arg().as_bytes(), text);
        }
    }
}
