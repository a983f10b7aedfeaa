//! Connection management.

use bytes::Bytes;

use super::one;
use crate::command::{Command, Wire, metas};
use crate::convert::ToArg;

/// Asks the server for a sign of life: `PONG`.
pub fn ping() -> Command<Bytes> {
    Command::new(Wire::of(&metas::PING, []))
}

/// Has the server send `message` back.
pub fn echo(message: impl ToArg) -> Command<Bytes> {
    one(&metas::ECHO, &message)
}
