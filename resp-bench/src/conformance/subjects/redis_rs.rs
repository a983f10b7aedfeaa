//! redis-rs: the newest stable release, and the newest one. They are two
//! crates to the compiler, so what is the same text for both is a macro.

macro_rules! redis_rs {
    ($module:ident, $redis:ident) => {
        pub(crate) mod $module {
            use super::super::{BAD_URL, CANARY, Subject, Told, both};
            use core::time::Duration;
            use std::sync::{Arc, Mutex, PoisonError};
            use $redis::aio::{
                ConnectionLike, ConnectionManager, ConnectionManagerConfig, MultiplexedConnection,
            };
            use $redis::{AsyncConnectionConfig, Client, Pipeline, RedisError, RedisResult, Value};

            const PATIENT: Duration = Duration::from_secs(60);

            /// An asynchronous connection that its clones share.
            #[derive(Clone)]
            pub(crate) struct Shared<C>(C);
            pub(crate) type Multiplexed = Shared<MultiplexedConnection>;
            pub(crate) type Manager = Shared<ConnectionManager>;

            pub(crate) trait Connect: ConnectionLike + Clone + Send + Sync + 'static {
                fn open(client: Client) -> impl Future<Output = RedisResult<Self>> + Send;
                fn open_patiently(client: Client) -> impl Future<Output = RedisResult<Self>> + Send;
            }

            impl Connect for MultiplexedConnection {
                async fn open(client: Client) -> RedisResult<Self> {
                    client.get_multiplexed_async_connection().await
                }

                async fn open_patiently(client: Client) -> RedisResult<Self> {
                    let config = AsyncConnectionConfig::new().set_response_timeout(Some(PATIENT));
                    client.get_multiplexed_async_connection_with_config(&config).await
                }
            }

            impl Connect for ConnectionManager {
                async fn open(client: Client) -> RedisResult<Self> {
                    client.get_connection_manager().await
                }

                async fn open_patiently(client: Client) -> RedisResult<Self> {
                    let config = ConnectionManagerConfig::new().set_response_timeout(Some(PATIENT));
                    client.get_connection_manager_with_config(config).await
                }
            }

            impl From<RedisError> for Told {
                fn from(error: RedisError) -> Self {
                    Self::of(&error)
                }
            }

            fn len(value: &Value) -> usize {
                match value {
                    Value::Array(elements) => elements.len(),
                    _ => 0,
                }
            }

            fn batch(text: &str, count: usize) -> Pipeline {
                let mut pipeline = Pipeline::new();
                for _ in 0..count {
                    pipeline.cmd("ECHO").arg(text);
                }
                pipeline
            }

            fn same(replies: &[Vec<u8>], text: &str) -> usize {
                replies.iter().filter(|reply| *reply == text.as_bytes()).count()
            }

            /// What all clients have, and the client if the URL is good.
            fn shown(url: &str) -> (Vec<(&'static str, String)>, Option<Client>) {
                let mut shown = Vec::new();
                if let Err(error) = Client::open(BAD_URL) {
                    shown.push(("the error of a bad URL", both(&error)));
                }
                shown.push(("a command AUTH", format!("{:?}", $redis::cmd("AUTH").arg(CANARY))));
                let client = Client::open(url).ok();
                if let Some(client) = &client {
                    shown.push(("Client", format!("{client:?}")));
                    shown.push(("ConnectionInfo", format!("{:?}", client.get_connection_info())));
                }
                (shown, client)
            }

            impl<C: Connect> Subject for Shared<C> {
                type Subscription = ();

                async fn connect(url: &str) -> Result<Self, Told> {
                    Ok(Self(C::open(Client::open(url)?).await?))
                }

                async fn connect_patiently(url: &str) -> Result<Self, Told> {
                    Ok(Self(C::open_patiently(Client::open(url)?).await?))
                }

                async fn connect_for_pushes(url: &str) -> Result<Self, Told> {
                    Self::connect(&format!("{url}/?protocol=resp3")).await
                }

                async fn incr(&self, key: &str) -> Result<i64, Told> {
                    Ok($redis::cmd("INCR").arg(key).query_async(&mut self.0.clone()).await?)
                }

                async fn echo(&self, text: &str) -> Result<String, Told> {
                    Ok($redis::cmd("ECHO").arg(text).query_async(&mut self.0.clone()).await?)
                }

                async fn set(&self, key: &str, value: &[u8]) -> Result<(), Told> {
                    Ok($redis::cmd("SET").arg(key).arg(value).query_async(&mut self.0.clone()).await?)
                }

                async fn echo_each(&self, text: &str, count: usize) -> Result<usize, Told> {
                    let replies: Vec<Vec<u8>> = batch(text, count).query_async(&mut self.0.clone()).await?;
                    Ok(same(&replies, text))
                }

                async fn any(&self, command: &'static str) -> Result<usize, Told> {
                    let value: Value = $redis::cmd(command).query_async(&mut self.0.clone()).await?;
                    Ok(len(&value))
                }

                async fn subscribe(&self, channel: &str) -> Result<(), Told> {
                    Ok($redis::cmd("SSUBSCRIBE").arg(channel).query_async(&mut self.0.clone()).await?)
                }

                async fn shown(url: &str) -> Vec<(&'static str, String)> {
                    let (mut shown, client) = shown(url);
                    let Some(client) = client else { return shown };
                    if let Err(error) = C::open(client).await {
                        shown.push(("the error of connecting", both(&error)));
                    }
                    shown
                }
            }

            /// A blocking connection, which its users take turns with.
            #[derive(Clone)]
            pub(crate) struct Blocking(Arc<Mutex<$redis::Connection>>);

            impl Blocking {
                /// A call, on a thread that may wait.
                async fn call<T: Send + 'static>(
                    &self,
                    work: impl FnOnce(&mut $redis::Connection) -> RedisResult<T> + Send + 'static,
                ) -> Result<T, Told> {
                    let connection = Arc::clone(&self.0);
                    let call = move || work(&mut connection.lock().unwrap_or_else(PoisonError::into_inner));
                    let outcome =
                        tokio::task::spawn_blocking(call).await.map_err(|error| Told::of(&error))?;
                    Ok(outcome?)
                }
            }

            impl Subject for Blocking {
                const BLOCKS: bool = true;
                const SUBSCRIBES: bool = false;
                type Subscription = ();

                async fn connect(url: &str) -> Result<Self, Told> {
                    let client = Client::open(url)?;
                    let connecting = tokio::task::spawn_blocking(move || client.get_connection());
                    let connection = connecting.await.map_err(|error| Told::of(&error))??;
                    Ok(Self(Arc::new(Mutex::new(connection))))
                }

                async fn incr(&self, key: &str) -> Result<i64, Told> {
                    let key = key.to_owned();
                    self.call(move |connection| $redis::cmd("INCR").arg(key).query(connection)).await
                }

                async fn echo(&self, text: &str) -> Result<String, Told> {
                    let text = text.to_owned();
                    self.call(move |connection| $redis::cmd("ECHO").arg(text).query(connection)).await
                }

                async fn set(&self, key: &str, value: &[u8]) -> Result<(), Told> {
                    let (key, value) = (key.to_owned(), value.to_vec());
                    self.call(move |connection| $redis::cmd("SET").arg(key).arg(value).query(connection))
                        .await
                }

                async fn echo_each(&self, text: &str, count: usize) -> Result<usize, Told> {
                    let pipeline = batch(text, count);
                    let replies: Vec<Vec<u8>> =
                        self.call(move |connection| pipeline.query(connection)).await?;
                    Ok(same(&replies, text))
                }

                async fn any(&self, command: &'static str) -> Result<usize, Told> {
                    let value: Value =
                        self.call(move |connection| $redis::cmd(command).query(connection)).await?;
                    Ok(len(&value))
                }

                async fn subscribe(&self, channel: &str) -> Result<(), Told> {
                    let channel = channel.to_owned();
                    self.call(move |connection| $redis::cmd("SSUBSCRIBE").arg(channel).query(connection))
                        .await
                }

                async fn shown(url: &str) -> Vec<(&'static str, String)> {
                    let (mut shown, client) = shown(url);
                    let Some(client) = client else { return shown };
                    let connecting = tokio::task::spawn_blocking(move || client.get_connection().err());
                    if let Ok(Some(error)) = connecting.await {
                        shown.push(("the error of connecting", both(&error)));
                    }
                    shown
                }
            }
        }
    };
}

redis_rs!(stable, redis);
redis_rs!(newest, redis2);
