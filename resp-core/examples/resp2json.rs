//! What is in this dump? Reads RESP from standard input and prints a line of
//! JSON for each frame.
//!
//! ```sh
//! printf '*2\r\n+OK\r\n:1\r\n' | cargo run -q -p resp-core --example resp2json
//! {"array":[{"simple":"OK"},{"int":1}]}
//! ```

use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

use resp_core::{DecodeError, Decoder, Frame, Kind, Progress};

mod json;

const HELP: &str = "\
Usage: resp2json [--mode whole|bytes|random:SEED] [--requests] < INPUT

Reads RESP (version 2 or 3) and prints one line of JSON for each frame.
Exit status 1 if the input is no RESP or ends within a frame.

  --mode MODE   how the decoder is given the input: as it is read (whole, the
                default), byte by byte, or in pieces of random lengths
  --requests    each frame is a command, an array of bulk strings: prints the
                list of its arguments in hex
  --help        prints this text
";

/// How the decoder is given the input.
#[derive(Clone, Copy)]
enum Mode {
    Whole,
    Bytes,
    Random { state: u64 },
}

impl Mode {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "whole" => Some(Self::Whole),
            "bytes" => Some(Self::Bytes),
            _ => Some(Self::Random { state: text.strip_prefix("random:")?.parse().ok()? }),
        }
    }

    /// The length of the next piece when `left` bytes are there.
    fn piece_len(&mut self, left: usize) -> usize {
        match self {
            Self::Whole => left,
            Self::Bytes => 1,
            Self::Random { state } => {
                // A linear congruential generator; its upper bits are good enough.
                *state =
                    state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let [first, second, ..] = state.to_be_bytes();
                // Small pieces and, now and then, large ones.
                let most = if first < 192 { 8 } else { 1000 };
                (1 + usize::from(second) * most / 256).min(left)
            }
        }
    }
}

struct Options {
    mode: Mode,
    requests: bool,
}

enum Failure {
    Read(io::Error),
    Print(io::Error),
    Decode(DecodeError),
    NotARequest { offset: u64 },
    Incomplete { left: usize, offset: u64 },
}

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(argument) => {
            eprint!("resp2json: what is {argument:?}?\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    let mut printer = BufWriter::new(io::stdout().lock());
    let result = run(io::stdin().lock(), &mut printer, options);
    // What was decoded before an error is printed all the same.
    let flushed = printer.flush().map_err(Failure::Print);
    match result.and(flushed) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read the lines has seen enough.
        Err(Failure::Print(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("resp2json: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn options(mut args: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut options = Options { mode: Mode::Whole, requests: false };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--help" | "-h" => return Ok(None),
            "--requests" => options.requests = true,
            "--mode" => {
                let mode = args.next().unwrap_or_default();
                options.mode = Mode::parse(&mode).ok_or(mode)?;
            }
            _ => return Err(arg),
        }
    }
    Ok(Some(options))
}

fn run(mut reader: impl Read, printer: &mut impl Write, mut options: Options) -> Result<(), Failure> {
    let mut decoder = Decoder::new();
    // Bytes that are not decoded yet; the decoder was shown the first `shown`.
    let mut buffer = Vec::new();
    let mut shown = 0;
    loop {
        if shown == buffer.len() && !read_more(&mut reader, &mut buffer).map_err(Failure::Read)? {
            break;
        }
        shown += options.mode.piece_len(buffer.len() - shown);
        let mut decoded = 0;
        loop {
            let offset = decoder.stream_offset();
            match decoder.decode(&buffer[decoded..shown]).map_err(Failure::Decode)? {
                Progress::Frame(frame) => {
                    let line = if options.requests { arguments(frame) } else { Some(json::to_json(frame)) };
                    let line = line.ok_or(Failure::NotARequest { offset })?;
                    writeln!(printer, "{line}").map_err(Failure::Print)?;
                    decoded += frame.byte_len();
                }
                Progress::NeedMore { .. } => break,
            }
        }
        buffer.drain(..decoded);
        shown -= decoded;
    }
    if decoder.is_at_boundary() {
        Ok(())
    } else {
        Err(Failure::Incomplete { left: buffer.len(), offset: decoder.stream_offset() })
    }
}

/// Whether there was more.
fn read_more(reader: &mut impl Read, buffer: &mut Vec<u8>) -> io::Result<bool> {
    const READ_LEN: u64 = 64 << 10;
    Ok(reader.take(READ_LEN).read_to_end(buffer)? > 0)
}

/// The arguments of a command; `None` if the frame is none.
fn arguments(frame: Frame<'_>) -> Option<String> {
    if frame.kind() != Kind::Array {
        return None;
    }
    let mut out = String::from("[");
    for (index, argument) in frame.children().enumerate() {
        let payload = argument.payload().filter(|_| argument.kind() == Kind::BulkString)?;
        out.push_str(if index > 0 { ",\"" } else { "\"" });
        json::push_hex(&payload, &mut out);
        out.push('"');
    }
    Some(out + "]")
}

impl core::fmt::Display for Failure {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Read(error) => write!(f, "cannot read: {error}"),
            Self::Print(error) => write!(f, "cannot print: {error}"),
            Self::Decode(error) => write!(f, "{error} ({:?})", error.kind),
            Self::NotARequest { offset } => {
                write!(f, "the frame at byte {offset} is no array of bulk strings")
            }
            Self::Incomplete { left, offset } => {
                write!(f, "the input ends within a frame, {left} bytes after byte {offset}")
            }
        }
    }
}
