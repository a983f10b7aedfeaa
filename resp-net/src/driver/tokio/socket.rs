//! A tokio socket of either kind that is read and written through a reference.

#[cfg(feature = "__tls")]
use core::pin::Pin;
use core::pin::pin;
use core::task::{Context, Poll};
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::BytesMut;
use tokio::io::AsyncReadExt;
#[cfg(feature = "__tls")]
use tokio::io::{AsyncRead, ReadBuf};
use tokio::net::{TcpStream, tcp};
#[cfg(unix)]
use tokio::net::{UnixStream, unix};

/// Two halves of the same, as tokio reads through a unique reference only
/// where it remembers that a short read emptied the socket, which spares every
/// turn of a driver the call that would say so.
#[derive(Debug)]
pub(super) struct Socket {
    reader: Mutex<ReadHalf>,
    writer: WriteHalf,
}

#[derive(Debug)]
enum ReadHalf {
    Tcp(tcp::OwnedReadHalf),
    #[cfg(unix)]
    Unix(unix::OwnedReadHalf),
}

#[derive(Debug)]
enum WriteHalf {
    Tcp(tcp::OwnedWriteHalf),
    #[cfg(unix)]
    Unix(unix::OwnedWriteHalf),
}

impl From<TcpStream> for Socket {
    fn from(stream: TcpStream) -> Self {
        let (reader, writer) = stream.into_split();
        Self { reader: Mutex::new(ReadHalf::Tcp(reader)), writer: WriteHalf::Tcp(writer) }
    }
}

#[cfg(unix)]
impl From<UnixStream> for Socket {
    fn from(stream: UnixStream) -> Self {
        let (reader, writer) = stream.into_split();
        Self { reader: Mutex::new(ReadHalf::Unix(reader)), writer: WriteHalf::Unix(writer) }
    }
}

impl Socket {
    /// Reads into the room of `input`, or has the task woken.
    pub(super) fn poll_read_into(
        &self,
        context: &mut Context<'_>,
        input: &mut BytesMut,
    ) -> Poll<io::Result<usize>> {
        match &mut *self.lock_reader() {
            ReadHalf::Tcp(reader) => pin!(reader.read_buf(input)).poll(context),
            #[cfg(unix)]
            ReadHalf::Unix(reader) => pin!(reader.read_buf(input)).poll(context),
        }
    }

    /// Reads as `std` does, and has the task of `context` woken when it says
    /// `WouldBlock`.
    #[cfg(feature = "__tls")]
    pub(super) fn reader<'a, 'b>(&'a self, context: &'a mut Context<'b>) -> Reader<'a, 'b> {
        Reader { half: self.lock_reader(), context }
    }

    pub(super) fn poll_read_ready(&self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &self.writer {
            WriteHalf::Tcp(half) => half.as_ref().poll_read_ready(context),
            #[cfg(unix)]
            WriteHalf::Unix(half) => half.as_ref().poll_read_ready(context),
        }
    }

    pub(super) fn poll_write_ready(&self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &self.writer {
            WriteHalf::Tcp(half) => half.as_ref().poll_write_ready(context),
            #[cfg(unix)]
            WriteHalf::Unix(half) => half.as_ref().poll_write_ready(context),
        }
    }

    /// Nobody who reads panics.
    fn lock_reader(&self) -> MutexGuard<'_, ReadHalf> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl io::Read for &Socket {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match &self.writer {
            WriteHalf::Tcp(half) => half.as_ref().try_read(into),
            #[cfg(unix)]
            WriteHalf::Unix(half) => half.as_ref().try_read(into),
        }
    }
}

impl io::Write for &Socket {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &self.writer {
            WriteHalf::Tcp(half) => half.try_write(bytes),
            #[cfg(unix)]
            WriteHalf::Unix(half) => half.try_write(bytes),
        }
    }

    fn write_vectored(&mut self, parts: &[io::IoSlice<'_>]) -> io::Result<usize> {
        match &self.writer {
            WriteHalf::Tcp(half) => half.try_write_vectored(parts),
            #[cfg(unix)]
            WriteHalf::Unix(half) => half.try_write_vectored(parts),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// See [`Socket::reader`].
#[cfg(feature = "__tls")]
#[derive(Debug)]
pub(super) struct Reader<'a, 'b> {
    half: MutexGuard<'a, ReadHalf>,
    context: &'a mut Context<'b>,
}

#[cfg(feature = "__tls")]
impl io::Read for Reader<'_, '_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut into = ReadBuf::new(into);
        let read = match &mut *self.half {
            ReadHalf::Tcp(half) => Pin::new(half).poll_read(self.context, &mut into),
            #[cfg(unix)]
            ReadHalf::Unix(half) => Pin::new(half).poll_read(self.context, &mut into),
        };
        match read {
            Poll::Ready(outcome) => outcome.map(|()| into.filled().len()),
            Poll::Pending => Err(io::ErrorKind::WouldBlock.into()),
        }
    }
}
