//! Who writes does so outside the lock, and one at a time.

use std::io;
use std::sync::MutexGuard;

use bytes::Buf;

use super::{Hub, State};
use crate::driver::write;

/// How often a caller who writes goes on with what others queued meanwhile,
/// before it leaves the rest to the driver and minds its own business.
const MAX_ROUNDS: usize = 8;

impl<S> Hub<S>
where
    for<'a> &'a S: io::Write,
{
    #[inline]
    pub(super) fn wake_driver(&self, mut state: MutexGuard<'_, State<S>>) {
        if !core::mem::replace(&mut state.driver_awake, true) {
            let driver = state.driver.clone();
            drop(state);
            if let Some(driver) = driver {
                driver.wake();
            }
        }
    }

    /// Writes what is queued, and what is queued meanwhile, unless somebody
    /// else does already or the socket is full.
    pub(super) fn flush<'a>(&'a self, mut state: MutexGuard<'a, State<S>>) -> MutexGuard<'a, State<S>> {
        if state.stuck.is_some() {
            return state;
        }
        let Some(writer) = state.writer.take() else { return state };
        let mut rest_is_the_drivers = true;
        for _ in 0..MAX_ROUNDS {
            let mut out = core::mem::take(&mut state.spare);
            let now = state.now;
            if !state.session.poll_transmit(&mut out, now) {
                state.spare = out;
                rest_is_the_drivers = false;
                break;
            }
            // Told before it is true: if the driver finds the connection at its
            // end meanwhile, nobody may be told that it was not sent.
            state.session.handle_written(out.remaining());
            let ended = state.ended;
            drop(state);
            let outcome = write(&writer, &mut out);
            state = self.lock();
            if state.ended != ended {
                // Another session has begun, for another socket.
                return state;
            }
            state.session.handle_unwritten(out.remaining());
            match outcome {
                Ok(true) => state.spare = out,
                Ok(false) => {
                    state.stuck = Some(out);
                    break;
                }
                Err(error) => {
                    state.lose(error.into());
                    break;
                }
            }
        }
        state.put_back(writer);
        if rest_is_the_drivers {
            self.wake_driver(state);
            state = self.lock();
        }
        state
    }

    /// Writes what is queued, if that is due.
    pub(crate) fn flush_if_due(&self) {
        let mut state = self.lock();
        if state.session.is_transmit_due() {
            state.now = self.now();
            drop(self.flush(state));
        }
    }

    /// Writes what the socket would not take before. True if it still takes no more.
    pub(crate) fn write_stuck(&self) -> bool {
        let mut state = self.lock();
        while let Some(mut out) = state.stuck.take() {
            // Nobody else writes while something is stuck.
            let Some(writer) = state.writer.take() else { break };
            drop(state);
            let before = out.remaining();
            let outcome = write(&writer, &mut out);
            state = self.lock();
            state.session.handle_written(before - out.remaining());
            match outcome {
                Err(error) => {
                    state.lose(error.into());
                    break;
                }
                Ok(false) => {
                    state.put_back(writer);
                    state.stuck = Some(out);
                    return true;
                }
                Ok(true) => {
                    state.put_back(writer);
                    state.spare = out;
                    state = self.flush(state);
                }
            }
        }
        false
    }
}
