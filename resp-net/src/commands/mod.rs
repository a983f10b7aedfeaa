//! Commands as methods of the client: each binds what the function of the same
//! name in [`cmd`](crate::cmd) makes.

use alloc::vec::Vec;
use core::time::Duration;
use std::collections::HashMap;

use bytes::Bytes;
use resp_core::cmd::{self, Set};
use resp_core::{ToArg, ToArgs, ToPairs};

use crate::client::{Call, Client};

/// Connection.
impl Client {
    /// Asks the server for a sign of life: `PONG`.
    pub fn ping(&self) -> Call<'_, Bytes> {
        self.send(cmd::ping())
    }

    /// Has the server send `message` back.
    pub fn echo(&self, message: impl ToArg) -> Call<'_, Bytes> {
        self.send(cmd::echo(message))
    }
}

/// Keys of any type.
impl Client {
    /// Removes keys: how many there were.
    pub fn del(&self, keys: impl ToArgs) -> Call<'_, i64> {
        self.send(cmd::del(keys))
    }

    /// Has a key vanish after `time`, to the millisecond: whether there was one.
    pub fn expire(&self, key: impl ToArg, time: Duration) -> Call<'_, bool> {
        self.send(cmd::expire(key, time))
    }
}

/// Strings.
impl Client {
    /// The value of a key; `None` if there is none.
    #[inline]
    pub fn get(&self, key: impl ToArg) -> Call<'_, Option<Bytes>> {
        self.send(cmd::get(key))
    }

    /// Sets a key, whatever it held. Without an option, such as
    /// [`ex`](resp_core::Command::ex), it then lives for ever.
    #[inline]
    pub fn set(&self, key: impl ToArg, value: impl ToArg) -> Call<'_, (), Set> {
        self.send(cmd::set(key, value))
    }

    /// Adds one to the integer at a key, zero if there is none: the new value.
    pub fn incr(&self, key: impl ToArg) -> Call<'_, i64> {
        self.send(cmd::incr(key))
    }

    /// The values of several keys, in their order.
    pub fn mget(&self, keys: impl ToArgs) -> Call<'_, Vec<Option<Bytes>>> {
        self.send(cmd::mget(keys))
    }
}

/// Hashes.
impl Client {
    /// Sets fields of a hash, given as a pair or a list or map of them: how
    /// many of the fields are new.
    pub fn hset(&self, key: impl ToArg, fields: impl ToPairs) -> Call<'_, i64> {
        self.send(cmd::hset(key, fields))
    }

    /// All fields and values of a hash; none if there is no such key.
    pub fn hgetall(&self, key: impl ToArg) -> Call<'_, HashMap<Bytes, Bytes>> {
        self.send(cmd::hgetall(key))
    }
}

/// Lists.
impl Client {
    /// Puts values in front of a list, the last one first: its length then.
    pub fn lpush(&self, key: impl ToArg, values: impl ToArgs) -> Call<'_, i64> {
        self.send(cmd::lpush(key, values))
    }

    /// The elements from index `start` to index `stop`, both included and
    /// counted from zero, or from the end if negative: -1 is the last one.
    pub fn lrange(&self, key: impl ToArg, start: i64, stop: i64) -> Call<'_, Vec<Bytes>> {
        self.send(cmd::lrange(key, start, stop))
    }
}
