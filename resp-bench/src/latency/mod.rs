//! The command `latency`: how long requests take that come at a rate of their
//! own, whether or not the ones before them are answered.

mod alarm;
mod arrivals;
mod contestant;
mod log;
mod options;
mod outcome;
mod raw;
mod report;
mod run;
mod source;
mod table;
mod tasks;
mod window;

pub(crate) use self::options::Options;
pub(crate) use self::run::run;
