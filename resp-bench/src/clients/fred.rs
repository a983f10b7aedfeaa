//! fred.

use crate::clients::{Peer, Pool, Protocol, Setup, rustls};
use crate::failure::Failure;
use bytes::Bytes;
use fred::clients::Client;
use fred::interfaces::{ClientLike, HashesInterface, KeysInterface, ListInterface};
use fred::types::config::{Config, TlsConnector};
use fred::types::{FromValue, RespVersion, Value};
use std::collections::HashMap;

#[derive(Clone)]
pub(crate) struct Fred(Client);

fn failed(error: fred::error::Error) -> Failure {
    Failure::because("command failed", &error)
}

/// What the setup asks for, else the defaults.
fn config(setup: &Setup) -> Result<Config, Failure> {
    // It knows Unix sockets by another name.
    let url = match setup.url.strip_prefix("unix://") {
        Some(path) => format!("redis+unix://{path}"),
        None => setup.url.clone(),
    };
    let mut config = Config::from_url(&url).map_err(failed)?;
    match setup.protocol {
        Some(Protocol::Resp2) => config.version = RespVersion::RESP2,
        Some(Protocol::Resp3) => config.version = RespVersion::RESP3,
        None => {}
    }
    if let Some(authority) = &setup.authority {
        config.tls = Some(TlsConnector::from(rustls::trusting(authority)?).into());
    }
    Ok(config)
}

impl Fred {
    async fn hgetall_each_as<T: FromValue>(&self, keys: &[String]) -> Result<Vec<T>, Failure> {
        let pipeline = self.0.pipeline();
        for key in keys {
            let _queued: () = pipeline.hgetall(key.as_str()).await.map_err(failed)?;
        }
        pipeline.all().await.map_err(failed)
    }
}

impl Peer for Fred {
    type Text = Bytes;
    type Value = Value;

    async fn connect(setup: &Setup) -> Result<Self, Failure> {
        let client = Client::new(config(setup)?, None, None, None);
        client.init().await.map_err(failed)?;
        Ok(Self(client))
    }

    async fn get(&mut self, key: &str) -> Result<Option<Bytes>, Failure> {
        self.0.get(key).await.map_err(failed)
    }

    async fn set(&mut self, key: &str, value: &str) -> Result<(), Failure> {
        self.0.set(key, value, None, None, false).await.map_err(failed)
    }

    async fn incr(&mut self, key: &str) -> Result<i64, Failure> {
        self.0.incr(key).await.map_err(failed)
    }

    async fn hset(&mut self, key: &str, field: &str, value: &str) -> Result<u64, Failure> {
        self.0.hset(key, (field, value)).await.map_err(failed)
    }

    async fn lpush(&mut self, key: &str, value: &str) -> Result<u64, Failure> {
        self.0.lpush(key, value).await.map_err(failed)
    }

    async fn mget(&mut self, keys: &[String]) -> Result<Vec<Option<Bytes>>, Failure> {
        self.0.mget(keys.to_vec()).await.map_err(failed)
    }

    async fn lrange(&mut self, key: &str) -> Result<Vec<Bytes>, Failure> {
        self.0.lrange(key, 0, -1).await.map_err(failed)
    }

    async fn hgetall(&mut self, key: &str) -> Result<HashMap<Bytes, Bytes>, Failure> {
        self.0.hgetall(key).await.map_err(failed)
    }

    async fn hgetall_strings(&mut self, key: &str) -> Result<HashMap<String, String>, Failure> {
        self.0.hgetall(key).await.map_err(failed)
    }

    async fn hgetall_value(&mut self, key: &str) -> Result<Value, Failure> {
        self.0.hgetall(key).await.map_err(failed)
    }

    fn pair(value: &Value) -> Option<(usize, &[u8], &[u8])> {
        match value {
            Value::Map(map) => {
                let (field, value) = map.iter().next()?;
                Some((map.len(), field.as_bytes(), value.as_bytes()?))
            }
            Value::Array(flat) => match &flat[..] {
                [field, value, ..] => Some((flat.len() / 2, field.as_bytes()?, value.as_bytes()?)),
                _ => None,
            },
            _ => None,
        }
    }

    async fn get_each(&mut self, keys: &[String]) -> Result<Vec<Option<Bytes>>, Failure> {
        let pipeline = self.0.pipeline();
        for key in keys {
            let _queued: () = pipeline.get(key.as_str()).await.map_err(failed)?;
        }
        pipeline.all().await.map_err(failed)
    }

    async fn set_each(&mut self, keys: &[String], values: &[String]) -> Result<(), Failure> {
        let pipeline = self.0.pipeline();
        for (key, value) in keys.iter().zip(values) {
            let _queued: () =
                pipeline.set(key.as_str(), value.as_str(), None, None, false).await.map_err(failed)?;
        }
        pipeline.all().await.map_err(failed)
    }

    async fn hgetall_each(&mut self, keys: &[String]) -> Result<Vec<HashMap<Bytes, Bytes>>, Failure> {
        self.hgetall_each_as(keys).await
    }

    async fn hgetall_strings_each(
        &mut self,
        keys: &[String],
    ) -> Result<Vec<HashMap<String, String>>, Failure> {
        self.hgetall_each_as(keys).await
    }

    async fn close(self) -> Result<(), Failure> {
        self.0.quit().await.map_err(failed)
    }
}

/// Several clients, of which each command takes the next.
#[derive(Clone)]
pub(crate) struct FredPool(fred::clients::Pool);

impl Pool for FredPool {
    type Text = Bytes;

    async fn connect(setup: &Setup, size: u32) -> Result<Self, Failure> {
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let pool = fred::clients::Pool::new(config(setup)?, None, None, None, size).map_err(failed)?;
        pool.init().await.map_err(failed)?;
        Ok(Self(pool))
    }

    async fn get(&mut self, key: &str) -> Result<Option<Bytes>, Failure> {
        self.0.get(key).await.map_err(failed)
    }

    async fn close(self) -> Result<(), Failure> {
        self.0.quit().await.map_err(failed)
    }
}
