// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Every example of the table.

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

use super::Case;

/// All of them.
pub(crate) fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    acl::add(&mut cases);
    bitmaps::add(&mut cases);
    cluster::add(&mut cases);
    connection::add(&mut cases);
    generic::add(&mut cases);
    geo::add(&mut cases);
    hashes::add(&mut cases);
    hyperloglog::add(&mut cases);
    json::add(&mut cases);
    lists::add(&mut cases);
    probabilistic::add(&mut cases);
    pubsub::add(&mut cases);
    scripting::add(&mut cases);
    search::add(&mut cases);
    sentinel::add(&mut cases);
    server::add(&mut cases);
    sets::add(&mut cases);
    sorted_sets::add(&mut cases);
    streams::add(&mut cases);
    strings::add(&mut cases);
    time_series::add(&mut cases);
    transactions::add(&mut cases);
    vector_sets::add(&mut cases);
    cases
}
