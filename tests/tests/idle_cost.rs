//! What a connection costs that has nothing to do, over both drivers. One test at
//! a time, since what another one does would be counted too.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_wrap,
    reason = "helpers of tests, which end with the first surprise"
)]

mod client_setup;

use core::time::Duration;
use std::sync::{Arc, Barrier, Mutex, MutexGuard, PoisonError};
use std::thread;

use bytes::Bytes;
use client_setup::{Server, within};
use resp_net::resp_core::Command;
use resp_net::{Client, Config, blocking, cmd};
use tests::counting_alloc::CountingAlloc;
use tests::threads::sleeps;
use tests::wait::eventually;

#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

/// Heap that an idle connection may hold.
const HEAP_LEN: isize = 4 << 10;

fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is held of the heap, for each of so many.
fn held_by(count: usize) -> isize {
    ALLOCATOR.counts().live / count as isize
}

/// Work for the buffers of a connection: a hundred replies of a kilobyte.
fn echoes() -> Vec<Command<Bytes>> {
    (0..100).map(|_| cmd::echo(vec![b'x'; 1000])).collect()
}

#[test]
fn a_thousand_idle_connections_hold_little_and_do_nothing() {
    const CONNECTIONS: usize = 1000;
    let _alone = alone();
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
            within(client.pipeline(echoes())).await.unwrap();
            clients.push(client);
        }
        clients
    });
    assert!(eventually(|| held_by(CONNECTIONS) <= HEAP_LEN), "{} bytes each", held_by(CONNECTIONS));

    // The thread of the runtime sleeps, until the idle PING.
    let (before, calls) = (switches(), server.command_calls("ping"));
    thread::sleep(Duration::from_secs(2));
    let woken = switches() - before;
    assert!(woken <= 4, "{woken} times, this thread once among them");
    println!("tokio: {} bytes each", held_by(CONNECTIONS));
    assert_eq!(server.command_calls("ping"), calls);
    drop(clients);
    assert!(server.wait_clients(0));
}

/// Each blocking client has a thread beside it, whose cost is the system's and
/// not counted as the connection's.
#[test]
fn idle_connections_of_threads_hold_little_and_do_nothing() {
    const CONNECTIONS: usize = 250;
    let _alone = alone();
    let server = Server::start(&[]);
    let config = Config::from_url(&server.url()).unwrap();
    drop(blocking::Client::connect_with(&config).unwrap());
    assert!(server.wait_clients(0));
    let thread = thread_cost(CONNECTIONS);

    ALLOCATOR.start();
    let mut clients = Vec::with_capacity(CONNECTIONS);
    for _ in 0..CONNECTIONS {
        let client = blocking::Client::connect_with(&config).unwrap();
        client.pipeline(echoes()).call().unwrap();
        clients.push(client);
    }
    let held = || held_by(CONNECTIONS) - thread.heap;
    assert!(eventually(|| held() <= HEAP_LEN), "{} bytes each", held());

    let watchers = || sleeps("resp-net watcher");
    assert_eq!(watchers().len(), CONNECTIONS);
    let (before, calls) = (watchers().iter().sum::<u64>(), server.command_calls("ping"));
    thread::sleep(Duration::from_secs(2));
    let woken = watchers().iter().sum::<u64>() - before;
    assert!(woken <= CONNECTIONS as u64, "{woken} times: more than once each, to give memory back");
    println!("mio: {} bytes each; the thread: {} more, {} resident", held(), thread.heap, thread.resident);
    assert_eq!(server.command_calls("ping"), calls);
    drop(clients);
    assert!(server.wait_clients(0));
}

/// Bytes that a thread takes.
struct ThreadCost {
    heap: isize,
    /// Memory of the machine, most of it for its stack.
    resident: usize,
}

/// What each of so many threads takes that do nothing.
fn thread_cost(count: usize) -> ThreadCost {
    let barrier = Arc::new(Barrier::new(count + 1));
    let resident = resident();
    ALLOCATOR.start();
    let start = |_| {
        let barrier = Arc::clone(&barrier);
        let wait_twice = move || {
            barrier.wait();
            barrier.wait();
        };
        // The name of those that are compared with them is as long.
        thread::Builder::new().name("resp-net nothing".into()).spawn(wait_twice).unwrap()
    };
    let threads: Vec<_> = (0..count).map(start).collect();
    barrier.wait();
    let resident = self::resident().saturating_sub(resident) / count;
    let cost = ThreadCost { heap: held_by(count), resident };
    barrier.wait();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    cost
}

/// Bytes of memory that this process has of the machine.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() << 10
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
