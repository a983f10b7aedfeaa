//! The thread that keeps a pool for threads: there is one, and it sleeps.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;

use client_setup::Server;
use resp_net::blocking::Pool;
use tests::threads::sleeps;
use tests::wait::eventually;

fn keepers() -> Vec<u64> {
    sleeps("resp-net keeper")
}

/// One test, since it counts the threads of the whole process.
#[test]
fn a_pool_has_one_thread_which_sleeps_and_ends_with_it() {
    let server = Server::start(&[]);
    let pool = Pool::builder(&server.url()).unwrap().min_size(4).build().unwrap();
    assert!(keepers().is_empty(), "it begins when it is first used");
    pool.prewarm().unwrap();
    assert_eq!(keepers().len(), 1);
    assert!(eventually(|| sleeps("resp-net connect").is_empty()));

    let before = keepers()[0];
    for _ in 0..2_000 {
        drop(pool.acquire().unwrap());
    }
    std::thread::sleep(Duration::from_millis(500));
    // It may find a lock taken, or be told what became idle last: not each time.
    let woken = keepers()[0] - before;
    assert!(woken <= 20, "{woken} times, when there was nothing to do");

    // The last handle ends it, also while a connection is lent.
    let lent = pool.acquire().unwrap();
    drop(pool.clone());
    assert_eq!(keepers().len(), 1);
    drop(pool);
    assert!(eventually(|| keepers().is_empty()));
    assert!(server.wait_clients(1));
    drop(lent);
    assert!(server.wait_clients(0));
}
