//! Which reply is whose, and what ends that for good.

use super::*;

#[test]
fn replies_come_in_the_order_of_the_requests() {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit("GET a", 7);
    peer.batch(&["GET b", "GET c", "GET d"], 3);
    assert_eq!(peer.written(), wire("GET a;GET b;GET c;GET d"));
    peer.submit("GET e", 7);
    assert_eq!(peer.written(), wire("GET e"));
    assert_eq!(peer.answer("$1\r\na\r\n-ERR no\r\n"), ["7 $1|a|", "3 -ERR no| and more"]);
    assert_eq!(
        peer.answer("$-1\r\n+3\r\n_\r\n"),
        ["3 _| and more", "3 +3|", "7 _|"],
        "the last one of a batch is known as such"
    );
    assert!(peer.session.is_idle());
}

#[test]
fn pushes_answer_nothing() {
    let push = "push >2|+invalidate|*1|+key|";
    let mut peer = Peer::new(&Config { database: 1, ..config(Automatic) }, Lanes::Shared);
    assert_eq!(peer.answer(PUSH), [push], "before anything was asked");
    peer.written();
    assert_eq!(peer.answer(&format!("{PUSH}{HELLO}{PUSH}")), [push, push]);
    peer.written();
    assert_eq!(peer.answer(&format!("{PUSH}+OK\r\n{PUSH}")), [push, "ready Resp3", push]);
    assert_eq!(peer.answer(PUSH), [push], "while idle");
    peer.submit("GET a", 1);
    assert_eq!(peer.answer(PUSH), [push], "while queued");
    peer.batch(&["GET b", "GET c"], 2);
    peer.written();
    assert_eq!(
        peer.answer(&format!("{PUSH}+1\r\n{PUSH}+2\r\n{PUSH}+3\r\n{PUSH}")),
        [push, "1 +1|", push, "2 +2| and more", push, "2 +3|", push]
    );
}

#[test]
fn every_cut_gives_the_same_events() {
    let script = [
        ("HELLO 3 AUTH app s3cret", HELLO.to_string()),
        ("SELECT 7", format!("{PUSH}+OK\r\n")),
        (
            "GET a;X b;X c;X d",
            format!("$3\r\na\r\n\r\n{PUSH}*2\r\n:1\r\n%1\r\n+k\r\n$-1\r\n-ERR x\r\n|1\r\n+a\r\n:1\r\n:4\r\n"),
        ),
        ("GET e", format!("+e\r\n{PUSH}:9\r\n")),
    ];
    let total: usize = script.iter().map(|(_, answer)| answer.len()).sum();
    // Cuts after `cut` bytes of the stream, or after each one.
    let run = |cut: Option<usize>| {
        let (username, password) = (Some("app".to_string()), Some(Secret::new("s3cret")));
        let config = Config { username, password, database: 7, ..config(Automatic) };
        let mut peer = Peer::new(&config, Lanes::Shared);
        peer.submit("GET a", 1);
        peer.batch(&["X b", "X c", "X d"], 2);
        let mut seen = Vec::new();
        let mut offset = 0;
        for (request, answer) in &script {
            if *request == "GET e" {
                peer.submit(request, 3);
            }
            assert_eq!(peer.written(), wire(request));
            for byte in answer.bytes() {
                peer.input.extend_from_slice(&[byte]);
                offset += 1;
                if cut.is_none_or(|cut| cut == offset) {
                    peer.drain();
                }
            }
            seen.append(&mut peer.answer(""));
        }
        seen
    };
    let whole = run(Some(total));
    assert_eq!(whole.last().map(String::as_str), Some("closed: the peer sent a reply to nothing"));
    assert_eq!(whole.iter().filter(|event| event.starts_with("push")).count(), 3);
    assert_eq!(run(None), whole);
    for cut in 1..total {
        assert_eq!(run(Some(cut)), whole, "cut after {cut}");
    }
}

#[test]
fn a_surplus_reply_condemns() {
    let mut peer = Peer::ready(Lanes::Shared);
    assert_eq!(peer.answer("+OK\r\n"), ["closed: the peer sent a reply to nothing"], "while idle");

    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit("GET a", 1);
    assert_eq!(
        peer.answer("+OK\r\n"),
        ["1 failed No", "closed: the peer sent a reply to nothing"],
        "what is queued awaits no reply yet"
    );

    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit("GET a", 1);
    peer.written();
    peer.submit("GET b", 2);
    assert_eq!(
        peer.answer("+1\r\n+2\r\n+3\r\n"),
        ["1 +1|", "2 failed No", "closed: the peer sent a reply to nothing"]
    );
}

#[test]
fn bytes_that_are_not_resp_condemn() {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit("GET a", 1);
    peer.submit("GET b", 2);
    peer.written();
    let closed = "closed: the peer does not speak RESP: unknown type byte 'x' at byte 4";
    assert_eq!(peer.answer("+1\r\nx+2\r\n"), ["1 +1|", "2 failed Maybe", closed]);
    assert_eq!(peer.answer("+2\r\n"), [""; 0], "nothing is resynchronised");
}

/// Each limit through the configuration: one below what the reply needs,
/// exactly, one above.
#[test]
fn the_configured_limits_hold() {
    type Row = (fn(Limits, u8) -> Limits, u8, &'static str, &'static str);
    let rows: [Row; 7] = [
        (|limits, n| limits.max_depth(n.into()), 2, "*1\r\n*1\r\n:1\r\n", "nested deeper"),
        (|limits, n| limits.max_bulk_len(n.into()), 4, "$4\r\nabcd\r\n", "payload longer"),
        (|limits, n| limits.max_aggregate_len(n.into()), 2, "%1\r\n:1\r\n:2\r\n", "aggregate longer"),
        (|limits, n| limits.max_nodes(n.into()), 3, "*2\r\n:1\r\n:2\r\n", "more values in one frame"),
        (|limits, n| limits.max_frame_len(n.into()), 10, "$4\r\nabcd\r\n", "frame longer"),
        (|limits, n| limits.max_line_len(n.into()), 3, "+abc\r\n", "line longer"),
        (|limits, n| limits.max_attributes(n), 2, "|0\r\n|0\r\n:1\r\n", "more attributes in a row"),
    ];
    for (limit, needed, reply, refusal) in rows {
        for allowed in needed - 1..=needed + 1 {
            let limits = limit(Limits::default(), allowed);
            let mut peer = Peer::with(Lanes::Shared, |config| config.limits = limits);
            peer.submit("X a", 1);
            peer.written();
            let events = peer.answer(reply);
            if allowed < needed {
                assert_eq!(events[0], "1 failed Maybe", "{refusal}");
                let closed = format!("closed: the peer exceeded a limit: {refusal}");
                assert!(events[1].starts_with(&closed), "{events:?}");
            } else {
                assert!(events.len() == 1 && events[0].starts_with("1 "), "{refusal} {allowed}: {events:?}");
                assert!(!events[0].contains("failed"), "{refusal} {allowed}: {events:?}");
            }
        }
    }
}
