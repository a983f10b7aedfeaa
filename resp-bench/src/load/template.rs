//! A command of the user's or of ours, with holes that each request fills anew.

use super::random::RAND_DIGITS;
use crate::failure::Failure;
use resp_core::Encoder;

/// A command, its arguments cut at their placeholders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Template {
    arguments: Vec<Vec<Part>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(Vec<u8>),
    Key,
    Data,
    Rand,
}

const PLACEHOLDERS: [(&str, Part); 3] =
    [("__key__", Part::Key), ("__data__", Part::Data), ("__rand__", Part::Rand)];

/// How keys are named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    /// What all of them begin with.
    pub(super) prefix: String,
    /// Digits that follow.
    pub(super) digits: usize,
}

/// Digits of a request that are written anew each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hole {
    /// Where the first one is.
    pub(super) at: usize,
    /// How many there are.
    pub(super) len: usize,
    /// What they say.
    pub(super) what: What,
}

/// What the digits of a [`Hole`] say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Key,
    Rand,
}

impl Template {
    /// From the arguments, the command's name first.
    pub(super) fn new(arguments: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        Self { arguments: arguments.into_iter().map(|argument| parts(argument.as_ref())).collect() }
    }

    /// From a line, split at spaces, but not within quotes, single or double.
    ///
    /// # Errors
    /// A quote is not closed, or there is no command.
    pub(super) fn parse(line: &str) -> Result<Self, Failure> {
        let mut arguments: Vec<String> = Vec::new();
        let (mut quote, mut between) = (None, true);
        for character in line.chars() {
            match (quote, character) {
                (Some(open), _) if character == open => quote = None,
                (None, ' ' | '\t') => between = true,
                _ => {
                    if core::mem::take(&mut between) {
                        arguments.push(String::new());
                    }
                    match (quote, character, arguments.last_mut()) {
                        (None, '\'' | '"', _) => quote = Some(character),
                        (_, _, Some(argument)) => argument.push(character),
                        (_, _, None) => {}
                    }
                }
            }
        }
        if quote.is_some() {
            return Err(Failure::new(format!("a quote is not closed in the command {line}")));
        }
        if arguments.first().is_none_or(String::is_empty) {
            return Err(Failure::new("a command is empty"));
        }
        Ok(Self::new(arguments))
    }

    /// Whether one of its arguments is a key of ours and nothing else.
    pub(super) fn names_keys(&self) -> bool {
        self.arguments.iter().any(|argument| argument == &[Part::Key])
    }

    /// The request with this value, and its holes.
    pub(super) fn wire(&self, names: &Names, data: &[u8]) -> (Vec<u8>, Vec<Hole>) {
        let (mut wire, mut holes) = (Vec::new(), Vec::new());
        // A Vec has room for every command, so none of this fails.
        let _ = Encoder::new(&mut wire).array(self.arguments.len());
        for parts in &self.arguments {
            let (argument, own_holes) = argument(parts, names, data);
            let _ = Encoder::new(&mut wire).bulk_string(&argument);
            let start = wire.len() - b"\r\n".len() - argument.len();
            holes.extend(own_holes.into_iter().map(|hole| Hole { at: hole.at + start, ..hole }));
        }
        (wire, holes)
    }
}

/// One argument, zeros in its holes.
fn argument(parts: &[Part], names: &Names, data: &[u8]) -> (Vec<u8>, Vec<Hole>) {
    let (mut bytes, mut holes) = (Vec::new(), Vec::new());
    for part in parts {
        let (len, what) = match part {
            Part::Text(text) => {
                bytes.extend(text);
                continue;
            }
            Part::Data => {
                bytes.extend(data);
                continue;
            }
            Part::Key => {
                bytes.extend(names.prefix.as_bytes());
                (names.digits, What::Key)
            }
            Part::Rand => (RAND_DIGITS, What::Rand),
        };
        holes.push(Hole { at: bytes.len(), len, what });
        bytes.resize(bytes.len() + len, b'0');
    }
    (bytes, holes)
}

fn parts(argument: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = argument;
    let first = |rest: &str| {
        let found = PLACEHOLDERS.iter().filter_map(|(name, part)| Some((rest.find(name)?, name.len(), part)));
        found.min_by_key(|(at, ..)| *at).map(|(at, len, part)| (at, len, part.clone()))
    };
    while let Some((at, len, part)) = first(rest) {
        if at > 0 {
            parts.push(Part::Text(rest[..at].into()));
        }
        parts.push(part);
        rest = &rest[at + len..];
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest.into()));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_become_holes_and_data() {
        let names = Names { prefix: "k:".to_owned(), digits: 4 };
        let template = Template::parse("HSET h:__key__ f__rand__ __data__").unwrap();
        let (wire, holes) = template.wire(&names, b"abc");
        assert_eq!(
            String::from_utf8_lossy(&wire),
            "*4\r\n$4\r\nHSET\r\n$8\r\nh:k:0000\r\n$13\r\nf000000000000\r\n$3\r\nabc\r\n"
        );
        let at = |text: &str| String::from_utf8_lossy(&wire).find(text).unwrap();
        assert_eq!(
            holes,
            [
                Hole { at: at("0000\r"), len: 4, what: What::Key },
                Hole { at: at("000000000000"), len: 12, what: What::Rand },
            ]
        );
        assert!(!template.names_keys() && Template::new(["GET", "__key__"]).names_keys());
    }

    #[test]
    fn lines_are_split_at_spaces_outside_of_quotes() {
        for (line, expected) in [
            ("GET  a", &["GET", "a"][..]),
            (" SET 'a b' \"it's\" ", &["SET", "a b", "it's"]),
            ("SET a ''", &["SET", "a", ""]),
            ("SET a'b'c", &["SET", "abc"]),
        ] {
            assert_eq!(Template::parse(line), Ok(Template::new(expected)), "{line}");
        }
        for wrong in ["", "  ", "''", "GET 'a"] {
            assert!(Template::parse(wrong).is_err(), "{wrong}");
        }
    }
}
