//! A connection to a server on a tokio socket: TCP or Unix, with or without
//! TLS.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::net::SocketAddr;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, ready};
use core::time::Duration;
use std::io::{self, Read, Write};
#[cfg(feature = "__tls")]
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::BytesMut;
use tokio::net::TcpStream;
#[cfg(unix)]
use tokio::net::UnixStream;
use tokio::time::{Instant, sleep_until, timeout_at};

use super::socket::Socket;
use crate::config::Config;
use crate::driver::dial::{Dial, Step};
#[cfg(feature = "__tls")]
use crate::driver::tls::{self, Tls};
use crate::driver::{options, resolve};
use crate::error::LostReason;
#[cfg(feature = "__tls")]
use crate::tls_error::TlsError;
use crate::url::Target;

/// A connected stream, which any number of tasks share. Reading and writing
/// through a reference never wait: `WouldBlock` says that there is nothing to
/// read, or no room. Of those that poll, the last for each direction is woken.
///
/// Over TLS, what was written may still be here: [`Write::flush`] sends it, and
/// is `WouldBlock` while there is some left.
#[derive(Debug)]
pub(crate) struct Stream {
    socket: Socket,
    #[cfg(feature = "__tls")]
    tls: Option<Mutex<Tls>>,
}

impl Stream {
    /// Connects to where `config` says, as it says, before `deadline`.
    pub(crate) async fn dial(config: &Config, deadline: Instant) -> Result<Self, LostReason> {
        let socket = match &config.target {
            Target::Tcp { host, port } => {
                let lookup = timeout_at(deadline, resolve::look_up(&config.resolver, host, *port));
                let addresses = lookup.await.map_err(|_| LostReason::ConnectTimeout)?;
                let stream = race(addresses.map_err(resolve::failed)?, deadline).await?;
                options::set(config, &socket2::SockRef::from(&stream))?;
                Socket::from(stream)
            }
            #[cfg(unix)]
            Target::Unix(path) => {
                let connect = timeout_at(deadline, UnixStream::connect(path));
                Socket::from(connect.await.map_err(|_| LostReason::ConnectTimeout)??)
            }
            #[cfg(not(unix))]
            Target::Unix(_) => return Err(io::Error::from(io::ErrorKind::Unsupported).into()),
        };
        #[cfg(feature = "__tls")]
        let tls = {
            let late = |_| tls::to_io(TlsError::NoAnswer);
            timeout_at(deadline, encrypt(&socket, config)).await.map_err(late)??
        };
        Ok(Self {
            socket,
            #[cfg(feature = "__tls")]
            tls: tls.map(Mutex::new),
        })
    }

    /// Reads to the end of `input`, into the room that it has: how many bytes,
    /// 0 at the end of the stream; or has the task woken when there is
    /// something to read.
    pub(crate) fn poll_read_into(
        &self,
        context: &mut Context<'_>,
        input: &mut BytesMut,
    ) -> Poll<io::Result<usize>> {
        #[cfg(feature = "__tls")]
        if let Some(mut tls) = self.tls() {
            make_room(input);
            let mut reader = self.socket.reader(context);
            return nonblocking(tls.read_into(&mut reader, &mut &self.socket, input));
        }
        self.socket.poll_read_into(context, input)
    }

    /// Ready when the socket may have something to read. What TLS has
    /// decrypted already is not seen: read until `WouldBlock` before.
    pub(crate) fn poll_read_ready(&self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.socket.poll_read_ready(context)
    }

    /// Ready when the socket may have room.
    pub(crate) fn poll_write_ready(&self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.socket.poll_write_ready(context)
    }

    #[cfg(feature = "__tls")]
    fn tls(&self) -> Option<MutexGuard<'_, Tls>> {
        self.tls.as_ref().map(|tls| tls.lock().unwrap_or_else(PoisonError::into_inner))
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

#[cfg(feature = "__tls")]
impl Drop for Stream {
    /// The server is told that nothing is missing.
    fn drop(&mut self) {
        if let Some(mut tls) = self.tls() {
            tls.close(&mut &self.socket);
        }
    }
}

/// The first of the addresses that connects.
async fn race(addresses: Vec<SocketAddr>, deadline: Instant) -> Result<TcpStream, LostReason> {
    let start = Instant::now();
    let nanos = |time: Instant| u64::try_from(time.duration_since(start).as_nanos()).unwrap_or(u64::MAX);
    let mut dial = Dial::new(addresses, nanos(deadline));
    let mut attempts: Vec<Pin<Box<dyn Future<Output = io::Result<TcpStream>> + Send>>> = Vec::new();
    let mut alarm = pin!(sleep_until(start));
    core::future::poll_fn(|context| {
        loop {
            match dial.poll(nanos(Instant::now())) {
                Step::Start(address) => attempts.push(Box::pin(TcpStream::connect(address))),
                Step::Failed(reason) => return Poll::Ready(Err(reason)),
                Step::Wait(until) => {
                    let ended = attempts.iter_mut().enumerate().find_map(|(index, attempt)| {
                        match attempt.as_mut().poll(context) {
                            Poll::Ready(outcome) => Some((index, outcome)),
                            Poll::Pending => None,
                        }
                    });
                    match ended {
                        Some((_, Ok(stream))) => return Poll::Ready(Ok(stream)),
                        Some((index, Err(error))) => {
                            drop(attempts.swap_remove(index));
                            dial.handle_failure(error);
                        }
                        None => {
                            alarm.as_mut().reset(start + Duration::from_nanos(until));
                            ready!(alarm.as_mut().poll(context));
                        }
                    }
                }
            }
        }
    })
    .await
}

/// Speaks TLS on the socket, if `config` says so.
#[cfg(feature = "__tls")]
async fn encrypt(socket: &Socket, config: &Config) -> io::Result<Option<Tls>> {
    if !config.tls {
        return Ok(None);
    }
    let loaded = tls::load(&config.tls_config).await?;
    let mut tls = Tls::new(config, loaded).map_err(tls::to_io)?;
    core::future::poll_fn(|context| {
        loop {
            let shaken = tls.shake_hands(&mut socket.reader(context), &mut &*socket);
            if let Poll::Ready(outcome) = nonblocking(shaken) {
                return Poll::Ready(outcome);
            }
            // The reader has the task woken; for room that has to be asked.
            if !tls.wants_write() {
                return Poll::Pending;
            }
            ready!(socket.poll_write_ready(context))?;
        }
    })
    .await?;
    Ok(Some(tls))
}

/// `WouldBlock` is pending.
#[cfg(feature = "__tls")]
fn nonblocking<T>(outcome: io::Result<T>) -> Poll<io::Result<T>> {
    match outcome {
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Poll::Pending,
        outcome => Poll::Ready(outcome),
    }
}

/// A read into no room would look like the end of the stream.
#[cfg(feature = "__tls")]
fn make_room(input: &mut BytesMut) {
    if input.len() == input.capacity() {
        input.reserve(1);
    }
}
