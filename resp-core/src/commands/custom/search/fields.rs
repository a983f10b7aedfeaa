//! Fields to return, and how; parameters.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Words, writes_words};
use crate::convert::{Arg, ToArg, ToArgs, ToPairs};

/// Fields of documents, each under its own name or another.
///
/// ```
/// use resp_core::cmd::{self, FieldList};
///
/// let some = cmd::ft_search("books", "dune").returning(["title", "year"]);
/// let renamed = FieldList::new().field("title").field_as("$.price.eur", "price");
/// let others = cmd::ft_search("books", "dune").returning(renamed);
/// # let _ = (some, others);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct FieldList(Words);

impl FieldList {
    /// No fields yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a field, or of JSON documents a path.
    pub fn field(self, name: impl ToArg) -> Self {
        Self(self.0.with(name))
    }

    /// Adds a field, or of JSON documents a path, under another name.
    pub fn field_as(self, name: impl ToArg, alias: impl ToArg) -> Self {
        Self(self.0.with(name).with("AS").with(alias))
    }
}

/// The number of words, then they.
impl ToArgs for FieldList {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        Words::default().with_counted(&self.0).each_arg(visit);
    }
}

impl From<&str> for FieldList {
    fn from(field: &str) -> Self {
        Self::new().field(field)
    }
}

impl From<String> for FieldList {
    fn from(field: String) -> Self {
        Self::new().field(field)
    }
}

impl<F: ToArg, const N: usize> From<[F; N]> for FieldList {
    fn from(fields: [F; N]) -> Self {
        Self(Words::default().with_all(&fields))
    }
}

impl<F: ToArg> From<&[F]> for FieldList {
    fn from(fields: &[F]) -> Self {
        Self(Words::default().with_all(&fields))
    }
}

impl<F: ToArg> From<Vec<F>> for FieldList {
    fn from(fields: Vec<F>) -> Self {
        Self::from(&fields[..])
    }
}

/// What stands for the names of parameters in a query: made of a pair, or of a
/// list or map of them.
///
/// ```
/// use resp_core::cmd;
///
/// let near = cmd::ft_search("books", "*=>[KNN 5 @v $vector]").params(("vector", [0_u8; 16])).dialect(2);
/// # let _ = near;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryParams(Words);

impl<P: ToPairs> From<P> for QueryParams {
    fn from(params: P) -> Self {
        let mut words = Words::default();
        params.each_arg(&mut |word| words.push(word.as_bytes()));
        Self(words)
    }
}

/// The number of words, then they.
impl ToArgs for QueryParams {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        Words::default().with_counted(&self.0).each_arg(visit);
    }
}

/// How texts are cut down to the parts around what was found.
///
/// ```
/// use resp_core::cmd::{self, Summarize};
///
/// let how = Summarize::new().fields("text").fragments(2).length(15);
/// let found = cmd::ft_search("books", "dune").summarize(how);
/// # let _ = found;
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Summarize(Words);

impl Summarize {
    /// Of all fields three parts of 20 words, with `...` behind each.
    pub fn new() -> Self {
        Self::default()
    }

    /// These fields only.
    pub fn fields(self, fields: impl ToArgs) -> Self {
        Self(self.0.with("FIELDS").with_counted(&fields))
    }

    /// So many parts.
    pub fn fragments(self, count: u64) -> Self {
        Self(self.0.with("FRAGS").with(count))
    }

    /// Parts of so many words.
    pub fn length(self, words: u64) -> Self {
        Self(self.0.with("LEN").with(words))
    }

    /// What stands behind each part.
    pub fn separator(self, separator: impl ToArg) -> Self {
        Self(self.0.with("SEPARATOR").with(separator))
    }
}

/// Where tags are put around what was found, and which.
///
/// ```
/// use resp_core::cmd::{self, Highlight};
///
/// let how = Highlight::new().fields("title").tags("<em>", "</em>");
/// let found = cmd::ft_search("books", "dune").highlight(how);
/// # let _ = found;
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Highlight(Words);

impl Highlight {
    /// In all fields, `<b>` and `</b>`.
    pub fn new() -> Self {
        Self::default()
    }

    /// In these fields only.
    pub fn fields(self, fields: impl ToArgs) -> Self {
        Self(self.0.with("FIELDS").with_counted(&fields))
    }

    /// These tags.
    pub fn tags(self, open: impl ToArg, close: impl ToArg) -> Self {
        Self(self.0.with("TAGS").with(open).with(close))
    }
}

writes_words!(Summarize, Highlight);
