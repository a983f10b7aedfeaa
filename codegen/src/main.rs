//! Writes what follows from `commands/*.toml`, the table of all commands.
//!
//! `cargo run -p codegen` from the workspace's root rewrites the files,
//! `cargo test -p codegen` fails if that would change any.
#![allow(clippy::unwrap_used, reason = "a wrong row ends the program with the reason")]

mod cases;
mod functions;
mod listing;
mod metas;
mod methods;
mod names;
mod signature;
mod table;
mod wire;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio, exit};

use table::Group;

/// What a generated Rust file begins with.
const HEADER: &str = "// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.\n\n";

fn main() {
    match generate(&root()) {
        Ok(files) => {
            let mut changed = 0;
            for (path, text) in files {
                if std::fs::read_to_string(&path).is_ok_and(|old| old == text) {
                    continue;
                }
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(&path, text).unwrap();
                println!("wrote {}", path.strip_prefix(root()).unwrap().display());
                changed += 1;
            }
            println!("{changed} files changed");
        }
        Err(error) => {
            eprintln!("error: {error}");
            exit(1);
        }
    }
}

/// The workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Every generated file and what is to be in it.
fn generate(root: &Path) -> Result<BTreeMap<PathBuf, String>, String> {
    let groups = table::load(&root.join("commands"))?;
    let core = root.join("resp-core/src");
    let by_hand = |group: &Group| core.join(format!("commands/custom/{}.rs", group.name)).exists();
    let mut files = BTreeMap::new();
    let mut rust = |path: String, text: String| -> Result<(), String> {
        let text =
            format_rust(root, &format!("{HEADER}{text}")).map_err(|error| format!("{path}: {error}"))?;
        files.insert(root.join(path), text);
        Ok(())
    };
    rust("resp-core/src/command/metas.rs".into(), metas::render(&groups))?;
    rust("resp-core/src/commands/mod.rs".into(), functions::render_root(&groups))?;
    for group in &groups {
        let name = &group.name;
        rust(format!("resp-core/src/commands/{name}.rs"), functions::render(group, by_hand(group))?)?;
        for client in methods::CLIENTS {
            let path = format!("resp-net/src/commands/{}/{name}.rs", client.module);
            rust(path, methods::render(group, client)?)?;
        }
        rust(format!("tests/tests/commands/cases/{name}.rs"), cases::render(group)?)?;
    }
    for client in methods::CLIENTS {
        let path = format!("resp-net/src/commands/{}/mod.rs", client.module);
        rust(path, methods::render_root(&groups, client))?;
    }
    rust("tests/tests/commands/cases/mod.rs".into(), cases::render_root(&groups))?;
    files.insert(root.join("docs/commands.md"), listing::render(&groups)?);
    Ok(files)
}

/// Formats as the workspace does.
fn format_rust(root: &Path, text: &str) -> Result<String, String> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(root.join("rustfmt.toml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("rustfmt is needed (`rustup component add rustfmt`): {error}"))?;
    let mut input = child.stdin.take().unwrap();
    let text = text.to_owned();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    let _ = writer.join();
    if !output.status.success() {
        return Err("rustfmt refuses it".into());
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generating_changes_nothing() {
        for (path, text) in generate(&root()).unwrap() {
            let committed = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(committed == text, "{} is not what `cargo run -p codegen` writes", path.display());
        }
    }
}
