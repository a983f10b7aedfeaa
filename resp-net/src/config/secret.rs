//! Passwords: how they are kept, and where they come from.

use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;
use core::hint::black_box;

/// A text that is never shown.
///
/// Its bytes are overwritten when it is dropped. That makes it unlikely, not
/// impossible, that they are found in memory later: a compiler may leave out
/// writes to memory that nothing reads again, and what was sent to the server
/// was copied into buffers that are not overwritten.
///
/// ```
/// use resp_net::Secret;
///
/// let secret = Secret::new("s3cret");
/// assert_eq!(format!("{secret} {secret:?}"), "*** ***");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Keeps `text` from being shown. A `String` is not copied.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        let mut bytes = core::mem::take(&mut self.0).into_bytes();
        bytes.fill(0);
        // Something might read them, as far as the compiler can tell.
        black_box(bytes.as_slice());
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Whom to authenticate as, and with what.
///
/// ```
/// use resp_net::{Config, Credentials};
///
/// # fn current_token() -> String { String::from("s3cret") }
/// // Each new connection authenticates with the token of its time.
/// let config = Config::builder()
///     .credentials_provider(|| Credentials {
///         username: Some("app".into()),
///         password: current_token().into(),
///     })
///     .build()?;
/// # Ok::<(), resp_net::ConfigError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// The user; `None` is the server's default user.
    pub username: Option<String>,
    /// The password.
    pub password: Secret,
}

/// What is asked for credentials.
#[derive(Clone)]
pub(crate) struct Provider(Arc<dyn Fn() -> Credentials + Send + Sync>);

impl Provider {
    pub(super) fn new(provide: impl Fn() -> Credentials + Send + Sync + 'static) -> Self {
        Self(Arc::new(provide))
    }

    pub(crate) fn ask(&self) -> Credentials {
        (self.0)()
    }
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Provider")
    }
}
