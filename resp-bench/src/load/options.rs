//! What the command line says.

use crate::failure::Failure;
use crate::options::{Common, seconds, with_default};
use core::str::FromStr;
use resp_net::resp_core::Protocol;

const AFTER_HELP: &str = "\
Commands of your own, after -- or by --command, may hold placeholders:
  __key__   the name of a key out of --keyspace
  __data__  a value of --data-size bytes
  __rand__  a random number of twelve digits

Examples:
  resp-bench load                                        SET and GET 1:10, 50 connections, 10 s
  resp-bench load --pipeline 16 --data-size 64 --ratio 1:1
  resp-bench load --rate 20000 --test-time 30            latency at a rate that the server must bear
  resp-bench load --url redis://:secret@db1 --requests 1000000
  resp-bench load -- HSET h:__key__ f __data__
  resp-bench load --command '9:GET __key__' --command '1:INCR n:__key__'
  resp-bench load --beside redis-benchmark               both in turn, in one table";

/// What to send, and how.
#[derive(Debug, Clone, clap::Args)]
#[command(about = "Loads any RESP server: throughput and latency", after_help = AFTER_HELP)]
#[command(mut_arg("seconds", |seconds| with_default(seconds, "10; with --quick 2")))]
pub(crate) struct Options {
    #[command(flatten)]
    pub(super) common: Common,

    /// Connections
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=50_000))]
    pub(super) clients: u32,

    /// Threads, over which the connections are spread
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=256))]
    pub(super) threads: u32,

    /// Requests under way on each connection [default: 1; with --quick, --filter or --beside: 1, 16 and 100]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(super) pipeline: Option<u32>,

    /// How many SETs for how many GETs
    #[arg(long, value_name = "SETS:GETS", default_value = "1:10")]
    pub(super) ratio: Ratio,

    /// Bytes of a value, or a range such as 32-1024
    #[arg(long, value_name = "BYTES", default_value = "32")]
    pub(super) data_size: Sizes,

    /// Keys, chosen uniformly at random
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u64).range(1..=1_000_000_000_000))]
    pub(super) keyspace: u64,

    /// Requests a second over all connections, due at equal distances whatever the server does; latency counts from then [default: as fast as can be]
    #[arg(long, value_name = "N", value_parser = rate, conflicts_with = "beside")]
    pub(super) rate: Option<f64>,

    /// The same as --seconds [default: 10; with --quick 2]
    #[arg(long, value_name = "S", value_parser = seconds, conflicts_with = "seconds")]
    pub(super) test_time: Option<f64>,

    /// End after so many requests instead of a time
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..), conflicts_with_all = ["seconds", "test_time", "beside"])]
    pub(super) requests: Option<u64>,

    /// Version of the protocol
    #[arg(long, value_name = "2|3", default_value_t = 2, value_parser = clap::value_parser!(u8).range(2..=3))]
    pub(super) resp: u8,

    /// Do not write all keys first; GETs may then find nothing
    #[arg(long)]
    pub(super) no_fill: bool,

    /// A command to send in place of SET and GET, with its weight if it is one of several; may be repeated
    #[arg(long, value_name = "[N:]COMMAND", conflicts_with_all = ["ratio", "beside", "custom"])]
    pub(super) command: Vec<String>,

    /// Run this program in turn with this one, under the same conditions: redis-benchmark or valkey-benchmark
    #[arg(long, value_name = "PROGRAM", conflicts_with = "url")]
    pub(super) beside: Option<String>,

    /// Rounds that the seconds are spread over [default: 1; with --beside 5]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(super) rounds: Option<u32>,

    /// Print the names of the cells and end
    #[arg(long)]
    pub(super) list: bool,

    /// A command to send in place of SET and GET
    #[arg(last = true, value_name = "COMMAND", conflicts_with_all = ["ratio", "beside"])]
    pub(super) custom: Vec<String>,
}

/// SETs and GETs of a mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ratio {
    pub(super) sets: u32,
    pub(super) gets: u32,
}

/// The least and the most bytes of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sizes {
    pub(super) least: usize,
    pub(super) most: usize,
}

/// Bytes of the largest value.
const MAX_SIZE: usize = 64 << 20;
/// Bytes that requests and replies under way may have together.
const MAX_IN_FLIGHT: u64 = 2 << 30;
/// Bytes that all values may take of the server's memory.
const MAX_KEPT: u64 = 8 << 30;

impl FromStr for Ratio {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts =
            text.split_once(':').and_then(|(sets, gets)| Some((sets.parse().ok()?, gets.parse().ok()?)));
        match parts {
            Some((sets, gets)) if sets <= 10_000 && gets <= 10_000 && sets + gets > 0 => {
                Ok(Self { sets, gets })
            }
            _ => Err("not two numbers up to 10000 such as 1:10"),
        }
    }
}

impl FromStr for Sizes {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (least, most) = text.split_once('-').unwrap_or((text, text));
        match (least.parse(), most.parse()) {
            (Ok(least), Ok(most)) if 0 < least && least <= most && most <= MAX_SIZE => {
                Ok(Self { least, most })
            }
            _ => Err("not a number from 1 to 67108864, nor a range of such"),
        }
    }
}

fn rate(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(rate) if (0.1..=1e8).contains(&rate) => Ok(rate),
        _ => Err("not a number from 0.1 to 100000000".to_owned()),
    }
}

impl Options {
    /// Of the connections.
    pub(super) fn protocol(&self) -> Protocol {
        if self.resp == 3 { Protocol::Resp3 } else { Protocol::Resp2 }
    }

    /// How long each contestant is timed in each cell, over all rounds.
    pub(super) fn seconds_per_cell(&self) -> f64 {
        let default = if self.common.quick { 2.0 } else { 10.0 };
        self.common.seconds.or(self.test_time).unwrap_or(default)
    }

    /// How often each cell is measured.
    pub(super) fn round_count(&self) -> u32 {
        self.rounds.unwrap_or_else(|| if self.beside.is_some() { 5 } else { 1 })
    }

    /// Whether commands of the user's take the place of SET and GET.
    pub(super) const fn is_custom(&self) -> bool {
        !self.command.is_empty() || !self.custom.is_empty()
    }

    /// Refuses what would not fit into memory, here or at the server.
    pub(super) fn check(&self, pipeline: usize) -> Result<(), Failure> {
        let size = self.data_size.most as u64;
        let in_flight = u64::from(self.clients) * pipeline as u64 * (size + 64);
        if in_flight > MAX_IN_FLIGHT {
            let text = "GiB: fewer --clients, a smaller --pipeline or --data-size is needed";
            let (much, limit) = (in_flight >> 30, MAX_IN_FLIGHT >> 30);
            return Err(Failure::new(format!(
                "up to {much} GiB would be under way, more than {limit} {text}"
            )));
        }
        let kept = self.keyspace.saturating_mul(size + 64);
        if !self.no_fill && !self.is_custom() && kept > MAX_KEPT {
            let (much, limit) = (kept >> 30, MAX_KEPT >> 30);
            let text = "GiB: a smaller --keyspace or --data-size is needed, or --no-fill";
            return Err(Failure::new(format!(
                "the keys would take {much} GiB of the server, more than {limit} {text}"
            )));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_and_sizes_are_read_strictly() {
        assert_eq!("1:10".parse(), Ok(Ratio { sets: 1, gets: 10 }));
        assert_eq!("0:1".parse(), Ok(Ratio { sets: 0, gets: 1 }));
        assert!(["", "1", "0:0", "1:x", "-1:2", "1:10001"].iter().all(|text| text.parse::<Ratio>().is_err()));
        assert_eq!("64".parse(), Ok(Sizes { least: 64, most: 64 }));
        assert_eq!("32-1024".parse(), Ok(Sizes { least: 32, most: 1024 }));
        assert!(["", "0", "5-4", "1-", "67108865"].iter().all(|text| text.parse::<Sizes>().is_err()));
        assert!(rate("NaN").is_err() && rate("0").is_err() && rate("20000").is_ok());
    }
}
