//! resp-net.

use crate::clients::{Caller, Peer, Setup};
use crate::failure::Failure;
use bytes::Bytes;
use resp_core::Reply;
use resp_net::{Client, Config, ConfigError, blocking, cmd};
#[cfg(feature = "peers")]
use resp_net::{ConfigBuilder, TlsConfig};
use std::collections::HashMap;

#[derive(Clone)]
pub(crate) struct Ours(Client);

/// What the setup asks for, else the defaults.
pub(super) fn config(setup: &Setup) -> Result<Config, Failure> {
    let url = setup.url_with_protocol();
    let config = match &setup.authority {
        Some(authority) => trusting(&url, authority),
        None => Config::from_url(&url),
    };
    config.map_err(|error| Failure::because("cannot connect so", &error))
}

#[cfg(feature = "peers")]
fn trusting(url: &str, authority: &str) -> Result<Config, ConfigError> {
    ConfigBuilder::from_url(url)?.tls(TlsConfig::new().ca_pem(authority)).build()
}

/// There is no TLS, which the URL is refused for.
#[cfg(not(feature = "peers"))]
fn trusting(url: &str, _authority: &str) -> Result<Config, ConfigError> {
    Config::from_url(url)
}

impl Peer for Ours {
    type Text = Bytes;
    type Value = Reply;

    async fn connect(setup: &Setup) -> Result<Self, Failure> {
        Ok(Self(Client::connect_with(&config(setup)?).await?))
    }

    async fn get(&mut self, key: &str) -> Result<Option<Bytes>, Failure> {
        Ok(self.0.get(key).await?)
    }

    async fn set(&mut self, key: &str, value: &str) -> Result<(), Failure> {
        Ok(self.0.set(key, value).await?)
    }

    async fn incr(&mut self, key: &str) -> Result<i64, Failure> {
        Ok(self.0.incr(key).await?)
    }

    async fn hset(&mut self, key: &str, field: &str, value: &str) -> Result<u64, Failure> {
        Ok(self.0.hset(key, (field, value)).await?)
    }

    async fn lpush(&mut self, key: &str, value: &str) -> Result<u64, Failure> {
        Ok(self.0.lpush(key, value).await?)
    }

    async fn mget(&mut self, keys: &[String]) -> Result<Vec<Option<Bytes>>, Failure> {
        Ok(self.0.mget(keys).await?)
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

    async fn set_each(&mut self, keys: &[String], values: &[String]) -> Result<(), Failure> {
        let sets = keys.iter().zip(values).map(|(key, value)| cmd::set(key, value));
        let _done = self.0.pipeline(sets.collect::<Vec<_>>()).await?;
        Ok(())
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
        Ok(Self(blocking::Client::connect_with(&config(setup)?)?))
    }

    fn get(&mut self, key: &str) -> Result<Option<Bytes>, Failure> {
        Ok(self.0.get(key).call()?)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), Failure> {
        Ok(self.0.set(key, value).call()?)
    }

    fn get_each(&mut self, keys: &[String]) -> Result<Vec<Option<Bytes>>, Failure> {
        Ok(self.0.pipeline(keys.iter().map(cmd::get).collect::<Vec<_>>()).call()?)
    }

    fn set_each(&mut self, keys: &[String], values: &[String]) -> Result<(), Failure> {
        let sets = keys.iter().zip(values).map(|(key, value)| cmd::set(key, value));
        let _done = self.0.pipeline(sets.collect::<Vec<_>>()).call()?;
        Ok(())
    }
}
