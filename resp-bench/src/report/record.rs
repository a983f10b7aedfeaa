//! A record as a page.

use crate::record::Record;

/// The whole report.
pub(crate) fn html(record: &Record) -> String {
    format!("<!doctype html><title>{}</title>", record.command)
}
