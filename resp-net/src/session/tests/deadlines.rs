//! Requests whose time is over.

use super::*;

#[test]
fn a_request_has_until_its_deadline_and_not_beyond() {
    for deadline in [1, 2, SECOND, 2 * SECOND - 1] {
        for (written, executed) in [(false, "No"), (true, "Maybe")] {
            let mut peer = Peer::ready(Lanes::Shared);
            peer.submit_until("GET a", 1, deadline);
            if written {
                peer.written();
            }
            assert_eq!(peer.session.poll_timeout(), Some(deadline));
            assert_eq!(peer.at(deadline - 1), [""; 0], "not before");
            assert_eq!(peer.at(deadline), [format!("1 timed out {executed}")]);
            assert_eq!(peer.at(deadline), [""; 0], "it comes once");
            assert_eq!(peer.session.counters().timed_out, 1);
            assert_eq!(peer.written(), "", "what is over never leaves");
        }
    }
}

#[test]
fn one_timer_serves_all() {
    let mut peer = Peer::ready(Lanes::Shared);
    for (tag, deadline) in [(1, 30), (2, 10), (3, u64::MAX), (4, 20), (5, 10)] {
        peer.submit_until("GET a", tag, deadline);
    }
    assert_eq!(peer.session.poll_timeout(), Some(10));
    assert_eq!(peer.at(10), ["2 timed out No", "5 timed out No"]);
    assert_eq!(peer.session.poll_timeout(), Some(20));
    assert_eq!(peer.at(30), ["1 timed out No", "4 timed out No"], "in the order of the requests");
    assert_eq!(peer.session.poll_timeout(), None);
    assert_eq!(peer.written(), wire("GET a"));
    assert_eq!(peer.answer("+3\r\n"), ["3 +3|"]);
    // What was answered leaves no timer behind.
    peer.submit_until("GET a", 6, 100);
    peer.written();
    assert_eq!(peer.answer("+6\r\n"), ["6 +6|"]);
    assert_eq!(peer.session.poll_timeout(), Some(30 + 10 * SECOND), "the idle PING");
    peer.submit_until("GET a", 7, SECOND);
    assert_eq!(peer.session.poll_timeout(), Some(SECOND));
}

#[test]
fn a_deadline_during_the_handshake() {
    let mut peer = Peer::new(&config(Automatic), Lanes::Shared);
    peer.submit_until("GET a", 1, 10);
    peer.submit_until("GET b", 2, 5 * SECOND);
    peer.written();
    assert_eq!(peer.session.poll_timeout(), Some(10));
    assert_eq!(peer.at(10), ["1 timed out No"]);
    assert_eq!(peer.session.poll_timeout(), Some(SECOND), "that of the handshake");
    let late = "closed: the server did not answer the handshake in time";
    assert_eq!(peer.at(SECOND), ["2 failed No", late]);
}

/// Whatever was given up after it was written swallows exactly its replies.
#[test]
fn late_replies_reach_nobody() {
    let late = || {
        let mut peer = Peer::ready(Lanes::Shared);
        let span = Span { start: 0, deadline: 10 };
        peer.submit_until("GET a", 1, 10);
        peer.session.submit_batch(&raws(&["GET b", "INCR c", "INCR d"]), Tag(2), span).unwrap();
        peer.session.submit_transaction(&raws(&["GET e", "INCR f"]), Tag(3), span).unwrap();
        peer.submit("GET g", 4);
        peer.written();
        assert_eq!(peer.at(10), ["1 timed out Maybe", "2 timed out Maybe", "3 timed out Maybe"]);
        peer
    };
    let replies = "+a\r\n+b\r\n:1\r\n:2\r\n+OK\r\n+QUEUED\r\n+QUEUED\r\n*2\r\n+e\r\n:3\r\n+g\r\n";
    assert_eq!(at_every_cut(late, replies), ["4 +g|"]);
}

#[test]
fn a_batch_that_is_partly_answered_can_be_late() {
    // How many of its replies came in time.
    for answered in 0..3 {
        let mut peer = Peer::ready(Lanes::Shared);
        let span = Span { start: 0, deadline: 10 };
        let batch = raws(&["GET a", "INCR b", "GET c"]);
        peer.session.submit_batch(&batch, Tag(1), span).unwrap();
        peer.submit("GET d", 2);
        peer.written();
        let replies = ["+a\r\n", ":1\r\n", "+c\r\n"];
        assert_eq!(peer.answer(&replies[..answered].concat()).len(), answered);
        assert_eq!(peer.at(10), ["1 timed out Maybe"], "{answered}");
        assert_eq!(peer.answer(&(replies[answered..].concat() + "+d\r\n")), ["2 +d|"], "{answered}");
        assert!(peer.session.is_idle());
    }
}

#[test]
fn what_a_late_request_leaves_is_removed_from_the_queue() {
    // Which of four are late, by bits.
    for late in 0..16_u32 {
        let mut peer = Peer::ready(Lanes::Shared);
        let is_late = |index: u32| late & (1 << index) != 0;
        let deadline = |index| if is_late(index) { 10 } else { u64::MAX };
        let batch = |words: &[&str], peer: &mut Peer, index| {
            let span = Span { start: 0, deadline: deadline(index) };
            peer.session.submit_batch(&raws(words), Tag(index), span).unwrap();
        };
        let long = format!("SET k {}", "x".repeat(20_000));
        let wires = ["GET a", &long, "GET b;INCR c", &format!("{long};{long}")];
        for (index, commands) in (0..).zip(wires) {
            batch(&commands.split(';').collect::<Vec<_>>(), &mut peer, index);
        }
        assert_eq!(peer.at(10).len(), late.count_ones() as usize);
        let left: Vec<_> = (0..).zip(wires).filter(|&(index, _)| !is_late(index)).collect();
        let left = left.into_iter().map(|(_, commands)| commands).collect::<Vec<_>>().join(";");
        assert_eq!(peer.written(), wire(&left), "{late:04b}");
        assert_eq!(peer.session.queued_len(), 0);
    }
}

/// When it was submitted and written, and when it failed; where its time went.
#[test]
fn where_the_time_went() {
    let failure = |peer: &mut Peer| match peer.session.receive(&mut peer.input) {
        Some(Event::Failed { tag, failure }) => (tag.0, failure.spent),
        other => panic!("{other:?}"),
    };
    let nanos = Duration::from_nanos;
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit_until("GET a", 1, 1000);
    peer.batch(&["GET b", "INCR c"], 2);
    peer.now = 100;
    peer.written();
    peer.submit_until("GET d", 3, 1000);
    peer.now = 300;
    peer.written();
    peer.submit_until("GET e", 4, 1000);
    peer.session.handle_timeout(1000);
    let spent = |queued, in_flight, ahead| Spent {
        queued: nanos(queued),
        in_flight: nanos(in_flight),
        ahead,
        silence: nanos(900),
    };
    assert_eq!(failure(&mut peer), (1, spent(100, 900, 0)));
    assert_eq!(failure(&mut peer), (3, spent(200, 700, 2)));
    assert_eq!(failure(&mut peer), (4, spent(700, 0, 3)));
    // A lost connection says the same of those that were left.
    peer.submit("GET f", 5);
    peer.session.close(SessionError::Abandoned);
    assert_eq!(failure(&mut peer), (2, spent(100, 900, 1)));
    assert_eq!(failure(&mut peer).1.ahead, 3);
}
