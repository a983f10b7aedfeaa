//! Values that cannot be arguments.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::fmt;

use serde::ser;

/// A value that serde knows and that cannot be written as arguments.
///
/// It says which field, what was expected and what kind was found; never the
/// value, unless the type says it by [`serde::ser::Error::custom`].
///
/// ```
/// use std::collections::BTreeMap;
///
/// let error = resp_core::to_pairs(&BTreeMap::from([("tags", ["a", "b"])])).unwrap_err();
/// assert_eq!(error.to_string(), "value.tags: expected one argument, found list");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ArgError(Box<Refusal>);

#[derive(Clone, PartialEq, Eq)]
struct Refusal {
    field: Option<Box<str>>,
    reason: Reason,
}

#[derive(Clone, PartialEq, Eq)]
enum Reason {
    Kind { expected: &'static str, found: &'static str },
    Said(Box<str>),
}

impl ArgError {
    pub(super) fn kind(expected: &'static str, found: &'static str) -> Self {
        Self(Box::new(Refusal { field: None, reason: Reason::Kind { expected, found } }))
    }

    /// Says that it was the value of the field `name`.
    pub(super) fn at_field(mut self, name: &[u8]) -> Self {
        const SHOWN: usize = 64;
        let name = String::from_utf8_lossy(name);
        let shown: String = name.chars().take(SHOWN).flat_map(char::escape_debug).collect();
        self.0.field = Some(shown.into_boxed_str());
        self
    }
}

impl fmt::Display for ArgError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("value")?;
        if let Some(field) = &self.0.field {
            write!(f, ".{field}")?;
        }
        match &self.0.reason {
            Reason::Kind { expected, found } => write!(f, ": expected {expected}, found {found}"),
            Reason::Said(message) => write!(f, ": {message}"),
        }
    }
}

impl fmt::Debug for ArgError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ArgError({self})")
    }
}

impl core::error::Error for ArgError {}

impl ser::Error for ArgError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string().into_boxed_str();
        Self(Box::new(Refusal { field: None, reason: Reason::Said(message) }))
    }
}
