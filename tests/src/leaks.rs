//! What this process holds: threads and file descriptors.

use std::io;
use std::path::Path;

use crate::wait::eventually;

/// How many threads and file descriptors this process holds. All tests of a
/// program share them, so a test that compares runs in a program of its own.
///
/// ```
/// use tests::leaks::Held;
///
/// let before = Held::now()?;
/// drop(std::fs::File::open("/dev/null")?);
/// before.assert_again();
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Threads, this one too.
    pub threads: usize,
    /// Open file descriptors.
    pub descriptors: usize,
}

impl Held {
    /// What it holds at this moment.
    ///
    /// # Errors
    /// There is no `/proc`, as on systems other than Linux.
    pub fn now() -> io::Result<Self> {
        // The folder that is read is open itself.
        Ok(Self { threads: entries("/proc/self/task")?, descriptors: entries("/proc/self/fd")? - 1 })
    }

    /// Waits until no more than this is held.
    ///
    /// # Panics
    /// If more is held for as long as a test waits.
    #[track_caller]
    pub fn assert_again(&self) {
        let mut last = *self;
        let back = eventually(|| {
            last = Self::now().expect("it could be read before");
            last.threads <= self.threads && last.descriptors <= self.descriptors
        });
        assert!(back, "before there was {self:?}, now there is {last:?}");
    }
}

fn entries(directory: impl AsRef<Path>) -> io::Result<usize> {
    Ok(std::fs::read_dir(directory)?.count())
}
