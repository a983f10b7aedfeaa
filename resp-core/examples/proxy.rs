//! How do I write a proxy that looks at commands and passes bytes on?
//!
//! Finds where each request ends, prints its name and key, and forwards the
//! bytes as they came. Replies are not even looked at. It runs until it is
//! interrupted.
//!
//! ```sh
//! cargo run -q -p resp-core --example proxy -- --port 6380 --to 127.0.0.1:6379
//! ```

use core::net::Ipv4Addr;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::process::ExitCode;
use std::thread;

use resp_core::{Encoder, Request, RequestDecoder, RequestError, RequestProgress};

const USAGE: &str = "Usage: proxy [--port PORT] [--to HOST:PORT]    (default 6380, 127.0.0.1:6379)";

fn main() -> ExitCode {
    let (mut port, mut server) = (Some(6380), "127.0.0.1:6379".to_owned());
    let mut args = std::env::args().skip(1);
    while let Some(option) = args.next() {
        match (&*option, args.next()) {
            ("--port", Some(value)) => port = value.parse().ok(),
            ("--to", Some(value)) => server = value,
            _ => port = None,
        }
    }
    let Some(port) = port else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match listen(port, &server) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("proxy: cannot listen on port {port}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn listen(port: u16, server: &str) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    println!("listening on {}", listener.local_addr()?);
    for (number, client) in listener.incoming().enumerate() {
        let (client, server) = (client?, server.to_owned());
        thread::spawn(move || {
            if let Err(error) = serve(number, client, &server) {
                eprintln!("client {number}: {error}");
            }
        });
    }
    Ok(())
}

/// One client, with a connection to the server of its own.
fn serve(number: usize, client: TcpStream, server: &str) -> io::Result<()> {
    let server = TcpStream::connect(server)
        .map_err(|error| io::Error::new(error.kind(), format!("cannot connect to {server}: {error}")))?;
    let (mut from, mut to) = (server.try_clone()?, client.try_clone()?);
    let replies = thread::spawn(move || {
        let _ = io::copy(&mut from, &mut to);
        // Without a server there is no use in waiting for requests.
        to.shutdown(Shutdown::Read)
    });

    let end = forward_requests(number, &client, &server);
    // The server answers what it has got and closes; only then is it the
    // proxy's turn to say what was wrong with the rest.
    server.shutdown(Shutdown::Write)?;
    let _ = replies.join();
    if let Some(error) = end? {
        let mut output = Vec::new();
        Encoder::new(&mut output).simple_error(error.message())?;
        (&client).write_all(&output)?;
    }
    client.shutdown(Shutdown::Both)
}

/// Ends with the client, or with an error of its making.
fn forward_requests(
    number: usize,
    mut client: &TcpStream,
    mut server: &TcpStream,
) -> io::Result<Option<RequestError>> {
    let mut decoder = RequestDecoder::new();
    // Bytes that were read and not forwarded yet: less than one request.
    let mut input = Vec::new();
    let mut piece = [0; 16 << 10];
    loop {
        match client.read(&mut piece)? {
            0 => return Ok(None),
            count => input.extend_from_slice(&piece[..count]),
        }
        let mut used = 0;
        let error = loop {
            match decoder.decode(&input[used..]) {
                Ok(RequestProgress::Request(request)) => {
                    println!("client {number}: {}", summary(request));
                    used += request.byte_len();
                }
                Ok(RequestProgress::Blank { byte_len }) => used += byte_len,
                Ok(RequestProgress::NeedMore { .. }) => break None,
                Err(error) => break Some(error),
            }
        };
        server.write_all(&input[..used])?;
        input.drain(..used);
        if error.is_some() {
            return Ok(error);
        }
    }
}

/// Commands whose first argument is a key. Those of others may be secrets, as
/// with AUTH, so they are not printed.
const FIRST_IS_KEY: &[&str] = &[
    "APPEND", "DECR", "DEL", "EXISTS", "EXPIRE", "GET", "HGET", "HGETALL", "HSET", "INCR", "INCRBY", "LPOP",
    "LPUSH", "LRANGE", "MGET", "RPOP", "RPUSH", "SADD", "SET", "SMEMBERS", "TTL", "TYPE", "ZADD", "ZRANGE",
];

/// Name and key, escaped: a client may write into them what it likes.
fn summary(request: Request<'_>) -> String {
    let name = request.name();
    let has_key = FIRST_IS_KEY.iter().any(|known| name.eq_ignore_ascii_case(known.as_bytes()));
    match request.arg(1).filter(|_| has_key) {
        Some(key) => format!("{} {}", name.escape_ascii(), key.escape_ascii()),
        None => name.escape_ascii().to_string(),
    }
}
