//! Who takes part.

use super::raw;
use super::source::Source;
use super::tasks::{self, Tasks};
#[cfg(feature = "peers")]
use crate::clients::{Fred, Peer, Rustis, Setup, Text, newest, stable};
use crate::failure::Failure;
use crate::keys::Keys;
use crate::record::Role;
use crate::workload::Endpoint;
use core::pin::Pin;
use core::time::Duration;
use resp_net::{Client, Connection, Pool, cmd};
use std::sync::Arc;
use tokio::sync::Mutex;

/// What is measured against.
#[derive(Debug)]
pub(super) struct Target {
    /// As the clients take it.
    pub(super) url: String,
    /// As the raw loop takes it; `None` if it cannot reach it.
    pub(super) endpoint: Option<Endpoint>,
    pub(super) keys: Keys,
    /// The server's process, if this program started it.
    pub(super) server: Option<u32>,
}

/// A way of sending requests.
#[derive(Debug, Clone, Copy)]
pub(super) struct Contestant {
    pub(super) name: &'static str,
    pub(super) role: Role,
    /// Connects and starts tasks, of which so many requests are on the way at most.
    pub(super) start: fn(Arc<Target>, Arc<Source>, usize) -> Starting,
}

/// Tasks that are being started.
type Starting = Pin<Box<dyn Future<Output = Result<Tasks, Failure>>>>;

/// A client, of which each task has a clone.
pub(super) trait Way: Clone + Send + 'static {
    fn connect(target: &Target) -> impl Future<Output = Result<Self, Failure>> + Send;
    /// GET of a key, which all are given as text, with its answer checked: when
    /// a connection began to send it.
    fn get(
        &mut self,
        target: &Target,
        source: &Source,
        key: usize,
    ) -> impl Future<Output = Result<Duration, Failure>> + Send;
}

/// Connections of the pool.
const POOL: usize = 50;

const fn of<W: Way>(name: &'static str, role: Role) -> Contestant {
    Contestant {
        name,
        role,
        start: |target, source, tasks| Box::pin(tasks::start::<W>(target, source, tasks)),
    }
}

/// All of them, in the order of their turns.
pub(super) const CONTESTANTS: &[Contestant] = &[
    of::<Client>("resp-net", Role::Ours),
    of::<Naive>("resp-net naive", Role::Ours),
    of::<Pooled>("resp-net pool of 50", Role::Ours),
    #[cfg(feature = "peers")]
    of::<Other<Rustis>>("rustis", Role::Other),
    #[cfg(feature = "peers")]
    of::<Other<stable::Multiplexed>>("redis-rs", Role::Other),
    #[cfg(feature = "peers")]
    of::<Other<newest::Multiplexed>>("redis-rs-rc", Role::Other),
    #[cfg(feature = "peers")]
    of::<Other<Fred>>("fred", Role::Other),
    Contestant {
        name: "raw",
        role: Role::Limit,
        start: |target, source, tasks| Box::pin(raw::start(target, source, tasks)),
    },
];

/// One connection for all tasks; what they ask for at the same time leaves together.
impl Way for Client {
    async fn connect(target: &Target) -> Result<Self, Failure> {
        Ok(Self::connect(&target.url).await?)
    }

    async fn get(&mut self, target: &Target, source: &Source, key: usize) -> Result<Duration, Failure> {
        let sent = source.now();
        let value = Self::get(self, target.keys.text_name(key)).await?;
        target.keys.check(key, value.as_deref()).map(|()| sent)
    }
}

/// One connection for which the tasks wait in line: one command at a time.
#[derive(Clone)]
struct Naive(Arc<Mutex<Connection>>);

impl Way for Naive {
    async fn connect(target: &Target) -> Result<Self, Failure> {
        Ok(Self(Arc::new(Mutex::new(Connection::connect(&target.url).await?))))
    }

    async fn get(&mut self, target: &Target, source: &Source, key: usize) -> Result<Duration, Failure> {
        let mut connection = self.0.lock().await;
        let sent = source.now();
        let value = connection.send(cmd::get(target.keys.text_name(key))).await?;
        target.keys.check(key, value.as_deref()).map(|()| sent)
    }
}

/// Each command borrows a connection.
#[derive(Clone)]
struct Pooled(Arc<Pool>);

impl Way for Pooled {
    async fn connect(target: &Target) -> Result<Self, Failure> {
        Ok(Self(Arc::new(Pool::builder(&target.url)?.max_size(POOL).build()?)))
    }

    async fn get(&mut self, target: &Target, source: &Source, key: usize) -> Result<Duration, Failure> {
        let mut connection = self.0.acquire().await?;
        let sent = source.now();
        let value = connection.send(cmd::get(target.keys.text_name(key))).await?;
        target.keys.check(key, value.as_deref()).map(|()| sent)
    }
}

/// A client of others, with one connection for all tasks.
#[cfg(feature = "peers")]
#[derive(Clone)]
struct Other<P>(P);

#[cfg(feature = "peers")]
impl<P: Peer> Way for Other<P> {
    async fn connect(target: &Target) -> Result<Self, Failure> {
        P::connect(&Setup::plain(&target.url)).await.map(Self)
    }

    async fn get(&mut self, target: &Target, source: &Source, key: usize) -> Result<Duration, Failure> {
        let sent = source.now();
        let value = self.0.get(target.keys.text_name(key)).await?;
        target.keys.check(key, value.as_ref().map(Text::bytes)).map(|()| sent)
    }
}
