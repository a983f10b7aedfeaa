//! Fuzz bodies that need what the crates themselves must not depend on: the
//! recursive oracle of resp-core's tests, other parsers, a counting allocator.

mod differential;
#[path = "../../resp-core/tests/feeding/mod.rs"]
mod feeding;
mod limits;
#[path = "../../resp-core/tests/oracle/mod.rs"]
mod oracle;
mod peers;

/// The decoder against the oracle and against other parsers.
///
/// # Panics
/// They disagree, and no row of the table in `peers/allowed.rs` says that they may.
pub fn differential(data: &[u8]) {
    differential::against_the_oracle(data);
    peers::against_the_peers(data);
}

/// The decoder under limits of any size, and the memory that it takes.
///
/// # Panics
/// It does not answer as the oracle does, or takes too much.
pub fn limits(data: &[u8]) {
    limits::under_any_limits(data);
}
