//! rustis.

use crate::clients::{Peer, Protocol, Setup, Text, rustls};
use crate::failure::Failure;
use rustis::client::{BatchPreparedCommand, Client, IntoConfig, TlsConfig};
use rustis::commands::{HashCommands, ListCommands, StringCommands};
use rustis::resp::{BulkString, Value};
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::sync::Arc;

#[derive(Clone)]
pub(crate) struct Rustis(Client);

impl Text for BulkString {
    fn bytes(&self) -> &[u8] {
        self
    }
}

fn failed(error: rustis::Error) -> Failure {
    Failure::because("command failed", &error)
}

impl Rustis {
    async fn hgetall_each_as<T: DeserializeOwned>(&self, keys: &[String]) -> Result<Vec<T>, Failure> {
        let mut pipeline = self.0.create_pipeline();
        pipeline.reserve(keys.len());
        keys.iter().for_each(|key| pipeline.hgetall::<()>(key).queue());
        pipeline.execute().await.map_err(failed)
    }
}

impl Peer for Rustis {
    type Text = BulkString;
    type Value = Value;

    async fn connect(setup: &Setup) -> Result<Self, Failure> {
        if setup.protocol == Some(Protocol::Resp2) {
            return Err(Failure::new("it speaks RESP3 only"));
        }
        if setup.authority.is_some() {
            // Its own configuration of TLS, which another takes the place of below, needs it.
            rustls::install();
        }
        let mut config = setup.url.as_str().into_config().map_err(failed)?;
        if let Some(authority) = &setup.authority {
            config.tls_config = Some(TlsConfig::new(Arc::new(rustls::trusting(authority)?)));
        }
        Client::connect(config).await.map(Self).map_err(failed)
    }

    async fn get(&mut self, key: &str) -> Result<Option<BulkString>, Failure> {
        self.0.get(key).await.map_err(failed)
    }

    async fn set(&mut self, key: &str, value: &str) -> Result<(), Failure> {
        self.0.set(key, value).await.map_err(failed)
    }

    async fn incr(&mut self, key: &str) -> Result<i64, Failure> {
        self.0.incr(key).await.map_err(failed)
    }

    async fn hset(&mut self, key: &str, field: &str, value: &str) -> Result<u64, Failure> {
        Ok(self.0.hset(key, (field, value)).await.map_err(failed)? as u64)
    }

    async fn lpush(&mut self, key: &str, value: &str) -> Result<u64, Failure> {
        Ok(self.0.lpush(key, value).await.map_err(failed)? as u64)
    }

    async fn mget(&mut self, keys: &[String]) -> Result<Vec<Option<BulkString>>, Failure> {
        self.0.mget(keys).await.map_err(failed)
    }

    async fn lrange(&mut self, key: &str) -> Result<Vec<BulkString>, Failure> {
        self.0.lrange(key, 0, -1).await.map_err(failed)
    }

    async fn hgetall(&mut self, key: &str) -> Result<HashMap<BulkString, BulkString>, Failure> {
        self.0.hgetall(key).await.map_err(failed)
    }

    async fn hgetall_strings(&mut self, key: &str) -> Result<HashMap<String, String>, Failure> {
        self.0.hgetall(key).await.map_err(failed)
    }

    async fn hgetall_value(&mut self, key: &str) -> Result<Value, Failure> {
        self.0.hgetall(key).await.map_err(failed)
    }

    fn pair(value: &Value) -> Option<(usize, &[u8], &[u8])> {
        let Value::Map(pairs) = value else { return None };
        match pairs.first()? {
            (Value::BulkString(field), Value::BulkString(value)) => Some((pairs.len(), field, value)),
            _ => None,
        }
    }

    async fn get_each(&mut self, keys: &[String]) -> Result<Vec<Option<BulkString>>, Failure> {
        let mut pipeline = self.0.create_pipeline();
        pipeline.reserve(keys.len());
        keys.iter().for_each(|key| pipeline.get::<()>(key).queue());
        pipeline.execute().await.map_err(failed)
    }

    async fn set_each(&mut self, keys: &[String], values: &[String]) -> Result<(), Failure> {
        let mut pipeline = self.0.create_pipeline();
        pipeline.reserve(keys.len());
        keys.iter().zip(values).for_each(|(key, value)| pipeline.set(key, value).queue());
        let _done: Vec<()> = pipeline.execute().await.map_err(failed)?;
        Ok(())
    }

    async fn hgetall_each(
        &mut self,
        keys: &[String],
    ) -> Result<Vec<HashMap<BulkString, BulkString>>, Failure> {
        self.hgetall_each_as(keys).await
    }

    async fn hgetall_strings_each(
        &mut self,
        keys: &[String],
    ) -> Result<Vec<HashMap<String, String>>, Failure> {
        self.hgetall_each_as(keys).await
    }
}
