//! How do I send several commands at once?
//!
//! `cargo run -p resp-net --example pipeline [redis://localhost]`

use resp_net::{Client, Error, cmd};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let client = Client::connect(&url).await?;

    // Different commands: a tuple in, a tuple of their results out.
    let user = cmd::hset("example:user", [("name", "Ada"), ("year", "1815")]);
    let ((), visits, fields, user) = client
        .pipeline((
            cmd::set("example:greeting", "hello"),
            cmd::incr("example:visits"),
            user,
            cmd::hgetall("example:user").text(),
        ))
        .await?;
    println!("visit {visits}, {fields} new fields, {user:?}");

    // Many of one kind: a vector in, a vector out.
    let commands: Vec<_> = (0..1000_u32).map(|number| cmd::echo(number).parse::<u32>()).collect();
    let sum: u32 = client.pipeline(commands).await?.into_iter().sum();
    println!("the sum of a thousand replies is {sum}");

    // An error is the error of the whole, and says whose it is...
    let wrong = cmd::incr("example:greeting");
    let error = client.pipeline((cmd::ping(), wrong.clone())).await.expect_err("it is no number");
    println!("{error}");

    // ... unless it is asked for as a value.
    let (visits, caught) = client.pipeline((cmd::incr("example:visits"), wrong.caught())).await?;
    println!("visit {visits}, {caught:?}");

    client.del(["example:greeting", "example:visits", "example:user"]).await?;
    Ok(())
}
