//! What can happen to a server's process.

use core::sync::atomic::Ordering::SeqCst;
use std::process::Child;

use super::{RedisServer, ServerError};
use crate::wait::lock;

impl RedisServer {
    /// Ends it at once, as a crash does; the port is free then. Without effect
    /// if it has ended.
    pub fn kill(&self) {
        *lock(&self.admin) = None;
        let process = &mut *lock(&self.process);
        // Neither fails unless it has ended.
        let _ = process.kill();
        let _ = process.wait();
    }

    /// Ends it and starts it again, empty, at the same ports. Returns when it answers.
    ///
    /// # Errors
    /// [`ServerError`], also if somebody else has taken the port.
    pub fn restart(&self) -> Result<(), ServerError> {
        self.kill();
        self.ended_log.fetch_max(self.log().len(), SeqCst);
        let command = self.settings.command(&self.program, self.port, self.tls_port, &self.directory);
        let spawned = command.and_then(|mut command| command.spawn());
        *lock(&self.process) =
            spawned.map_err(|error| ServerError::NotStarted(self.program.clone(), error))?;
        self.wait_until_ready()
    }

    /// Stops its process, and returns when it stands: connections are still
    /// accepted by the system, and nothing is answered until [`resume`](Self::resume).
    ///
    /// # Panics
    /// If it has ended.
    #[cfg(unix)]
    pub fn pause(&self) {
        use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid};

        let process = lock(&self.process);
        let id = Pid::from_child(&process);
        kill_process(id, Signal::STOP).expect("it runs");
        let stands = crate::wait::eventually(|| {
            matches!(waitid(WaitId::Pid(id), WaitIdOptions::STOPPED | WaitIdOptions::NOHANG), Ok(Some(_)))
        });
        assert!(stands, "the server does not stop");
    }

    /// Lets its process go on.
    ///
    /// # Panics
    /// If it has ended.
    #[cfg(unix)]
    pub fn resume(&self) {
        use rustix::process::{Pid, Signal, kill_process};

        kill_process(Pid::from_child(&lock(&self.process)), Signal::CONT).expect("it runs");
    }

    /// The number of the server's process.
    #[must_use]
    pub fn process_id(&self) -> u32 {
        lock(&self.process).id()
    }

    pub(super) fn has_ended(&self) -> bool {
        matches!(Child::try_wait(&mut lock(&self.process)), Ok(Some(_)) | Err(_))
    }
}
