//! How do I get text instead of bytes?
//!
//! `cargo run -p resp-net --example decode_responses [redis://localhost]`

use resp_net::{Client, Error, cmd};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let client = Client::connect(&url).await?;

    // For one call.
    client.set("example:word", "grün").await?;
    let word: Option<String> = client.get("example:word").text().await?;
    println!("one call: {}", word.unwrap_or_default());

    // For all calls of a client, on the same connection.
    let texts = client.decode_responses();
    let word: Option<String> = texts.get("example:word").await?;
    println!("a client: {}", word.unwrap_or_default());
    texts.hset("example:user", [("name", "Ada"), ("city", "London")]).await?;
    let (mut user, length) =
        texts.pipeline((cmd::hgetall("example:user"), cmd::strlen("example:word"))).await?;
    println!("a hash: {:?} of {:?}, {length} bytes", user.remove("name"), user.remove("city"));

    // What is no text is an error that says where it stops being one, never a panic.
    client.set("example:word", &b"half \xff"[..]).await?;
    if let Err(error) = texts.get("example:word").await {
        println!("as expected: {error}");
    }
    println!("by will: {:?}", client.get("example:word").lossy().await?);

    client.del(["example:word", "example:user"]).await?;
    Ok(())
}
