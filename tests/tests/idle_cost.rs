//! What a connection costs that has nothing to do.
#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_wrap,
    reason = "helpers of tests, which end with the first surprise"
)]

mod client_setup;

use core::time::Duration;

use client_setup::{Server, within};
use resp_net::{Client, Config, cmd};
use tests::counting_alloc::CountingAlloc;
use tests::wait::eventually;

#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

const CONNECTIONS: usize = 1000;
/// Heap that one of them may hold.
const HEAP_LEN: isize = 4 << 10;

/// One test, since what another one does would be counted too.
#[test]
fn a_thousand_idle_connections_hold_little_and_do_nothing() {
    let server = Server::start(&[]);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let config = Config::from_url(&server.url()).unwrap();
    // All that is allocated once, by the runtime and by what resolves names.
    runtime.block_on(async { drop(within(Client::connect_with(&config)).await.unwrap()) });
    assert!(server.wait_clients(0));

    ALLOCATOR.start();
    let clients: Vec<Client> = runtime.block_on(async {
        let mut clients = Vec::with_capacity(CONNECTIONS);
        for _ in 0..CONNECTIONS {
            let client = within(Client::connect_with(&config)).await.unwrap();
            let echoes: Vec<_> = (0..100).map(|_| cmd::echo(vec![b'x'; 1000])).collect();
            within(client.pipeline(echoes)).await.unwrap();
            clients.push(client);
        }
        clients
    });
    let held = || ALLOCATOR.counts().live / CONNECTIONS as isize;
    assert!(eventually(|| held() <= HEAP_LEN), "{} bytes each", held());
    println!("{} bytes each", held());

    // The thread of the runtime sleeps, until the idle PING.
    let (before, calls) = (switches(), server.command_calls("ping"));
    std::thread::sleep(Duration::from_secs(2));
    let woken = switches() - before;
    assert!(woken <= 4, "{woken} times, this thread once among them");
    assert_eq!(server.command_calls("ping"), calls);
    drop(clients);
    assert!(server.wait_clients(0));
}

/// How often the threads of this process were given the processor of their own wish.
fn switches() -> u64 {
    let of = |task: std::fs::DirEntry| {
        let status = std::fs::read_to_string(task.path().join("status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        line.map_or(0, |count| count.trim().parse::<u64>().unwrap())
    };
    std::fs::read_dir("/proc/self/task").unwrap().map(|task| of(task.unwrap())).sum()
}
