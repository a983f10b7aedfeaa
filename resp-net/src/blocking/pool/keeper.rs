//! The threads that make and close the connections of a pool.

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::panic::AssertUnwindSafe;
use core::time::Duration;
use std::panic::catch_unwind;
use std::{io, thread};

use super::Connection;
use crate::driver::park;
use crate::error::{Error, LostReason};
use crate::pool::{Chore, Keeping, Shared};

/// Starts the thread that closes connections, and has them made, until the
/// pool is closed.
pub(super) fn start(keeping: Keeping<Connection>) {
    let shared = Arc::clone(&keeping.0);
    let started = thread::Builder::new().name("resp-net keeper".into()).spawn(move || keep(&keeping.0));
    if let Err(error) = started {
        let now = shared.now();
        shared.update(|state| state.keeper_refused(&refused(error), now));
    }
}

fn keep(shared: &Arc<Shared<Connection>>) {
    let waker = park::waker();
    loop {
        let now = shared.now();
        let chore = shared.lock().next_chore(&waker, now);
        match chore {
            Chore::Connect => start_attempt(shared, now),
            Chore::Close(connection) => drop(connection),
            Chore::Sleep(None) => thread::park(),
            Chore::Sleep(Some(until)) => {
                thread::park_timeout(Duration::from_nanos(until.saturating_sub(now)));
            }
            Chore::End => return,
        }
    }
}

/// Makes a connection, on a thread of its own: the address of one may not answer.
fn start_attempt(shared: &Arc<Shared<Connection>>, since: u64) {
    let connecting = Arc::clone(shared);
    let attempt = move || {
        let connected = catch_unwind(AssertUnwindSafe(|| Connection::connect_with(&connecting.config)));
        // The other case is a panic, in what the configuration asks for a password or an address.
        let result = connected.unwrap_or(Err(Error::Connect(LostReason::Closed))).map(Box::new);
        let now = connecting.now();
        connecting.update(|state| state.connected(result, since, now));
    };
    if let Err(error) = thread::Builder::new().name("resp-net connect".into()).spawn(attempt) {
        let now = shared.now();
        shared.update(|state| state.connected(Err(refused(error)), since, now));
    }
}

/// The system has no thread left.
fn refused(error: io::Error) -> Error {
    Error::Connect(error.into())
}
