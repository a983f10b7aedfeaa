//! What a server knows of its commands.

use alloc::string::String;
use alloc::vec::Vec;

use super::super::{Fields, without_strings};
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::replies::elements::Elements;

/// What a server knows of one of its commands.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::CommandDetails};
///
/// let mut decoder = Decoder::new();
/// let wire = b"*1\r\n*6\r\n$3\r\nget\r\n:2\r\n*2\r\n+readonly\r\n+fast\r\n:1\r\n:1\r\n:1\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let command = cmd::raw("COMMAND").args(["INFO", "get"]).returning::<Vec<Option<CommandDetails>>>();
/// let get = command.decode(reply).unwrap().remove(0).unwrap();
/// assert_eq!((get.arity, get.flags), (2, vec!["readonly".to_owned(), "fast".to_owned()]));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CommandDetails {
    /// The name in lower case, of a subcommand such as `config|get`.
    pub name: String,
    /// How many words it has, the name included; negative: at least as many.
    pub arity: i64,
    /// Such as `readonly` or `denyoom`.
    pub flags: Vec<String>,
    /// The place of its first key among its words; 0 if it has none.
    pub first_key: i64,
    /// The place of its last key; negative: counted from the end.
    pub last_key: i64,
    /// From one key to the next.
    pub key_step: i64,
    /// The categories for rules about users, such as `@read`. Since Redis 6.0.
    pub categories: Vec<String>,
    /// Hints for clients and proxies, such as `request_policy:all_shards`. Since Redis 7.0.
    pub tips: Vec<String>,
    /// Where its keys are, more exactly. Since Redis 7.0.
    pub key_specs: Vec<KeySpec>,
    /// Its subcommands, which have none themselves. Since Redis 7.0.
    pub subcommands: Vec<Self>,
}

/// Where some keys of a command are and what is done to them.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::{BeginSearch, FindKeys, KeySpec}};
///
/// let mut decoder = Decoder::new();
/// let wire = b"%3\r\n+flags\r\n~1\r\n+RO\r\n\
///     +begin_search\r\n%2\r\n+type\r\n+index\r\n+spec\r\n%1\r\n+index\r\n:1\r\n\
///     +find_keys\r\n%2\r\n+type\r\n+range\r\n+spec\r\n%3\r\n+lastkey\r\n:-1\r\n+keystep\r\n:1\r\n+limit\r\n:0\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let spec = cmd::raw("COMMAND").returning::<KeySpec>().decode(reply).unwrap();
/// assert_eq!(spec.begin_search, BeginSearch::Index(1));
/// assert_eq!(spec.find_keys, FindKeys::Range { last_key: -1, step: 1, limit: 0 });
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct KeySpec {
    /// Such as `RO`, `RW`, `access`, `update`.
    pub flags: Vec<String>,
    /// What the rest does not say.
    pub notes: Option<String>,
    /// Where the search for them begins.
    pub begin_search: BeginSearch,
    /// Which words from there on are keys.
    pub find_keys: FindKeys,
}

/// Where the search for keys begins; see [`KeySpec`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BeginSearch {
    /// At this word of the command, its name being word 0.
    Index(i64),
    /// After a keyword.
    Keyword {
        /// The keyword, in any case.
        keyword: String,
        /// The word from which it is looked for; negative: backwards from there, counted from the end.
        start_from: i64,
    },
    /// The server cannot say.
    Unknown,
}

/// Which words are keys, counted from where the search begins; see [`KeySpec`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FindKeys {
    /// Those of a range.
    Range {
        /// The last key; negative: counted from the command's end.
        last_key: i64,
        /// From one key to the next.
        step: i64,
        /// With a last key of -1: keys end after this part of the words, 2 being half of them. 0 and 1: no limit.
        limit: i64,
    },
    /// As many as a word of the command says.
    Count {
        /// The word that says how many.
        at: i64,
        /// The first key.
        first_key: i64,
        /// From one key to the next.
        step: i64,
    },
    /// The server cannot say.
    Unknown,
}

without_strings!(CommandDetails, KeySpec, BeginSearch, FindKeys);

impl FromReply for CommandDetails {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let (mut command, subcommands) = alone(frame)?;
        if let Some(list) = subcommands {
            for (index, subcommand) in list.children().enumerate() {
                let (subcommand, _) = alone(subcommand).map_err(|error| error.at_index(index).at_index(9))?;
                command.subcommands.push(subcommand);
            }
        }
        Ok(command)
    }
}

/// A command without its subcommands, and the list of these.
fn alone(frame: Frame<'_>) -> Result<(CommandDetails, Option<Frame<'_>>), ConvertError> {
    let mut elements = Elements::of(frame, "command")?;
    let command = CommandDetails {
        name: elements.required::<String>()?,
        arity: elements.required::<i64>()?,
        flags: elements.required::<Vec<String>>()?,
        first_key: elements.required::<i64>()?,
        last_key: elements.required::<i64>()?,
        key_step: elements.required::<i64>()?,
        categories: elements.optional::<Vec<String>>()?.unwrap_or_default(),
        tips: elements.optional::<Vec<String>>()?.unwrap_or_default(),
        key_specs: elements.optional::<Vec<KeySpec>>()?.unwrap_or_default(),
        subcommands: Vec::new(),
    };
    Ok((command, elements.frame()))
}

impl FromReply for KeySpec {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "key specification")?;
        Ok(Self {
            flags: fields.required::<Vec<String>>("flags")?,
            notes: fields.optional::<String>("notes")?,
            begin_search: fields.required::<BeginSearch>("begin_search")?,
            find_keys: fields.required::<FindKeys>("find_keys")?,
        })
    }
}

impl FromReply for BeginSearch {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let (kind, spec) = typed(frame)?;
        Ok(match &*kind {
            "index" => Self::Index(spec.required::<i64>("index")?),
            "keyword" => Self::Keyword {
                keyword: spec.required::<String>("keyword")?,
                start_from: spec.required::<i64>("startfrom")?,
            },
            _ => Self::Unknown,
        })
    }
}

impl FromReply for FindKeys {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let (kind, spec) = typed(frame)?;
        Ok(match &*kind {
            "range" => Self::Range {
                last_key: spec.required::<i64>("lastkey")?,
                step: spec.required::<i64>("keystep")?,
                limit: spec.required::<i64>("limit")?,
            },
            "keynum" => Self::Count {
                at: spec.required::<i64>("keynumidx")?,
                first_key: spec.required::<i64>("firstkey")?,
                step: spec.required::<i64>("keystep")?,
            },
            _ => Self::Unknown,
        })
    }
}

/// A type and what belongs to it.
fn typed(frame: Frame<'_>) -> Result<(String, Fields<'_>), ConvertError> {
    let fields = Fields::of(frame, "search step")?;
    let spec = fields.get("spec").ok_or_else(|| ConvertError::missing("spec"))?;
    Ok((fields.required::<String>("type")?, Fields::of(spec, "search step")?))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{decode, failure};
    use super::*;

    const RESP2: &str = "*2\r\n*10\r\n$3\r\nget\r\n:2\r\n*2\r\n+readonly\r\n+fast\r\n:1\r\n:1\r\n:1\r\n\
        *3\r\n+@read\r\n+@string\r\n+@fast\r\n*0\r\n*1\r\n*6\r\n$5\r\nflags\r\n*2\r\n+RO\r\n+access\r\n\
        $12\r\nbegin_search\r\n*4\r\n$4\r\ntype\r\n$5\r\nindex\r\n$4\r\nspec\r\n*2\r\n$5\r\nindex\r\n:1\r\n\
        $9\r\nfind_keys\r\n*4\r\n$4\r\ntype\r\n$5\r\nrange\r\n$4\r\nspec\r\n*6\r\n$7\r\nlastkey\r\n:0\r\n\
        $7\r\nkeystep\r\n:1\r\n$5\r\nlimit\r\n:0\r\n*0\r\n$-1\r\n";
    const RESP3: &str = "*2\r\n*10\r\n$3\r\nget\r\n:2\r\n~2\r\n+readonly\r\n+fast\r\n:1\r\n:1\r\n:1\r\n\
        ~3\r\n+@read\r\n+@string\r\n+@fast\r\n~0\r\n~1\r\n%3\r\n$5\r\nflags\r\n~2\r\n+RO\r\n+access\r\n\
        $12\r\nbegin_search\r\n%2\r\n$4\r\ntype\r\n$5\r\nindex\r\n$4\r\nspec\r\n%1\r\n$5\r\nindex\r\n:1\r\n\
        $9\r\nfind_keys\r\n%2\r\n$4\r\ntype\r\n$5\r\nrange\r\n$4\r\nspec\r\n%3\r\n$7\r\nlastkey\r\n:0\r\n\
        $7\r\nkeystep\r\n:1\r\n$5\r\nlimit\r\n:0\r\n~0\r\n_\r\n";

    #[test]
    fn both_versions() {
        for wire in [RESP2, RESP3] {
            let commands = decode::<Vec<Option<CommandDetails>>>(wire);
            let [Some(get), None] = &commands[..] else { panic!("{commands:?}") };
            assert_eq!((&*get.name, get.arity, get.flags.len()), ("get", 2, 2));
            assert_eq!((get.first_key, get.last_key, get.key_step), (1, 1, 1));
            assert_eq!(get.categories, ["@read", "@string", "@fast"]);
            let [spec] = &get.key_specs[..] else { panic!("{get:?}") };
            assert_eq!(spec.begin_search, BeginSearch::Index(1));
            assert_eq!(spec.find_keys, FindKeys::Range { last_key: 0, step: 1, limit: 0 });
            assert_eq!((&spec.flags[..], &spec.notes), (&["RO".into(), "access".into()][..], &None));
        }
    }

    #[test]
    fn other_searches() {
        let keyword =
            "%2\r\n+type\r\n+keyword\r\n+spec\r\n%2\r\n+keyword\r\n+STREAMS\r\n+startfrom\r\n:1\r\n";
        let expected = BeginSearch::Keyword { keyword: "STREAMS".into(), start_from: 1 };
        assert_eq!(decode::<BeginSearch>(keyword), expected);
        let count = "*4\r\n+type\r\n+keynum\r\n+spec\r\n*6\r\n+keynumidx\r\n:0\r\n+firstkey\r\n:1\r\n+keystep\r\n:1\r\n";
        assert_eq!(decode::<FindKeys>(count), FindKeys::Count { at: 0, first_key: 1, step: 1 });
        let unknown = "%2\r\n+type\r\n+unknown\r\n+spec\r\n%0\r\n";
        assert_eq!(decode::<BeginSearch>(unknown), BeginSearch::Unknown);
        assert_eq!(decode::<FindKeys>(unknown), FindKeys::Unknown);
    }

    #[test]
    fn subcommands_have_none_themselves() {
        let mut wire = String::from("*0\r\n");
        for _ in 0..30 {
            wire =
                alloc::format!("*1\r\n*10\r\n+c\r\n:1\r\n*0\r\n:0\r\n:0\r\n:0\r\n*0\r\n*0\r\n*0\r\n{wire}");
        }
        let outer = decode::<Vec<CommandDetails>>(&wire);
        assert_eq!(outer[0].subcommands[0].subcommands, []);
        assert_eq!(failure::<CommandDetails>("*1\r\n+c\r\n"), "reply: expected command, found 1 elements");
        assert_eq!(
            failure::<CommandDetails>(
                "*10\r\n+c\r\n:1\r\n*0\r\n:0\r\n:0\r\n:0\r\n*0\r\n*0\r\n*0\r\n*1\r\n:5\r\n"
            ),
            "reply[9][0]: expected command, found integer"
        );
    }
}
