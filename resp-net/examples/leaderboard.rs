//! How do I keep a leaderboard?
//!
//! With a sorted set: its members are ordered by their scores at any time.
//!
//! `cargo run -p resp-net --example leaderboard [redis://localhost]`

use resp_net::{Client, Error};

const BOARD: &str = "example:board";

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let client = Client::connect(&url).await?;
    client.del(BOARD).await?;

    client.zadd(BOARD, [(120.0, "ada"), (95.0, "bob"), (150.0, "eve")]).await?;
    // Only if it is more than before.
    client.zadd(BOARD, (110.0, "ada")).gt().await?;
    let points = client.zincrby(BOARD, 60.0, "bob").await?;
    println!("bob has {points} points now");

    println!("the first two:");
    for (name, points) in client.zrange(BOARD, 0, 1).rev().with_scores().text().await? {
        println!("  {name} {points}");
    }
    if let Some(rank) = client.zrevrank(BOARD, "ada").await? {
        println!("ada is number {}", rank + 1);
    }
    println!(
        "{} of {} have over 140",
        client.zcount(BOARD, 140.0, f64::INFINITY).await?,
        client.zcard(BOARD).await?
    );

    client.del(BOARD).await?;
    Ok(())
}
