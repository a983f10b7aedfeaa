//! fred.

use crate::clients::{Peer, Setup};
use crate::failure::Failure;
use bytes::Bytes;
use fred::clients::Client;
use fred::interfaces::{ClientLike, HashesInterface, KeysInterface, ListInterface};
use fred::types::config::Config;
use fred::types::{FromValue, Value};
use std::collections::HashMap;

#[derive(Clone)]
pub(crate) struct Fred(Client);

fn failed(error: fred::error::Error) -> Failure {
    Failure::because("command failed", &error)
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
        let config = Config::from_url(&setup.url).map_err(failed)?;
        let client = Client::new(config, None, None, None);
        client.init().await.map_err(failed)?;
        Ok(Self(client))
    }

    async fn get(&mut self, key: &str) -> Result<Option<Bytes>, Failure> {
        self.0.get(key).await.map_err(failed)
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

    async fn hgetall_each(&mut self, keys: &[String]) -> Result<Vec<HashMap<Bytes, Bytes>>, Failure> {
        self.hgetall_each_as(keys).await
    }

    async fn hgetall_strings_each(
        &mut self,
        keys: &[String],
    ) -> Result<Vec<HashMap<String, String>>, Failure> {
        self.hgetall_each_as(keys).await
    }
}
