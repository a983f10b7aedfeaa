//! How do I use it without async, from one thread or from many?
//!
//! With the blocking client: the same commands, and `.call()?` for `.await?`.
//!
//! `cargo run -p resp-net --no-default-features --features mio --example mio [redis://localhost]`

use core::time::Duration;
use std::thread;

use resp_net::blocking::{Client, Pool};
use resp_net::{Error, cmd};

fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());
    let client = Client::connect(&url)?;

    // A lone caller writes, waits and reads on its own thread.
    client.set("example:greeting", "hello").ex(Duration::from_secs(60)).call()?;
    let greeting = client.get("example:greeting").text().call()?;
    println!("{}", greeting.unwrap_or_default());

    // Many share the one connection, and what they send leaves together.
    thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| (0..100).try_for_each(|_| client.incr("example:visits").call().map(drop)))
            })
            .collect();
        threads.into_iter().try_for_each(|thread| thread.join().expect("it does not panic"))
    })?;
    let (visits, removed) =
        client.pipeline((cmd::get("example:visits").parse::<i64>(), cmd::del("example:visits"))).call()?;
    println!("{} visits, {removed} key removed", visits.unwrap_or_default());

    // A command that waits leaves the shared connection by itself.
    client.lpush("example:jobs", "sweep").call()?;
    if let Some((_, job)) = client.send(cmd::blpop("example:jobs", Duration::from_secs(5)).text()).call()? {
        println!("{job}");
    }

    // For what leaves state behind, a connection of one's own, which a pool lends.
    let pool = Pool::builder(&url)?.min_size(2).max_size(2).build()?;
    pool.prewarm()?;
    thread::scope(|scope| {
        let threads = [(); 8].map(|()| scope.spawn(|| pool.acquire()?.send(cmd::ping()).call().map(drop)));
        threads.into_iter().try_for_each(|thread| thread.join().expect("it does not panic"))
    })?;
    println!("8 threads shared {} connections", pool.metrics().size());
    Ok(())
}
