//! Sessions against a scripted peer, with a clock that is a number.

extern crate std;

use alloc::collections::VecDeque;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::time::Duration;

use bytes::BytesMut;
use resp_core::{Command, Encoder, Limits, cmd};

use super::*;
use crate::config::ProtocolChoice::{Automatic, Resp2, Resp3};

/// A session and what it was told and said, as text that tables can hold.
struct Peer {
    session: Session,
    input: BytesMut,
    events: Vec<String>,
}

impl Peer {
    fn new(config: &Config, lanes: Lanes) -> Self {
        Self { session: Session::new(config, lanes, 0), input: BytesMut::new(), events: Vec::new() }
    }

    /// A session that is ready, speaking RESP2 without a handshake.
    fn ready(lanes: Lanes) -> Self {
        let mut peer = Self::new(&config(Resp2), lanes);
        assert_eq!(peer.answer(""), ["ready Resp2"]);
        peer
    }

    fn submit(&mut self, words: &str, tag: u32) -> RequestId {
        self.session.submit(raw(words).wire(), Tag(tag)).unwrap_or_else(|error| panic!("{words}: {error}"))
    }

    fn batch(&mut self, commands: &[&str], tag: u32) -> RequestId {
        let batch: Vec<_> = commands.iter().map(|words| raw(words)).collect();
        self.session.submit_batch(&batch, Tag(tag)).unwrap()
    }

    /// What the session writes now.
    fn written(&mut self) -> String {
        let mut out = Vec::new();
        let any = self.session.poll_transmit(&mut out);
        assert_eq!(any, !out.is_empty());
        escape(&out)
    }

    /// Has the peer send this: the events that come of it.
    fn answer(&mut self, bytes: &str) -> Vec<String> {
        self.input.extend_from_slice(bytes.as_bytes());
        self.drain();
        core::mem::take(&mut self.events)
    }

    fn drain(&mut self) {
        while let Some(event) = self.session.receive(&mut self.input) {
            self.events.push(show(event));
        }
    }

    /// The events of a session that was closed.
    fn close(&mut self, reason: SessionError) -> Vec<String> {
        self.session.close(reason);
        self.answer("")
    }
}

fn show(event: Event) -> String {
    let wire = |reply: &Reply| {
        let mut out = Vec::new();
        Encoder::new(&mut out).frame(reply.frame()).unwrap();
        escape(&out)
    };
    match event {
        Event::Ready(protocol) => format!("ready {protocol:?}"),
        Event::Reply { tag, reply, last } => {
            format!("{} {}{}", tag.0, wire(&reply), if last { "" } else { " and more" })
        }
        Event::Failed { tag, executed } => format!("{} failed {executed:?}", tag.0),
        Event::Push(reply) => format!("push {}", wire(&reply)),
        Event::Closed(error) => format!("closed: {error}"),
    }
}

fn escape(bytes: &[u8]) -> String {
    bytes.escape_ascii().to_string().replace("\\r\\n", "|")
}

fn raw(words: &str) -> Command<Reply> {
    let mut words = words.split(' ');
    let name = words.next().unwrap_or_default();
    cmd::raw(name).args(words.collect::<Vec<_>>()).returning()
}

/// The bytes of commands, separated by semicolons.
fn wire(commands: &str) -> String {
    let mut out = Vec::new();
    for command in commands.split(';').filter(|command| !command.is_empty()) {
        let words: Vec<&str> = command.split(' ').collect();
        Encoder::new(&mut out).command(&words).unwrap();
    }
    escape(&out)
}

fn builder(protocol: ProtocolChoice) -> ConfigBuilder {
    Config::builder().protocol(protocol).set_info(false)
}

fn config(protocol: ProtocolChoice) -> Config {
    builder(protocol).build().unwrap()
}

use crate::config::{ConfigBuilder, ProtocolChoice};

const HELLO: &str = "%2\r\n$6\r\nserver\r\n$5\r\nredis\r\n$5\r\nproto\r\n:3\r\n";
const PUSH: &str = ">2\r\n+invalidate\r\n*1\r\n+key\r\n";

/// A configuration, what it makes the session ask and is answered, step by
/// step, and the event that comes of it in the end.
type Handshake<'a> = (ConfigBuilder, &'a [(&'a str, &'a str)], &'a str);

fn handshakes() -> Vec<Handshake<'static>> {
    let plain = || builder(Automatic);
    let password = || plain().password("s3cret");
    let user = || password().username("app");
    let full = || user().database(7);
    vec![
        (plain(), &[("HELLO 3", HELLO)], "ready Resp3"),
        (password(), &[("HELLO 3 AUTH default s3cret", HELLO)], "ready Resp3"),
        (user(), &[("HELLO 3 AUTH app s3cret", HELLO)], "ready Resp3"),
        // A user without a password is not a credential.
        (plain().username("app"), &[("HELLO 3", HELLO)], "ready Resp3"),
        (plain().database(7), &[("HELLO 3", HELLO), ("SELECT 7", "+OK\r\n")], "ready Resp3"),
        (full(), &[("HELLO 3 AUTH app s3cret", HELLO), ("SELECT 7", "$2\r\nOK\r\n")], "ready Resp3"),
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
            password(),
            &[
                ("HELLO 3 AUTH default s3cret", "-ERR unknown command 'HELLO'\r\n"),
                ("AUTH s3cret", "+OK\r\n"),
            ],
            "ready Resp2",
        ),
        (
            full(),
            &[
                ("HELLO 3 AUTH app s3cret", "-NOPROTO sorry\r\n"),
                ("AUTH app s3cret;SELECT 7", "+OK\r\n+OK\r\n"),
            ],
            "ready Resp2",
        ),
        (plain().database(7), &[("HELLO 3", "-NOPROTO sorry\r\n"), ("SELECT 7", "+OK\r\n")], "ready Resp2"),
        // The version as it was chosen.
        (plain().protocol(Resp2), &[], "ready Resp2"),
        (full().protocol(Resp2), &[("AUTH app s3cret;SELECT 7", "+OK\r\n+OK\r\n")], "ready Resp2"),
        (password().protocol(Resp2), &[("AUTH s3cret", "+OK\r\n")], "ready Resp2"),
        (plain().protocol(Resp3), &[("HELLO 3", HELLO)], "ready Resp3"),
        (
            plain().protocol(Resp3),
            &[("HELLO 3", "-NOPROTO sorry\r\n")],
            "closed: the server does not speak RESP3",
        ),
        (
            plain().protocol(Resp3),
            &[("HELLO 3", "-ERR unknown command 'HELLO'\r\n")],
            "closed: the server does not speak RESP3",
        ),
        // Refusals.
        (
            password(),
            &[("HELLO 3 AUTH default s3cret", "-WRONGPASS invalid username-password pair\r\n")],
            "closed: the server refused the handshake: WRONGPASS invalid username-password pair",
        ),
        (
            password().protocol(Resp2),
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
            plain().database(99),
            &[("HELLO 3", HELLO), ("SELECT 99", "-ERR DB index is out of range\r\n")],
            "closed: the server refused the handshake: ERR DB index is out of range",
        ),
        (
            plain().database(9),
            &[("HELLO 3", "!21\r\nSYNTAX invalid syntax\r\n")],
            "closed: the server refused the handshake: SYNTAX invalid syntax",
        ),
        // Servers repeat the words that they do not understand.
        (
            password().protocol(Resp2),
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
        (password().protocol(Resp2), &[("AUTH s3cret", "+QUEUED\r\n")], ODD),
        (plain().database(1), &[("HELLO 3", HELLO), ("SELECT 1", "_\r\n")], ODD),
        (plain().database(1), &[("HELLO 3", HELLO), ("SELECT 1", HELLO)], ODD),
        (
            plain(),
            &[("HELLO 3", "HTTP/1.1 400 Bad Request\r\n\r\n")],
            "closed: the peer does not speak RESP: unknown type byte 'H' (an HTTP server?) at byte 0",
        ),
        // The second answer answers a question that was not asked yet.
        (plain().database(1), &[("HELLO 3", "%0\r\n+OK\r\n")], "closed: the peer sent a reply to nothing"),
    ]
}

const ODD: &str = "closed: the peer did not answer the handshake as a server does";

#[test]
fn handshakes_step_by_step() {
    for (builder, script, outcome) in handshakes() {
        let config = builder.build().unwrap();
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
        assert_eq!(peer.session.poll_timeout(), None, "{row}");
    }
}

#[test]
fn no_outcome_of_a_handshake_shows_the_password() {
    for (builder, script, outcome) in handshakes() {
        let config = builder.build().unwrap();
        let mut session = Session::new(&config, Lanes::Shared, 0);
        for (_, answer) in script {
            let mut input = BytesMut::from(answer.as_bytes());
            session.poll_transmit(&mut Vec::new());
            assert!(!format!("{session:?}").contains("s3cret"), "{outcome}");
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
        // A builder would refuse the last two; a session is not to rely on it.
        let mut config = builder(Automatic).database(1).build().unwrap();
        config.connect_timeout = timeout;
        let mut session = Session::new(&config, Lanes::Shared, START);
        let mut input = BytesMut::new();
        assert_eq!(session.poll_timeout(), Some(deadline));
        session.poll_transmit(&mut Vec::new());
        session.handle_timeout(deadline - 1);
        assert!(session.receive(&mut input).is_none(), "not before");
        // The answer to one of two steps moves nothing.
        input.extend_from_slice(b"%0\r\n");
        assert!(session.receive(&mut input).is_none());
        assert_eq!(session.poll_timeout(), Some(deadline));
        session.handle_timeout(deadline);
        let event = session.receive(&mut input);
        assert!(matches!(event, Some(Event::Closed(SessionError::HandshakeTimeout))), "{event:?}");
        assert_eq!(session.poll_timeout(), None);
    }
    // Once it is ready, time has no meaning to it.
    let mut peer = Peer::ready(Lanes::Shared);
    peer.session.handle_timeout(u64::MAX);
    assert_eq!(peer.answer(""), [""; 0]);
    assert!(peer.session.is_ready());
}

#[test]
fn commands_wait_for_the_handshake() {
    let mut peer = Peer::new(&builder(Automatic).database(1).build().unwrap(), Lanes::Shared);
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
    assert_eq!(peer.answer(":1\r\n:2\r\n:3\r\n"), ["1 :1|", "2 :2|", "3 :3|"]);
    assert!(peer.session.is_idle());
}

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
        peer.answer("$-1\r\n*1\r\n:4\r\n_\r\n"),
        ["3 _| and more", "3 *1|:4|", "7 _|"],
        "the last one of a batch is known as such"
    );
    assert!(peer.session.is_idle());
}

#[test]
fn pushes_answer_nothing() {
    let push = "push >2|+invalidate|*1|+key|";
    let mut peer = Peer::new(&builder(Automatic).database(1).build().unwrap(), Lanes::Shared);
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
        peer.answer(&format!("{PUSH}:1\r\n{PUSH}:2\r\n{PUSH}:3\r\n{PUSH}")),
        [push, "1 :1|", push, "2 :2| and more", push, "2 :3|", push]
    );
}

#[test]
fn every_cut_gives_the_same_events() {
    let script = [
        ("HELLO 3 AUTH app s3cret", HELLO.to_string()),
        ("SELECT 7", format!("{PUSH}+OK\r\n")),
        (
            "GET a;GET b;GET c;GET d",
            format!("$3\r\na\r\n\r\n{PUSH}*2\r\n:1\r\n%1\r\n+k\r\n$-1\r\n-ERR x\r\n|1\r\n+a\r\n:1\r\n:4\r\n"),
        ),
        ("GET e", format!("+e\r\n{PUSH}:9\r\n")),
    ];
    let total: usize = script.iter().map(|(_, answer)| answer.len()).sum();
    // Cuts after `cut` bytes of the stream, or after each one.
    let run = |cut: Option<usize>| {
        let mut peer = Peer::new(
            &builder(Automatic).username("app").password("s3cret").database(7).build().unwrap(),
            Lanes::Shared,
        );
        peer.submit("GET a", 1);
        peer.batch(&["GET b", "GET c", "GET d"], 2);
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
        let replies: String = left.iter().map(|index| format!(":{index}\r\n")).collect();
        let events: Vec<_> = left.iter().map(|index| format!("{index} :{index}|")).collect();
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
    assert_eq!(peer.answer(":1\r\n:2\r\n"), ["2 :2| and more"]);
    assert!(!peer.session.cancel(batch), "in the middle of its replies");
    assert_eq!(peer.answer(&format!(":3\r\n{PUSH}")), ["push >2|+invalidate|*1|+key|"]);
    assert!(!peer.session.is_idle(), "a reply is still to come");
    assert_eq!(peer.answer(":4\r\n:5\r\n"), ["3 :5|"]);
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
    assert_eq!(peer.answer(":1\r\n"), ["2 :1|"]);
}

/// Peak of bytes and requests queued while each of 100,000 requests is given
/// up when `window` others have come after it, and nothing is written.
fn queue_peak(window: usize, words: &str) -> (usize, usize) {
    let mut peer = Peer::ready(Lanes::Shared);
    let command = raw(words);
    let mut pending = VecDeque::new();
    let (mut bytes, mut requests) = (0, 0);
    for _ in 0..100_000 {
        pending.push_back(peer.session.submit(command.wire(), Tag(0)).unwrap());
        if pending.len() > window {
            assert!(peer.session.cancel(pending.pop_front().unwrap()));
        }
        bytes = bytes.max(peer.session.outbox.bytes.capacity());
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
        peer.answer(":1\r\n:2\r\n:3\r\n"),
        ["1 :1|", "2 failed No", "closed: the peer sent a reply to nothing"]
    );
}

#[test]
fn bytes_that_are_not_resp_condemn() {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit("GET a", 1);
    peer.submit("GET b", 2);
    peer.written();
    let closed = "closed: the peer does not speak RESP: unknown type byte 'x' at byte 4";
    assert_eq!(peer.answer(":1\r\nx:2\r\n"), ["1 :1|", "2 failed Maybe", closed]);
    assert_eq!(peer.answer(":2\r\n"), [""; 0], "nothing is resynchronised");
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
            let mut peer = Peer::new(&builder(Resp2).limits(limits).build().unwrap(), Lanes::Shared);
            assert_eq!(peer.answer(""), ["ready Resp2"]);
            peer.submit("GET a", 1);
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
        assert_eq!(peer.answer(":1\r\n:2\r\n"), ["1 :1|", "2 :2| and more"]);
        let closed = format!("closed: {reason}");
        let events = ["2 failed Maybe", "4 failed No", "6 failed No", closed.as_str()];
        assert_eq!(peer.close(reason.clone()), events);
        assert_eq!(peer.answer(":3\r\n"), [""; 0], "then nothing");
        assert_eq!(peer.close(SessionError::SurplusReply), [""; 0], "nor for another reason");
        peer.session.handle_end(&BytesMut::new());
        assert_eq!(peer.answer(""), [""; 0]);
        assert_eq!(peer.written(), "");
        let refused = peer.session.submit(raw("GET i").wire(), Tag(7));
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

#[test]
fn commands_that_are_no_calls() {
    let refused = "SUBSCRIBE c;PSUBSCRIBE c;SSUBSCRIBE c;UNSUBSCRIBE;PUNSUBSCRIBE;SUNSUBSCRIBE;MONITOR;\
                   HELLO;HELLO 3;SELECT 1;AUTH s3cret;RESET;QUIT;SYNC;PSYNC x 0;REPLCONF ACK 0;\
                   CLIENT REPLY OFF;CLIENT REPLY SKIP";
    for lanes in [Lanes::Shared, Lanes::Dedicated] {
        for words in refused.split(';') {
            for words in [words.to_string(), words.to_lowercase(), swap_case(words)] {
                let mut peer = Peer::ready(lanes);
                let command = words.split(' ').next().unwrap_or_default().to_uppercase();
                let result = peer.session.submit(raw(&words).wire(), Tag(1));
                assert!(
                    matches!(result, Err(SubmitError::NotACall { command: name }) if name == command),
                    "{words}: {result:?}"
                );
                assert_eq!(peer.written(), "", "{words}");
                assert!(peer.session.is_idle(), "{words}");
            }
        }
    }
    Peer::ready(Lanes::Shared).submit("CLIENT ID", 1);
}

fn swap_case(words: &str) -> String {
    let swap = |(index, character): (usize, char)| match index % 2 {
        0 => character.to_ascii_lowercase(),
        _ => character.to_ascii_uppercase(),
    };
    words.chars().enumerate().map(swap).collect()
}

#[test]
fn commands_that_need_a_connection_of_their_own() {
    let dedicated = "BLPOP k 0;brpop k 0;BLMOVE a b LEFT LEFT 0;BLMPOP 0 1 k LEFT;BRPOPLPUSH a b 0;BZPOPMIN k 0;\
                     BZPOPMAX k 0;BZMPOP 0 1 k MIN;WATCH k;UNWATCH;MULTI;EXEC;discard;WAIT 1 0;WAITAOF 1 0 0;\
                     XREAD BLOCK 0 STREAMS s 0;xread count 1 block 0 streams s 0;\
                     XREADGROUP GROUP g c BLOCK 0 STREAMS s >";
    for words in dedicated.split(';') {
        let command = words.split(' ').next().unwrap_or_default().to_uppercase();
        let mut shared = Peer::ready(Lanes::Shared);
        let result = shared.session.submit(raw(words).wire(), Tag(1));
        assert!(
            matches!(result, Err(SubmitError::NeedsDedicated { command: name }) if name == command),
            "{words}: {result:?}"
        );
        assert_eq!(shared.written(), "");
        let mut own = Peer::ready(Lanes::Dedicated);
        own.submit(words, 1);
        assert!(own.written().to_uppercase().contains(&command));
        assert_eq!(own.answer("*-1\r\n"), ["1 _|"]);
    }
    Peer::ready(Lanes::Shared).submit("XREAD STREAMS s 0", 1);
}

#[test]
fn refused_commands_leave_nothing_behind() {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit("GET before", 1);
    let queued = peer.session.queued_len();
    let too_few = peer.session.submit(raw("LRANGE k 0").wire(), Tag(2));
    assert_eq!(too_few, Err(SubmitError::TooFewArguments { command: "LRANGE", needed: 3 }));
    let too_few = peer.session.submit(cmd::del(Vec::<&str>::new()).wire(), Tag(2));
    assert_eq!(too_few, Err(SubmitError::TooFewArguments { command: "DEL", needed: 1 }));
    let empty = peer.session.submit_batch(&Vec::<Command<i64>>::new(), Tag(2));
    assert_eq!(empty, Err(SubmitError::EmptyBatch));
    let batches = [
        (["GET a", "BLPOP k 0"], SubmitError::NeedsDedicated { command: "BLPOP" }),
        (["SUBSCRIBE c", "GET a"], SubmitError::NotACall { command: "SUBSCRIBE" }),
        // Of several, the first one is named.
        (["GET", "MONITOR"], SubmitError::TooFewArguments { command: "GET", needed: 1 }),
    ];
    for (commands, error) in batches {
        let batch: Vec<_> = commands.into_iter().map(raw).collect();
        assert_eq!(peer.session.submit_batch(&batch, Tag(2)), Err(error));
        assert_eq!(peer.session.queued_len(), queued);
    }
    let mut many = cmd::raw("MGET");
    for _ in 0..1 << 10 {
        many = many.args(vec!["k"; 1 << 10]);
    }
    let too_many = peer.session.submit(many.returning::<Reply>().wire(), Tag(2));
    assert_eq!(too_many, Err(SubmitError::TooLarge { command: "MGET" }));
    peer.submit("GET after", 3);
    assert_eq!(peer.written(), wire("GET before;GET after"));
    assert_eq!(peer.answer(":1\r\n:3\r\n"), ["1 :1|", "3 :3|"]);
}

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
        peer.session.submit_batch(&Liar(count), Tag(1)).unwrap();
        peer.submit("GET c", 2);
        assert_eq!(peer.written(), wire("GET a;GET b;GET c"));
        assert_eq!(peer.answer(":1\r\n:2\r\n:3\r\n"), ["1 :1| and more", "1 :2|", "2 :3|"], "{count}");
    }
}

/// xorshift64*: small, and the same everywhere.
struct Random(u64);

impl Random {
    /// A number below `bound`.
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).unwrap_or_default() % bound
    }
}

/// What a session should do, in the simplest words.
#[derive(Default)]
struct Model {
    /// Submitted, not written, not given up.
    queued: VecDeque<Request>,
    /// Written: the next reply is the first one's.
    written: VecDeque<Request>,
    /// What the server has still to send.
    replies: VecDeque<u8>,
    /// How many requests ended with all their replies.
    answered: usize,
}

struct Request {
    id: RequestId,
    tag: Tag,
    tokens: VecDeque<String>,
    given_up: bool,
}

impl Model {
    /// The server's answer to what was just written.
    fn write(&mut self, random: &mut Random) {
        for request in self.queued.drain(..) {
            for token in &request.tokens {
                if random.below(8) == 0 {
                    self.replies.extend(PUSH.bytes());
                }
                self.replies.extend(format!("${}\r\n{token}\r\n", token.len()).bytes());
            }
            self.written.push_back(request);
        }
    }

    /// Checks an event against what must come next.
    fn check(&mut self, event: &Event) {
        let Event::Reply { tag, reply, last } = event else {
            assert!(matches!(event, Event::Push(_)), "{event:?}");
            return;
        };
        while self.written.front().is_some_and(|request| request.given_up) {
            self.written.pop_front();
        }
        let request = self.written.front_mut().expect("a reply to a request");
        let token = request.tokens.pop_front().expect("requests have tokens");
        assert_eq!(reply.frame().as_str(), Some(token.as_str()), "a reply of another's");
        assert_eq!((*tag, *last), (request.tag, request.tokens.is_empty()));
        if *last {
            self.written.pop_front();
            self.answered += 1;
        }
    }

    /// The events that a closed connection must still give.
    fn failures(&self) -> Vec<(Tag, Executed)> {
        let written = self.written.iter().filter(|request| !request.given_up);
        let written = written.map(|request| (request.tag, Executed::Maybe));
        written.chain(self.queued.iter().map(|request| (request.tag, Executed::No))).collect()
    }
}

/// One run of random steps; returns how many requests were submitted,
/// answered, given up and failed.
fn run_model(seed: u64) -> [usize; 4] {
    let mut random = Random(seed);
    let mut session = Session::new(&config(Resp2), Lanes::Shared, 0);
    let mut input = BytesMut::new();
    assert!(matches!(session.receive(&mut input), Some(Event::Ready(_))));
    let mut model = Model::default();
    let (mut submitted, mut given_up) = (0_u32, 0);
    // Some runs let much pile up, others keep the queue short.
    let eager = 1 + random.below(6);
    for _ in 0..200 {
        match random.below(6 + eager) {
            0..3 => {
                let count = if random.below(3) == 0 { 1 + random.below(4) } else { 1 };
                let padding = "x".repeat(random.below(60));
                let tokens: VecDeque<_> =
                    (0..count).map(|part| format!("{seed}-{submitted}-{part}{padding}")).collect();
                let tag = Tag(submitted);
                let commands: Vec<_> = tokens.iter().map(cmd::echo).collect();
                let id = match &commands[..] {
                    [command] => session.submit(command.wire(), tag),
                    _ => session.submit_batch(&commands, tag),
                }
                .expect("nothing is wrong with it");
                submitted += 1;
                model.queued.push_back(Request { id, tag, tokens, given_up: false });
            }
            3 if !model.queued.is_empty() => {
                let index = random.below(model.queued.len());
                let request = model.queued.remove(index).expect("it is within");
                assert!(session.cancel(request.id), "it was not written");
                given_up += 1;
            }
            4 if !model.written.is_empty() => {
                let index = random.below(model.written.len());
                let request = &mut model.written[index];
                if !request.given_up {
                    assert!(!session.cancel(request.id), "it was written");
                    request.given_up = true;
                    given_up += 1;
                }
            }
            5 => {
                let mut expected = Vec::new();
                for token in model.queued.iter().flat_map(|request| &request.tokens) {
                    cmd::echo(token).wire().write_to(&mut expected);
                }
                let mut out = Vec::new();
                assert_eq!(session.poll_transmit(&mut out), !expected.is_empty());
                assert_eq!(escape(&out), escape(&expected), "what leaves");
                model.write(&mut random);
            }
            _ => {
                let count = random.below(model.replies.len() + 1);
                input.extend(model.replies.drain(..count));
                while let Some(event) = session.receive(&mut input) {
                    model.check(&event);
                }
            }
        }
        let live: usize = model.queued.iter().map(|request| request.tokens.len() * 128).sum();
        assert!(session.queued_len() <= 2 * live, "the dead outnumber the living");
    }
    let failures = model.failures();
    let reason = match random.below(3) {
        0 => {
            session.handle_end(&input);
            SessionError::PeerClosed { mid_reply: !input.is_empty() }
        }
        _ => {
            session.close(SessionError::Abandoned);
            SessionError::Abandoned
        }
    };
    for expected in &failures {
        let event = session.receive(&mut input);
        let Some(Event::Failed { tag, executed }) = event else { panic!("{event:?} for {expected:?}") };
        assert_eq!((tag, executed), *expected);
    }
    let event = session.receive(&mut input);
    assert!(matches!(&event, Some(Event::Closed(error)) if *error == reason), "{event:?}");
    assert!(session.receive(&mut input).is_none());
    assert!(session.is_idle());
    [submitted.try_into().unwrap_or_default(), model.answered, given_up, failures.len()]
}

#[test]
fn random_interleavings_keep_every_promise() {
    let mut totals = [0; 4];
    for seed in 1..=3_000 {
        let seed_said = Seed(seed);
        let counts = run_model(seed);
        drop(seed_said);
        // Every request ended once, one way or another.
        assert_eq!(counts[0], counts[1..].iter().sum(), "seed {seed}: {counts:?}");
        totals.iter_mut().zip(counts).for_each(|(total, count)| *total += count);
    }
    // The steps were random, but not idle.
    assert!(totals.iter().all(|&total| total > 10_000), "{totals:?}");
}

/// Says which run it was when it fails.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            std::eprintln!("in the run of seed {}", self.0);
        }
    }
}

#[test]
fn a_write_is_due_unless_many_replies_come_first() {
    let mut peer = Peer::ready(Lanes::Shared);
    assert!(!peer.session.is_transmit_due(), "nothing is queued");
    for tag in 0..8 {
        peer.submit("PING", tag);
    }
    assert!(peer.session.is_transmit_due());
    peer.written();
    peer.submit("PING", 8);
    assert!(peer.session.is_transmit_due(), "eight are awaited");
    peer.written();
    peer.submit("PING", 9);
    assert!(!peer.session.is_transmit_due(), "nine are awaited");
    peer.answer("+PONG\r\n");
    assert!(peer.session.is_transmit_due(), "eight are awaited again");
    peer.written();
    peer.submit("PING", 10);
    peer.submit("PING", 11);
    assert!(peer.session.is_transmit_due(), "two for nine");
}
