//! How much a session takes before it says that it is full.

use super::*;

/// Whether it was taken.
fn offer(peer: &mut Peer, words: &str, tag: u32) -> bool {
    let command = raw(words);
    let has_room = peer.session.has_room(1, command.wire().encoded_len());
    match peer.session.submit(command.wire(), Tag(tag), Span::default()) {
        Ok(_) => assert!(has_room, "{words}"),
        Err(error) => assert!(error == SubmitError::Full && !has_room, "{words}: {error}"),
    }
    has_room
}

fn len(words: &str) -> usize {
    raw(words).wire().encoded_len()
}

#[test]
fn bytes_up_to_the_budget_are_held() {
    let total = len("GET a") + len("GET bb");
    for (budget, taken) in [(total - 1, false), (total, true), (total + 1, true)] {
        // What holds them: the queue, or the way to the server and back.
        for written in [false, true] {
            let mut peer = Peer::with(Lanes::Shared, |config| config.budget = budget);
            assert!(offer(&mut peer, "GET a", 1));
            if written {
                peer.written();
            }
            let queued = peer.session.queued_len();
            assert_eq!(offer(&mut peer, "GET bb", 2), taken, "{budget} {written}");
            assert!(taken || peer.session.queued_len() == queued, "nothing of it is queued");
            peer.written();
            assert_eq!(peer.answer("+1\r\n"), ["1 +1|"]);
            assert!(offer(&mut peer, "GET c", 3), "a reply makes room");
        }
    }
}

#[test]
fn commands_up_to_the_cap_are_held() {
    for cap in [1, 2, 5] {
        let mut peer = Peer::with(Lanes::Shared, |config| config.max_in_flight = cap);
        for tag in 0..2 * cap {
            assert_eq!(offer(&mut peer, "GET a", 0), tag < cap, "{tag} of {cap}");
        }
        peer.written();
        assert!(!offer(&mut peer, "GET a", 0), "written ones count until they are answered");
        peer.answer("+1\r\n");
        assert!(offer(&mut peer, "GET a", 0));
        assert!(!offer(&mut peer, "GET a", 0));
    }
}

/// A request of several commands, with one that is held before it: how many
/// replies there are in all.
#[test]
fn every_reply_of_a_request_counts() {
    type Submit = fn(&mut Peer) -> Result<RequestId, SubmitError>;
    let rows: [(Submit, usize); 4] = [
        (|peer| peer.session.submit_batch(&raws(&["GET a", "GET b"]), Tag(2), Span::default()), 3),
        (|peer| peer.session.submit_batch(&raws(&["GET a", "INCR b"]), Tag(2), Span::default()), 3),
        (|peer| peer.session.submit_transaction(&raws(&["GET a", "GET b"]), Tag(2), Span::default()), 5),
        (|peer| peer.session.subscribe(raw("SUBSCRIBE c").wire(), Tag(2), Span::default()), 2),
    ];
    for (submit, needed) in rows {
        for cap in needed - 1..=needed + 1 {
            let mut config = config(Resp3);
            config.max_in_flight = cap;
            let mut peer = Peer::new(&config, Lanes::Shared);
            peer.submit("GET z", 1);
            assert_eq!(submit(&mut peer).err(), (cap < needed).then_some(SubmitError::Full), "{cap}");
        }
    }
}

#[test]
fn every_byte_of_a_request_counts() {
    type Submit = fn(&mut Peer) -> Result<RequestId, SubmitError>;
    let rows: [(Submit, &str); 3] = [
        (
            |peer| peer.session.submit_batch(&raws(&["GET a", "INCR b"]), Tag(2), Span::default()),
            "GET a;INCR b",
        ),
        (
            |peer| peer.session.submit_transaction(&raws(&["GET a"]), Tag(2), Span::default()),
            "MULTI;GET a;EXEC",
        ),
        (
            |peer| peer.session.subscribe(raw("SUBSCRIBE c").wire(), Tag(2), Span::default()),
            "SUBSCRIBE c;HELLO 3",
        ),
    ];
    for (submit, commands) in rows {
        let needed = len("GET z") + commands.split(';').map(len).sum::<usize>();
        for budget in needed - 1..=needed + 1 {
            let mut config = config(Resp3);
            config.budget = budget;
            let mut peer = Peer::new(&config, Lanes::Shared);
            peer.submit("GET z", 1);
            let refused = (budget < needed).then_some(SubmitError::Full);
            assert_eq!(submit(&mut peer).err(), refused, "{commands}: {budget}");
        }
    }
}

#[test]
fn what_is_larger_than_the_budget_is_let_in_alone() {
    let mut peer = Peer::with(Lanes::Shared, |config| (config.budget, config.max_in_flight) = (10, 1));
    peer.batch(&["GET a", "GET b"], 1);
    assert!(!offer(&mut peer, "GET c", 2));
    assert_eq!(peer.written(), wire("GET a;GET b"));
    assert!(!offer(&mut peer, "GET c", 2));
    assert_eq!(peer.answer("+1\r\n"), ["1 +1| and more"]);
    assert!(!offer(&mut peer, "GET c", 2));
    assert_eq!(peer.answer("+2\r\n"), ["1 +2|"]);
    assert!(offer(&mut peer, "GET c", 2));
}

#[test]
fn what_was_read_of_a_reply_counts() {
    let reply = format!("$100\r\n{}\r\n", "x".repeat(100));
    let base = len("GET a") + len("GET b");
    for read in 0..reply.len() {
        for (budget, taken) in [(base + read - 1, false), (base + read, true), (base + read + 1, true)] {
            let mut peer = Peer::with(Lanes::Shared, |config| config.budget = budget);
            peer.submit("GET a", 1);
            peer.written();
            assert_eq!(peer.answer(&reply[..read]), [""; 0]);
            assert_eq!(offer(&mut peer, "GET b", 2), taken, "{read} bytes, {budget}");
        }
    }
}

/// What is given up makes room if it never leaves, and else when it is answered.
#[test]
fn what_is_given_up_makes_room() {
    type GiveUp = fn(&mut Peer, RequestId);
    let rows: [GiveUp; 2] = [
        |peer, id| {
            peer.session.cancel(id);
        },
        |peer, _| {
            peer.at(SECOND);
        },
    ];
    for give_up in rows {
        for (written, taken) in [(false, true), (true, false)] {
            let mut peer = Peer::with(Lanes::Shared, |config| config.budget = len("GET a") + len("GET b"));
            peer.submit("GET a", 1);
            let id = peer.submit_until("GET b", 2, SECOND);
            if written {
                peer.written();
            }
            give_up(&mut peer, id);
            assert_eq!(offer(&mut peer, "GET c", 3), taken, "written: {written}");
            peer.written();
            peer.answer("+1\r\n+2\r\n");
            assert!(offer(&mut peer, "GET d", 4));
        }
    }
}
