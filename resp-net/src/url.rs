//! Connection URLs: what they say, and what is wrong with them. Nothing here
//! judges whether it can be done; [`Config`](crate::Config) does.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::net::Ipv6Addr;

use crate::config::{DEFAULT_PORT, ProtocolChoice};

/// What a connection URL says:
/// `scheme://[user[:password]@]host[:port][/database][?key=value&...]` or
/// `unix://[user[:password]@]/path[?db=database&...]`.
///
/// Schemes, in any case, are `redis`, `rediss`, `valkey`, `valkeys` (with an s:
/// TLS), `unix`, `redis+unix` and `valkey+unix`. All parts but scheme and port are
/// percent-decoded; a percent sign that starts no two hexadecimal digits stands
/// for itself, and so does a plus sign. What is missing or empty has its default:
/// port 6379, database 0, no user, no password, any protocol. A fragment is ignored.
#[derive(Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the part of its name")]
pub struct Url {
    pub target: Target,
    /// Whether the scheme asks for TLS.
    pub tls: bool,
    pub username: Option<String>,
    pub password: Option<String>,
    /// From the last `db` in the query, or else from the path.
    pub database: u32,
    /// From the last `protocol` or `resp` in the query: `2`, `3`, `resp2` or `resp3`.
    pub protocol: ProtocolChoice,
    /// All keys of the query with their values, in order, these three too.
    pub options: Vec<(String, String)>,
}

/// Where a server listens.
///
/// ```
/// use resp_net::{Config, Target};
///
/// let config = Config::from_url("redis://[fe80::1%25eth0]")?;
/// assert_eq!(config.target(), &Target::Tcp { host: "fe80::1%eth0".into(), port: 6379 });
/// let config = Config::from_url("unix:///run/redis.sock")?;
/// assert_eq!(config.target(), &Target::Unix("/run/redis.sock".into()));
/// # Ok::<(), resp_net::ConfigError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// A TCP port.
    Tcp {
        /// The name or address of the server. An IPv6 address is without its
        /// brackets; a zone follows a percent sign.
        host: String,
        /// The port.
        port: u16,
    },
    /// The path of a socket.
    Unix(String),
}

/// A URL that names no server, or one that cannot be connected to. Says which
/// part is wrong and never shows it, since any part may hold a secret that slipped.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UrlError {
    /// It has more than 4 KiB.
    TooLong,
    /// It does not start with a scheme that is known and `://`.
    Scheme,
    /// There is no host.
    MissingHost,
    /// The host is malformed, or what follows it is not a colon and digits.
    Host,
    /// The port is beyond 65535, or it is 0 and was to be connected to.
    Port,
    /// The path of a socket is not absolute, or is none.
    Path,
    /// The database is not a number.
    Database,
    /// The protocol is neither 2 nor 3.
    Protocol,
    /// This part, percent-decoded, is not UTF-8.
    PercentEncoding(&'static str),
    /// This part holds a NUL character.
    Nul(&'static str),
    /// The query has a key that is not known.
    UnknownKey(String),
    /// The query has this key twice, or once under each of its names.
    RepeatedKey(&'static str),
    /// The query has a key that is no name: maybe the rest of a password with a
    /// question mark in it.
    Query,
    /// The fragment has an @ in it: maybe the rest of a password with a number
    /// sign in it.
    Fragment,
    /// It asks for what needs this feature of the crate, which is off.
    NeedsFeature(&'static str),
}

/// The longest URL: enough for a token as the password.
const MAX_LEN: usize = 4096;

impl Url {
    /// Takes a URL apart. Never panics.
    ///
    /// # Errors
    /// The part that is wrong; its value is never shown.
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        if text.len() > MAX_LEN {
            return Err(UrlError::TooLong);
        }
        let (scheme, rest) = text.split_once("://").ok_or(UrlError::Scheme)?;
        let scheme = Scheme::parse(scheme).ok_or(UrlError::Scheme)?;
        let rest = rest.split_once('#').map_or(rest, |(before, _)| before);
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        // A password may hold an unencoded @, a host may not.
        let (credentials, host) = authority.rsplit_once('@').unwrap_or(("", authority));
        let (user, password) = credentials.split_once(':').unwrap_or((credentials, ""));
        let (target, tls, database) = match scheme {
            Scheme::Unix if host.is_empty() => (Target::Unix(socket_path(path)?), false, 0),
            Scheme::Unix => return Err(UrlError::Path),
            Scheme::Tcp { tls } => {
                let (host, port) = host_and_port(host)?;
                let database = parse_database(&decode(path, "database")?)?.unwrap_or(0);
                (Target::Tcp { host, port }, tls, database)
            }
        };
        let given = |text: String| Some(text).filter(|text| !text.is_empty());
        let url = Self {
            target,
            tls,
            username: given(decode(user, "user name")?),
            password: given(decode(password, "password")?),
            database,
            protocol: ProtocolChoice::Automatic,
            options: Vec::new(),
        };
        url.with_query(query)
    }

    fn with_query(mut self, query: &str) -> Result<Self, UrlError> {
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (key, value) = (decode(key, "query")?, decode(value, "query")?);
            match &*key {
                "db" => self.database = parse_database(&value)?.unwrap_or(self.database),
                "protocol" | "resp" => self.protocol = parse_protocol(&value)?,
                _ => {}
            }
            self.options.push((key, value));
        }
        Ok(self)
    }
}

enum Scheme {
    Tcp { tls: bool },
    Unix,
}

impl Scheme {
    fn parse(text: &str) -> Option<Self> {
        const SCHEMES: [(&str, Scheme); 7] = [
            ("redis", Scheme::Tcp { tls: false }),
            ("rediss", Scheme::Tcp { tls: true }),
            ("valkey", Scheme::Tcp { tls: false }),
            ("valkeys", Scheme::Tcp { tls: true }),
            ("unix", Scheme::Unix),
            ("redis+unix", Scheme::Unix),
            ("valkey+unix", Scheme::Unix),
        ];
        SCHEMES.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(text)).map(|(_, scheme)| scheme)
    }
}

fn socket_path(text: &str) -> Result<String, UrlError> {
    let path = decode(text, "path")?;
    if path.chars().all(|character| character == '/') { Err(UrlError::Path) } else { Ok(path) }
}

fn host_and_port(text: &str) -> Result<(String, u16), UrlError> {
    let (host, after) = if let Some(bracketed) = text.strip_prefix('[') {
        let (address, after) = bracketed.split_once(']').ok_or(UrlError::Host)?;
        (ipv6_address(address)?, after)
    } else {
        let (host, after) = text.split_at(text.find(':').unwrap_or(text.len()));
        (host_name(host)?, after)
    };
    let port = match after.strip_prefix(':') {
        Some(port) => digits(port).ok_or(UrlError::Host)?,
        None if after.is_empty() => after,
        None => return Err(UrlError::Host),
    };
    let port = if port.is_empty() { DEFAULT_PORT } else { port.parse().map_err(|_| UrlError::Port)? };
    Ok((host, port))
}

/// Anything but what could not be a name and hints at a slip.
fn host_name(text: &str) -> Result<String, UrlError> {
    let host = decode(text, "host")?;
    if host.is_empty() {
        return Err(UrlError::MissingHost);
    }
    if is_host_name(&host) { Ok(host) } else { Err(UrlError::Host) }
}

fn is_host_name(text: &str) -> bool {
    let slipped = |character: char| {
        character.is_whitespace() || character.is_control() || r#":/?#[]@\<>^|""#.contains(character)
    };
    !text.is_empty() && !text.contains(slipped)
}

/// Whether the text, which is not encoded, may be the host of a [`Target`].
pub(crate) fn is_host(text: &str) -> bool {
    match text.split_once('%') {
        Some((address, zone)) if address.contains(':') => {
            address.parse::<Ipv6Addr>().is_ok() && is_host_name(zone)
        }
        _ => is_host_name(text) || text.parse::<Ipv6Addr>().is_ok(),
    }
}

/// An address and maybe a zone, whose percent sign may be encoded (RFC 6874) or not.
fn ipv6_address(text: &str) -> Result<String, UrlError> {
    let (address, zone) = text.split_once('%').map_or((text, None), |(address, zone)| (address, Some(zone)));
    address.parse::<Ipv6Addr>().map_err(|_| UrlError::Host)?;
    let mut host = String::from(address);
    if let Some(zone) = zone {
        let encoded = zone.strip_prefix("25").filter(|zone| !zone.is_empty());
        host.push('%');
        host.push_str(&host_name(encoded.unwrap_or(zone))?);
    }
    Ok(host)
}

fn parse_database(text: &str) -> Result<Option<u32>, UrlError> {
    let number = digits(text.trim_matches('/')).ok_or(UrlError::Database)?;
    if number.is_empty() { Ok(None) } else { number.parse().map(Some).map_err(|_| UrlError::Database) }
}

fn parse_protocol(text: &str) -> Result<ProtocolChoice, UrlError> {
    match &*text.to_ascii_lowercase() {
        "" => Ok(ProtocolChoice::Automatic),
        "2" | "resp2" => Ok(ProtocolChoice::Resp2),
        "3" | "resp3" => Ok(ProtocolChoice::Resp3),
        _ => Err(UrlError::Protocol),
    }
}

/// The text, if it is digits or empty: `parse` would also take a plus sign.
fn digits(text: &str) -> Option<&str> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then_some(text)
}

fn decode(text: &str, part: &'static str) -> Result<String, UrlError> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some(&first) = rest.first() {
        let (byte, len) = escaped(rest).map_or((first, 1), |byte| (byte, 3));
        decoded.push(byte);
        rest = &rest[len..];
    }
    if decoded.contains(&0) {
        return Err(UrlError::Nul(part));
    }
    String::from_utf8(decoded).map_err(|_| UrlError::PercentEncoding(part))
}

/// The byte that stands encoded at the start.
fn escaped(text: &[u8]) -> Option<u8> {
    let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    match *text {
        [b'%', high, low, ..] => Some(digit(high)? << 4 | digit(low)?),
        _ => None,
    }
}

/// Shows neither user nor password, and of other options only the keys.
impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hidden = |part: &Option<String>| part.as_ref().map(|_| format_args!("***"));
        let keys: Vec<&str> = self.options.iter().map(|(key, _)| &**key).collect();
        f.debug_struct("Url")
            .field("target", &self.target)
            .field("tls", &self.tls)
            .field("username", &hidden(&self.username))
            .field("password", &hidden(&self.password))
            .field("database", &self.database)
            .field("protocol", &self.protocol)
            .field("options", &keys)
            .finish()
    }
}

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid URL: ")?;
        match self {
            Self::TooLong => f.write_str("it is longer than 4 KiB"),
            Self::Scheme => {
                f.write_str("it must start with redis://, rediss://, valkey://, valkeys:// or unix://")
            }
            Self::MissingHost => f.write_str("the host is missing"),
            Self::Host => f.write_str(
                "the host is malformed or not followed by a colon and a port \
                 (an IPv6 address needs brackets)",
            ),
            Self::Port => f.write_str("the port must be a number from 1 to 65535"),
            Self::Path => f.write_str("the path of a socket must be absolute, as in unix:///run/redis.sock"),
            Self::Database => f.write_str("the database must be a number"),
            Self::Protocol => f.write_str("the protocol must be 2 or 3"),
            Self::PercentEncoding(part) => write!(f, "the {part} is not UTF-8 when percent-decoded"),
            Self::Nul(part) => write!(f, "the {part} holds a NUL character"),
            Self::UnknownKey(key) => write!(f, "unknown option '{}' in the query", key.escape_debug()),
            Self::RepeatedKey(key) => write!(f, "the option '{key}' is there twice"),
            Self::Query => f.write_str(
                "the query is malformed (a question mark in a user name or password is written %3F)",
            ),
            Self::Fragment => {
                f.write_str("the host is not clear (a number sign in a user name or password is written %23)")
            }
            Self::NeedsFeature(feature) => write!(f, "it needs the feature `{feature}` of resp-net"),
        }
    }
}

impl core::error::Error for UrlError {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::borrow::ToOwned;
    use alloc::format;

    type Row = (&'static str, &'static str, u16, bool, Option<&'static str>, Option<&'static str>, u32);

    #[rustfmt::skip]
    const TCP: &[Row] = &[
        ("redis://localhost", "localhost", 6379, false, None, None, 0),
        ("REDIS://h:1/2", "h", 1, false, None, None, 2),
        ("rediss://h", "h", 6379, true, None, None, 0),
        ("valkey://h", "h", 6379, false, None, None, 0),
        ("VALKEYS://[::1]", "::1", 6379, true, None, None, 0),
        ("redis://user:p%40ss@h", "h", 6379, false, Some("user"), Some("p@ss"), 0),
        ("redis://us%3aer@h", "h", 6379, false, Some("us:er"), None, 0),
        ("redis://:only@h:7/", "h", 7, false, None, Some("only"), 0),
        ("redis://:@h:", "h", 6379, false, None, None, 0),
        ("redis://u:a@b:c@h/3", "h", 6379, false, Some("u"), Some("a@b:c"), 3),
        ("redis://u:a+b %c3%b0@h", "h", 6379, false, Some("u"), Some("a+b \u{f0}"), 0),
        ("redis://u:%zz%4@h", "h", 6379, false, Some("u"), Some("%zz%4"), 0),
        ("redis://u:%2525%@h", "h", 6379, false, Some("u"), Some("%25%"), 0),
        ("redis://[::1]:6380/1?db=5", "::1", 6380, false, None, None, 5),
        ("redis://[fe80::1%25eth0]", "fe80::1%eth0", 6379, false, None, None, 0),
        ("redis://[fe80::1%eth0]:1", "fe80::1%eth0", 1, false, None, None, 0),
        ("redis://[fe80::1%25]:1", "fe80::1%25", 1, false, None, None, 0),
        ("redis://b\u{fc}cher.example", "b\u{fc}cher.example", 6379, false, None, None, 0),
        ("redis://Upper.Example:065535", "Upper.Example", 65535, false, None, None, 0),
        ("redis://h:0", "h", 0, false, None, None, 0),
        ("redis://h//007/", "h", 6379, false, None, None, 7),
        ("redis://h/1?db=", "h", 6379, false, None, None, 1),
        ("redis://h?db=1&d%62=%32&&protocol=#?db=3", "h", 6379, false, None, None, 2),
    ];

    #[test]
    fn tcp() {
        for &(text, host, port, tls, user, password, database) in TCP {
            let url = Url::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(url.target, Target::Tcp { host: host.to_owned(), port }, "{text}");
            assert_eq!(url.tls, tls, "{text}");
            assert!(is_host(host), "{text}");
            assert_eq!((url.username.as_deref(), url.password.as_deref()), (user, password), "{text}");
            assert_eq!(url.database, database, "{text}");
            assert!(url.options.iter().all(|(key, _)| ["db", "protocol"].contains(&&**key)), "{text}");
        }
    }

    #[test]
    fn sockets() {
        for (text, path, user, password, database) in [
            ("unix:///run/redis.sock", "/run/redis.sock", None, None, 0),
            ("redis+unix:///a%20b/c?db=1", "/a b/c", None, None, 1),
            ("Valkey+Unix:///a", "/a", None, None, 0),
            ("unix://user:pass@word@/a?db=2", "/a", Some("user"), Some("pass@word"), 2),
            ("unix://%2Fu%2B name+:@/a", "/a", Some("/u+ name+"), None, 0),
        ] {
            let url = Url::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!(url.target, Target::Unix(path.to_owned()), "{text}");
            assert_eq!((url.username.as_deref(), url.password.as_deref()), (user, password), "{text}");
            assert_eq!(url.database, database, "{text}");
        }
    }

    #[test]
    fn query() {
        for (query, protocol) in [
            ("", ProtocolChoice::Automatic),
            ("resp=", ProtocolChoice::Automatic),
            ("protocol=2", ProtocolChoice::Resp2),
            ("protocol=RESP3", ProtocolChoice::Resp3),
            ("resp=3", ProtocolChoice::Resp3),
        ] {
            assert_eq!(Url::parse(&format!("redis://h?{query}")).unwrap().protocol, protocol, "{query}");
        }
        let url = Url::parse("redis://h/?b=%3D%26+&a&Db=7&b=2=3").unwrap();
        let options: Vec<_> = url.options.iter().map(|(key, value)| (&**key, &**value)).collect();
        assert_eq!(options, [("b", "=&+"), ("a", ""), ("Db", "7"), ("b", "2=3")]);
    }

    /// Stands where a secret could: no error and no view of a URL may show it.
    const CANARY: &str = "s3cret";

    #[test]
    fn errors_name_the_part_and_hide_the_value() {
        for (text, error) in [
            ("s3cret", UrlError::Scheme),
            ("redis:s3cret", UrlError::Scheme),
            ("s3cret://h", UrlError::Scheme),
            (" redis://h", UrlError::Scheme),
            ("redis://", UrlError::MissingHost),
            ("redis://u:s3cret@:6379", UrlError::MissingHost),
            ("redis:///1", UrlError::MissingHost),
            ("redis://#h", UrlError::MissingHost),
            ("redis://[::1", UrlError::Host),
            ("redis://[::1]s3cret", UrlError::Host),
            ("redis://[s3cret]", UrlError::Host),
            ("redis://[127.0.0.1]", UrlError::Host),
            ("redis://[::1%]", UrlError::MissingHost),
            ("redis://2001:db8::1", UrlError::Host),
            ("redis://s3cret ", UrlError::Host),
            ("redis://s3cret%2f", UrlError::Host),
            ("redis://:s3cret/@h", UrlError::MissingHost),
            ("redis://u:s3cret/@h", UrlError::Host),
            ("redis://h:+1", UrlError::Host),
            ("redis://h:65536", UrlError::Port),
            ("redis://h:99999999999999999999", UrlError::Port),
            ("unix://", UrlError::Path),
            ("unix:///", UrlError::Path),
            ("unix://?db=1", UrlError::Path),
            ("unix://s3cret/redis.sock", UrlError::Path),
            ("redis://h/-1", UrlError::Database),
            ("redis://h/+1", UrlError::Database),
            ("redis://h/1/2", UrlError::Database),
            ("redis://h/4294967296", UrlError::Database),
            ("redis://h/s3cret", UrlError::Database),
            ("redis://h/1?db=s3cret", UrlError::Database),
            ("redis://h?protocol=s3cret", UrlError::Protocol),
            ("redis://h?protocol=4", UrlError::Protocol),
            ("redis://u:s3cret%ff@h", UrlError::PercentEncoding("password")),
            ("redis://s3cret%ff@h", UrlError::PercentEncoding("user name")),
            ("redis://s3cret%ff", UrlError::PercentEncoding("host")),
            ("redis://h?a=s3cret%ff", UrlError::PercentEncoding("query")),
            ("redis://h/s3cret%ff", UrlError::PercentEncoding("database")),
            ("unix:///s3cret%00", UrlError::Nul("path")),
            ("redis://u:s3cret\0@h", UrlError::Nul("password")),
        ] {
            let found = Url::parse(text).unwrap_err();
            assert_eq!(found, error, "{text}");
            assert!(!format!("{found} {found:?}").contains(CANARY), "{text}");
        }
    }

    #[test]
    fn length() {
        let url = |len: usize| format!("redis://h?{}", "a".repeat(len - "redis://h?".len()));
        assert!(Url::parse(&url(MAX_LEN)).is_ok());
        assert_eq!(Url::parse(&url(MAX_LEN + 1)), Err(UrlError::TooLong));
    }

    #[test]
    fn debug_hides_credentials_and_values() {
        let shown = format!("{:?}", Url::parse("redis://s3cret:s3cret@h/1?key=s3cret").unwrap());
        assert!(!shown.contains(CANARY), "{shown}");
        assert!(shown.contains("\"key\"") && shown.contains("\"h\"") && shown.contains("***"), "{shown}");
    }
}
