//! The body of the fuzz target `limits` over its committed inputs: in a process
//! of its own, since it counts what the whole process allocates.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

#[path = "../../resp-core/tests/feeding/mod.rs"]
mod feeding;
#[path = "../../fuzz/src/limits.rs"]
mod limits;
#[path = "../../resp-core/tests/oracle/mod.rs"]
mod oracle;

#[test]
fn limits() {
    for (path, input) in tests::corpus::inputs("limits") {
        println!("{}", path.display());
        limits::under_any_limits(&input);
    }
}
