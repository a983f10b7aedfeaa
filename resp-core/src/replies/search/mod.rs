//! What the search engine answers.

mod documents;
mod hybrid;
mod info;
mod profile;
mod rows;
mod settings;
mod words;

pub use documents::{Given, SearchDocument, SearchReply, SearchResults};
pub use hybrid::HybridResults;
pub use info::{IndexAttribute, IndexInfo};
pub use profile::SearchProfile;
pub use rows::{AggregatePage, AggregateResults, AggregateValue};
pub use settings::{SearchSetting, SearchSettings};
pub use words::{Misspelling, Spellcheck, Suggestion, Suggestions};

use alloc::string::String;
use alloc::vec::Vec;

use super::Fields;
use crate::convert::ConvertError;

/// Under which names servers say what went wrong with a part of a query.
fn warnings(fields: &Fields<'_>) -> Result<Vec<String>, ConvertError> {
    let named = fields.optional::<Vec<String>>("warning")?;
    Ok(match named {
        Some(warnings) => warnings,
        None => fields.optional::<Vec<String>>("warnings")?.unwrap_or_default(),
    })
}

#[cfg(test)]
fn read<R: crate::convert::FromReply>(wire: &str) -> Result<R::Out, String> {
    use crate::{Decoder, Progress};
    use alloc::string::ToString;

    let mut decoder = Decoder::new();
    let Ok(Progress::Frame(frame)) = decoder.decode(wire.as_bytes()) else { panic!("{wire}") };
    crate::convert::decode::<R>(frame).map_err(|error| error.to_string())
}
