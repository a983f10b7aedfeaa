//! Settings that are impossible.

use core::fmt;

use crate::url::UrlError;

/// Why a configuration was refused. Names the setting or the part of the URL,
/// and never shows its value, which may be a secret that slipped.
///
/// ```
/// use resp_net::{Config, ConfigError};
///
/// let error = Config::from_url("redis://localhost?max_in_flight=many").unwrap_err();
/// assert!(matches!(error, ConfigError::Setting { name: "max_in_flight", .. }));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigError {
    /// The URL is malformed, or asks for what there is not.
    Url(UrlError),
    /// A setting has a value that it cannot have.
    Setting {
        /// The method of [`ConfigBuilder`](crate::ConfigBuilder) or
        /// [`Limits`](resp_core::Limits) that sets it, which is also its name in a URL.
        name: &'static str,
        /// What is wrong with it, or what it must be.
        reason: &'static str,
    },
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url(error) => error.fmt(f),
            Self::Setting { name, reason } => write!(f, "invalid setting {name}: {reason}"),
        }
    }
}

impl core::error::Error for ConfigError {}

impl From<UrlError> for ConfigError {
    fn from(error: UrlError) -> Self {
        Self::Url(error)
    }
}
