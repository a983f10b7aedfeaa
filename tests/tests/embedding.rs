//! docs/embedding.md quotes its examples word for word and leaves none out.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

use std::path::Path;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(ROOT).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Without what the formatter decides, and what makes a line part of a comment.
fn plain(text: &str) -> String {
    text.lines().map(|line| line.trim().trim_start_matches("//! ").trim()).collect::<Vec<_>>().join("\n")
}

/// The files that a section links to.
fn linked(section: &str) -> Vec<&str> {
    let ends = section.split("](../").skip(1);
    ends.filter_map(|rest| rest.split_once(')'))
        .map(|(path, _)| path)
        .filter(|path| path.ends_with(".rs") || path.ends_with("README.md"))
        .collect()
}

/// The blocks of code of a section, in any language.
fn blocks(section: &str) -> Vec<&str> {
    let fenced = section.split("```").skip(1).step_by(2);
    fenced.filter_map(|block| block.split_once('\n')).map(|(_, code)| code).collect()
}

#[test]
fn every_quote_is_in_its_example() {
    let page = read("docs/embedding.md");
    let mut quotes = 0;
    for section in page.split("\n## ").skip(1) {
        let (title, _) = section.split_once('\n').unwrap();
        let sources: Vec<String> = linked(section).into_iter().map(|path| plain(&read(path))).collect();
        assert!(!sources.is_empty(), "{title}: no example is named");
        for block in blocks(section).into_iter().map(plain) {
            assert!(sources.iter().any(|source| source.contains(&block)), "{title}: not quoted:\n{block}");
            quotes += 1;
        }
    }
    assert!(quotes >= 16, "only {quotes} quotes were found");
}

#[test]
fn no_example_is_left_out() {
    let page = read("docs/embedding.md");
    let mut examples = 0;
    for file in std::fs::read_dir(Path::new(ROOT).join("resp-core/examples")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".rs") {
            assert!(page.contains(&format!("(../resp-core/examples/{name})")), "{name}");
            examples += 1;
        }
    }
    assert!(examples > 0);
}
