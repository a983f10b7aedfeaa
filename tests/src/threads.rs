//! What the threads of this process do.

use std::{fs, io};

/// How often each of the threads of this name went to sleep of its own wish.
///
/// # Panics
/// The system tells nothing of its threads.
#[must_use]
pub fn sleeps(name: &str) -> Vec<u64> {
    let threads = fs::read_dir("/proc/self/task").expect("it is mounted");
    let sleeps = threads.filter_map(|thread| of(&thread.ok()?, name).transpose());
    // A thread may end meanwhile.
    sleeps.filter_map(Result::ok).collect()
}

fn of(thread: &fs::DirEntry, name: &str) -> io::Result<Option<u64>> {
    let known = fs::read_to_string(thread.path().join("comm"))?;
    let status = fs::read_to_string(thread.path().join("status"))?;
    let count = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
    // The system keeps fifteen bytes of a name.
    let is_it = known.trim_end() == &name[..name.len().min(15)];
    Ok(count.and_then(|count| count.trim().parse().ok()).filter(|_| is_it))
}
