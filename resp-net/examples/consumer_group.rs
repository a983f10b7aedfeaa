//! How do several workers share the entries of a stream?
//!
//! As consumers of a group: each entry is given to one of them, and stays
//! pending until that one says that it is done.
//!
//! `cargo run -p resp-net --example consumer_group [redis://localhost]`

use core::time::Duration;

use resp_net::cmd::{GroupStart, NewId};
use resp_net::replies::StreamId;
use resp_net::{Client, Error};

const STREAM: &str = "example:jobs";

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let client = Client::connect(&url).await?;
    client.del(STREAM).await?;
    client.xgroup_create(STREAM, "workers", GroupStart::from(StreamId::MIN)).mkstream().await?;

    for task in ["sweep", "paint", "lock up"] {
        let id = client.xadd(STREAM, NewId::Auto, [("task", task)]).await?;
        println!("added {task} as {id}");
    }

    // A worker that ends before it is done with what it was given ...
    let mut hasty = client.consume("workers", "ada", [STREAM]).count(1).text();
    let first = hasty.next().await.transpose()?;
    println!("ada was given {:?} and leaves", first.and_then(|given| given.entry.get("task").cloned()));
    drop(hasty);

    // ... is given it again when it comes back.
    let mut worker = client.consume("workers", "ada", [STREAM]).block(Duration::from_secs(1)).text();
    for _ in 0..3 {
        let Some(given) = worker.next().await.transpose()? else { break };
        println!("ada does {:?}", given.entry.get("task"));
        worker.ack(&given).await?;
    }
    println!("{} are pending", client.xpending(STREAM, "workers").await?.count);

    client.del(STREAM).await?;
    Ok(())
}
