//! Whether what failed may have run: by the bytes that the transport took.

use super::*;

/// What a peer with `first` bytes before the request in question fails it with,
/// when the transport took `count` bytes of the request. GETs around it show
/// that bytes of others do not count.
fn fate(submit: fn(&mut Peer) -> RequestId, count: usize, kills: impl Fn(&mut Peer)) -> String {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit("GET before", 1);
    let before = peer.session.queued_len();
    submit(&mut peer);
    peer.submit("GET after", 3);
    peer.written_up_to(before + count);
    kills(&mut peer);
    let events = peer.answer("");
    let event = events.iter().find_map(|event| event.strip_prefix("2 failed "));
    event.unwrap_or_else(|| panic!("{events:?}")).to_string()
}

/// Its bytes, and how many of them the transport may take without the server
/// running anything.
#[test]
fn a_request_ran_only_if_bytes_of_it_left() {
    type Submit = fn(&mut Peer) -> RequestId;
    let long = "x".repeat(20_000);
    let rows: [(Submit, String, usize); 5] = [
        (|peer| peer.submit("INCR a", 2), wire("INCR a"), 0),
        (|peer| peer.submit(&format!("SET a {}", "x".repeat(20_000)), 2), wire(&format!("SET a {long}")), 0),
        (|peer| peer.batch(&["INCR a", "INCR b"], 2), wire("INCR a;INCR b"), 0),
        (|peer| peer.batch(&["INCR a", "GET b"], 2), wire("INCR a;GET b"), 0),
        (
            |peer| peer.transaction(&["INCR a", "GET b"], 2),
            wire("MULTI;INCR a;GET b;EXEC"),
            wire("MULTI;INCR a;GET b").replace('|', "\r\n").len(),
        ),
    ];
    let kills: [fn(&mut Peer); 2] = [
        |peer| {
            peer.session.close(SessionError::Abandoned);
        },
        |peer| peer.session.handle_end(&BytesMut::new()),
    ];
    for (submit, bytes, harmless) in rows {
        let len = bytes.replace('|', "\r\n").len();
        let all_but_one = len - 1;
        for count in [0, 1, harmless.max(1) - 1, harmless, harmless + 1, all_but_one, len, len + 1] {
            let expected = if count <= harmless { "No" } else { "Maybe" };
            for kill in kills {
                assert_eq!(fate(submit, count, kill), expected, "{count} of {len} bytes");
            }
        }
    }
}

/// The handshake's bytes are counted too, and are nobody's.
#[test]
fn bytes_of_the_handshake_do_not_count() {
    for (count, expected) in [(0, "No"), (1, "Maybe")] {
        let mut peer = Peer::new(&config(Automatic), Lanes::Shared);
        peer.submit("GET a", 1);
        peer.written();
        assert_eq!(peer.answer(HELLO), ["ready Resp3"]);
        peer.written_up_to(count);
        assert_eq!(peer.close(SessionError::Abandoned)[0], format!("1 failed {expected}"));
    }
}

/// What the transport tells after the end was seen still counts.
#[test]
fn bytes_may_be_told_late() {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit("GET a", 1);
    peer.submit("GET b", 2);
    peer.written_up_to(0);
    peer.session.close(SessionError::Abandoned);
    peer.session.handle_written(1);
    assert_eq!(peer.answer("")[..2], ["1 failed Maybe", "2 failed No"]);
}

/// Answered parts of a batch are as good as bytes taken.
#[test]
fn what_was_partly_answered_has_run() {
    let len = raw("GET a").wire().encoded_len();
    let peer = |answered: &str| {
        let mut peer = Peer::ready(Lanes::Shared);
        peer.batch(&["GET a", "INCR b"], 1);
        peer.submit("GET c", 2);
        peer.written_up_to(len);
        peer.answer(answered);
        peer.close(SessionError::Abandoned)
    };
    assert_eq!(peer("")[..2], ["1 failed Maybe", "2 failed No"]);
    assert_eq!(peer("+a\r\n")[..2], ["1 failed Maybe", "2 failed No"]);
}

#[test]
fn a_request_handed_over_and_late_may_run() {
    // The transport took nothing yet, but it will.
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit_until("INCR a", 1, 10);
    peer.written_up_to(0);
    peer.submit_until("INCR b", 2, 10);
    assert_eq!(peer.at(10), ["1 timed out Maybe", "2 timed out No"]);
}
