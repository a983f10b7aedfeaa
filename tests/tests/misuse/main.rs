//! Wrong use that must not compile, and what the compiler says of it.
//!
//! Each file in `snippets` is the body of an asynchronous function that has a
//! `client`, a `blocking` client and a `connection`. Its first line is
//! `// error: CODE text`, of which an error of the compiler must have both, or
//! `// compiles`.

use core::error::Error;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const PROLOGUE: &str = "#![allow(unused)]
use std::time::Duration;
use resp_net::resp_core::{self, replies::*};
use resp_net::{Client, Connection, Error, blocking, cmd};

async fn body(client: Client, blocking: blocking::Client, mut connection: Connection) -> Result<(), Error> {
";
const EPILOGUE: &str = "\n    Ok(())\n}\nfn main() {}\n";

/// The errors of each snippet: code and text.
type Said = BTreeMap<String, Vec<(String, String)>>;

/// A package of its own, of which each snippet is a program.
struct Package {
    folder: PathBuf,
}

impl Package {
    fn new(snippets: &BTreeMap<String, String>) -> Result<Self, Box<dyn Error>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("no workspace")?;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("misuse");
        fs::create_dir_all(folder.join("src/bin"))?;
        fs::write(
            folder.join("Cargo.toml"),
            format!(
                "[package]\nname = \"misuse\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
                 [dependencies]\nresp-net = {{ path = {:?}, features = [\"derive\", \"json\", \"mio\"] }}\n",
                root.join("resp-net")
            ),
        )?;
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        for (name, text) in snippets {
            fs::write(folder.join(format!("src/bin/{name}.rs")), [PROLOGUE, text, EPILOGUE].concat())?;
        }
        Ok(Self { folder })
    }

    fn check(&self) -> Result<Said, Box<dyn Error>> {
        let output = Command::new(env!("CARGO"))
            .args(["check", "--bins", "--keep-going", "--offline", "--message-format=json", "--target-dir"])
            .arg(self.folder.join("target"))
            .current_dir(&self.folder)
            .output()?;
        let mut errors = Said::new();
        for line in String::from_utf8(output.stdout)?.lines() {
            let message: Value = serde_json::from_str(line)?;
            let said = &message["message"];
            if message["reason"] == "compiler-message" && said["level"] == "error" {
                let program = message["target"]["name"].as_str().ok_or("no name")?.to_owned();
                let code = said["code"]["code"].as_str().unwrap_or_default().to_owned();
                let text = said["rendered"].as_str().unwrap_or_default().to_owned();
                errors.entry(program).or_default().push((code, text));
            }
        }
        if errors.is_empty() {
            return Err(format!("nothing was checked:\n{}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(errors)
    }
}

#[test]
fn what_must_not_compile_does_not_and_says_why() -> Result<(), Box<dyn Error>> {
    let mut snippets = BTreeMap::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/misuse/snippets"))? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).ok_or("no name")?;
        snippets.insert(name.to_owned(), fs::read_to_string(&path)?);
    }
    let errors = Package::new(&snippets)?.check()?;
    let mut failures = Vec::new();
    for (name, text) in &snippets {
        let first = text.lines().next().unwrap_or_default();
        let found = errors.get(name).map_or(&[][..], Vec::as_slice);
        let is_right = match first.strip_prefix("// error: ").and_then(|error| error.split_once(' ')) {
            Some((code, text)) => found.iter().any(|(of, said)| of == code && said.contains(text)),
            None => first == "// compiles" && found.is_empty(),
        };
        if !is_right {
            let said: String = found.iter().map(|(_, text)| text.as_str()).collect();
            failures.push(format!("{name} is to be `{first}`, the compiler says:\n{said}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    Ok(())
}
