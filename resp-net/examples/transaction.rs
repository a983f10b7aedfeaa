//! How do I run several commands together or not at all?
//!
//! `cargo run -p resp-net --example transaction [redis://localhost]`

use resp_net::{Client, Error, Executed, cmd};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let client = Client::connect(&url).await?;
    client.del(["example:visits", "example:last", "example:user"]).await?;

    // Sent as one unit on the shared connection: nothing of others comes between.
    let (visits, ()) =
        client.transaction((cmd::incr("example:visits"), cmd::set("example:last", "Ada"))).await?;
    println!("visit {visits}");

    // A command that fails while it runs does not undo the others.
    let batch = (cmd::incr("example:visits"), cmd::incr("example:last"));
    let error = client.transaction(batch).await.expect_err("the second is no number");
    println!("{error}; it ran: {:?}", error.executed());

    // To have the results of the others, its error is asked for as a value.
    let batch = (cmd::incr("example:visits"), cmd::incr("example:last").caught());
    let (visits, caught) = client.transaction(batch).await?;
    println!("visit {visits}, {caught:?}");

    // A command that the server refuses beforehand keeps all of them from running.
    let wrong = cmd::raw("NOSUCHCOMMAND").returning::<()>();
    match client.transaction((cmd::incr("example:visits"), wrong)).await {
        Err(error @ Error::NotQueued { index: 1, .. }) if error.executed() == Executed::No => {
            println!("nothing was run: still {:?}", client.get("example:visits").text().await?);
        }
        other => println!("unexpected: {other:?}"),
    }

    client.del(["example:visits", "example:last"]).await?;
    Ok(())
}
