#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| resp_net::fuzzing::session(data));
