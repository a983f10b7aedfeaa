//! What FT.SEARCH answers.

use alloc::string::String;
use alloc::vec::Vec;
use core::marker::PhantomData;

use bytes::Bytes;

use super::warnings;
use crate::command::{Free, Used};
use crate::convert::{ConvertError, FromReply, HasStrings, Pairs};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::replies::Fields;

/// The reply of `ft_search`, which comes as [`SearchResults`].
///
/// What stands where in RESP2 depends on four options, so `With` says whether
/// they were given: scores, payloads, sort keys, no content.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let search = cmd::ft_search("books", "dune").with_scores().text();
/// let wire = b"*4\r\n:1\r\n$6\r\nbook:1\r\n$3\r\n2.5\r\n*2\r\n$5\r\ntitle\r\n$4\r\nDune\r\n";
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let found = search.decode(reply).unwrap();
/// assert_eq!(found.total, 1);
/// assert_eq!(found.documents[0].score, Some(2.5));
/// assert_eq!(found.documents[0].field("title").unwrap(), "Dune");
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct SearchReply<With = (Free, Free, Free, Free), K = Bytes, V = Bytes>(PhantomData<(With, K, V)>);

/// Whether an option was given, as a type: [`Free`] or [`Used`].
///
/// ```
/// use resp_core::{Free, Used, replies::Given};
///
/// assert!(Used::GIVEN && !Free::GIVEN);
/// ```
pub trait Given {
    /// Whether it was.
    const GIVEN: bool;
}

impl Given for Free {
    const GIVEN: bool = false;
}

impl Given for Used {
    const GIVEN: bool = true;
}

/// What a query found.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let search = cmd::ft_search("books", "dune").no_content();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*3\r\n:12\r\n$6\r\nbook:1\r\n$6\r\nbook:7\r\n")? else { panic!() };
/// let found = search.decode(reply).unwrap();
/// assert_eq!((found.total, found.documents.len()), (12, 2));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SearchResults<K = Bytes, V = Bytes> {
    /// How many documents there are, those outside of the limit included.
    pub total: u64,
    /// Those within the limit, best first or as they were sorted.
    pub documents: Vec<SearchDocument<K, V>>,
    /// Why the result may lack something, such as a time-out; never in RESP2.
    pub warnings: Vec<String>,
}

/// A document that a query found.
///
/// ```
/// use resp_core::replies::SearchDocument;
///
/// fn title(document: &SearchDocument<String, String>) -> &str {
///     document.field("title").map_or("no title", String::as_str)
/// }
/// # let _ = title;
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SearchDocument<K = Bytes, V = Bytes> {
    /// Its key.
    pub key: K,
    /// How well it fits; with `with_scores`.
    pub score: Option<f64>,
    /// How the score came about, line by line; with `explain_score`.
    pub explanation: Vec<String>,
    /// Its payload, if it has one; with `with_payloads`.
    pub payload: Option<V>,
    /// What it was sorted by, `#` before a number and `$` before a text; with
    /// `with_sort_keys`.
    pub sort_key: Option<K>,
    /// Its fields; none without content, or if it vanished meanwhile.
    pub fields: Vec<(K, V)>,
}

impl<K: AsRef<[u8]>, V> SearchDocument<K, V> {
    /// The value of a field.
    pub fn field(&self, name: &str) -> Option<&V> {
        let named = self.fields.iter().find(|(key, _)| key.as_ref() == name.as_bytes());
        named.map(|(_, value)| value)
    }
}

/// The parts of a document, as they come.
#[derive(Clone, Copy)]
struct Parts<'buf> {
    key: Frame<'buf>,
    score: Option<Frame<'buf>>,
    payload: Option<Frame<'buf>>,
    sort_key: Option<Frame<'buf>>,
    fields: Option<Frame<'buf>>,
}

impl Parts<'_> {
    fn document<K: FromReply, V: FromReply>(&self) -> Result<SearchDocument<K::Out, V::Out>, ConvertError> {
        let (score, explanation) = match self.score {
            Some(score) => read_score(score)?,
            None => (None, Vec::new()),
        };
        Ok(SearchDocument {
            key: K::from_reply(self.key)?,
            score,
            explanation,
            payload: optional::<V>(self.payload)?,
            sort_key: optional::<K>(self.sort_key)?,
            fields: optional::<Pairs<K, V>>(self.fields)?.unwrap_or_default(),
        })
    }
}

fn optional<T: FromReply>(frame: Option<Frame<'_>>) -> Result<Option<T::Out>, ConvertError> {
    frame.filter(|frame| !frame.is_null()).map(T::from_reply).transpose()
}

/// A number, or a list of it and lines within lines that explain it.
fn read_score(frame: Frame<'_>) -> Result<(Option<f64>, Vec<String>), ConvertError> {
    if frame.kind() != Kind::Array {
        return Ok((Some(f64::from_reply(frame)?), Vec::new()));
    }
    let mut children = frame.children();
    let score = children.next().ok_or_else(|| ConvertError::len("score", 0))?;
    let lines = children.flat_map(|lines| lines.without_attributes().collect::<Vec<_>>());
    let texts = lines.filter(|line| line.as_bytes().is_some()).map(String::from_reply);
    Ok((Some(f64::from_reply(score)?), texts.collect::<Result<_, _>>()?))
}

impl<R: Given, P: Given, S: Given, C: Given, K: FromReply, V: FromReply> FromReply
    for SearchReply<(R, P, S, C), K, V>
{
    type Out = SearchResults<K::Out, V::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        if frame.kind() == Kind::Map {
            return from_map::<K, V>(frame);
        }
        if frame.kind() != Kind::Array {
            return Err(ConvertError::kind("search results", frame));
        }
        let mut children = frame.children();
        let total = children.next().ok_or_else(|| ConvertError::len("search results", 0))?;
        let total = u64::from_reply(total).map_err(|error| error.at_index(0))?;
        let parts_each =
            2 + usize::from(R::GIVEN) + usize::from(P::GIVEN) + usize::from(S::GIVEN) - usize::from(C::GIVEN);
        if !(frame.len() - 1).is_multiple_of(parts_each) {
            return Err(ConvertError::len("search results", frame.len()));
        }
        let mut documents = Vec::with_capacity((frame.len() - 1) / parts_each);
        while let Some(key) = children.next() {
            let mut part = |given: bool| if given { children.next() } else { None };
            let parts = Parts {
                key,
                score: part(R::GIVEN),
                payload: part(P::GIVEN),
                sort_key: part(S::GIVEN),
                fields: part(!C::GIVEN),
            };
            let index = 1 + documents.len() * parts_each;
            documents.push(parts.document::<K, V>().map_err(|error| error.at_index(index))?);
        }
        Ok(SearchResults { total, documents, warnings: Vec::new() })
    }
}

/// RESP3 names all.
fn from_map<K: FromReply, V: FromReply>(
    frame: Frame<'_>,
) -> Result<SearchResults<K::Out, V::Out>, ConvertError> {
    let fields = Fields::of(frame, "search results")?;
    let mut documents = Vec::new();
    for (index, result) in fields.get("results").iter().flat_map(Frame::children).enumerate() {
        let document = named_parts(result).and_then(|parts| parts.document::<K, V>());
        documents.push(document.map_err(|error| error.at_index(index))?);
    }
    Ok(SearchResults {
        total: fields.required::<u64>("total_results")?,
        documents,
        warnings: warnings(&fields)?,
    })
}

fn named_parts(frame: Frame<'_>) -> Result<Parts<'_>, ConvertError> {
    let fields = Fields::of(frame, "document")?;
    Ok(Parts {
        key: fields.get("id").ok_or_else(|| ConvertError::missing("id"))?,
        score: fields.get("score"),
        payload: fields.get("payload"),
        sort_key: fields.get("sortkey"),
        fields: fields.get("extra_attributes"),
    })
}

impl<W, K: HasStrings, V: HasStrings> HasStrings for SearchReply<W, K, V>
where
    SearchReply<W, K::Text, V::Text>: FromReply,
    SearchReply<W, K::Lossy, V::Lossy>: FromReply,
{
    type Text = SearchReply<W, K::Text, V::Text>;
    type Lossy = SearchReply<W, K::Lossy, V::Lossy>;
    type With<T> = SearchReply<W, K, V::With<T>>;
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    type Text<With> = SearchReply<With, String, String>;

    fn document(key: &str, fields: &[(&str, &str)]) -> SearchDocument<String, String> {
        let fields = fields.iter().map(|(name, value)| (String::from(*name), String::from(*value))).collect();
        SearchDocument {
            key: key.into(),
            score: None,
            explanation: Vec::new(),
            payload: None,
            sort_key: None,
            fields,
        }
    }

    #[test]
    fn keys_and_fields_of_both_versions() {
        let expected = SearchResults {
            total: 3,
            documents: Vec::from([document("d2", &[("a", "1"), ("b", "2")]), document("d1", &[])]),
            warnings: Vec::new(),
        };
        let resp2 =
            "*5\r\n:3\r\n$2\r\nd2\r\n*4\r\n$1\r\na\r\n$1\r\n1\r\n$1\r\nb\r\n$1\r\n2\r\n$2\r\nd1\r\n*-1\r\n";
        assert_eq!(read::<Text<(Free, Free, Free, Free)>>(resp2), Ok(expected.clone()));
        let resp3 = "%5\r\n+attributes\r\n*0\r\n+warning\r\n*0\r\n+total_results\r\n:3\r\n+format\r\n+STRING\r\n\
            +results\r\n*2\r\n%3\r\n+id\r\n$2\r\nd2\r\n+extra_attributes\r\n%2\r\n$1\r\na\r\n$1\r\n1\r\n$1\r\nb\r\n$1\r\n2\r\n\
            +values\r\n*0\r\n%2\r\n+id\r\n$2\r\nd1\r\n+values\r\n*0\r\n";
        assert_eq!(read::<Text<(Free, Free, Free, Free)>>(resp3), Ok(expected));
    }

    #[test]
    fn everything_that_can_be_asked_for() {
        let mut expected = document("d1", &[("a", "1")]);
        expected.score = Some(0.5);
        expected.explanation = Vec::from(["Final : 0.50".into(), "(0.50 = Weight 1.00)".into()]);
        expected.sort_key = Some("#3".into());
        let score = "*2\r\n+Final : 0.50\r\n*1\r\n+(0.50 = Weight 1.00)\r\n";
        let resp2 = alloc::format!(
            "*6\r\n:1\r\n$2\r\nd1\r\n*2\r\n$3\r\n0.5\r\n{score}$-1\r\n$2\r\n#3\r\n*2\r\n$1\r\na\r\n$1\r\n1\r\n"
        );
        let found = read::<Text<(Used, Used, Used, Free)>>(&resp2).unwrap();
        assert_eq!(found.documents, [expected.clone()]);
        let resp3 = alloc::format!(
            "%3\r\n+total_results\r\n:1\r\n+warning\r\n*1\r\n+Timeout limit was reached\r\n+results\r\n*1\r\n\
             %5\r\n+id\r\n$2\r\nd1\r\n+score\r\n*2\r\n,0.5\r\n{score}+payload\r\n_\r\n+sortkey\r\n$2\r\n#3\r\n\
             +extra_attributes\r\n%1\r\n$1\r\na\r\n$1\r\n1\r\n"
        );
        let found = read::<Text<(Used, Used, Used, Free)>>(&resp3).unwrap();
        assert_eq!(found.documents, [expected]);
        assert_eq!(found.warnings, ["Timeout limit was reached"]);
    }

    #[test]
    fn keys_alone_and_with_scores() {
        let found = read::<Text<(Free, Free, Free, Used)>>("*3\r\n:9\r\n$2\r\nd1\r\n$2\r\nd2\r\n").unwrap();
        assert_eq!(found.documents, [document("d1", &[]), document("d2", &[])]);
        let found = read::<Text<(Used, Free, Free, Used)>>("*3\r\n:9\r\n$2\r\nd1\r\n$1\r\n2\r\n").unwrap();
        assert_eq!((found.total, found.documents[0].score), (9, Some(2.0)));
        let found = read::<Text<(Free, Used, Free, Used)>>("*3\r\n:9\r\n$2\r\nd1\r\n$1\r\nx\r\n").unwrap();
        assert_eq!(found.documents[0].payload.as_deref(), Some("x"));
        let none = read::<Text<(Used, Used, Used, Free)>>("*1\r\n:12\r\n").unwrap();
        assert_eq!((none.total, none.documents.len()), (12, 0));
    }

    #[test]
    fn only_values_are_parsed() {
        type Numbers = <SearchReply as HasStrings>::With<i64>;
        let found = read::<Numbers>("*3\r\n:1\r\n$2\r\nd1\r\n*2\r\n$1\r\na\r\n$2\r\n42\r\n").unwrap();
        assert_eq!(found.documents[0].field("a"), Some(&42));
        assert_eq!(found.documents[0].field("b"), None);
    }

    #[test]
    fn other_shapes_are_errors() {
        type Plain = Text<(Free, Free, Free, Free)>;
        for (wire, error) in [
            ("*0\r\n", "reply: expected search results, found 0 elements"),
            ("*2\r\n:1\r\n$1\r\na\r\n", "reply: expected search results, found 2 elements"),
            ("+OK\r\n", "reply: expected search results, found simple string"),
            ("*3\r\n:1\r\n$1\r\na\r\n:5\r\n", "reply[1]: expected map, found integer"),
            ("%1\r\n+results\r\n*1\r\n%0\r\n", "reply[0].id: expected a value, found nothing"),
            ("%1\r\n+results\r\n*0\r\n", "reply.total_results: expected a value, found nothing"),
        ] {
            assert_eq!(read::<Plain>(wire).unwrap_err(), error);
        }
    }
}
