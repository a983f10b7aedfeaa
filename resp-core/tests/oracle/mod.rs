//! A decoder that is as plain as the specification: recursive, over the whole
//! input at once, every check where its rule is.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use resp_core::{DecodeErrorKind as Wrong, Limits};

use crate::feeding::{End, Outcome, text};

/// The same numbers as [`Limits`], to be read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub depth: u32,
    pub bulk_len: u64,
    pub aggregate_len: u64,
    pub nodes: u32,
    pub frame_len: u64,
    pub line_len: usize,
    pub attributes: u8,
}

/// The defaults that [`Limits`] documents.
pub(crate) const DEFAULT: Bounds = Bounds {
    depth: 1024,
    bulk_len: 512 << 20,
    aggregate_len: 1 << 24,
    nodes: 1 << 24,
    frame_len: 1 << 30,
    line_len: 64 << 10,
    attributes: 8,
};

impl Bounds {
    pub(crate) fn limits(self) -> Limits {
        Limits::default()
            .max_depth(self.depth)
            .max_bulk_len(self.bulk_len.try_into().unwrap())
            .max_aggregate_len(self.aggregate_len.try_into().unwrap())
            .max_nodes(self.nodes)
            .max_frame_len(self.frame_len.try_into().unwrap())
            .max_line_len(self.line_len)
            .max_attributes(self.attributes)
    }
}

/// What every correct decoder makes of `input`.
pub(crate) fn decode(bounds: Bounds, input: &[u8]) -> Outcome {
    let mut values = Vec::new();
    let mut at = 0;
    let end = loop {
        if at == input.len() {
            break End::Complete;
        }
        let mut frame = Frame { bounds, input, start: at, at, token: at, nodes: 0 };
        match frame.value(0, 0) {
            Ok(Item::Value(value)) => values.push(value),
            Ok(Item::End) => break End::Error(Wrong::BadStream, frame.token as u64),
            Err(Stop::Incomplete) => break End::Incomplete,
            Err(Stop::Wrong(kind, at)) => break End::Error(kind, at as u64),
        }
        at = frame.at;
    };
    Outcome { values, end }
}

enum Stop {
    Incomplete,
    Wrong(Wrong, usize),
}

enum Item {
    Value(String),
    /// The end of a streamed aggregate.
    End,
}

struct Frame<'a> {
    bounds: Bounds,
    input: &'a [u8],
    start: usize,
    at: usize,
    /// Where the last token started.
    token: usize,
    nodes: u32,
}

impl<'a> Frame<'a> {
    fn wrong<T>(&self, kind: Wrong) -> Result<T, Stop> {
        Err(Stop::Wrong(kind, self.token))
    }

    /// A value inside `depth` others, after `row` attributes.
    fn value(&mut self, depth: u32, row: u8) -> Result<Item, Stop> {
        self.token = self.at;
        let marker = *self.input.get(self.at).ok_or(Stop::Incomplete)?;
        self.at += 1;
        let value = match marker {
            b'+' | b'-' => {
                let line = self.line(self.bounds.line_len)?;
                self.node()?;
                text(line)
            }
            b'(' => {
                let line = self.line(4096)?;
                let digits = unsigned(line);
                if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
                    return self.wrong(Wrong::BadBigNumber);
                }
                self.node()?;
                text(line)
            }
            b':' => match integer(self.line(32)?) {
                Some(value) => {
                    self.node()?;
                    value.to_string()
                }
                None => return self.wrong(Wrong::BadInteger),
            },
            b',' => match double(self.line(128)?) {
                Some(value) => {
                    self.node()?;
                    format!("{value:?}")
                }
                None => return self.wrong(Wrong::BadDouble),
            },
            b'#' => match self.line(32)? {
                line @ (b"t" | b"f") => {
                    self.node()?;
                    line.escape_ascii().to_string()
                }
                _ => return self.wrong(Wrong::BadBoolean),
            },
            b'_' => match self.line(32)? {
                b"" => {
                    self.node()?;
                    String::new()
                }
                _ => return self.wrong(Wrong::BadNull),
            },
            b'$' | b'!' | b'=' => return self.bulk(marker, depth).map(Item::Value),
            b'*' | b'~' | b'>' | b'%' | b'|' => return self.aggregate(marker, depth, row).map(Item::Value),
            b';' => {
                let len = number(self.line(32)?);
                match len {
                    Some(len) if len > u128::from(self.bounds.bulk_len) => {
                        return self.wrong(Wrong::BulkLimit);
                    }
                    Some(_) => return self.wrong(Wrong::BadStream),
                    None => return self.wrong(Wrong::BadLength),
                }
            }
            b'.' => match self.line(32)? {
                b"" => return Ok(Item::End),
                _ => return self.wrong(Wrong::BadStream),
            },
            other => return self.wrong(Wrong::UnknownMarker(other)),
        };
        Ok(Item::Value(format!("{}{value}", char::from(marker))))
    }

    fn bulk(&mut self, marker: u8, depth: u32) -> Result<String, Stop> {
        let line = self.line(32)?;
        if marker == b'$' && line == b"-1" {
            self.node()?;
            return Ok("_".into());
        }
        if line == b"?" {
            return self.chunks(marker, depth);
        }
        let Some(len) = number(line) else { return self.wrong(Wrong::BadLength) };
        if len > u128::from(self.bounds.bulk_len) {
            return self.wrong(Wrong::BulkLimit);
        }
        if marker == b'=' && len < 4 {
            return self.wrong(Wrong::BadVerbatim);
        }
        let payload = self.payload(len)?;
        if marker == b'=' && payload[3] != b':' {
            return self.wrong(Wrong::BadVerbatim);
        }
        self.node()?;
        Ok(format!("{}{}", char::from(marker), text(payload)))
    }

    fn chunks(&mut self, marker: u8, depth: u32) -> Result<String, Stop> {
        self.room_below(depth)?;
        self.node()?;
        let mut joined = Vec::new();
        loop {
            self.token = self.at;
            match self.input.get(self.at) {
                None => return Err(Stop::Incomplete),
                Some(b';') => self.at += 1,
                Some(_) => return self.wrong(Wrong::BadChunk),
            }
            let Some(len) = number(self.line(32)?) else { return self.wrong(Wrong::BadLength) };
            if len > u128::from(self.bounds.bulk_len) {
                return self.wrong(Wrong::BulkLimit);
            }
            if len == 0 {
                break;
            }
            if joined.len() as u128 + len > u128::from(self.bounds.bulk_len) {
                return self.wrong(Wrong::BulkLimit);
            }
            joined.extend_from_slice(self.payload(len)?);
            self.node()?;
        }
        if marker == b'=' && joined.get(3) != Some(&b':') {
            return self.wrong(Wrong::BadVerbatim);
        }
        self.within_frame(self.at as u128)?;
        Ok(format!("{}?{}", char::from(marker), text(&joined)))
    }

    fn aggregate(&mut self, marker: u8, depth: u32, row: u8) -> Result<String, Stop> {
        let line = self.line(32)?;
        if marker == b'*' && line == b"-1" {
            self.node()?;
            return Ok("_".into());
        }
        let paired = matches!(marker, b'%' | b'|');
        let count = match line {
            b"?" => None,
            _ => match number(line) {
                None => return self.wrong(Wrong::BadLength),
                Some(count) => {
                    let values = count * if paired { 2 } else { 1 };
                    if values > u128::from(self.bounds.aggregate_len) {
                        return self.wrong(Wrong::AggregateLimit);
                    }
                    Some(values)
                }
            },
        };
        self.room_below(depth)?;
        if marker == b'|' && row >= self.bounds.attributes {
            return self.wrong(Wrong::AttributeLimit);
        }
        self.node()?;
        let mut elements = Vec::new();
        while count != Some(elements.len() as u128) {
            match self.value(depth + 1, 0)? {
                Item::Value(value) => elements.push(value),
                Item::End if count.is_some() || (paired && elements.len() % 2 == 1) => {
                    return self.wrong(Wrong::BadStream);
                }
                Item::End => {
                    self.within_frame(self.at as u128)?;
                    break;
                }
            }
            if elements.len() as u64 > self.bounds.aggregate_len {
                return self.wrong(Wrong::AggregateLimit);
            }
        }
        // Whether an attribute was streamed is not kept.
        let mark = if count.is_none() && marker != b'|' { "?" } else { "" };
        let shown = format!("{}{mark}[{}]", char::from(marker), elements.join(", "));
        if marker != b'|' {
            return Ok(shown);
        }
        // An attribute is part of the value after it.
        match self.value(depth, row + 1)? {
            Item::Value(value) => Ok(format!("{shown} {value}")),
            Item::End => self.wrong(Wrong::BadStream),
        }
    }

    /// The rest of a line of at most `max` bytes.
    fn line(&mut self, max: usize) -> Result<&'a [u8], Stop> {
        let start = self.at;
        for at in start.. {
            match *self.input.get(at).ok_or(Stop::Incomplete)? {
                b'\r' => match self.input.get(at + 1) {
                    None => return Err(Stop::Incomplete),
                    Some(b'\n') => {
                        self.at = at + 2;
                        return Ok(&self.input[start..at]);
                    }
                    Some(_) => return Err(Stop::Wrong(Wrong::BadLine, at)),
                },
                b'\n' => return Err(Stop::Wrong(Wrong::BadLine, at)),
                _ if at - start == max => return Err(Stop::Wrong(Wrong::LineLimit, at)),
                _ => {}
            }
        }
        unreachable!("the input ends")
    }

    /// `len` bytes and their line end.
    fn payload(&mut self, len: u128) -> Result<&'a [u8], Stop> {
        self.within_frame(self.at as u128 + len + 2)?;
        let len = usize::try_from(len).unwrap();
        let end = self.at + len;
        for (at, expected) in [(end, b'\r'), (end + 1, b'\n')] {
            match self.input.get(at) {
                None => return Err(Stop::Incomplete),
                Some(&byte) if byte == expected => {}
                Some(_) => return Err(Stop::Wrong(Wrong::BadTerminator, at)),
            }
        }
        let payload = &self.input[self.at..end];
        self.at = end + 2;
        Ok(payload)
    }

    /// Counts one more value, whose token has just ended.
    fn node(&mut self) -> Result<(), Stop> {
        self.within_frame(self.at as u128)?;
        if self.nodes == self.bounds.nodes {
            return self.wrong(Wrong::NodeLimit);
        }
        self.nodes += 1;
        Ok(())
    }

    fn within_frame(&self, end: u128) -> Result<(), Stop> {
        if end - self.start as u128 > u128::from(self.bounds.frame_len) {
            return self.wrong(Wrong::FrameLimit);
        }
        Ok(())
    }

    fn room_below(&self, depth: u32) -> Result<(), Stop> {
        if depth >= self.bounds.depth { self.wrong(Wrong::DepthLimit) } else { Ok(()) }
    }
}

/// What follows the sign, if there is one.
fn unsigned(line: &[u8]) -> &[u8] {
    match line {
        [b'-' | b'+', digits @ ..] => digits,
        digits => digits,
    }
}

/// Digits only.
fn number(line: &[u8]) -> Option<u128> {
    if line.is_empty() || !line.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let value = core::str::from_utf8(line).unwrap().parse::<u128>().unwrap();
    (value <= u128::from(u64::MAX)).then_some(value)
}

/// `[<+|->]<digits>`, within 64 bits.
fn integer(line: &[u8]) -> Option<i64> {
    let digits = unsigned(line);
    let magnitude = i128::try_from(number(digits)?).unwrap();
    i64::try_from(if line.starts_with(b"-") { -magnitude } else { magnitude }).ok()
}

/// `[<+|->]<digits>[.<digits>][<E|e>[sign]<digits>]`, or the words.
fn double(line: &[u8]) -> Option<f64> {
    let text = String::from_utf8_lossy(line).to_ascii_lowercase();
    let plain = text.strip_prefix(['-', '+']).unwrap_or(&text);
    if plain == "nan" || (plain.starts_with("nan(") && plain.ends_with(')')) {
        return Some(if text.starts_with('-') { -f64::NAN } else { f64::NAN });
    }
    if plain != "inf" {
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let (mantissa, exponent) = plain.split_once('e').unwrap_or((plain, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
        let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        if ![whole, fraction, exponent].into_iter().all(is_digits) {
            return None;
        }
    }
    text.parse().ok()
}
