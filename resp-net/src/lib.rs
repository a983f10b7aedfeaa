//! Connections to Redis and Valkey: a client that pipelines by itself, and the
//! engine under it for those who bring their own input and output.
//!
#![cfg_attr(feature = "tokio", doc = "```no_run")]
#![cfg_attr(not(feature = "tokio"), doc = "```text")]
//! use std::time::Duration;
//! use resp_net::{Client, cmd};
//!
//! # async fn example() -> Result<(), resp_net::Error> {
//! let client = Client::connect("redis://localhost").await?;
//! client.set("greeting", "hello").ex(Duration::from_secs(60)).await?;
//! let bytes = client.get("greeting").await?;                  // Option<Bytes>, shares the read buffer
//! let text = client.get("greeting").text().await?;            // Option<String>
//! let (visits, user) = client.pipeline((cmd::incr("visits"), cmd::hgetall("user:1"))).await?;
//! let length = client.send(cmd::raw("STRLEN").arg("greeting").returning::<i64>()).await?;
//! # let _ = (bytes, text, visits, user, length);
//! # Ok(())
//! # }
//! ```
//!
//! * [`Client`]: one connection that any number of tasks share. Their commands
//!   leave together by themselves. This is what most programs want.
//! * [`Connection`]: one that a single caller holds, for commands that block or
//!   leave state behind; [`Pool`] lends them.
//! * [`Session`]: a connection as a state machine without socket, clock or
//!   task. The three above are thin drivers of it.
//!
//! # When a call fails
//!
//! Every [`Error`] says whether the command ran: [`Error::executed`]. `No` is
//! safe to repeat; after `Maybe` only the caller knows whether it is.
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | none | | [`Session`], [`Config`]: no_std with a heap |
//! | `std` | | socket errors in [`LostReason`] |
//! | `tls` | | [`TlsConfig`], by rustls with the cryptography of ring |
//! | `tls-aws-lc` | | the same with aws-lc; `tls` goes first if both are on |
//! | `tokio` | yes | [`Client`], [`Connection`], [`Pool`]; implies `std` |
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
#[cfg(any(feature = "tokio", feature = "mio"))]
mod driver;
mod error;
#[doc(hidden)]
pub mod fuzzing;
mod session;
#[cfg(feature = "__tls")]
mod tls_config;
#[cfg(feature = "__tls")]
mod tls_error;
mod url;

#[cfg(feature = "tokio")]
pub use client::{
    Call, Client, Connection, ConnectionPipeline, Lease, On, PipelineCall, Pool, PoolBuilder, Pooled,
};
pub use config::{
    Config, ConfigBuilder, ConfigError, Credentials, ProtocolChoice, Retry, Secret, WhenDisconnected,
    WhenFull,
};
pub use error::{Error, Executed, LostReason};
pub use resp_core::{self, Protocol, cmd};
pub use session::{Event, Lanes, RequestId, Session, SessionError, SubmitError, Tag};
#[cfg(feature = "__tls")]
pub use tls_config::TlsConfig;
#[cfg(feature = "__tls")]
pub use tls_error::TlsError;
pub use url::{Target, UrlError};
