//! The report: one HTML file that needs nothing else.

mod page;
mod plots;
mod svg;

pub(crate) use page::page;
