//! How do I wait for work without holding anybody up?
//!
//! `cargo run -p resp-net --example blocking_pop [redis://localhost]`

use core::time::Duration;

use resp_net::{Client, Error, cmd};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let client = Client::connect(&url).await?;
    client.del("example:jobs").await?;

    // It waits as long as it takes, on a connection of its own that the client
    // makes for it. All else goes on over the shared one.
    let worker = client.clone();
    let waiting = tokio::spawn(async move { worker.send(cmd::blpop("example:jobs", None).text()).await });
    println!("meanwhile: {}", client.echo("hello").text().await?);
    client.lpush("example:jobs", "sweep").await?;
    println!("{:?}", waiting.await.expect("it does not panic")?);

    // Nothing came within the time that the server was given.
    let time = Duration::from_millis(100);
    println!("{:?}", client.send(cmd::blpop("example:jobs", time).text()).await?);

    // Given up, it closes its connection: the server waits no longer, and so
    // does not hand a job to nobody.
    let given_up = client.send(cmd::blpop("example:jobs", None));
    println!("in time: {}", tokio::time::timeout(time, given_up).await.is_ok());
    client.lpush("example:jobs", "cook").await?;
    println!("still there: {:?}", client.lrange("example:jobs", 0, -1).text().await?);

    client.del("example:jobs").await?;
    Ok(())
}
