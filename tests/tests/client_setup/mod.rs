//! What the tests of the client have in common.
#![allow(dead_code, reason = "not every test uses all of it")]

use core::error::Error;
use core::ops::Deref;
use core::time::Duration;

use tests::server::{RedisServer, ServerError};

/// A server of one's own; its log is shown when the test fails.
pub(crate) struct Server(RedisServer);

impl Server {
    pub(crate) fn start(args: &[&str]) -> Self {
        Self::of(RedisServer::start(args))
    }

    pub(crate) fn of(server: Result<RedisServer, ServerError>) -> Self {
        Self(server.unwrap_or_else(|error| panic!("{error}")))
    }
}

impl Deref for Server {
    type Target = RedisServer;

    fn deref(&self) -> &RedisServer {
        &self.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the log of the server:\n{}", self.log());
        }
    }
}

/// What comes of a future, so that nothing can hang.
pub(crate) async fn within<F: IntoFuture>(future: F) -> F::Output {
    const LIMIT: Duration = Duration::from_secs(60);
    tokio::time::timeout(LIMIT, future).await.expect("it ends within a minute")
}

/// An error and its sources, as a user would be shown them.
pub(crate) fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    text
}

/// xorshift64*: small, and the same everywhere.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % bound
    }
}

/// Polls a future once; it must not be ready.
pub(crate) async fn poll_once<T>(future: &mut (impl Future<Output = T> + Unpin)) {
    let ready = core::future::poll_fn(|context| {
        core::task::Poll::Ready(core::pin::Pin::new(&mut *future).poll(context).is_ready())
    });
    assert!(!ready.await, "it waits");
}

/// Lets a future go on, which must not become ready, until a condition holds.
pub(crate) async fn go_on<T>(
    future: &mut (impl Future<Output = T> + Unpin),
    mut until: impl FnMut() -> bool,
) {
    within(async {
        while !until() {
            poll_once(future).await;
            tokio::task::yield_now().await;
        }
    })
    .await;
}

/// Lets the tasks of the runtime go on until a condition holds.
pub(crate) async fn settled(mut condition: impl FnMut() -> bool) {
    within(async {
        while !condition() {
            tokio::task::yield_now().await;
        }
    })
    .await;
}
