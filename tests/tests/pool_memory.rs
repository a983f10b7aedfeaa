//! Borrowing a connection that is there costs no memory.

mod client_setup;

use client_setup::{Server, within};
use resp_net::{Pool, cmd};
use tests::counting_alloc::CountingAlloc;

#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

/// One test, since a second thread would be counted too.
#[tokio::test]
async fn lending_an_idle_connection_allocates_nothing() {
    let server = Server::start(&[]);
    let pool = Pool::builder(&server.url()).and_then(|builder| builder.min_size(2).build()).unwrap();
    within(pool.prewarm()).await.unwrap();
    // What is allocated once: the queue of the idle ones, the read buffer.
    for _ in 0..10 {
        within(within(pool.acquire()).await.unwrap().send(cmd::ping())).await.unwrap();
    }
    ALLOCATOR.start();
    for _ in 0..1000 {
        let (one, two) = (pool.acquire().await.unwrap(), pool.acquire().await.unwrap());
        drop((one, two));
    }
    let counts = ALLOCATOR.stop();
    assert_eq!((counts.allocations, counts.live), (0, 0));
    assert_eq!(pool.metrics().wait.count(), 2010);
}
