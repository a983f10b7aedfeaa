//! Decodes one frame of a shape and a size, fed one byte at a time: something
//! to count the instructions of.

use resp_core::{Decoder, Progress};

fn main() {
    let shape = std::env::args().nth(1).unwrap_or_default();
    let count: usize = std::env::args().nth(2).and_then(|arg| arg.parse().ok()).unwrap_or_default();
    let (start, part, end) = match shape.as_str() {
        "strings" => (format!("*{count}\r\n"), "$8\r\nelement!\r\n", ""),
        "numbers" => (format!("%{count}\r\n"), ":12345\r\n,0.1\r\n", ""),
        "payload" => (format!("${}\r\n", count * 14), "fourteen bytes", "\r\n"),
        "streamed" => ("*?\r\n".into(), "$8\r\nelement!\r\n", ".\r\n"),
        "chunks" => ("$?\r\n".into(), ";8\r\nelement!\r\n", ";0\r\n"),
        "attributed" => (format!("*{count}\r\n"), "|1\r\n+a\r\n_\r\n_\r\n", ""),
        _ => panic!("no such shape: {shape:?}"),
    };
    let input = [start, part.repeat(count), end.into()].concat().into_bytes();
    let mut decoder = Decoder::new();
    for received in 1..=input.len() {
        match decoder.decode(&input[..received]) {
            Ok(Progress::NeedMore { .. }) => {}
            Ok(Progress::Frame(frame)) => println!("a frame of {} bytes", frame.byte_len()),
            Err(error) => panic!("{error}"),
        }
    }
}
