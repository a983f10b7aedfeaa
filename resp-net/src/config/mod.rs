//! Where to connect and how: the settings once they are checked.

mod builder;
mod check;
mod error;
mod policy;
mod query;
#[cfg(feature = "std")]
mod resolver;
mod secret;
#[cfg(test)]
mod tests;

use alloc::string::String;
use core::fmt::{self, Write};
use core::time::Duration;

use resp_core::Limits;

pub use builder::ConfigBuilder;
pub use error::ConfigError;
pub use policy::{ProtocolChoice, Retry, WhenDisconnected, WhenFull};
#[cfg(feature = "std")]
pub(crate) use resolver::Resolver;
pub(crate) use secret::Provider;
pub use secret::{Credentials, Secret};

#[cfg(feature = "__tls")]
use crate::tls_config::TlsConfig;
use crate::url::Target;

/// Where to connect and how, checked: what it says is possible.
///
/// [`ConfigBuilder`] makes one and documents every setting.
///
/// ```
/// use core::time::Duration;
/// use resp_net::Config;
///
/// let config = Config::from_url("redis://app:s3cret@localhost/2?call_timeout=500ms")?;
/// assert_eq!(config.to_string(), "redis://localhost:6379/2");
///
/// let config = Config::builder().host("10.0.0.7").password("s3cret").build()?;
/// assert!(!format!("{config:?}").contains("s3cret"));
///
/// let error = Config::builder().connect_timeout(Duration::ZERO).build().unwrap_err();
/// assert_eq!(error.to_string(), "invalid setting connect_timeout: it must not be zero");
/// # Ok::<(), resp_net::ConfigError>(())
/// ```
#[derive(Clone, Debug)]
#[allow(dead_code, reason = "some settings are for drivers alone, which are features")]
pub struct Config {
    pub(crate) target: Target,
    /// Who knows the addresses of the host.
    #[cfg(feature = "std")]
    pub(crate) resolver: Resolver,
    /// Whether to speak TLS, and then how.
    pub(crate) tls: bool,
    #[cfg(feature = "__tls")]
    pub(crate) tls_config: TlsConfig,
    pub(crate) username: Option<String>,
    pub(crate) password: Option<Secret>,
    /// Asked at each handshake, instead of the two above.
    pub(crate) credentials: Option<Provider>,
    pub(crate) database: u32,
    pub(crate) client_name: Option<String>,
    pub(crate) set_info: bool,
    pub(crate) protocol: ProtocolChoice,
    pub(crate) connect_timeout: Duration,
    pub(crate) call_timeout: Option<Duration>,
    pub(crate) liveness_timeout: Duration,
    pub(crate) idle_ping: Option<Duration>,
    pub(crate) budget: usize,
    pub(crate) max_in_flight: usize,
    pub(crate) max_waiting: usize,
    pub(crate) when_full: WhenFull,
    pub(crate) when_disconnected: WhenDisconnected,
    pub(crate) retry: Retry,
    pub(crate) backoff_first: Duration,
    pub(crate) backoff_max: Duration,
    pub(crate) nodelay: bool,
    pub(crate) keepalive: Option<Duration>,
    pub(crate) user_timeout: Option<Duration>,
    pub(crate) limits: Limits,
    pub(crate) max_dedicated: usize,
    pub(crate) push_queue: usize,
}

/// The port that servers listen on unless told otherwise.
pub(crate) const DEFAULT_PORT: u16 = 6379;

impl Config {
    /// Settings that all have their defaults: `localhost`, port 6379, no
    /// authentication, database 0.
    pub fn builder() -> ConfigBuilder {
        ConfigBuilder::default()
    }

    /// What a URL says, and defaults for the rest.
    /// [`ConfigBuilder::from_url`] describes it.
    ///
    /// # Errors
    /// The part of the URL or the setting that is wrong, by name; its value is
    /// never shown.
    pub fn from_url(url: &str) -> Result<Self, ConfigError> {
        ConfigBuilder::from_url(url)?.build()
    }

    /// Where the server listens.
    #[must_use]
    pub const fn target(&self) -> &Target {
        &self.target
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            target: Target::Tcp { host: String::from("localhost"), port: DEFAULT_PORT },
            #[cfg(feature = "std")]
            resolver: Resolver::default(),
            tls: false,
            #[cfg(feature = "__tls")]
            tls_config: TlsConfig::default(),
            username: None,
            password: None,
            credentials: None,
            database: 0,
            client_name: None,
            set_info: true,
            protocol: ProtocolChoice::Automatic,
            connect_timeout: Duration::from_secs(1),
            call_timeout: Some(Duration::from_secs(1)),
            liveness_timeout: Duration::from_secs(2),
            idle_ping: Some(Duration::from_secs(10)),
            budget: 16 << 20,
            max_in_flight: 16_384,
            max_waiting: 4096,
            when_full: WhenFull::Wait,
            when_disconnected: WhenDisconnected::Fail,
            retry: Retry::Unsent,
            backoff_first: Duration::from_millis(10),
            backoff_max: Duration::from_secs(2),
            nodelay: true,
            keepalive: Some(Duration::from_secs(30)),
            user_timeout: None,
            limits: Limits::default(),
            max_dedicated: 16,
            push_queue: 1024,
        }
    }
}

/// A URL of host, port and database, or of path and database; never user,
/// password or other settings.
impl fmt::Display for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.target {
            Target::Tcp { host, port } => {
                let (open, close) = if host.contains(':') { ("[", "]") } else { ("", "") };
                f.write_str(if self.tls { "rediss://" } else { "redis://" })?;
                f.write_str(open)?;
                write_encoded(f, host)?;
                write!(f, "{close}:{port}/{}", self.database)
            }
            Target::Unix(path) => {
                f.write_str("unix://")?;
                write_encoded(f, path)?;
                write!(f, "?db={}", self.database)
            }
        }
    }
}

/// Percent-encodes what would end the part of a URL, or a line of a log.
fn write_encoded(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    for character in text.chars() {
        if character.is_control() || character.is_whitespace() || "%?#".contains(character) {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                write!(f, "%{byte:02X}")?;
            }
        } else {
            f.write_char(character)?;
        }
    }
    Ok(())
}
