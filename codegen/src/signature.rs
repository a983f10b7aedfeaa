//! `name(parameter: kind, "WORD", ...) -> Reply, Options`, as rows say it.

/// A function: its parameters in the order of the wire.
#[derive(Debug)]
pub(crate) struct Signature {
    pub(crate) name: String,
    /// `<B: Bound>`, where a function by hand has type parameters.
    pub(crate) generics: String,
    pub(crate) parts: Vec<Part>,
    pub(crate) reply: String,
    /// The type of the options, where a function by hand has some.
    pub(crate) options: Option<String>,
}

/// What stands at one place of the wire.
#[derive(Debug)]
pub(crate) enum Part {
    Word(String),
    Parameter { name: String, kind: String },
}

impl Signature {
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let (head, returned) = match text.split_once(") ->") {
            Some((head, returned)) => (head, returned.trim()),
            None => (text.trim_end().strip_suffix(')').ok_or("no closing parenthesis")?, ""),
        };
        let (name, parameters) = head.split_once('(').ok_or("no parameters")?;
        let name = name.trim();
        let (name, generics) = name.split_at(name.find('<').unwrap_or(name.len()));
        let mut parts = Vec::new();
        for part in split(parameters) {
            if let Some(word) = part.strip_prefix('"') {
                parts.push(Part::Word(word.trim_end_matches('"').to_owned()));
            } else {
                let (name, kind) = part.split_once(':').ok_or_else(|| format!("`{part}` has no kind"))?;
                parts.push(Part::Parameter { name: name.trim().into(), kind: kind.trim().into() });
            }
        }
        let mut returned = split(returned).into_iter();
        let reply = returned.next().unwrap_or_default();
        Ok(Self { name: name.into(), generics: generics.into(), parts, reply, options: returned.next() })
    }

    /// The parameters of the Rust function: their names and types.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = (&str, String)> {
        self.parts.iter().filter_map(|part| match part {
            Part::Word(_) => None,
            Part::Parameter { name, kind } => Some((name.as_str(), rust_type(kind))),
        })
    }

    /// `name: type, name: type`.
    pub(crate) fn parameter_list(&self) -> String {
        let parameters: Vec<String> =
            self.parameters().map(|(name, kind)| format!("{name}: {kind}")).collect();
        parameters.join(", ")
    }

    /// `name, name`.
    pub(crate) fn argument_list(&self) -> String {
        self.parameters().map(|(name, _)| name).collect::<Vec<_>>().join(", ")
    }
}

/// The Rust type of a kind of parameter.
pub(crate) fn rust_type(kind: &str) -> String {
    match kind {
        "key" | "value" | "arg" => "impl ToArg".into(),
        "keys" | "values" | "args" | "counted" => "impl ToArgs".into(),
        "pairs" | "counted_pairs" | "columns" => "impl ToPairs".into(),
        "secs" | "millis" | "ttl" => "Duration".into(),
        "timeout" | "block" => "impl Into<Option<Duration>>".into(),
        "unix_secs" | "unix_millis" | "ttl_at" => "SystemTime".into(),
        _ => match kind.strip_prefix("into ").or_else(|| kind.strip_prefix("words ")) {
            Some(target) => format!("impl Into<{target}>"),
            None => kind.strip_prefix("args ").unwrap_or(kind).into(),
        },
    }
}

/// Splits at the commas that stand in no brackets and no quotes.
fn split(text: &str) -> Vec<String> {
    let (mut parts, mut part, mut depth, mut quoted) = (Vec::new(), String::new(), 0, false);
    for character in text.chars() {
        match character {
            '"' => quoted = !quoted,
            '(' | '<' | '[' if !quoted => depth += 1,
            ')' | '>' | ']' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(part.trim().to_owned());
                part.clear();
                continue;
            }
            _ => {}
        }
        part.push(character);
    }
    if !part.trim().is_empty() {
        parts.push(part.trim().to_owned());
    }
    parts
}
