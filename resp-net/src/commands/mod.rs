//! Commands as methods of the clients: each binds what the function of the same
//! name in [`cmd`](crate::cmd) makes.

use alloc::vec::Vec;
use core::time::Duration;
use std::collections::HashMap;

use bytes::Bytes;
use resp_core::cmd::{self, Set};
use resp_core::{ToArg, ToArgs, ToPairs};

/// Methods of a client whose calls are `$call`s: a row is the head of a
/// function of `cmd`.
macro_rules! commands {
    ($client:ty, $call:ident: $(
        $(#[$group:meta])*
        {$(
            $(#[$about:meta])*
            fn $name:ident($($arg:ident: $type:ty),*) -> $reply:ty $(, $options:ty)?;
        )*}
    )*) => {$(
        $(#[$group])*
        impl $client {$(
            $(#[$about])*
            #[inline]
            pub fn $name(&self, $($arg: $type),*) -> $call<'_, $reply $(, $options)?> {
                self.send(cmd::$name($($arg),*))
            }
        )*}
    )*};
}

macro_rules! all_commands {
    ($client:ty, $call:ident) => {
        commands! { $client, $call:
            /// Connection.
            {
                /// Asks the server for a sign of life: `PONG`.
                fn ping() -> Bytes;
                /// Has the server send `message` back.
                fn echo(message: impl ToArg) -> Bytes;
            }
            /// Keys of any type.
            {
                /// Removes keys: how many there were.
                fn del(keys: impl ToArgs) -> i64;
                /// Has a key vanish after `time`, to the millisecond: whether there was one.
                fn expire(key: impl ToArg, time: Duration) -> bool;
            }
            /// Strings.
            {
                /// The value of a key; `None` if there is none.
                fn get(key: impl ToArg) -> Option<Bytes>;
                /// Sets a key, whatever it held. Without an option, such as
                /// [`ex`](resp_core::Command::ex), it then lives for ever.
                fn set(key: impl ToArg, value: impl ToArg) -> (), Set;
                /// Adds one to the integer at a key, zero if there is none: the new value.
                fn incr(key: impl ToArg) -> i64;
                /// The values of several keys, in their order.
                fn mget(keys: impl ToArgs) -> Vec<Option<Bytes>>;
            }
            /// Hashes.
            {
                /// Sets fields of a hash, given as a pair or a list or map of them: how
                /// many of the fields are new.
                fn hset(key: impl ToArg, fields: impl ToPairs) -> i64;
                /// All fields and values of a hash; none if there is no such key.
                fn hgetall(key: impl ToArg) -> HashMap<Bytes, Bytes>;
            }
            /// Lists.
            {
                /// Puts values in front of a list, the last one first: its length then.
                fn lpush(key: impl ToArg, values: impl ToArgs) -> i64;
                /// The elements from index `start` to index `stop`, both included and
                /// counted from zero, or from the end if negative: -1 is the last one.
                fn lrange(key: impl ToArg, start: i64, stop: i64) -> Vec<Bytes>;
            }
        }
    };
}

#[cfg(feature = "tokio")]
mod asynchronous {
    use super::*;
    use crate::client::{Call, Client};

    all_commands!(Client, Call);
}

#[cfg(feature = "mio")]
mod blocking {
    use super::*;
    use crate::blocking::{Call, Client};

    all_commands!(Client, Call);
}
