// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Commands as free functions: what they take is checked when they are
//! written, what they answer is known when they are compiled. Each group of the
//! servers' documentation is a module; all of them are here too.
//!
//! ```
//! # #[cfg(feature = "commands")] {
//! use std::time::Duration;
//! use resp_core::cmd;
//!
//! let keep = cmd::set("session:7", "on").ex(Duration::from_secs(60));
//! let read = cmd::get("session:7").text();
//! let other = cmd::raw("STRLEN").arg("session:7").returning::<i64>();
//! # let _ = (keep, read, other);
//! # }
//! ```

#[cfg(feature = "commands")]
mod custom;
mod raw;
#[cfg(feature = "commands")]
mod times;

pub use raw::{Raw, raw};

#[cfg(feature = "commands")]
pub mod acl;
#[cfg(feature = "commands")]
pub mod bitmaps;
#[cfg(feature = "commands")]
pub mod cluster;
#[cfg(feature = "commands")]
pub mod connection;
#[cfg(feature = "commands")]
pub mod generic;
#[cfg(feature = "commands")]
pub mod geo;
#[cfg(feature = "commands")]
pub mod hashes;
#[cfg(feature = "commands")]
pub mod hyperloglog;
#[cfg(feature = "commands")]
pub mod json;
#[cfg(feature = "commands")]
pub mod lists;
#[cfg(feature = "commands")]
pub mod probabilistic;
#[cfg(feature = "commands")]
pub mod pubsub;
#[cfg(feature = "commands")]
pub mod scripting;
#[cfg(feature = "commands")]
pub mod search;
#[cfg(feature = "commands")]
pub mod sentinel;
#[cfg(feature = "commands")]
pub mod server;
#[cfg(feature = "commands")]
pub mod sets;
#[cfg(feature = "commands")]
pub mod sorted_sets;
#[cfg(feature = "commands")]
pub mod streams;
#[cfg(feature = "commands")]
pub mod strings;
#[cfg(feature = "commands")]
pub mod time_series;
#[cfg(feature = "commands")]
pub mod transactions;
#[cfg(feature = "commands")]
pub mod vector_sets;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use acl::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use bitmaps::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use cluster::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use connection::*;
#[cfg(feature = "commands")]
#[doc(inline)]
pub use custom::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use generic::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use geo::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use hashes::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use hyperloglog::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use json::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use lists::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use probabilistic::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use pubsub::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use scripting::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use search::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use sentinel::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use server::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use sets::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use sorted_sets::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use streams::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use strings::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use time_series::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use transactions::*;
#[cfg(feature = "commands")]
#[doc(no_inline)]
pub use vector_sets::*;
