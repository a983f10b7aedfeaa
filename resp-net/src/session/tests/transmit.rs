//! What leaves, when, and in which pieces.

use alloc::sync::Arc;

use super::*;

#[test]
fn a_write_is_due_unless_many_replies_come_first() {
    let mut peer = Peer::ready(Lanes::Shared);
    assert!(!peer.session.is_transmit_due(), "nothing is queued");
    for tag in 0..9 {
        peer.submit("PING", tag);
    }
    assert!(peer.session.is_transmit_due());
    peer.written();
    peer.answer("+PONG\r\n");
    peer.submit("PING", 9);
    assert!(peer.session.is_transmit_due(), "eight are awaited");
    peer.written();
    peer.submit("PING", 10);
    assert!(!peer.session.is_transmit_due(), "nine are awaited");
    peer.answer("+PONG\r\n");
    assert!(peer.session.is_transmit_due(), "eight are awaited again");
    peer.written();
    peer.submit("PING", 11);
    peer.submit("PING", 12);
    assert!(peer.session.is_transmit_due(), "two for nine");
}

/// Nothing tells when the first of them will be answered.
#[test]
fn the_rest_of_a_burst_is_due() {
    let mut peer = Peer::ready(Lanes::Shared);
    for (burst, before) in [(0, ""), (100, "the other burst is answered")] {
        for tag in burst..burst + 20 {
            peer.submit("PING", tag);
        }
        peer.written();
        peer.submit("PING", burst + 20);
        assert!(peer.session.is_transmit_due(), "{before}");
        peer.written();
        peer.answer(&"+PONG\r\n".repeat(10));
        peer.submit("PING", burst + 21);
        assert!(!peer.session.is_transmit_due(), "eleven are awaited");
        peer.written();
        peer.answer(&"+PONG\r\n".repeat(12));
    }
}

#[test]
fn nothing_is_due_after_the_end() {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit("PING", 1);
    peer.session.close(SessionError::Abandoned);
    assert!(!peer.session.is_transmit_due());
    assert_eq!(peer.written(), "");
}

/// Commands of all sizes in one write.
fn mixed() -> (Peer, Vec<u8>) {
    let mut peer = Peer::ready(Lanes::Shared);
    let mut expected = Vec::new();
    for (tag, len) in (0..).zip([1, 20_000, 30_000, 10, 0, 16_384, 5]) {
        let words = format!("SET {tag} {}", "x".repeat(len));
        peer.submit(&words, tag);
        raw(&words).wire().write_to(&mut expected);
    }
    (peer, expected)
}

#[test]
fn pieces_in_portions_of_any_size() {
    for step in [1, 2, 3, 7, 100, 19_999, 20_000, 20_001, usize::MAX] {
        let (mut peer, expected) = mixed();
        assert!(peer.session.poll_transmit(&mut peer.out, 0));
        assert_eq!(peer.out.remaining(), expected.len());
        let mut seen = Vec::new();
        while peer.out.has_remaining() {
            let portion = &peer.out.chunk()[..step.min(peer.out.chunk().len())];
            assert!(!portion.is_empty(), "what remains can be seen");
            seen.extend_from_slice(portion);
            let count = portion.len();
            peer.out.advance(count);
        }
        assert!(seen == expected, "in portions of {step}");
        assert_eq!(peer.out.chunk(), b"");
    }
}

/// Whatever was taken before: all that remains, in as many slices as there are.
#[cfg(feature = "std")]
#[test]
fn slices_of_what_remains() {
    for step in [499, 9_973, 20_000, 33_333] {
        let (mut peer, expected) = mixed();
        peer.session.poll_transmit(&mut peer.out, 0);
        while peer.out.has_remaining() {
            let rest = &expected[expected.len() - peer.out.remaining()..];
            for count in [0, 1, 2, 3, 16] {
                let mut slices = [std::io::IoSlice::new(&[]); 16];
                let filled = peer.out.chunks_vectored(&mut slices[..count]);
                let seen: Vec<u8> = slices[..filled].iter().flat_map(|slice| slice.to_vec()).collect();
                assert!(rest.starts_with(&seen) && seen.is_empty() == (count == 0), "{count} slices");
                assert!(count < 16 || seen == rest, "all of it fits");
            }
            let step = step.min(peer.out.remaining());
            peer.out.advance(step);
        }
        assert_eq!(peer.out.chunks_vectored(&mut [std::io::IoSlice::new(&[])]), 0);
    }
}

/// An argument is let go when it was written, not when the next one is.
#[test]
fn written_arguments_are_let_go() {
    let command = raw(&format!("SET k {}", "x".repeat(20_000)));
    let shared = Arc::clone(command.wire().shared_args().unwrap());
    let mut peer = Peer::ready(Lanes::Shared);
    let before = Arc::strong_count(&shared);
    peer.session.submit(command.wire(), Tag(1), Span::default()).unwrap();
    assert_eq!(Arc::strong_count(&shared), before + 1, "it is not copied");
    peer.session.poll_transmit(&mut peer.out, 0);
    peer.out.advance(peer.out.remaining() - 1);
    assert_eq!(Arc::strong_count(&shared), before + 1);
    peer.out.advance(1);
    assert_eq!(Arc::strong_count(&shared), before);
}

#[test]
fn what_is_queued_or_written_is_never_shown() {
    let mut peer = Peer::ready(Lanes::Shared);
    let secret = b"s3cret";
    peer.submit("CONFIG SET requirepass s3cret", 1);
    let shown = format!("{:?}", peer.session);
    peer.session.poll_transmit(&mut peer.out, 0);
    let shown = format!("{shown} {:?}", peer.out);
    let bytes = format!("{secret:?}");
    assert!(!shown.contains("s3cret") && !shown.contains(bytes.trim_matches(['[', ']'])), "{shown}");
}

/// When each write was is known as long as a request of it is awaited, and no longer.
#[test]
fn departures_are_forgotten() {
    let mut peer = Peer::ready(Lanes::Shared);
    for _ in 0..1000 {
        peer.submit("GET a", 1);
        peer.written();
        peer.submit("GET b", 2);
        peer.written();
        peer.answer("+a\r\n+b\r\n");
        assert!(peer.session.departures.len() <= 2);
    }
    for _ in 0..100 {
        peer.submit("GET a", 1);
        peer.written();
    }
    assert!(peer.session.departures.len() >= 100);
    peer.answer(&"+a\r\n".repeat(100));
    peer.submit("GET a", 1);
    peer.written();
    assert!(peer.session.departures.len() <= 2);
}

#[test]
fn a_batch_of_long_arguments_reserves_no_copy_of_them() {
    let mut peer = Peer::ready(Lanes::Shared);
    let long = "x".repeat(1 << 20);
    let batch = [raw(&format!("SET a {long}")), raw(&format!("SET b {long}"))];
    peer.session.submit_batch(&batch, Tag(1), Span::default()).unwrap();
    assert!(peer.session.outbox.capacity() <= 1 << 20);
}
