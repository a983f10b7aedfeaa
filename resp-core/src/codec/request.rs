//! The server's end: requests in, replies out.

use alloc::vec::Vec;
use core::ops::Range;
use std::io;

use bytes::{Buf, Bytes, BytesMut};
use tokio_util::codec;

use super::reserve_len;
use crate::encoder::Encoder;
use crate::frame::Frame;
use crate::marker::Protocol;
use crate::request::{Request, RequestDecoder, RequestLimits, RequestProgress};

/// A server's end of a connection, for `tokio_util::codec::Framed`: a stream of
/// requests, each the list of its arguments with the name first, and a sink of
/// replies.
///
/// Arguments share the read buffer, those of inline requests aside. A reply is
/// [`Bytes`] in wire form, or a [`Frame`], which is written for a client of the
/// protocol that was [set](Self::set_protocol), at first RESP2.
///
/// An error of decoding is an [`io::Error`] of kind `InvalidData` around a
/// [`RequestError`](crate::RequestError), whose message a server sends before it
/// closes the connection. It is final: `Framed` ends the stream after it.
///
/// ```
/// use bytes::{Bytes, BytesMut};
/// use resp_core::{RequestCodec, RequestError};
/// use tokio_util::codec::{Decoder, Encoder};
///
/// let mut codec = RequestCodec::new();
/// let mut input = BytesMut::from("*2\r\n$3\r\nGET\r\n$1\r\na\r\n*1\r\n:5\r\n");
/// assert_eq!(codec.decode(&mut input)?, Some(vec![Bytes::from("GET"), Bytes::from("a")]));
///
/// let error = codec.decode(&mut input).unwrap_err();
/// let error: &RequestError = error.get_ref().unwrap().downcast_ref().unwrap();
/// assert_eq!(error.message().as_ref(), b"ERR Protocol error: expected '$', got ':'");
///
/// let mut output = BytesMut::new();
/// codec.encode(Bytes::from("+OK\r\n"), &mut output)?;
/// assert_eq!(output, "+OK\r\n");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct RequestCodec {
    decoder: RequestDecoder,
    protocol: Protocol,
}

impl RequestCodec {
    /// A codec with default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::with_limits(RequestLimits::default())
    }

    /// A codec with limits of your own.
    #[must_use]
    pub fn with_limits(limits: RequestLimits) -> Self {
        Self { decoder: RequestDecoder::with_limits(limits), protocol: Protocol::Resp2 }
    }

    /// Other limits, from the next count or length on: those of a client that
    /// has authenticated, for one.
    pub const fn set_limits(&mut self, limits: RequestLimits) {
        self.decoder.set_limits(limits);
    }

    /// The version that later replies are written in: what HELLO agreed on.
    pub const fn set_protocol(&mut self, protocol: Protocol) {
        self.protocol = protocol;
    }
}

impl Default for RequestCodec {
    fn default() -> Self {
        Self::new()
    }
}

impl codec::Decoder for RequestCodec {
    type Item = Vec<Bytes>;
    type Error = io::Error;

    fn decode(&mut self, input: &mut BytesMut) -> io::Result<Option<Vec<Bytes>>> {
        loop {
            match self.decoder.decode(input)? {
                RequestProgress::Request(request) if request.is_inline() => {
                    let (len, args) = (request.byte_len(), request.args());
                    let args = args.map(Bytes::copy_from_slice).collect();
                    input.advance(len);
                    return Ok(Some(args));
                }
                RequestProgress::Request(request) => {
                    let (len, ranges) = (request.byte_len(), ranges(request));
                    let whole = input.split_to(len).freeze();
                    return Ok(Some(ranges.into_iter().map(|range| whole.slice(range)).collect()));
                }
                RequestProgress::Blank { byte_len } => input.advance(byte_len),
                RequestProgress::NeedMore { at_least } => {
                    input.reserve(reserve_len(at_least, input.len()));
                    return Ok(None);
                }
            }
        }
    }
}

/// Where in the bytes of a multibulk request its arguments are.
fn ranges(request: Request<'_>) -> Vec<Range<usize>> {
    let start = request.bytes().as_ptr().addr();
    let range = |arg: &[u8]| {
        let at = arg.as_ptr().addr() - start;
        at..at + arg.len()
    };
    request.args().map(range).collect()
}

impl codec::Encoder<Bytes> for RequestCodec {
    type Error = io::Error;

    fn encode(&mut self, wire: Bytes, output: &mut BytesMut) -> io::Result<()> {
        output.extend_from_slice(&wire);
        Ok(())
    }
}

impl codec::Encoder<Frame<'_>> for RequestCodec {
    type Error = io::Error;

    fn encode(&mut self, reply: Frame<'_>, output: &mut BytesMut) -> io::Result<()> {
        Ok(Encoder::with_protocol(output, self.protocol).frame(reply)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decoder::Decoder as ReplyDecoder;
    use crate::request::{RequestError, RequestErrorKind};
    use alloc::string::String;
    use alloc::vec;
    use tokio_util::codec::{Decoder, Encoder};

    fn words(request: &[Bytes]) -> Vec<String> {
        request.iter().map(|arg| String::from_utf8_lossy(arg).into_owned()).collect()
    }

    #[test]
    fn requests_at_every_cut() {
        const INPUT: &[u8] = b"*2\r\n$3\r\nGET\r\n$0\r\n\r\n\r\nSET 'a b' c\r\n*0\r\n*1\r\n$4\r\nPING\r\n";
        for cut in 0..=INPUT.len() {
            let mut codec = RequestCodec::new();
            let mut input = BytesMut::new();
            let mut requests = Vec::new();
            for piece in [&INPUT[..cut], &INPUT[cut..]] {
                input.extend_from_slice(piece);
                while let Some(request) = codec.decode(&mut input).unwrap() {
                    requests.push(words(&request));
                }
            }
            assert_eq!(requests, [vec!["GET", ""], vec!["SET", "a b", "c"], vec!["PING"]], "cut at {cut}");
            assert!(codec.decode_eof(&mut input).unwrap().is_none());
        }
    }

    #[test]
    fn an_error_keeps_its_cause_and_is_final() {
        let mut codec = RequestCodec::with_limits(RequestLimits::unauthenticated());
        let mut input = BytesMut::from("*11\r\n");
        for _ in 0..2 {
            let error = codec.decode(&mut input).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidData);
            let cause = error.get_ref().and_then(|cause| cause.downcast_ref::<RequestError>());
            assert_eq!(cause.map(|cause| cause.kind), Some(RequestErrorKind::UnauthenticatedCount));
        }
        let mut codec = RequestCodec::with_limits(RequestLimits::unauthenticated());
        codec.set_limits(RequestLimits::default());
        assert!(codec.decode(&mut input).unwrap().is_none());
    }

    #[test]
    fn an_announcement_reserves_little() {
        let mut input = BytesMut::from("*2\r\n$500000000\r\n");
        assert!(RequestCodec::new().decode(&mut input).unwrap().is_none());
        assert!(input.capacity() <= 32 << 10, "{}", input.capacity());
    }

    #[test]
    fn replies_in_both_forms_and_versions() {
        let reply = ReplyDecoder::new().decode_reply(&mut BytesMut::from("%1\r\n:1\r\n_\r\n")).unwrap();
        let mut codec = RequestCodec::default();
        let mut output = BytesMut::new();
        codec.encode(Bytes::from("+OK\r\n"), &mut output).unwrap();
        codec.encode(reply.as_ref().unwrap().frame(), &mut output).unwrap();
        codec.set_protocol(Protocol::Resp3);
        codec.encode(reply.as_ref().unwrap().frame(), &mut output).unwrap();
        assert_eq!(output, "+OK\r\n*2\r\n:1\r\n$-1\r\n%1\r\n:1\r\n_\r\n");
    }
}
