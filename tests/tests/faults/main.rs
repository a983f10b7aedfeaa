//! What callers observe when something goes wrong between them and the server.
//! The names of the tests begin with the row of the fault matrix that they are of.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

#[path = "../client_setup/mod.rs"]
mod client_setup;
#[path = "../door/mod.rs"]
mod door;

mod busy;
mod closed;
mod dropped;
mod late;
mod lost;
mod refused;
mod silent;
mod stray;
