//! Memory of this process.

/// Address space that a process which is observed may have: a client that asks
/// for more is ended by the allocator.
#[cfg(unix)]
const LIMIT: u64 = 2 << 30;

/// From here on this process has no more than 2 GiB.
pub(super) fn limit() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let limit = Rlimit { current: Some(LIMIT), maximum: Some(LIMIT) };
        // Where the system refuses, its own limit holds.
        let _ = setrlimit(Resource::As, limit);
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        // A crash is an observation, and leaves no file.
        let _ = setrlimit(Resource::Core, none);
    }
}

/// How much this process grew at the most since a moment.
#[derive(Debug)]
pub(super) struct Growth {
    /// Bytes resident then; `None` where the system does not say.
    before: Option<u64>,
}

impl Growth {
    /// From this moment.
    pub(super) fn start() -> Self {
        Self { before: status("VmRSS:") }
    }

    /// In bytes.
    pub(super) fn peak(&self) -> Option<u64> {
        Some(status("VmHWM:")?.saturating_sub(self.before?))
    }
}

/// Bytes that Linux tells under this name.
fn status(name: &str) -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? << 10)
}

/// `12.3 MiB`, or that it is not known.
pub(super) fn text(bytes: Option<u64>) -> String {
    bytes.map_or_else(|| "an unknown amount".to_owned(), |bytes| format!("{:.1} MiB", mib(bytes)))
}

/// As a number of MiB.
pub(super) fn mib(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn growth_is_seen() {
        let growth = Growth::start();
        let block = core::hint::black_box(vec![1_u8; 64 << 20]);
        drop(block);
        assert!(growth.peak().is_some_and(|peak| peak >= 60 << 20), "{growth:?}");
    }
}
