//! Names in Rust's manners, and what a file must import.

/// `zadd` or `BY score` as `Zadd` and `ByScore`.
pub(crate) fn camel(name: &str) -> String {
    name.split(['_', ' ', '-'])
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            first.to_uppercase() + rest
        })
        .collect()
}

/// The `use` lines of what `text` names: pairs of a path and the names in it.
pub(crate) fn imports(text: &str, known: &[(&str, &[&str])]) -> String {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("///"));
    let names: std::collections::BTreeSet<&str> =
        code.flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_')).collect();
    let mut lines = String::new();
    for (path, candidates) in known {
        let used: Vec<&str> = candidates.iter().copied().filter(|name| names.contains(name)).collect();
        if !used.is_empty() {
            lines.push_str(&format!("use {path}::{{{}}};\n", used.join(", ")));
        }
    }
    lines
}

/// Doc comment lines of at most 100 columns.
pub(crate) fn doc(indent: &str, text: &str) -> String {
    let mut lines = String::new();
    for paragraph in text.split("\n\n") {
        if !lines.is_empty() {
            lines.push_str(&format!("{indent}///\n"));
        }
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && indent.len() + 4 + line.len() + 1 + word.len() > 90 {
                lines.push_str(&format!("{indent}/// {line}\n"));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        if !line.is_empty() {
            lines.push_str(&format!("{indent}/// {line}\n"));
        }
    }
    lines
}
