//! redis-rs: the newest stable release, and the newest one. They are two
//! crates to the compiler, so what is the same text for both is a macro.

macro_rules! redis_rs {
    ($module:ident, $redis:ident, |$root:ident| $certificates:expr) => {
        pub(crate) mod $module {
            use crate::clients::{Caller, Peer, Setup, rustls};
            use crate::failure::Failure;
            use core::time::Duration;
            use std::collections::HashMap;
            use $redis::aio::MultiplexedConnection;
            use $redis::{
                AsyncCommands, AsyncConnectionConfig, Commands, FromRedisValue, TlsCertificates, Value,
            };

            /// Time for a reply, for which each command has a timer of its own.
            pub(in crate::clients) const RESPONSE_LIMIT: Duration = Duration::from_secs(10);

            /// One connection for all tasks.
            #[derive(Clone)]
            pub(crate) struct Multiplexed(MultiplexedConnection);

            /// A blocking connection.
            pub(crate) struct Blocking($redis::Connection);

            pub(in crate::clients) fn failed(error: $redis::RedisError) -> Failure {
                Failure::because("command failed", &error)
            }

            /// What the setup asks for, else the defaults.
            pub(in crate::clients) fn client(setup: &Setup) -> Result<$redis::Client, Failure> {
                let url = setup.url_with_protocol();
                let Some(authority) = &setup.authority else {
                    return $redis::Client::open(url).map_err(failed);
                };
                rustls::install();
                $redis::Client::build_with_tls(url, certificates(authority.clone().into_bytes()))
                    .map_err(failed)
            }

            fn certificates($root: Vec<u8>) -> TlsCertificates {
                $certificates
            }

            fn get_pipeline(keys: &[String]) -> $redis::Pipeline {
                let mut pipeline = $redis::Pipeline::new();
                for key in keys {
                    pipeline.get(key);
                }
                pipeline
            }

            fn set_pipeline(keys: &[String], values: &[String]) -> $redis::Pipeline {
                let mut pipeline = $redis::Pipeline::new();
                for (key, value) in keys.iter().zip(values) {
                    pipeline.set(key, value).ignore();
                }
                pipeline
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
                    let client = client(setup)?;
                    // The half second that it has by default is too short for a busy machine.
                    let config = AsyncConnectionConfig::new().set_response_timeout(Some(RESPONSE_LIMIT));
                    let connection = client.get_multiplexed_async_connection_with_config(&config);
                    connection.await.map(Self).map_err(failed)
                }

                async fn get(&mut self, key: &str) -> Result<Option<Vec<u8>>, Failure> {
                    AsyncCommands::get(&mut self.0, key).await.map_err(failed)
                }

                async fn set(&mut self, key: &str, value: &str) -> Result<(), Failure> {
                    AsyncCommands::set(&mut self.0, key, value).await.map_err(failed)
                }

                async fn incr(&mut self, key: &str) -> Result<i64, Failure> {
                    AsyncCommands::incr(&mut self.0, key, 1).await.map_err(failed)
                }

                async fn hset(&mut self, key: &str, field: &str, value: &str) -> Result<u64, Failure> {
                    AsyncCommands::hset(&mut self.0, key, field, value).await.map_err(failed)
                }

                async fn lpush(&mut self, key: &str, value: &str) -> Result<u64, Failure> {
                    AsyncCommands::lpush(&mut self.0, key, value).await.map_err(failed)
                }

                async fn mget(&mut self, keys: &[String]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
                    AsyncCommands::mget(&mut self.0, keys).await.map_err(failed)
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
                    get_pipeline(keys).query_async(&mut self.0).await.map_err(failed)
                }

                async fn set_each(&mut self, keys: &[String], values: &[String]) -> Result<(), Failure> {
                    set_pipeline(keys, values).query_async(&mut self.0).await.map_err(failed)
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
                    client(setup)?.get_connection().map(Self).map_err(failed)
                }

                fn get(&mut self, key: &str) -> Result<Option<Vec<u8>>, Failure> {
                    Commands::get(&mut self.0, key).map_err(failed)
                }

                fn set(&mut self, key: &str, value: &str) -> Result<(), Failure> {
                    Commands::set(&mut self.0, key, value).map_err(failed)
                }

                fn get_each(&mut self, keys: &[String]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
                    get_pipeline(keys).query(&mut self.0).map_err(failed)
                }

                fn set_each(&mut self, keys: &[String], values: &[String]) -> Result<(), Failure> {
                    set_pipeline(keys, values).query(&mut self.0).map_err(failed)
                }
            }
        }
    };
}

redis_rs!(stable, redis, |root| TlsCertificates { client_tls: None, root_cert: Some(root) });
redis_rs!(newest, redis2, |root| TlsCertificates::new().root_cert(root));
