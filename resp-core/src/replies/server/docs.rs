//! The server's own documentation of its commands.

use alloc::string::String;
use alloc::vec::Vec;

use super::super::{Fields, without_strings};
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::marker::Kind;

/// The server's own documentation of one command.
///
/// ```
/// use std::collections::HashMap;
/// use resp_core::{Decoder, Progress, cmd, replies::CommandDoc};
///
/// let mut decoder = Decoder::new();
/// let wire = b"%1\r\n+ping\r\n%2\r\n+since\r\n+1.0.0\r\n+arguments\r\n*1\r\n\
///     %2\r\n+name\r\n+message\r\n+type\r\n+string\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let command = cmd::raw("COMMAND").args(["DOCS", "ping"]).returning::<HashMap<String, CommandDoc>>();
/// let ping = command.decode(reply).unwrap().remove("ping").unwrap();
/// assert_eq!((ping.since.as_deref(), ping.arguments[0].name.as_str()), (Some("1.0.0"), "message"));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct CommandDoc {
    /// What it does, in a few words.
    pub summary: Option<String>,
    /// The version that it came with.
    pub since: Option<String>,
    /// The group of the documentation, such as `string`.
    pub group: Option<String>,
    /// The module that it belongs to.
    pub module: Option<String>,
    /// What it costs, such as `O(1)`.
    pub complexity: Option<String>,
    /// Such as `deprecated` or `syscmd`.
    pub doc_flags: Vec<String>,
    /// The version since which another way is preferred.
    pub deprecated_since: Option<String>,
    /// That other way.
    pub replaced_by: Option<String>,
    /// Versions and what they changed.
    pub history: Vec<(String, String)>,
    /// Its arguments.
    pub arguments: Vec<ArgumentDoc>,
    /// Its subcommands by their names, such as `config|get`; they have none themselves.
    pub subcommands: Vec<(String, Self)>,
}

/// The server's documentation of an argument; see [`CommandDoc`].
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::ArgumentDoc};
///
/// let mut decoder = Decoder::new();
/// let wire = b"%3\r\n+name\r\n+seconds\r\n+type\r\n+integer\r\n+token\r\n+EX\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let argument = cmd::raw("COMMAND").returning::<ArgumentDoc>().decode(reply).unwrap();
/// assert_eq!((argument.kind.as_str(), argument.token.as_deref()), ("integer", Some("EX")));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ArgumentDoc {
    /// Its name, which is not sent.
    pub name: String,
    /// What is to be shown for it.
    pub display_text: Option<String>,
    /// Such as `key`, `string`, `integer`, `double`, `pattern`, `unix-time`,
    /// `pure-token` for a word alone, `oneof` and `block` for what holds others.
    pub kind: String,
    /// Which of the command's key specifications it belongs to.
    pub key_spec_index: Option<u64>,
    /// The word that comes before it.
    pub token: Option<String>,
    /// What it is for, in a few words.
    pub summary: Option<String>,
    /// The version that it came with.
    pub since: Option<String>,
    /// The version since which another way is preferred.
    pub deprecated_since: Option<String>,
    /// Such as `optional`, `multiple` and `multiple_token`.
    pub flags: Vec<String>,
    /// Those that it holds.
    pub arguments: Vec<Self>,
}

without_strings!(CommandDoc, ArgumentDoc);

/// Arguments that hold others, at the most; servers have four levels.
const MAX_DEPTH: usize = 16;

impl FromReply for CommandDoc {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "documentation of a command")?;
        let mut command = alone(fields)?;
        if let Some((key, list)) = fields.each().find(|(key, _)| key.as_bytes() == Some(b"subcommands")) {
            for (name, subcommand) in list.entries() {
                let doc = Fields::of(subcommand, "documentation of a command")
                    .and_then(alone)
                    .map_err(|error| error.at_entry(name).at_entry(key))?;
                command.subcommands.push((String::from_reply(name)?, doc));
            }
        }
        Ok(command)
    }
}

/// All of a command but its subcommands.
fn alone(fields: Fields<'_>) -> Result<CommandDoc, ConvertError> {
    Ok(CommandDoc {
        summary: fields.optional::<String>("summary")?,
        since: fields.optional::<String>("since")?,
        group: fields.optional::<String>("group")?,
        module: fields.optional::<String>("module")?,
        complexity: fields.optional::<String>("complexity")?,
        doc_flags: fields.optional::<Vec<String>>("doc_flags")?.unwrap_or_default(),
        deprecated_since: fields.optional::<String>("deprecated_since")?,
        replaced_by: fields.optional::<String>("replaced_by")?,
        history: fields.optional::<Vec<(String, String)>>("history")?.unwrap_or_default(),
        arguments: arguments(fields, MAX_DEPTH)?,
        subcommands: Vec::new(),
    })
}

impl FromReply for ArgumentDoc {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        argument(frame, MAX_DEPTH)
    }
}

/// The arguments among the fields of what holds them, `depth` levels of them.
fn arguments(fields: Fields<'_>, depth: usize) -> Result<Vec<ArgumentDoc>, ConvertError> {
    let Some((key, list)) = fields.each().find(|(key, _)| key.as_bytes() == Some(b"arguments")) else {
        return Ok(Vec::new());
    };
    if !matches!(list.kind(), Kind::Array | Kind::Set) {
        return Err(ConvertError::kind("array", list).at_entry(key));
    }
    let Some(depth) = depth.checked_sub(1) else {
        return Err(ConvertError::text("no more than 16 levels of arguments").at_entry(key));
    };
    let each = list.children().enumerate();
    each.map(|(index, child)| argument(child, depth).map_err(|error| error.at_index(index).at_entry(key)))
        .collect()
}

fn argument(frame: Frame<'_>, depth: usize) -> Result<ArgumentDoc, ConvertError> {
    let fields = Fields::of(frame, "documentation of an argument")?;
    Ok(ArgumentDoc {
        name: fields.required::<String>("name")?,
        display_text: fields.optional::<String>("display_text")?,
        kind: fields.required::<String>("type")?,
        key_spec_index: fields.optional::<u64>("key_spec_index")?,
        token: fields.optional::<String>("token")?,
        summary: fields.optional::<String>("summary")?,
        since: fields.optional::<String>("since")?,
        deprecated_since: fields.optional::<String>("deprecated_since")?,
        flags: fields.optional::<Vec<String>>("flags")?.unwrap_or_default(),
        arguments: arguments(fields, depth)?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{decode, failure};
    use super::*;
    use alloc::string::ToString;
    use std::collections::HashMap;

    const RESP2: &str = "*2\r\n$13\r\nxgroup|create\r\n*8\r\n$7\r\nsummary\r\n$24\r\nCreate a consumer group.\r\n\
        $5\r\nsince\r\n$5\r\n5.0.0\r\n$7\r\nhistory\r\n*1\r\n*2\r\n$5\r\n7.0.0\r\n$6\r\nAdded.\r\n\
        $9\r\narguments\r\n*2\r\n*6\r\n$4\r\nname\r\n$3\r\nkey\r\n$4\r\ntype\r\n$3\r\nkey\r\n\
        $14\r\nkey_spec_index\r\n:0\r\n*6\r\n$4\r\nname\r\n$2\r\nid\r\n$4\r\ntype\r\n$5\r\noneof\r\n\
        $9\r\narguments\r\n*1\r\n*8\r\n$4\r\nname\r\n$6\r\nnew_id\r\n$4\r\ntype\r\n$10\r\npure-token\r\n\
        $5\r\ntoken\r\n$1\r\n$\r\n$5\r\nflags\r\n*1\r\n+optional\r\n";
    const RESP3: &str = "%1\r\n$13\r\nxgroup|create\r\n%4\r\n$7\r\nsummary\r\n$24\r\nCreate a consumer group.\r\n\
        $5\r\nsince\r\n$5\r\n5.0.0\r\n$7\r\nhistory\r\n~1\r\n*2\r\n$5\r\n7.0.0\r\n$6\r\nAdded.\r\n\
        $9\r\narguments\r\n*2\r\n%3\r\n$4\r\nname\r\n$3\r\nkey\r\n$4\r\ntype\r\n$3\r\nkey\r\n\
        $14\r\nkey_spec_index\r\n:0\r\n%3\r\n$4\r\nname\r\n$2\r\nid\r\n$4\r\ntype\r\n$5\r\noneof\r\n\
        $9\r\narguments\r\n*1\r\n%4\r\n$4\r\nname\r\n$6\r\nnew_id\r\n$4\r\ntype\r\n$10\r\npure-token\r\n\
        $5\r\ntoken\r\n$1\r\n$\r\n$5\r\nflags\r\n~1\r\n+optional\r\n";

    #[test]
    fn both_versions() {
        for wire in [RESP2, RESP3] {
            let docs = decode::<HashMap<String, CommandDoc>>(wire);
            let create = &docs["xgroup|create"];
            assert_eq!(create.summary.as_deref(), Some("Create a consumer group."));
            assert_eq!(create.history, [("7.0.0".into(), "Added.".into())]);
            let [key, id] = &create.arguments[..] else { panic!("{create:?}") };
            assert_eq!((&*key.name, key.key_spec_index), ("key", Some(0)));
            assert_eq!((&*id.kind, id.arguments[0].token.as_deref()), ("oneof", Some("$")));
            assert_eq!(id.arguments[0].flags, ["optional"]);
        }
    }

    #[test]
    fn subcommands() {
        let wire = "%1\r\n+subcommands\r\n%1\r\n+config|get\r\n%1\r\n+since\r\n+2.0.0\r\n";
        let [(name, get)] = &decode::<CommandDoc>(wire).subcommands[..] else { panic!() };
        assert_eq!((&**name, get.since.as_deref()), ("config|get", Some("2.0.0")));
        assert_eq!(
            failure::<CommandDoc>("%1\r\n+subcommands\r\n%1\r\n+config|get\r\n:1\r\n"),
            "reply.subcommands.config|get: expected documentation of a command, found integer"
        );
    }

    #[test]
    fn a_deep_reply_is_refused() {
        let mut wire = "%2\r\n+name\r\n+a\r\n+type\r\n+block\r\n".to_string();
        for _ in 0..MAX_DEPTH {
            wire = alloc::format!("%3\r\n+name\r\n+a\r\n+type\r\n+block\r\n+arguments\r\n*1\r\n{wire}");
        }
        decode::<ArgumentDoc>(&wire);
        let deeper = alloc::format!("%3\r\n+name\r\n+a\r\n+type\r\n+block\r\n+arguments\r\n*1\r\n{wire}");
        let error = failure::<ArgumentDoc>(&deeper);
        assert!(
            error.ends_with(": expected no more than 16 levels of arguments, found other text"),
            "{error}"
        );
    }
}
