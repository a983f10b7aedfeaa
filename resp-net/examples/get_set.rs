//! How do I set a value and get it back?
//!
//! `cargo run -p resp-net --example get_set [redis://localhost]`

use core::time::Duration;

use resp_net::{Client, Error};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let client = Client::connect(&url).await?;

    // What a command answers is known when it is compiled: no annotations.
    client.set("example:greeting", "hello").ex(Duration::from_secs(60)).await?;
    let greeting = client.get("example:greeting").await?;
    println!("as bytes: {greeting:?}");

    // Another type is asked for by a method.
    let greeting = client.get("example:greeting").text().await?;
    println!("as text: {greeting:?}");
    client.set("example:visits", 41).await?;
    client.incr("example:visits").await?;
    let visits = client.get("example:visits").parse::<i64>().await?;
    println!("as a number: {visits:?}");

    // No such key is no error, but a key of another kind is.
    println!("nothing: {:?}", client.get("example:none").await?);
    match client.lpush("example:greeting", "x").await {
        Err(Error::Server(error)) if error.code() == "WRONGTYPE" => println!("as expected: {error}"),
        other => println!("unexpected: {other:?}"),
    }

    // A client is cheap to clone. What tasks send at the same time leaves together.
    let other = client.clone();
    let task = tokio::spawn(async move { other.echo("from a task").text().await });
    println!("{}", task.await.expect("it does not panic")?);

    client.del(["example:greeting", "example:visits"]).await?;
    Ok(())
}
