//! One question over a stream of mio, for tests of the streams alone.

use alloc::vec::Vec;
use std::io::{self, Write};
use std::time::Instant;

use bytes::BytesMut;
use mio::{Events, Interest, Poll, Token};

use crate::config::Config;
use crate::driver::mio::{Stream as MioStream, dial};
use crate::error::LostReason;

/// What the server answers to `request`, `answer_len` bytes of it, within the
/// connect time-out.
///
/// # Errors
/// There is no connection, or no such answer in time.
pub fn exchange(config: &Config, request: &[u8], answer_len: usize) -> Result<Vec<u8>, LostReason> {
    let deadline = Instant::now() + config.connect_timeout;
    let mut stream = dial(config, deadline, |_| false)?;
    let mut poll = Poll::new()?;
    let mut events = Events::with_capacity(4);
    poll.registry().register(&mut stream, Token(0), Interest::READABLE | Interest::WRITABLE)?;
    let (mut written, mut answer) = (0, BytesMut::new());
    loop {
        let wrote = write(&stream, request, &mut written);
        let read = read(&stream, &mut answer, answer_len);
        if read? {
            return Ok(answer.to_vec());
        }
        wrote?;
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(LostReason::ConnectTimeout);
        }
        poll.poll(&mut events, Some(left))?;
    }
}

/// Writes until there is no more, or no room.
fn write(mut stream: &MioStream, request: &[u8], written: &mut usize) -> io::Result<()> {
    let outcome = loop {
        if *written == request.len() {
            break stream.flush();
        }
        match stream.write(&request[*written..]) {
            Ok(count) => *written += count,
            Err(error) => break Err(error),
        }
    };
    outcome.or_else(|error| if error.kind() == io::ErrorKind::WouldBlock { Ok(()) } else { Err(error) })
}

/// Reads until it is `len` bytes, which is true, or there is nothing.
fn read(stream: &MioStream, answer: &mut BytesMut, len: usize) -> io::Result<bool> {
    while answer.len() < len {
        answer.reserve(64 << 10);
        match stream.read_into(answer) {
            Ok(0) => return Err(io::ErrorKind::ConnectionAborted.into()),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(false),
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}
