//! Types, bounds and signatures as they are written in Rust.

use core::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::Value;

/// Writes types, and remembers whose they are.
pub(crate) struct Text<'json> {
    json: &'json Value,
    foreign: RefCell<BTreeSet<String>>,
}

/// The elements, none if it is no array.
pub(crate) fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The variant of an enum.
pub(crate) fn kind(value: &Value) -> &str {
    value.as_object().and_then(|value| value.keys().next()).map_or("", String::as_str)
}

/// An id as a key of the index.
pub(crate) fn id(id: &Value) -> String {
    id.to_string()
}

/// What everybody knows by its last name. Other types of the standard library
/// are written with their path, those of other crates as if it had no modules.
const KNOWN: &str = "Option Result Vec String Box Arc Iterator ExactSizeIterator DoubleEndedIterator \
    IntoIterator FromIterator Extend Clone Copy Debug Display Default Eq PartialEq Ord PartialOrd Hash \
    From Into TryFrom TryInto AsRef AsMut Borrow Deref DerefMut Drop Fn FnMut FnOnce Future IntoFuture \
    Send Sync Sized Unpin ToString FromStr Duration Cow HashMap HashSet BTreeMap BTreeSet";

impl<'json> Text<'json> {
    pub(crate) fn new(json: &'json Value) -> Self {
        Self { json, foreign: RefCell::default() }
    }

    /// The other crates whose types were written so far.
    pub(crate) fn foreign_crates(&self) -> Vec<String> {
        self.foreign.borrow().iter().cloned().collect()
    }

    pub(crate) fn function(&self, name: &str, function: &Value) -> String {
        let (signature, header) = (&function["sig"], &function["header"]);
        let words = [("is_const", "const "), ("is_async", "async "), ("is_unsafe", "unsafe ")];
        let words: String =
            words.iter().filter(|(key, _)| header[key] == true).map(|(_, word)| *word).collect();
        let abi = match kind(&header["abi"]) {
            "" => String::new(),
            abi => format!("extern \"{abi}\" "),
        };
        let inputs = array(&signature["inputs"]).map(|input| {
            let (name, of) = (input[0].as_str().unwrap_or_default(), self.type_of(&input[1]));
            match (name, of.strip_suffix("Self")) {
                ("self", Some(reference)) => format!("{reference}self"),
                _ => format!("{name}: {of}"),
            }
        });
        let inputs = inputs.collect::<Vec<_>>().join(", ");
        let output = match &signature["output"] {
            Value::Null => String::new(),
            output => format!(" -> {}", self.type_of(output)),
        };
        format!("{words}{abi}fn {name}{}({inputs}){output}", self.generics(&function["generics"]))
    }

    /// `impl<..> Trait for Type where ..`.
    pub(crate) fn implementation(&self, implementation: &Value) -> String {
        let generics = &implementation["generics"];
        let not = if implementation["is_negative"] == true { "!" } else { "" };
        let of_trait = match &implementation["trait"] {
            Value::Null => String::new(),
            of_trait => format!("{not}{} for ", self.path(of_trait)),
        };
        let subject = self.type_of(&implementation["for"]);
        format!("impl{} {of_trait}{subject}{}", self.generics(generics), self.wheres(generics))
    }

    pub(crate) fn associated_type(&self, member: &Value) -> String {
        let inner = &member["inner"]["assoc_type"];
        let name = member["name"].as_str().unwrap_or_default();
        let bounds = self.bounds(&inner["bounds"]);
        let bounds = if bounds.is_empty() { bounds } else { format!(": {bounds}") };
        let assigned = match &inner["type"] {
            Value::Null => String::new(),
            assigned => format!(" = {}", self.type_of(assigned)),
        };
        format!("type {name}{}{bounds}{assigned}", self.generics(&inner["generics"]))
    }

    /// `<'a, T: Bound>`, or nothing.
    pub(crate) fn generics(&self, generics: &Value) -> String {
        let names = array(&generics["params"]).filter_map(|param| self.parameter(param)).collect::<Vec<_>>();
        if names.is_empty() { String::new() } else { format!("<{}>", names.join(", ")) }
    }

    /// None for the one behind an `impl Trait`.
    fn parameter(&self, param: &Value) -> Option<String> {
        let name = param["name"].as_str().unwrap_or_default();
        let of_kind = &param["kind"][kind(&param["kind"])];
        if of_kind["is_synthetic"] == true {
            return None;
        }
        let default = &of_kind["default"];
        let text = match kind(&param["kind"]) {
            "const" => format!("const {name}: {}", self.type_of(&of_kind["type"])),
            "lifetime" => {
                let outlived =
                    array(&of_kind["outlives"]).filter_map(Value::as_str).collect::<Vec<_>>().join(" + ");
                if outlived.is_empty() { name.to_owned() } else { format!("{name}: {outlived}") }
            }
            _ => {
                let bounds = self.bounds(&of_kind["bounds"]);
                if bounds.is_empty() { name.to_owned() } else { format!("{name}: {bounds}") }
            }
        };
        Some(match default {
            Value::Null => text,
            Value::String(default) => format!("{text} = {default}"),
            default => format!("{text} = {}", self.type_of(default)),
        })
    }

    /// ` where T: Bound`, or nothing.
    pub(crate) fn wheres(&self, generics: &Value) -> String {
        let predicates = array(&generics["where_predicates"]).map(|predicate| {
            let inner = &predicate[kind(predicate)];
            match kind(predicate) {
                "bound_predicate" => {
                    let lifetimes = self.binder(&inner["generic_params"]);
                    format!("{lifetimes}{}: {}", self.type_of(&inner["type"]), self.bounds(&inner["bounds"]))
                }
                "lifetime_predicate" => {
                    let outlived = array(&inner["outlives"]).filter_map(Value::as_str).collect::<Vec<_>>();
                    format!("{}: {}", inner["lifetime"].as_str().unwrap_or_default(), outlived.join(" + "))
                }
                _ => format!("{} = {}", self.type_of(&inner["lhs"]), self.term(&inner["rhs"])),
            }
        });
        let predicates = predicates.collect::<Vec<_>>().join(", ");
        if predicates.is_empty() { predicates } else { format!(" where {predicates}") }
    }

    /// `for<'a> `, or nothing.
    fn binder(&self, params: &Value) -> String {
        let names = array(params).filter_map(|param| self.parameter(param)).collect::<Vec<_>>().join(", ");
        if names.is_empty() { names } else { format!("for<{names}> ") }
    }

    pub(crate) fn bounds(&self, bounds: &Value) -> String {
        let bounds = array(bounds).map(|bound| match kind(bound) {
            "trait_bound" => {
                let inner = &bound["trait_bound"];
                let modifier = if inner["modifier"] == "maybe" { "?" } else { "" };
                format!("{modifier}{}{}", self.binder(&inner["generic_params"]), self.path(&inner["trait"]))
            }
            "outlives" => bound["outlives"].as_str().unwrap_or_default().to_owned(),
            _ => {
                let captured = array(&bound["use"]).map(|name| match name {
                    Value::String(name) => name.as_str(),
                    name => name[kind(name)].as_str().unwrap_or_default(),
                });
                format!("use<{}>", captured.collect::<Vec<_>>().join(", "))
            }
        });
        bounds.collect::<Vec<_>>().join(" + ")
    }

    pub(crate) fn type_of(&self, value: &Value) -> String {
        let inner = &value[kind(value)];
        let lifetime = |value: &Value| value.as_str().map_or_else(String::new, |name| format!("{name} "));
        match kind(value) {
            "resolved_path" => self.path(inner),
            "generic" | "primitive" => match inner.as_str().unwrap_or_default() {
                "never" => "!".into(),
                name => name.to_owned(),
            },
            "tuple" => {
                let members = array(inner).map(|member| self.type_of(member)).collect::<Vec<_>>();
                format!("({}{})", members.join(", "), if members.len() == 1 { "," } else { "" })
            }
            "slice" => format!("[{}]", self.type_of(inner)),
            "array" => {
                format!("[{}; {}]", self.type_of(&inner["type"]), inner["len"].as_str().unwrap_or_default())
            }
            "borrowed_ref" => {
                let mutable = if inner["is_mutable"] == true { "mut " } else { "" };
                format!("&{}{mutable}{}", lifetime(&inner["lifetime"]), self.type_of(&inner["type"]))
            }
            "raw_pointer" => {
                let mutable = if inner["is_mutable"] == true { "mut" } else { "const" };
                format!("*{mutable} {}", self.type_of(&inner["type"]))
            }
            "impl_trait" => format!("impl {}", self.bounds(inner)),
            "dyn_trait" => {
                let traits = array(&inner["traits"]);
                let traits = traits
                    .map(|of| format!("{}{}", self.binder(&of["generic_params"]), self.path(&of["trait"])));
                let traits = traits.chain(inner["lifetime"].as_str().map(str::to_owned));
                format!("dyn {}", traits.collect::<Vec<_>>().join(" + "))
            }
            "function_pointer" => {
                let signature = serde_json::json!({ "sig": inner["sig"], "header": inner["header"] });
                format!("{}{}", self.binder(&inner["generic_params"]), self.function("", &signature))
            }
            "qualified_path" => {
                let (subject, name) =
                    (self.type_of(&inner["self_type"]), inner["name"].as_str().unwrap_or_default());
                let arguments = self.arguments(&inner["args"]);
                match &inner["trait"] {
                    Value::Null => format!("{subject}::{name}{arguments}"),
                    of_trait => format!("<{subject} as {}>::{name}{arguments}", self.path(of_trait)),
                }
            }
            _ => "_".into(),
        }
    }

    /// A path with its arguments; of the library itself, without its modules.
    fn path(&self, path: &Value) -> String {
        let full = &self.json["paths"][id(&path["id"])];
        let segments: Vec<&str> = array(&full["path"]).filter_map(Value::as_str).collect();
        let written = path["path"].as_str().unwrap_or_default();
        let last =
            segments.last().copied().unwrap_or_else(|| written.rsplit("::").next().unwrap_or_default());
        let of_crate = &full["crate_id"];
        let mut name = last.to_owned();
        if !of_crate.is_null() && *of_crate != 0 {
            let of_crate = self.json["external_crates"][id(of_crate)]["name"].as_str().unwrap_or_default();
            self.foreign.borrow_mut().insert(of_crate.to_owned());
            let is_known =
                KNOWN.split_whitespace().any(|known| known == last) && segments[1..] != ["fmt", "Result"];
            name = match of_crate {
                "core" | "alloc" | "std" if is_known => last.to_owned(),
                "core" | "alloc" | "std" => segments.join("::"),
                _ => format!("{of_crate}::{last}"),
            };
        }
        name + &self.arguments(&path["args"])
    }

    fn arguments(&self, arguments: &Value) -> String {
        let inner = &arguments[kind(arguments)];
        if kind(arguments) == "parenthesized" {
            let inputs =
                array(&inner["inputs"]).map(|input| self.type_of(input)).collect::<Vec<_>>().join(", ");
            let output = match &inner["output"] {
                Value::Null => String::new(),
                output => format!(" -> {}", self.type_of(output)),
            };
            return format!("({inputs}){output}");
        }
        let positional = array(&inner["args"]).map(|argument| match kind(argument) {
            "lifetime" => argument["lifetime"].as_str().unwrap_or_default().to_owned(),
            "type" => self.type_of(&argument["type"]),
            "const" => argument["const"]["expr"].as_str().unwrap_or_default().to_owned(),
            _ => "_".into(),
        });
        let constraints = array(&inner["constraints"]).map(|constraint| {
            let name = constraint["name"].as_str().unwrap_or_default();
            let arguments = self.arguments(&constraint["args"]);
            match &constraint["binding"]["equality"] {
                Value::Null => {
                    format!("{name}{arguments}: {}", self.bounds(&constraint["binding"]["constraint"]))
                }
                term => format!("{name}{arguments} = {}", self.term(term)),
            }
        });
        let all = positional.chain(constraints).collect::<Vec<_>>().join(", ");
        if all.is_empty() { all } else { format!("<{all}>") }
    }

    /// What an associated type or constant equals.
    fn term(&self, term: &Value) -> String {
        match &term["type"] {
            Value::Null => term["constant"]["expr"].as_str().unwrap_or_default().to_owned(),
            of => self.type_of(of),
        }
    }
}
