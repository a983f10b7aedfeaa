//! A plain connection: bytes out, one reply back, and nothing of the client.

use core::time::Duration;
use std::collections::BTreeSet;
use std::io::{self, Read, Write};
use std::net::TcpStream;

use bytes::BytesMut;
use resp_core::{Decoder, Encoder, Reply};
use tests::server::RedisServer;

use crate::Mode;

/// A connection that speaks one version.
pub(crate) struct Talk {
    stream: TcpStream,
    decoder: Decoder,
    input: BytesMut,
}

impl Talk {
    pub(crate) fn start(server: &RedisServer, protocol: u8) -> io::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", server.port()))?;
        // No command of the table takes longer; one that waits has what it waits for.
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        stream.set_nodelay(true)?;
        let mut talk = Self { stream, decoder: Decoder::new(), input: BytesMut::new() };
        talk.must(&["HELLO", &protocol.to_string()])?;
        Ok(talk)
    }

    /// Makes the server forget what the case before left.
    pub(crate) fn reset(&mut self, mode: Mode) -> io::Result<()> {
        if !matches!(mode, Mode::Alone | Mode::Node) {
            self.must(&["FLUSHALL"])?;
            self.must(&["FUNCTION", "FLUSH"])?;
            self.must(&["SCRIPT", "FLUSH"])?;
        }
        Ok(())
    }

    /// Sends bytes and waits for one reply; pushes are passed over.
    pub(crate) fn exchange(&mut self, sent: &[u8]) -> io::Result<Reply> {
        self.stream.write_all(sent)?;
        loop {
            match self.decoder.decode_reply(&mut self.input)? {
                Some(reply) if reply.kind() == resp_core::Kind::Push => {}
                Some(reply) => return Ok(reply),
                None => {
                    let mut bytes = [0; 16 * 1024];
                    let len = self.stream.read(&mut bytes)?;
                    if len == 0 {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                    self.input.extend_from_slice(&bytes[..len]);
                }
            }
        }
    }

    /// A command's reply, which must be no error.
    pub(crate) fn must<W: AsRef<[u8]>>(&mut self, words: &[W]) -> io::Result<Reply> {
        let reply = self.ask(words)?;
        match resp_core::ServerError::from_frame(reply.frame()) {
            Some(error) => Err(io::Error::other(error)),
            None => Ok(reply),
        }
    }

    /// A command's reply.
    pub(crate) fn ask<W: AsRef<[u8]>>(&mut self, words: &[W]) -> io::Result<Reply> {
        let mut sent = Vec::new();
        Encoder::new(&mut sent).command(words).map_err(io::Error::other)?;
        self.exchange(&sent)
    }

    /// The commands and subcommands that the server has, as the table names them.
    pub(crate) fn known(&mut self) -> io::Result<Known> {
        let reply = self.must(&["COMMAND", "LIST"])?;
        let names = reply.frame().children().filter_map(|name| name.as_str());
        Ok(Known(names.map(|name| name.replace('|', " ").to_uppercase()).collect()))
    }
}

/// The names of a server's commands and subcommands.
pub(crate) struct Known(pub(crate) BTreeSet<String>);

impl Known {
    /// Whether it has this one, which may have an argument in its name too.
    pub(crate) fn has(&self, command: &str) -> bool {
        let mut words = command.match_indices(' ').map(|(at, _)| at);
        let end = words.nth(1).unwrap_or(command.len());
        self.0.contains(&command[..end])
    }
}

/// The one node of a cluster, which has all slots.
pub(crate) fn cluster(start: impl Fn(&[&str]) -> RedisServer) -> RedisServer {
    let server = start(&["--cluster-enabled", "yes"]);
    server.run(&["CLUSTER", "ADDSLOTSRANGE", "0", "16383"]);
    let is_ready = || server.run_text(&["CLUSTER", "INFO"]).contains("cluster_state:ok");
    assert!(tests::wait::eventually(is_ready), "the cluster of one node is not ready");
    server
}
