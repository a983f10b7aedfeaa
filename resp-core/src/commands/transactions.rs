//! What goes before a transaction, on a connection of one's own.

use super::list;
use crate::command::{Command, Wire, metas};
use crate::convert::ToArgs;

/// Has the next transaction of the connection fail if one of these keys
/// changes before.
pub fn watch(keys: impl ToArgs) -> Command<()> {
    list(&metas::WATCH, &keys)
}

/// Forgets all that is watched.
pub fn unwatch() -> Command<()> {
    Command::new(Wire::of(&metas::UNWATCH, []))
}
