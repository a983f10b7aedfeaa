//! Search.

mod aggregate;
mod fields;
mod hybrid;
mod profile;
mod schema;
mod shape;
#[cfg(test)]
mod tests;
mod vector;
mod words;

pub use aggregate::{CursorSettings, GroupBy, Reducer, SortBy};
pub use fields::{FieldList, Highlight, QueryParams, Summarize};
pub use hybrid::{HybridFusion, HybridText, HybridVector, LinearFusion, RrfFusion};
pub use profile::ProfiledQuery;
pub use schema::{GeoField, GeoShapeField, NumericField, Schema, TagField, TextField};
pub use vector::{
    FlatVectorField, HnswVectorField, SvsVectorField, VectorCompression, VectorMetric, VectorType,
};
use words::{Words, writes_words};
