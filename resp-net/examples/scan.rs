//! How do I go through many keys without holding up the server?
//!
//! `cargo run -p resp-net --example scan [redis://localhost]`

use resp_net::replies::Cursor;
use resp_net::{Client, Error, cmd};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let client = Client::connect(&url).await?;
    let all: Vec<_> = (0..1000).map(|number| cmd::set(format!("example:session:{number}"), number)).collect();
    client.pipeline(all).await?;

    // Page after page is asked for, each when the one before is used up.
    let scan = cmd::scan(Cursor::START).matching("example:session:*").count(100).text();
    let mut keys = client.iterate(scan).distinct();
    let mut count = 0;
    while let Some(key) = keys.next().await.transpose()? {
        client.unlink(key).await?;
        count += 1;
    }
    println!("{count} sessions were removed");

    client.hset("example:user", [("name", "Ada"), ("city", "London")]).await?;
    let mut fields = client.iterate(cmd::hscan("example:user", Cursor::START).text());
    while let Some((field, value)) = fields.next().await.transpose()? {
        println!("{field}: {value}");
    }
    client.del("example:user").await?;
    Ok(())
}
