//! Records in files: written whole or not at all, again and again while a run
//! goes on, so that nothing measured is lost.

use super::{FORMAT, Record};
use crate::failure::Failure;
use crate::options::Common;
use crate::report;
use std::path::{Path, PathBuf};

/// Where a run writes what it finds.
#[derive(Debug, Clone)]
pub(crate) struct Files {
    json: PathBuf,
    html: PathBuf,
}

impl Files {
    /// From the options, by default `resp-bench-COMMAND.json` and `.html` in this folder.
    ///
    /// # Errors
    /// One of them cannot be written, found before minutes are spent.
    pub(crate) fn new(common: &Common, command: &str) -> Result<Self, Failure> {
        let default = |ending| PathBuf::from(format!("resp-bench-{command}.{ending}"));
        let files = Self {
            json: common.json.clone().unwrap_or_else(|| default("json")),
            html: common.html.clone().unwrap_or_else(|| default("html")),
        };
        for file in [&files.json, &files.html] {
            let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
            if file.is_dir() || folder.is_some_and(|folder| !folder.is_dir()) {
                let what = "no such folder, or one itself";
                return Err(Failure::new(format!("cannot write {}: {what}", file.display())));
            }
        }
        Ok(files)
    }

    /// Writes what is known so far.
    pub(crate) fn save(&self, record: &Record) -> Result<(), Failure> {
        let mut text =
            serde_json::to_vec_pretty(record).map_err(|error| Failure::because("no JSON", &error))?;
        text.push(b'\n');
        write(&self.json, &text)
    }

    /// Writes everything.
    pub(crate) fn write(&self, record: &Record) -> Result<(), Failure> {
        self.save(record)?;
        write(&self.html, report::html(record).as_bytes())
    }

    /// Writes everything and prints where it is.
    pub(crate) fn finish(&self, record: &Record) -> Result<(), Failure> {
        self.write(record)?;
        println!("\nReport   {}", absolute(&self.html));
        println!("Record   {}", absolute(&self.json));
        Ok(())
    }
}

/// Reads a record that this program wrote.
///
/// # Errors
/// There is no such file, it is no record, or a newer program wrote it.
pub(crate) fn read(file: &Path) -> Result<Record, Failure> {
    let name = file.display();
    let text =
        std::fs::read(file).map_err(|error| Failure::because(format!("cannot read {name}"), &error))?;
    let record: Record = serde_json::from_slice(&text)
        .map_err(|error| Failure::because(format!("{name} is no record of resp-bench"), &error))?;
    if record.format > FORMAT {
        let newer = record.format;
        return Err(Failure::new(format!("{name} has format {newer}, newer than this program's {FORMAT}")));
    }
    Ok(record)
}

/// In one step: whoever reads the file finds the old text or the new one.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let cannot = |error: std::io::Error| Failure::because(format!("cannot write {}", file.display()), &error);
    let mut name = file.as_os_str().to_owned();
    name.push(".new");
    std::fs::write(&name, bytes).map_err(cannot)?;
    std::fs::rename(&name, file).map_err(cannot)
}

fn absolute(file: &Path) -> String {
    std::path::absolute(file).unwrap_or_else(|_| file.to_owned()).display().to_string()
}
