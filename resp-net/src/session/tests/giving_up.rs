//! Requests that their callers give up.

use super::*;

#[test]
fn what_is_given_up_before_it_is_written_never_leaves() {
    let names = ["a", "b", "c"];
    // Which of the three are given up, by bits; before or during the handshake.
    for given_up in 0..8_u32 {
        let kept = |index: usize| given_up & (1 << index) == 0;
        let mut peer = Peer::ready(Lanes::Shared);
        let ids: Vec<_> =
            (0..).zip(names).map(|(tag, name)| peer.submit(&format!("GET {name}"), tag)).collect();
        for (index, id) in ids.into_iter().enumerate() {
            if !kept(index) {
                assert!(peer.session.cancel(id));
            }
        }
        let left: Vec<_> = (0..3).filter(|&index| kept(index)).collect();
        let expected: Vec<_> = left.iter().map(|&index| format!("GET {}", names[index])).collect();
        assert_eq!(peer.session.is_idle(), left.is_empty(), "{given_up:03b}");
        assert_eq!(peer.written(), wire(&expected.join(";")), "{given_up:03b}");
        assert_eq!(peer.session.queued_len(), 0);
        let replies: String = left.iter().map(|index| format!("+{index}\r\n")).collect();
        let events: Vec<_> = left.iter().map(|index| format!("{index} +{index}|")).collect();
        assert_eq!(peer.answer(&replies), events, "{given_up:03b}");
        assert!(peer.session.is_idle(), "{given_up:03b}");
    }
}

#[test]
fn what_is_given_up_after_it_was_written_swallows_its_replies() {
    let mut peer = Peer::ready(Lanes::Shared);
    let first = peer.submit("GET a", 1);
    let batch = peer.batch(&["GET b", "GET c", "GET d"], 2);
    peer.submit("GET e", 3);
    peer.written();
    assert!(!peer.session.cancel(first));
    assert_eq!(peer.answer("+1\r\n+2\r\n"), ["2 +2| and more"]);
    assert!(!peer.session.cancel(batch), "in the middle of its replies");
    assert_eq!(peer.answer(&format!("+3\r\n{PUSH}")), ["push >2|+invalidate|*1|+key|"]);
    assert!(!peer.session.is_idle(), "a reply is still to come");
    assert_eq!(peer.answer("+4\r\n+5\r\n"), ["3 +5|"]);
    assert!(peer.session.is_idle());
    assert!(!peer.session.cancel(batch), "it is over");
}

#[test]
fn giving_up_the_same_request_twice_harms_nobody() {
    let mut peer = Peer::ready(Lanes::Shared);
    let first = peer.submit("GET a", 1);
    assert!(peer.session.cancel(first));
    peer.submit("GET b", 2);
    peer.session.cancel(first);
    assert_eq!(peer.written(), wire("GET b"));
    peer.session.cancel(first);
    assert_eq!(peer.answer("+1\r\n"), ["2 +1|"]);
}

/// Peak of bytes and requests queued while each of 100,000 requests is given
/// up when `window` others have come after it, and nothing is written.
fn queue_peak(window: usize, words: &str) -> (usize, usize) {
    let mut peer = Peer::ready(Lanes::Shared);
    let command = raw(words);
    let mut pending = VecDeque::new();
    let (mut bytes, mut requests) = (0, 0);
    for _ in 0..100_000 {
        pending.push_back(peer.session.submit(command.wire(), Tag(0), Span::default()).unwrap());
        if pending.len() > window {
            assert!(peer.session.cancel(pending.pop_front().unwrap()));
        }
        bytes = bytes.max(peer.session.outbox.capacity());
        requests = requests.max(peer.session.in_flight.len());
    }
    pending.into_iter().for_each(|id| assert!(peer.session.cancel(id)));
    assert!(peer.session.is_idle());
    assert_eq!(peer.session.queued_len(), 0);
    assert_eq!(peer.written(), "");
    (bytes, requests)
}

#[test]
fn requests_given_up_without_end_take_no_memory() {
    for window in [0, 1, 10, 100] {
        let (bytes, requests) = queue_peak(window, "SET key 0123456789");
        assert!(bytes <= 256 * (window + 1), "{bytes} bytes with {window} others");
        assert!(requests <= 4 * (window + 1), "{requests} requests with {window} others");
    }
}

/// How many of its replies came before a batch was given up: none comes after.
#[test]
fn a_batch_is_given_up_in_the_middle_of_its_replies() {
    for commands in [["GET a", "GET b", "GET c"], ["GET a", "INCR b", "GET c"]] {
        let replies = commands.map(|words| if words.starts_with("INCR") { ":1\r\n" } else { "+a\r\n" });
        for answered in 0..=3 {
            let mut peer = Peer::ready(Lanes::Shared);
            let id = peer.batch(&commands, 1);
            peer.submit("GET z", 2);
            peer.written();
            assert_eq!(peer.answer(&replies[..answered].concat()).len(), answered);
            assert!(!peer.session.cancel(id));
            let rest = replies[answered..].concat() + "+z\r\n";
            assert_eq!(peer.answer(&rest), ["2 +z|"], "{commands:?} after {answered}");
            assert!(peer.session.is_idle());
        }
    }
}

/// The shape of CVE-2023-28858 and CVE-2023-28859: a caller that goes away
/// after its command was written must not leave its reply to the next one.
#[test]
fn the_next_caller_has_its_own_reply() {
    let left = || {
        let mut peer = Peer::ready(Lanes::Shared);
        let id = peer.submit("GET secret", 1);
        peer.written();
        assert!(!peer.session.cancel(id));
        // The same tag for another caller, as its place became free.
        peer.submit("GET mine", 1);
        peer.written();
        peer
    };
    assert_eq!(at_every_cut(left, "$6\r\nsecret\r\n$4\r\nmine\r\n"), ["1 $4|mine|"]);
    assert_eq!(at_every_cut(left, "-ERR secret\r\n$-1\r\n"), ["1 _|"]);
}

/// No event names a request that was given up, not even one that was due.
#[test]
fn a_failure_that_was_not_told_yet_is_taken_back() {
    for written in [false, true] {
        let mut peer = Peer::ready(Lanes::Shared);
        let late = peer.submit_until("GET a", 1, 10);
        peer.submit_until("GET b", 2, 10);
        if written {
            peer.written();
        }
        peer.session.handle_timeout(10);
        assert_eq!(peer.session.cancel(late), !written, "whether it was sent is known still");
        assert!(!peer.session.cancel(late));
        assert_eq!(peer.answer("").len(), 1, "the other's");
    }
}

/// Given up while the others are failed, one by one.
#[test]
fn given_up_while_the_connection_ends() {
    let long = format!("SET k {}", "x".repeat(20_000));
    for written in [false, true] {
        let mut peer = Peer::ready(Lanes::Shared);
        peer.submit("GET a", 1);
        let second = peer.submit(&long, 2);
        let third = peer.batch(&[&long, "INCR c"], 3);
        peer.submit("GET d", 4);
        if written {
            peer.written();
        }
        peer.session.close(SessionError::Abandoned);
        assert_eq!(peer.session.queued_len(), 0);
        assert!(!peer.session.is_transmit_due());
        assert!(matches!(peer.session.receive(&mut peer.input), Some(Event::Failed { tag: Tag(1), .. })));
        assert_eq!(peer.session.cancel(second), !written);
        assert_eq!(peer.session.cancel(third), !written);
        // Its time is over too, but it ends for one reason.
        peer.session.handle_timeout(u64::MAX);
        let executed = if written { "Maybe" } else { "No" };
        assert_eq!(
            peer.answer(""),
            [format!("4 failed {executed}"), "closed: the connection was given up".into()]
        );
    }
}
