//! Ctrl-C: measurements end after the window that they are in, and what was
//! found until then is shown. A second Ctrl-C ends the program at once.

use core::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

/// Exit code after Ctrl-C, as shells give it.
pub(crate) const INTERRUPTED: u8 = 130;

static REQUESTS: AtomicU32 = AtomicU32::new(0);

/// Listens from now on, in a thread of its own.
pub(crate) fn listen() {
    let work = || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        runtime.block_on(async {
            loop {
                request().await;
                if REQUESTS.fetch_add(1, Relaxed) > 0 {
                    end_servers();
                    std::process::exit(i32::from(INTERRUPTED));
                }
                eprintln!("\nresp-bench: ending; once more ends at once");
            }
        });
    };
    // Without it Ctrl-C ends the program at once, as ever.
    let _ = std::thread::Builder::new().name("interrupts".to_owned()).spawn(work);
}

/// Servers of this run, which a second Ctrl-C ends too.
static SERVERS: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// Says that this process was started for the run and must not outlive it.
pub(crate) fn ends_with_us(process: u32) {
    SERVERS.lock().unwrap_or_else(PoisonError::into_inner).push(process);
}

fn end_servers() {
    let servers = SERVERS.lock().unwrap_or_else(PoisonError::into_inner);
    if !servers.is_empty() {
        let _ = std::process::Command::new("kill").args(servers.iter().map(u32::to_string)).status();
    }
}

/// Whether to end.
pub(crate) fn requested() -> bool {
    REQUESTS.load(Relaxed) > 0
}

/// How this process ends after a run.
pub(crate) fn exit_code() -> ExitCode {
    if requested() { ExitCode::from(INTERRUPTED) } else { ExitCode::SUCCESS }
}

/// Ends when the user or the system asks this process to end.
pub(crate) async fn request() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let signals = (signal(SignalKind::terminate()), signal(SignalKind::hangup()));
        if let (Ok(mut terminate), Ok(mut hang_up)) = signals {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
                _ = hang_up.recv() => {}
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        core::future::pending::<()>().await;
    }
}
