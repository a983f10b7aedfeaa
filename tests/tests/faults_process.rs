//! What concerns the whole process: its descriptors and threads, and that it
//! may be stopped. One test at a time, since others would be counted too; what
//! harms the process happens to a child, which is this program again.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;
mod door;

use core::time::Duration;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Lines, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use door::{Door, config, for_each_driver, server};
use resp_net::{Error, Executed, LostReason, cmd};
use rustix::io::Errno;
use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, kill_process, setrlimit};
use tests::deaf::DeafPort;
use tests::leaks::Held;
use tests::proxy::{Proxy, eventually};
use tests::resp_server::RespServer;

for_each_driver![
    nothing_is_held_by_clients_that_are_gone,
    f33_a_process_without_descriptors_connects_when_it_has_some,
    f33_a_server_that_accepts_nobody_is_left_at_the_deadline,
    f33_a_machine_without_ports_connects_when_it_has_some,
    f34_a_process_that_was_stopped_goes_on,
];

fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn nothing_is_held_by_clients_that_are_gone<D: Door>() {
    let _alone = alone();
    let server = server(&[]);
    let use_and_leave = |count: usize| {
        let clients: Vec<D> = (0..count).map(|_| D::open(config(server.port()))).collect();
        clients.iter().for_each(|client| client.echo().unwrap());
        let (closed, dropped) = clients.split_at(count / 2);
        closed.iter().for_each(|client| client.close(Duration::from_secs(1)));
        dropped.iter().for_each(|client| client.echo().unwrap());
    };
    // What is there once for all of them: a runtime, a thread that resolves.
    use_and_leave(2);
    assert!(server.wait_clients(0));
    let before = Held::now().unwrap();
    use_and_leave(20);
    assert!(server.wait_clients(0), "a connection is left");
    before.assert_again();
}

/// Whose child this process is: of the same test, in a program that goes on.
fn is_child() -> Option<u16> {
    std::env::var("FAULTS_OF_PORT").ok()?.parse().ok()
}

/// This test again, in a process of its own, which talks with the first one.
struct Other {
    child: Child,
    input: Option<ChildStdin>,
    output: Lines<BufReader<ChildStdout>>,
}

impl Other {
    fn start(port: u16) -> Self {
        Self::run(Command::new(std::env::current_exe().unwrap()), port)
    }

    /// In a network of its own, where nothing is but the loopback interface.
    fn start_in_a_network() -> Self {
        const WAYS: [&[&str]; 2] = [&["--net"], &["--user", "--map-root-user", "--net"]];
        const UP: &str = "PATH=$PATH:/usr/sbin:/sbin; ip link set lo up && exec \"$0\" \"$@\"";
        let unshare = |way: &[&str]| {
            let mut command = Command::new("unshare");
            command.args(way);
            command
        };
        let is_granted = |way: &&[&str]| {
            let probe = unshare(way).arg("true").stderr(Stdio::null()).status();
            probe.is_ok_and(|status| status.success())
        };
        let way = WAYS.into_iter().find(is_granted).expect(
            "this test needs unshare (util-linux), ip (iproute2) and the right to a network namespace: \
             root's, or that of any user where the system has user namespaces",
        );
        let mut command = unshare(way);
        command.args(["sh", "-c", UP]).arg(std::env::current_exe().unwrap());
        Self::run(command, 0)
    }

    fn run(mut program: Command, port: u16) -> Self {
        let name = std::thread::current().name().unwrap().to_owned();
        let mut child = program
            .args(["--exact", &name, "--nocapture"])
            .env("FAULTS_OF_PORT", port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take(), child.stdout.take().unwrap());
        Self { child, input, output: BufReader::new(output).lines() }
    }

    /// Waits until it says this; the rest of that line.
    fn says(&mut self, word: &str) -> String {
        for line in &mut self.output {
            // What the harness prints may stand before it.
            if let Some((_, rest)) = line.unwrap().split_once(&format!("<{word}>")) {
                return rest.to_owned();
            }
        }
        panic!("it ended before it said {word}");
    }

    fn tell(&mut self) {
        self.input.as_mut().unwrap().write_all(b"go on\n").unwrap();
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn say(word: &str) {
    println!("<{word}>");
}

fn await_word() {
    io::stdin().read_line(&mut String::new()).unwrap();
}

fn f33_a_process_without_descriptors_connects_when_it_has_some<D: Door>() {
    if let Some(port) = is_child() {
        return without_descriptors::<D>(port);
    }
    let _alone = alone();
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let mut child = Other::start(proxy.port());
    child.says("full");
    proxy.refuse();
    proxy.live().cut();
    child.says("cut");
    proxy.accept();
    child.tell();
    child.says("recovered");
}

fn without_descriptors<D: Door>(port: u16) {
    let limit = Rlimit { current: Some(64), ..getrlimit(Resource::Nofile) };
    setrlimit(Resource::Nofile, limit).unwrap();
    let config = config(port);
    let client = D::open(config.clone());
    let fill = |files: &mut Vec<File>| files.extend(core::iter::from_fn(|| File::open("/dev/null").ok()));
    let mut files = Vec::new();
    fill(&mut files);
    assert!(!files.is_empty());
    client.echo().unwrap();
    let error = D::connect(&config.build().unwrap()).map(|_| ()).unwrap_err();
    assert!(matches!(error, Error::Connect(LostReason::Io(_) | LostReason::Resolve(_))), "{error:?}");
    say("full");
    let mut is_without = || {
        // What a closed socket leaves free.
        fill(&mut files);
        let Err(Error::Lost { executed, reason: LostReason::Io(error) }) = client.send(cmd::incr("n")) else {
            return false;
        };
        executed == Executed::No && error.raw_os_error() == Some(Errno::MFILE.raw_os_error())
    };
    assert!(eventually(&mut is_without));
    say("cut");
    await_word();
    for _ in 0..20 {
        assert!(is_without());
    }
    files.clear();
    client.recover();
    say("recovered");
}

fn f33_a_server_that_accepts_nobody_is_left_at_the_deadline<D: Door>() {
    let _alone = alone();
    let port = DeafPort::open().unwrap();
    let timeout = Duration::from_millis(200);
    let config = config(port.address().port()).connect_timeout(timeout).build().unwrap();
    let start = Instant::now();
    let error = D::connect(&config).map(|_| ()).unwrap_err();
    assert!(matches!(error, Error::Connect(LostReason::ConnectTimeout)), "{error:?}");
    let took = start.elapsed();
    assert!(took >= timeout && took < timeout + Duration::from_secs(1), "{took:?}");
}

/// Ports cannot be used up without harm to others but in a network of one's own,
/// which has one here.
fn f33_a_machine_without_ports_connects_when_it_has_some<D: Door>() {
    if is_child().is_some() {
        return without_ports::<D>();
    }
    let _alone = alone();
    Other::start_in_a_network().says("recovered");
}

fn without_ports<D: Door>() {
    let server = RespServer::start(|args| match args {
        [b"ECHO", text] => Some([b"+", *text, b"\r\n"].concat()),
        _ => Some(b":1\r\n".to_vec()),
    });
    let server = server.unwrap();
    let config = config(server.address().port());
    let client = D::open(config.clone());
    client.echo().unwrap();
    // None of those that have been given out, by now or in future.
    std::fs::write("/proc/sys/net/ipv4/ip_local_port_range", "61000 61000").unwrap();
    let last = TcpStream::connect(server.address()).unwrap();
    assert!(is_without_ports(&TcpStream::connect(server.address()).unwrap_err()));
    let error = D::connect(&config.build().unwrap()).map(|_| ()).unwrap_err();
    assert!(matches!(&error, Error::Connect(LostReason::Io(error)) if is_without_ports(error)), "{error:?}");
    client.echo().unwrap();

    server.close();
    assert!(eventually(|| !client.is_connected()));
    let commands = server.seen().commands;
    for _ in 0..20 {
        let error = client.send(cmd::incr("n")).unwrap_err();
        assert_eq!(error.executed(), Executed::No);
        let Error::Lost { reason: LostReason::Io(error), .. } = &error else { panic!("{error:?}") };
        assert!(is_without_ports(error), "{error}");
    }
    assert_eq!(server.seen().commands, commands);
    drop(last);
    client.recover();
    assert_eq!(client.send(cmd::incr("n")).unwrap(), 1);
    say("recovered");
}

fn is_without_ports(error: &io::Error) -> bool {
    error.kind() == ErrorKind::AddrNotAvailable
}

fn f34_a_process_that_was_stopped_goes_on<D: Door>() {
    if let Some(port) = is_child() {
        return count_until_told::<D>(port);
    }
    let _alone = alone();
    let server = server(&[]);
    let before = server.info("stats", "total_connections_received");
    let mut child = Other::start(server.port());
    child.says("tick");
    for _ in 0..3 {
        child.signal(Signal::STOP);
        // Longer than each of the child's times.
        std::thread::sleep(Duration::from_millis(300));
        child.signal(Signal::CONT);
        let continued = Instant::now();
        // One may have been said before it was stopped.
        (0..3).for_each(|_| drop(child.says("tick")));
        assert!(continued.elapsed() < Duration::from_secs(1), "{:?}", continued.elapsed());
    }
    child.tell();
    let counts = child.says("counts");
    let counts: Vec<u64> = counts.split_whitespace().map(|count| count.parse().unwrap()).collect();
    let ran: u64 = server.run_text(&["GET", "n"]).parse().unwrap();
    assert!(counts[0] <= ran && ran <= counts[0] + counts[1], "{ran} of {counts:?}");
    let connections = server.info("stats", "total_connections_received") - before;
    assert_eq!(connections, 1, "the server was not silent, its client was");
}

fn count_until_told<D: Door>(port: u16) {
    let time = Duration::from_millis(100);
    let config = config(port).call_timeout(time).liveness_timeout(2 * time).idle_ping(2 * time);
    let client = D::open(config);
    let told = std::thread::spawn(await_word);
    let (mut ok, mut maybe) = (0, 0);
    while !told.is_finished() {
        match client.send(cmd::incr("n")) {
            Ok(_) => ok += 1,
            Err(Error::Timeout { executed: Executed::Maybe, .. }) => maybe += 1,
            Err(Error::Timeout { executed: Executed::No, .. }) => {}
            Err(error) => panic!("{error}"),
        }
        if ok % 100 == 0 {
            say("tick");
        }
    }
    println!("<counts> {ok} {maybe}");
}
