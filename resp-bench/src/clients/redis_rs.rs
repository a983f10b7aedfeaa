//! redis-rs: the newest stable release, and the newest one. They are two
//! crates to the compiler, so what is the same text for both is a macro.

macro_rules! redis_rs {
    ($module:ident, $redis:ident) => {
        pub(crate) mod $module {
            use crate::clients::{Caller, Peer, Setup};
            use crate::failure::Failure;
            use core::time::Duration;
            use std::collections::HashMap;
            use $redis::aio::MultiplexedConnection;
            use $redis::{AsyncCommands, AsyncConnectionConfig, Commands, FromRedisValue, Value};

            /// Time for a reply, for which each command has a timer of its own.
            const RESPONSE_LIMIT: Duration = Duration::from_secs(10);

            /// One connection for all tasks.
            #[derive(Clone)]
            pub(crate) struct Multiplexed(MultiplexedConnection);

            /// A blocking connection.
            pub(crate) struct Blocking($redis::Connection);

            fn failed(error: $redis::RedisError) -> Failure {
                Failure::because("command failed", &error)
            }

            impl Multiplexed {
                async fn hgetall_each_as<T: FromRedisValue>(
                    &mut self,
                    keys: &[String],
                ) -> Result<Vec<T>, Failure> {
                    let mut pipeline = $redis::Pipeline::new();
                    for key in keys {
                        pipeline.hgetall(key);
                    }
                    pipeline.query_async(&mut self.0).await.map_err(failed)
                }
            }

            impl Peer for Multiplexed {
                type Text = Vec<u8>;
                type Value = Value;

                async fn connect(setup: &Setup) -> Result<Self, Failure> {
                    let client = $redis::Client::open(&*setup.url).map_err(failed)?;
                    // The half second that it has by default is too short for a busy machine.
                    let config = AsyncConnectionConfig::new().set_response_timeout(Some(RESPONSE_LIMIT));
                    let connection = client.get_multiplexed_async_connection_with_config(&config);
                    connection.await.map(Self).map_err(failed)
                }

                async fn get(&mut self, key: &str) -> Result<Option<Vec<u8>>, Failure> {
                    AsyncCommands::get(&mut self.0, key).await.map_err(failed)
                }

                async fn lrange(&mut self, key: &str) -> Result<Vec<Vec<u8>>, Failure> {
                    AsyncCommands::lrange(&mut self.0, key, 0, -1).await.map_err(failed)
                }

                async fn hgetall(&mut self, key: &str) -> Result<HashMap<Vec<u8>, Vec<u8>>, Failure> {
                    AsyncCommands::hgetall(&mut self.0, key).await.map_err(failed)
                }

                async fn hgetall_strings(&mut self, key: &str) -> Result<HashMap<String, String>, Failure> {
                    AsyncCommands::hgetall(&mut self.0, key).await.map_err(failed)
                }

                async fn hgetall_value(&mut self, key: &str) -> Result<Value, Failure> {
                    AsyncCommands::hgetall(&mut self.0, key).await.map_err(failed)
                }

                fn pair(value: &Value) -> Option<(usize, &[u8], &[u8])> {
                    let (count, field, value) = match value {
                        Value::Map(pairs) => {
                            let (field, value) = pairs.first()?;
                            (pairs.len(), field, value)
                        }
                        Value::Array(flat) => (flat.len() / 2, flat.first()?, flat.get(1)?),
                        _ => return None,
                    };
                    match (field, value) {
                        (Value::BulkString(field), Value::BulkString(value)) => Some((count, field, value)),
                        _ => None,
                    }
                }

                async fn get_each(&mut self, keys: &[String]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
                    let mut pipeline = $redis::Pipeline::new();
                    for key in keys {
                        pipeline.get(key);
                    }
                    pipeline.query_async(&mut self.0).await.map_err(failed)
                }

                async fn hgetall_each(
                    &mut self,
                    keys: &[String],
                ) -> Result<Vec<HashMap<Vec<u8>, Vec<u8>>>, Failure> {
                    self.hgetall_each_as(keys).await
                }

                async fn hgetall_strings_each(
                    &mut self,
                    keys: &[String],
                ) -> Result<Vec<HashMap<String, String>>, Failure> {
                    self.hgetall_each_as(keys).await
                }
            }

            impl Caller for Blocking {
                type Text = Vec<u8>;

                fn connect(setup: &Setup) -> Result<Self, Failure> {
                    let client = $redis::Client::open(&*setup.url).map_err(failed)?;
                    client.get_connection().map(Self).map_err(failed)
                }

                fn get(&mut self, key: &str) -> Result<Option<Vec<u8>>, Failure> {
                    Commands::get(&mut self.0, key).map_err(failed)
                }
            }
        }
    };
}

redis_rs!(stable, redis);
redis_rs!(newest, redis2);
