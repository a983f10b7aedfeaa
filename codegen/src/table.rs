//! The table as it is written: a file per group, a row per command.

use std::path::Path;

use serde::Deserialize;

use crate::signature::Signature;

/// A group of the servers' documentation.
#[derive(Debug)]
pub(crate) struct Group {
    /// The module, such as `sorted_sets`.
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) rows: Vec<Row>,
}

/// A command or subcommand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    /// In upper case, such as `CONFIG GET`.
    #[serde(skip)]
    pub(crate) name: String,
    /// As the server's documentation says it.
    #[serde(default)]
    pub(crate) group: String,
    pub(crate) since: String,
    /// Whose version `since` is.
    #[serde(default = "redis")]
    pub(crate) from: String,
    pub(crate) arity: i8,
    pub(crate) flags: String,
    #[serde(default)]
    pub(crate) keys: Vec<String>,
    #[serde(default)]
    pub(crate) cost: String,
    #[serde(default)]
    pub(crate) about: String,
    #[serde(default)]
    pub(crate) more: String,
    #[serde(default)]
    pub(crate) r#fn: String,
    #[serde(default = "any")]
    pub(crate) resp2: String,
    #[serde(default = "any")]
    pub(crate) resp3: String,
    #[serde(default)]
    pub(crate) lane: Lane,
    #[serde(default)]
    pub(crate) wait: String,
    #[serde(default)]
    pub(crate) reads: bool,
    #[serde(default)]
    pub(crate) idempotent: bool,
    #[serde(default)]
    pub(crate) custom: bool,
    #[serde(default)]
    pub(crate) instead: String,
    #[serde(default)]
    pub(crate) container: bool,
    #[serde(default)]
    pub(crate) options: Vec<Choice>,
    /// The row of the same group whose options it takes.
    #[serde(default)]
    pub(crate) like: String,
    /// The function of that row.
    #[serde(skip)]
    pub(crate) like_function: String,
    /// Options that are written by hand, for the listing.
    #[serde(default)]
    pub(crate) by_hand: Vec<String>,
    /// Groups of options that have others by hand.
    #[serde(default)]
    pub(crate) groups: Vec<String>,
    #[serde(default)]
    pub(crate) setup: Vec<String>,
    #[serde(default)]
    pub(crate) examples: Vec<Example>,
    #[serde(default)]
    pub(crate) volatile: bool,
    #[serde(default = "plain")]
    pub(crate) mode: String,
    #[serde(default)]
    pub(crate) why: String,
    /// No server of the tests knows it.
    #[serde(default)]
    pub(crate) unverified: bool,
}

/// Which connections it may run on.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Lane {
    #[default]
    Shared,
    Dedicated,
    Blocking,
    Refused,
}

/// An option of a command: a method on it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    pub(crate) r#fn: String,
    pub(crate) about: String,
    #[serde(default)]
    pub(crate) since: String,
    /// Options of one group exclude each other; `a+b` is of both.
    #[serde(default)]
    pub(crate) group: String,
    /// The group of which one must have been given.
    #[serde(default)]
    pub(crate) needs: String,
    /// The group of which none may have been given.
    #[serde(default)]
    pub(crate) excludes: String,
    /// The argument before which its words go.
    pub(crate) at: Option<usize>,
    /// What the reply then is.
    #[serde(default)]
    pub(crate) reply: String,
    /// What the reply is before, if not what the function says.
    #[serde(default)]
    pub(crate) from: String,
    #[serde(default)]
    pub(crate) blocks: bool,
}

/// A call and what it writes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Example {
    pub(crate) call: String,
    pub(crate) wire: String,
    /// The Debug text of what it answers.
    pub(crate) reply: Option<String>,
    /// The code of the error that it answers.
    pub(crate) error: Option<String>,
    /// Instead of the row's.
    pub(crate) mode: Option<String>,
    /// Instead of the row's.
    pub(crate) setup: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct File {
    about: String,
    group: String,
    #[serde(flatten)]
    rows: toml::Table,
}

fn redis() -> String {
    "Redis".into()
}

fn any() -> String {
    "any".into()
}

fn plain() -> String {
    "plain".into()
}

impl Row {
    /// The words of the name: `CONFIG GET` has two.
    pub(crate) fn words(&self) -> usize {
        self.name.split(' ').count()
    }

    /// The Rust constant of its metadata.
    pub(crate) fn constant(&self) -> String {
        self.name.replace([' ', '.', '-'], "_")
    }

    pub(crate) fn has_function(&self) -> bool {
        !self.r#fn.is_empty()
    }

    /// Its function.
    pub(crate) fn signature(&self) -> Result<Signature, String> {
        Signature::parse(&self.r#fn).map_err(|error| format!("{}: {error}: `{}`", self.name, self.r#fn))
    }

    /// Since which version of which server, as documentation says it.
    pub(crate) fn since_text(&self) -> String {
        match &*self.from {
            "Redis" => self.since.clone(),
            other => format!("{other} {}", self.since),
        }
    }

    /// Where an example of it is run: `wire` is nowhere.
    pub(crate) fn mode_of<'a>(&'a self, example: &'a Example) -> &'a str {
        example.mode.as_deref().unwrap_or(&self.mode)
    }

    fn check(&self) -> Result<(), String> {
        let wrong = |what: &str| Err(format!("{}: {what}", self.name));
        if self.container {
            return Ok(());
        }
        if !self.has_function() && self.instead.is_empty() {
            return wrong("a row without a function says what serves instead");
        }
        if self.has_function() && (self.about.is_empty() || self.cost.is_empty() || self.examples.is_empty())
        {
            return wrong("a function needs `about`, `cost` and an example");
        }
        if self.mode == "wire" && self.why.is_empty() {
            return wrong("what is not run needs a reason");
        }
        Ok(())
    }
}

impl Choice {
    pub(crate) fn groups(&self) -> impl Iterator<Item = &str> {
        self.group.split('+').filter(|group| !group.is_empty())
    }

    pub(crate) fn is_of(&self, group: &str) -> bool {
        self.groups().any(|of| of == group)
    }
}

/// All groups, sorted by name, their rows too.
pub(crate) fn load(folder: &Path) -> Result<Vec<Group>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut groups = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            groups.push(load_group(&path).map_err(|error| format!("{}: {error}", path.display()))?);
        }
    }
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(groups)
}

fn load_group(path: &Path) -> Result<Group, String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let file: File = toml::from_str(&text).map_err(|error| error.to_string())?;
    let mut rows = Vec::new();
    for (name, value) in file.rows {
        let mut row: Row = value.try_into().map_err(|error| format!("{name}: {error}"))?;
        row.name = name;
        if row.group.is_empty() {
            row.group.clone_from(&file.group);
        }
        row.check()?;
        rows.push(row);
    }
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    share_options(&mut rows)?;
    let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
    Ok(Group { name, about: file.about, rows })
}

/// Gives rows the options of those that they are like.
fn share_options(rows: &mut [Row]) -> Result<(), String> {
    for index in 0..rows.len() {
        let (name, like) = (rows[index].name.clone(), rows[index].like.clone());
        if like.is_empty() {
            continue;
        }
        let source = rows.iter().find(|row| row.name == like && row.like.is_empty() && !row.custom);
        let source = source.ok_or_else(|| format!("{name}: no row of this group is `{like}`"))?;
        let (options, groups) = (source.options.clone(), source.groups.clone());
        let function = source.signature()?.name;
        let row = &mut rows[index];
        if !row.options.is_empty() {
            return Err(format!("{name}: its options are those of {like}"));
        }
        (row.options, row.groups, row.like_function) = (options, groups, function);
    }
    Ok(())
}
