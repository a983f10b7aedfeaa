//! A connection with no client behind it.

use core::net::{Ipv4Addr, SocketAddr};
use core::time::Duration;
use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;

use bytes::BytesMut;
use resp_core::{Decoder, Encoder, Reply};

/// Asks one command after the other and waits for each reply.
#[derive(Debug)]
pub(super) struct Ask {
    stream: TcpStream,
    decoder: Decoder,
    input: BytesMut,
}

impl Ask {
    /// `limit` is the time to connect, and that for each reply.
    pub(super) fn connect(port: u16, limit: Duration) -> io::Result<Self> {
        let stream = TcpStream::connect_timeout(&SocketAddr::from((Ipv4Addr::LOCALHOST, port)), limit)?;
        stream.set_read_timeout(Some(limit))?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, decoder: Decoder::new(), input: BytesMut::new() })
    }

    pub(super) fn ask<A: AsRef<[u8]>>(&mut self, args: &[A]) -> io::Result<Reply> {
        let mut wire = Vec::new();
        Encoder::new(&mut wire).command(args).map_err(io::Error::other)?;
        self.stream.write_all(&wire)?;
        let mut buffer = vec![0; 16 << 10];
        loop {
            if let Some(reply) = self.decoder.decode_reply(&mut self.input).map_err(io::Error::other)? {
                return Ok(reply);
            }
            match self.stream.read(&mut buffer)? {
                0 => return Err(ErrorKind::UnexpectedEof.into()),
                count => self.input.extend_from_slice(&buffer[..count]),
            }
        }
    }
}
