//! What is loaded: a server, the keys on it, and how requests get there.

use super::Options;
use super::cell::{self, Cell};
use super::engine::{Job, Limit, Outcome};
use super::live::Live;
use super::random::Order;
use super::reel::{Mix, Reel};
use super::socket;
use super::template::Names;
use crate::failure::Failure;
use crate::server::Server;
use core::time::Duration;
use resp_net::Config;

/// A server and the keys of this run.
#[derive(Debug)]
pub(super) struct Target<'run> {
    pub(super) config: Config,
    options: &'run Options,
    names: Names,
    /// Seconds that keys last; on a server of other people.
    pub(super) expiry: Option<u64>,
    process: Option<u32>,
}

/// How long a key outlives a run that was killed, beyond twice its length.
const EXPIRY: Duration = Duration::from_secs(900);
/// Bytes that are under way when keys are written or deleted.
const BULK_BYTES: usize = 1 << 20;
const BULK_PIPELINE: usize = 200;

impl<'run> Target<'run> {
    /// A server, as the options want it used.
    ///
    /// # Errors
    /// Its address is none that this command can use.
    pub(super) fn new(options: &'run Options, server: &Server) -> Result<Self, Failure> {
        let expiry = EXPIRY + Duration::from_secs_f64(2.0 * options.seconds_per_cell());
        Ok(Self {
            config: socket::config(&server.url, options.protocol())?,
            options,
            names: cell::names(options.keyspace, server.is_shared()),
            expiry: server.is_shared().then_some(expiry.as_secs()),
            process: server.process_id(),
        })
    }

    /// Sends the requests of a cell.
    pub(super) fn load(&self, cell: &Cell, limit: Limit, live: &mut Live) -> Result<Outcome, Failure> {
        let reel = Reel::new(&cell.mix, &self.names, cell.pipeline)?;
        let options = self.options;
        let job = Job {
            config: &self.config,
            reel: &reel,
            commands: cell.mix.commands.len(),
            keyspace: options.keyspace,
            order: Order::Random,
            clients: usize::try_from(options.clients).unwrap_or(usize::MAX),
            threads: usize::try_from(options.threads).unwrap_or(usize::MAX),
            pipeline: cell.pipeline,
            limit,
            rate: options.rate,
            server: self.process,
        };
        job.run(live)
    }

    /// Writes all keys, so that GETs find values.
    pub(super) fn fill(&self) -> Result<Outcome, Failure> {
        self.each_key(&cell::fill(self.options, self.expiry), "writing the keys")
    }

    /// Deletes all keys.
    pub(super) fn delete(&self) -> Result<Outcome, Failure> {
        self.each_key(&cell::deletion(), "deleting the keys")
    }

    fn each_key(&self, mix: &Mix, what: &str) -> Result<Outcome, Failure> {
        let pipeline = (BULK_BYTES / mix.sizes.1.max(1)).clamp(1, BULK_PIPELINE);
        let reel = Reel::new(mix, &self.names, pipeline)?;
        let job = Job {
            config: &self.config,
            reel: &reel,
            commands: 1,
            keyspace: self.options.keyspace,
            order: Order::Sequential,
            clients: 1,
            threads: 1,
            pipeline,
            limit: Limit::Requests(self.options.keyspace),
            rate: None,
            server: self.process,
        };
        job.run(&mut Live::new(what, None))
    }
}

/// Before each window, so that connections and caches are warm.
pub(super) fn warm_up(window: Duration) -> Duration {
    (window / 10).clamp(Duration::from_millis(20), Duration::from_millis(500))
}
