//! Connections to Redis and Valkey.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "tokio")]
mod client;
#[cfg(feature = "tokio")]
mod commands;
mod config;
#[cfg(feature = "tokio")]
mod driver;
mod error;
mod session;
mod url;

#[cfg(feature = "tokio")]
pub use client::{
    Call, Client, Connection, ConnectionPipeline, Lease, On, PipelineCall, Pool, PoolBuilder, Pooled,
};
pub use config::{Config, ProtocolChoice, Secret};
pub use error::{Error, Executed, LostReason};
pub use resp_core::{self, cmd};
pub use session::{Event, Lanes, Protocol, RequestId, Session, SessionError, SubmitError, Tag};
pub use url::UrlError;
