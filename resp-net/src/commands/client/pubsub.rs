// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{Call, Client};
use bytes::Bytes;
use resp_core::{Pairs, ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::string::String;
use std::vec::Vec;

/// Messages to whoever listens.
impl Client {
    /// Sends a message to everybody who listens to a channel: how many got it.
    ///
    /// In a cluster it reaches listeners on all nodes, but only those on this node are
    /// counted.
    ///
    /// `PUBLISH`, since 2.0.0. Complexity: O(N + M) for N subscribers of the channel and M
    /// patterns.
    #[inline]
    pub fn publish(&self, channel: impl ToArg, message: impl ToArg) -> Call<'_, u64> {
        self.send(publish(channel, message))
    }

    /// Lists the channels that somebody subscribes to by name.
    ///
    /// In a cluster only the subscribers of this node are known.
    ///
    /// `PUBSUB CHANNELS`, since 2.8.0. Complexity: O(N) for N channels with subscribers.
    #[inline]
    pub fn pubsub_channels(&self) -> Call<'_, Vec<Bytes>, PubsubChannels> {
        self.send(pubsub_channels())
    }

    /// The server's own help on PUBSUB, line by line.
    ///
    /// `PUBSUB HELP`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn pubsub_help(&self) -> Call<'_, Vec<String>> {
        self.send(pubsub_help())
    }

    /// Counts the different patterns that somebody subscribes to.
    ///
    /// `PUBSUB NUMPAT`, since 2.8.0. Complexity: O(1).
    #[inline]
    pub fn pubsub_numpat(&self) -> Call<'_, u64> {
        self.send(pubsub_numpat())
    }

    /// Counts who subscribes to each of these channels by name: the channels in their order,
    /// each with its count.
    ///
    /// `PUBSUB NUMSUB`, since 2.8.0. Complexity: O(N) for N channels named.
    #[inline]
    pub fn pubsub_numsub(&self, channels: impl ToArgs) -> Call<'_, Pairs<Bytes, u64>> {
        self.send(pubsub_numsub(channels))
    }

    /// Lists the shard channels that somebody subscribes to on this node.
    ///
    /// `PUBSUB SHARDCHANNELS`, since 7.0.0. Complexity: O(N) for N shard channels with
    /// subscribers.
    #[inline]
    pub fn pubsub_shardchannels(&self) -> Call<'_, Vec<Bytes>, PubsubChannels> {
        self.send(pubsub_shardchannels())
    }

    /// Counts who subscribes to each of these shard channels on this node: the channels in
    /// their order, each with its count.
    ///
    /// `PUBSUB SHARDNUMSUB`, since 7.0.0. Complexity: O(N) for N channels named.
    #[inline]
    pub fn pubsub_shardnumsub(&self, channels: impl ToArgs) -> Call<'_, Pairs<Bytes, u64>> {
        self.send(pubsub_shardnumsub(channels))
    }

    /// Sends a message to everybody who listens to a shard channel: how many on this node got
    /// it.
    ///
    /// Shard channels belong to slots as keys do, so that their messages stay within a shard.
    ///
    /// `SPUBLISH`, since 7.0.0. Complexity: O(N) for N subscribers of the channel.
    #[inline]
    pub fn spublish(&self, channel: impl ToArg, message: impl ToArg) -> Call<'_, u64> {
        self.send(spublish(channel, message))
    }
}
