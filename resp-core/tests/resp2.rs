//! What a RESP2 client gets of values that came as RESP3.
#![cfg(feature = "alloc")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

use resp_core::{Decoder, EncodeError, Encoder, Frame, Kind, Progress, Protocol};

fn decoded<R>(input: &[u8], look: impl FnOnce(Frame<'_>) -> R) -> R {
    let mut decoder = Decoder::new();
    let Progress::Frame(frame) = decoder.decode(input).unwrap() else {
        panic!("incomplete: {}", input.escape_ascii())
    };
    assert_eq!(frame.byte_len(), input.len());
    look(frame)
}

fn for_resp2(frame: Frame<'_>) -> Result<Vec<u8>, EncodeError> {
    let mut out = Vec::new();
    Encoder::with_protocol(&mut out, Protocol::Resp2).frame(frame).map(|()| out)
}

/// Whether all of it is of kinds that RESP2 has.
fn is_resp2(frame: Frame<'_>) -> bool {
    let here = frame.is_null() || frame.kind().marker().protocol() == 2;
    here && frame.attributes().next().is_none() && frame.children().all(is_resp2)
}

#[test]
fn one_row_per_type() {
    for (resp3, resp2) in [
        (&b"+OK\r\n"[..], &b"+OK\r\n"[..]),
        (b"-ERR no\r\n", b"-ERR no\r\n"),
        (b":+07\r\n", b":7\r\n"),
        (b"$2\r\nhi\r\n", b"$2\r\nhi\r\n"),
        (b"_\r\n", b"$-1\r\n"),
        (b"*-1\r\n", b"$-1\r\n"),
        (b"#t\r\n", b":1\r\n"),
        (b"#f\r\n", b":0\r\n"),
        (b",1.50\r\n", b"$3\r\n1.5\r\n"),
        (b",-inf\r\n", b"$4\r\n-inf\r\n"),
        (b",nan\r\n", b"$3\r\nnan\r\n"),
        (b"(-123456789012345678901\r\n", b"$22\r\n-123456789012345678901\r\n"),
        (b"!8\r\nERR\r\nno\n\r\n", b"-ERR  no \r\n"),
        (b"!?\r\n;4\r\nERR\r\r\n;3\r\n\nno\r\n;0\r\n", b"-ERR  no\r\n"),
        (b"=6\r\ntxt:hi\r\n", b"$2\r\nhi\r\n"),
        (b"=4\r\ntxt:\r\n", b"$0\r\n\r\n"),
        (b"=?\r\n;2\r\ntx\r\n;4\r\nt:hi\r\n;0\r\n", b"$2\r\nhi\r\n"),
        (b"$?\r\n;1\r\na\r\n;1\r\nb\r\n;0\r\n", b"$2\r\nab\r\n"),
        (b"%2\r\n+a\r\n:1\r\n+b\r\n_\r\n", b"*4\r\n+a\r\n:1\r\n+b\r\n$-1\r\n"),
        (b"~2\r\n:1\r\n:2\r\n", b"*2\r\n:1\r\n:2\r\n"),
        (b">2\r\n+message\r\n#t\r\n", b"*2\r\n+message\r\n:1\r\n"),
        (b"*?\r\n:1\r\n%?\r\n:2\r\n:3\r\n.\r\n.\r\n", b"*2\r\n:1\r\n*2\r\n:2\r\n:3\r\n"),
        (b"*0\r\n", b"*0\r\n"),
        (b"%0\r\n", b"*0\r\n"),
    ] {
        let shown = resp3.escape_ascii();
        assert_eq!(
            decoded(resp3, for_resp2).unwrap().escape_ascii().to_string(),
            resp2.escape_ascii().to_string(),
            "{shown}"
        );
        assert!(decoded(resp2, is_resp2), "{shown}");
    }
}

#[test]
fn attributes_are_left_out_wherever_they_stand() {
    for (resp3, resp2) in [
        (&b"|1\r\n+ttl\r\n:5\r\n+OK\r\n"[..], &b"+OK\r\n"[..]),
        (b"|0\r\n|1\r\n:1\r\n:2\r\n:3\r\n", b":3\r\n"),
        // Its values hold others, and have attributes of their own.
        (b"|1\r\n*2\r\n:1\r\n%1\r\n:2\r\n:3\r\n|1\r\n+a\r\n~1\r\n:4\r\n:5\r\n+OK\r\n", b"+OK\r\n"),
        (b"*2\r\n|1\r\n:1\r\n:2\r\n:3\r\n|1\r\n:4\r\n*1\r\n:5\r\n:6\r\n", b"*2\r\n:3\r\n:6\r\n"),
        (
            b"%1\r\n|1\r\n:1\r\n_\r\n+k\r\n|?\r\n:1\r\n$?\r\n;1\r\na\r\n;0\r\n.\r\n*0\r\n",
            b"*2\r\n+k\r\n*0\r\n",
        ),
    ] {
        let shown = resp3.escape_ascii();
        assert_eq!(
            decoded(resp3, for_resp2).unwrap().escape_ascii().to_string(),
            resp2.escape_ascii().to_string(),
            "{shown}"
        );
    }
}

#[test]
fn an_attribute_alone_is_refused() {
    decoded(b"|1\r\n+ttl\r\n:5\r\n+OK\r\n", |frame| {
        let attribute = frame.attributes().next().unwrap();
        assert_eq!(attribute.kind(), Kind::Attribute);
        assert_eq!(for_resp2(attribute), Err(EncodeError::NotInResp2));
        // What it holds may be written.
        assert_eq!(for_resp2(attribute.children().nth(1).unwrap()).unwrap(), b":5\r\n");
    });
}
