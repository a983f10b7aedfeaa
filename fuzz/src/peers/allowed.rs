//! The differences that are allowed, each with its reason. The choices of this
//! project are the ones of the specification, as `docs/protocol-notes.md` says.

use resp_core::{DecodeErrorKind as Wrong, Limits, Step, Token, Tokenizer, Value};

use super::answers::Answer::{Error, Incomplete};
use super::answers::Peer::{Protocol2, Protocol3, Redis};
use super::answers::{Answer, Peer};

/// A kind of difference.
pub(super) struct Allowed {
    peers: &'static [Peer],
    when: fn(&Case<'_>) -> bool,
    #[cfg_attr(not(test), allow(dead_code, reason = "a test names the row that nothing needs"))]
    pub(super) why: &'static str,
}

impl Allowed {
    pub(super) fn allows(&self, case: &Case<'_>) -> bool {
        self.peers.contains(&case.peer) && (self.when)(case)
    }
}

/// All of them.
pub(super) const ALLOWED: &[Allowed] = &[
    Allowed {
        peers: &[Protocol2],
        when: |case| case.has(|token| !b"+-:$*".contains(&token.marker) || token.line == b"?"),
        why: "it is a parser of RESP2",
    },
    Allowed {
        peers: &[Redis, Protocol3],
        when: |case| case.has(|token| token.line == b"?" || b".;".contains(&token.marker)),
        why: "streamed values are refused by one, and left to the caller by the other",
    },
    Allowed {
        peers: &[Protocol3],
        when: |case| case.has(|token| b"$*".contains(&token.marker) && token.line == b"-1"),
        why: "the nulls of RESP2 are taken for the start of a streamed value",
    },
    Allowed {
        peers: &[Redis, Protocol2, Protocol3],
        when: |case| case.error() == Some(Wrong::BadLine),
        why: "only CR LF ends their lines; one of them alone is text",
    },
    Allowed {
        peers: &[Protocol2, Protocol3],
        when: |case| case.error() == Some(Wrong::BadTerminator),
        why: "the two bytes after a payload are not looked at",
    },
    Allowed {
        peers: &[Redis, Protocol2, Protocol3],
        when: |case| case.error() == Some(Wrong::BadLength),
        why: "signs and blanks are allowed in lengths, and other negative ones are null or unknown",
    },
    Allowed {
        peers: &[Redis],
        when: |case| case.error() == Some(Wrong::BadInteger),
        why: "blanks are allowed around numbers",
    },
    Allowed {
        peers: &[Redis, Protocol3],
        when: |case| case.error() == Some(Wrong::BadDouble),
        why: "whatever Rust reads as a double is one: `.5`, `5.`, `infinity`",
    },
    Allowed {
        peers: &[Redis, Protocol3],
        when: |case| case.has(|token| token.marker == b',' && token.line.contains(&b'(')),
        why: "`nan(...)`, which C libraries print, is not what Rust reads as a double",
    },
    Allowed {
        peers: &[Redis, Protocol3],
        when: |case| case.error() == Some(Wrong::BadNull),
        why: "what follows the marker of a null is not looked at",
    },
    Allowed {
        peers: &[Redis, Protocol3],
        when: |case| case.error() == Some(Wrong::BadBigNumber),
        why: "what follows the marker of a big number is not looked at",
    },
    Allowed {
        peers: &[Redis, Protocol3],
        when: |case| case.error() == Some(Wrong::BadVerbatim),
        why: "formats of any length are read, and other bytes than a colon after them",
    },
    Allowed {
        peers: &[Redis],
        when: |case| {
            case.has(|token| token.marker == b'=' && token.text.iter().take(3).any(|&byte| byte == b':'))
        },
        why: "the first colon ends the format, also one within its three bytes",
    },
    Allowed {
        peers: &[Protocol3],
        when: |case| {
            case.has(|token| {
                token.marker == b'=' && !matches!(token.text, [b't', b'x', b't', ..] | [b'm', b'k', b'd', ..])
            })
        },
        why: "other formats than txt and mkd are errors",
    },
    Allowed {
        peers: &[Redis],
        when: |case| case.has(|token| b"+-!=".contains(&token.marker) && !token.is_utf8()),
        why: "text must be UTF-8, or is made so",
    },
    Allowed {
        peers: &[Protocol2, Protocol3],
        when: |case| case.has(|token| token.marker == b'-' && !token.is_utf8()),
        why: "errors must be UTF-8",
    },
    Allowed {
        peers: &[Redis],
        when: |case| case.has(|token| token.marker == b'>') && matches!(case.theirs, Error(_)),
        why: "a push must begin with a string of UTF-8",
    },
    Allowed {
        peers: &[Protocol3],
        when: |case| case.has(|token| b"~%|".contains(&token.marker)) && matches!(case.theirs, Error(_)),
        why: "aggregates cannot be keys or members of sets",
    },
    Allowed {
        peers: &[Protocol3],
        when: |case| matches!((case.ours, case.theirs), (Answer::Value(ours), Answer::Value(theirs)) if count(theirs) < count(ours)),
        why: "keys and members that come twice are kept once",
    },
    Allowed {
        peers: &[Protocol3],
        when: |case| {
            case.error() == Some(Wrong::UnknownMarker(b'H'))
                && matches!(case.theirs, Incomplete | Answer::Value(_))
        },
        why: "an inline HELLO is read as well",
    },
    Allowed {
        peers: &[Redis],
        when: |case| {
            matches!(case.error(), Some(Wrong::UnknownMarker(_))) && matches!(case.theirs, Incomplete)
        },
        why: "an unknown marker at the end of the input is an end too early",
    },
];

/// A frame that `peer` reads in another way.
pub(super) struct Case<'a> {
    pub(super) peer: Peer,
    pub(super) input: &'a [u8],
    pub(super) ours: &'a Answer,
    pub(super) theirs: &'a Answer,
    tokens: Vec<Seen<'a>>,
}

/// A token of the frame, the last one perhaps in part.
struct Seen<'a> {
    marker: u8,
    line: &'a [u8],
    /// The payload, if there is one, else the line.
    text: &'a [u8],
}

impl Seen<'_> {
    fn is_utf8(&self) -> bool {
        core::str::from_utf8(self.text).is_ok()
    }
}

impl<'a> Case<'a> {
    pub(super) fn new(peer: Peer, input: &'a [u8], ours: &'a Answer, theirs: &'a Answer) -> Self {
        Self { peer, input, ours, theirs, tokens: tokens(input) }
    }

    fn has(&self, is_such: impl Fn(&Seen<'a>) -> bool) -> bool {
        self.tokens.iter().any(is_such)
    }

    fn error(&self) -> Option<Wrong> {
        match self.ours {
            Error(kind) => *kind,
            _ => None,
        }
    }
}

fn tokens(input: &[u8]) -> Vec<Seen<'_>> {
    let mut tokenizer = Tokenizer::with_limits(Limits::default());
    let mut seen: Vec<Seen<'_>> = Vec::new();
    let mut rest = input;
    while let Ok(Step::Token(token, used)) = tokenizer.next(rest) {
        let (taken, after) = rest.split_at(used);
        match (token, seen.last_mut()) {
            // All that there is of it, since it is all in the input.
            (Token::Piece { bytes, .. }, Some(header)) => header.text = bytes,
            _ => {
                let line = &taken[1..used - 2];
                seen.push(Seen { marker: taken[0], line, text: line });
            }
        }
        rest = after;
    }
    if let Some((&marker, line)) = rest.split_first() {
        seen.push(Seen { marker, line, text: line });
    }
    seen
}

/// Values in all.
fn count(value: &Value) -> usize {
    match value {
        Value::Array(list) | Value::Set(list) | Value::Push(list) | Value::Map(list) => {
            1 + list.iter().map(count).sum::<usize>()
        }
        _ => 1,
    }
}
