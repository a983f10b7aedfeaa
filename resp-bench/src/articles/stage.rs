//! Everybody connected and ready, so that each can have its turn at any time.

use super::contestant::{Turn, Who};
use super::data::Data;
use super::python::Process;
use super::work::{Timing, Way};
use super::{asynchronous, blocking};
#[cfg(feature = "peers")]
use crate::clients::stable;
use crate::clients::{Ours, Peer, Setup};
use crate::failure::Failure;
use crate::observe::Reading;
use crate::server::Server;
use core::time::Duration;
use resp_net::{Connection, Pool, cmd};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;
use tokio::runtime::Runtime;

/// The contestants and what they need.
pub(super) struct Stage {
    runtime: Runtime,
    url: String,
    data: Arc<Data>,
    /// For what is not measured.
    control: Connection,
    /// Whether others have their data on the server.
    is_shared: bool,
    /// The server's process, if this program started it.
    server: Option<u32>,
    ours: Ours,
    pool: Pool,
    blocking: resp_net::blocking::Client,
    #[cfg(feature = "peers")]
    redis_rs: stable::Multiplexed,
    pub(super) pythons: HashMap<Who, Process>,
    /// Turns that were had once, so that caches are warm.
    warm: HashSet<Turn>,
}

impl Stage {
    /// Writes the data and connects everybody who has a turn.
    ///
    /// # Errors
    /// Somebody cannot connect.
    pub(super) fn set(
        runtime: Runtime,
        mut control: Connection,
        server: &Server,
        python: &Path,
        turns: &[Turn],
    ) -> Result<Self, Failure> {
        let (url, data) = (server.url.as_str(), Arc::new(Data::new()));
        let mut pythons = HashMap::new();
        runtime.block_on(data.write(&mut control))?;
        for Turn { who, .. } in turns {
            if let (Who::RedisPy { asyncio, hiredis }, false) = (*who, pythons.contains_key(who)) {
                let started = Process::start(python, url, asyncio, hiredis, &data.prefix);
                pythons.insert(*who, started.map_err(|failure| Failure::new(format!("{who}: {failure}")))?);
            }
        }
        let setup = Setup::plain(url);
        Ok(Self {
            ours: runtime.block_on(Ours::connect(&setup))?,
            pool: runtime.block_on(asynchronous::warm_pool(url))?,
            blocking: resp_net::blocking::Client::connect(url)?,
            #[cfg(feature = "peers")]
            redis_rs: runtime.block_on(stable::Multiplexed::connect(&setup))?,
            url: url.to_owned(),
            runtime,
            data,
            control,
            is_shared: server.is_shared(),
            server: server.process_id(),
            pythons,
            warm: HashSet::new(),
        })
    }

    /// Measures for at least so many seconds; whether others left the machine alone.
    ///
    /// # Errors
    /// The contestant's own, and wrong replies; its name is in the text.
    pub(super) fn measure(&mut self, turn: Turn, seconds: f64) -> Result<(Timing, bool), Failure> {
        // Where the server's process is not known, it cannot be told from others.
        let python = self.pythons.get(&turn.who).map(Process::id);
        let processes: Vec<_> =
            self.server.map_or_else(Vec::new, |server| [server].into_iter().chain(python).collect());
        let before = Reading::take(processes.iter().copied());
        let timing = match self.pythons.get_mut(&turn.who) {
            Some(process) => process.measure(turn.work, seconds),
            None => self.batches(turn, seconds),
        };
        let is_calm = before.until(&Reading::take(processes)).is_calm();
        let timing = timing
            .map_err(|failure| Failure::new(format!("{} of {turn}: {failure}", turn.work.command.title())))?;
        if self.is_shared {
            self.runtime.block_on(self.data.expire(&mut self.control))?;
        }
        Ok((timing, is_calm))
    }

    fn batches(&mut self, turn: Turn, seconds: f64) -> Result<Timing, Failure> {
        let is_cold = matches!(turn.work.way, Way::ColdPool | Way::ColdConnections);
        if !is_cold && self.warm.insert(turn) {
            self.batch(turn)?;
        }
        let mut timing = Timing::NOTHING;
        while timing.seconds < seconds {
            timing.add_batch(self.batch(turn)?);
        }
        Ok(timing)
    }

    fn batch(&mut self, Turn { who, work }: Turn) -> Result<Duration, Failure> {
        let Self { runtime, url, data, control, ours, pool, blocking, .. } = self;
        runtime.block_on(control.send(cmd::del([&data.new_hash, &data.new_list])).into_future())?;
        match (who, work.way) {
            (Who::Ours, Way::WarmPool | Way::ColdPool | Way::ColdConnections) => {
                runtime.block_on(asynchronous::pool_batch(pool, url, data, work.way))
            }
            (Who::Ours, _) => runtime.block_on(asynchronous::batch(ours, data, work)),
            (Who::OursBlocking, _) => blocking::batch(blocking, data, work),
            #[cfg(feature = "peers")]
            (Who::RedisRs, _) => runtime.block_on(asynchronous::batch(&mut self.redis_rs, data, work)),
            _ => Err(Failure::new("it takes no part")),
        }
    }

    /// Deletes the data.
    pub(super) fn clear(&mut self) -> Result<(), Failure> {
        self.runtime.block_on(self.data.delete(&mut self.control))
    }
}
