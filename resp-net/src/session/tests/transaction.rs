//! MULTI to EXEC as one request.

use super::*;

fn sent(commands: &[&str]) -> Peer {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.transaction(commands, 1);
    peer.submit("GET z", 2);
    let expected = format!("MULTI;{};EXEC;GET z", commands.join(";"));
    assert_eq!(peer.written(), wire(&expected));
    peer
}

/// What the server answers, and what the caller is told.
#[test]
fn a_reply_for_each_step() {
    let rows: [(&str, &[&str]); 6] = [
        (
            "+OK\r\n+QUEUED\r\n+QUEUED\r\n*2\r\n:1\r\n$1\r\nb\r\n",
            &["1 +OK| and more", "1 +QUEUED| and more", "1 +QUEUED| and more", "1 *2|:1|$1|b|"],
        ),
        // A command failed when it ran.
        (
            "+OK\r\n+QUEUED\r\n+QUEUED\r\n*2\r\n-ERR no integer\r\n+b\r\n",
            &["1 +OK| and more", "1 +QUEUED| and more", "1 +QUEUED| and more", "1 *2|-ERR no integer|+b|"],
        ),
        // One was not queued.
        (
            "+OK\r\n-ERR unknown\r\n+QUEUED\r\n-EXECABORT discarded\r\n",
            &[
                "1 +OK| and more",
                "1 -ERR unknown| and more",
                "1 +QUEUED| and more",
                "1 -EXECABORT discarded|",
            ],
        ),
        // A watched key changed.
        (
            "+OK\r\n+QUEUED\r\n+QUEUED\r\n*-1\r\n",
            &["1 +OK| and more", "1 +QUEUED| and more", "1 +QUEUED| and more", "1 _|"],
        ),
        (
            "+OK\r\n+QUEUED\r\n+QUEUED\r\n_\r\n",
            &["1 +OK| and more", "1 +QUEUED| and more", "1 +QUEUED| and more", "1 _|"],
        ),
        // All of it was refused.
        (
            "-NOPERM\r\n-NOPERM\r\n-NOPERM\r\n-NOPERM\r\n",
            &["1 -NOPERM| and more", "1 -NOPERM| and more", "1 -NOPERM| and more", "1 -NOPERM|"],
        ),
    ];
    for (replies, events) in rows {
        let events: Vec<_> = events.iter().copied().chain(["2 +z|"]).collect();
        assert_eq!(at_every_cut(|| sent(&["INCR a", "GET b"]), &format!("{replies}+z\r\n")), events);
    }
}

/// Where the server answers something else, it is in no transaction.
#[test]
fn an_answer_out_of_turn_condemns() {
    for replies in ["*0\r\n", "+OK\r\n:1\r\n", "+OK\r\n+QUEUED\r\n+QUEUED\r\n"] {
        let events = at_every_cut(|| sent(&["INCR a"]), replies);
        let tail = &events[events.len() - 3..];
        assert_eq!(tail[..2], ["1 failed Maybe", "2 failed Maybe"]);
        assert!(tail[2].starts_with("closed: the peer sent a reply of a kind"), "{events:?}");
    }
}

/// The transport took all but EXEC, and some answers came: whether it ran.
#[test]
fn a_refused_multi_may_have_run_its_commands() {
    for (replies, executed) in [
        ("", "No"),
        ("+OK\r\n", "No"),
        ("+OK\r\n+QUEUED\r\n", "No"),
        ("-NOPERM\r\n", "Maybe"),
        // It ran, out of any transaction.
        ("-NOPERM\r\n:1\r\n", "Maybe"),
        ("-NOPERM\r\n-NOPERM\r\n", "Maybe"),
    ] {
        let mut peer = Peer::ready(Lanes::Shared);
        peer.transaction(&["INCR a"], 1);
        peer.written_up_to(wire("MULTI;INCR a").replace('|', "\r\n").len());
        let mut events = peer.answer(replies);
        events.append(&mut peer.close(SessionError::Abandoned));
        let failed: Vec<_> = events.iter().filter(|event| event.contains("failed")).collect();
        assert_eq!(failed, [&format!("1 failed {executed}")], "{replies:?}");
    }
}

/// How many replies came before it was given up.
#[test]
fn given_up_in_any_state() {
    let replies = ["+OK\r\n", "+QUEUED\r\n", "+QUEUED\r\n", "*2\r\n:1\r\n+b\r\n"];
    for answered in 0..=replies.len() {
        let mut peer = Peer::ready(Lanes::Shared);
        let id = peer.transaction(&["INCR a", "GET b"], 1);
        peer.submit("GET z", 2);
        peer.written();
        assert_eq!(peer.answer(&replies[..answered].concat()).len(), answered);
        assert!(!peer.session.cancel(id));
        let rest = replies[answered..].concat() + "+z\r\n";
        assert_eq!(peer.answer(&rest), ["2 +z|"], "{answered}");
        assert!(peer.session.is_idle());
    }
    let mut peer = Peer::ready(Lanes::Shared);
    let id = peer.transaction(&["INCR a", "GET b"], 1);
    peer.submit("GET z", 2);
    assert!(peer.session.cancel(id));
    assert_eq!(peer.written(), wire("GET z"), "nothing of it leaves");
}

#[test]
fn only_calls_are_taken() {
    let mut peer = Peer::ready(Lanes::Shared);
    for (words, error) in [
        ("BLPOP k 0", SubmitError::NeedsDedicated { command: "BLPOP" }),
        ("EXEC", SubmitError::NeedsDedicated { command: "EXEC" }),
        ("WATCH k", SubmitError::NeedsDedicated { command: "WATCH" }),
        ("SUBSCRIBE c", SubmitError::NotACall { command: "SUBSCRIBE" }),
        ("GET", SubmitError::TooFewArguments { command: "GET", needed: 1 }),
    ] {
        let batch = raws(&["GET a", words]);
        assert_eq!(peer.session.submit_transaction(&batch, Tag(1), Span::default()), Err(error));
    }
    let empty = raws(&[]);
    let refused = peer.session.submit_transaction(&empty, Tag(1), Span::default());
    assert_eq!(refused, Err(SubmitError::EmptyBatch));
    assert_eq!(peer.written(), "");
    assert!(peer.session.is_idle());
}
