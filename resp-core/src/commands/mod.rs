//! Commands as free functions: what they take is checked when they are
//! written, what they answer is known when they are compiled.
//!
//! ```
//! use std::time::Duration;
//! use resp_core::cmd;
//!
//! let keep = cmd::set("session:7", "on").ex(Duration::from_secs(60));
//! let read = cmd::get("session:7").text();
//! let other = cmd::raw("STRLEN").arg("session:7").returning::<i64>();
//! # let _ = (keep, read, other);
//! ```

mod connection;
mod generic;
mod hashes;
mod lists;
mod raw;
mod scripting;
mod strings;
mod transactions;

pub use connection::{echo, ping};
pub use generic::{del, expire};
#[cfg(feature = "std")]
pub use hashes::hgetall;
pub use hashes::hset;
pub use lists::{Side, blmove, blpop, brpop, lpush, lrange};
pub use raw::{Raw, raw};
pub use scripting::{eval, eval_ro, evalsha, evalsha_ro, fcall, fcall_ro};
pub use strings::{Set, get, incr, mget, set};
pub use transactions::{unwatch, watch};

use crate::command::{Command, Meta, Wire};
use crate::convert::{Arg, ToArg, ToArgs};

/// A command of one argument.
#[inline]
fn one<R>(meta: &'static Meta, arg: &impl ToArg) -> Command<R> {
    Command::new(Wire::of(meta, [arg.to_arg().as_bytes()]))
}

/// A command of arguments that a list gives, after `first` ones.
fn many<R, const N: usize>(
    meta: &'static Meta,
    first: [&[u8]; N],
    each: impl FnOnce(&mut dyn FnMut(Arg<'_>)),
) -> Command<R> {
    let mut wire = Wire::of(meta, first);
    each(&mut |arg| wire.push(arg.as_bytes()));
    Command::new(wire)
}

/// [`many`] of a list alone.
fn list<R>(meta: &'static Meta, args: &impl ToArgs) -> Command<R> {
    many(meta, [], |visit| args.each_arg(visit))
}
