//! The command `compare`, run as its users run it.
#![cfg(unix)]

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// Ends with the test, also if it fails.
struct Run(Child);

impl Drop for Run {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn compare(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_resp-bench"));
    command.arg("compare").args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn file(name: &str) -> PathBuf {
    std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn ctrl_c_saves_what_was_measured() {
    let (json, html) = (file("interrupted.json"), file("interrupted.html"));
    let mut command = compare(&["--filter", "get-64", "--clients", "resp-net,raw", "--rounds", "20"]);
    command.args(["--seconds", "3", "--json"]).arg(&json).arg("--html").arg(&html);
    let mut run = Run(command.spawn().unwrap());

    let mut errors = BufReader::new(run.0.stderr.take().unwrap());
    let mut seen = String::new();
    while !seen.contains("round 2 of 20") {
        assert!(errors.read_line(&mut seen).unwrap() > 0, "it ended early: {seen}");
    }
    kill_process(Pid::from_child(&run.0), Signal::INT).unwrap();
    errors.read_to_string(&mut seen).unwrap();
    let mut table = String::new();
    run.0.stdout.take().unwrap().read_to_string(&mut table).unwrap();
    assert_eq!(run.0.wait().unwrap().code(), Some(130), "{seen}");

    let record: Value = serde_json::from_slice(&std::fs::read(&json).unwrap()).unwrap();
    assert_eq!((&record["command"], &record["complete"]), (&"compare".into(), &false.into()));
    let sections = record["sections"].as_array().unwrap();
    let section = sections.iter().find(|section| section["name"] == "get-64").unwrap();
    let rows = section["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2);
    for row in rows {
        assert!(row["figures"]["ops_per_second"]["median"].as_f64() > Some(0.0), "{row}");
        assert!(row["latencies"].as_array().unwrap().len() > 10, "{row}");
        assert!(row["calm"].as_array().unwrap().len() < 20, "{row}");
    }
    assert!(table.contains("get-64:") && table.contains("\nInterrupted: ") && html.exists(), "{table}");
}

#[test]
fn bad_input_gives_one_line() {
    for (arguments, code, start) in [
        (&["--filter", "no-such-cell"][..], 1, "resp-bench: no cell and client has such a name"),
        (&["--pin", "--url", "redis://127.0.0.1:1"], 1, "resp-bench: --pin needs"),
        (&["--url", "redis://127.0.0.1:1"], 1, "resp-bench: cannot use the server"),
        (&["--rounds", "0"], 2, "resp-bench: invalid value '0' for '--rounds <N>'"),
        (&["--json", "/no/such/folder/file"], 1, "resp-bench: cannot write /no/such/folder/file"),
    ] {
        let output = compare(arguments).output().unwrap();
        let line = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{line}");
        assert!(line.starts_with(start) && line.trim_end().lines().count() == 1, "{line}");
    }
}
