//! What a setting cannot be.

use core::time::Duration;

use resp_core::Limits;

use super::{Config, ConfigError};
use crate::url::{Target, is_host};

/// 30 years: times are counted in nanoseconds, in 64 bits, from a start that
/// clocks choose.
const MAX_TIME: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);
/// A server keeps a table of all its databases, with 100 bytes for each or more.
const MAX_DATABASE: u32 = 999_999_999;
/// The longest argument that a server takes of a client that has not authenticated.
const MAX_CREDENTIAL_LEN: usize = 16 << 10;
/// Linux's largest TCP_KEEPIDLE.
const MAX_KEEPALIVE: Duration = Duration::from_secs(32_767);
/// The system takes milliseconds as a C `int`.
const MAX_USER_TIMEOUT: Duration = Duration::from_millis(i32::MAX as u64);

/// What is wrong with a value, if anything.
type Verdict = Result<(), &'static str>;

pub(super) fn check(config: &Config) -> Result<(), ConfigError> {
    check_target(&config.target)?;
    let verdicts = [
        ("username", config.username.as_deref().map_or(Ok(()), username)),
        ("password", config.password.as_ref().map_or(Ok(()), |password| credential(password.reveal()))),
        ("database", refuse_if(config.database > MAX_DATABASE, "no server has so many")),
        ("client_name", config.client_name.as_deref().map_or(Ok(()), client_name)),
        ("connect_timeout", time(config.connect_timeout)),
        ("call_timeout", config.call_timeout.map_or(Ok(()), time)),
        ("liveness_timeout", time(config.liveness_timeout)),
        ("idle_ping", config.idle_ping.map_or(Ok(()), time)),
        ("budget", count(config.budget)),
        ("max_in_flight", count(config.max_in_flight)),
        ("max_waiting", count(config.max_waiting)),
        ("backoff_first", time(config.backoff_first)),
        ("backoff_max", time(config.backoff_max)),
        ("backoff_first", refuse_if(config.backoff_first > config.backoff_max, "it is above backoff_max")),
        ("keepalive", config.keepalive.map_or(Ok(()), keepalive)),
        ("user_timeout", config.user_timeout.map_or(Ok(()), user_timeout)),
        ("max_dedicated", count(config.max_dedicated)),
        ("push_queue", count(config.push_queue)),
    ];
    for (name, verdict) in verdicts {
        verdict.map_err(|reason| ConfigError::Setting { name, reason })?;
    }
    check_limits(config.limits)
}

fn check_target(target: &Target) -> Result<(), ConfigError> {
    let (name, reason) = match target {
        Target::Tcp { host, .. } if host.is_empty() => ("host", "it must not be empty"),
        Target::Tcp { host, .. } if !is_host(host) => ("host", "it is neither a name nor an address"),
        Target::Tcp { port: 0, .. } => ("port", ZERO),
        Target::Unix(path) if path.is_empty() => ("unix", "it must not be empty"),
        Target::Unix(path) if path.contains('\0') => ("unix", "it must not hold a NUL character"),
        Target::Tcp { .. } | Target::Unix(_) => return Ok(()),
    };
    Err(ConfigError::Setting { name, reason })
}

/// A zero is what stays equal when it is set to zero: limits only tell whether
/// they are equal.
fn check_limits(limits: Limits) -> Result<(), ConfigError> {
    let with_zero = [
        ("max_depth", limits.max_depth(0)),
        ("max_bulk_len", limits.max_bulk_len(0)),
        ("max_aggregate_len", limits.max_aggregate_len(0)),
        ("max_nodes", limits.max_nodes(0)),
        ("max_frame_len", limits.max_frame_len(0)),
        ("max_line_len", limits.max_line_len(0)),
    ];
    match with_zero.into_iter().find(|(_, changed)| *changed == limits) {
        Some((name, _)) => Err(ConfigError::Setting { name, reason: ZERO }),
        None => Ok(()),
    }
}

const ZERO: &str = "it must not be zero";

fn refuse_if(wrong: bool, reason: &'static str) -> Verdict {
    if wrong { Err(reason) } else { Ok(()) }
}

fn time(time: Duration) -> Verdict {
    refuse_if(time.is_zero(), ZERO)?;
    refuse_if(time > MAX_TIME, "it is more than 30 years")
}

fn keepalive(idle: Duration) -> Verdict {
    refuse_if(idle < Duration::from_secs(1), "it is less than a second")?;
    refuse_if(idle > MAX_KEEPALIVE, "it is more than 32767 seconds")
}

fn user_timeout(timeout: Duration) -> Verdict {
    refuse_if(timeout < Duration::from_millis(1), "it is less than a millisecond")?;
    refuse_if(timeout > MAX_USER_TIMEOUT, "it is more than 24 days")
}

fn count(number: usize) -> Verdict {
    refuse_if(number == 0, ZERO)
}

fn credential(text: &str) -> Verdict {
    refuse_if(text.len() > MAX_CREDENTIAL_LEN, "it is longer than 16 KiB")
}

fn username(name: &str) -> Verdict {
    refuse_if(name.contains(|c: char| c.is_ascii_whitespace() || c == '\0'), "it holds white space or NUL")?;
    credential(name)
}

fn client_name(name: &str) -> Verdict {
    refuse_if(name.is_empty(), "it must not be empty")?;
    refuse_if(
        !name.bytes().all(|byte| byte.is_ascii_graphic()),
        "it must be printable ASCII without spaces",
    )?;
    credential(name)
}
