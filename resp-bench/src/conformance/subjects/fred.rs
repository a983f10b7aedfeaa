//! fred.

use super::{BAD_URL, Subject, Told, both};
use fred::clients::Client;
use fred::error::Error;
use fred::interfaces::{ClientLike, KeysInterface, PubsubInterface};
use fred::types::config::{Config, ReconnectPolicy};
use fred::types::{ClusterHash, CustomCommand, RespVersion, Value};

/// As it is by default, or with the policy for reconnecting that is the default one.
#[derive(Clone)]
pub(crate) struct Policy<const RECONNECTS: bool>(Client);
pub(crate) type Fred = Policy<false>;
pub(crate) type Reconnecting = Policy<true>;

impl From<Error> for Told {
    fn from(error: Error) -> Self {
        Self::of(&error)
    }
}

const fn no_key() -> ClusterHash {
    ClusterHash::Random
}

impl<const RECONNECTS: bool> Policy<RECONNECTS> {
    async fn with(config: Config) -> Result<Self, Told> {
        let policy = RECONNECTS.then(ReconnectPolicy::default);
        let client = Client::new(config, None, None, policy);
        client.init().await?;
        Ok(Self(client))
    }
}

impl<const RECONNECTS: bool> Subject for Policy<RECONNECTS> {
    type Subscription = ();

    async fn connect(url: &str) -> Result<Self, Told> {
        Self::with(Config::from_url(url)?).await
    }

    async fn connect_for_pushes(url: &str) -> Result<Self, Told> {
        Self::with(Config { version: RespVersion::RESP3, ..Config::from_url(url)? }).await
    }

    async fn incr(&self, key: &str) -> Result<i64, Told> {
        Ok(self.0.incr(key).await?)
    }

    async fn echo(&self, text: &str) -> Result<String, Told> {
        let command = CustomCommand::new_static("ECHO", no_key(), false);
        Ok(self.0.custom(command, vec![text]).await?)
    }

    async fn set(&self, key: &str, value: &[u8]) -> Result<(), Told> {
        Ok(self.0.set(key, value, None, None, false).await?)
    }

    async fn echo_each(&self, text: &str, count: usize) -> Result<usize, Told> {
        let pipeline = self.0.pipeline();
        for _ in 0..count {
            let command = CustomCommand::new_static("ECHO", no_key(), false);
            let _queued: () = pipeline.custom(command, vec![text]).await?;
        }
        let replies: Vec<Value> = pipeline.all().await?;
        Ok(replies.iter().filter(|reply| reply.as_bytes() == Some(text.as_bytes())).count())
    }

    async fn any(&self, command: &'static str) -> Result<usize, Told> {
        let command = CustomCommand::new_static(command, no_key(), false);
        let value: Value = self.0.custom(command, Vec::<Value>::new()).await?;
        Ok(value.array_len().unwrap_or(0))
    }

    async fn subscribe(&self, channel: &str) -> Result<(), Told> {
        Ok(self.0.ssubscribe(channel).await?)
    }

    async fn shown(url: &str) -> Vec<(&'static str, String)> {
        let mut shown = Vec::new();
        if let Err(error) = Config::from_url(BAD_URL) {
            shown.push(("the error of a bad URL", both(&error)));
        }
        let Ok(config) = Config::from_url(url) else { return shown };
        shown.push(("Config", format!("{config:?}")));
        let client = Client::new(config, None, None, None);
        shown.push(("Client", format!("{client:?}")));
        if let Err(error) = client.init().await {
            shown.push(("the error of connecting", both(&error)));
        }
        shown
    }
}
