//! The behaviours, each in a file of its own: what is done to a client, and
//! what it must do to be called good.

mod absurd_length;
mod both_ways;
mod byte_by_byte;
mod dropped_after_write;
mod dropped_before_write;
mod endless_line;
mod flood;
mod lost_reply;
mod nested_arrays;
mod passwords;
mod server_unsubscribe;
mod stopped_server;

use super::seen::Seen;
use super::subjects::Subject;
use crate::failure::Failure;
use core::pin::Pin;
use core::time::Duration;

/// An observation that is being made.
pub(super) type Observing = Pin<Box<dyn Future<Output = Result<Seen, Failure>>>>;

/// What can happen to a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Behaviour {
    LostReply,
    StoppedServer,
    DroppedBeforeWrite,
    DroppedAfterWrite,
    ServerUnsubscribe,
    BothWays,
    AbsurdLength,
    NestedArrays,
    EndlessLine,
    ByteByByte,
    PasswordsInDebug,
    FloodAgainstStopped,
}

use Behaviour::*;

impl Behaviour {
    /// In the order shown.
    pub(super) const ALL: [Self; 12] = [
        LostReply,
        StoppedServer,
        DroppedBeforeWrite,
        DroppedAfterWrite,
        ServerUnsubscribe,
        BothWays,
        AbsurdLength,
        NestedArrays,
        EndlessLine,
        ByteByByte,
        PasswordsInDebug,
        FloodAgainstStopped,
    ];

    /// Lasting, as `--filter` matches it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            LostReply => "lost-reply",
            StoppedServer => "stopped-server",
            DroppedBeforeWrite => "dropped-before-write",
            DroppedAfterWrite => "dropped-after-write",
            ServerUnsubscribe => "server-unsubscribe",
            BothWays => "both-ways",
            AbsurdLength => "absurd-length",
            NestedArrays => "nested-arrays",
            EndlessLine => "endless-line",
            ByteByByte => "byte-by-byte",
            PasswordsInDebug => "passwords-in-debug",
            FloodAgainstStopped => "flood-against-stopped",
        }
    }

    /// What is done, and what is good.
    pub(super) const fn about(self) -> &'static str {
        match self {
            LostReply => {
                "The server runs an INCR and closes the connection in place of its reply. Good: it runs once, \
                 and the caller is told that it failed."
            }
            StoppedServer => {
                "The server stops answering, as a stopped process or a lost machine does. Good: the caller is \
                 told within 12 s, with the settings that the client has by default."
            }
            DroppedBeforeWrite => {
                "A SET waits behind 8 MiB that the server does not read, and its future is dropped. Good: it \
                 never runs, and 100 later ECHOs get their own replies."
            }
            DroppedAfterWrite => {
                "A SET has been sent, and its future is dropped before the reply comes. Good: 100 later ECHOs \
                 get their own replies."
            }
            ServerUnsubscribe => {
                "On one RESP3 connection with 100 ECHOs in flight, the server sends a push of an unknown kind, \
                 and then ends a subscription to a shard channel by itself, as it does when a slot moves. Good: \
                 every ECHO gets its own reply."
            }
            BothWays => {
                "A batch of 10 MiB whose replies are 10 MiB, to a server that does not read while it cannot \
                 write. Good: it ends, with every reply."
            }
            AbsurdLength => {
                "A reply that declares a string of 2^63-1 bytes, and one that declares an array of a billion. \
                 Good: both are told within 12 s, with less than 64 MiB, and the next call is answered or \
                 refused at once."
            }
            NestedArrays => {
                "A reply of 200,000 arrays, each in the other. Good: a reply or an error, and the process lives."
            }
            EndlessLine => {
                "A simple string of 64 MiB without an end. Good: the client gives up before it has all of it, \
                 with less than 32 MiB."
            }
            ByteByByte => {
                "An array of 106,000 strings, 1.6 MB, in pieces of 4 KiB, each sent when the client has read the \
                 one before. Good: at most 8 times the CPU time of a quarter of it; 4 times is linear, 16 times \
                 quadratic."
            }
            PasswordsInDebug => {
                "Debug and Display of what holds the password, and of errors about it. Good: it shows nowhere."
            }
            FloodAgainstStopped => {
                "20,000 tasks each send a SET of 10 KiB, 195 MiB in all, to a server that has stopped. Good: \
                 all are told within 12 s, and the client never holds as much as that."
            }
        }
    }

    /// When the process is ended that observes it.
    pub(super) const fn limit(self) -> Duration {
        Duration::from_secs(match self {
            AbsurdLength => 60,
            ByteByByte => 90,
            _ => 30,
        })
    }

    /// About how long it takes.
    pub(super) const fn expected(self) -> Duration {
        Duration::from_secs(match self {
            StoppedServer | AbsurdLength | FloodAgainstStopped => 6,
            EndlessLine | ByteByByte => 4,
            _ => 1,
        })
    }

    /// Whether it is one of the few for a first impression.
    pub(super) const fn is_quick(self) -> bool {
        matches!(self, LostReply | DroppedAfterWrite | ServerUnsubscribe | NestedArrays | PasswordsInDebug)
    }

    /// Whether it concerns a client that blocks threads or not, and subscribes or not.
    pub(super) const fn takes(self, blocks: bool, subscribes: bool) -> bool {
        match self {
            DroppedBeforeWrite | DroppedAfterWrite | FloodAgainstStopped => !blocks,
            ServerUnsubscribe => subscribes,
            _ => true,
        }
    }

    /// Does it to a client, in this process.
    pub(super) fn observe<S: Subject>(self) -> Observing {
        match self {
            LostReply => Box::pin(lost_reply::observe::<S>()),
            StoppedServer => Box::pin(stopped_server::observe::<S>()),
            DroppedBeforeWrite => Box::pin(dropped_before_write::observe::<S>()),
            DroppedAfterWrite => Box::pin(dropped_after_write::observe::<S>()),
            ServerUnsubscribe => Box::pin(server_unsubscribe::observe::<S>()),
            BothWays => Box::pin(both_ways::observe::<S>()),
            AbsurdLength => Box::pin(absurd_length::observe::<S>()),
            NestedArrays => Box::pin(nested_arrays::observe::<S>()),
            EndlessLine => Box::pin(endless_line::observe::<S>()),
            ByteByByte => Box::pin(byte_by_byte::observe::<S>()),
            PasswordsInDebug => Box::pin(passwords::observe::<S>()),
            FloodAgainstStopped => Box::pin(flood::observe::<S>()),
        }
    }
}

/// Connects; a client that cannot is not observed.
async fn connect<S: Subject>(url: &str) -> Result<S, Failure> {
    S::connect(url).await.map_err(|told| Failure::new(format!("it does not connect: {told}")))
}
