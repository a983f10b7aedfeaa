//! How a stream is made: names, addresses and TLS, on the thread that wants it.

use alloc::vec::Vec;
use core::net::SocketAddr;
use core::task::{Poll, Waker};
use core::time::Duration;
use std::io;
use std::time::Instant;

use mio::net::TcpStream;
#[cfg(unix)]
use mio::net::UnixStream;
use mio::{Events, Interest, Token};

use super::LONGEST_SLEEP;
use super::reader::Rouser;
use super::stream::{Socket, Stream};
use crate::config::Config;
use crate::driver::dial::{Dial, Step};
use crate::driver::park;
#[cfg(feature = "__tls")]
use crate::driver::tls::{self, Tls};
use crate::driver::{options, resolve};
use crate::error::LostReason;
#[cfg(feature = "__tls")]
use crate::tls_error::TlsError;
use crate::url::Target;

/// Connects to where `config` says, as it says; blocks the thread until
/// `deadline` at most. The stream is registered nowhere.
///
/// `is_unwanted` is asked whether to give up, and keeps the waker, to have it
/// asked again when that may have changed.
pub(crate) fn dial(
    config: &Config,
    deadline: Instant,
    is_unwanted: impl Fn(&Waker) -> bool,
) -> Result<Stream, LostReason> {
    Dialer::new(deadline, is_unwanted)?.dial(config)
}

/// The token of what ends a sleep; sockets count from 0.
const ROUSED: Token = Token(usize::MAX);

/// A thread that makes a stream.
struct Dialer<F> {
    poll: mio::Poll,
    events: Events,
    /// Ends a sleep in the poll.
    rouser: Waker,
    deadline: Instant,
    is_unwanted: F,
}

impl<F: Fn(&Waker) -> bool> Dialer<F> {
    fn new(deadline: Instant, is_unwanted: F) -> io::Result<Self> {
        let poll = mio::Poll::new()?;
        let rouser = Rouser::waker(poll.registry(), ROUSED)?;
        Ok(Self { poll, events: Events::with_capacity(16), rouser, deadline, is_unwanted })
    }

    fn dial(&mut self, config: &Config) -> Result<Stream, LostReason> {
        let socket = match &config.target {
            Target::Tcp { host, port } => {
                let lookup = self.wait(resolve::look_up(&config.resolver, host, *port))?;
                let addresses = lookup.ok_or(LostReason::ConnectTimeout)?.map_err(resolve::failed)?;
                let stream = self.race(addresses)?;
                options::set(config, &socket2::SockRef::from(&stream))?;
                Socket::Tcp(stream)
            }
            #[cfg(unix)]
            Target::Unix(path) => Socket::Unix(UnixStream::connect(path)?),
            #[cfg(not(unix))]
            Target::Unix(_) => return Err(io::Error::from(io::ErrorKind::Unsupported).into()),
        };
        #[cfg(feature = "__tls")]
        let (socket, tls) = self.encrypt(socket, config)?;
        Ok(Stream::new(
            socket,
            #[cfg(feature = "__tls")]
            tls,
        ))
    }

    /// The first of the addresses that connects, registered nowhere any more.
    fn race(&mut self, addresses: Vec<SocketAddr>) -> Result<TcpStream, LostReason> {
        let start = Instant::now();
        let nanos = |time: Instant| u64::try_from(time.duration_since(start).as_nanos()).unwrap_or(u64::MAX);
        let mut dial = Dial::new(addresses, nanos(self.deadline));
        // By token; absent once it failed.
        let mut attempts: Vec<Option<TcpStream>> = Vec::new();
        loop {
            let until = match dial.poll(nanos(Instant::now())) {
                Step::Failed(reason) => return Err(reason),
                Step::Wait(until) => start + Duration::from_nanos(until),
                Step::Start(address) => {
                    match self.begin(address, Token(attempts.len())) {
                        Ok(attempt) => attempts.push(Some(attempt)),
                        Err(error) => dial.handle_failure(error),
                    }
                    continue;
                }
            };
            self.sleep(until)?;
            for event in &self.events {
                let Some(place) = attempts.get_mut(event.token().0) else { continue };
                let Some(mut attempt) = place.take() else { continue };
                match is_connected(&attempt) {
                    Ok(true) => {
                        self.poll.registry().deregister(&mut attempt)?;
                        return Ok(attempt);
                    }
                    Ok(false) => *place = Some(attempt),
                    Err(error) => dial.handle_failure(error),
                }
            }
        }
    }

    fn begin(&self, address: SocketAddr, token: Token) -> io::Result<TcpStream> {
        let mut attempt = TcpStream::connect(address)?;
        self.poll.registry().register(&mut attempt, token, Interest::WRITABLE)?;
        Ok(attempt)
    }

    /// Speaks TLS on the socket, if `config` says so.
    #[cfg(feature = "__tls")]
    fn encrypt(&mut self, mut socket: Socket, config: &Config) -> Result<(Socket, Option<Tls>), LostReason> {
        if !config.tls {
            return Ok((socket, None));
        }
        let late = || tls::to_io(TlsError::NoAnswer);
        let loaded = self.wait(tls::load(&config.tls_config))?.ok_or_else(late)??;
        let mut tls = Tls::new(config, loaded).map_err(tls::to_io)?;
        let interests = Interest::READABLE | Interest::WRITABLE;
        self.poll.registry().register(&mut socket, Token(0), interests)?;
        loop {
            match tls.shake_hands(&mut &socket, &mut &socket) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error.into()),
                Ok(()) => break,
            }
            self.sleep(self.deadline)?;
            if self.events.is_empty() && Instant::now() >= self.deadline {
                return Err(late().into());
            }
        }
        self.poll.registry().deregister(&mut socket)?;
        Ok((socket, Some(tls)))
    }

    /// Waits for events, or until it is so late; then there are none.
    fn sleep(&mut self, until: Instant) -> Result<(), LostReason> {
        loop {
            if (self.is_unwanted)(&self.rouser) {
                return Err(LostReason::Closed);
            }
            let left = until.saturating_duration_since(Instant::now());
            match self.poll.poll(&mut self.events, Some(left.min(LONGEST_SLEEP))) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                outcome => return Ok(outcome?),
            }
        }
    }

    /// What comes of a future, none if that is not known by the deadline.
    fn wait<T>(&self, mut future: impl Future<Output = T> + Unpin) -> Result<Option<T>, LostReason> {
        let known_or_unwanted = core::future::poll_fn(|context| {
            if (self.is_unwanted)(context.waker()) {
                return Poll::Ready(Err(LostReason::Closed));
            }
            core::pin::Pin::new(&mut future).poll(context).map(Ok)
        });
        park::wait(known_or_unwanted, self.deadline).transpose()
    }
}

/// What there is to find out when it became writable.
fn is_connected(attempt: &TcpStream) -> io::Result<bool> {
    if let Some(error) = attempt.take_error()? {
        return Err(error);
    }
    // The peer has an address once there is one.
    Ok(attempt.peer_addr().is_ok())
}
