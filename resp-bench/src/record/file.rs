//! Records in files: written whole or not at all, again and again while a run
//! goes on, so that nothing measured is lost.

use super::{FORMAT, Record, layout};
use crate::failure::Failure;
use crate::options::Common;
use crate::{interrupt, report};
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
            try_writing(file).map_err(|error| cannot_write(file, &error))?;
        }
        Ok(files)
    }

    /// Writes what is known so far.
    pub(crate) fn save(&self, record: &Record) -> Result<(), Failure> {
        let text = layout::text(record).map_err(|error| Failure::because("no JSON", &error))?;
        write(&self.json, &text)
    }

    /// Writes everything.
    pub(crate) fn write(&self, record: &Record) -> Result<(), Failure> {
        self.save(record)?;
        write(&self.html, report::html(record).as_bytes())
    }

    /// Writes everything and prints where it is, and that it is not all if the user ended the run.
    pub(crate) fn finish(&self, record: &Record) -> Result<(), Failure> {
        self.write(record)?;
        if !record.complete && interrupt::requested() {
            println!("\nInterrupted: the figures are of what was measured until then.");
        }
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
/// Devices, pipes and links such as `/dev/stdout` are written to and stay what they are.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let written = match is_replaceable(file) {
        true => std::fs::write(beside(file), bytes).and_then(|()| std::fs::rename(beside(file), file)),
        false => std::fs::write(file, bytes),
    };
    written.map_err(|error| cannot_write(file, &error))
}

/// Makes the file that [`write()`] would make, and removes it.
fn try_writing(file: &Path) -> std::io::Result<()> {
    if !is_replaceable(file) {
        return std::fs::OpenOptions::new().append(true).open(file).map(drop);
    }
    std::fs::write(beside(file), "").and_then(|()| std::fs::remove_file(beside(file)))
}

/// Whether it is a file, or nothing yet.
fn is_replaceable(file: &Path) -> bool {
    file.symlink_metadata().map_or(true, |what| what.is_file())
}

/// What is written before it takes the file's place.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

fn cannot_write(file: &Path, error: &std::io::Error) -> Failure {
    Failure::because(format!("cannot write {}", file.display()), error)
}

fn absolute(file: &Path) -> String {
    std::path::absolute(file).unwrap_or_else(|_| file.to_owned()).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_written_is_found_at_once() {
        let common = |json: &str| Common { json: Some(json.into()), ..Common::default() };
        for file in ["/nonexistent/record.json", "/proc/record.json", "/proc"] {
            let Err(failure) = Files::new(&common(file), "load") else { continue };
            assert!(failure.to_string().starts_with(&format!("cannot write {file}: ")), "{failure}");
        }
        assert!(Files::new(&common("/nonexistent/record.json"), "load").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_links() {
        let folder = std::env::temp_dir().join(format!("resp-bench-links-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (file, link) = (folder.join("file"), folder.join("link"));
        write(&file, b"old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert!(try_writing(&link).is_ok() && write(&link, b"new").is_ok());
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&file).unwrap(), b"new");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
