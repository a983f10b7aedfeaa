//! What may be sent on which connection.

use super::*;

#[test]
fn commands_that_are_no_calls() {
    let refused = "SUBSCRIBE c;PSUBSCRIBE c;SSUBSCRIBE c;UNSUBSCRIBE;PUNSUBSCRIBE;SUNSUBSCRIBE;MONITOR;\
                   HELLO;HELLO 3;SELECT 1;AUTH s3cret;RESET;QUIT;SYNC;PSYNC x 0;REPLCONF ACK 0;\
                   CLIENT REPLY OFF;CLIENT REPLY SKIP";
    for lanes in [Lanes::Shared, Lanes::Dedicated] {
        for words in refused.split(';') {
            for words in [words.to_string(), words.to_lowercase(), swap_case(words)] {
                let mut peer = Peer::ready(lanes);
                let upper = words.to_uppercase();
                let count = if upper.starts_with("CLIENT") { 2 } else { 1 };
                let command = upper.split(' ').take(count).collect::<Vec<_>>().join(" ");
                let result = peer.session.submit(raw(&words).wire(), Tag(1), Span::default());
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
        let result = shared.session.submit(raw(words).wire(), Tag(1), Span::default());
        assert!(
            matches!(result, Err(SubmitError::NeedsDedicated { command: name }) if name == command),
            "{words}: {result:?}"
        );
        assert_eq!(shared.written(), "");
        let mut own = Peer::ready(Lanes::Dedicated);
        own.submit(words, 1);
        assert!(own.written().to_uppercase().contains(&command));
        assert_eq!(own.answer("-ERR no\r\n"), ["1 -ERR no|"]);
    }
    Peer::ready(Lanes::Shared).submit("XREAD STREAMS s 0", 1);
}

#[test]
fn refused_commands_leave_nothing_behind() {
    let mut peer = Peer::ready(Lanes::Shared);
    peer.submit("GET before", 1);
    let queued = peer.session.queued_len();
    let too_few = peer.session.submit(raw("LRANGE k 0").wire(), Tag(2), Span::default());
    assert_eq!(too_few, Err(SubmitError::TooFewArguments { command: "LRANGE", needed: 3 }));
    let too_few = peer.session.submit(cmd::del(Vec::<&str>::new()).wire(), Tag(2), Span::default());
    assert_eq!(too_few, Err(SubmitError::TooFewArguments { command: "DEL", needed: 1 }));
    let empty = peer.session.submit_batch(&Vec::<Command<i64>>::new(), Tag(2), Span::default());
    assert_eq!(empty, Err(SubmitError::EmptyBatch));
    let batches = [
        (["GET a", "BLPOP k 0"], SubmitError::NeedsDedicated { command: "BLPOP" }),
        (["SUBSCRIBE c", "GET a"], SubmitError::NotACall { command: "SUBSCRIBE" }),
        // Of several, the first one is named.
        (["GET", "MONITOR"], SubmitError::TooFewArguments { command: "GET", needed: 1 }),
    ];
    for (commands, error) in batches {
        let batch: Vec<_> = commands.into_iter().map(raw).collect();
        assert_eq!(peer.session.submit_batch(&batch, Tag(2), Span::default()), Err(error));
        assert_eq!(peer.session.queued_len(), queued);
    }
    let mut many = cmd::raw("MGET");
    for _ in 0..1 << 10 {
        many = many.args(vec!["k"; 1 << 10]);
    }
    let too_many = peer.session.submit(many.returning::<Reply>().wire(), Tag(2), Span::default());
    assert_eq!(too_many, Err(SubmitError::TooLarge { command: "MGET" }));
    peer.submit("GET after", 3);
    assert_eq!(peer.written(), wire("GET before;GET after"));
    assert_eq!(peer.answer("+1\r\n+3\r\n"), ["1 +1|", "3 +3|"]);
}
