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
//!   Transactions, scripts and commands that wait run on it too;
//!   [`MultiplexedPool`] is several of them.
//! * [`Subscriber`]: a stream of what is published, over the client's connection
//!   or one beside it.
//! * [`Connection`]: one that a single caller holds, for what leaves state
//!   behind; [`Pool`] lends them.
#![cfg_attr(feature = "mio", doc = "* [`blocking`]: the same for threads, without a runtime.")]
#![cfg_attr(not(feature = "mio"), doc = "* `blocking`: the same for threads, without a runtime.")]
//! * [`Session`]: a connection as a state machine without socket, clock or
//!   task. The others are thin drivers of it.
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
//! | `derive` | | derive macros `FromReply`, `ToArg` and `ToArgs` |
//! | `json`, `serde` | | JSON in strings, types of serde as replies: see `resp_core` |
//! | `mio` | | `blocking`, the clients for threads; implies `std` |
//! | `std` | | socket errors in [`LostReason`] |
//! | `tls` | | `TlsConfig`: TLS by rustls, with the cryptography of ring |
//! | `tls-aws-lc` | | the same with aws-lc; `tls` goes first if both are on |
//! | `tracing` | | spans for calls and events of connections, for the crate of that name; implies `std` |
//! | `tokio` | yes | [`Client`], [`Subscriber`], [`Connection`], [`Pool`]; implies `std` |
//!
// Without that feature, what it adds is found in this table.
#![cfg_attr(not(feature = "tokio"), doc = "[`Client`]: #features")]
#![cfg_attr(not(feature = "tokio"), doc = "[`Connection`]: #features")]
#![cfg_attr(not(feature = "tokio"), doc = "[`MultiplexedPool`]: #features")]
#![cfg_attr(not(feature = "tokio"), doc = "[`Pool`]: #features")]
#![cfg_attr(not(feature = "tokio"), doc = "[`Subscriber`]: #features")]
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "mio")]
pub mod blocking;
#[cfg(feature = "tokio")]
mod client;
#[cfg(any(feature = "tokio", feature = "mio"))]
mod commands;
mod config;
#[cfg(any(feature = "tokio", feature = "mio"))]
mod consume;
#[cfg(any(feature = "tokio", feature = "mio"))]
mod driver;
mod error;
#[doc(hidden)]
pub mod fuzzing;
mod metrics;
#[cfg(any(feature = "tokio", feature = "mio"))]
mod pool;
#[cfg(any(feature = "tokio", feature = "mio"))]
mod scan;
#[cfg(any(feature = "tokio", feature = "mio"))]
mod script;
mod session;
#[cfg(any(feature = "tokio", feature = "mio"))]
mod text;
#[cfg(feature = "__tls")]
mod tls_config;
#[cfg(feature = "__tls")]
mod tls_error;
mod url;

#[cfg(feature = "tokio")]
pub use client::{
    Call, Client, Connection, ConnectionPipeline, ConsumerStream, Events, Lease, MultiplexedPool, On,
    PipelineCall, Pool, PoolBuilder, Pooled, ScanStream, Subscriber, SubscriptionCall, TextCall, TextClient,
    TransactionCall, Watched,
};
pub use config::{
    Config, ConfigBuilder, ConfigError, Credentials, ProtocolChoice, Retry, Secret, WhenDisconnected,
    WhenFull,
};
#[cfg(any(feature = "tokio", feature = "mio"))]
pub use consume::Delivered;
#[cfg(any(feature = "tokio", feature = "mio"))]
pub use driver::bulletin::ConnectionEvent;
#[cfg(any(feature = "tokio", feature = "mio"))]
pub use driver::pubsub::{Ended, Gap, GapReason, Incoming, Message, WhenSlow};
pub use error::{Error, Executed, LostReason};
#[cfg(any(feature = "tokio", feature = "mio"))]
pub use metrics::ClientMetrics;
pub use metrics::{Exposition, Histogram};
#[cfg(any(feature = "tokio", feature = "mio"))]
pub use pool::{ClosedBy, PoolMetrics, Sizing};
pub use resp_core::__traits::{FromReply, ToArg, ToArgs};
#[cfg(any(feature = "tokio", feature = "mio"))]
pub use resp_core::replies;
pub use resp_core::{self, Protocol, cmd};
#[cfg(feature = "derive")]
pub use resp_derive::{FromReplyOfNet as FromReply, ToArgOfNet as ToArg, ToArgsOfNet as ToArgs};
#[cfg(any(feature = "tokio", feature = "mio"))]
pub use script::{Script, ScriptCall};
pub use session::{
    Counters, Event, Failure, Lanes, Push, RequestId, Session, SessionError, Span, Spent, SubmitError,
    Subscription, Tag, Transmit,
};
#[cfg(feature = "__tls")]
pub use tls_config::TlsConfig;
#[cfg(feature = "__tls")]
pub use tls_error::TlsError;
pub use url::{Target, UrlError};
