//! Decodes an array of as many bulk strings as the argument says, fed one byte
//! at a time: something to count the instructions of.

use resp_core::{Decoder, Progress};

fn main() {
    let count: usize = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).unwrap_or_default();
    let mut input = format!("*{count}\r\n").into_bytes();
    for _ in 0..count {
        input.extend_from_slice(b"$8\r\nelement!\r\n");
    }
    let mut decoder = Decoder::new();
    for received in 1..=input.len() {
        match decoder.decode(&input[..received]) {
            Ok(Progress::NeedMore { .. }) => {}
            Ok(Progress::Frame(frame)) => println!("{} elements, {} bytes", frame.len(), frame.byte_len()),
            Err(error) => println!("{error}"),
        }
    }
}
