//! redis-py, which is measured by a script of its own in an environment of its own.

mod environment;
mod process;

pub(super) use self::environment::interpreter;
pub(super) use self::process::{Introduction, Process};
