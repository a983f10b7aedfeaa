//! What becomes of requests when the connection ends.

use super::*;

#[test]
fn each_request_of_a_closed_connection_fails_once() {
    let reasons = [
        SessionError::Abandoned,
        SessionError::PeerClosed { mid_reply: false },
        SessionError::HandshakeTimeout,
    ];
    for reason in reasons {
        let mut peer = Peer::ready(Lanes::Shared);
        peer.submit("GET a", 1);
        peer.batch(&["GET b", "GET c"], 2);
        let given_up = peer.submit("GET d", 3);
        peer.written();
        peer.session.cancel(given_up);
        peer.submit("GET e", 4);
        let given_up = peer.submit("GET f", 5);
        peer.session.cancel(given_up);
        peer.batch(&["GET g", "GET h"], 6);
        assert_eq!(peer.answer("+1\r\n+2\r\n"), ["1 +1|", "2 +2| and more"]);
        let closed = format!("closed: {reason}");
        let events = ["2 failed Maybe", "4 failed No", "6 failed No", closed.as_str()];
        assert_eq!(peer.close(reason.clone()), events);
        assert_eq!(peer.answer("+3\r\n"), [""; 0], "then nothing");
        assert_eq!(peer.close(SessionError::SurplusReply), [""; 0], "nor for another reason");
        peer.session.handle_end(&BytesMut::new());
        assert_eq!(peer.answer(""), [""; 0]);
        assert_eq!(peer.written(), "");
        let refused = peer.session.submit(raw("GET i").wire(), Tag(7), Span::default());
        assert_eq!(refused, Err(SubmitError::Closed));
        assert!(peer.session.is_idle());
    }
}

#[test]
fn what_the_peer_left_unfinished_is_said() {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit("GET a", 1);
    peer.written();
    assert_eq!(peer.answer("$5\r\nhe"), [""; 0]);
    peer.session.handle_end(&peer.input);
    assert_eq!(
        peer.answer(""),
        ["1 failed Maybe", "closed: the peer closed the connection in the middle of a reply"]
    );
}
