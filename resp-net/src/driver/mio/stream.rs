//! A connection to a server on a mio socket: TCP or Unix, with or without TLS.

use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::io::{self, Read, Write};
#[cfg(unix)]
use std::os::fd::{AsRawFd, RawFd};
#[cfg(feature = "__tls")]
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::BytesMut;
use mio::event::Source;
use mio::net::TcpStream;
#[cfg(unix)]
use mio::net::UnixStream;
#[cfg(unix)]
use mio::unix::SourceFd;
use mio::{Interest, Registry, Token};

#[cfg(feature = "__tls")]
use crate::driver::tls::Tls;

/// A connected stream, which any number of threads share. Reading and writing
/// through a reference never wait: `WouldBlock` says that there is nothing to
/// read, or no room; only after it does readiness come again.
///
/// Over TLS, what was written may still be here: [`Write::flush`] sends it, and
/// is `WouldBlock` while there is some left.
#[derive(Debug)]
pub(crate) struct Stream {
    socket: Socket,
    /// How much the next read takes at most; see [`read_into`](Self::read_into).
    window: AtomicUsize,
    /// The last read took all that there was.
    is_emptied: AtomicBool,
    #[cfg(feature = "__tls")]
    tls: Option<Mutex<Tls>>,
}

/// Of either kind.
#[derive(Debug)]
pub(super) enum Socket {
    Tcp(TcpStream),
    #[cfg(unix)]
    Unix(UnixStream),
}

/// The least and the most that is read at once.
const LEAST_WINDOW: usize = 512;
const MOST_WINDOW: usize = 64 << 10;

/// Whether a read of less than was asked for says as much as `WouldBlock` after
/// it, which spares every turn of a driver a system call: epoll(7), "Questions
/// and answers", 9. Of epoll and kqueue that is true.
const SHORT_READS_TELL: bool = cfg!(unix);

impl Stream {
    /// A stream of a connected socket, registered nowhere, that has shaken hands
    /// where it is encrypted.
    pub(super) fn new(socket: Socket, #[cfg(feature = "__tls")] tls: Option<Tls>) -> Self {
        Self {
            socket,
            window: AtomicUsize::new(LEAST_WINDOW),
            is_emptied: AtomicBool::new(false),
            #[cfg(feature = "__tls")]
            tls: tls.map(Mutex::new),
        }
    }

    /// Reads to the end of `input`, into the room that it has: how many bytes,
    /// 0 at the end of the stream.
    ///
    /// The room has to be filled with zeros first. So that a small reply does
    /// not pay for a large buffer, no more is offered than twice what the last
    /// reads took, and four times that once it was all used. There may be
    /// more to read after it in any case.
    pub(crate) fn read_into(&self, input: &mut BytesMut) -> io::Result<usize> {
        let before = input.len();
        if input.capacity() == before {
            // A read into no room would look like the end of the stream.
            input.reserve(LEAST_WINDOW);
        }
        #[cfg(feature = "__tls")]
        if let Some(mut tls) = self.tls() {
            return tls.read_into(&mut Noting(self), &mut &self.socket, input);
        }
        let window = self.window.load(Relaxed);
        let offered = window.min(input.capacity() - before);
        input.resize(before + offered, 0);
        let read = Noting(self).read(&mut input[before..]);
        input.truncate(before + *read.as_ref().unwrap_or(&0));
        if let Ok(count) = read {
            let next = if count == window { window * 4 } else { (count * 2).max(window / 2) };
            self.window.store(next.clamp(LEAST_WINDOW, MOST_WINDOW), Relaxed);
        }
        read
    }

    /// Whether another read may bring something although no readiness is told:
    /// the last one, to the end of `input`, did not empty the socket.
    pub(crate) fn may_have_more(&self, input: &BytesMut) -> bool {
        #[cfg(feature = "__tls")]
        if self.tls.is_some() && input.len() == input.capacity() {
            return true;
        }
        #[cfg(not(feature = "__tls"))]
        let _ = input;
        !self.is_emptied.load(Relaxed)
    }

    /// Has `registry` told when there is something to read.
    pub(crate) fn watch(&mut self, registry: &Registry, token: Token) -> io::Result<()> {
        // Where interests cannot change under those who share it, it has both.
        let interests = if cfg!(unix) { Interest::READABLE } else { Interest::READABLE | Interest::WRITABLE };
        self.register(registry, token, interests)
    }

    /// Has `registry` told also when there is room, or not any more. Nobody is
    /// told of room without need: the peer of a Unix socket makes some with
    /// every read.
    pub(crate) fn watch_room(&self, registry: &Registry, token: Token, room: bool) -> io::Result<()> {
        #[cfg(unix)]
        {
            let interests = if room { Interest::READABLE | Interest::WRITABLE } else { Interest::READABLE };
            let fd = self.socket.as_raw_fd();
            SourceFd(&fd).reregister(registry, token, interests)
        }
        #[cfg(not(unix))]
        {
            let _ = (registry, token, room);
            Ok(())
        }
    }

    #[cfg(feature = "__tls")]
    fn tls(&self) -> Option<MutexGuard<'_, Tls>> {
        self.tls.as_ref().map(|tls| tls.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Reads from the socket, and notes whether that emptied it.
struct Noting<'a>(&'a Stream);

impl Read for Noting<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = (&self.0.socket).read(into);
        let is_emptied = match &read {
            // The end of the stream is told again by every read.
            Ok(count) => SHORT_READS_TELL && (1..into.len()).contains(count),
            Err(error) => error.kind() == io::ErrorKind::WouldBlock,
        };
        self.0.is_emptied.store(is_emptied, Relaxed);
        read
    }
}

impl Read for &Stream {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        #[cfg(feature = "__tls")]
        if let Some(mut tls) = self.tls() {
            return tls.read(&mut &self.socket, &mut &self.socket, into);
        }
        (&self.socket).read(into)
    }
}

impl Write for &Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        #[cfg(feature = "__tls")]
        if let Some(mut tls) = self.tls() {
            return tls.write(&mut &self.socket, bytes);
        }
        (&self.socket).write(bytes)
    }

    fn write_vectored(&mut self, parts: &[io::IoSlice<'_>]) -> io::Result<usize> {
        #[cfg(feature = "__tls")]
        if let Some(mut tls) = self.tls() {
            return tls.write_vectored(&mut &self.socket, parts);
        }
        (&self.socket).write_vectored(parts)
    }

    fn flush(&mut self) -> io::Result<()> {
        #[cfg(feature = "__tls")]
        if let Some(mut tls) = self.tls() {
            return tls.flush(&mut &self.socket);
        }
        Ok(())
    }
}

impl Source for Stream {
    fn register(&mut self, registry: &Registry, token: Token, interests: Interest) -> io::Result<()> {
        self.socket.register(registry, token, interests)
    }

    fn reregister(&mut self, registry: &Registry, token: Token, interests: Interest) -> io::Result<()> {
        self.socket.reregister(registry, token, interests)
    }

    fn deregister(&mut self, registry: &Registry) -> io::Result<()> {
        self.socket.deregister(registry)
    }
}

#[cfg(feature = "__tls")]
impl Drop for Stream {
    /// The server is told that nothing is missing.
    fn drop(&mut self) {
        if let Some(mut tls) = self.tls() {
            tls.close(&mut &self.socket);
        }
    }
}

#[cfg(unix)]
impl AsRawFd for Socket {
    fn as_raw_fd(&self) -> RawFd {
        match self {
            Self::Tcp(stream) => stream.as_raw_fd(),
            Self::Unix(stream) => stream.as_raw_fd(),
        }
    }
}

impl Read for &Socket {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Socket::Tcp(stream) => (&*stream).read(into),
            #[cfg(unix)]
            Socket::Unix(stream) => (&*stream).read(into),
        }
    }
}

impl Write for &Socket {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Socket::Tcp(stream) => (&*stream).write(bytes),
            #[cfg(unix)]
            Socket::Unix(stream) => (&*stream).write(bytes),
        }
    }

    fn write_vectored(&mut self, parts: &[io::IoSlice<'_>]) -> io::Result<usize> {
        match self {
            Socket::Tcp(stream) => (&*stream).write_vectored(parts),
            #[cfg(unix)]
            Socket::Unix(stream) => (&*stream).write_vectored(parts),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Source for Socket {
    fn register(&mut self, registry: &Registry, token: Token, interests: Interest) -> io::Result<()> {
        match self {
            Self::Tcp(stream) => stream.register(registry, token, interests),
            #[cfg(unix)]
            Self::Unix(stream) => stream.register(registry, token, interests),
        }
    }

    fn reregister(&mut self, registry: &Registry, token: Token, interests: Interest) -> io::Result<()> {
        match self {
            Self::Tcp(stream) => stream.reregister(registry, token, interests),
            #[cfg(unix)]
            Self::Unix(stream) => stream.reregister(registry, token, interests),
        }
    }

    fn deregister(&mut self, registry: &Registry) -> io::Result<()> {
        match self {
            Self::Tcp(stream) => stream.deregister(registry),
            #[cfg(unix)]
            Self::Unix(stream) => stream.deregister(registry),
        }
    }
}
