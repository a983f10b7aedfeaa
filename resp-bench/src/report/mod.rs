//! The report: one HTML file that needs nothing else.

mod page;
mod plots;
mod record;
mod svg;

pub(crate) use page::page;
pub(crate) use record::html;
