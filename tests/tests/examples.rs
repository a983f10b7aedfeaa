//! The examples do what their first lines say: each is run against a real
//! server or against another example, so that none of them rots.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_certs;

use core::time::Duration;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use std::thread::JoinHandle;

use tests::server::{RedisServer, find};

/// All examples of resp-core, but for the one that is built without features.
const EXAMPLES: [&str; 6] = ["mio_loop", "proxy", "resp2json", "server", "std_stream", "tokio_codec"];
const WITHOUT_FEATURES: &str = "fixed_array";
/// Examples of resp-net that are run here.
const OF_NET: [&str; 17] = [
    "blocking_pop",
    "cancel_and_deadline",
    "consumer_group",
    "decode_responses",
    "get_set",
    "leaderboard",
    "mio",
    "pipeline",
    "pool_prewarm",
    "pubsub",
    "sans_io",
    "scan",
    "tls",
    "transaction",
    "unix",
    "user_struct",
    "watch",
];

/// The program of an example, built by the first test that asks for one.
///
/// Cargo builds the examples of the package under test alone, and hands no path
/// of another's to a test. So it is asked for them here, with the same target
/// directory: the locks of the outer run are released before tests start, and
/// dependencies are there already.
fn program(example: &str) -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let test = std::env::current_exe().unwrap();
        // TARGET/PROFILE/deps/TEST
        let profile = test.parent().and_then(|deps| deps.parent()).unwrap();
        let release = if profile.ends_with("release") { &["--release"][..] } else { &[] };
        let build = |package: &str, what: &[&str]| {
            let mut cargo = Command::new(env!("CARGO"));
            cargo.args(["build", "--quiet", "-p", package, "--target-dir"]).arg(profile.parent().unwrap());
            let output =
                cargo.args(release).args(what).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        };
        build("resp-core", &["--no-default-features", "--example", WITHOUT_FEATURES]);
        let named = |example| ["--example", example];
        let with_tokio = ["--features", "tokio-util"].into_iter();
        build("resp-core", &with_tokio.chain(EXAMPLES.into_iter().flat_map(named)).collect::<Vec<_>>());
        let with_all = ["--features", "derive,mio,tls"].into_iter();
        build("resp-net", &with_all.chain(OF_NET.into_iter().flat_map(named)).collect::<Vec<_>>());
        profile.join("examples")
    });
    folder.join(format!("{example}{}", std::env::consts::EXE_SUFFIX))
}

/// What an example prints that ends well by itself; all of them are bounded in time.
fn printed(example: &str, args: &[&str]) -> String {
    let output = Command::new(program(example)).args(args).stdin(Stdio::null()).output().unwrap();
    text(example, &output)
}

fn text(name: &str, output: &Output) -> String {
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {complaint}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// An example that runs until it is dropped, on a port of its own.
struct Listening {
    process: Child,
    /// Collects what it prints; unread, it would fill the pipe and stop it.
    output: Option<JoinHandle<String>>,
    address: String,
}

impl Listening {
    fn start(example: &str, args: &[&str]) -> Self {
        let mut process = Command::new(program(example))
            .args(["--port", "0"])
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let address = line.trim_end().strip_prefix("listening on ").unwrap_or_else(|| panic!("{line}"));
        let output = std::thread::spawn(move || {
            let mut printed = String::new();
            output.read_to_string(&mut printed).map(|_| printed).unwrap()
        });
        Self { address: address.to_owned(), process, output: Some(output) }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream
    }

    /// What it says to all that a client has to say, up to the end.
    fn answer(&self, request: &[u8]) -> String {
        let mut stream = self.connect();
        stream.write_all(request).unwrap();
        stream.shutdown(Shutdown::Write).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Ends it: what it has printed since it started to listen.
    fn printed(mut self) -> String {
        self.process.kill().unwrap();
        self.output.take().unwrap().join().unwrap()
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn redis() -> (RedisServer, String) {
    let server = RedisServer::start(&[]).unwrap_or_else(|error| panic!("{error}"));
    let address = format!("127.0.0.1:{}", server.port());
    (server, address)
}

const STD_STREAM: &str = "\
PING -> simple string \"PONG\"
SET example:greeting hello -> simple string \"OK\"
GET example:greeting -> bulk string \"hello\"
DEL example:greeting -> integer 1
GET example:greeting -> null
";

#[test]
fn no_example_is_forgotten() {
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../resp-core/examples")).unwrap();
    let mut found: Vec<String> = folder
        .filter_map(|file| Some(file.unwrap().file_name().to_str()?.strip_suffix(".rs")?.to_owned()))
        .collect();
    let mut known: Vec<&str> = EXAMPLES.into_iter().chain([WITHOUT_FEATURES]).collect();
    found.sort_unstable();
    known.sort_unstable();
    assert_eq!(found, known);
}

#[test]
fn clients_with_a_real_server() {
    let (_server, address) = redis();
    assert_eq!(printed("std_stream", &[&address]), STD_STREAM);
    assert_eq!(
        printed("tokio_codec", &[&address]),
        "SET -> simple string \"OK\"\nGET -> Some(\"hello\")\nDEL -> integer 1\n"
    );
    let mio = printed("mio_loop", &[&address]);
    assert!(mio.starts_with("10000 replies in order, "), "{mio}");
}

#[test]
fn a_pool_that_is_warm_before_its_callers_come() {
    let (_server, address) = redis();
    let text = printed("pool_prewarm", &[&format!("redis://{address}")]);
    let start = "a pool of 3 to 10 connections: 3 to 6 for 300 requests per second, 9 to 10 for 8 callers at once\n\
         3 connections before the first request\n\
         8 jobs done\n\
         refused: it is closed\n\
         # HELP resp_pool_connections Connections of the pool, by what they do now.\n";
    assert!(text.starts_with(start), "{text}");
}

#[test]
fn what_is_published_comes_beside_calls() {
    let (_server, address) = redis();
    let said = "hello reached 1\nrun reached 1\nbye reached 1\n\
        hello on example:news\nrun on example:alarm.fire\nbye on example:news\n";
    for protocol in [2, 3] {
        assert_eq!(printed("pubsub", &[&format!("redis://{address}?protocol={protocol}")]), said);
    }
}

#[test]
fn the_first_steps_with_the_client() {
    let (_server, address) = redis();
    let url = format!("redis://{address}");
    let text = printed("get_set", &[&url]);
    let start = "as bytes: Some(b\"hello\")\nas text: Some(\"hello\")\nas a number: Some(42)\nnothing: None\n\
         as expected: WRONGTYPE ";
    assert!(text.starts_with(start) && text.ends_with("\nfrom a task\n"), "{text}");
    let text = printed("pipeline", &[&url]);
    assert!(text.contains("the sum of a thousand replies is 499500\ncommand 1 of the batch: ERR "), "{text}");
    assert_eq!(
        printed("mio", &[&url]),
        "hello\n800 visits, 1 key removed\nsweep\n8 threads shared 2 connections\n"
    );
    assert!(printed("sans_io", &[&url]).contains("hello"), "{}", printed("sans_io", &[&url]));
}

#[test]
fn commands_of_more_than_strings() {
    let (_server, address) = redis();
    for protocol in [2, 3] {
        let url = format!("redis://{address}?protocol={protocol}");
        assert_eq!(
            printed("leaderboard", &[&url]),
            "bob has 155 points now\nthe first two:\n  bob 155\n  eve 150\nada is number 3\n2 of 3 have over 140\n"
        );
        assert_eq!(printed("scan", &[&url]), "1000 sessions were removed\nname: Ada\ncity: London\n");
        let text = printed("consumer_group", &[&url]);
        let end = "ada was given Some(\"sweep\") and leaves\nada does Some(\"sweep\")\n\
            ada does Some(\"paint\")\nada does Some(\"lock up\")\n0 are pending\n";
        assert!(text.ends_with(end), "{text}");
    }
}

#[test]
fn replies_as_text_and_as_structs() {
    let (_server, address) = redis();
    for protocol in [2, 3] {
        let url = format!("redis://{address}?protocol={protocol}");
        assert_eq!(
            printed("decode_responses", &[&url]),
            "one call: grün\na client: grün\na hash: Some(\"Ada\") of Some(\"London\"), 5 bytes\n\
             as expected: GET: reply: expected UTF-8 text, found other bytes at offset 5\nby will: Some(\"half \u{fffd}\")\n"
        );
        assert_eq!(
            printed("user_struct", &[&url]),
            "User { name: \"Ada\", age: 36, email: None }\n\
             as expected: HGETALL: reply.age: expected integer, found other text\n"
        );
    }
}

#[cfg(unix)]
#[test]
fn over_a_unix_socket() {
    let server = RedisServer::builder().unix_socket().start().unwrap_or_else(|error| panic!("{error}"));
    let url = format!("unix://{}", server.socket_path().display());
    let text = printed("unix", &[&url]);
    assert!(text.starts_with(&format!("{url}?db=0 answers: without a port\n")), "{text}");
}

#[test]
fn over_tls_with_an_authority_of_ones_own() {
    let authority = client_certs::Authority::new("example");
    let issued = authority.issue(&["127.0.0.1", "localhost"]);
    let read = |path| std::fs::read_to_string(path).unwrap();
    let server = RedisServer::builder().tls(&authority.pem(), &read(&issued.chain), &read(&issued.key));
    let server = server.start().unwrap_or_else(|error| panic!("{error}"));
    let url = server.tls_url();
    let trusting = printed("tls", &[&url, client_certs::arg(&authority.file())]);
    let doubting = printed("tls", &[&url]);
    assert!(trusting.ends_with(" answers: over TLS\n"), "{trusting}");
    assert!(doubting.contains(" is not trusted: "), "{doubting}");
}

#[test]
fn clients_without_a_server_say_so() {
    let port = tests::server::free_port().unwrap();
    for example in ["std_stream", "tokio_codec", "mio_loop"] {
        let address = format!("127.0.0.1:{port}");
        let output = Command::new(program(example)).arg(&address).output().unwrap();
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{example}: {complaint}");
        assert!(complaint.contains(&address) && complaint.contains("refused"), "{complaint}");
    }
}

#[test]
fn a_device_without_a_heap() {
    assert_eq!(
        printed(WITHOUT_FEATURES, &[]),
        "sent: *3\\r\\n$3\\r\\nSET\\r\\n$8\\r\\nsensor:1\\r\\n$4\\r\\n21.5\\r\\n\n\
         not sent: output has no room for 98 bytes\n\
         received: simple string \"OK\"\n\
         received: array of 3\n  integer 21\n  double 0.5\n  bulk string \"ceiling\"\n\
         reset: frame longer than the limit at byte 33\n\
         reset: frame longer than the limit at byte 64\n"
    );
}

#[test]
fn the_server_with_our_clients_and_with_redis_cli() {
    let server = Listening::start("server", &[]);
    assert_eq!(printed("std_stream", &[&server.address]), STD_STREAM);
    let cli = find("redis-cli").or_else(|| find("valkey-cli"));
    let cli = cli.expect("no redis-cli or valkey-cli on the PATH; both come with their server");
    let (_, port) = server.address.split_once(':').unwrap();
    let ask = |words: &[&str]| {
        let output = Command::new(&cli).args(["-p", port, "-e"]).args(words).output().unwrap();
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    assert_eq!(ask(&["SET", "a key", "va\r\nlue"]), (true, "OK\n".to_owned()));
    assert_eq!(ask(&["-3", "GET", "a key"]), (true, "va\r\nlue\n".to_owned()));
    assert_eq!(ask(&["DEL", "a key", "another"]), (true, "1\n".to_owned()));
    assert_eq!(ask(&["GET", "a key"]), (true, "\n".to_owned()));
    assert!(!ask(&["GET"]).0);
}

#[test]
fn the_server_byte_by_byte_as_they_are_specified() {
    let server = Listening::start("server", &[]);
    for (request, answer) in [
        ("PING\r\n\r\nping hi\n*0\r\n*1\r\n$4\r\nPING\r\n", "+PONG\r\n$2\r\nhi\r\n+PONG\r\n"),
        ("GET none\nHELLO 4\n", "$-1\r\n-NOPROTO unsupported protocol version\r\n"),
        (
            "HELLO 3\nGET none\n",
            "%3\r\n$6\r\nserver\r\n$17\r\nresp-core example\r\n$5\r\nproto\r\n:3\r\n\
             $4\r\nrole\r\n$6\r\nmaster\r\n_\r\n",
        ),
        ("GET\nCOMMAND DOCS\n", "-ERR wrong number of arguments for 'get' command\r\n*0\r\n"),
        ("*1\r\n$3\r\nA\r\n\r\nPING\n", "-ERR unknown command 'a\\r\\n'\r\n+PONG\r\n"),
        ("PING\n*1\r\n:5\r\nPING\n", "+PONG\r\n-ERR Protocol error: expected '$', got ':'\r\n"),
        ("SET 'a\n", "-ERR Protocol error: unbalanced quotes in request\r\n"),
        ("*1\r\n$2000000\r\n", "-ERR Protocol error: invalid bulk length\r\n"),
    ] {
        assert_eq!(server.answer(request.as_bytes()), answer, "{request:?}");
    }
}

#[test]
fn the_proxy_in_front_of_a_real_server() {
    let (_server, address) = redis();
    let proxy = Listening::start("proxy", &["--to", &address]);
    assert_eq!(printed("std_stream", &[&proxy.address]), STD_STREAM);
    let mio = printed("mio_loop", &[&proxy.address]);
    assert!(mio.starts_with("10000 replies in order, "), "{mio}");
    // What came before an error of the client is answered by the server.
    let answer = proxy.answer(b"AUTH s3cret\r\nSET k v\r\n*1\r\n:5\r\n");
    let (auth, rest) = answer.split_once("\r\n").unwrap();
    assert!(auth.starts_with("-ERR "), "{auth}");
    assert_eq!(rest, "+OK\r\n-ERR Protocol error: expected '$', got ':'\r\n");

    let printed = proxy.printed();
    let of_client = |number: usize| {
        let head = format!("client {number}: ");
        printed.lines().filter_map(|line| line.strip_prefix(&head)).collect::<Vec<_>>()
    };
    let greeting = ["SET", "GET", "DEL", "GET"].map(|name| format!("{name} example:greeting"));
    assert_eq!(of_client(0)[0], "PING");
    assert_eq!(of_client(0)[1..], greeting);
    assert_eq!(of_client(1), ["ECHO"; 10_000]);
    assert_eq!(of_client(2), ["AUTH", "SET k"]);
}

#[test]
fn the_proxy_closes_when_the_server_has() {
    let (server, address) = redis();
    let proxy = Listening::start("proxy", &["--to", &address]);
    let mut client = proxy.connect();
    client.write_all(b"PING\r\n").unwrap();
    client.read_exact(&mut [0; b"+PONG\r\n".len()]).unwrap();
    drop(server);
    assert_eq!(client.read(&mut [0]).unwrap(), 0);
}

#[test]
fn a_capture_as_json() {
    let mut process = Command::new(program("resp2json"))
        .args(["--mode", "bytes"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    process.stdin.take().unwrap().write_all(b"*2\r\n+OK\r\n:1\r\n_\r\n").unwrap();
    let output = process.wait_with_output().unwrap();
    assert_eq!(
        text("resp2json", &output),
        "{\"array\":[{\"simple\":\"OK\"},{\"int\":1}]}\n{\"null\":true}\n"
    );
}

#[test]
fn a_transaction_all_or_nothing() {
    let (server, _) = redis();
    assert_eq!(
        printed("transaction", &[&server.url()]),
        "visit 1\n\
         command 1 of the batch: ERR value is not an integer or out of range; it ran: Yes\n\
         visit 3, Err(ServerError(ERR value is not an integer or out of range))\n\
         nothing was run: still Some(\"3\")\n"
    );
}

#[test]
fn a_transaction_only_if_nobody_was_faster() {
    let (server, _) = redis();
    assert_eq!(
        printed("watch", &[&server.url()]),
        "10 of 20 buyers got one of 10\n\
         left: Some(\"0\")\n\
         a watched key was changed by others at each of 3 attempts, nothing was run\n"
    );
}

#[test]
fn waiting_for_work() {
    let (server, _) = redis();
    assert_eq!(
        printed("blocking_pop", &[&server.url()]),
        "meanwhile: hello\n\
         Some((\"example:jobs\", \"sweep\"))\n\
         None\n\
         in time: false\n\
         still there: [\"cook\"]\n"
    );
}

#[test]
fn calls_that_are_given_up_or_come_too_late() {
    let (server, _) = redis();
    assert_eq!(
        printed("cancel_and_deadline", &[&server.url()]),
        "visits: None\n\
         too late: it may have run, and here it has\n\
         in time: false\n\
         mine: mine\n\
         visits: Some(\"1\")\n"
    );
}
