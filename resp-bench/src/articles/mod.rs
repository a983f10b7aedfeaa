//! The command `articles`: what five articles on Redis from Python measured,
//! once more, beside this workspace's clients.

mod asynchronous;
mod blocking;
mod claims;
mod contestant;
mod data;
mod options;
mod python;
mod rounds;
mod run;
mod samples;
mod stage;
mod table;
mod tables;
mod work;

pub(crate) use self::options::Options;
pub(crate) use self::run::run;
