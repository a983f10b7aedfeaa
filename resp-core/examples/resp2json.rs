//! What is in this dump? Reads RESP from standard input and prints a line of
//! JSON for each frame.
//!
//! ```sh
//! printf '*2\r\n+OK\r\n:1\r\n' | cargo run -q -p resp-core --example resp2json
//! {"array":[{"simple":"OK"},{"int":1}]}
//! ```

use std::io::{self, BufWriter, Read, Write};
use std::process::ExitCode;

use resp_core::{DecodeError, Decoder, Progress, RequestDecoder, RequestError, RequestProgress};

mod json;

const HELP: &str = "\
Usage: resp2json [--mode whole|bytes|random:SEED] [--requests] < INPUT

Reads RESP (version 2 or 3) and prints one line of JSON for each frame.
Exit status 1 if the input is no RESP or ends within a frame.

  --mode MODE   how the decoder is given the input: as it is read (whole, the
                default), byte by byte, or in pieces of random lengths
  --requests    the input is what clients send, multibulk or inline: prints
                for each request the list of its arguments in hex
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
    Request(RequestError),
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

fn run(reader: impl Read, printer: &mut impl Write, options: Options) -> Result<(), Failure> {
    let mut input = Input { reader, mode: options.mode, buffer: Vec::new(), shown: 0 };
    if options.requests { print_requests(&mut input, printer) } else { print_frames(&mut input, printer) }
}

fn print_frames(input: &mut Input<impl Read>, printer: &mut impl Write) -> Result<(), Failure> {
    let mut decoder = Decoder::new();
    while input.show_more()? {
        let mut decoded = 0;
        while let Progress::Frame(frame) =
            decoder.decode(&input.shown()[decoded..]).map_err(Failure::Decode)?
        {
            writeln!(printer, "{}", json::to_json(frame)).map_err(Failure::Print)?;
            decoded += frame.byte_len();
        }
        input.drop_first(decoded);
    }
    input.ends_at(decoder.is_at_boundary(), decoder.stream_offset())
}

fn print_requests(input: &mut Input<impl Read>, printer: &mut impl Write) -> Result<(), Failure> {
    let mut decoder = RequestDecoder::new();
    while input.show_more()? {
        let mut decoded = 0;
        loop {
            decoded += match decoder.decode(&input.shown()[decoded..]).map_err(Failure::Request)? {
                RequestProgress::Request(request) => {
                    writeln!(printer, "{}", json::arguments(request.args())).map_err(Failure::Print)?;
                    request.byte_len()
                }
                RequestProgress::Blank { byte_len } => byte_len,
                RequestProgress::NeedMore { .. } => break,
            };
        }
        input.drop_first(decoded);
    }
    input.ends_at(decoder.is_at_boundary(), decoder.stream_offset())
}

/// What is read, and how much of it the decoder is shown.
struct Input<R> {
    reader: R,
    mode: Mode,
    /// Bytes that are not decoded yet.
    buffer: Vec<u8>,
    /// How many of them, from the first one on, the decoder was shown.
    shown: usize,
}

impl<R: Read> Input<R> {
    /// Whether there was more.
    fn show_more(&mut self) -> Result<bool, Failure> {
        const READ_LEN: u64 = 64 << 10;
        if self.shown == self.buffer.len() {
            let reader = self.reader.by_ref();
            if reader.take(READ_LEN).read_to_end(&mut self.buffer).map_err(Failure::Read)? == 0 {
                return Ok(false);
            }
        }
        self.shown += self.mode.piece_len(self.buffer.len() - self.shown);
        Ok(true)
    }

    fn shown(&self) -> &[u8] {
        &self.buffer[..self.shown]
    }

    fn drop_first(&mut self, decoded: usize) {
        self.buffer.drain(..decoded);
        self.shown -= decoded;
    }

    fn ends_at(&self, boundary: bool, offset: u64) -> Result<(), Failure> {
        if boundary { Ok(()) } else { Err(Failure::Incomplete { left: self.buffer.len(), offset }) }
    }
}

impl core::fmt::Display for Failure {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Read(error) => write!(f, "cannot read: {error}"),
            Self::Print(error) => write!(f, "cannot print: {error}"),
            Self::Decode(error) => write!(f, "{error} ({:?})", error.kind),
            Self::Request(error) => write!(f, "{error} at byte {} ({:?})", error.offset, error.kind),
            Self::Incomplete { left, offset } => {
                write!(f, "the input ends within a frame, {left} bytes after byte {offset}")
            }
        }
    }
}
