//! The committed inputs of the fuzz targets.

use std::path::{Path, PathBuf};

/// Every input of a target, with where it is, in the order of their names.
///
/// # Panics
/// The folder or a file in it cannot be read, or the folder is empty.
#[must_use]
pub fn inputs(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target);
    let files =
        std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{} is needed: {error}", folder.display()));
    let mut inputs: Vec<_> = files
        .map(|file| {
            let path = file.expect("the folder was just opened").path();
            let input = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (path, input)
        })
        .collect();
    assert!(!inputs.is_empty(), "{} holds nothing", folder.display());
    inputs.sort();
    inputs
}
