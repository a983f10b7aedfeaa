//! The clients that are observed, each with the settings that it has by default.

#[cfg(feature = "peers")]
mod fred;
mod ours;
#[cfg(feature = "peers")]
mod ours_blocking;
#[cfg(feature = "peers")]
mod redis_rs;
#[cfg(feature = "peers")]
mod rustis;

use super::behaviours::{Behaviour, Observing};
use crate::failure::Failure;
use crate::record::Role;
use core::fmt::{self, Display};

/// The password that must not show.
pub(super) const CANARY: &str = "s3cr3t-canary";
/// A URL with it that no client can use.
pub(super) const BAD_URL: &str = "redis://app:s3cr3t-canary@127.0.0.1:notaport/0";

/// A client as its user holds it. A clone shares the connection. Each method is
/// what the client's own documentation would have a user write.
pub(super) trait Subject: Clone + Send + Sync + 'static {
    /// Whether it is for threads: a call of it cannot be dropped.
    const BLOCKS: bool = false;
    /// Whether other commands can be sent beside subscriptions.
    const SUBSCRIBES: bool = true;
    /// What must be held for a subscription to last.
    type Subscription: Send;

    fn connect(url: &str) -> impl Future<Output = Result<Self, Told>> + Send;
    /// With RESP3, where it is not the client's own choice.
    fn connect_for_pushes(url: &str) -> impl Future<Output = Result<Self, Told>> + Send {
        Self::connect(url)
    }
    /// With 60 s for each call, where it has less: for what is about something else.
    fn connect_patiently(url: &str) -> impl Future<Output = Result<Self, Told>> + Send {
        Self::connect(url)
    }
    fn incr(&self, key: &str) -> impl Future<Output = Result<i64, Told>> + Send;
    fn echo(&self, text: &str) -> impl Future<Output = Result<String, Told>> + Send;
    fn set(&self, key: &str, value: &[u8]) -> impl Future<Output = Result<(), Told>> + Send;
    /// One batch of ECHOs of this text: how many of the replies are it.
    fn echo_each(&self, text: &str, count: usize) -> impl Future<Output = Result<usize, Told>> + Send;
    /// A command without arguments and its reply as the client's type for any:
    /// how many elements that has.
    fn any(&self, command: &'static str) -> impl Future<Output = Result<usize, Told>> + Send;
    /// SSUBSCRIBE.
    fn subscribe(&self, channel: &str) -> impl Future<Output = Result<Self::Subscription, Told>> + Send;
    /// What of the client shows itself, by name: with [`CANARY`] as the
    /// password in the URL, which the server refuses, and in [`BAD_URL`].
    fn shown(url: &str) -> impl Future<Output = Vec<(&'static str, String)>> + Send;
}

/// What a caller was told in place of a reply.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) text: String,
    /// Whether the command ran, if the error says so.
    pub(super) ran: Option<&'static str>,
}

impl Told {
    /// From an error that has no word on whether the command ran.
    pub(super) fn of(error: &(dyn core::error::Error + 'static)) -> Self {
        Self { text: Failure::because("", error).to_string(), ran: None }
    }
}

impl Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.text.trim_start_matches([':', ' ']);
        match text.char_indices().nth(160) {
            Some((end, _)) => write!(f, "“{}…”", &text[..end]),
            None => write!(f, "“{text}”"),
        }
    }
}

/// Debug and Display of an error, as they are shown by programs.
pub(super) fn both(error: &(impl fmt::Debug + Display)) -> String {
    format!("{error:?} {error}")
}

/// A client, by name.
#[derive(Clone, Copy)]
pub(super) struct Client {
    pub(super) name: &'static str,
    /// In the lock file, which a test compares.
    pub(super) version: &'static str,
    pub(super) role: Role,
    /// Whether the behaviour can be asked for.
    pub(super) takes: fn(Behaviour) -> bool,
    /// In this process, which may not survive it.
    pub(super) observe: fn(Behaviour) -> Observing,
}

const fn of<S: Subject>(name: &'static str, version: &'static str, role: Role) -> Client {
    let takes = |behaviour: Behaviour| behaviour.takes(S::BLOCKS, S::SUBSCRIBES);
    Client { name, version, role, takes, observe: |behaviour| behaviour.observe::<S>() }
}

const OURS: &str = env!("CARGO_PKG_VERSION");

/// All of them, ours first.
pub(super) const CLIENTS: &[Client] = &[
    of::<ours::Tokio>("resp-net", OURS, Role::Ours),
    #[cfg(feature = "peers")]
    of::<ours_blocking::Blocking>("resp-net-blocking", OURS, Role::Ours),
    #[cfg(feature = "peers")]
    of::<redis_rs::stable::Multiplexed>("redis-rs", "1.8.1", Role::Other),
    #[cfg(feature = "peers")]
    of::<redis_rs::stable::Manager>("redis-rs-manager", "1.8.1", Role::Other),
    #[cfg(feature = "peers")]
    of::<redis_rs::stable::Blocking>("redis-rs-blocking", "1.8.1", Role::Other),
    #[cfg(feature = "peers")]
    of::<redis_rs::newest::Multiplexed>("redis-rs-rc", "2.0.0-rc.2", Role::Other),
    #[cfg(feature = "peers")]
    of::<redis_rs::newest::Manager>("redis-rs-rc-manager", "2.0.0-rc.2", Role::Other),
    #[cfg(feature = "peers")]
    of::<redis_rs::newest::Blocking>("redis-rs-rc-blocking", "2.0.0-rc.2", Role::Other),
    #[cfg(feature = "peers")]
    of::<fred::Fred>("fred", "10.1.0", Role::Other),
    #[cfg(feature = "peers")]
    of::<fred::Reconnecting>("fred-reconnecting", "10.1.0", Role::Other),
    #[cfg(feature = "peers")]
    of::<rustis::Rustis>("rustis", "0.27.2", Role::Other),
];

#[cfg(all(test, feature = "peers"))]
mod tests {
    use super::*;

    #[test]
    fn versions_are_those_of_the_lock_file() {
        let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock")).unwrap();
        for client in CLIENTS.iter().filter(|client| client.role == Role::Other) {
            let name = match client.name {
                name if name.starts_with("redis-rs") => "redis",
                name if name.starts_with("fred") => "fred",
                name => name,
            };
            let package = format!("name = \"{name}\"\nversion = \"{}\"\n", client.version);
            assert!(lock.contains(&package), "{name}: correct its version");
        }
    }
}
