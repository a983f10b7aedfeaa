//! Settings in the query of a URL.

use alloc::string::String;
use core::time::Duration;

use resp_core::Limits;

use super::{ConfigBuilder, ConfigError, Retry, WhenDisconnected, WhenFull};
use crate::url::UrlError;

/// Reads a value into its setting, or says what it must be.
type Set = fn(ConfigBuilder, &str) -> Result<ConfigBuilder, &'static str>;

/// Every setting of a URL. What would show in a log, `username` and `password`,
/// has its place before the host; what would make a connection less safe has none.
#[rustfmt::skip]
pub(super) const SETTINGS: [(&str, Set); 28] = [
    ("client_name", |b, text| Ok(b.client_name(text))),
    ("set_info", |b, text| Ok(b.set_info(truth(text)?))),
    ("connect_timeout", |b, text| Ok(b.connect_timeout(time(text)?))),
    ("call_timeout", |b, text| Ok(b.call_timeout(time_or_none(text)?))),
    ("liveness_timeout", |b, text| Ok(b.liveness_timeout(time(text)?))),
    ("idle_ping", |b, text| Ok(b.idle_ping(time_or_none(text)?))),
    ("budget", |b, text| Ok(b.budget(bytes(text)?))),
    ("max_in_flight", |b, text| Ok(b.max_in_flight(number(text)?))),
    ("max_waiting", |b, text| Ok(b.max_waiting(number(text)?))),
    ("when_full", |b, text| Ok(b.when_full(when_full(text)?))),
    ("when_disconnected", |b, text| Ok(b.when_disconnected(when_disconnected(text)?))),
    ("retry", |b, text| Ok(b.retry(retry(text)?))),
    ("backoff_first", |b, text| Ok(b.backoff_first(time(text)?))),
    ("backoff_max", |b, text| Ok(b.backoff_max(time(text)?))),
    ("nodelay", |b, text| Ok(b.nodelay(truth(text)?))),
    ("keepalive", |b, text| Ok(b.keepalive(time_or_none(text)?))),
    ("user_timeout", |b, text| Ok(b.user_timeout(time_or_none(text)?))),
    ("max_dedicated", |b, text| Ok(b.max_dedicated(number(text)?))),
    ("push_queue", |b, text| Ok(b.push_queue(number(text)?))),
    ("max_depth", |b, text| Ok(limit(b, Limits::max_depth, number(text)?))),
    ("max_bulk_len", |b, text| Ok(limit(b, Limits::max_bulk_len, bytes(text)?))),
    ("max_aggregate_len", |b, text| Ok(limit(b, Limits::max_aggregate_len, number(text)?))),
    ("max_nodes", |b, text| Ok(limit(b, Limits::max_nodes, number(text)?))),
    ("max_frame_len", |b, text| Ok(limit(b, Limits::max_frame_len, bytes(text)?))),
    ("max_line_len", |b, text| Ok(limit(b, Limits::max_line_len, bytes(text)?))),
    ("max_attributes", |b, text| Ok(limit(b, Limits::max_attributes, number(text)?))),
    // The parser of URLs has understood them.
    ("db", |b, _| Ok(b)),
    ("protocol", |b, _| Ok(b)),
];

/// Applies each option, in any order.
///
/// # Errors
/// An option that is unknown, there twice, or has a value that cannot be read.
pub(super) fn apply(
    mut builder: ConfigBuilder,
    options: &[(String, String)],
) -> Result<ConfigBuilder, ConfigError> {
    for (index, (key, value)) in options.iter().enumerate() {
        let name = canonical(key);
        let Some((name, set)) = SETTINGS.into_iter().find(|(known, _)| *known == name) else {
            // What is no name may be half a password.
            let is_name = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte));
            return Err(if is_name { UrlError::UnknownKey(key.clone()) } else { UrlError::Query }.into());
        };
        if options[..index].iter().any(|(earlier, _)| canonical(earlier) == name) {
            return Err(UrlError::RepeatedKey(name).into());
        }
        builder = set(builder, value).map_err(|reason| ConfigError::Setting { name, reason })?;
    }
    Ok(builder)
}

fn canonical(key: &str) -> &str {
    if key == "resp" { "protocol" } else { key }
}

fn limit<N>(mut builder: ConfigBuilder, set: fn(Limits, N) -> Limits, value: N) -> ConfigBuilder {
    builder.config.limits = set(builder.config.limits, value);
    builder
}

fn truth(text: &str) -> Result<bool, &'static str> {
    text.parse().map_err(|_| "it must be true or false")
}

fn number<N: TryFrom<u64>>(text: &str) -> Result<N, &'static str> {
    let number = digits(text).and_then(|number| N::try_from(number).ok());
    number.ok_or("it must be a number, and not too large")
}

/// As in a server's configuration: `kb` is 1024 bytes, `k` is 1000.
fn bytes(text: &str) -> Result<usize, &'static str> {
    const UNITS: [(&str, u64); 7] = [
        ("kb", 1 << 10),
        ("mb", 1 << 20),
        ("gb", 1 << 30),
        ("k", 1_000),
        ("m", 1_000_000),
        ("g", 1_000_000_000),
        ("b", 1),
    ];
    let text = text.to_ascii_lowercase();
    let (count, unit) = UNITS
        .into_iter()
        .find_map(|(name, unit)| Some((text.strip_suffix(name)?, unit)))
        .unwrap_or((&text, 1));
    let bytes = digits(count).and_then(|count| count.checked_mul(unit));
    bytes.and_then(|bytes| usize::try_from(bytes).ok()).ok_or("it must be bytes, as in 1048576 or 1mb")
}

fn time(text: &str) -> Result<Duration, &'static str> {
    const UNITS: [(&str, u64); 4] = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];
    let time = UNITS.into_iter().find_map(|(name, unit)| {
        let count = digits(text.strip_suffix(name)?)?;
        Some(Duration::from_millis(count.checked_mul(unit)?))
    });
    time.ok_or("it must be a time, as in 500ms, 2s, 1m or 1h")
}

fn time_or_none(text: &str) -> Result<Option<Duration>, &'static str> {
    if text == "none" {
        return Ok(None);
    }
    time(text).map(Some).map_err(|_| "it must be none or a time, as in 500ms, 2s, 1m or 1h")
}

fn when_full(text: &str) -> Result<WhenFull, &'static str> {
    match text {
        "wait" => Ok(WhenFull::Wait),
        "fail" => Ok(WhenFull::Fail),
        _ => Err("it must be wait or fail"),
    }
}

fn when_disconnected(text: &str) -> Result<WhenDisconnected, &'static str> {
    match text {
        "fail" => Ok(WhenDisconnected::Fail),
        "queue" => Ok(WhenDisconnected::Queue),
        _ => Err("it must be fail or queue"),
    }
}

fn retry(text: &str) -> Result<Retry, &'static str> {
    match text {
        "unsent" => Ok(Retry::Unsent),
        "reads" => Ok(Retry::Reads),
        _ => Err("it must be unsent or reads"),
    }
}

/// `parse` would also take a plus sign.
fn digits(text: &str) -> Option<u64> {
    if text.starts_with('+') { None } else { text.parse().ok() }
}
