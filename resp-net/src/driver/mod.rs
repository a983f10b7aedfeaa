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
mod dial;
mod helpers;
#[cfg(feature = "mio")]
#[allow(dead_code, reason = "both streams offer the same")]
mod mio;
mod options;
#[cfg(any(test, feature = "mio"))]
mod park;
mod resolve;
#[cfg(feature = "tokio")]
mod shared;
#[cfg(feature = "tokio")]
mod slots;
#[cfg(feature = "__tls")]
mod tls;
#[cfg(feature = "tokio")]
#[allow(dead_code, reason = "both streams offer the same")]
mod tokio;

#[cfg(feature = "tokio")]
use alloc::vec::Vec;

#[cfg(feature = "mio")]
pub(crate) use self::mio::Stream as MioStream;
#[cfg(feature = "tokio")]
pub(crate) use self::tokio::Link;
#[cfg(feature = "tokio")]
pub(crate) use shared::Shared;
#[cfg(feature = "tokio")]
pub(crate) use slots::Answer;

/// The largest buffer that a connection keeps for its next writes; a batch of
/// thousands of commands fits.
#[cfg(feature = "tokio")]
const KEPT_OUT_LEN: usize = 1 << 20;

/// Makes a buffer that was written from ready for the next write.
#[cfg(feature = "tokio")]
fn reuse(out: &mut Vec<u8>) {
    out.clear();
    if out.capacity() > KEPT_OUT_LEN {
        *out = Vec::new();
    }
}
