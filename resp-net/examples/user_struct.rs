//! How do I store a struct as a hash and read it back?
//!
//! `cargo run -p resp-net --features derive --example user_struct [redis://localhost]`

use resp_net::{Client, Error, FromReply, ToArgs};

#[derive(Debug, PartialEq, FromReply, ToArgs)]
struct User {
    name: String,
    age: u32,
    /// Left out if there is none, and `None` if it is missing.
    email: Option<String>,
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let client = Client::connect(&url).await?;

    let user = User { name: "Ada".to_owned(), age: 36, email: None };
    client.hset("example:user:1", &user).await?;
    let read = client.hgetall("example:user:1").to::<User>().await?;
    assert_eq!(read, user);
    println!("{read:?}");

    // An error says which field, what was expected and what came, never the value.
    client.hset("example:user:1", ("age", "young")).await?;
    if let Err(error) = client.hgetall("example:user:1").to::<User>().await {
        println!("as expected: {error}");
    }
    client.del("example:user:1").await?;
    Ok(())
}
