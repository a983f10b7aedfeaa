//! The command `compare`: resp-net's clients beside those of others, on one server.

mod blocking;
mod burst;
mod cell;
mod cells;
#[cfg(feature = "peers")]
mod certificates;
mod check;
mod contestant;
mod data;
mod doors;
mod entrants;
mod goals;
mod memory;
mod options;
mod place;
mod raw;
mod rounds;
mod run;
mod table;
mod target;
mod tasks;
mod trim;
mod window;
mod work;

pub(crate) use self::contestant::VERSIONS as CLIENTS;
pub(crate) use self::options::Options;
pub(crate) use self::run::run;
