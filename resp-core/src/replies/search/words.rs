//! What FT.SPELLCHECK and FT.SUGGET answer.

use alloc::vec::Vec;
use core::marker::PhantomData;

use bytes::Bytes;

use crate::convert::{ConvertError, FromReply, HasStrings};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::replies::Fields;

/// The reply of `ft_spellcheck`, which comes as a list of [`Misspelling`].
#[derive(Debug)]
pub struct Spellcheck<S = Bytes>(PhantomData<fn() -> S>);

/// A term that an index does not know.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::ft_spellcheck("books", "duna").text();
/// let wire = b"*1\r\n*3\r\n$4\r\nTERM\r\n$4\r\nduna\r\n*1\r\n*2\r\n$3\r\n0.5\r\n$4\r\ndune\r\n";
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let unknown = command.decode(reply).unwrap();
/// assert_eq!(unknown[0].term, "duna");
/// assert_eq!(unknown[0].suggestions, [("dune".to_string(), 0.5)]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Misspelling<S = Bytes> {
    /// As the query has it.
    pub term: S,
    /// Terms like it, best first, with the part of all documents that have them.
    pub suggestions: Vec<(S, f64)>,
}

impl<S: FromReply> FromReply for Spellcheck<S> {
    type Out = Vec<Misspelling<S::Out>>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        if frame.kind() == Kind::Map {
            let results = Fields::of(frame, "spelling")?.get("results");
            let results = results.ok_or_else(|| ConvertError::missing("results"))?;
            let terms = results.entries().map(|(term, found)| {
                let suggestions = found.children().flat_map(|found| found.entries());
                let suggestion = |(term, score)| Ok((S::from_reply(term)?, f64::from_reply(score)?));
                misspelling::<S>(term, suggestions.map(suggestion)).map_err(|error| error.at_entry(term))
            });
            return terms.collect();
        }
        if frame.kind() != Kind::Array {
            return Err(ConvertError::kind("spelling", frame));
        }
        let terms = frame.children().enumerate().map(|(index, found)| {
            let mut parts = found.children().skip(1);
            let (Some(term), Some(suggestions)) = (parts.next(), parts.next()) else {
                return Err(ConvertError::len("term", found.len()).at_index(index));
            };
            let suggestion = |found| <(f64, S)>::from_reply(found).map(|(score, term)| (term, score));
            misspelling::<S>(term, suggestions.children().map(suggestion))
                .map_err(|error| error.at_index(index))
        });
        terms.collect()
    }
}

fn misspelling<S: FromReply>(
    term: Frame<'_>,
    suggestions: impl Iterator<Item = Result<(S::Out, f64), ConvertError>>,
) -> Result<Misspelling<S::Out>, ConvertError> {
    Ok(Misspelling { term: S::from_reply(term)?, suggestions: suggestions.collect::<Result<_, _>>()? })
}

impl<S: HasStrings> HasStrings for Spellcheck<S> {
    type Text = Spellcheck<S::Text>;
    type Lossy = Spellcheck<S::Lossy>;
    type With<T> = Spellcheck<S::With<T>>;
}

/// The reply of `ft_sugget` with scores and payloads, which comes as a list of
/// [`Suggestion`].
#[derive(Debug)]
pub struct Suggestions<S = Bytes>(PhantomData<fn() -> S>);

/// A suggestion and what belongs to it.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::ft_sugget("titles", "du").with_scores_and_payloads().text();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*3\r\n$4\r\ndune\r\n$1\r\n1\r\n$-1\r\n")? else { panic!() };
/// let found = command.decode(reply).unwrap();
/// assert_eq!((found[0].text.as_str(), found[0].score), ("dune", 1.0));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Suggestion<S = Bytes> {
    /// The suggestion itself.
    pub text: S,
    /// How good it is.
    pub score: f64,
    /// What is kept with it.
    pub payload: Option<S>,
}

impl<S: FromReply> FromReply for Suggestions<S> {
    type Out = Vec<Suggestion<S::Out>>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        if frame.is_null() {
            return Ok(Vec::new());
        }
        if frame.kind() != Kind::Array {
            return Err(ConvertError::kind("suggestions", frame));
        }
        if !frame.len().is_multiple_of(3) {
            return Err(ConvertError::len("suggestions", frame.len()));
        }
        let mut found = Vec::with_capacity(frame.len() / 3);
        let mut parts = frame.children();
        while let (Some(text), Some(score), Some(payload)) = (parts.next(), parts.next(), parts.next()) {
            let at = |part: usize| move |error: ConvertError| error.at_index(part);
            let start = found.len() * 3;
            found.push(Suggestion {
                text: S::from_reply(text).map_err(at(start))?,
                score: f64::from_reply(score).map_err(at(start + 1))?,
                payload: Option::<S>::from_reply(payload).map_err(at(start + 2))?,
            });
        }
        Ok(found)
    }
}

impl<S: HasStrings> HasStrings for Suggestions<S> {
    type Text = Suggestions<S::Text>;
    type Lossy = Suggestions<S::Lossy>;
    type With<T> = Suggestions<S::With<T>>;
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use crate::convert::Pairs;
    use alloc::string::String;

    #[test]
    fn misspellings_of_both_versions() {
        let expected = Vec::from([
            Misspelling {
                term: "held".into(),
                suggestions: Vec::from([("hello".into(), 0.75), ("help".into(), 0.25)]),
            },
            Misspelling { term: "xyz".into(), suggestions: Vec::new() },
        ]);
        let resp2 = "*2\r\n*3\r\n$4\r\nTERM\r\n$4\r\nheld\r\n*2\r\n*2\r\n$4\r\n0.75\r\n$5\r\nhello\r\n*2\r\n$4\r\n0.25\r\n$4\r\nhelp\r\n\
            *3\r\n$4\r\nTERM\r\n$3\r\nxyz\r\n*0\r\n";
        assert_eq!(read::<Spellcheck<String>>(resp2), Ok(expected.clone()));
        let resp3 = "%1\r\n+results\r\n%2\r\n$4\r\nheld\r\n*2\r\n%1\r\n$5\r\nhello\r\n,0.75\r\n%1\r\n$4\r\nhelp\r\n,0.25\r\n$3\r\nxyz\r\n*0\r\n";
        assert_eq!(read::<Spellcheck<String>>(resp3), Ok(expected));
        for (wire, error) in [
            ("*1\r\n*1\r\n$4\r\nTERM\r\n", "reply[0]: expected term, found 1 elements"),
            ("%0\r\n", "reply.results: expected a value, found nothing"),
            (":1\r\n", "reply: expected spelling, found integer"),
            (
                "%1\r\n+results\r\n%1\r\n+a\r\n*1\r\n%1\r\n+b\r\n+c\r\n",
                "reply.a: expected number, found other text",
            ),
        ] {
            assert_eq!(read::<Spellcheck<String>>(wire).unwrap_err(), error);
        }
    }

    #[test]
    fn suggestions_with_all_that_belongs_to_them() {
        let expected = Vec::from([
            Suggestion { text: "dune".into(), score: 2.0, payload: Some("p".into()) },
            Suggestion { text: "dust".into(), score: 0.5, payload: None },
        ]);
        let resp2 = "*6\r\n$4\r\ndune\r\n$1\r\n2\r\n$1\r\np\r\n$4\r\ndust\r\n$3\r\n0.5\r\n$-1\r\n";
        let resp3 = "*6\r\n$4\r\ndune\r\n,2\r\n$1\r\np\r\n$4\r\ndust\r\n,0.5\r\n_\r\n";
        for wire in [resp2, resp3] {
            assert_eq!(read::<Suggestions<String>>(wire), Ok(expected.clone()));
        }
        assert_eq!(read::<Suggestions<String>>("*-1\r\n"), Ok(Vec::new()));
        assert_eq!(
            read::<Suggestions<String>>("*2\r\n+a\r\n:1\r\n").unwrap_err(),
            "reply: expected suggestions, found 2 elements"
        );
        assert_eq!(
            read::<Suggestions<String>>("*3\r\n+a\r\n+b\r\n_\r\n").unwrap_err(),
            "reply[1]: expected number, found other text"
        );
        assert_eq!(
            read::<Pairs<String, f64>>("*2\r\n$4\r\ndune\r\n$1\r\n2\r\n"),
            Ok(Vec::from([("dune".into(), 2.0)]))
        );
    }
}
