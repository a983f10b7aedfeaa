//! The clients, each in a file of its own.

mod fred;
mod ours;
mod redis_rs;
mod rustis;

pub(super) use self::fred::Fred;
pub(super) use self::ours::{Ours, OursBlocking};
pub(super) use self::redis_rs::{newest, stable};
pub(super) use self::rustis::Rustis;
