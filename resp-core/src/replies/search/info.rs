//! What FT.INFO answers.

use alloc::string::String;
use alloc::vec::Vec;

use core::time::Duration;

use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::replies::{Fields, without_strings};

/// What an index is like, how full it is and what it takes. A server that does
/// not tell a number leaves it at zero.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let wire = b"*6\r\n+index_name\r\n+books\r\n+num_docs\r\n$2\r\n12\r\n+percent_indexed\r\n$1\r\n1\r\n";
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let info = cmd::ft_info("books").decode(reply).unwrap();
/// assert_eq!((info.name.as_str(), info.documents, info.indexed), ("books", 12, 1.0));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IndexInfo {
    /// Its name.
    pub name: String,
    /// The options that it was made with, as words.
    pub options: Vec<String>,
    /// What it is over: `HASH` or `JSON`.
    pub key_type: String,
    /// How keys must begin.
    pub prefixes: Vec<String>,
    /// Its fields.
    pub attributes: Vec<IndexAttribute>,
    /// Documents.
    pub documents: u64,
    /// Different terms.
    pub terms: u64,
    /// Entries of terms.
    pub records: u64,
    /// The part of the documents that is indexed, 0 to 1.
    pub indexed: f64,
    /// Whether documents that existed are still being indexed.
    pub is_indexing: bool,
    /// How long that took so far.
    pub indexing_time: Duration,
    /// Documents that could not be indexed.
    pub failures: u64,
    /// Why the last of them could not, if any.
    pub last_error: Option<String>,
    /// How often it was used.
    pub uses: u64,
    /// Megabytes that it takes in all, if the server says so.
    pub memory_mb: Option<f64>,
    /// Megabytes of the lists of terms.
    pub inverted_mb: f64,
    /// Megabytes of vectors.
    pub vector_mb: f64,
    /// Megabytes of the table of documents.
    pub document_table_mb: f64,
    /// Megabytes of sortable values.
    pub sortable_mb: f64,
    /// Megabytes of the table of keys.
    pub key_table_mb: f64,
}

/// A field of an index.
///
/// ```
/// use resp_core::replies::{IndexAttribute, IndexInfo};
///
/// fn sortable(info: &IndexInfo) -> Vec<&str> {
///     let is_sortable = |field: &&IndexAttribute| field.flags.iter().any(|flag| flag == "SORTABLE");
///     info.attributes.iter().filter(is_sortable).map(|field| field.name.as_str()).collect()
/// }
/// # let _ = sortable;
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndexAttribute {
    /// The field of a hash, or the path in a JSON document.
    pub identifier: String,
    /// Its name in queries.
    pub name: String,
    /// Its type, such as `TEXT`.
    pub kind: String,
    /// Its settings by name, such as `WEIGHT`.
    pub settings: Vec<(String, String)>,
    /// What else it is, such as `SORTABLE`.
    pub flags: Vec<String>,
}

/// Words of RESP2 that no value follows.
const FLAGS: [&str; 8] =
    ["SORTABLE", "UNF", "NOSTEM", "NOINDEX", "CASESENSITIVE", "WITHSUFFIXTRIE", "INDEXEMPTY", "INDEXMISSING"];

impl FromReply for IndexAttribute {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        if !matches!(frame.kind(), Kind::Array | Kind::Map) {
            return Err(ConvertError::kind("attribute", frame));
        }
        let mut attribute = Self::default();
        let mut words = frame.children();
        while let Some(word) = words.next() {
            let name = String::from_reply(word)?;
            if frame.kind() == Kind::Array && FLAGS.contains(&name.as_str()) {
                attribute.flags.push(name);
                continue;
            }
            let value = words.next().ok_or_else(|| ConvertError::len("attribute", frame.len()))?;
            attribute.set(name, value).map_err(|error| error.at_entry(word))?;
        }
        Ok(attribute)
    }
}

impl IndexAttribute {
    fn set(&mut self, name: String, value: Frame<'_>) -> Result<(), ConvertError> {
        match name.as_str() {
            "identifier" => self.identifier = String::from_reply(value)?,
            "attribute" => self.name = String::from_reply(value)?,
            "type" => self.kind = String::from_reply(value)?,
            "flags" => self.flags = Vec::<String>::from_reply(value)?,
            // What is no text is of a version to come.
            _ if value.kind().is_aggregate() || value.is_null() => {}
            _ => self.settings.push((name, String::from_reply(value)?)),
        }
        Ok(())
    }
}

impl FromReply for IndexInfo {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "index")?;
        let definition = nested(&fields, "index_definition")?;
        let errors = nested(&fields, "Index Errors")?;
        let number = |name| Ok(fields.optional::<f64>(name)?.unwrap_or_default());
        let last_error = match &errors {
            Some(errors) => errors.optional::<String>("last indexing error")?,
            None => None,
        };
        let (mut key_type, mut prefixes) = (String::new(), Vec::new());
        if let Some(definition) = definition {
            key_type = definition.optional::<String>("key_type")?.unwrap_or_default();
            prefixes = definition.optional::<Vec<String>>("prefixes")?.unwrap_or_default();
        }
        Ok(Self {
            name: fields.required::<String>("index_name")?,
            options: fields.optional::<Vec<String>>("index_options")?.unwrap_or_default(),
            key_type,
            prefixes,
            attributes: fields.optional::<Vec<IndexAttribute>>("attributes")?.unwrap_or_default(),
            documents: count(number("num_docs")?),
            terms: count(number("num_terms")?),
            records: count(number("num_records")?),
            indexed: number("percent_indexed")?,
            is_indexing: number("indexing")? != 0.0,
            indexing_time: Duration::try_from_secs_f64(number("total_indexing_time")? / 1000.0)
                .unwrap_or_default(),
            failures: count(number("hash_indexing_failures")?),
            last_error: last_error.filter(|error| error != "N/A"),
            uses: count(number("number_of_uses")?),
            memory_mb: fields.optional::<f64>("total_index_memory_sz_mb")?,
            inverted_mb: number("inverted_sz_mb")?,
            vector_mb: number("vector_index_sz_mb")?,
            document_table_mb: number("doc_table_size_mb")?,
            sortable_mb: number("sortable_values_size_mb")?,
            key_table_mb: number("key_table_size_mb")?,
        })
    }
}

fn nested<'buf>(fields: &Fields<'buf>, name: &'static str) -> Result<Option<Fields<'buf>>, ConvertError> {
    fields.get(name).map(|value| Fields::of(value, name)).transpose()
}

/// Counts come as doubles of RESP3, as text, or as integers.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "below zero is zero, above is the most"
)]
const fn count(number: f64) -> u64 {
    number as u64
}

without_strings!(IndexInfo, IndexAttribute);

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    fn title(flags: &[&str]) -> IndexAttribute {
        IndexAttribute {
            identifier: "t".into(),
            name: "title".into(),
            kind: "TEXT".into(),
            settings: Vec::from([("WEIGHT".into(), "2".into())]),
            flags: flags.iter().map(|flag| String::from(*flag)).collect(),
        }
    }

    #[test]
    fn an_index_as_both_versions_tell_it() {
        let resp2 = "*26\r\n+index_name\r\n$5\r\nbooks\r\n+index_options\r\n*1\r\n+NOFREQS\r\n\
            +index_definition\r\n*6\r\n+key_type\r\n+HASH\r\n+prefixes\r\n*1\r\n$5\r\nbook:\r\n+default_score\r\n$1\r\n1\r\n\
            +attributes\r\n*1\r\n*10\r\n+identifier\r\n+t\r\n+attribute\r\n+title\r\n+type\r\n+TEXT\r\n+WEIGHT\r\n$1\r\n2\r\n+SORTABLE\r\n+NOSTEM\r\n\
            +num_docs\r\n$2\r\n10\r\n+num_terms\r\n$3\r\n546\r\n+num_records\r\n$3\r\n692\r\n+percent_indexed\r\n$3\r\n0.5\r\n\
            +indexing\r\n$1\r\n1\r\n+total_indexing_time\r\n$3\r\n4.5\r\n+number_of_uses\r\n:3\r\n\
            +Index Errors\r\n*6\r\n+indexing failures\r\n:1\r\n+last indexing error\r\n+Bad number\r\n+last indexing error key\r\n$1\r\nk\r\n\
            +gc_stats\r\n*0\r\n";
        let info = read::<IndexInfo>(resp2).unwrap();
        assert_eq!((info.name.as_str(), info.key_type.as_str()), ("books", "HASH"));
        assert_eq!((&info.options[..], &info.prefixes[..]), (&["NOFREQS".into()][..], &["book:".into()][..]));
        assert_eq!(info.attributes, [title(&["SORTABLE", "NOSTEM"])]);
        assert_eq!((info.documents, info.terms, info.records, info.uses), (10, 546, 692, 3));
        assert_eq!((info.indexed, info.is_indexing), (0.5, true));
        assert_eq!(info.indexing_time, Duration::from_micros(4500));
        assert_eq!(info.last_error.as_deref(), Some("Bad number"));

        let resp3 = "%7\r\n+index_name\r\n$5\r\nbooks\r\n+index_definition\r\n%2\r\n+key_type\r\n+HASH\r\n+prefixes\r\n*1\r\n$5\r\nbook:\r\n\
            +attributes\r\n*1\r\n%5\r\n+identifier\r\n+t\r\n+attribute\r\n+title\r\n+type\r\n+TEXT\r\n+WEIGHT\r\n,2\r\n+flags\r\n*1\r\n+SORTABLE\r\n\
            +num_docs\r\n:10\r\n+inverted_sz_mb\r\n,0.25\r\n+total_index_memory_sz_mb\r\n,1.5\r\n\
            +Index Errors\r\n%1\r\n+last indexing error\r\n+N/A\r\n";
        let info = read::<IndexInfo>(resp3).unwrap();
        assert_eq!(info.attributes, [title(&["SORTABLE"])]);
        assert_eq!((info.documents, info.inverted_mb, info.memory_mb), (10, 0.25, Some(1.5)));
        assert_eq!(info.last_error, None);
    }

    #[test]
    fn other_shapes_are_errors() {
        for (wire, error) in [
            ("%0\r\n", "reply.index_name: expected a value, found nothing"),
            (
                "%2\r\n+index_name\r\n+i\r\n+num_docs\r\n+x\r\n",
                "reply.num_docs: expected number, found other text",
            ),
            (
                "%2\r\n+index_name\r\n+i\r\n+attributes\r\n*1\r\n*1\r\n+type\r\n",
                "reply.attributes[0]: expected attribute, found 1 elements",
            ),
            ("+OK\r\n", "reply: expected index, found simple string"),
        ] {
            assert_eq!(read::<IndexInfo>(wire).unwrap_err(), error);
        }
    }
}
