//! The clients that are compared, each in a file of its own.

#[cfg(feature = "peers")]
mod fred;
mod ours;
mod ours_pools;
mod peer;
mod pool;
#[cfg(feature = "peers")]
mod redis_rs;
#[cfg(feature = "peers")]
mod redis_rs_pools;
#[cfg(feature = "peers")]
mod rustis;
#[cfg(feature = "peers")]
mod rustls;

#[cfg(feature = "peers")]
pub(crate) use self::fred::{Fred, FredPool};
pub(crate) use self::ours::{Ours, OursBlocking};
pub(crate) use self::ours_pools::{OursMultiplexed, OursPool};
pub(crate) use self::peer::{Caller, Peer, Protocol, Setup, Text};
pub(crate) use self::pool::{Pool, Single};
#[cfg(feature = "peers")]
pub(crate) use self::redis_rs::{newest, stable};
#[cfg(feature = "peers")]
pub(crate) use self::redis_rs_pools::{Bb8, Deadpool};
#[cfg(feature = "peers")]
pub(crate) use self::rustis::Rustis;

/// How to have those of others, if they are not built in.
pub(crate) const fn missing() -> Option<&'static str> {
    if cfg!(feature = "peers") {
        return None;
    }
    Some("Those of others are not built in; `cargo run --release -p resp-bench --features peers` adds them.")
}
