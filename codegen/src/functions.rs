//! The free functions and their options: `resp-core/src/commands/<group>.rs`.

use crate::names::{camel, doc, imports};
use crate::signature::{Part, Signature};
use crate::table::{Choice, Group, Lane, Row};
use crate::wire;

/// Where the names that signatures use come from.
const IMPORTS: &[(&str, &[&str])] = &[
    ("core::marker", &["PhantomData"]),
    ("core::time", &["Duration"]),
    ("std::collections", &["BTreeMap", "BTreeSet", "HashMap", "HashSet"]),
    ("std::string", &["String"]),
    ("std::time", &["SystemTime"]),
    ("std::vec", &["Vec"]),
    ("bytes", &["Bytes"]),
    ("super", &["times"]),
    (
        "crate::command",
        &[
            "Blocking",
            "Command",
            "Dedicated",
            "Free",
            "Plain",
            "Queueable",
            "Shareable",
            "Used",
            "Wire",
            "metas",
        ],
    ),
    ("crate::convert", &["Pairs", "ToArg", "ToArgs", "ToPairs"]),
    ("crate::reply", &["Reply"]),
];

/// The module that gathers the groups.
pub(crate) fn render_root(groups: &[Group]) -> String {
    let mut text = String::from(include_str!("root.txt"));
    for group in groups {
        text.push_str(&format!("#[cfg(feature = \"commands\")]\npub mod {};\n", group.name));
    }
    text.push_str("#[cfg(feature = \"commands\")]\n#[doc(inline)]\npub use custom::*;\n");
    for group in groups {
        text.push_str(&format!(
            "#[cfg(feature = \"commands\")]\n#[doc(no_inline)]\npub use {}::*;\n",
            group.name
        ));
    }
    text
}

/// A group's file; `by_hand` if a part of it is hand-written.
pub(crate) fn render(group: &Group, by_hand: bool) -> Result<String, String> {
    let mut body = String::new();
    for row in group.rows.iter().filter(|row| row.has_function() && !row.custom) {
        body.push_str(&function(row)?);
    }
    let mut text = doc("", &group.about).replace("///", "//!");
    text.push('\n');
    text.push_str(&imports(&body, IMPORTS));
    if !body.is_empty() {
        text.push_str(
            "#[allow(unused_imports, reason = \"not every group has arguments or replies of its own\")]\n",
        );
        text.push_str("use crate::{commands::custom::*, replies::*};\n");
    }
    if by_hand {
        text.push_str(&format!("#[doc(inline)]\npub use super::custom::{}::*;\n", group.name));
    }
    text.push('\n');
    text.push_str(&body);
    Ok(text)
}

/// The documentation of a row's function.
pub(crate) fn documentation(row: &Row, example: bool) -> String {
    let mut text = doc("", &row.about);
    if !row.more.is_empty() {
        text.push_str(&format!("///\n{}", doc("", &row.more)));
    }
    text.push_str(&format!(
        "///\n{}",
        doc("", &format!("`{}`, since {}. {}", row.name, row.since_text(), cost(row)))
    ));
    if example && let Some(example) = row.examples.first() {
        text.push_str(&format!(
            "///\n/// ```\n/// # use resp_core::{{cmd::*, replies::*}};\n/// # use std::time::{{Duration, SystemTime, UNIX_EPOCH}};\n/// let command = {};\n/// // {}\n/// # let _ = command;\n/// ```\n",
            example.call, example.wire
        ));
    }
    text
}

/// What it costs the server, as a sentence.
fn cost(row: &Row) -> String {
    format!("Complexity: {}.", row.cost.trim_end_matches('.'))
}

fn function(row: &Row) -> Result<String, String> {
    let signature = row.signature()?;
    let options = Options::of(row, &signature);
    let mut text = if row.like.is_empty() { options.marker(row, &signature) } else { String::new() };
    text.push_str(&documentation(row, true));
    let marker = options_type(row, &signature);
    let reply = reply(&signature, &marker);
    text.push_str(&format!(
        "#[inline]\npub fn {}({}) -> {reply} {{\n{}}}\n\n",
        signature.name,
        signature.parameter_list(),
        wire::build(&row.constant(), &signature.parts)
    ));
    if !row.like.is_empty() {
        return Ok(text);
    }
    // Options that start from the same state share an impl.
    let mut impls: Vec<(String, String)> = Vec::new();
    for option in &row.options {
        let (head, method) = options.method(row, &signature, option)?;
        match impls.iter_mut().find(|(known, _)| *known == head) {
            Some((_, methods)) => methods.push_str(&format!("\n{method}")),
            None => impls.push((head, method)),
        }
    }
    for (head, methods) in impls {
        text.push_str(&format!("{head} {{\n{methods}}}\n\n"));
    }
    Ok(text)
}

/// `Command<R>` or `Command<R, K>`.
fn reply(signature: &Signature, marker: &str) -> String {
    match marker {
        "Plain" => format!("Command<{}>", signature.reply),
        _ => format!("Command<{}, {marker}>", signature.reply),
    }
}

/// The type parameter that says which options a command takes.
pub(crate) fn options_type(row: &Row, signature: &Signature) -> String {
    if let Some(options) = &signature.options {
        return options.clone();
    }
    if !row.options.is_empty() {
        return camel(if row.like.is_empty() { &signature.name } else { &row.like_function });
    }
    match row.lane {
        Lane::Shared => "Plain",
        Lane::Blocking => "Blocking",
        Lane::Dedicated | Lane::Refused => "Dedicated",
    }
    .into()
}

/// The options of one command, and the groups in which they exclude each other.
struct Options {
    marker: String,
    groups: Vec<String>,
    /// The group of the option that makes the command block.
    blocks: Option<String>,
}

impl Options {
    fn of(row: &Row, signature: &Signature) -> Self {
        let mut groups: Vec<String> = Vec::new();
        for group in row.options.iter().flat_map(Choice::groups) {
            if matters(row, group) && !groups.iter().any(|known| known == group) {
                groups.push(group.to_owned());
            }
        }
        let blocks = row.options.iter().find(|option| option.blocks).map(|option| option.group.clone());
        Self { marker: camel(&signature.name), groups, blocks }
    }

    /// The struct that stands for them, and where the command may run.
    fn marker(&self, row: &Row, signature: &Signature) -> String {
        if row.options.is_empty() {
            return String::new();
        }
        let Self { marker, groups, .. } = self;
        let mut text =
            format!("/// The options of [`{}`].\n#[derive(Debug)]\npub struct {marker}", signature.name);
        if groups.is_empty() {
            text.push_str(";\n\n");
        } else {
            let defaults: Vec<String> =
                groups.iter().map(|group| format!("{} = Free", camel(group))).collect();
            let names: Vec<String> = groups.iter().map(|group| camel(group)).collect();
            text.push_str(&format!("<{}>(PhantomData<({},)>);\n\n", defaults.join(", "), names.join(", ")));
        }
        if matches!(row.lane, Lane::Shared | Lane::Blocking) {
            text.push_str(&self.implement("Shareable", None));
        }
        if row.lane == Lane::Shared {
            text.push_str(&self.implement("Queueable", self.blocks.as_deref()));
        }
        text.push('\n');
        text
    }

    /// An empty impl of `of`, only while no option of the group `free` was given.
    fn implement(&self, of: &str, free: Option<&str>) -> String {
        let (parameters, arguments) = self.state(|group| (Some(group) == free).then_some("Free"));
        format!("impl{} {of} for {}{} {{}}\n", brackets(&parameters), self.marker, brackets(&arguments))
    }

    /// The marker's type parameters and arguments, where `fixed` says what
    /// certain groups are.
    fn state(&self, fixed: impl Fn(&str) -> Option<&'static str>) -> (Vec<String>, Vec<String>) {
        let (mut parameters, mut arguments) = (Vec::new(), Vec::new());
        for group in &self.groups {
            match fixed(group) {
                Some(state) => arguments.push(state.to_owned()),
                None => {
                    parameters.push(camel(group));
                    arguments.push(camel(group));
                }
            }
        }
        (parameters, arguments)
    }

    /// The head of an option's impl, and its method.
    fn method(&self, row: &Row, command: &Signature, option: &Choice) -> Result<(String, String), String> {
        let signature = Signature::parse(&option.r#fn)
            .map_err(|error| format!("{}: {error}: `{}`", row.name, option.r#fn))?;
        for group in [&option.needs, &option.excludes] {
            if !group.is_empty() && !self.groups.contains(group) {
                return Err(format!("{}: no option is of group `{group}`", row.name));
            }
        }
        let around = |group: &str| match group {
            _ if group == option.needs => Some("Used"),
            _ if group == option.excludes => Some("Free"),
            _ => None,
        };
        let (parameters, before) =
            self.state(|group| if option.is_of(group) { Some("Free") } else { around(group) });
        let (_, after) = self.state(|group| if option.is_of(group) { Some("Used") } else { around(group) });
        let (from, to) = match (option.reply.as_str(), option.from.as_str()) {
            ("", "") => (None, None),
            (reply, "") => (Some(command.reply.clone()), Some(reply.to_owned())),
            (reply, from) => (Some(from.to_owned()), Some(reply.to_owned())),
        };
        let mut generics: Vec<String> = if from.is_none() { vec!["R".into()] } else { Vec::new() };
        generics.extend(parameters);
        generics.push("X".into());
        let from = from.unwrap_or_else(|| "R".into());
        let to = to.unwrap_or_else(|| "R".into());
        let changed = to != from || before != after;
        let since = if option.since.is_empty() { String::new() } else { format!(" Since {}.", option.since) };
        let parameters: Vec<String> =
            signature.parameters().map(|(name, kind)| format!(", {name}: {kind}")).collect();
        let marker = &self.marker;
        let returned = match changed {
            true => format!("Command<{to}, {marker}{}, X>", brackets(&after)),
            false => "Self".into(),
        };
        let head = format!("impl<{}> Command<{from}, {marker}{}, X>", generics.join(", "), brackets(&before));
        let method = format!(
            "{}#[inline]\npub fn {}(self{}) -> {returned} {{\n{}{}\n}}\n",
            doc("", &format!("{}{since}", option.about)),
            signature.name,
            parameters.concat(),
            adding(&signature.parts, option.at),
            if changed { ".retyped()" } else { "" },
        );
        Ok((head, method))
    }
}

/// Whether a group is more than one option that may as well be in none.
fn matters(row: &Row, group: &str) -> bool {
    let named = |option: &Choice| option.needs == group || option.excludes == group;
    let members = || row.options.iter().filter(|option| option.is_of(group));
    members().count() > 1
        || members().any(|option| option.blocks)
        || row.options.iter().any(named)
        || row.groups.iter().any(|by_hand| by_hand == group)
}

/// The expression that adds an option's words to `self`.
fn adding(parts: &[Part], at: Option<usize>) -> String {
    let pushes = wire::pushes(parts);
    match at {
        Some(at) => format!("self.with_at({at}, |wire| {{ {pushes} }})"),
        None => format!("self.with(|wire| {{ {pushes} }})"),
    }
}

fn brackets(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!("<{}>", names.join(", ")) }
}
