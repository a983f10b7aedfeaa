//! The bodies of the fuzz targets over the committed inputs.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

#[path = "../../fuzz/src/differential.rs"]
mod differential;
#[path = "../../resp-core/tests/feeding/mod.rs"]
mod feeding;
#[path = "../../resp-core/tests/oracle/mod.rs"]
mod oracle;

/// The output, which is shown when a test fails, ends with the input that did it.
fn run(target: &str, body: impl Fn(&[u8])) {
    for (path, input) in tests::corpus::inputs(target) {
        println!("{}", path.display());
        body(&input);
    }
}

#[test]
fn decode() {
    run("decode", resp_core::fuzzing::decode);
}

#[test]
fn decode_split() {
    run("decode_split", resp_core::fuzzing::decode_split);
}

/// Against the oracle; against other parsers it is run in the fuzz workspace.
#[test]
fn differential() {
    run("differential", differential::against_the_oracle);
}

#[test]
fn encode_args() {
    run("encode_args", resp_core::fuzzing::encode_args);
}

#[test]
fn requests() {
    run("requests", resp_core::fuzzing::requests);
}

#[test]
fn round_trip() {
    run("round_trip", resp_core::fuzzing::round_trip);
}

#[test]
fn session() {
    run("session", resp_net::fuzzing::session);
}

#[test]
fn url() {
    run("url", resp_net::fuzzing::url);
}
