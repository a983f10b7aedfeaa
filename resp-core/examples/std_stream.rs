//! How do I speak to a server over a plain blocking socket?
//!
//! Sends five commands in one write and prints their replies.
//!
//! ```sh
//! cargo run -q -p resp-core --example std_stream -- 127.0.0.1:6379
//! ```

use core::time::Duration;
use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::process::ExitCode;

use bytes::BytesMut;
use resp_core::{Decoder, Encoder, Kind, Reply};

const COMMANDS: [&[&str]; 5] = [
    &["PING"],
    &["SET", "example:greeting", "hello"],
    &["GET", "example:greeting"],
    &["DEL", "example:greeting"],
    &["GET", "example:greeting"],
];

fn main() -> ExitCode {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:6379".to_owned());
    let result = TcpStream::connect(&address)
        .map_err(|error| format!("cannot connect to {address}: {error}"))
        .and_then(|stream| run(stream).map_err(|error| format!("{address}: {error}")));
    if let Err(message) = result {
        eprintln!("std_stream: {message}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn run(mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut output = Vec::new();
    for command in COMMANDS {
        Encoder::new(&mut output).command(command)?;
    }
    stream.write_all(&output)?;

    let mut replies = Replies { stream, decoder: Decoder::new(), buffer: BytesMut::new() };
    for command in COMMANDS {
        let reply = replies.next()?;
        println!("{} -> {:?}", command.join(" "), reply.frame());
    }
    Ok(())
}

/// The replies that come over a socket. After an error it is of no more use:
/// nobody can tell where the next reply would start.
struct Replies {
    stream: TcpStream,
    decoder: Decoder,
    /// Bytes that were read and are not decoded yet.
    buffer: BytesMut,
}

impl Replies {
    fn next(&mut self) -> io::Result<Reply> {
        loop {
            match self.decoder.decode_reply(&mut self.buffer)? {
                // Nobody asked for a push, so it is no answer.
                Some(push) if push.kind() == Kind::Push => println!("push: {:?}", push.frame()),
                Some(reply) => return Ok(reply),
                None => self.read()?,
            }
        }
    }

    /// A large payload is read in large pieces, but what the peer announces is
    /// only its word: it gets no more room at once than it costs to be wrong.
    fn read(&mut self) -> io::Result<()> {
        const READ_LEN: usize = 4 << 10;
        const MAX_READ_LEN: usize = 64 << 10;
        let old_len = self.buffer.len();
        let room = self.decoder.missing_len(old_len).clamp(READ_LEN, MAX_READ_LEN);
        self.buffer.resize(old_len + room, 0);
        let count = match self.stream.read(&mut self.buffer[old_len..]) {
            Ok(0) => {
                return Err(io::Error::new(ErrorKind::UnexpectedEof, "the server closed the connection"));
            }
            result => result?,
        };
        self.buffer.truncate(old_len + count);
        Ok(())
    }
}
