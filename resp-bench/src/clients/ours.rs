//! resp-net.

use crate::clients::{Caller, Peer, Setup};
use crate::failure::Failure;
use bytes::Bytes;
use resp_core::Reply;
use resp_net::{Client, blocking, cmd};
use std::collections::HashMap;

#[derive(Clone)]
pub(crate) struct Ours(Client);

impl Peer for Ours {
    type Text = Bytes;
    type Value = Reply;

    async fn connect(setup: &Setup) -> Result<Self, Failure> {
        Ok(Self(Client::connect(&*setup.url).await?))
    }

    async fn get(&mut self, key: &str) -> Result<Option<Bytes>, Failure> {
        Ok(self.0.get(key).await?)
    }

    async fn lrange(&mut self, key: &str) -> Result<Vec<Bytes>, Failure> {
        Ok(self.0.send(cmd::lrange(key, 0, -1)).await?)
    }

    async fn hgetall(&mut self, key: &str) -> Result<HashMap<Bytes, Bytes>, Failure> {
        Ok(self.0.send(cmd::hgetall(key)).await?)
    }

    async fn hgetall_strings(&mut self, key: &str) -> Result<HashMap<String, String>, Failure> {
        Ok(self.0.send(cmd::hgetall(key).text()).await?)
    }

    async fn hgetall_value(&mut self, key: &str) -> Result<Reply, Failure> {
        Ok(self.0.send(cmd::hgetall(key).to::<Reply>()).await?)
    }

    fn pair(value: &Reply) -> Option<(usize, &[u8], &[u8])> {
        let frame = value.frame();
        let (field, value) = frame.entries().next()?;
        Some((frame.entries().count(), field.as_bytes()?, value.as_bytes()?))
    }

    async fn get_each(&mut self, keys: &[String]) -> Result<Vec<Option<Bytes>>, Failure> {
        Ok(self.0.pipeline(keys.iter().map(cmd::get).collect::<Vec<_>>()).await?)
    }

    async fn hgetall_each(&mut self, keys: &[String]) -> Result<Vec<HashMap<Bytes, Bytes>>, Failure> {
        Ok(self.0.pipeline(keys.iter().map(cmd::hgetall).collect::<Vec<_>>()).await?)
    }

    async fn hgetall_strings_each(
        &mut self,
        keys: &[String],
    ) -> Result<Vec<HashMap<String, String>>, Failure> {
        Ok(self.0.pipeline(keys.iter().map(|key| cmd::hgetall(key).text()).collect::<Vec<_>>()).await?)
    }
}

/// The client for threads. A clone of it shares the connection.
#[derive(Clone)]
pub(crate) struct OursBlocking(blocking::Client);

impl Caller for OursBlocking {
    type Text = Bytes;

    fn connect(setup: &Setup) -> Result<Self, Failure> {
        Ok(Self(blocking::Client::connect(&*setup.url)?))
    }

    fn get(&mut self, key: &str) -> Result<Option<Bytes>, Failure> {
        Ok(self.0.get(key).call()?)
    }
}
