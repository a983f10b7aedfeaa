//! How do I change a value only if nobody else has changed it meanwhile?
//!
//! `cargo run -p resp-net --example watch [redis://localhost]`

use resp_net::{Client, Error, cmd};

/// Takes one off the stock, if there is any: how many were sold so far.
async fn sell(client: &Client) -> Result<Option<i64>, Error> {
    // What is read here was still true when the transaction ran, or it did not
    // run: then all of this is done again.
    let sold = client.watch("example:stock", |mut tx| async move {
        let stock = tx.send(cmd::get("example:stock").parse::<i64>()).await?.unwrap_or(0);
        if stock == 0 {
            return Ok(None);
        }
        Ok(Some((cmd::set("example:stock", stock - 1), cmd::incr("example:sold"))))
    });
    Ok(sold.await?.map(|((), sold)| sold))
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let client = Client::connect(&url).await?;
    client.del("example:sold").await?;
    client.set("example:stock", 10).await?;

    // Twenty buyers at once, each of whom tries until nobody was faster.
    let buyers = (0..20).map(|_| {
        let client = client.clone();
        tokio::spawn(async move {
            loop {
                match sell(&client).await {
                    Err(Error::Conflict { .. }) => {}
                    done => return done,
                }
            }
        })
    });
    let mut sold = 0;
    for buyer in buyers.collect::<Vec<_>>() {
        sold += u32::from(buyer.await.expect("it does not panic")?.is_some());
    }
    println!("{sold} of 20 buyers got one of 10");
    println!("left: {:?}", client.get("example:stock").text().await?);

    // Changed behind its back each time: a conflict, which is told from an error.
    let meddler = client.clone();
    let conflict = client.watch_at_most(3, "example:stock", |_tx| async {
        meddler.incr("example:stock").await?;
        Ok(Some((cmd::set("example:stock", 0),)))
    });
    println!("{}", conflict.await.expect_err("somebody was faster"));

    client.del(["example:stock", "example:sold"]).await?;
    Ok(())
}
