//! What is written by hand: functions and options whose form no table row can
//! say, and the types of their arguments.

mod area;
pub(super) mod bitmaps;
pub(super) mod cluster;
pub(super) mod connection;
pub(super) mod generic;
pub(super) mod geo;
pub(super) mod lists;
pub(super) mod search;
pub(super) mod sentinel;
pub(super) mod server;
mod sort;
pub(super) mod sorted_sets;
pub(super) mod streams;
pub(super) mod strings;
pub(super) mod time_series;
pub(super) mod vector_sets;

pub use self::bitmaps::*;
pub use self::cluster::*;
pub use self::connection::*;
pub use self::generic::*;
pub use self::geo::*;
pub use self::lists::*;
pub use self::search::*;
pub use self::server::*;
pub use self::sorted_sets::*;
pub use self::streams::*;
pub use self::vector_sets::*;

/// How each variant of an enum is sent.
macro_rules! words {
    ($name:ident { $($variant:ident => $word:literal),* $(,)? }) => {
        impl $crate::convert::ToArg for $name {
            fn to_arg(&self) -> $crate::convert::Arg<'_> {
                $crate::convert::Arg::bytes(match self {
                    $(Self::$variant => $word,)*
                })
            }
        }
    };
}

use words;

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use crate::command::Command;

    /// The arguments of a command with spaces between them, for the tests of each file.
    pub(crate) fn words<R, K>(command: &Command<R, K>) -> String {
        let args: Vec<_> = command.wire().args().map(String::from_utf8_lossy).collect();
        args.join(" ")
    }
}
