//! How do I speak to a server without a runtime, over a socket of my own?
//!
//! `cargo run -p resp-net --no-default-features --example sans_io [redis://localhost]`

use core::error::Error;
use core::time::Duration;
use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Instant;

use bytes::{Buf, BytesMut};
use resp_net::{Config, Event, Lanes, Session, Span, Tag, Target, Transmit, cmd};

fn main() -> Result<(), Box<dyn Error>> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let config = Config::from_url(&url)?;
    // The session owns the protocol. Sockets and clocks are ours.
    let Target::Tcp { host, port } = config.target() else { return Err("it is no TCP port".into()) };
    let mut socket = TcpStream::connect((host.as_str(), *port))?;
    let start = Instant::now();
    let now = || u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
    let mut session = Session::new(&config, Lanes::Shared, now());

    // Commands wait in the session until its handshake is done.
    let span = Span::new(now(), Some(Duration::from_secs(1)));
    session.submit(cmd::incr("example:visits").wire(), Tag(1), span)?;
    session.submit(cmd::echo("hello").wire(), Tag(2), span)?;
    session.submit_batch(&(cmd::ping(), cmd::del("example:visits")), Tag(3), span)?;

    let (mut input, mut output, mut read) = (BytesMut::new(), Transmit::default(), [0; 4096]);
    loop {
        // What has happened?
        while let Some(event) = session.receive(&mut input) {
            match event {
                Event::Ready(protocol) => println!("ready, speaking {protocol:?}"),
                Event::Reply { tag, reply, .. } => println!("{tag:?} is answered {reply:?}"),
                Event::Failed { tag, failure } => {
                    println!("{tag:?} failed: {}; executed: {:?}", failure.spent, failure.executed);
                }
                Event::Closed(error) => return Err(error.into()),
                _ => {}
            }
        }
        if session.is_idle() {
            return Ok(());
        }
        // What is to be said?
        session.poll_transmit(&mut output, now());
        while output.has_remaining() {
            let count = socket.write(output.chunk())?;
            output.advance(count);
            session.handle_written(count);
        }
        // What does the peer say, in the time that it has?
        let time = session.poll_timeout().map(|at| Duration::from_nanos(at.saturating_sub(now()).max(1)));
        socket.set_read_timeout(time)?;
        match socket.read(&mut read).map_err(|error| (error.kind(), error)) {
            Ok(0) => session.handle_end(&input),
            Ok(count) => {
                session.handle_read(count, now());
                input.extend_from_slice(&read[..count]);
            }
            Err((ErrorKind::WouldBlock | ErrorKind::TimedOut, _)) => session.handle_timeout(now()),
            Err((_, error)) => return Err(error.into()),
        }
    }
}
