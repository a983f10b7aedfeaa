//! The command `report`.

use super::{chart_svg, html, markdown};
use crate::failure::Failure;
use crate::record;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// What to make of which record.
#[derive(Debug, Clone, clap::Args)]
#[command(about = "Renders a record again; prints Markdown unless told otherwise")]
pub(crate) struct Options {
    /// Record that this program wrote, as JSON
    record: PathBuf,

    /// Only sections whose name contains one of these texts
    #[arg(long, value_name = "TEXT,..", value_delimiter = ',')]
    filter: Vec<String>,

    /// HTML report to write
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,

    /// Markdown to write
    #[arg(long, value_name = "FILE")]
    markdown: Option<PathBuf>,

    /// Chart to write as SVG: its title, or a part of it
    #[arg(long, value_name = "FAMILY", requires = "svg")]
    chart: Option<String>,

    /// Where the chart goes
    #[arg(long, value_name = "FILE", requires = "chart")]
    svg: Option<PathBuf>,
}

/// Does it.
///
/// # Errors
/// The record cannot be read, a file not be written, or there is no such section or chart.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let mut record = record::read(&options.record)?;
    record.keep(|name| options.filter.is_empty() || options.filter.iter().any(|text| name.contains(text)));
    if record.sections.is_empty() {
        return Err(Failure::new("no section of this record has such a name"));
    }
    let mut written = false;
    let mut write = |file: Option<&PathBuf>, text: &dyn Fn() -> Result<String, Failure>| {
        let Some(file) = file else { return Ok(()) };
        written = true;
        record::write(file, text()?.as_bytes())
    };
    write(options.html.as_ref(), &|| Ok(html(&record)))?;
    write(options.markdown.as_ref(), &|| Ok(markdown(&record)))?;
    write(options.svg.as_ref(), &|| chart(&record, options.chart.as_deref().unwrap_or_default()))?;
    if !written {
        // A closed pipe, as of `| head`, is no reason to complain.
        let _ = std::io::stdout().write_all(markdown(&record).as_bytes());
    }
    Ok(ExitCode::SUCCESS)
}

/// The chart of this title, or of the only one that has this in its title.
fn chart(record: &record::Record, title: &str) -> Result<String, Failure> {
    let sections: Vec<_> = record.sections.iter().collect();
    let all = super::family::families(&sections);
    let matching: Vec<_> = match all.contains(&title) {
        true => vec![title],
        false => all.iter().copied().filter(|family| family.contains(title)).collect(),
    };
    let none = || match &all[..] {
        [] => Failure::new("this record has no charts of that kind"),
        all => {
            Failure::new(format!("no single chart has {title:?} in its title; there are: {}", all.join("; ")))
        }
    };
    match matching[..] {
        [family] => chart_svg(record, family).ok_or_else(none),
        _ => Err(none()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::record;
    use super::*;

    #[test]
    fn charts_are_found_by_a_part_of_their_title() {
        assert!(chart(&record(), "64 bytes").is_ok_and(|svg| svg.starts_with("<svg")));
        let failure = chart(&record(), "nothing").unwrap_err().to_string();
        assert_eq!(
            failure,
            "no single chart has \"nothing\" in its title; there are: GET of 64 bytes, one connection"
        );
    }
}
