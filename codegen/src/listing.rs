//! The commands as a table to read: `docs/commands.md`.

use crate::signature::Signature;
use crate::table::{Group, Row};

pub(crate) fn render(groups: &[Group]) -> Result<String, String> {
    let mut text = String::from(include_str!("listing.txt"));
    let rows = || groups.iter().flat_map(|group| &group.rows);
    let functions = rows().filter(|row| row.has_function()).count();
    let unverified = rows().filter(|row| row.has_function() && row.unverified).count();
    text.push_str(&format!("{functions} functions; {unverified} of them are marked as unverified.\n\n"));
    for group in groups {
        text.push_str(&format!(
            "- [{}](#{})\n",
            title(group),
            title(group).to_lowercase().replace(' ', "-").replace('/', "")
        ));
    }
    for group in groups {
        text.push_str(&format!(
            "\n## {}\n\n{}| command | function | options | reply | since | complexity |\n|---|---|---|---|---|---|\n",
            title(group),
            if group.about == format!("{}.", title(group)) { String::new() } else { format!("{}\n\n", group.about) }
        ));
        for row in &group.rows {
            text.push_str(&line(row)?);
        }
    }
    Ok(text)
}

fn title(group: &Group) -> String {
    match group.name.as_str() {
        "acl" => "ACL".into(),
        "hyperloglog" => "HyperLogLog".into(),
        "json" => "JSON".into(),
        "pubsub" => "Pub/sub".into(),
        name => {
            let (first, rest) = name.split_at(1);
            first.to_uppercase() + &rest.replace('_', " ")
        }
    }
}

fn line(row: &Row) -> Result<String, String> {
    let mark = if row.unverified { " (unverified)" } else { "" };
    let since = format!("{}{mark}", row.since_text());
    if row.container {
        return Ok(format!("| {} | its subcommands | | | {since} | |\n", row.name));
    }
    if !row.has_function() {
        return Ok(format!("| {} | none: {} | | | {since} | |\n", row.name, row.instead));
    }
    let signature = row.signature()?;
    let instead = if row.instead.is_empty() { String::new() } else { format!("; {}", row.instead) };
    let mut options: Vec<String> = row.by_hand.iter().map(|name| format!("`{name}`")).collect();
    for option in &row.options {
        options.push(format!("`{}`", Signature::parse(&option.r#fn)?.name));
    }
    options.dedup();
    Ok(format!(
        "| {} | `{}({})`{instead} | {} | `{}` | {since} | {} |\n",
        row.name,
        signature.name,
        signature.argument_list(),
        options.join(" "),
        signature.reply,
        row.cost.trim_end_matches('.').replace('|', "\\|")
    ))
}
