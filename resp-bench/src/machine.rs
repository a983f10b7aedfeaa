//! What the figures were measured on.

use crate::record::Environment;
use crate::server::Description;
use serde::{Deserialize, Serialize};

/// A machine, as it describes itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Machine {
    /// Model of the processor.
    pub(crate) cpu: String,
    /// Cores that this process may use.
    pub(crate) cores: usize,
    /// Name and version of the kernel.
    pub(crate) kernel: String,
    /// Name and version of the system.
    pub(crate) system: String,
}

impl Machine {
    /// This machine. Call it before threads are pinned.
    pub(crate) fn here() -> Self {
        let unknown = || format!("{} ({})", std::env::consts::OS, std::env::consts::ARCH);
        Self {
            cpu: field("/proc/cpuinfo", "model name", ':')
                .unwrap_or_else(|| std::env::consts::ARCH.to_owned()),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            kernel: first_line("/proc/sys/kernel/osrelease")
                .map_or_else(unknown, |release| format!("Linux {release}")),
            system: field("/etc/os-release", "PRETTY_NAME", '=').unwrap_or_else(unknown),
        }
    }
}

fn first_line(file: &str) -> Option<String> {
    std::fs::read_to_string(file).ok()?.lines().next().map(str::to_owned)
}

/// The value of the first line of a file that begins with `name`, without quotes.
fn field(file: &str, name: &str, separator: char) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    value(&text, name, separator).map(str::to_owned)
}

fn value<'text>(text: &'text str, name: &str, separator: char) -> Option<&'text str> {
    let mut fields = text.lines().filter_map(|line| line.split_once(separator));
    let (_, value) = fields.find(|(key, _)| key.trim() == name)?;
    Some(value.trim().trim_matches('"'))
}

/// Crates of others that decide the figures, in the versions of the lock file,
/// which a test compares.
const LOCKED: [(&str, &str); 4] =
    [("tokio", "1.54.1"), ("bytes", "1.12.1"), ("memchr", "2.8.3"), ("itoa", "1.0.18")];

/// Features of this program that decide what it can measure.
const FEATURES: [(&str, bool); 1] = [("peers", cfg!(feature = "peers"))];

/// What a report says about where it was made; `others` are the versions of
/// what takes part beside this workspace.
pub(crate) fn environment(
    machine: Machine,
    server: Option<Description>,
    placement: String,
    others: impl IntoIterator<Item = (String, String)>,
) -> Environment {
    let built_in = FEATURES.into_iter().filter(|(_, built_in)| *built_in);
    Environment {
        machine,
        server,
        versions: versions().into_iter().chain(others).collect(),
        features: built_in.map(|(name, _)| name.to_owned()).collect(),
        placement,
    }
}

/// Crates that decide the figures, with their versions. Ours have one in common.
pub(crate) fn versions() -> Vec<(String, String)> {
    let ours = ["resp-core", "resp-net"].map(|name| (name, env!("CARGO_PKG_VERSION")));
    let all = ours.into_iter().chain(LOCKED);
    all.map(|(name, version)| (name.to_owned(), version.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_fields() {
        let text = "model\t: 1\nmodel name\t: A: B\nPRETTY_NAME=\"Some OS 12\"\n";
        assert_eq!(value(text, "model name", ':'), Some("A: B"));
        assert_eq!(value(text, "PRETTY_NAME", '='), Some("Some OS 12"));
        assert_eq!(value(text, "other", '='), None);
    }

    #[test]
    fn versions_are_those_of_the_lock_file() {
        let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock")).unwrap();
        for (name, version) in versions() {
            let mut packages = lock.split("[[package]]");
            let package = packages.find(|package| value(package, "name", '=') == Some(&name));
            assert_eq!(
                value(package.unwrap(), "version", '='),
                Some(&*version),
                "{name}: correct it in LOCKED"
            );
        }
    }
}
