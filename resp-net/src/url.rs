//! `redis://` URLs to [`Config`].

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::config::{Config, DEFAULT_PORT, ProtocolChoice};

/// A URL that names no server. Says which part is wrong and never shows it,
/// since any part may hold a secret that slipped.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UrlError {
    /// It does not start with `redis://`.
    Scheme,
    /// There is no host.
    MissingHost,
    /// The host has an opening bracket and no closing one, or holds spaces.
    Host,
    /// The port is not a number from 1 to 65535.
    Port,
    /// The database is not a number.
    Database,
    /// The protocol is neither 2 nor 3.
    Protocol,
    /// A percent sign is not followed by two hexadecimal digits, or the result is not UTF-8.
    PercentEncoding,
    /// The query has a key that is not known.
    UnknownKey(String),
}

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid URL: ")?;
        match self {
            Self::Scheme => f.write_str("it must start with redis://"),
            Self::MissingHost => f.write_str("the host is missing"),
            Self::Host => f.write_str("the host is malformed"),
            Self::Port => f.write_str("the port must be a number from 1 to 65535"),
            Self::Database => f.write_str("the database must be a number"),
            Self::Protocol => f.write_str("the protocol must be 2 or 3"),
            Self::PercentEncoding => {
                f.write_str("a percent sign must start two hexadecimal digits of UTF-8 text")
            }
            Self::UnknownKey(key) => write!(f, "unknown option '{}' in the query", key.escape_debug()),
        }
    }
}

impl core::error::Error for UrlError {}

pub(crate) fn parse(url: &str) -> Result<Config, UrlError> {
    let (scheme, rest) = url.split_once("://").ok_or(UrlError::Scheme)?;
    if !scheme.eq_ignore_ascii_case("redis") {
        return Err(UrlError::Scheme);
    }
    let rest = rest.split_once('#').map_or(rest, |(before, _)| before);
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    // A password may hold an unencoded @, a host may not.
    let (credentials, host) = match authority.rsplit_once('@') {
        Some((credentials, host)) => (Some(credentials), host),
        None => (None, authority),
    };
    let (host, port) = split_host(host)?;
    let mut config = Config::new(host, port);
    if let Some(credentials) = credentials {
        let (user, password) = credentials.split_once(':').unwrap_or((credentials, ""));
        config.username = Some(percent_decode(user)?).filter(|user| !user.is_empty());
        let password = percent_decode(password)?;
        if !password.is_empty() {
            config = config.password(password);
        }
    }
    let path = path.strip_suffix('/').unwrap_or(path);
    if !path.is_empty() {
        config.database = path.parse().map_err(|_| UrlError::Database)?;
    }
    read_query(query, config)
}

fn split_host(text: &str) -> Result<(String, u16), UrlError> {
    let (host, port) = if let Some(bracketed) = text.strip_prefix('[') {
        let (host, after) = bracketed.split_once(']').ok_or(UrlError::Host)?;
        let port = match after.strip_prefix(':') {
            Some(port) => Some(port),
            None if after.is_empty() => None,
            None => return Err(UrlError::Host),
        };
        (host.into(), port)
    } else {
        let (host, port) = text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port)));
        (percent_decode(host)?, port)
    };
    if host.is_empty() {
        return Err(UrlError::MissingHost);
    }
    if host.contains(|character: char| character.is_whitespace() || character.is_control()) {
        return Err(UrlError::Host);
    }
    let port = match port {
        None | Some("") => DEFAULT_PORT,
        Some(port) => port.parse().ok().filter(|&port| port != 0).ok_or(UrlError::Port)?,
    };
    Ok((host, port))
}

/// Where the query and the path name a database, the query counts.
fn read_query(query: &str, mut config: Config) -> Result<Config, UrlError> {
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        match key {
            "db" => config.database = value.parse().map_err(|_| UrlError::Database)?,
            "protocol" => {
                config.protocol = match value {
                    "2" => ProtocolChoice::Resp2,
                    "3" => ProtocolChoice::Resp3,
                    _ => return Err(UrlError::Protocol),
                }
            }
            _ => return Err(UrlError::UnknownKey(percent_decode(key)?)),
        }
    }
    Ok(config)
}

fn percent_decode(text: &str) -> Result<String, UrlError> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' {
            let (high, low) = (bytes.next().and_then(digit), bytes.next().and_then(digit));
            high.zip(low).map(|(high, low)| high * 16 + low).ok_or(UrlError::PercentEncoding)?
        } else {
            byte
        });
    }
    String::from_utf8(decoded).map_err(|_| UrlError::PercentEncoding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::ToString;

    #[test]
    fn parts() {
        for (url, host, port, user, password, database) in [
            ("redis://localhost", "localhost", 6379, None, None, 0),
            ("REDIS://h:1/2", "h", 1, None, None, 2),
            ("redis://user:p%40ss@h", "h", 6379, Some("user"), Some("p@ss"), 0),
            ("redis://:only@h:7/", "h", 7, None, Some("only"), 0),
            ("redis://u:a@b:c@h/3", "h", 6379, Some("u"), Some("a@b:c"), 3),
            ("redis://[::1]:6380/1?db=5", "::1", 6380, None, None, 5),
            ("redis://[::1]", "::1", 6379, None, None, 0),
            ("redis://h?protocol=2#x", "h", 6379, None, None, 0),
        ] {
            let config = parse(url).unwrap();
            assert_eq!((&*config.host, config.port, config.database), (host, port, database), "{url}");
            assert_eq!(config.username.as_deref(), user, "{url}");
            assert_eq!(config.password.as_ref().map(crate::Secret::reveal), password, "{url}");
        }
    }

    #[test]
    fn errors_name_the_part_and_hide_the_value() {
        for (url, error) in [
            ("localhost", UrlError::Scheme),
            ("http://h", UrlError::Scheme),
            ("redis://", UrlError::MissingHost),
            ("redis://:6379", UrlError::MissingHost),
            ("redis://[::1", UrlError::Host),
            ("redis://a b", UrlError::Host),
            ("redis://h:0", UrlError::Port),
            ("redis://h:65536", UrlError::Port),
            ("redis://h/-1", UrlError::Database),
            ("redis://h/s3cret", UrlError::Database),
            ("redis://h?db=s3cret", UrlError::Database),
            ("redis://h?protocol=4", UrlError::Protocol),
            ("redis://u:%zz@h", UrlError::PercentEncoding),
            ("redis://u:%ff@h", UrlError::PercentEncoding),
            ("redis://h?colour=s3cret", UrlError::UnknownKey("colour".to_string())),
        ] {
            let found = parse(url).unwrap_err();
            assert_eq!(found, error, "{url}");
            assert!(!format!("{found} {found:?}").contains("s3cret"));
        }
    }
}
