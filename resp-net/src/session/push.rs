//! What the server says without being asked: messages, and what became of
//! subscriptions.

use bytes::Bytes;
use resp_core::{Frame, FromReply, Kind, Reply};

/// A push, understood.
///
/// ```
/// use bytes::BytesMut;
/// use resp_core::Decoder;
/// use resp_net::{Push, Subscription};
///
/// let mut input = BytesMut::from(&b">3\r\n+message\r\n$4\r\nnews\r\n$5\r\nhello\r\n"[..]);
/// let push = Decoder::new().decode_reply(&mut input)?.expect("it is complete");
/// let Push::Message { kind, channel, payload, .. } = Push::from_reply(&push) else { panic!() };
/// assert_eq!((kind, &channel[..], &payload[..]), (Subscription::Channel, &b"news"[..], &b"hello"[..]));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Push {
    /// Somebody published something.
    Message {
        /// By which kind of subscription it came.
        kind: Subscription,
        /// Of a pattern, which one matched.
        pattern: Option<Bytes>,
        /// Where it was published.
        channel: Bytes,
        /// What was published.
        payload: Bytes,
    },
    /// A subscription holds from here on.
    Subscribed {
        /// Its kind.
        kind: Subscription,
        /// Its channel or pattern.
        name: Bytes,
    },
    /// A subscription ended, asked for or not.
    Unsubscribed {
        /// Its kind.
        kind: Subscription,
        /// Its channel or pattern; `None` if there was none to end.
        name: Option<Bytes>,
    },
    /// Anything else, such as an invalidation for caches.
    Other,
}

/// What a subscription is to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subscription {
    /// A channel of that name.
    Channel,
    /// Every channel whose name matches.
    Pattern,
    /// A channel that belongs to a slot of a cluster.
    Shard,
}

/// First words of pushes, those of subscriptions.
const MESSAGES: [(&[u8], Subscription); 3] = [
    (b"message", Subscription::Channel),
    (b"pmessage", Subscription::Pattern),
    (b"smessage", Subscription::Shard),
];
const BEGINNINGS: [(&[u8], Subscription); 3] = [
    (b"subscribe", Subscription::Channel),
    (b"psubscribe", Subscription::Pattern),
    (b"ssubscribe", Subscription::Shard),
];
const ENDINGS: [(&[u8], Subscription); 3] = [
    (b"unsubscribe", Subscription::Channel),
    (b"punsubscribe", Subscription::Pattern),
    (b"sunsubscribe", Subscription::Shard),
];

impl Push {
    /// What a push says, or the array that RESP2 has in its place.
    #[must_use]
    pub fn from_reply(push: &Reply) -> Self {
        Self::understand(push.frame()).unwrap_or(Self::Other)
    }

    fn understand(push: Frame<'_>) -> Option<Self> {
        let mut words = push.children();
        let word = words.next()?.as_bytes()?;
        let mut next = || words.next().and_then(|frame| Bytes::from_reply(frame).ok());
        if let Some(kind) = find(&MESSAGES, word) {
            let pattern = if kind == Subscription::Pattern { Some(next()?) } else { None };
            return Some(Self::Message { kind, pattern, channel: next()?, payload: next()? });
        }
        if let Some(kind) = find(&BEGINNINGS, word) {
            return Some(Self::Subscribed { kind, name: next()? });
        }
        let kind = find(&ENDINGS, word)?;
        Some(Self::Unsubscribed { kind, name: next() })
    }
}

/// Whether a frame is what RESP2 has in place of a push, on a connection that
/// has nothing but subscriptions.
pub(super) fn is_disguised(frame: Frame<'_>) -> bool {
    frame.kind() == Kind::Array && starts_with_any(frame, &[MESSAGES, BEGINNINGS, ENDINGS])
}

/// Whether a push tells what became of a subscription because it was asked for.
pub(super) fn is_confirmation(push: Frame<'_>) -> bool {
    // Subscriptions to shards also end without being asked for.
    starts_with_any(push, &[BEGINNINGS, ENDINGS]) && first_word(push) != Some(b"sunsubscribe")
}

fn starts_with_any(frame: Frame<'_>, tables: &[[(&[u8], Subscription); 3]]) -> bool {
    first_word(frame).is_some_and(|word| tables.iter().any(|words| find(words, word).is_some()))
}

fn first_word(frame: Frame<'_>) -> Option<&[u8]> {
    frame.children().next()?.as_bytes()
}

fn find(words: &[(&[u8], Subscription)], word: &[u8]) -> Option<Subscription> {
    words.iter().find(|(known, _)| *known == word).map(|&(_, kind)| kind)
}
