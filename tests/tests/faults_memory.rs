//! Memory and time under floods and drips, over both drivers: bounded by the
//! settings, whatever the callers and the server do. One test at a time, since
//! what others allocate would be counted too.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;
mod door;

use core::time::Duration;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use bytes::Bytes;
use door::{Door, config, for_each_driver, server};
use resp_net::{Error, Executed, WhenFull, cmd};
use tests::counting_alloc::CountingAlloc;
use tests::proxy::{Direction, Proxy};
use tests::resp_server::RespServer;

#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

for_each_driver![
    f20_a_flood_against_a_stopped_server_stays_within_the_budget,
    f21_a_reply_in_small_pieces_takes_time_in_proportion_to_its_length,
    f22_a_server_that_reads_nothing_pushes_back,
    large_values_both_ways_at_once_do_not_lock_up,
];

fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}

const MIB: usize = 1 << 20;

/// Beside the budget: what the threads of the test, a client and its runtime take.
const BESIDE: isize = 2 << 20;

fn f20_a_flood_against_a_stopped_server_stays_within_the_budget<D: Door>() {
    let _alone = alone();
    let server = server(&[]);
    let config = config(server.port()).budget(MIB).max_waiting(4).liveness_timeout(Duration::from_secs(30));
    let client = D::open(config.call_timeout(Duration::from_millis(5)));
    client.send(cmd::ping().timeout(Duration::from_secs(10))).unwrap();
    server.pause();
    ALLOCATOR.start();
    let callers: Vec<_> = (0..8)
        .map(|_| {
            let client = client.clone();
            std::thread::spawn(move || {
                let value = Bytes::from(vec![b'x'; 1 << 10]);
                let (mut maybe, mut no, mut overloaded) = (0, 0, 0);
                for _ in 0..400 {
                    match client.send(cmd::set("k", value.clone())).unwrap_err() {
                        Error::Timeout { executed: Executed::Maybe, .. } => maybe += 1,
                        Error::Timeout { executed: Executed::No, .. } => no += 1,
                        Error::Overloaded => overloaded += 1,
                        error => panic!("{error}"),
                    }
                }
                [maybe, no, overloaded]
            })
        })
        .collect();
    let counts = callers.into_iter().map(|caller| caller.join().unwrap());
    let [maybe, no, overloaded] = counts.fold([0; 3], |sum, some| [0, 1, 2].map(|at| sum[at] + some[at]));
    let peak = ALLOCATOR.stop().peak;
    assert!(maybe <= MIB >> 10, "{maybe} were sent, of a budget for {}", MIB >> 10);
    assert!(no > 0 && overloaded > 0, "{maybe}, {no}, {overloaded}");
    assert!(peak <= MIB.cast_signed() + BESIDE, "{peak} bytes");
    server.resume();
    assert!(tests::wait::eventually(|| client.send(cmd::ping().timeout(Duration::from_secs(1))).is_ok()));
    assert!(server.command_calls("set") <= maybe as u64);
}

/// Hundredths of a second that this process worked, the test's own proxy too.
/// What the system takes to pass small pieces on, which is more the more others
/// do, is not counted.
fn worked() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    // The name of the program may have spaces.
    let fields = stat.rsplit(')').next().unwrap();
    fields.split_whitespace().nth(11).unwrap().parse().unwrap()
}

fn f21_a_reply_in_small_pieces_takes_time_in_proportion_to_its_length<D: Door>() {
    let _alone = alone();
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = D::open(config(proxy.port()).call_timeout(None).liveness_timeout(Duration::from_secs(30)));
    proxy.live().split(16, Direction::ToClient);
    let time_of = |count: usize| {
        server.run(&["DEL", "list"]);
        let values = vec!["value"; 1000];
        for _ in 0..count / 1000 {
            server.run(&[&["RPUSH", "list"], &*values].concat());
        }
        let start = worked();
        for _ in 0..3 {
            let list = cmd::raw("LRANGE").args(["list", "0", "-1"]).returning::<Vec<Bytes>>();
            assert_eq!(client.send(list).unwrap().len(), count);
        }
        worked() - start
    };
    time_of(1_000);
    let (short, long) = (time_of(32_000), time_of(128_000));
    // Four times as long; 16 times the time would be by the square. A tenth of
    // a second is within what the clock and the others make of it.
    assert!(long < short * 10 + 10, "{short} ticks for 32,000 values, {long} for 128,000");
    client.echo().unwrap();
}

fn f22_a_server_that_reads_nothing_pushes_back<D: Door>() {
    let _alone = alone();
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let config = config(proxy.port()).budget(16 * MIB).when_full(WhenFull::Fail);
    let client =
        D::open(config.call_timeout(Duration::from_millis(100)).liveness_timeout(Duration::from_secs(30)));
    client.send(cmd::ping().timeout(Duration::from_secs(10))).unwrap();
    proxy.all().stall(Direction::ToServer);
    ALLOCATOR.start();
    let value = Bytes::from(vec![b'x'; MIB]);
    // A gibibyte.
    let callers: Vec<_> = (0..32)
        .map(|_| {
            let (client, value) = (client.clone(), value.clone());
            std::thread::spawn(move || {
                let call = || {
                    let start = Instant::now();
                    let error = client.send(cmd::set("k", value.clone())).unwrap_err();
                    assert!(start.elapsed() < Duration::from_secs(5));
                    error
                };
                [(); 32].map(|()| call())
            })
        })
        .collect();
    let errors: Vec<_> = callers.into_iter().flat_map(|caller| caller.join().unwrap()).collect();
    let peak = ALLOCATOR.stop().peak;
    let overloaded = errors.iter().filter(|error| matches!(error, Error::Overloaded)).count();
    let sent = errors.iter().filter(|error| error.executed() == Executed::Maybe).count();
    assert!(overloaded > 0 && errors.len() == 1024, "{overloaded}");
    assert!(sent <= 16, "{sent}");
    // Each caller has a command of its own, beside those that are queued.
    assert!(peak <= ((16 + 32) * MIB).cast_signed() + BESIDE, "{peak} bytes");
    proxy.all().pass();
    assert!(tests::wait::eventually(|| client.echo().is_ok()));
    assert!(server.command_calls("set") <= sent as u64);
}

/// A client that only writes while it has something to write, and a server that
/// does not read before its answer is taken, wait for each other for ever.
fn large_values_both_ways_at_once_do_not_lock_up<D: Door>() {
    let _alone = alone();
    const LEN: usize = 10 * MIB;
    // It writes what it has read before it reads on.
    let server = RespServer::start(|args| match args {
        [b"ECHO", text] => Some([format!("${}\r\n", text.len()).as_bytes(), *text, b"\r\n"].concat()),
        _ => None,
    });
    let server = server.unwrap();
    let client =
        D::open(config(server.address().port()).budget(64 * MIB).call_timeout(Duration::from_secs(30)));
    let callers: Vec<_> = (0..4_u8)
        .map(|byte| {
            let client = client.clone();
            std::thread::spawn(move || {
                let value = Bytes::from(vec![byte; LEN]);
                let echoed = client.send(cmd::echo(value.clone())).unwrap();
                assert!(echoed == value, "another's value");
                let batch = [cmd::echo(value.clone()), cmd::echo(value.clone())];
                assert!(client.pipeline(batch).unwrap() == [value.clone(), value]);
            })
        })
        .collect();
    callers.into_iter().for_each(|caller| caller.join().unwrap());
    assert_eq!(server.seen().connections, 1);
}

mod dropped {
    use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    use std::sync::Arc;

    use ::tokio::task::JoinSet;
    use resp_net::Client;

    use super::*;

    /// The same with futures that are dropped: two hundred thousand, of which few fit.
    #[test]
    fn f20_a_flood_of_dropped_futures_stays_within_the_budget() {
        let _alone = alone();
        let server = server(&[]);
        let runtime = ::tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let config = config(server.port()).budget(MIB).max_waiting(64).call_timeout(None);
        let config = config.liveness_timeout(Duration::from_secs(30)).build().unwrap();
        runtime.block_on(async {
            let client = Client::connect_with(&config).await.unwrap();
            client.ping().await.unwrap();
            server.pause();
            ALLOCATOR.start();
            let value = Bytes::from(vec![b'x'; 1 << 10]);
            let mut overloaded = 0;
            for _ in 0..200 {
                let mut calls = JoinSet::new();
                let begun = Arc::new(AtomicUsize::new(0));
                for _ in 0..1_000 {
                    let (client, value, begun) = (client.clone(), value.clone(), Arc::clone(&begun));
                    calls.spawn(async move {
                        begun.fetch_add(1, SeqCst);
                        client.set("k", value).await
                    });
                }
                while begun.load(SeqCst) < 1_000 {
                    ::tokio::task::yield_now().await;
                }
                ::tokio::time::sleep(Duration::from_millis(5)).await;
                while let Some(ended) = calls.try_join_next() {
                    assert!(matches!(ended.unwrap(), Err(Error::Overloaded)));
                    overloaded += 1;
                }
            }
            let peak = ALLOCATOR.stop().peak;
            assert!(overloaded > 150_000, "{overloaded}");
            // A thousand tasks of the test's own among it.
            assert!(peak <= MIB.cast_signed() + 2 * BESIDE, "{peak} bytes");
            server.resume();
            // The last of them are still being dropped.
            let answered = async {
                while client.ping().await.is_err() {
                    ::tokio::task::yield_now().await;
                }
            };
            client_setup::within(answered).await;
        });
    }
}
