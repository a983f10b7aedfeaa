//! What is agreed on before the first command.

use super::*;

/// A configuration, what it makes the session ask and is answered, step by
/// step, and the event that comes of it in the end.
type Handshake<'a> = (Config, &'a [(&'a str, &'a str)], &'a str);

fn handshakes() -> Vec<Handshake<'static>> {
    let plain = || config(Automatic);
    let with = |protocol, password: &str, username: &str, database| {
        let (mut config, text) =
            (config(protocol), |text: &str| (!text.is_empty()).then(|| text.to_string()));
        (config.password, config.username) = (text(password).map(Secret::new), text(username));
        config.database = database;
        config
    };
    let password = |protocol| with(protocol, "s3cret", "", 0);
    let user = || with(Automatic, "s3cret", "app", 0);
    let full = |protocol| with(protocol, "s3cret", "app", 7);
    let database = |number| with(Automatic, "", "", number);
    vec![
        (plain(), &[("HELLO 3", HELLO)], "ready Resp3"),
        (password(Automatic), &[("HELLO 3 AUTH default s3cret", HELLO)], "ready Resp3"),
        (user(), &[("HELLO 3 AUTH app s3cret", HELLO)], "ready Resp3"),
        // A user without a password is not a credential.
        (with(Automatic, "", "app", 0), &[("HELLO 3", HELLO)], "ready Resp3"),
        (database(7), &[("HELLO 3", HELLO), ("SELECT 7", "+OK\r\n")], "ready Resp3"),
        (full(Automatic), &[("HELLO 3 AUTH app s3cret", HELLO), ("SELECT 7", "$2\r\nOK\r\n")], "ready Resp3"),
        (plain(), &[("HELLO 3", "|1\r\n+ttl\r\n:1\r\n%0\r\n")], "ready Resp3"),
        // Servers that do not know RESP3.
        (plain(), &[("HELLO 3", "-NOPROTO unsupported protocol version\r\n")], "ready Resp2"),
        (plain(), &[("HELLO 3", "-ERR unknown command 'HELLO'\r\n")], "ready Resp2"),
        (
            plain(),
            &[("HELLO 3", "-ERR unknown command `HELLO`, with args beginning with: `3`\r\n")],
            "ready Resp2",
        ),
        (
            password(Automatic),
            &[
                ("HELLO 3 AUTH default s3cret", "-ERR unknown command 'HELLO'\r\n"),
                ("AUTH s3cret", "+OK\r\n"),
            ],
            "ready Resp2",
        ),
        (
            full(Automatic),
            &[
                ("HELLO 3 AUTH app s3cret", "-NOPROTO sorry\r\n"),
                ("AUTH app s3cret;SELECT 7", "+OK\r\n+OK\r\n"),
            ],
            "ready Resp2",
        ),
        (database(7), &[("HELLO 3", "-NOPROTO sorry\r\n"), ("SELECT 7", "+OK\r\n")], "ready Resp2"),
        // The version as it was chosen.
        (config(Resp2), &[], "ready Resp2"),
        (full(Resp2), &[("AUTH app s3cret;SELECT 7", "+OK\r\n+OK\r\n")], "ready Resp2"),
        (password(Resp2), &[("AUTH s3cret", "+OK\r\n")], "ready Resp2"),
        (config(Resp3), &[("HELLO 3", HELLO)], "ready Resp3"),
        (config(Resp3), &[("HELLO 3", "-NOPROTO sorry\r\n")], "closed: the server does not speak RESP3"),
        (
            config(Resp3),
            &[("HELLO 3", "-ERR unknown command 'HELLO'\r\n")],
            "closed: the server does not speak RESP3",
        ),
        // Refusals.
        (
            password(Automatic),
            &[("HELLO 3 AUTH default s3cret", "-WRONGPASS invalid username-password pair\r\n")],
            "closed: the server refused the handshake: WRONGPASS invalid username-password pair",
        ),
        (
            password(Resp2),
            &[("AUTH s3cret", "-WRONGPASS invalid\r\n")],
            "closed: the server refused the handshake: WRONGPASS invalid",
        ),
        (
            plain(),
            &[("HELLO 3", "-NOAUTH HELLO must be called with the client already authenticated\r\n")],
            "closed: the server refused the handshake: NOAUTH HELLO must be called with the client already \
             authenticated",
        ),
        (
            plain(),
            &[("HELLO 3", "-ERR max number of clients reached\r\n")],
            "closed: the server refused the handshake: ERR max number of clients reached",
        ),
        (
            database(99),
            &[("HELLO 3", HELLO), ("SELECT 99", "-ERR DB index is out of range\r\n")],
            "closed: the server refused the handshake: ERR DB index is out of range",
        ),
        (
            database(9),
            &[("HELLO 3", "!21\r\nSYNTAX invalid syntax\r\n")],
            "closed: the server refused the handshake: SYNTAX invalid syntax",
        ),
        // Servers repeat the words that they do not understand.
        (
            password(Resp2),
            &[("AUTH s3cret", "-ERR unknown command 'AUTH', with args beginning with: 's3cret' \r\n")],
            "closed: the server refused the handshake: ERR unknown command 'AUTH'",
        ),
        (
            user(),
            &[("HELLO 3 AUTH app s3cret", "-ERR syntax error near AUTH app s3cret\r\n")],
            "closed: the server refused the handshake: ERR syntax error near AUTH app ***",
        ),
        // Answers of no server.
        (plain(), &[("HELLO 3", "+OK\r\n")], ODD),
        (plain(), &[("HELLO 3", ":3\r\n")], ODD),
        (plain(), &[("HELLO 3", "$-1\r\n")], ODD),
        (plain(), &[("HELLO 3", "*0\r\n")], ODD),
        (password(Resp2), &[("AUTH s3cret", "+QUEUED\r\n")], ODD),
        (database(1), &[("HELLO 3", HELLO), ("SELECT 1", "_\r\n")], ODD),
        (database(1), &[("HELLO 3", HELLO), ("SELECT 1", HELLO)], ODD),
        (
            plain(),
            &[("HELLO 3", "HTTP/1.1 400 Bad Request\r\n\r\n")],
            "closed: the peer does not speak RESP: unknown type byte 'H' (an HTTP server?) at byte 0",
        ),
        // The second answer answers a question that was not asked yet.
        (database(1), &[("HELLO 3", "%0\r\n+OK\r\n")], "closed: the peer sent a reply to nothing"),
    ]
}

const ODD: &str = "closed: the peer did not answer the handshake as a server does";

#[test]
fn handshakes_step_by_step() {
    for (config, script, outcome) in handshakes() {
        let row = format!("{config}, {script:?}");
        let mut peer = Peer::new(&config, Lanes::Shared);
        assert!(peer.session.poll_timeout().is_some());
        for (request, answer) in script {
            assert_eq!(peer.answer(""), [""; 0], "{row}");
            assert_eq!(peer.written(), wire(request), "{row}");
            assert_eq!(peer.written(), "", "{row}: a request is written once");
            peer.input.extend_from_slice(answer.as_bytes());
        }
        assert_eq!(peer.answer(""), [outcome], "{row}");
        assert_eq!(peer.answer(""), [""; 0], "{row}: it comes once");
        assert_eq!(peer.written(), "", "{row}");
        assert_eq!(peer.session.is_ready(), outcome.starts_with("ready"), "{row}");
        let ping = outcome.starts_with("ready").then_some(10 * SECOND);
        assert_eq!(peer.session.poll_timeout(), ping, "{row}");
    }
}

#[test]
fn no_outcome_of_a_handshake_shows_the_password() {
    for (config, script, outcome) in handshakes() {
        let mut session = Session::new(&config, Lanes::Shared, 0);
        for (_, answer) in script {
            let mut input = BytesMut::from(answer.as_bytes());
            let mut out = Transmit::default();
            session.poll_transmit(&mut out, 0);
            let shown = format!("{session:?} {out:?}");
            assert!(!shown.contains("s3cret") && !shown.contains(&format!("{:?}", b"s3cret")), "{outcome}");
            while let Some(event) = session.receive(&mut input) {
                assert!(!format!("{event:?}").contains("s3cret"), "{outcome}");
            }
        }
    }
}

#[test]
fn an_answer_before_the_question_is_surplus() {
    let mut peer = Peer::new(&config(Automatic), Lanes::Shared);
    assert_eq!(peer.answer(HELLO), ["closed: the peer sent a reply to nothing"]);
}

#[test]
fn a_peer_that_leaves_during_the_handshake() {
    for (sent, said) in [
        ("", "the peer closed the connection"),
        ("%1\r\n", "the peer closed the connection in the middle of a reply"),
    ] {
        let mut peer = Peer::new(&config(Automatic), Lanes::Shared);
        peer.submit("GET k", 1);
        peer.written();
        assert_eq!(peer.answer(sent), [""; 0]);
        peer.session.handle_end(&peer.input);
        assert_eq!(peer.answer(""), ["1 failed No".to_string(), format!("closed: {said}")]);
    }
}

#[test]
fn a_handshake_has_until_its_deadline_and_not_beyond() {
    const START: u64 = 5_000_000_000;
    let timeouts = [
        (Duration::from_secs(1), START + 1_000_000_000),
        (Duration::from_nanos(1), START + 1),
        (Duration::ZERO, START),
        (Duration::MAX, u64::MAX),
    ];
    for (timeout, deadline) in timeouts {
        let config = Config { connect_timeout: timeout, database: 1, ..config(Automatic) };
        let mut session = Session::new(&config, Lanes::Shared, START);
        let mut input = BytesMut::new();
        let due = (deadline < u64::MAX).then_some(deadline);
        assert_eq!(session.poll_timeout(), due);
        session.poll_transmit(&mut Transmit::default(), 0);
        session.handle_timeout((deadline - 1).max(START));
        let event = session.receive(&mut input);
        if timeout.is_zero() {
            assert!(matches!(event, Some(Event::Closed(SessionError::HandshakeTimeout))), "{event:?}");
            continue;
        }
        assert!(event.is_none(), "not before");
        // The answer to one of two steps moves nothing.
        input.extend_from_slice(b"%0\r\n");
        assert!(session.receive(&mut input).is_none());
        assert_eq!(session.poll_timeout(), due);
        session.handle_timeout(deadline);
        let event = session.receive(&mut input);
        assert!(matches!(event, Some(Event::Closed(SessionError::HandshakeTimeout))), "{event:?}");
        assert_eq!(session.poll_timeout(), None);
    }
}

#[test]
fn commands_wait_for_the_handshake() {
    let mut peer = Peer::new(&Config { database: 1, ..config(Automatic) }, Lanes::Shared);
    peer.submit("GET a", 1);
    assert_eq!(peer.written(), wire("HELLO 3"));
    peer.submit("GET b", 2);
    assert_eq!(peer.written(), "");
    assert!(peer.session.queued_len() > 0 && !peer.session.is_idle());
    assert_eq!(peer.answer(HELLO), [""; 0]);
    assert_eq!(peer.written(), wire("SELECT 1"));
    assert_eq!(peer.answer("+OK\r\n"), ["ready Resp3"]);
    peer.submit("GET c", 3);
    assert_eq!(peer.written(), wire("GET a;GET b;GET c"));
    assert_eq!(peer.session.queued_len(), 0);
    assert_eq!(peer.answer("+1\r\n+2\r\n+3\r\n"), ["1 +1|", "2 +2|", "3 +3|"]);
    assert!(peer.session.is_idle());
}
