//! The pools of resp-net: one that lends connections, one that shares them.

use crate::clients::ours::config;
use crate::clients::{Pool, Setup};
use crate::failure::Failure;
use bytes::Bytes;
use resp_net::{MultiplexedPool, cmd};

/// Lends each connection to one caller at a time.
#[derive(Clone)]
pub(crate) struct OursPool(resp_net::Pool);

fn count(size: u32) -> usize {
    usize::try_from(size).unwrap_or(usize::MAX)
}

impl Pool for OursPool {
    type Text = Bytes;

    async fn connect(setup: &Setup, size: u32) -> Result<Self, Failure> {
        Ok(Self(resp_net::Pool::builder_with(config(setup)?).max_size(count(size)).build()?))
    }

    async fn get(&mut self, key: &str) -> Result<Option<Bytes>, Failure> {
        Ok(self.0.acquire().await?.send(cmd::get(key)).await?)
    }
}

/// Several connections, each shared by all.
#[derive(Clone)]
pub(crate) struct OursMultiplexed(MultiplexedPool);

impl Pool for OursMultiplexed {
    type Text = Bytes;

    async fn connect(setup: &Setup, size: u32) -> Result<Self, Failure> {
        Ok(Self(MultiplexedPool::connect_with(&config(setup)?, count(size)).await?))
    }

    async fn get(&mut self, key: &str) -> Result<Option<Bytes>, Failure> {
        Ok(self.0.client().get(key).await?)
    }
}
