//! Who is measured.

use super::work::Work;
use crate::record::Role;
use core::fmt;

/// A client in one of its forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Who {
    /// redis-py.
    RedisPy { asyncio: bool, hiredis: bool },
    /// resp-net's client for tasks; its pool, where the work asks for one.
    Ours,
    /// resp-net's client for threads.
    OursBlocking,
    /// redis-rs's connection for tasks.
    #[cfg_attr(not(feature = "peers"), allow(dead_code, reason = "it takes part only with the feature"))]
    RedisRs,
}

/// redis-py as it is installed by default.
pub(super) const SYNC: Who = Who::RedisPy { asyncio: false, hiredis: false };
/// The same with hiredis.
pub(super) const SYNC_HIREDIS: Who = Who::RedisPy { asyncio: false, hiredis: true };
/// redis-py's asynchronous half.
pub(super) const ASYNCIO: Who = Who::RedisPy { asyncio: true, hiredis: false };
/// The same with hiredis.
pub(super) const ASYNCIO_HIREDIS: Who = Who::RedisPy { asyncio: true, hiredis: true };

/// Somebody does something: what has figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Turn {
    pub(super) who: Who,
    pub(super) work: Work,
}

impl Who {
    pub(super) const fn role(self) -> Role {
        match self {
            Self::Ours | Self::OursBlocking => Role::Ours,
            Self::RedisPy { .. } | Self::RedisRs => Role::Other,
        }
    }

    /// Whether it is built in.
    pub(super) fn takes_part(self) -> bool {
        self != Self::RedisRs || cfg!(feature = "peers")
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RedisPy { asyncio: false, hiredis: false } => "redis-py",
            Self::RedisPy { asyncio: false, hiredis: true } => "redis-py + hiredis",
            Self::RedisPy { asyncio: true, hiredis: false } => "redis-py asyncio",
            Self::RedisPy { asyncio: true, hiredis: true } => "redis-py asyncio + hiredis",
            Self::Ours => "resp-net",
            Self::OursBlocking => "resp-net blocking",
            Self::RedisRs => "redis-rs",
        })
    }
}

impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.who, self.work.way.title())
    }
}
