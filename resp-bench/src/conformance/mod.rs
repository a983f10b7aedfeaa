//! The command `conformance`: how clients behave where it goes wrong.

mod answer;
mod behaviours;
mod child;
mod memory;
mod options;
mod run;
mod seen;
mod server;
mod subjects;
mod table;

pub(crate) use self::options::Options;
pub(crate) use self::run::run;
