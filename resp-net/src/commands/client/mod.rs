// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! The commands as methods of `crate::client::Client`.

mod acl;
mod bitmaps;
mod cluster;
mod connection;
mod generic;
mod geo;
mod hashes;
mod hyperloglog;
mod json;
mod lists;
mod probabilistic;
mod pubsub;
mod scripting;
mod search;
mod sentinel;
mod server;
mod sets;
mod sorted_sets;
mod streams;
mod strings;
mod time_series;
mod transactions;
mod vector_sets;
