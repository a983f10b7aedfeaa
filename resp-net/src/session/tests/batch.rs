//! Several commands as one request.

use super::*;

/// A batch that does not say how many commands it holds.
struct Liar(usize);

impl Batch for Liar {
    type Out = ();

    fn count(&self) -> usize {
        self.0
    }

    fn each_wire(&self, visit: &mut dyn FnMut(&Wire)) {
        visit(raw("GET a").wire());
        visit(raw("GET b").wire());
    }

    fn decode(&self, _: impl Iterator<Item = Reply>) -> Result<(), (usize, resp_core::ReplyError)> {
        Ok(())
    }
}

#[test]
fn replies_are_counted_by_what_is_written() {
    for count in [0, 1, 2, 3] {
        let mut peer = Peer::ready(Lanes::Shared);
        peer.session.submit_batch(&Liar(count), Tag(1), Span::default()).unwrap();
        peer.submit("GET c", 2);
        assert_eq!(peer.written(), wire("GET a;GET b;GET c"));
        assert_eq!(peer.answer("+1\r\n+2\r\n+3\r\n"), ["1 +1| and more", "1 +2|", "2 +3|"], "{count}");
    }
}

/// Commands whose replies are of the same kinds, or not: each reply is the
/// right one's, whichever way they are counted together.
#[test]
fn runs_of_the_same_kind() {
    for commands in [
        &["GET a", "GET b", "GET c"][..],
        &["GET a", "INCR b", "INCR c"],
        &["GET a", "INCR b", "GET c"],
        &["X a", "Y b", "GET c"],
    ] {
        let sent = || {
            let mut peer = Peer::ready(Lanes::Shared);
            peer.batch(commands, 1);
            peer.submit("GET z", 2);
            peer.written();
            peer
        };
        let reply = |words: &&str| if words.starts_with("INCR") { ":1" } else { "+a" };
        let replies: String = commands.iter().map(|words| format!("{}\r\n", reply(words))).collect();
        let mut expected: Vec<_> =
            commands.iter().map(|words| format!("1 {}| and more", reply(words))).collect();
        let last = expected.pop().unwrap().replace(" and more", "");
        expected.extend([last, "2 +z|".to_string()]);
        assert_eq!(at_every_cut(sent, &format!("{replies}+z\r\n")), expected);
    }
}

#[test]
fn a_kind_that_no_command_at_its_place_can_have_condemns() {
    let sent = || {
        let mut peer = Peer::ready(Lanes::Shared);
        peer.batch(&["GET a", "INCR b"], 1);
        peer.written();
        peer
    };
    for replies in [":1\r\n", "+a\r\n+b\r\n", "+a\r\n%0\r\n"] {
        let events = at_every_cut(sent, replies);
        let (failed, closed) = (&events[events.len() - 2], &events[events.len() - 1]);
        assert_eq!(failed, "1 failed Maybe");
        assert!(closed.starts_with("closed: the peer sent a reply of a kind"), "{closed}");
    }
    assert_eq!(at_every_cut(sent, "-ERR a\r\n!5\r\nERR b\r\n"), ["1 -ERR a| and more", "1 !5|ERR b|"]);
}

/// A batch whose commands are gone when they are asked for again.
struct Fickle(core::cell::Cell<bool>);

impl Batch for Fickle {
    type Out = ();

    fn count(&self) -> usize {
        1
    }

    fn each_wire(&self, visit: &mut dyn FnMut(&Wire)) {
        if self.0.take() {
            visit(raw("GET a").wire());
        }
    }

    fn decode(&self, _: impl Iterator<Item = Reply>) -> Result<(), (usize, resp_core::ReplyError)> {
        Ok(())
    }
}

#[test]
fn a_batch_that_vanishes_harms_nobody() {
    let mut peer = Peer::resp3(Lanes::Shared);
    peer.subscribe("SUBSCRIBE c", 1);
    peer.session.submit_batch(&Fickle(true.into()), Tag(2), Span::default()).unwrap();
    peer.written();
    assert_eq!(peer.answer("-NOPERM\r\n%0\r\n"), ["1 -NOPERM| and more", "1 %0|"]);
    assert!(peer.session.is_idle());
}
