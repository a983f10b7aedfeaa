//! resp-net, for tasks.

use super::{BAD_URL, CANARY, Subject, Told, both};
use bytes::Bytes;
use resp_core::Reply;
use resp_net::{Client, Config, Error, Executed, Subscriber, cmd};

/// As it is by default.
#[derive(Clone)]
pub(crate) struct Tokio(Client);

impl From<Error> for Told {
    fn from(error: Error) -> Self {
        let ran = match error.executed() {
            Executed::No => "it did not run",
            Executed::Maybe => "it may have run",
            Executed::Yes => "it ran",
        };
        Self { ran: Some(ran), ..Self::of(&error) }
    }
}

impl Subject for Tokio {
    type Subscription = Subscriber;

    async fn connect(url: &str) -> Result<Self, Told> {
        Ok(Self(Client::connect(url).await?))
    }

    async fn connect_patiently(url: &str) -> Result<Self, Told> {
        Self::connect(&patient(url)).await
    }

    async fn incr(&self, key: &str) -> Result<i64, Told> {
        Ok(self.0.incr(key).await?)
    }

    async fn echo(&self, text: &str) -> Result<String, Told> {
        Ok(self.0.send(cmd::raw("ECHO").arg(text).returning::<String>()).await?)
    }

    async fn set(&self, key: &str, value: &[u8]) -> Result<(), Told> {
        self.0.set(key, value).await?;
        Ok(())
    }

    async fn echo_each(&self, text: &str, count: usize) -> Result<usize, Told> {
        let command = |_| cmd::raw("ECHO").arg(text).returning::<Bytes>();
        let replies = self.0.pipeline((0..count).map(command).collect::<Vec<_>>()).await?;
        Ok(replies.iter().filter(|reply| *reply == text.as_bytes()).count())
    }

    async fn any(&self, command: &'static str) -> Result<usize, Told> {
        let reply = self.0.send(cmd::raw(command).returning::<Reply>()).await?;
        Ok(reply.frame().len())
    }

    async fn subscribe(&self, channel: &str) -> Result<Subscriber, Told> {
        let subscriber = self.0.subscriber();
        subscriber.ssubscribe([channel]).await?;
        Ok(subscriber)
    }

    async fn shown(url: &str) -> Vec<(&'static str, String)> {
        let mut shown = shown(url);
        if let Err(error) = Client::connect(url).await {
            shown.push(("the error of connecting", both(&error)));
        }
        shown
    }
}

/// With 60 s for each call.
pub(super) fn patient(url: &str) -> String {
    format!("{url}?call_timeout=60s")
}

/// What both clients have.
pub(super) fn shown(url: &str) -> Vec<(&'static str, String)> {
    let mut shown = Vec::new();
    if let Ok(config) = Config::from_url(url) {
        shown.push(("Config", both(&config)));
    }
    if let Err(error) = Config::from_url(BAD_URL) {
        shown.push(("the error of a bad URL", both(&error)));
    }
    let command = cmd::raw("AUTH").arg(CANARY).returning::<()>();
    shown.push(("a command AUTH", format!("{command:?}")));
    shown
}
