//! How much a process has run, over all its threads.

use core::time::Duration;
use std::path::Path;

/// What the scheduler says about a process.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Process {
    /// Time that its threads ran, of those that still do.
    pub(super) cpu: Duration,
    /// How often one of them got a core, and so will give it up or lose it.
    pub(super) switches: u64,
}

impl Process {
    /// A process by its number; `None` where the system does not tell.
    pub(super) fn of(id: u32) -> Option<Self> {
        Self::at(Path::new(&format!("/proc/{id}/task")))
    }

    /// This one.
    pub(super) fn own() -> Option<Self> {
        Self::at(Path::new("/proc/self/task"))
    }

    /// The thread that asks.
    pub(super) fn own_thread() -> Option<Self> {
        Self::parse(&std::fs::read_to_string("/proc/thread-self/schedstat").ok()?)
    }

    fn at(threads: &Path) -> Option<Self> {
        let mut sum = None;
        for thread in std::fs::read_dir(threads).ok()? {
            // A thread may have ended since its name was read.
            let Ok(text) = std::fs::read_to_string(thread.ok()?.path().join("schedstat")) else { continue };
            let Self { cpu, switches } = sum.unwrap_or_default();
            let one = Self::parse(&text)?;
            sum = Some(Self { cpu: cpu + one.cpu, switches: switches + one.switches });
        }
        sum
    }

    /// Nanoseconds run, nanoseconds waited for a core, times that it got one.
    fn parse(schedstat: &str) -> Option<Self> {
        let mut fields = schedstat.split_whitespace().map(str::parse);
        let (Some(Ok(ran)), Some(Ok(_)), Some(Ok(switches))) = (fields.next(), fields.next(), fields.next())
        else {
            return None;
        };
        Some(Self { cpu: Duration::from_nanos(ran), switches })
    }
}

#[cfg(test)]
mod tests {
    use super::Process;
    use core::time::Duration;

    #[test]
    fn lines_of_the_scheduler() {
        let expected = Process { cpu: Duration::from_nanos(172_151_741), switches: 41 };
        assert_eq!(Process::parse("172151741 86250287 41\n"), Some(expected));
        assert_eq!(Process::parse("172151741 86250287\n"), None);
        assert_eq!(Process::parse(""), None);
    }
}
