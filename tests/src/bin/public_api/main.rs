//! Lists the public interface of libraries from what rustdoc says of them as
//! JSON: `public_api FILE...` prints Markdown. See `tests/api.sh`.
//!
//! Exit code: 1 if a signature names a crate that it must not, 77 if a file is
//! of another format than this can read.

use std::collections::BTreeMap;
use std::process::ExitCode;

use serde_json::Value;

mod text;
use text::{Text, array, id, kind};

/// The format that is understood; rustdoc changes it from time to time.
const FORMAT: u64 = 57;

/// Whose types signatures may name, besides the library's own; tokio and
/// tokio-util only behind the features that are called so.
const ALLOWED: [(&str, &[&str]); 3] = [
    ("resp_core", &["core", "alloc", "std", "bytes", "futures_core", "serde_core", "tokio_util"]),
    // A configuration of rustls may be the caller's own; a subscriber is a `Stream`.
    ("resp_net", &["core", "alloc", "std", "bytes", "futures_core", "resp_core", "tokio", "rustls"]),
    ("resp_ffi", &["core", "alloc", "std"]),
];

fn main() -> ExitCode {
    let mut allowed = true;
    for file in std::env::args().skip(1) {
        let json = match std::fs::read(&file).map(|json| serde_json::from_slice::<Value>(&json)) {
            Ok(Ok(json)) => json,
            Ok(Err(error)) => return fail(&format!("{file}: {error}"), 1),
            Err(error) => return fail(&format!("{file}: {error}"), 1),
        };
        let format = &json["format_version"];
        if format.as_u64() != Some(FORMAT) {
            return fail(&format!("{file} is of format {format}, and this reads {FORMAT}"), 77);
        }
        allowed &= Library::new(&json).print();
    }
    if allowed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether an item is of a file that is written from the table of commands:
/// docs/commands.md lists those. What such a file exports is of another.
fn is_generated(item: &Value) -> bool {
    let file = item["span"]["filename"].as_str().unwrap_or_default();
    let mut parts = file.rsplit('/');
    let (name, folder) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let of_core = folder == "commands" && !matches!(name, "mod.rs" | "raw.rs" | "times.rs");
    let of_net = parts.next() == Some("commands") && folder != "custom" && parts.next() == Some("src");
    (of_core || of_net) && item["inner"]["module"].is_null() && item["inner"]["use"].is_null()
}

fn fail(message: &str, code: u8) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(code)
}

/// One library, and where its public items are.
struct Library<'json> {
    index: &'json Value,
    name: String,
    text: Text<'json>,
    /// Path of a module to the items in it, by kind and name.
    modules: BTreeMap<String, BTreeMap<String, &'json Value>>,
    /// Item to the impls that are listed with it.
    impls: BTreeMap<String, Vec<&'json Value>>,
    /// Impls of neither a trait nor a type of the library.
    other_impls: Vec<&'json Value>,
}

impl<'json> Library<'json> {
    fn new(json: &'json Value) -> Self {
        let index = &json["index"];
        let root = &index[id(&json["root"])];
        let name = root["name"].as_str().unwrap_or_default().to_owned();
        let mut library = Self {
            index,
            text: Text::new(json),
            modules: BTreeMap::new(),
            impls: BTreeMap::new(),
            other_impls: Vec::new(),
            name,
        };
        library.add_module(&library.name.clone(), root);
        library.add_impls();
        library
    }

    /// Finds what can be reached by a path; what is hidden, only if it is
    /// exported under another name.
    fn add_module(&mut self, path: &str, module: &'json Value) {
        for item in array(&module["inner"]["module"]["items"]) {
            let item = &self.index[id(item)];
            if is_hidden(item) || is_generated(item) {
                continue;
            }
            let (name, item) = match &item["inner"]["use"] {
                Value::Null => (&item["name"], item),
                // Of another crate, it is listed as it stands.
                export if self.index[id(&export["id"])].is_null() => (&export["source"], item),
                export => (&export["name"], &self.index[id(&export["id"])]),
            };
            let name = name.as_str().unwrap_or_default();
            if kind(&item["inner"]) == "module" {
                self.add_module(&format!("{path}::{name}"), item);
            } else {
                let place = format!("{} {name}", kind(&item["inner"]));
                self.modules.entry(path.to_owned()).or_default().insert(place, item);
            }
        }
    }

    fn add_impls(&mut self) {
        let listed: Vec<String> =
            self.modules.values().flat_map(|items| items.values().map(|item| id(&item["id"]))).collect();
        for item in self.index.as_object().into_iter().flat_map(|index| index.values()) {
            let implementation = &item["inner"]["impl"];
            let of_compiler = implementation["is_synthetic"] == true
                || !implementation["blanket_impl"].is_null()
                || is_generated(item)
                || implementation["trait"]["path"].as_str().is_some_and(is_of_derive_alone);
            if implementation.is_null() || item["crate_id"] != 0 || of_compiler {
                continue;
            }
            let mut subject = &implementation["for"];
            while !subject["borrowed_ref"].is_null() {
                subject = &subject["borrowed_ref"]["type"];
            }
            let subject = id(&subject["resolved_path"]["id"]);
            let its_trait = id(&implementation["trait"]["id"]);
            match [&subject, &its_trait].into_iter().find(|id| listed.contains(id)) {
                Some(id) => self.impls.entry(id.clone()).or_default().push(item),
                // On a type that nobody can name.
                None if !self.index[&subject].is_null() || !self.index[&its_trait].is_null() => {}
                None => self.other_impls.push(item),
            }
        }
    }

    /// Prints all, and tells whether all crates that it names may be named.
    fn print(&self) -> bool {
        println!("\n## {}", self.name.replace('_', "-"));
        for (path, items) in &self.modules {
            println!("\n### `{path}`\n\n```text");
            for (place, item) in items {
                self.print_item(place.split_once(' ').map_or("", |(_, name)| name), item);
            }
            println!("```");
        }
        if !self.other_impls.is_empty() {
            println!("\n### Conversions of other types\n\n```text");
            self.print_impls(self.other_impls.iter().copied(), "");
            println!("```");
        }
        let foreign = self.text.foreign_crates();
        println!("\nOther crates whose types it names: {}.", foreign.join(", "));
        let allowed =
            ALLOWED.iter().find(|(name, _)| *name == self.name).map_or(&[][..], |(_, allowed)| allowed);
        let refused: Vec<_> = foreign.into_iter().filter(|name| !allowed.contains(&name.as_str())).collect();
        if !refused.is_empty() {
            eprintln!("the interface of {} names types of {}", self.name, refused.join(", "));
        }
        refused.is_empty()
    }

    fn print_item(&self, name: &str, item: &'json Value) {
        let attribute = if array(&item["attrs"]).any(|attr| attr == "non_exhaustive") {
            "#[non_exhaustive] "
        } else {
            ""
        };
        let inner = &item["inner"][kind(&item["inner"])];
        let line = match kind(&item["inner"]) {
            "function" => self.text.function(name, inner),
            "struct" => format!("struct {name}{}", self.text.generics(&inner["generics"])),
            "enum" => format!("enum {name}{}", self.text.generics(&inner["generics"])),
            "trait" => {
                let bounds = self.text.bounds(&inner["bounds"]);
                let bounds = if bounds.is_empty() { bounds } else { format!(": {bounds}") };
                format!("trait {name}{}{bounds}", self.text.generics(&inner["generics"]))
            }
            "type_alias" => {
                format!(
                    "type {name}{} = {}",
                    self.text.generics(&inner["generics"]),
                    self.text.type_of(&inner["type"])
                )
            }
            "constant" => format!("const {name}: {}", self.text.type_of(&inner["type"])),
            "use" => format!("use {name}"),
            other => format!("{other} {name}"),
        };
        println!("{attribute}pub {line}{}", self.text.wheres(&inner["generics"]));
        for (name, of) in self.fields(&inner["kind"]) {
            println!("    pub {name}: {of}");
        }
        for variant in array(&inner["variants"]) {
            let variant = &self.index[id(variant)];
            let shape = &variant["inner"]["variant"]["kind"];
            let fields = self.fields(shape);
            let named =
                fields.iter().map(|(name, of)| format!("{name}: {of}")).collect::<Vec<_>>().join(", ");
            let bare = fields.iter().map(|(_, of)| of.as_str()).collect::<Vec<_>>().join(", ");
            let fields = match kind(shape) {
                "tuple" => format!("({bare})"),
                "struct" => format!(" {{ {named} }}"),
                _ => String::new(),
            };
            println!("    {}{fields}", variant["name"].as_str().unwrap_or_default());
        }
        self.print_members(&inner["items"], "    ", "");
        let impls = self.impls.get(&id(&item["id"]));
        self.print_impls(impls.into_iter().flatten().copied(), "    ");
    }

    /// Names and types of the fields that are public.
    fn fields(&self, shape: &'json Value) -> Vec<(&'json str, String)> {
        let inner = &shape[kind(shape)];
        array(&inner["fields"])
            .chain(array(inner))
            .map(|field| &self.index[id(field)])
            .filter(|field| !is_hidden(field))
            .map(|field| {
                let name = field["name"].as_str().unwrap_or_default();
                (name, self.text.type_of(&field["inner"]["struct_field"]))
            })
            .collect()
    }

    /// Those of a type's own impls, then each impl of a trait on a line.
    fn print_impls<'item>(&self, impls: impl Iterator<Item = &'item Value>, indent: &str) {
        let mut lines: Vec<(bool, String, &Value)> = impls
            .map(|item| {
                let inner = &item["inner"]["impl"];
                let assigned: Vec<_> = array(&inner["items"])
                    .map(|member| &self.index[id(member)])
                    .filter(|member| !member["inner"]["assoc_type"]["type"].is_null())
                    .map(|member| self.text.associated_type(member))
                    .collect();
                let assigned = if assigned.is_empty() {
                    String::new()
                } else {
                    format!(" {{ {} }}", assigned.join("; "))
                };
                let of_trait = !inner["trait"].is_null();
                (of_trait, self.text.implementation(inner) + &assigned, &inner["items"])
            })
            .collect();
        lines.sort_by(|(of_trait, line, _), (other_of_trait, other, _)| {
            (of_trait, line).cmp(&(other_of_trait, other))
        });
        for (of_trait, line, members) in lines {
            if of_trait {
                println!("{indent}{line}");
            } else if array(members).any(|member| !is_hidden(&self.index[id(member)])) {
                println!("{indent}{line}");
                self.print_members(members, &format!("{indent}    "), "pub ");
            }
        }
    }

    fn print_members(&self, members: &Value, indent: &str, visibility: &str) {
        let members =
            array(members).map(|member| &self.index[id(member)]).filter(|member| !is_hidden(member));
        let mut lines: Vec<_> = members.map(|member| self.member(member)).collect();
        lines.sort();
        for line in lines {
            println!("{indent}{visibility}{line}");
        }
    }

    fn member(&self, member: &Value) -> String {
        let name = member["name"].as_str().unwrap_or_default();
        let inner = &member["inner"][kind(&member["inner"])];
        match kind(&member["inner"]) {
            "function" => self.text.function(name, inner) + &self.text.wheres(&inner["generics"]),
            "assoc_const" => format!("const {name}: {}", self.text.type_of(&inner["type"])),
            "assoc_type" => self.text.associated_type(member),
            other => format!("{other} {name}"),
        }
    }
}

/// Whether a trait is no more than a note of the compiler.
fn is_of_derive_alone(path: &str) -> bool {
    path.ends_with("StructuralPartialEq") || path.ends_with("TrivialClone")
}

/// Whether an item is left out of the documentation, or not there.
fn is_hidden(item: &Value) -> bool {
    item.is_null()
        || array(&item["attrs"])
            .any(|attr| attr["other"].as_str().is_some_and(|attr| attr.contains("doc(hidden)")))
}
