//! What is measured, and the text in which it is read.

#[cfg(any(feature = "tokio", feature = "mio"))]
mod client;
mod exposition;
mod histogram;

#[cfg(any(feature = "tokio", feature = "mio"))]
pub use client::ClientMetrics;
pub use exposition::Exposition;
pub use histogram::Histogram;
