//! Subscriptions beside calls, and alone.

use super::*;

/// What a server of RESP3 sends when a subscription begins or ends.
fn told(word: &str, channel: &str, count: usize) -> String {
    format!(">3\r\n+{word}\r\n+{channel}\r\n:{count}\r\n")
}

/// The same in RESP2.
fn told_resp2(word: &str, channel: &str, count: usize) -> String {
    told(word, channel, count).replace('>', "*")
}

fn subscribing() -> Peer {
    let mut peer = Peer::resp3(Lanes::Shared);
    peer.submit("GET a", 1);
    peer.subscribe("SUBSCRIBE c d", 2);
    peer.submit("GET b", 3);
    assert_eq!(peer.written(), wire("GET a;SUBSCRIBE c d;HELLO 3;GET b"));
    peer
}

#[test]
fn what_was_subscribed_is_told_before_the_fence() {
    let pushes = told("subscribe", "c", 1) + &told("subscribe", "d", 2);
    assert_eq!(
        at_every_cut(subscribing, &format!("+a\r\n{pushes}%1\r\n+proto\r\n:3\r\n+b\r\n")),
        ["1 +a|", "push >3|+subscribe|+c|:1|", "push >3|+subscribe|+d|:2|", "2 %1|+proto|:3|", "3 +b|"]
    );
}

#[test]
fn a_refused_subscription_shifts_nothing() {
    assert_eq!(
        at_every_cut(subscribing, "+a\r\n-NOPERM no access to channel\r\n%0\r\n+b\r\n"),
        ["1 +a|", "2 -NOPERM no access to channel| and more", "2 %0|", "3 +b|"]
    );
}

/// A status could be the reply to the next one.
#[test]
fn nothing_else_passes_for_the_fence() {
    for reply in ["+PONG\r\n", "$1\r\nx\r\n", ":1\r\n"] {
        let events = at_every_cut(subscribing, &format!("+a\r\n{reply}+b\r\n"));
        assert_eq!(events[..3], ["1 +a|", "2 failed Maybe", "3 failed Maybe"]);
        assert!(events[3].starts_with("closed: the peer sent a reply of a kind"), "{events:?}");
    }
}

/// A server that migrates a slot ends subscriptions to it, at any time.
#[test]
fn an_unsubscription_that_nobody_asked_for_shifts_nothing() {
    let calls = || {
        let mut peer = Peer::resp3(Lanes::Shared);
        peer.submit("GET a", 1);
        peer.batch(&["GET b", "INCR c"], 2);
        peer.transaction(&["GET d"], 3);
        peer.subscribe("SSUBSCRIBE s", 4);
        peer.submit("GET e", 5);
        peer.written();
        peer
    };
    let replies =
        ["+a\r\n", "+b\r\n", ":3\r\n", "+OK\r\n", "+QUEUED\r\n", "*1\r\n+d\r\n", "%0\r\n", "+e\r\n"];
    let expected = at_every_cut(calls, &replies.concat());
    assert_eq!(expected.len(), replies.len());
    let push = told("sunsubscribe", "s", 0);
    for place in 0..=replies.len() {
        let stream = [&replies[..place].concat(), &push[..], &replies[place..].concat()].concat();
        let mut events = at_every_cut(calls, &stream);
        assert_eq!(events.remove(place), "push >3|+sunsubscribe|+s|:0|");
        assert_eq!(events, expected, "before reply {place}");
    }
}

#[test]
fn given_up_before_and_after_the_error() {
    for (replies, rest) in [("", "-NOPERM\r\n%0\r\n"), ("-NOPERM\r\n", "%0\r\n"), ("-NOPERM\r\n%0\r\n", "")] {
        let mut peer = Peer::resp3(Lanes::Shared);
        let id = peer.subscribe("SUBSCRIBE c", 1);
        peer.submit("GET a", 2);
        peer.written();
        peer.answer(replies);
        assert!(!peer.session.cancel(id));
        assert_eq!(peer.answer(&format!("{rest}+a\r\n")), ["2 +a|"], "{replies}");
    }
}

/// Where a server that knows RESP3 was hoped for and another was found.
#[test]
fn subscriptions_leave_a_connection_without_pushes() {
    let mut peer = Peer::new(&config(Automatic), Lanes::Shared);
    peer.submit("GET a", 1);
    peer.subscribe("SUBSCRIBE c", 2);
    peer.submit("GET b", 3);
    peer.written();
    assert_eq!(peer.answer("-NOPROTO sorry\r\n"), ["ready Resp2", "2 failed No"]);
    assert_eq!(peer.written(), wire("GET a;GET b"));
    assert_eq!(peer.answer("+a\r\n+b\r\n"), ["1 +a|", "3 +b|"]);
    let refused = peer.session.subscribe(raw("SUBSCRIBE c").wire(), Tag(4), Span::default());
    assert_eq!(refused, Err(SubmitError::NeedsDedicated { command: "SUBSCRIBE" }));
    // One of its own is found the same and keeps them.
    let mut peer = Peer::new(&config(Automatic), Lanes::Subscriber);
    peer.subscribe("SUBSCRIBE c", 2);
    peer.written();
    assert_eq!(peer.answer("-NOPROTO sorry\r\n"), ["ready Resp2"]);
    assert_eq!(peer.written(), wire("SUBSCRIBE c;PING"));
}

fn subscriber() -> Peer {
    let mut peer = Peer::ready(Lanes::Subscriber);
    peer.subscribe("SUBSCRIBE c", 1);
    peer.subscribe("UNSUBSCRIBE c", 2);
    assert_eq!(peer.written(), wire("SUBSCRIBE c;PING;UNSUBSCRIBE c;PING"));
    peer
}

/// On RESP2, arrays stand for pushes. The fence is answered as one too, or
/// with a status when no subscription is left, or refused.
#[test]
fn a_connection_that_has_nothing_but_subscriptions() {
    let message = "*3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$2\r\nhi\r\n";
    let (begun, ended) = (told_resp2("subscribe", "c", 1), told_resp2("unsubscribe", "c", 0));
    let moved = told_resp2("sunsubscribe", "s", 0);
    let [message_told, begun_told, ended_told] =
        ["push *3|$7|message|$1|c|$2|hi|", "push *3|+subscribe|+c|:1|", "push *3|+unsubscribe|+c|:0|"];
    let pong = "*2\r\n$4\r\npong\r\n$0\r\n\r\n";
    let rows = [
        (
            format!("{begun}{message}{pong}{message}{ended}+PONG\r\n"),
            vec![begun_told, message_told, "1 *2|$4|pong|$0||", message_told, ended_told, "2 +PONG|"],
        ),
        // Refused, and the fence not.
        (
            format!("-NOPERM\r\n+PONG\r\n{ended}+PONG\r\n"),
            vec!["1 -NOPERM| and more", "1 +PONG|", ended_told, "2 +PONG|"],
        ),
        // A subscription that ends by itself is no word on another.
        (
            format!("{moved}-NOPERM\r\n+PONG\r\n{ended}+PONG\r\n"),
            vec!["push *3|+sunsubscribe|+s|:0|", "1 -NOPERM| and more", "1 +PONG|", ended_told, "2 +PONG|"],
        ),
        // The fence refused, and the command not.
        (
            format!("{begun}-LOADING\r\n{message}{ended}-LOADING\r\n"),
            vec![begun_told, "1 -LOADING|", message_told, ended_told, "2 -LOADING|"],
        ),
    ];
    for (stream, events) in rows {
        assert_eq!(at_every_cut(subscriber, &stream), events);
    }
}

#[test]
fn which_connection_takes_subscriptions() {
    let not_a_call = |command| Err(SubmitError::NotACall { command });
    let on = |peer: &mut Peer, words: &str| {
        peer.session.subscribe(raw(words).wire(), Tag(1), Span::default()).map(|_| ())
    };
    for words in "SUBSCRIBE c;PSUBSCRIBE c;SSUBSCRIBE c;UNSUBSCRIBE;PUNSUBSCRIBE;SUNSUBSCRIBE".split(';') {
        let command = raw(words).wire().meta().name();
        assert_eq!(on(&mut Peer::resp3(Lanes::Shared), words), Ok(()));
        assert_eq!(on(&mut Peer::ready(Lanes::Subscriber), words), Ok(()));
        assert_eq!(on(&mut Peer::resp3(Lanes::Subscriber), words), Ok(()));
        let refused = Err(SubmitError::NeedsDedicated { command });
        assert_eq!(on(&mut Peer::ready(Lanes::Shared), words), refused);
        // Its next user would have the messages.
        assert_eq!(on(&mut Peer::resp3(Lanes::Dedicated), words), not_a_call(command));
    }
    let mut peer = Peer::resp3(Lanes::Shared);
    assert_eq!(on(&mut peer, "GET a"), not_a_call("GET"));
    assert_eq!(on(&mut peer, "MONITOR"), not_a_call("MONITOR"));
    let too_few = Err(SubmitError::TooFewArguments { command: "SUBSCRIBE", needed: 1 });
    assert_eq!(on(&mut peer, "SUBSCRIBE"), too_few);
    // A reply to a call could be taken for a message.
    let mut peer = Peer::ready(Lanes::Subscriber);
    for words in ["LRANGE k 0 1", "GET a", "BLPOP k 0"] {
        let refused = peer.session.submit(raw(words).wire(), Tag(1), Span::default());
        let command = raw(words).wire().meta().name();
        assert_eq!(refused, Err(SubmitError::NotACall { command }));
    }
    assert!(peer.session.is_idle());
}

#[test]
fn pushes_understood() {
    let text = |text: &'static str| bytes::Bytes::from_static(text.as_bytes());
    let message = |kind, pattern: Option<&'static str>| Push::Message {
        kind,
        pattern: pattern.map(text),
        channel: text("c"),
        payload: text("hi"),
    };
    use Subscription::{Channel, Pattern, Shard};
    let rows = [
        ("3|+message|+c|+hi|", message(Channel, None)),
        ("4|+pmessage|+p*|+c|+hi|", message(Pattern, Some("p*"))),
        ("3|+smessage|+c|+hi|", message(Shard, None)),
        ("3|+subscribe|+c|:1|", Push::Subscribed { kind: Channel, name: text("c") }),
        ("3|+psubscribe|+c|:1|", Push::Subscribed { kind: Pattern, name: text("c") }),
        ("3|+ssubscribe|+c|:1|", Push::Subscribed { kind: Shard, name: text("c") }),
        ("3|+unsubscribe|+c|:1|", Push::Unsubscribed { kind: Channel, name: Some(text("c")) }),
        ("3|+punsubscribe|_|:0|", Push::Unsubscribed { kind: Pattern, name: None }),
        ("3|+sunsubscribe|+c|:0|", Push::Unsubscribed { kind: Shard, name: Some(text("c")) }),
        ("2|+invalidate|*1|+key|", Push::Other),
        // Those that miss what they should have.
        ("0|", Push::Other),
        ("1|:1|", Push::Other),
        ("1|+subscribe|", Push::Other),
        ("2|+message|+c|", Push::Other),
        ("3|+pmessage|+c|+hi|", Push::Other),
    ];
    for (wire, expected) in rows {
        for marker in ['>', '*'] {
            let wire = format!("{marker}{}", wire.replace('|', "\r\n"));
            let mut input = BytesMut::from(wire.as_bytes());
            let push = Decoder::new().decode_reply(&mut input).unwrap().unwrap();
            assert_eq!(Push::from_reply(&push), expected, "{wire}");
        }
    }
}

/// What is told before a command leaves is not about it.
#[test]
fn a_late_word_confirms_nothing() {
    let queued = || {
        let mut peer = Peer::ready(Lanes::Subscriber);
        peer.subscribe("SUBSCRIBE c", 1);
        peer.answer(&told_resp2("unsubscribe", "b", 0));
        peer.written();
        peer
    };
    assert_eq!(at_every_cut(queued, "-NOPERM\r\n+PONG\r\n"), ["1 -NOPERM| and more", "1 +PONG|"]);
}
