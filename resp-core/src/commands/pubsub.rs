// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Messages to whoever listens.

use crate::command::{Command, Queueable, Shareable, Wire, metas};
use crate::convert::{Pairs, ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use std::string::String;
use std::vec::Vec;

/// Sends a message to everybody who listens to a channel: how many got it.
///
/// In a cluster it reaches listeners on all nodes, but only those on this node are
/// counted.
///
/// `PUBLISH`, since 2.0.0. Complexity: O(N + M) for N subscribers of the channel and M
/// patterns.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = publish("news", "hello");
/// // PUBLISH news hello
/// # let _ = command;
/// ```
#[inline]
pub fn publish(channel: impl ToArg, message: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::PUBLISH, [channel.to_arg().as_bytes(), message.to_arg().as_bytes()]))
}

/// The options of [`pubsub_channels`].
#[derive(Debug)]
pub struct PubsubChannels;

impl Shareable for PubsubChannels {}
impl Queueable for PubsubChannels {}

/// Lists the channels that somebody subscribes to by name.
///
/// In a cluster only the subscribers of this node are known.
///
/// `PUBSUB CHANNELS`, since 2.8.0. Complexity: O(N) for N channels with subscribers.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pubsub_channels();
/// // PUBSUB CHANNELS
/// # let _ = command;
/// ```
#[inline]
pub fn pubsub_channels() -> Command<Vec<Bytes>, PubsubChannels> {
    Command::new(Wire::of(&metas::PUBSUB_CHANNELS, []))
}

impl<R, X> Command<R, PubsubChannels, X> {
    /// Lists only those whose name fits a glob-style pattern.
    #[inline]
    pub fn matching(self, pattern: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(pattern.to_arg().as_bytes());
        })
    }
}

/// The server's own help on PUBSUB, line by line.
///
/// `PUBSUB HELP`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pubsub_help();
/// // PUBSUB HELP
/// # let _ = command;
/// ```
#[inline]
pub fn pubsub_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::PUBSUB_HELP, []))
}

/// Counts the different patterns that somebody subscribes to.
///
/// `PUBSUB NUMPAT`, since 2.8.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pubsub_numpat();
/// // PUBSUB NUMPAT
/// # let _ = command;
/// ```
#[inline]
pub fn pubsub_numpat() -> Command<u64> {
    Command::new(Wire::of(&metas::PUBSUB_NUMPAT, []))
}

/// Counts who subscribes to each of these channels by name: the channels in their order,
/// each with its count.
///
/// `PUBSUB NUMSUB`, since 2.8.0. Complexity: O(N) for N channels named.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pubsub_numsub(["a", "b"]);
/// // PUBSUB NUMSUB a b
/// # let _ = command;
/// ```
#[inline]
pub fn pubsub_numsub(channels: impl ToArgs) -> Command<Pairs<Bytes, u64>> {
    let mut wire = Wire::of(&metas::PUBSUB_NUMSUB, []);
    wire.push_args(&channels);
    Command::new(wire)
}

/// Lists the shard channels that somebody subscribes to on this node.
///
/// `PUBSUB SHARDCHANNELS`, since 7.0.0. Complexity: O(N) for N shard channels with
/// subscribers.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pubsub_shardchannels();
/// // PUBSUB SHARDCHANNELS
/// # let _ = command;
/// ```
#[inline]
pub fn pubsub_shardchannels() -> Command<Vec<Bytes>, PubsubChannels> {
    Command::new(Wire::of(&metas::PUBSUB_SHARDCHANNELS, []))
}

/// Counts who subscribes to each of these shard channels on this node: the channels in
/// their order, each with its count.
///
/// `PUBSUB SHARDNUMSUB`, since 7.0.0. Complexity: O(N) for N channels named.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pubsub_shardnumsub("a");
/// // PUBSUB SHARDNUMSUB a
/// # let _ = command;
/// ```
#[inline]
pub fn pubsub_shardnumsub(channels: impl ToArgs) -> Command<Pairs<Bytes, u64>> {
    let mut wire = Wire::of(&metas::PUBSUB_SHARDNUMSUB, []);
    wire.push_args(&channels);
    Command::new(wire)
}

/// Sends a message to everybody who listens to a shard channel: how many on this node got
/// it.
///
/// Shard channels belong to slots as keys do, so that their messages stay within a shard.
///
/// `SPUBLISH`, since 7.0.0. Complexity: O(N) for N subscribers of the channel.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = spublish("orders", "one more");
/// // SPUBLISH orders "one more"
/// # let _ = command;
/// ```
#[inline]
pub fn spublish(channel: impl ToArg, message: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::SPUBLISH, [channel.to_arg().as_bytes(), message.to_arg().as_bytes()]))
}
