//! The pools of others over redis-rs, the newest stable release.

use crate::clients::stable::{RESPONSE_LIMIT, client, failed};
use crate::clients::{Pool, Setup};
use crate::failure::Failure;
use bb8_redis::{RedisConnectionManager, bb8};
use deadpool_redis::{Manager, Runtime};
use redis::{AsyncCommands, AsyncConnectionConfig};

/// deadpool-redis. Before it lends a connection it sends UNWATCH and PING.
#[derive(Clone)]
pub(crate) struct Deadpool(deadpool_redis::Pool);

impl Pool for Deadpool {
    type Text = Vec<u8>;

    async fn connect(setup: &Setup, size: u32) -> Result<Self, Failure> {
        let info = client(setup)?.get_connection_info().clone();
        let config = AsyncConnectionConfig::new().set_response_timeout(Some(RESPONSE_LIMIT));
        let manager = Manager::new_with_config(info, config).map_err(failed)?;
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        let builder = deadpool_redis::Pool::builder(manager).max_size(size).runtime(Runtime::Tokio1);
        builder.build().map(Self).map_err(|error| Failure::because("no pool", &error))
    }

    async fn get(&mut self, key: &str) -> Result<Option<Vec<u8>>, Failure> {
        let connection = self.0.get().await;
        let mut connection = connection.map_err(|error| Failure::because("no connection", &error))?;
        connection.get(key).await.map_err(failed)
    }
}

/// bb8-redis, with its default settings but for the PING before each checkout,
/// which is off: that costs it half of its throughput.
#[derive(Clone)]
pub(crate) struct Bb8(bb8::Pool<RedisConnectionManager>);

impl Pool for Bb8 {
    type Text = Vec<u8>;

    async fn connect(setup: &Setup, size: u32) -> Result<Self, Failure> {
        let info = client(setup)?.get_connection_info().clone();
        let manager = RedisConnectionManager::new(info).map_err(failed)?;
        let builder = bb8::Pool::builder().max_size(size).test_on_check_out(false);
        builder.build(manager).await.map(Self).map_err(failed)
    }

    async fn get(&mut self, key: &str) -> Result<Option<Vec<u8>>, Failure> {
        let connection = self.0.get().await;
        let mut connection = connection.map_err(|error| Failure::because("no connection", &error))?;
        connection.get(key).await.map_err(failed)
    }
}
