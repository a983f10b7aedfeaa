//! How do I use commands that block, or transactions?
//!
//! With a connection of one's own, from a pool.
//!
//! `cargo run -p resp-net --example pool [redis://localhost]`

use resp_net::{Client, Error, Pool, cmd};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let pool = Pool::builder(&url)?.max_size(4).build();

    // A worker, which waits for jobs. While it does, nobody else is held up.
    let workers = pool.clone();
    let worker = tokio::spawn(async move {
        let mut connection = workers.acquire().await?;
        for _ in 0..3 {
            let job = cmd::raw("BLPOP").arg("example:jobs").arg(5).returning::<Option<(String, String)>>();
            match connection.send(job).await? {
                Some((queue, job)) => println!("{job} from {queue}"),
                None => println!("nothing in five seconds"),
            }
        }
        // Dropped, the connection goes back to the pool.
        Ok::<(), Error>(())
    });

    // All else is best sent on a client, which any number of tasks share.
    let client = Client::connect(&url).await?;
    client.lpush("example:jobs", ["sweep", "cook", "wash"]).await?;
    worker.await.expect("it does not panic")?;

    // A transaction: its commands run together or, if the key that is watched
    // changes before, not at all.
    let mut connection = pool.acquire().await?;
    let plain = |name: &str| cmd::raw(name).returning::<String>();
    connection.send(cmd::raw("WATCH").arg("example:stock").returning::<()>()).await?;
    let stock = connection.send(cmd::get("example:stock").parse::<i64>()).await?.unwrap_or(10);
    let (_, _, done) = connection
        .pipeline((
            plain("MULTI"),
            cmd::raw("SET").arg("example:stock").arg(stock - 1).returning::<String>(),
            cmd::raw("EXEC").returning::<Option<Vec<String>>>(),
        ))
        .await?;
    println!("{}", if done.is_some() { "one sold" } else { "somebody was faster" });

    client.del("example:stock").await?;
    Ok(())
}
