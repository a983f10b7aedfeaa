//! Why there is no server.

use core::fmt;
use std::io;
use std::path::PathBuf;

/// Why there is no server.
#[derive(Debug)]
#[non_exhaustive]
pub enum ServerError {
    /// Neither server is on the PATH.
    Missing,
    /// The system refused to start it.
    NotStarted(PathBuf, io::Error),
    /// It ended, or did not answer in time; the text is its log.
    NotReady(PathBuf, String),
}

impl fmt::Display for ServerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str(
                "no redis-server or valkey-server on the PATH; install one: \
                 `apt-get install redis-server` (Debian, Ubuntu), `dnf install valkey` (Fedora), \
                 `apk add redis` (Alpine), `pacman -S valkey` (Arch), `brew install redis` (macOS)",
            ),
            Self::NotStarted(program, _) => write!(f, "cannot start {}", program.display()),
            Self::NotReady(program, log) => {
                write!(f, "{} does not answer; its log:\n{log}", program.display())
            }
        }
    }
}

impl core::error::Error for ServerError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::NotStarted(_, error) => Some(error),
            Self::Missing | Self::NotReady(..) => None,
        }
    }
}
