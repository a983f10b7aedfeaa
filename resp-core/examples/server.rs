//! How do I write a server that speaks RESP?
//!
//! A tiny one, with a thread for each client: PING, SET, GET, DEL, and HELLO to
//! change between RESP2 and RESP3. `redis-cli -p 6380` works with it, and so
//! does typing into `nc localhost 6380`. It runs until it is interrupted.
//!
//! ```sh
//! cargo run -q -p resp-core --example server -- --port 6380
//! ```

use core::net::Ipv4Addr;
use std::collections::HashMap;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use resp_core::{EncodeError, Encoder, Protocol, Request, RequestDecoder, RequestLimits, RequestProgress};

/// Keys and values of all clients. They are never too many here; a real server
/// would have a limit.
type Store = Arc<Mutex<HashMap<Vec<u8>, Vec<u8>>>>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let port = match &*args {
        [] => Some(6380),
        [option, port] if option == "--port" => port.parse().ok(),
        _ => None,
    };
    let Some(port) = port else {
        eprintln!("Usage: server [--port PORT]    (0: any free port; default 6380)");
        return ExitCode::from(2);
    };
    match listen(port) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("server: cannot listen on port {port}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn listen(port: u16) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    println!("listening on {}", listener.local_addr()?);
    let store = Store::default();
    for stream in listener.incoming() {
        let (stream, store) = (stream?, Arc::clone(&store));
        std::thread::spawn(move || {
            let mut client = Client { stream, store, protocol: Protocol::Resp2, output: Vec::new() };
            if let Err(error) = client.serve() {
                eprintln!("a client is gone: {error}");
            }
        });
    }
    Ok(())
}

struct Client {
    stream: TcpStream,
    store: Store,
    /// What HELLO agreed on.
    protocol: Protocol,
    /// Replies that are not written yet.
    output: Vec<u8>,
}

/// Replies of this many bytes are written, though more requests are there.
const FULL_OUTPUT: usize = 64 << 10;

impl Client {
    fn serve(&mut self) -> io::Result<()> {
        let limits = RequestLimits::default().max_bulk_len(1 << 20).max_request_len(4 << 20);
        let mut decoder = RequestDecoder::with_limits(limits);
        // Bytes that were read and are not decoded yet. They grow by what has
        // arrived, never by what a client announces.
        let mut input = Vec::new();
        let mut piece = [0; 16 << 10];
        loop {
            let mut used = 0;
            loop {
                match decoder.decode(&input[used..]) {
                    Ok(RequestProgress::Request(request)) => {
                        used += request.byte_len();
                        self.answer(request)?;
                    }
                    Ok(RequestProgress::Blank { byte_len }) => used += byte_len,
                    Ok(RequestProgress::NeedMore { .. }) => break,
                    Err(error) => {
                        // The server's own words, then the end: nobody can tell
                        // where the next request would start.
                        Encoder::new(&mut self.output).simple_error(error.message())?;
                        return self.flush();
                    }
                }
                if self.output.len() >= FULL_OUTPUT {
                    self.flush()?;
                }
            }
            input.drain(..used);
            // All that came together is answered together.
            self.flush()?;
            match self.stream.read(&mut piece)? {
                0 => return Ok(()),
                count => input.extend_from_slice(&piece[..count]),
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.write_all(&self.output)?;
        self.output.clear();
        Ok(())
    }

    /// Appends the reply to a request.
    fn answer(&mut self, request: Request<'_>) -> Result<(), EncodeError> {
        let name = request.name().to_ascii_lowercase();
        let args: Vec<&[u8]> = request.args().skip(1).collect();
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        let mut out = Encoder::with_protocol(&mut self.output, self.protocol);
        match (&*name, &*args) {
            (b"ping", []) => out.simple_string("PONG"),
            (b"ping", [message]) => out.bulk_string(message),
            (b"get", [key]) => match store.get(*key) {
                Some(value) => out.bulk_string(value),
                None => out.null(),
            },
            (b"set", [key, value]) => {
                store.insert(key.to_vec(), value.to_vec());
                out.simple_string("OK")
            }
            (b"del", [_, ..]) => {
                out.integer(args.iter().map(|key| i64::from(store.remove(*key).is_some())).sum())
            }
            (b"hello", [] | [b"2" | b"3", ..]) => {
                self.protocol = match args.first() {
                    Some(&b"2") => Protocol::Resp2,
                    Some(_) => Protocol::Resp3,
                    None => self.protocol,
                };
                hello(&mut self.output, self.protocol)
            }
            (b"hello", _) => out.simple_error("NOPROTO unsupported protocol version"),
            // redis-cli asks for the commands, and is content without them.
            (b"command", _) => out.array(0),
            (b"ping" | b"get" | b"set" | b"del", _) => {
                let name = name.escape_ascii();
                out.simple_error(format!("ERR wrong number of arguments for '{name}' command"))
            }
            // Escaped: a name may hold a line break, which would end the error early.
            (name, _) => {
                let name = name[..name.len().min(64)].escape_ascii();
                out.simple_error(format!("ERR unknown command '{name}'"))
            }
        }
    }
}

/// Who answers. The encoder writes the map for either version.
fn hello(output: &mut Vec<u8>, protocol: Protocol) -> Result<(), EncodeError> {
    let mut out = Encoder::with_protocol(output, protocol);
    out.map(3)?;
    out.bulk_string("server")?;
    out.bulk_string("resp-core example")?;
    out.bulk_string("proto")?;
    out.integer(if protocol == Protocol::Resp3 { 3 } else { 2 })?;
    out.bulk_string("role")?;
    out.bulk_string("master")
}
