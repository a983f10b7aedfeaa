//! What people see of a record: a page, Markdown, a chart.

mod axis;
mod bars;
mod canvas;
mod charts;
mod claims;
mod command;
mod comparison;
mod escape;
mod family;
mod grid;
mod html;
mod lines;
mod looks;
mod mark;
mod markdown;
#[cfg(test)]
pub(crate) mod sample;
mod standalone;
mod summary;
mod tables;
mod words;

pub(crate) use self::command::{Options, run};
pub(crate) use self::comparison::advantage;
pub(crate) use self::grid::Grid;
pub(crate) use self::html::html;
pub(crate) use self::markdown::markdown;
pub(crate) use self::standalone::chart_svg;
pub(crate) use self::words::{lead, value};
