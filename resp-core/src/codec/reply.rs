//! The client's end: commands out, replies in.

use std::io;

use bytes::BytesMut;
use tokio_util::codec;

use super::reserve_len;
use crate::command::{Command, Wire};
use crate::decoder::Decoder;
use crate::encoder::Encoder;
use crate::limits::Limits;
use crate::reply::Reply;

/// A client's end of a connection, for `tokio_util::codec::Framed`: a stream of
/// [`Reply`], pushes among them, and a sink of [`Command`], [`&Wire`](Wire) or slices of
/// arguments.
///
/// An error of decoding is an [`io::Error`] of kind `InvalidData` around a
/// [`DecodeError`](crate::DecodeError). It is final: `Framed` ends the stream after it.
///
/// ```
/// use bytes::BytesMut;
/// use resp_core::{ReplyCodec, cmd};
/// use tokio_util::codec::{Decoder, Encoder};
///
/// let mut codec = ReplyCodec::new();
/// let mut buffer = BytesMut::new();
/// codec.encode(cmd::get("key"), &mut buffer)?;
/// codec.encode(&["GET", "key"][..], &mut buffer)?;
/// assert_eq!(&buffer[..22], b"*2\r\n$3\r\nGET\r\n$3\r\nkey\r\n");
/// assert_eq!(buffer[..22], buffer[22..]);
///
/// let mut buffer = BytesMut::from(":1\r\n:");
/// assert_eq!(codec.decode(&mut buffer)?.and_then(|reply| reply.frame().as_i64()), Some(1));
/// assert!(codec.decode(&mut buffer)?.is_none());
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct ReplyCodec {
    decoder: Decoder,
}

impl ReplyCodec {
    /// A codec with default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A codec with limits of your own.
    #[must_use]
    pub fn with_limits(limits: Limits) -> Self {
        Self { decoder: Decoder::with_limits(limits) }
    }
}

impl codec::Decoder for ReplyCodec {
    type Item = Reply;
    type Error = io::Error;

    fn decode(&mut self, input: &mut BytesMut) -> io::Result<Option<Reply>> {
        let reply = self.decoder.decode_reply(input)?;
        if reply.is_none() {
            input.reserve(reserve_len(self.decoder.missing_len(input.len()), input.len()));
        }
        Ok(reply)
    }
}

impl codec::Encoder<&Wire> for ReplyCodec {
    type Error = io::Error;

    fn encode(&mut self, command: &Wire, output: &mut BytesMut) -> io::Result<()> {
        output.reserve(command.encoded_len());
        command.put_to(output);
        Ok(())
    }
}

impl<R, K, X> codec::Encoder<Command<R, K, X>> for ReplyCodec {
    type Error = io::Error;

    fn encode(&mut self, command: Command<R, K, X>, output: &mut BytesMut) -> io::Result<()> {
        self.encode(command.wire(), output)
    }
}

impl<A: AsRef<[u8]>> codec::Encoder<&[A]> for ReplyCodec {
    type Error = io::Error;

    fn encode(&mut self, args: &[A], output: &mut BytesMut) -> io::Result<()> {
        if args.is_empty() {
            // It would have no reply, and later replies would answer earlier commands.
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "a command needs a name"));
        }
        Ok(Encoder::new(output).command(args)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands as cmd;
    use crate::error::{DecodeError, DecodeErrorKind};
    use tokio_util::codec::{Decoder, Encoder};

    #[test]
    fn replies_at_every_cut() {
        const INPUT: &[u8] = b"+OK\r\n$3\r\nabc\r\n>1\r\n:7\r\n*2\r\n_\r\n#t\r\n";
        for cut in 0..=INPUT.len() {
            let mut codec = ReplyCodec::new();
            let mut input = BytesMut::new();
            let mut kinds = std::vec::Vec::new();
            for piece in [&INPUT[..cut], &INPUT[cut..]] {
                input.extend_from_slice(piece);
                while let Some(reply) = codec.decode(&mut input).unwrap() {
                    kinds.push(reply.kind().name());
                }
            }
            assert_eq!(kinds, ["simple string", "bulk string", "push", "array"], "cut at {cut}");
            assert!(codec.decode_eof(&mut input).unwrap().is_none());
        }
    }

    #[test]
    fn an_error_keeps_its_cause_and_is_final() {
        let mut codec = ReplyCodec::new();
        let mut input = BytesMut::from("+OK\r\n?\r\n");
        assert!(codec.decode(&mut input).unwrap().is_some());
        for _ in 0..2 {
            let error = codec.decode(&mut input).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidData);
            let cause = error.get_ref().and_then(|cause| cause.downcast_ref::<DecodeError>());
            assert_eq!(cause, Some(&DecodeError { kind: DecodeErrorKind::UnknownMarker(b'?'), offset: 5 }));
        }
    }

    #[test]
    fn the_end_within_a_reply_is_an_error() {
        let mut codec = ReplyCodec::new();
        assert!(codec.decode_eof(&mut BytesMut::from("$3\r\nab")).is_err());
    }

    #[test]
    fn an_announcement_reserves_little() {
        let mut codec = ReplyCodec::with_limits(Limits::default());
        let mut input = BytesMut::from("$500000000\r\n");
        assert!(codec.decode(&mut input).unwrap().is_none());
        assert!(input.capacity() <= 32 << 10, "{}", input.capacity());
        assert_eq!(reserve_len(1 << 30, 1 << 20), 1 << 20);
        assert_eq!(reserve_len(7, 1 << 20), 7);
    }

    #[test]
    fn commands_in_all_forms() {
        let mut codec = ReplyCodec::new();
        let expected = b"*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n";
        let mut output = BytesMut::new();
        codec.encode(cmd::set("k", "v"), &mut output).unwrap();
        codec.encode(cmd::set("k", "v").wire(), &mut output).unwrap();
        codec.encode(&["SET", "k", "v"][..], &mut output).unwrap();
        let error = Encoder::<&[&str]>::encode(&mut codec, &[], &mut output).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
        assert_eq!(output, expected.repeat(3));
    }
}
