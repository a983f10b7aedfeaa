//! The command `load` as its users run it.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};
use tests::resp_server::RespServer;

/// A folder that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("resp-bench-load-{}", tests::token::unique()));
        std::fs::create_dir(&folder).unwrap();
        Self(folder)
    }

    /// Runs the command in it.
    fn load(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_resp-bench"));
        command.current_dir(&self.0).arg("load").args(arguments).output().unwrap()
    }

    fn record(&self) -> Value {
        serde_json::from_slice(&std::fs::read(self.0.join("resp-bench-load.json")).unwrap()).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A server that answers as it is told, and all requests that it is sent.
fn server(
    answer: impl Fn(&[u8]) -> &'static [u8] + Send + Sync + 'static,
) -> (RespServer, Arc<Mutex<Vec<Vec<String>>>>) {
    let requests = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&requests);
    let server = RespServer::start(move |request| {
        seen.lock().unwrap().push(request.iter().map(|argument| text(argument)).collect());
        Some(answer(request[0]).to_vec())
    });
    (server.unwrap(), requests)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The only row of the only section.
fn row(record: &Value) -> &Value {
    &record["sections"][0]["rows"][0]
}

fn median(record: &Value, metric: &str) -> f64 {
    row(record)["figures"][metric]["median"].as_f64().unwrap_or(f64::NAN)
}

#[test]
fn the_embedded_server_is_loaded_and_a_record_written() {
    let folder = Folder::new();
    let output =
        folder.load(&["--server", "embedded", "--seconds", "0.3", "--clients", "5", "--data-size", "100"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let record = folder.record();
    assert_eq!((&record["command"], &record["complete"]), (&Value::from("load"), &Value::from(true)));
    assert_eq!(record["sections"][0]["name"], "mix-p1");
    assert!(median(&record, "ops_per_second") > 0.0);
    assert!(median(&record, "p50_micros") <= median(&record, "p99_micros"));
    // Ten GETs of eleven requests, each with its value: the keys were written before.
    let received = median(&record, "received_bytes");
    let all = (10.0 * "$100\r\n".len() as f64 + 10.0 * 102.0 + "+OK\r\n".len() as f64) / 11.0;
    assert!((received - all).abs() < 10.0, "{received} bytes each, not {all}");
    // It waits for most replies, in threads that have ended when their switches are asked for.
    if cfg!(target_os = "linux") {
        assert!(median(&record, "context_switches") > 0.01, "{}", row(&record)["figures"]);
    }
    let latencies = row(&record)["latencies"].as_array().unwrap();
    assert_eq!(latencies.last().unwrap()[0], 1.0);
    assert!(folder.0.join("resp-bench-load.html").exists());
}

#[test]
fn requests_are_as_many_as_asked_for_in_every_way() {
    for more in
        [&["--pipeline", "7", "--threads", "2"][..], &["--rate", "20000"], &["--resp", "3", "--", "PING"]]
    {
        let folder = Folder::new();
        let arguments = [&["--server", "embedded", "--requests", "1001", "--clients", "4"], more].concat();
        let output = folder.load(&arguments);
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert!(median(&folder.record(), "ops_per_second") > 0.0, "{more:?}");
    }
}

#[test]
fn errors_are_counted_and_the_first_is_shown() {
    let (server, requests) = server(|_| b"-ERR not today\r\n");
    let folder = Folder::new();
    let url = server.url();
    let output =
        folder.load(&["--url", &url, "--requests", "100", "--clients", "2", "--", "LPUSH", "k", "__data__"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let shown = "100 replies were errors, the first: ERR not today";
    assert!(text(&output.stdout).contains(shown), "{}", text(&output.stdout));
    assert_eq!(row(&folder.record())["observed"]["text"], shown);
    assert_eq!(requests.lock().unwrap().iter().filter(|request| request[0] == "LPUSH").count(), 100);
}

#[test]
fn keys_on_a_given_server_are_our_own_and_deleted() {
    let (server, requests) = server(|name| if name == b"GET" { b"$1\r\nv\r\n" } else { b"+OK\r\n" });
    let folder = Folder::new();
    let output =
        folder.load(&["--url", &server.url(), "--requests", "300", "--keyspace", "10", "--ratio", "1:1"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let requests = requests.lock().unwrap();
    let of = |name: &str| requests.iter().filter(|request| request[0] == name).collect::<Vec<_>>();
    // Connections begin at different places of the order, so halves are not exact.
    let (sets, gets) = (of("SET").len() - 10, of("GET").len());
    assert_eq!((sets + gets, of("DEL").len()), (300, 10));
    assert!((100..=200).contains(&sets), "{sets} SETs, {gets} GETs");
    for request in of("SET").iter().chain(&of("GET")).chain(&of("DEL")) {
        assert!(request[1].starts_with("resp-bench:"), "{request:?}");
    }
    assert!(of("SET").iter().all(|request| request[3] == "EX"));
}

#[test]
fn what_cannot_be_done_is_said_in_one_line() {
    let folder = Folder::new();
    for (arguments, code, expected) in [
        (&["--url", "rediss://h"][..], 1, "load does not speak TLS"),
        (&["--ratio", "0:0"], 2, "invalid value '0:0' for '--ratio <SETS:GETS>'"),
        (&["--clients", "50000", "--pipeline", "1000"], 1, "up to 4 GiB would be under way"),
        (&["--command", "GET 'k"], 1, "a quote is not closed"),
        (&["--filter", "nothing"], 1, "no cell has such a name"),
        (&["--beside", "no-such-program"], 1, "cannot run no-such-program"),
    ] {
        let output = folder.load(arguments);
        let error = text(&output.stderr);
        assert_eq!((output.status.code(), error.lines().count()), (Some(code), 1), "{error}");
        assert!(error.starts_with(&format!("resp-bench: {expected}")), "{error}");
    }
}
