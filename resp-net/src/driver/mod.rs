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

pub(crate) mod backoff;
pub(crate) mod bulletin;
pub(crate) mod call;
pub(crate) mod dedicated;
mod dial;
mod helpers;
pub(crate) mod hub;
#[cfg(feature = "mio")]
pub(crate) mod mio;
mod options;
#[cfg(any(test, feature = "mio"))]
pub(crate) mod park;
pub(crate) mod pubsub;
mod resolve;
mod slots;
#[cfg(feature = "__tls")]
mod tls;
#[cfg(feature = "tokio")]
pub(crate) mod tokio;
mod trace;
pub(crate) mod transaction;

use std::io;

use bytes::Buf;

use crate::session::Transmit;

/// How many pieces one system call writes.
const MAX_SLICES: usize = 16;

/// Writes until all is written or the socket takes no more; whether all was.
fn write<S>(socket: &S, out: &mut Transmit) -> io::Result<bool>
where
    for<'a> &'a S: io::Write,
{
    let mut socket = socket;
    while out.has_remaining() {
        let written = if out.is_contiguous() {
            io::Write::write(&mut socket, out.chunk())
        } else {
            let mut slices = [io::IoSlice::new(&[]); MAX_SLICES];
            let count = out.chunks_vectored(&mut slices);
            io::Write::write_vectored(&mut socket, &slices[..count])
        };
        match written {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => out.advance(count),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(false),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    // What an encrypted connection has taken may still be on its way to the socket.
    match io::Write::flush(&mut socket) {
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(false),
        flushed => flushed.map(|()| true),
    }
}
