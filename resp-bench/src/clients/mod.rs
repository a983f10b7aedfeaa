//! The clients that are compared, each in a file of its own.

#[cfg(feature = "peers")]
mod fred;
mod ours;
mod peer;
#[cfg(feature = "peers")]
mod redis_rs;
#[cfg(feature = "peers")]
mod rustis;

#[cfg(feature = "peers")]
pub(crate) use self::fred::Fred;
#[cfg(feature = "peers")]
pub(crate) use self::ours::{Ours, OursBlocking};
pub(crate) use self::peer::{Caller, Peer, Protocol, Setup, Text};
#[cfg(feature = "peers")]
pub(crate) use self::redis_rs::{newest, stable};
#[cfg(feature = "peers")]
pub(crate) use self::rustis::Rustis;
