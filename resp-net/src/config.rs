//! Where to connect and how, each setting with its default and reason.

use alloc::string::String;
use core::fmt;
use core::time::Duration;

use resp_core::Limits;

use crate::url::{Target, Url, UrlError};

/// Where to connect and how.
///
/// ```
/// use std::time::Duration;
/// use resp_net::Config;
///
/// let config = Config::from_url("redis://app:s3cret@localhost:6379/2")?
///     .connect_timeout(Duration::from_millis(500));
/// assert!(!format!("{config:?}").contains("s3cret"));
/// # Ok::<(), resp_net::UrlError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) username: Option<String>,
    pub(crate) password: Option<Secret>,
    pub(crate) database: u32,
    pub(crate) protocol: ProtocolChoice,
    pub(crate) connect_timeout: Duration,
    pub(crate) limits: Limits,
}

/// The port that servers listen on unless told otherwise.
pub(crate) const DEFAULT_PORT: u16 = 6379;

impl Config {
    /// A server without authentication, database 0.
    #[must_use]
    pub fn new(host: impl Into<String>, port: u16) -> Self {
        Self {
            host: host.into(),
            port,
            username: None,
            password: None,
            database: 0,
            protocol: ProtocolChoice::Automatic,
            connect_timeout: Duration::from_secs(1),
            limits: Limits::default(),
        }
    }

    /// What a URL says: `redis://[user:password@]host[:port][/database]`, with
    /// reserved characters in user and password percent-encoded, and in the
    /// query `db` and `protocol` (2 or 3). `valkey://` means the same.
    ///
    /// # Errors
    /// The part of the URL that is wrong or not supported, which for now holds
    /// for TLS and Unix sockets; its value is never shown.
    pub fn from_url(url: &str) -> Result<Self, UrlError> {
        let url = Url::parse(url)?;
        let (host, port) = match url.target {
            Target::Tcp { port: 0, .. } => return Err(UrlError::Port),
            Target::Tcp { host, port, tls: false } => (host, port),
            Target::Tcp { tls: true, .. } => return Err(UrlError::Unsupported("TLS")),
            Target::Unix(_) => return Err(UrlError::Unsupported("a Unix socket")),
        };
        // Silence would hide a typing error, or a switch that was to protect something.
        if let Some((key, _)) = url.options.into_iter().next() {
            // What is no name may be half a password.
            let is_name = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte));
            return Err(if is_name { UrlError::UnknownKey(key) } else { UrlError::Query });
        }
        Ok(Self {
            username: url.username,
            password: url.password.map(Secret::new),
            database: url.database,
            protocol: url.protocol,
            ..Self::new(host, port)
        })
    }

    /// The name or address of the server.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port that the server listens on.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The user to authenticate as. Default: the server's default user.
    #[must_use]
    pub fn username(mut self, name: impl Into<String>) -> Self {
        self.username = Some(name.into());
        self
    }

    /// The password. Default: no authentication.
    #[must_use]
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(Secret::new(password));
        self
    }

    /// The number of the database. Default 0.
    #[must_use]
    pub const fn database(mut self, number: u32) -> Self {
        self.database = number;
        self
    }

    /// Which version of the protocol to speak. Default: RESP3, and RESP2 with
    /// servers that do not know it.
    #[must_use]
    pub const fn protocol(mut self, protocol: ProtocolChoice) -> Self {
        self.protocol = protocol;
        self
    }

    /// How long it may take until the first command can be sent: names
    /// resolved, connected, authenticated. Default one second, since a server
    /// that takes longer is of no use to most callers.
    #[must_use]
    pub const fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// What a reply may hold. Default: [`Limits::default`].
    #[must_use]
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }
}

/// Host, port and database; never user or password.
impl fmt::Display for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (open, close) = if self.host.contains(':') { ("[", "]") } else { ("", "") };
        let host = self.host.replace('%', "%25");
        write!(f, "redis://{open}{host}{close}:{}/{}", self.port, self.database)
    }
}

/// Which version of the protocol to speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProtocolChoice {
    /// RESP3, and RESP2 with servers that do not know it.
    #[default]
    Automatic,
    /// RESP2, without asking.
    Resp2,
    /// RESP3, or no connection.
    Resp3,
}

/// A text that is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps `text` from being shown.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::ToString;

    #[test]
    fn a_url_sets_every_part() {
        let config = Config::from_url("valkey://user:s3cret@[::1]:1/2?protocol=3").unwrap();
        assert_eq!(config.to_string(), "redis://[::1]:1/2");
        assert_eq!(config.username.as_deref(), Some("user"));
        assert_eq!(config.password.as_ref().map(Secret::reveal), Some("s3cret"));
        assert_eq!(config.protocol, ProtocolChoice::Resp3);
        assert!(!format!("{config:?} {config}").contains("s3cret"));
    }

    #[test]
    fn what_cannot_be_done_is_refused_by_name() {
        for (url, error, named) in [
            ("rediss://:s3cret@h", UrlError::Unsupported("TLS"), "TLS"),
            ("unix://:s3cret@/s3cret", UrlError::Unsupported("a Unix socket"), "Unix socket"),
            ("redis://:s3cret@h:0", UrlError::Port, "port"),
            ("redis://h?colour=s3cret", UrlError::UnknownKey("colour".to_string()), "'colour'"),
            ("redis://u:1?s3cret@h", UrlError::Query, "%3F"),
            ("redis://s3cret@h?insecure", UrlError::UnknownKey("insecure".to_string()), "'insecure'"),
        ] {
            let found = Config::from_url(url).unwrap_err();
            assert_eq!(found, error, "{url}");
            let shown = found.to_string();
            assert!(shown.contains(named) && !shown.contains("s3cret"), "{url}: {shown}");
        }
    }
}
