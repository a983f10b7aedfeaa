//! How do I use the decoder in an event loop of my own?
//!
//! One non-blocking connection over mio, with 10,000 commands in flight: what
//! can be written is written, what has come is decoded, nothing waits.
//!
//! ```sh
//! cargo run -q -p resp-core --example mio_loop -- 127.0.0.1:6379
//! ```

use core::time::Duration;
use std::io::{self, ErrorKind, Read, Write};
use std::net::ToSocketAddrs;
use std::process::ExitCode;
use std::time::Instant;

use bytes::{Buf, BytesMut};
use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};
use resp_core::{Decoder, Encoder, Kind};

const COMMANDS: usize = 10_000;
const DEADLINE: Duration = Duration::from_secs(10);

fn main() -> ExitCode {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:6379".to_owned());
    match run(&address) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("mio_loop: {address}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(address: &str) -> io::Result<()> {
    let address = address.to_socket_addrs()?.next().ok_or(ErrorKind::AddrNotAvailable)?;
    let mut poll = Poll::new()?;
    let mut connection = Connection::new(TcpStream::connect(address)?);
    let interest = Interest::READABLE | Interest::WRITABLE;
    poll.registry().register(&mut connection.stream, Token(0), interest)?;

    for number in 0..COMMANDS {
        Encoder::new(&mut connection.output).command(&["ECHO", &number.to_string()])?;
    }
    let mut answered = 0;
    let start = Instant::now();
    let mut events = Events::with_capacity(8);
    while answered < COMMANDS {
        let time_left = DEADLINE.checked_sub(start.elapsed()).ok_or(ErrorKind::TimedOut)?;
        match poll.poll(&mut events, Some(time_left)) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            result => result?,
        }
        // mio tells once that something can be done, so it is done until the
        // socket says that it would block.
        for event in &events {
            if event.is_writable() {
                connection.write()?;
            }
            if event.is_readable() {
                answered = connection.read(answered)?;
            }
        }
    }
    println!("{answered} replies in order, {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    Ok(())
}

struct Connection {
    stream: TcpStream,
    /// Commands that are not written yet.
    output: BytesMut,
    decoder: Decoder,
    /// Bytes that were read and are not decoded yet.
    input: BytesMut,
}

impl Connection {
    fn new(stream: TcpStream) -> Self {
        Self { stream, output: BytesMut::new(), decoder: Decoder::new(), input: BytesMut::new() }
    }

    fn write(&mut self) -> io::Result<()> {
        while !self.output.is_empty() {
            match self.stream.write(&self.output) {
                Ok(count) => self.output.advance(count),
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Takes all replies that have come; `answered` were there before.
    fn read(&mut self, mut answered: usize) -> io::Result<usize> {
        let mut piece = [0; 16 << 10];
        loop {
            match self.stream.read(&mut piece) {
                Ok(0) => return Err(closed()),
                Ok(count) => self.input.extend_from_slice(&piece[..count]),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(answered),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            }
            // An error of the decoder ends the connection: there is no place to start again.
            while let Some(reply) = self.decoder.decode_reply(&mut self.input)? {
                if reply.kind() == Kind::Push {
                    continue;
                }
                if reply.frame().as_str() != Some(&answered.to_string()) {
                    return Err(io::Error::other(format!(
                        "not the answer to {answered}: {:?}",
                        reply.frame()
                    )));
                }
                answered += 1;
            }
        }
    }
}

fn closed() -> io::Error {
    io::Error::new(ErrorKind::UnexpectedEof, "the server closed the connection")
}
