//! Bytes between a session and the world: the only sockets and clocks.
//!
//! Every driver does the same, in this order:
//!
//! 1. write what the session has to transmit, all of it at once;
//! 2. read what there is into a buffer that the session has made room in;
//! 3. take the session's events until there is none, and hand each to its caller;
//! 4. sleep until the socket, a caller or the session's time-out asks for more.
//!
//! No driver looks at a byte: what is a reply and whose, the session says.

#[allow(dead_code, reason = "for the loops that connect again")]
mod backoff;
#[allow(dead_code, reason = "for the sockets")]
mod dial;
#[allow(dead_code, reason = "for the sockets")]
mod helpers;
#[cfg(test)]
mod park;
#[allow(dead_code, reason = "for the sockets")]
mod resolve;
mod shared;
mod slots;
mod tokio;

use alloc::vec::Vec;

pub(crate) use shared::Shared;
pub(crate) use slots::Answer;
pub(crate) use tokio::Link;

/// The largest buffer that a connection keeps for its next writes; a batch of
/// thousands of commands fits.
const KEPT_OUT_LEN: usize = 1 << 20;

/// Makes a buffer that was written from ready for the next write.
fn reuse(out: &mut Vec<u8>) {
    out.clear();
    if out.capacity() > KEPT_OUT_LEN {
        *out = Vec::new();
    }
}
