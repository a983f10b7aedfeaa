//! How do I put the decoder into a client that exists?
//!
//! Shown with redis-rs: its commands and conversions stay as they are, and run
//! over a connection whose replies are decoded by resp-core.
//!
//! ```sh
//! cargo run -q -p resp-bench --features peers --example redis_value -- 127.0.0.1:6379
//! ```

mod convert;

use core::time::Duration;
use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::process::ExitCode;

use bytes::{Buf, BytesMut};
use redis::{Commands, ConnectionLike, RedisResult, Value};
use resp_core::{Decoder, Limits, Progress};

fn main() -> ExitCode {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:6379".to_owned());
    match run(&address) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("redis_value: {address}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(address: &str) -> RedisResult<()> {
    let mut connection = Connection::new(TcpStream::connect(address)?)?;
    connection.set::<_, _, ()>("example:visits", 41)?;
    let visits: i64 = connection.incr("example:visits", 1)?;
    println!("INCR -> {visits}");
    let pipeline = redis::pipe().get("example:visits").del("example:visits").query(&mut connection);
    let (text, deleted): (String, bool) = pipeline?;
    println!("GET and DEL in one write -> {text:?}, {deleted}");
    let error = redis::cmd("GET").query::<()>(&mut connection).map_err(|error| error.to_string());
    println!("GET without a key -> {error:?}");
    Ok(())
}

/// What redis-rs runs commands on.
struct Connection {
    stream: TcpStream,
    decoder: Decoder,
    /// Bytes that were read and are not decoded yet.
    input: BytesMut,
    /// Whether nothing has failed: after an error nobody can tell which reply
    /// answers which command.
    open: bool,
}

impl Connection {
    fn new(stream: TcpStream) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        let decoder = Decoder::with_limits(Limits::default().max_depth(convert::MAX_DEPTH));
        Ok(Self { stream, decoder, input: BytesMut::new(), open: true })
    }

    /// Sends commands and reads so many replies.
    fn exchange(&mut self, commands: &[u8], replies: usize) -> io::Result<Vec<Value>> {
        self.stream.write_all(commands)?;
        (0..replies).map(|_| self.next()).collect()
    }

    /// The next reply; pushes answer no command.
    fn next(&mut self) -> io::Result<Value> {
        let mut piece = [0; 16 << 10];
        loop {
            while let Progress::Frame(frame) = self.decoder.decode(&self.input)? {
                // The text of a reply is copied once: from the read buffer to its value.
                let (value, len) = (convert::to_value(frame), frame.byte_len());
                self.input.advance(len);
                if !matches!(value, Value::Push { .. }) {
                    return Ok(value);
                }
            }
            match self.stream.read(&mut piece)? {
                0 => return Err(ErrorKind::UnexpectedEof.into()),
                count => self.input.extend_from_slice(&piece[..count]),
            }
        }
    }
}

impl ConnectionLike for Connection {
    fn req_packed_command(&mut self, command: &[u8]) -> RedisResult<Value> {
        let replies = self.req_packed_commands(command, 0, 1)?;
        Ok(replies.into_iter().next().unwrap_or_default())
    }

    fn req_packed_commands(
        &mut self,
        commands: &[u8],
        skipped: usize,
        count: usize,
    ) -> RedisResult<Vec<Value>> {
        if !self.open {
            return Err(io::Error::from(ErrorKind::NotConnected).into());
        }
        let replies = self.exchange(commands, skipped + count).inspect_err(|_| self.open = false)?;
        let mut replies = replies.into_iter();
        // Those of a transaction before its EXEC: only their errors matter.
        for reply in replies.by_ref().take(skipped) {
            reply.extract_error()?;
        }
        Ok(replies.collect())
    }

    fn get_db(&self) -> i64 {
        0
    }

    fn check_connection(&mut self) -> bool {
        redis::cmd("PING").query::<()>(self).is_ok()
    }

    fn is_open(&self) -> bool {
        self.open
    }
}
