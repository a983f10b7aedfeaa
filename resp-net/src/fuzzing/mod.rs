//! Bodies of the fuzz targets: properties that hold for any bytes, a panic if
//! one does not; and what the conformance driver needs. No part of the interface.

#[cfg(feature = "mio")]
mod exchange;
mod owed;
mod server;
mod session;
mod url;

#[cfg(feature = "mio")]
pub use exchange::exchange;
pub use session::session;
pub use url::url;

pub use crate::url::{Target, Url, UrlError};
