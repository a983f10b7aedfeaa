//! When and how this process was called.

use super::{Environment, FORMAT, Record};
use crate::format;
use std::time::{SystemTime, UNIX_EPOCH};

impl Record {
    /// One of a run of this process that begins now, with nothing measured yet.
    pub(crate) fn new(command: &str, environment: Environment, settings: Vec<(String, String)>) -> Self {
        Self {
            format: FORMAT,
            command: command.to_owned(),
            command_line: command_line(),
            date: date(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())),
            environment,
            settings,
            complete: false,
            notes: Vec::new(),
            sections: Vec::new(),
            goals: Vec::new(),
        }
    }
}

/// UTC, RFC 3339, of a number of seconds since 1970.
fn date(seconds: u64) -> String {
    let text = format::date(seconds);
    let mut words = text.split(' ');
    let (day, time) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    format!("{day}T{time}:{:02}Z", seconds % 60)
}

/// As it was typed, without passwords.
fn command_line() -> String {
    let arguments = std::env::args().skip(1).map(|argument| without_password(&argument));
    core::iter::once("resp-bench".to_owned()).chain(arguments).collect::<Vec<_>>().join(" ")
}

/// A URL whose part before the `@`, if there is one, is hidden.
pub(crate) fn without_password(argument: &str) -> String {
    match (argument.split_once("://"), argument.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://***@{host}"),
        _ => argument.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_rfc_3339_has_them() {
        assert_eq!(date(1_709_251_199), "2024-02-29T23:59:59Z");
    }

    #[test]
    fn passwords_are_hidden() {
        assert_eq!(without_password("redis://user:p@ss@host:1/2"), "redis://***@host:1/2");
        assert_eq!(without_password("--url=redis://:pass@host"), "--url=redis://***@host");
        assert_eq!(without_password("redis://host:1/2"), "redis://host:1/2");
    }
}
