//! Server and client on cores of their own. Unpinned, the same run can differ
//! by a factor of four, by where the kernel happens to put the two.

/// The cores of the server and of the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placement {
    /// One core.
    pub(crate) server: usize,
    /// One for the single-threaded runtime, else all others.
    pub(crate) client: Vec<usize>,
}

impl Placement {
    /// The first allowed core for the server and the next for the client, all
    /// others for a client of several threads; `None` if fewer than two are allowed.
    pub(crate) fn choose(workers: u32) -> Option<Self> {
        Self::from_allowed(&allowed()?, workers)
    }

    fn from_allowed(allowed: &[usize], workers: u32) -> Option<Self> {
        let (server, others) = allowed.split_first()?;
        let client = if workers == 0 { others.get(..1)? } else { others };
        (!client.is_empty()).then(|| Self { server: *server, client: client.to_vec() })
    }

    /// Puts this thread, and processes that it starts, on the server's core.
    pub(crate) fn enter_server(&self) -> bool {
        pin(&[self.server])
    }

    /// Puts this thread, and threads that it starts, on the client's cores.
    pub(crate) fn enter_client(&self) -> bool {
        pin(&self.client)
    }
}

/// The cores that this thread may use; `None` where that is not known.
#[cfg(target_os = "linux")]
pub(crate) fn allowed() -> Option<Vec<usize>> {
    let set = rustix::thread::sched_getaffinity(None).ok()?;
    Some((0..rustix::thread::CpuSet::MAX_CPU).filter(|core| set.is_set(*core)).collect())
}

/// Puts this thread, and threads and processes that it starts, on these cores.
#[cfg(target_os = "linux")]
pub(crate) fn pin(cores: &[usize]) -> bool {
    let mut set = rustix::thread::CpuSet::new();
    cores.iter().for_each(|core| set.set(*core));
    rustix::thread::sched_setaffinity(None, &set).is_ok()
}

/// Puts another process, its first thread, on these cores.
#[cfg(target_os = "linux")]
pub(crate) fn move_process(id: u32, cores: &[usize]) -> bool {
    let mut set = rustix::thread::CpuSet::new();
    cores.iter().for_each(|core| set.set(*core));
    let process = i32::try_from(id).ok().and_then(rustix::process::Pid::from_raw);
    process.is_some_and(|process| rustix::thread::sched_setaffinity(Some(process), &set).is_ok())
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn move_process(_id: u32, _cores: &[usize]) -> bool {
    false
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn allowed() -> Option<Vec<usize>> {
    None
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn pin(_cores: &[usize]) -> bool {
    false
}

/// Raises the number of files, and so of connections, that this process and
/// the ones it starts may open, as far as the system lets it.
pub(crate) fn raise_open_files() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, getrlimit, setrlimit};
        let mut limit = getrlimit(Resource::Nofile);
        limit.current = limit.maximum;
        // If it stays low, cells with many connections say so when they fail.
        let _ = setrlimit(Resource::Nofile, limit);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn one_core_each_or_none_at_all() {
        // In here, since a benchmark without test harness has no such function.
        use super::Placement;

        let place = |server, client: &[usize]| Some(Placement { server, client: client.to_vec() });
        for (allowed, workers, expected) in [
            (&[0, 1][..], 0, place(0, &[1])),
            (&[2, 5, 7], 0, place(2, &[5])),
            (&[2, 5, 7], 2, place(2, &[5, 7])),
            (&[0], 0, None),
            (&[0], 2, None),
            (&[], 0, None),
        ] {
            assert_eq!(Placement::from_allowed(allowed, workers), expected);
        }
    }
}
