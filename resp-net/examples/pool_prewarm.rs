//! How large a pool do I need, and how do I spare the first callers the wait?
//!
//! Ask `Sizing`, have the connections made before anybody comes, and watch the
//! metrics.
//!
//! `cargo run -p resp-net --example pool_prewarm [redis://localhost]`

use core::time::Duration;

use resp_net::{Error, Exposition, Pool, Sizing, cmd};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_else(|| "redis://localhost".to_owned());

    // Workers that wait for jobs, each on a connection of its own. Without
    // such commands one shared Client would be the better choice.
    let sizing = Sizing::suggest(300, 8).exclusive();
    println!("{sizing}");
    let pool = Pool::builder(&url)?
        .sizing(sizing)
        .acquire_timeout(Duration::from_millis(500))
        .idle_timeout(Duration::from_secs(60))
        .test_after_idle(Duration::from_secs(30))
        .build()?;

    // An error here tells of a wrong address or password before it is traffic that fails.
    pool.prewarm().await?;
    println!("{} connections before the first request", pool.metrics().size());

    let workers: Vec<_> = (0..8).map(|_| tokio::spawn(work(pool.clone()))).collect();
    let mut connection = pool.acquire().await?;
    let jobs: Vec<_> = (0..8).map(|job| format!("job {job}")).collect();
    connection.send(cmd::lpush("example:jobs", jobs)).await?;
    // Dropped, it goes back to the pool.
    drop(connection);
    let mut done = 0;
    for worker in workers {
        done += worker.await.expect("it does not panic")?;
    }
    println!("{done} jobs done");

    // New callers are refused from here on.
    pool.close();
    if let Err(error) = pool.acquire().await {
        println!("refused: {error}");
    }
    let mut text = Exposition::new();
    pool.metrics().expose(&mut text, &[("pool", "jobs")]);
    println!("{text}");
    Ok(())
}

/// Takes one job: how many it got, within five seconds.
async fn work(pool: Pool) -> Result<usize, Error> {
    let mut connection = pool.acquire().await?;
    let pop = cmd::raw("BLPOP").arg("example:jobs").arg(5).returning::<Option<(String, String)>>();
    Ok(connection.send(pop).await?.iter().count())
}
