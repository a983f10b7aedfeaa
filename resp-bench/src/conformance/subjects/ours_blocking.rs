//! resp-net, for threads.

use super::ours::{patient, shown};
use super::{Subject, Told, both};
use bytes::Bytes;
use resp_core::Reply;
use resp_net::blocking::{Client, Subscriber};
use resp_net::{Error, cmd};

/// A clone of it shares the connection.
#[derive(Clone)]
pub(crate) struct Blocking(Client);

impl Blocking {
    /// A call, on a thread that may wait.
    async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Client) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Told> {
        let client = self.0.clone();
        on_thread(move || work(&client)).await
    }
}

async fn on_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Told> {
    let outcome = tokio::task::spawn_blocking(work).await.map_err(|error| Told::of(&error))?;
    Ok(outcome?)
}

impl Subject for Blocking {
    const BLOCKS: bool = true;
    type Subscription = Subscriber;

    async fn connect(url: &str) -> Result<Self, Told> {
        let url = url.to_owned();
        on_thread(move || Client::connect(&url).map(Self)).await
    }

    async fn connect_patiently(url: &str) -> Result<Self, Told> {
        Self::connect(&patient(url)).await
    }

    async fn incr(&self, key: &str) -> Result<i64, Told> {
        let key = key.to_owned();
        self.call(move |client| client.incr(&key).call()).await
    }

    async fn echo(&self, text: &str) -> Result<String, Told> {
        let text = text.to_owned();
        self.call(move |client| client.send(cmd::raw("ECHO").arg(text).returning::<String>()).call()).await
    }

    async fn set(&self, key: &str, value: &[u8]) -> Result<(), Told> {
        let (key, value) = (key.to_owned(), value.to_vec());
        self.call(move |client| client.set(&key, value).call().map(|_| ())).await
    }

    async fn echo_each(&self, text: &str, count: usize) -> Result<usize, Told> {
        let text = text.to_owned();
        let work = move |client: &Client| {
            let command = |_| cmd::raw("ECHO").arg(&text).returning::<Bytes>();
            let replies = client.pipeline((0..count).map(command).collect::<Vec<_>>()).call()?;
            Ok(replies.iter().filter(|reply| *reply == text.as_bytes()).count())
        };
        self.call(work).await
    }

    async fn any(&self, command: &'static str) -> Result<usize, Told> {
        let work = move |client: &Client| client.send(cmd::raw(command).returning::<Reply>()).call();
        Ok(self.call(work).await?.frame().len())
    }

    async fn subscribe(&self, channel: &str) -> Result<Subscriber, Told> {
        let channel = channel.to_owned();
        let work = move |client: &Client| {
            let subscriber = client.subscriber()?;
            subscriber.ssubscribe([channel]).call()?;
            Ok(subscriber)
        };
        self.call(work).await
    }

    async fn shown(url: &str) -> Vec<(&'static str, String)> {
        let mut shown = shown(url);
        let url = url.to_owned();
        let told = tokio::task::spawn_blocking(move || match Client::connect(&url) {
            Ok(client) => format!("{client:?}"),
            Err(error) => both(&error),
        });
        shown.extend(told.await.ok().map(|text| ("the error of connecting", text)));
        shown
    }
}
