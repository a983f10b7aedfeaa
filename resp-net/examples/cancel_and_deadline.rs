//! How long does a call take at the most, and what is true after I gave it up?
//!
//! `cargo run -p resp-net --example cancel_and_deadline [redis://localhost]`

use core::time::Duration;

use resp_net::{Client, Config, Error, Executed, cmd};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    // The time that each call has unless it says otherwise.
    let config = Config::from_url(&url)?;
    let client = Client::connect_with(&config).await?;
    client.del("example:visits").await?;

    // A call that was never polled, and one dropped before it was written, are never sent.
    drop(client.incr("example:visits"));
    println!("visits: {:?}", client.get("example:visits").text().await?);

    // A server that is busy for longer than the call may take.
    let script = "local t = redis.call('TIME') local stop = t[1] * 1000000 + t[2] + 200000 \
                  repeat t = redis.call('TIME') until t[1] * 1000000 + t[2] > stop return 'done'";
    let short = Duration::from_millis(50);
    let busy = cmd::eval(script, [""; 0], [""; 0]).to::<String>().timeout(short);
    match client.send(busy).await {
        Err(error @ Error::Timeout { .. }) if error.executed() == Executed::Maybe => {
            println!("too late: it may have run, and here it has");
        }
        other => println!("unexpected: {other:?}"),
    }

    // Dropped while it waits for its reply: it may have run, and nobody else
    // ever sees that reply.
    let given_up = tokio::time::timeout(short, client.incr("example:visits"));
    println!("in time: {}", given_up.await.is_ok());
    println!("mine: {}", client.echo("mine").text().await?);
    println!("visits: {:?}", client.get("example:visits").text().await?);

    client.del("example:visits").await?;
    Ok(())
}
