//! TLS between a session and any socket that does not block.
//!
//! rustls keeps the state and encrypts; here is when it reads and writes.
//! Nothing of it waits: what cannot go on is `WouldBlock`, as with the socket.

use alloc::boxed::Box;
use alloc::string::ToString;
use alloc::sync::Arc;
use std::io::{self, BufRead, IoSlice, Read, Write};

use bytes::BytesMut;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection};

use super::helpers::{Help, Helpers};
use crate::config::Config;
use crate::tls_config::TlsConfig;
use crate::tls_error::TlsError;
use crate::url::Target;

/// Certificates come from files, and the system's from hundreds of them.
static LOADERS: Helpers = Helpers::new("resp-net certificates", 1);

/// Begins to read what `config` needs, unless that was done before.
pub(crate) fn load(config: &TlsConfig) -> Help<Arc<ClientConfig>> {
    if let Some(loaded) = config.loaded() {
        return Help::known(loaded);
    }
    let config = config.clone();
    LOADERS.run(move || config.load().map_err(to_io))
}

/// One end of an encrypted connection, without its socket. After an error it
/// stays broken.
#[derive(Debug)]
pub(crate) struct Tls {
    connection: Box<ClientConnection>,
}

impl Tls {
    /// The end of a connection to where `config` says.
    pub(crate) fn new(config: &Config, loaded: Arc<ClientConfig>) -> Result<Self, TlsError> {
        let host = match &config.target {
            Target::Tcp { host, .. } => host,
            // A socket in the file system leads to this machine.
            Target::Unix(_) => "localhost",
        };
        let name = config.tls_config.name().unwrap_or(host);
        let name = ServerName::try_from(name.to_string()).map_err(|_| {
            TlsError::setup(format_args!("'{name}' is no name that a certificate could be for"))
        })?;
        Ok(Self { connection: Box::new(ClientConnection::new(loaded, name)?) })
    }

    /// Goes on with the handshake; done when it returns.
    pub(crate) fn shake_hands(&mut self, reader: &mut dyn Read, writer: &mut dyn Write) -> io::Result<()> {
        loop {
            self.flush(writer)?;
            if !self.connection.is_handshaking() {
                return Ok(());
            }
            if !self.receive(reader, writer)? {
                return Err(to_io(TlsError::Cut));
            }
        }
    }

    /// Reads what the server wrote: 0 bytes when it said that this was all.
    pub(crate) fn read(
        &mut self,
        reader: &mut dyn Read,
        writer: &mut dyn Write,
        into: &mut [u8],
    ) -> io::Result<usize> {
        let decrypted = self.decrypted(reader, writer)?;
        let count = decrypted.len().min(into.len());
        into[..count].copy_from_slice(&decrypted[..count]);
        self.connection.reader().consume(count);
        Ok(count)
    }

    /// The same to the end of `input`, as far as it has room, which it must.
    pub(crate) fn read_into(
        &mut self,
        reader: &mut dyn Read,
        writer: &mut dyn Write,
        input: &mut BytesMut,
    ) -> io::Result<usize> {
        let before = input.len();
        self.decrypted(reader, writer)?;
        let mut reader = self.connection.reader();
        // All that is decrypted, without another look at the socket.
        while input.len() < input.capacity() {
            let Ok(decrypted) = reader.fill_buf() else { break };
            let count = decrypted.len().min(input.capacity() - input.len());
            if count == 0 {
                break;
            }
            input.extend_from_slice(&decrypted[..count]);
            reader.consume(count);
        }
        Ok(input.len() - before)
    }

    /// Encrypts as much of `plain` as there is room for and begins to write
    /// it: how much that was. The rest of it leaves with [`flush`](Self::flush).
    pub(crate) fn write(&mut self, writer: &mut dyn Write, plain: &[u8]) -> io::Result<usize> {
        self.write_vectored(writer, &[IoSlice::new(plain)])
    }

    /// The same for several parts that follow each other.
    pub(crate) fn write_vectored(
        &mut self,
        writer: &mut dyn Write,
        parts: &[IoSlice<'_>],
    ) -> io::Result<usize> {
        self.flush(writer)?;
        let count = self.connection.writer().write_vectored(parts)?;
        // It counts as written whatever becomes of it: a part may have left.
        // The next call meets the same error.
        let _ = self.flush(writer);
        Ok(count)
    }

    /// Writes what is encrypted; `WouldBlock` while some of it is left.
    pub(crate) fn flush(&mut self, writer: &mut dyn Write) -> io::Result<()> {
        while self.connection.wants_write() {
            if self.connection.write_tls(writer)? == 0 {
                return Err(io::ErrorKind::WriteZero.into());
            }
        }
        Ok(())
    }

    /// Tells the server that nothing follows, if there is room to.
    pub(crate) fn close(&mut self, writer: &mut dyn Write) {
        self.connection.send_close_notify();
        let _ = self.flush(writer);
    }

    pub(crate) fn wants_write(&self) -> bool {
        self.connection.wants_write()
    }

    /// What is decrypted and not yet consumed, for which it receives if there
    /// is nothing; empty at the end that the server announced.
    fn decrypted(&mut self, reader: &mut dyn Read, writer: &mut dyn Write) -> io::Result<&[u8]> {
        loop {
            match self.connection.reader().fill_buf() {
                Ok(_) => break,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                // Else whoever can cut the line decides where a reply ends.
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                    return Err(to_io(TlsError::Truncated));
                }
                Err(error) => return Err(error),
            }
            self.receive(reader, writer)?;
        }
        self.connection.reader().into_first_chunk()
    }

    /// Reads from the socket and decrypts; false at its end.
    fn receive(&mut self, reader: &mut dyn Read, writer: &mut dyn Write) -> io::Result<bool> {
        let count = self.connection.read_tls(reader)?;
        let was_handshaking = self.connection.is_handshaking();
        let processed = self.connection.process_new_packets();
        // An alert that says what is wrong, or the answer to a new key. What
        // does not leave now leaves with the next write.
        let _ = self.flush(writer);
        match processed {
            Ok(_) => Ok(count > 0),
            Err(error) if was_handshaking => Err(to_io(TlsError::in_handshake(error))),
            Err(error) => Err(to_io(error.into())),
        }
    }
}

/// As an error of the socket that TLS stands for.
pub(crate) fn to_io(error: TlsError) -> io::Error {
    let kind = match error {
        TlsError::Cut | TlsError::Truncated => io::ErrorKind::UnexpectedEof,
        TlsError::NoAnswer => io::ErrorKind::TimedOut,
        TlsError::Setup(_) => io::ErrorKind::InvalidInput,
        _ => io::ErrorKind::InvalidData,
    };
    io::Error::new(kind, error)
}
