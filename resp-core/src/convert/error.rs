//! Replies that are errors, and replies that do not fit the type asked for.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::frame::Frame;

/// An error reply: the server's own answer to one command.
///
/// The code is made to be matched, the message to be shown. The message may
/// repeat what the caller sent, so Display shows at most 256 bytes of it, with
/// control characters escaped.
///
/// ```
/// use resp_core::{Decoder, Progress, ServerError};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(frame) = decoder.decode(b"-WRONGTYPE not a list\r\n")? else { panic!() };
/// let error = ServerError::from_frame(frame).unwrap();
/// assert_eq!((error.code(), error.message()), ("WRONGTYPE", "not a list"));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ServerError {
    line: Box<str>,
    code_len: usize,
}

impl ServerError {
    /// The error that a frame holds, if it is one. Bytes that are not UTF-8
    /// are replaced.
    #[must_use]
    pub fn from_frame(frame: Frame<'_>) -> Option<Self> {
        if !frame.is_error() {
            return None;
        }
        let payload = frame.payload().unwrap_or_default();
        let line = String::from_utf8_lossy(&payload).into_owned().into_boxed_str();
        let code_len = line.find(' ').unwrap_or(line.len());
        Some(Self { line, code_len })
    }

    /// The first word, such as `ERR`, `WRONGTYPE` or `MOVED`.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.line[..self.code_len]
    }

    /// The same code with another message: to leave out what must not be shown.
    #[must_use]
    pub fn with_message(&self, message: &str) -> Self {
        let mut line = String::from(self.code());
        if !message.is_empty() {
            line.push(' ');
            line.push_str(message);
        }
        Self { line: line.into_boxed_str(), code_len: self.code_len }
    }

    /// What follows the code.
    #[must_use]
    pub fn message(&self) -> &str {
        self.line[self.code_len..].trim_start()
    }
}

impl fmt::Display for ServerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 256;
        let mut shown = 0;
        for character in self.line.chars() {
            shown += character.len_utf8();
            if shown > SHOWN {
                return f.write_str("...");
            }
            if character.is_control() {
                write!(f, "{}", character.escape_default())?;
            } else {
                write!(f, "{character}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for ServerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ServerError({self})")
    }
}

impl core::error::Error for ServerError {}

/// A reply that does not fit the type asked for.
///
/// It says which command, which part of the reply, what was expected and what
/// kind came; never the value.
#[derive(Clone, PartialEq, Eq)]
pub struct ConvertError(Box<Mismatch>);

#[derive(Clone, PartialEq, Eq)]
struct Mismatch {
    command: Option<&'static str>,
    /// The way to the part, innermost step first.
    path: Vec<Step>,
    expected: Cow<'static, str>,
    found: Found,
}

#[derive(Clone, PartialEq, Eq)]
enum Step {
    Index(usize),
    Key(usize),
    Field(Box<str>),
}

#[derive(Clone, PartialEq, Eq)]
enum Found {
    Kind(&'static str),
    Len(usize),
    ByteLen(usize),
    /// Text that is not UTF-8 from this byte on.
    NotUtf8(usize),
    /// Text that does not read as what was expected.
    OtherText,
    /// No such part at all.
    Nothing,
    /// Text that is no JSON, or JSON of another shape, up to here.
    #[cfg(feature = "json")]
    Json {
        shape: bool,
        line: usize,
        column: usize,
    },
    /// Values that the type refused.
    #[cfg(feature = "serde")]
    Refused,
}

impl ConvertError {
    /// The frame is of another kind than `expected`, a noun such as `integer`.
    #[must_use]
    pub fn kind(expected: &'static str, frame: Frame<'_>) -> Self {
        Self::new(expected, Found::Kind(frame.kind().name()))
    }

    /// The frame is of a fitting kind but its text does not read as `expected`.
    #[must_use]
    pub fn text(expected: &'static str) -> Self {
        Self::new(expected, Found::OtherText)
    }

    pub(crate) fn len(expected: impl Into<Cow<'static, str>>, len: usize) -> Self {
        Self::new(expected, Found::Len(len))
    }

    /// A string of `len` bytes where only one of another length fits.
    pub(crate) fn byte_len(expected: &'static str, len: usize) -> Self {
        Self::new(expected, Found::ByteLen(len))
    }

    pub(crate) fn not_utf8(valid: usize) -> Self {
        Self::new("UTF-8 text", Found::NotUtf8(valid))
    }

    /// The field `name` is not there, and nothing stands in for it.
    #[must_use]
    pub fn missing(name: &str) -> Self {
        Self::new("a value", Found::Nothing).at_field(name)
    }

    #[cfg(feature = "json")]
    pub(crate) fn json(shape: bool, line: usize, column: usize) -> Self {
        let expected = if shape { "JSON that fits the type" } else { "JSON" };
        Self::new(expected, Found::Json { shape, line, column })
    }

    #[cfg(feature = "serde")]
    pub(crate) fn unexpected(expected: String, kind: &'static str) -> Self {
        Self::new(expected, Found::Kind(kind))
    }

    #[cfg(feature = "serde")]
    pub(crate) fn refused(expected: impl Into<Cow<'static, str>>) -> Self {
        Self::new(expected, Found::Refused)
    }

    #[cold]
    fn new(expected: impl Into<Cow<'static, str>>, found: Found) -> Self {
        Self(Box::new(Mismatch { command: None, path: Vec::new(), expected: expected.into(), found }))
    }

    /// Says that the part stood at `index` of what is being converted.
    #[must_use]
    pub fn at_index(mut self, index: usize) -> Self {
        self.0.path.push(Step::Index(index));
        self
    }

    /// Says that the part was the key of the pair at `index`.
    pub(crate) fn at_key(mut self, index: usize) -> Self {
        self.0.path.push(Step::Key(index));
        self
    }

    /// Says that the part was the value of the entry `key`.
    #[must_use]
    pub fn at_entry(mut self, key: Frame<'_>) -> Self {
        match key.as_str() {
            Some(key) => self.at_field(key),
            None => {
                self.0.path.push(Step::Field(key.kind().name().to_owned().into_boxed_str()));
                self
            }
        }
    }

    /// Says that the part was the value of the field `name`, of which at most
    /// 64 characters are shown.
    #[must_use]
    pub fn at_field(mut self, name: &str) -> Self {
        const SHOWN: usize = 64;
        let shown = name.chars().take(SHOWN).flat_map(char::escape_debug).collect::<String>();
        self.0.path.push(Step::Field(shown.into_boxed_str()));
        self
    }

    /// Says which command was answered.
    #[must_use]
    pub fn of_command(mut self, name: &'static str) -> Self {
        self.0.command = Some(name);
        self
    }
}

impl fmt::Display for ConvertError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mismatch { command, path, expected, found } = &*self.0;
        if let Some(command) = command {
            write!(f, "{command}: ")?;
        }
        f.write_str("reply")?;
        for step in path.iter().rev() {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Key(index) => write!(f, " key {index}")?,
                Step::Field(field) => write!(f, ".{field}")?,
            }
        }
        write!(f, ": expected {expected}, found ")?;
        match found {
            Found::Kind(kind) => f.write_str(kind),
            Found::Len(len) => write!(f, "{len} elements"),
            Found::ByteLen(len) => write!(f, "{len} bytes"),
            Found::NotUtf8(valid) => write!(f, "other bytes at offset {valid}"),
            Found::OtherText => f.write_str("other text"),
            Found::Nothing => f.write_str("nothing"),
            #[cfg(feature = "json")]
            Found::Json { shape, line, column } => {
                let what = if *shape { "another value" } else { "other text" };
                write!(f, "{what} at line {line}, column {column}")
            }
            #[cfg(feature = "serde")]
            Found::Refused => f.write_str("another value"),
        }
    }
}

impl fmt::Debug for ConvertError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ConvertError({self})")
    }
}

impl core::error::Error for ConvertError {}

/// Why a reply is not the value that the caller asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyError {
    /// The server answered with an error.
    Server(ServerError),
    /// The reply does not fit the type.
    Convert(ConvertError),
}

impl ReplyError {
    pub(crate) fn of_command(self, name: &'static str) -> Self {
        match self {
            Self::Convert(error) => Self::Convert(error.of_command(name)),
            server @ Self::Server(_) => server,
        }
    }
}

impl fmt::Display for ReplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Server(error) => error.fmt(f),
            Self::Convert(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for ReplyError {}
