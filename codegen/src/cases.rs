//! A test case for each example: `tests/tests/commands/cases/<group>.rs`.

use crate::table::{Group, Row};

pub(crate) fn render_root(groups: &[Group]) -> String {
    let mut text = String::from("//! Every example of the table.\n\n");
    for group in groups {
        text.push_str(&format!("mod {};\n", group.name));
    }
    text.push_str("\nuse super::Case;\n\n/// All of them.\npub(crate) fn all() -> Vec<Case> {\nlet mut cases = Vec::new();\n");
    for group in groups {
        text.push_str(&format!("{}::add(&mut cases);\n", group.name));
    }
    text.push_str("cases\n}\n");
    text
}

pub(crate) fn render(group: &Group) -> Result<String, String> {
    let mut body = String::new();
    for row in group.rows.iter().filter(|row| row.has_function()) {
        body.push_str(&row_cases(row));
    }
    Ok(format!(
        "//! {}\n#![allow(unused_imports, reason = \"not every group has arguments of its own\")]\n\n\
         use core::time::Duration;\nuse std::time::{{SystemTime, UNIX_EPOCH}};\n\nuse resp_core::{{cmd::*, replies::*}};\n\n\
         use crate::{{About, Case, Mode}};\n\npub(super) fn add(cases: &mut Vec<Case>) {{\n{body}}}\n",
        group.about
    ))
}

fn row_cases(row: &Row) -> String {
    let mut text = String::new();
    for example in &row.examples {
        let setup = example.setup.as_ref().unwrap_or(&row.setup);
        let mode = match row.mode_of(example) {
            "cluster" => "Mode::Cluster",
            "alone" => "Mode::Alone",
            "node" => "Mode::Node",
            "wire" => "Mode::Wire",
            _ => "Mode::Shared",
        };
        // What takes no arguments is a maker of the command itself.
        let make = match example.call.strip_suffix("()").filter(|name| !name.contains(['(', ':'])) {
            Some(name) => name.to_owned(),
            None => format!("|| {}", example.call),
        };
        text.push_str(&format!(
            "cases.push(Case::new(About {{ command: {:?}, call: {:?}, wire: {:?}, setup: &{setup:?}, reply: {:?}, error: {:?}, is_volatile: {}, is_unverified: {}, mode: {mode} }}, {make}));\n",
            row.name, example.call, example.wire, example.reply, example.error, row.volatile, row.unverified
        ));
    }
    text
}
