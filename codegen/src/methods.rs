//! The commands as methods: `resp-net/src/commands/<client>/<group>.rs`.

use crate::functions::{documentation, options_type};
use crate::names::imports;
use crate::table::{Group, Lane, Row};

/// A type that has a method for each command.
pub(crate) struct Client {
    /// The folder of its methods.
    pub(crate) module: &'static str,
    path: &'static str,
    name: &'static str,
    receiver: &'static str,
    /// What a method returns, `R` and `K` apart.
    call: (&'static str, &'static str),
    /// What its file imports of `path`.
    types: &'static [&'static str],
    /// One caller holds it alone, so that state may be left on it.
    is_dedicated: bool,
}

pub(crate) const CLIENTS: &[Client] = &[
    Client::shared("client", "crate::client"),
    Client::text("text_client", "crate::client"),
    Client::dedicated("connection", "crate::client"),
    Client::shared("blocking_client", "crate::blocking"),
    Client::text("blocking_text_client", "crate::blocking"),
    Client::dedicated("blocking_connection", "crate::blocking"),
];

/// Where the names that signatures use come from.
const IMPORTS: &[(&str, &[&str])] = &[
    ("core::time", &["Duration"]),
    ("std::collections", &["BTreeMap", "BTreeSet", "HashMap", "HashSet"]),
    ("std::string", &["String"]),
    ("std::time", &["SystemTime"]),
    ("std::vec", &["Vec"]),
    ("bytes", &["Bytes"]),
    (
        "resp_core",
        &["Blocking", "Command", "Dedicated", "Pairs", "Plain", "Reply", "ToArg", "ToArgs", "ToPairs"],
    ),
];

/// The module that gathers a client's groups.
pub(crate) fn render_root(groups: &[Group], client: &Client) -> String {
    let mut text = format!("//! The commands as methods of `{}::{}`.\n\n", client.path, client.name);
    for group in groups {
        if client.module == group.name {
            text.push_str(
                "#[allow(clippy::module_inception, reason = \"a client and a group have the same name\")]\n",
            );
        }
        text.push_str(&format!("mod {};\n", group.name));
    }
    text
}

/// A group's methods of one client.
pub(crate) fn render(group: &Group, client: &Client) -> Result<String, String> {
    let mut methods = String::new();
    for row in group.rows.iter().filter(|row| row.has_function() && client.runs(row)) {
        methods.push_str(&method(row, client)?);
    }
    let mut text = String::new();
    text.push_str(&imports(&methods, IMPORTS));
    if methods.is_empty() {
        return Ok(format!("//! {} None of them runs here.\n", group.about));
    }
    text.push_str(
        "#[allow(unused_imports, reason = \"not every group has arguments or replies of its own\")]\n",
    );
    text.push_str("use resp_core::{cmd::*, replies::*};\n");
    text.push_str(&format!("use {}::{{{}}};\n\n", client.path, client.types.join(", ")));
    text.push_str(&format!("/// {}\nimpl {} {{\n{methods}}}\n", group.about, client.name));
    Ok(text)
}

impl Client {
    const fn shared(module: &'static str, path: &'static str) -> Self {
        Self {
            module,
            path,
            name: "Client",
            receiver: "&self",
            call: ("Call<'_, ", ">"),
            types: &["Call", "Client"],
            is_dedicated: false,
        }
    }

    const fn text(module: &'static str, path: &'static str) -> Self {
        let (call, types) = (("TextCall<'_, ", ">"), &["TextCall", "TextClient"]);
        Self { name: "TextClient", call, types, ..Self::shared(module, path) }
    }

    const fn dedicated(module: &'static str, path: &'static str) -> Self {
        Self {
            module,
            path,
            name: "Connection",
            receiver: "&mut self",
            call: ("Command<", ", Lease<'_>>"),
            types: &["Connection", "Lease"],
            is_dedicated: true,
        }
    }

    fn runs(&self, row: &Row) -> bool {
        match row.lane {
            Lane::Shared | Lane::Blocking => true,
            Lane::Dedicated => self.is_dedicated,
            Lane::Refused => false,
        }
    }
}

fn method(row: &Row, client: &Client) -> Result<String, String> {
    let signature = row.signature()?;
    let marker = match options_type(row, &signature).as_str() {
        "Plain" if client.is_dedicated => ", Plain".to_owned(),
        "Plain" => String::new(),
        marker => format!(", {marker}"),
    };
    let parameters = signature.parameter_list();
    let separator = if parameters.is_empty() { "" } else { ", " };
    Ok(format!(
        "{}#[inline]\npub fn {}{}({}{separator}{parameters}) -> {}{}{marker}{} {{\nself.send({}({}))\n}}\n\n",
        documentation(row, false),
        signature.name,
        signature.generics,
        client.receiver,
        client.call.0,
        signature.reply,
        client.call.1,
        signature.name,
        signature.argument_list(),
    ))
}
