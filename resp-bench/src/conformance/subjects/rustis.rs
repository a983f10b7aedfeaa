//! rustis.

use super::{BAD_URL, CANARY, Subject, Told, both};
use core::str::FromStr;
use rustis::client::{BatchPreparedCommand, Client, Config, PubSubStream};
use rustis::commands::{ConnectionCommands, PubSubCommands, StringCommands};
use rustis::resp::{BulkString, Value, cmd};

#[derive(Clone)]
pub(crate) struct Rustis(Client);

impl From<rustis::Error> for Told {
    fn from(error: rustis::Error) -> Self {
        Self::of(&error)
    }
}

impl Subject for Rustis {
    type Subscription = PubSubStream;

    async fn connect(url: &str) -> Result<Self, Told> {
        Ok(Self(Client::connect(url).await?))
    }

    async fn incr(&self, key: &str) -> Result<i64, Told> {
        Ok(self.0.incr(key).await?)
    }

    async fn echo(&self, text: &str) -> Result<String, Told> {
        Ok(self.0.echo(text).await?)
    }

    async fn set(&self, key: &str, value: &[u8]) -> Result<(), Told> {
        self.0.set(key, BulkString::from(value.to_vec())).await?;
        Ok(())
    }

    async fn echo_each(&self, text: &str, count: usize) -> Result<usize, Told> {
        let mut pipeline = self.0.create_pipeline();
        (0..count).for_each(|_| pipeline.echo::<()>(text).queue());
        let replies: Vec<String> = pipeline.execute().await?;
        Ok(replies.iter().filter(|reply| *reply == text).count())
    }

    async fn any(&self, command: &'static str) -> Result<usize, Told> {
        let value: Value = self.0.send(cmd(command), None).await?;
        Ok(if let Value::Array(elements) = value { elements.len() } else { 0 })
    }

    async fn subscribe(&self, channel: &str) -> Result<PubSubStream, Told> {
        Ok(self.0.ssubscribe(channel).await?)
    }

    async fn shown(url: &str) -> Vec<(&'static str, String)> {
        let mut shown = Vec::new();
        if let Err(error) = Config::from_str(BAD_URL) {
            shown.push(("the error of a bad URL", both(&error)));
        }
        if let Ok(config) = Config::from_str(url) {
            shown.push(("Config", format!("{config:?}")));
        }
        shown.push(("a command AUTH", format!("{:?}", cmd("AUTH").arg(CANARY))));
        if let Err(error) = Client::connect(url).await {
            shown.push(("the error of connecting", both(&error)));
        }
        shown
    }
}
