//! How do I connect over a Unix socket?
//!
//! `cargo run -p resp-net --example unix unix:///run/redis/redis.sock?db=1`

use resp_net::{Client, Config, Error};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "unix:///run/redis/redis.sock".to_owned());
    let client = Client::connect(&url).await?;
    println!("{} answers: {}", Config::from_url(&url)?, client.echo("without a port").text().await?);

    // The same, setting by setting.
    let config = Config::builder().unix("/run/redis/redis.sock").database(1).build()?;
    println!("another: {config}");
    Ok(())
}
