//! What the articles measured: a command, and how 1,000 of it are sent.

use core::time::Duration;
use serde::Serialize;

/// Commands in a batch, which is what is timed.
pub(super) const BATCH_LEN: usize = 1000;
/// Commands in one of the shorter pipelines.
pub(super) const PIPELINE_LEN: usize = 100;
/// Connections of a pool of usual size.
pub(super) const POOL_SIZE: usize = 50;

/// One of the commands, by the name that `measure.py` has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Command {
    /// Of 64 bytes.
    Set,
    /// Of 64 bytes.
    Get,
    /// Of a new field to a hash.
    Hset,
    /// Of one element to a list.
    Lpush,
    /// Of ten fields.
    Hgetall,
}

/// How a batch is sent, by the name that `measure.py` has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Way {
    /// Each waits for the reply to the one before.
    OneByOne,
    /// All at once, over one connection that they share.
    Multiplexed,
    /// All at once, over a pool of 50 connections made beforehand.
    WarmPool,
    /// The same, with the making of the pool and its connections.
    ColdPool,
    /// All at once, each over a connection of its own that is made for it.
    ColdConnections,
    /// One pipeline.
    Pipeline,
    /// Ten pipelines of 100, one after the other.
    #[serde(rename = "pipelines_of_100")]
    PipelinesOf100,
}

/// A command and how it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub(super) struct Work {
    pub(super) command: Command,
    pub(super) way: Way,
}

/// How long the operations of a window took.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Timing {
    pub(super) seconds: f64,
    pub(super) operations: f64,
}

impl Command {
    /// As people write it.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Set => "SET",
            Self::Get => "GET",
            Self::Hset => "HSET",
            Self::Lpush => "LPUSH",
            Self::Hgetall => "HGETALL",
        }
    }
}

impl Way {
    /// Behind the name of a contestant.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::OneByOne => "one by one",
            Self::Multiplexed => "one multiplexed connection",
            Self::WarmPool => "prewarmed pool of 50",
            Self::ColdPool => "cold pool of 50",
            Self::ColdConnections => "cold pool of 1,000",
            Self::Pipeline => "one pipeline",
            Self::PipelinesOf100 => "pipelines of 100",
        }
    }
}

impl Timing {
    /// No time and no operation.
    pub(super) const NOTHING: Self = Self { seconds: 0.0, operations: 0.0 };

    /// One batch more.
    pub(super) fn add_batch(&mut self, took: Duration) {
        self.seconds += took.as_secs_f64();
        self.operations += BATCH_LEN as f64;
    }

    /// Of one of them, on average.
    pub(super) fn seconds_each(self) -> f64 {
        self.seconds / self.operations
    }
}
