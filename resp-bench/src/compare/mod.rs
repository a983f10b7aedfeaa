//! The command `compare`: resp-net's clients beside those of others, on one server.

#[cfg(feature = "peers")]
mod blocking;
#[cfg(feature = "peers")]
mod cell;
#[cfg(feature = "peers")]
mod contestant;
#[cfg(feature = "peers")]
mod data;
#[cfg(feature = "peers")]
mod goals;
mod options;
#[cfg(feature = "peers")]
mod raw;
#[cfg(feature = "peers")]
mod report;
#[cfg(feature = "peers")]
mod run;
#[cfg(feature = "peers")]
mod system_calls;
#[cfg(feature = "peers")]
mod table;
#[cfg(feature = "peers")]
mod tasks;
#[cfg(feature = "peers")]
mod usage;
#[cfg(feature = "peers")]
mod window;

pub(crate) use self::options::Options;
#[cfg(feature = "peers")]
pub(crate) use self::run::run;

/// Says how to build what can compare.
#[cfg(not(feature = "peers"))]
pub(crate) fn run(_: &Options) -> Result<std::process::ExitCode, crate::failure::Failure> {
    Err(crate::failure::Failure::new(
        "the clients of others are not built in; run: \
         cargo run --release -p resp-bench --features peers -- compare",
    ))
}
