//! Whether the peer is still there.

use super::*;

const UNRESPONSIVE: &str = "closed: the server did not send anything for 2s";

/// A request was sent at `sent`, and something came at the times given: when
/// the peer is given up.
#[test]
fn a_silent_peer_that_owes_replies_is_given_up() {
    for (sent, signs, given_up) in [
        (0, &[][..], 2 * SECOND),
        (7, &[], 2 * SECOND + 7),
        (7, &[8, SECOND], 3 * SECOND),
        (7, &[2 * SECOND], 4 * SECOND),
        // A quiet time before it does not count.
        (9 * SECOND, &[], 11 * SECOND),
    ] {
        let mut peer = Peer::ready(Lanes::Shared);
        peer.now = sent;
        peer.submit_until("GET a", 1, sent + 1);
        peer.written();
        assert_eq!(peer.at(sent + 1), ["1 timed out Maybe"]);
        for &sign in signs {
            assert_eq!(peer.at(sign), [""; 0]);
            assert_eq!(peer.answer(PUSH).len(), 1);
        }
        assert_eq!(peer.session.poll_timeout(), Some(given_up), "{sent} {signs:?}");
        assert_eq!(peer.at(given_up - 1), [""; 0], "{sent} {signs:?}");
        assert_eq!(peer.at(given_up), [UNRESPONSIVE], "{sent} {signs:?}");
    }
}

/// A byte of a reply is a sign of life as good as all of it.
#[test]
fn every_byte_is_a_sign_of_life() {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit("GET a", 1);
    peer.written();
    for (index, byte) in (1..).zip("$5\r\nhello\r".bytes()) {
        assert_eq!(peer.at(index * SECOND), [""; 0]);
        peer.feed(&[byte]);
        peer.drain();
    }
    assert_eq!(peer.answer("\n"), ["1 $5|hello|"]);
}

/// Neither a slow script nor a long deadline is cut: the longest deadline of
/// what is awaited, and when the peer is given up.
#[test]
fn a_peer_is_spared_while_somebody_waits() {
    for (deadline, given_up) in [
        (2 * SECOND - 1, 2 * SECOND),
        (2 * SECOND, 2 * SECOND),
        (2 * SECOND + 1, 2 * SECOND + 1),
        (60 * SECOND, 60 * SECOND),
    ] {
        let mut peer = Peer::ready(Lanes::Shared);
        peer.submit_until("GET a", 1, 1);
        peer.submit_until("FCALL f 0", 2, deadline);
        peer.submit_until("GET b", 3, 2);
        peer.written();
        let mut events = Vec::new();
        // The timer is all that it needs.
        while !peer.session.is_idle() {
            let next = peer.session.poll_timeout().expect("there is something to wait for");
            events.append(&mut peer.at(next));
        }
        assert_eq!(peer.now, given_up);
        let silence = Duration::from_nanos(given_up);
        let closed = format!("closed: the server did not send anything for {silence:?}");
        assert_eq!(events, ["1 timed out Maybe", "3 timed out Maybe", "2 timed out Maybe", &closed]);
    }
}

#[test]
fn a_wait_without_end_is_not_cut_until_it_is_given_up() {
    let mut peer = Peer::ready(Lanes::Dedicated);
    let id = peer.submit("BLPOP k 0", 1);
    peer.written();
    assert_eq!(peer.at(2 * SECOND), [""; 0]);
    assert_eq!(peer.session.poll_timeout(), None);
    assert_eq!(peer.at(1000 * SECOND), [""; 0]);
    peer.session.cancel(id);
    assert!(peer.session.poll_timeout().is_some_and(|next| next <= peer.now));
    assert_eq!(peer.at(peer.now), ["closed: the server did not send anything for 1000s"]);
}

/// Once there was a sign of life, a long deadline of before means nothing.
#[test]
fn a_peer_is_not_spared_twice_for_the_same() {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit_until("FCALL f 0", 1, 60 * SECOND);
    peer.written();
    assert_eq!(peer.at(2 * SECOND), [""; 0]);
    assert_eq!(peer.session.poll_timeout(), Some(60 * SECOND));
    assert_eq!(peer.answer("+1\r\n"), ["1 +1|"]);
    peer.submit_until("GET a", 2, 3 * SECOND);
    peer.written();
    assert_eq!(peer.at(3 * SECOND), ["2 timed out Maybe"]);
    assert_eq!(peer.session.poll_timeout(), Some(4 * SECOND));
    assert_eq!(peer.at(4 * SECOND), [UNRESPONSIVE]);
}

/// What nobody waits for any more, or was not sent, spares nobody.
#[test]
fn new_and_old_requests_do_not_spare_a_dead_peer() {
    let mut peer = Peer::ready(Lanes::Shared);
    // Never idle since one without a deadline was answered.
    peer.submit("GET a", 1);
    peer.submit_until("GET b", 2, SECOND);
    peer.written();
    peer.answer("+1\r\n");
    let mut last = 0;
    for step in 1..100 {
        let now = step * SECOND / 10;
        let (tag, deadline) = (100 + u32::try_from(step).unwrap(), now + SECOND);
        peer.now = now;
        peer.session.submit(raw("GET c").wire(), Tag(tag), Span { start: now, deadline }).unwrap();
        peer.written();
        if peer.at(now).last().is_some_and(|event| event.starts_with("closed")) {
            last = step;
            break;
        }
    }
    assert_eq!(last, 20, "two seconds after the last sign of life");
}

/// When half of the time has passed, nothing more is sent on a shared
/// connection, so that it fails as never sent.
#[test]
fn nothing_more_is_sent_to_a_suspect() {
    for (lanes, now, is_sent) in [
        (Lanes::Shared, SECOND - 1, true),
        (Lanes::Shared, SECOND, true),
        (Lanes::Shared, SECOND + 1, false),
        (Lanes::Dedicated, SECOND + 1, true),
    ] {
        let mut peer = Peer::ready(lanes);
        peer.submit("GET a", 1);
        peer.written();
        peer.now = now;
        peer.submit_until("GET b", 2, 2 * SECOND);
        assert_eq!(peer.written(), if is_sent { wire("GET b") } else { String::new() }, "{now}");
        if is_sent {
            continue;
        }
        assert!(!peer.session.is_transmit_due());
        assert_eq!(peer.written(), "", "nor when it is asked again");
        assert_eq!(peer.at(2 * SECOND), ["2 timed out No"]);
        peer.submit("GET c", 3);
        assert_eq!(peer.written(), "");
        // A sign of life, and all is well.
        assert_eq!(peer.answer("+1\r\n"), ["1 +1|"]);
        assert!(peer.session.is_transmit_due());
        assert_eq!(peer.written(), wire("GET c"));
    }
}

/// When nothing was owed before, silence counts from the write on.
#[test]
fn a_quiet_connection_is_no_suspect() {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.now = 9 * SECOND;
    peer.submit("GET a", 1);
    assert_eq!(peer.written(), wire("GET a"));
}

#[test]
fn an_idle_connection_is_asked_for_a_sign_of_life() {
    let mut peer = Peer::ready(Lanes::Shared);
    for round in 1..=3 {
        let due = 10 * SECOND * round;
        assert_eq!(peer.session.poll_timeout(), Some(due));
        assert_eq!(peer.at(due - 1), [""; 0]);
        // Asking whether there is something to write changes nothing.
        assert_eq!(peer.written(), "");
        assert_eq!(peer.session.poll_timeout(), Some(due));
        assert_eq!(peer.at(due), [""; 0]);
        assert_eq!(peer.session.poll_timeout(), None, "it is about to leave");
        assert_eq!(peer.at(due), [""; 0]);
        assert_eq!(peer.written(), wire("PING"), "once");
        let reply = if round == 2 { "-LOADING soon\r\n" } else { "+PONG\r\n" };
        assert_eq!(peer.answer(reply), [""; 0], "it is nobody's");
        assert!(peer.session.is_idle());
    }
    peer.at(40 * SECOND);
    peer.written();
    assert_eq!(peer.at(42 * SECOND - 1), [""; 0]);
    assert_eq!(peer.at(42 * SECOND), [UNRESPONSIVE]);
}

#[test]
fn a_connection_made_late_counts_from_then() {
    let start = 1_000_000 * SECOND;
    let mut session = Session::new(&config(Resp2), Lanes::Shared, start);
    assert!(matches!(session.receive(&mut BytesMut::new()), Some(Event::Ready(_))));
    assert_eq!(session.poll_timeout(), Some(start + 10 * SECOND));
    assert!(!session.is_quiet(start + SECOND - 1));
    assert!(session.is_quiet(start + SECOND));
}

#[test]
fn no_ping_where_it_would_harm() {
    let mut peer = Peer::with(Lanes::Shared, |config| config.idle_ping = None);
    assert_eq!(peer.session.poll_timeout(), None);
    peer.session.handle_timeout(u64::MAX - 1);
    assert_eq!(peer.written(), "");

    // In a transaction, the server would answer it in the reply to EXEC.
    let mut peer = Peer::ready(Lanes::Dedicated);
    peer.submit("MULTI", 1);
    peer.written();
    assert_eq!(peer.answer("+OK\r\n"), ["1 +OK|"]);
    assert_eq!(peer.session.poll_timeout(), None);
    peer.session.handle_timeout(u64::MAX - 1);
    assert_eq!(peer.written(), "");
}

#[test]
fn memory_is_given_back_when_nothing_is_left_to_tell() {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit_until("GET a", 1, SECOND);
    peer.session.handle_timeout(SECOND);
    assert!(!peer.session.is_quiet(2 * SECOND), "a failure was not told");
    assert_eq!(peer.answer(""), ["1 timed out No"]);
    assert!(peer.session.is_quiet(2 * SECOND));
    assert_eq!(peer.answer("$5\r\nhel"), [""; 0]);
    assert!(!peer.session.is_quiet(9 * SECOND), "half a frame is there");
}

#[test]
fn half_a_push_is_not_asked_about_again_and_again() {
    let mut peer = Peer::resp3(Lanes::Shared);
    assert_eq!(peer.answer(&PUSH[..9]), [""; 0]);
    peer.now = 2 * SECOND;
    assert!(!peer.session.is_quiet(2 * SECOND));
    assert_eq!(peer.session.quiet_at(), u64::MAX, "only the rest of it changes that");
}
