//! How do I follow what is published?
//!
//! With a subscriber, beside the calls of the same client.
//!
//! `cargo run -p resp-net --example pubsub [redis://localhost]`

use resp_net::{Client, Error, Incoming};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let client = Client::connect(&url).await?;

    // What becomes of the connection, for a log.
    let mut events = client.events();
    tokio::spawn(async move {
        while let Some(event) = events.next().await {
            eprintln!("connection: {event:?}");
        }
    });

    let mut subscriber = client.subscriber();
    subscriber.subscribe(["example:news"]).await?;
    subscriber.psubscribe(["example:alarm.*"]).await?;

    for (channel, text) in [("example:news", "hello"), ("example:alarm.fire", "run"), ("example:news", "bye")]
    {
        let publish = resp_net::cmd::raw("PUBLISH").arg(channel).arg(text).returning::<i64>();
        println!("{text} reached {}", client.send(publish).await?);
    }

    while let Some(incoming) = subscriber.next().await {
        match incoming {
            Incoming::Message(message) => {
                let text = String::from_utf8_lossy(&message.payload);
                println!("{text} on {}", String::from_utf8_lossy(&message.channel));
                if text == "bye" {
                    break;
                }
            }
            // The connection was lost and made again, or this program was too slow.
            Incoming::Gap(gap) => println!("{} or more messages are missing", gap.dropped),
            Incoming::Ended(ended) => return Err(ended.error),
            _ => {}
        }
    }

    subscriber.unsubscribe(["example:news"]).await?;
    Ok(())
}
