//! The command `conformance`, run as its user runs it.

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder of one test's own, removed with this value.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("resp-bench-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("the temporary folder is writable");
        Self(folder)
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_resp-bench"));
        command.arg("conformance").args(args).current_dir(&self.0).output().expect("it starts")
    }

    fn record(&self) -> Value {
        let text = std::fs::read(self.0.join("resp-bench-conformance.json")).expect("it was written");
        serde_json::from_slice(&text).expect("it is JSON")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What was observed of our client in a section.
fn ours<'record>(record: &'record Value, section: &str) -> (&'record str, &'record str) {
    let find = |list: &'record Value, name: &str| {
        list.as_array()
            .and_then(|list| list.iter().find(|one| one["name"] == name))
            .expect("it was asked for")
    };
    let observed = &find(&find(&record["sections"], section)["rows"], "resp-net")["observed"];
    let text = |field: &str| observed[field].as_str().expect("it is a text");
    (text("verdict"), text("text"))
}

#[test]
fn ours_is_observed_and_good() {
    let folder = Folder::new("good");
    let output = folder.run(&[
        "--clients",
        "resp-net",
        "--filter",
        "lost-reply,dropped,server-unsubscribe,absurd-length,nested-arrays,endless-line,passwords",
    ]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    let record = folder.record();
    for (section, part) in [
        ("lost-reply", "the INCR ran once; the caller was told “connection lost, the command may have run"),
        ("dropped-before-write", "the command never ran; 100 of 100 ECHOs got their own reply"),
        ("dropped-after-write", "100 of 100 ECHOs got their own reply"),
        ("server-unsubscribe", "around the server's sunsubscribe 100 of 100 ECHOs got their own reply"),
        ("absurd-length", "payload longer than the limit"),
        ("nested-arrays", "nested deeper than the limit"),
        ("endless-line", "line longer than the limit"),
        ("passwords-in-debug", "it shows in none of Config, "),
    ] {
        let (verdict, observed) = ours(&record, section);
        assert!(verdict == "good" && observed.contains(part), "{section}: {verdict}: {observed}");
        assert!(text.contains(&format!("\n{section}\n")), "{text}");
    }
    assert_eq!(record["complete"], true);
    assert!(folder.0.join("resp-bench-conformance.html").is_file());
}

#[test]
fn names_are_listed_and_wrong_ones_refused_in_one_line() {
    let folder = Folder::new("names");
    let list = String::from_utf8(folder.run(&["--list"]).stdout).unwrap();
    assert!(list.contains("\n  flood-against-stopped\n") && list.contains("\n  resp-net "), "{list}");
    for args in [["--filter", "nothing"], ["--clients", "nobody"]] {
        let output = folder.run(&args);
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success());
        assert_eq!(complaint, "resp-bench: no behaviour and client has such a name; --list shows them\n");
    }
}

/// The process that observes ends when its parent is gone.
#[test]
fn a_child_does_not_outlive_its_parent() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_resp-bench"));
    command.args(["conformance", "--one", "stopped-server", "--subject", "resp-net"]);
    // Its standard input has ended before it begins.
    let output = command.stdin(std::process::Stdio::null()).output().unwrap();
    assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
}
