//! Naive, pooled and pipelined use of a server: a short form, for criterion's
//! comparison between runs, of what `cargo run --release -p resp-bench` shows.
//!
//! The server is a redis-server or valkey-server on the PATH, else the
//! embedded one of resp-bench.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on must end")]
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]

#[path = "../src/pin.rs"]
#[allow(dead_code, reason = "the program needs more of it")]
mod pin;

use core::time::Duration;
use criterion::{
    BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime,
};
use resp_net::{Client, Connection, Pool, cmd};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use tests::server::{RedisServer, ServerError};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

/// GETs of one iteration, and tasks where they are concurrent.
const COUNT: usize = 256;
/// Connections of the pool.
const POOL: usize = 50;
const KEY: &str = "resp-bench:throughput";
const VALUE: [u8; 64] = [b'v'; 64];

/// A server of this run's own.
enum Server {
    Found(RedisServer),
    /// Ends when its standard input is closed.
    Embedded(Child, u16),
}

impl Server {
    fn start() -> Self {
        match RedisServer::start(&[]) {
            Ok(server) => Self::Found(server),
            Err(ServerError::Missing) => Self::embedded(),
            Err(error) => panic!("{error}"),
        }
    }

    fn embedded() -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_resp-bench"))
            .arg("serve")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self::Embedded(process, line.trim().parse().unwrap())
    }

    fn url(&self) -> String {
        match self {
            Self::Found(server) => server.url(),
            Self::Embedded(_, port) => format!("redis://127.0.0.1:{port}"),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Self::Embedded(process, _) = self {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

fn throughput(criterion: &mut Criterion) {
    // As in the program: where the kernel puts the two decides more than the client.
    let placement = pin::Placement::choose(0).filter(pin::Placement::enter_server);
    let server = Server::start();
    placement.filter(pin::Placement::enter_client);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut connection = runtime.block_on(Connection::connect(&server.url())).unwrap();
    runtime.block_on(connection.send(cmd::set(KEY, &VALUE[..]))).unwrap();

    let mut group = criterion.benchmark_group("get_64_bytes_256_times");
    group.throughput(Throughput::Elements(COUNT as u64));
    naive(&mut group, &runtime, &mut connection);
    pooled(&mut group, &runtime, &server.url());
    pipelined(&mut group, &runtime, &server.url());
    group.finish();
}

/// Runs as many tasks as there are GETs, started by a task of the runtime as a
/// program would.
fn at_once<F>(runtime: &Runtime, mut task: impl FnMut() -> F) -> Vec<F::Output>
where
    F: Future<Output: Send> + Send + 'static,
{
    runtime.block_on(async {
        let mut tasks = JoinSet::new();
        for _ in 0..COUNT {
            tasks.spawn(task());
        }
        tasks.join_all().await
    })
}

fn naive(group: &mut BenchmarkGroup<'_, WallTime>, runtime: &Runtime, connection: &mut Connection) {
    group.bench_function("naive", |bencher| {
        bencher.iter(|| {
            runtime.block_on(async {
                for _ in 0..COUNT {
                    assert_eq!(connection.send(cmd::get(KEY)).await.unwrap().as_deref(), Some(&VALUE[..]));
                }
            });
        });
    });
}

fn pooled(group: &mut BenchmarkGroup<'_, WallTime>, runtime: &Runtime, url: &str) {
    let pool = Arc::new(Pool::builder(url).unwrap().max_size(POOL).build().unwrap());
    group.bench_function("pooled", |bencher| {
        bencher.iter(|| {
            let values = at_once(runtime, || {
                let pool = Arc::clone(&pool);
                async move {
                    let mut connection = pool.acquire().await.unwrap();
                    connection.send(cmd::get(KEY)).await.unwrap()
                }
            });
            assert!(values.len() == COUNT && values.iter().all(|value| value.as_deref() == Some(&VALUE[..])));
        });
    });
}

fn pipelined(group: &mut BenchmarkGroup<'_, WallTime>, runtime: &Runtime, url: &str) {
    let client = runtime.block_on(Client::connect(url)).unwrap();
    group.bench_function("pipelined", |bencher| {
        bencher.iter(|| {
            let values = at_once(runtime, || {
                let client = client.clone();
                async move { client.get(KEY).await.unwrap() }
            });
            assert!(values.len() == COUNT && values.iter().all(|value| value.as_deref() == Some(&VALUE[..])));
        });
    });
    group.bench_function("batch", |bencher| {
        bencher.iter(|| {
            let commands: Vec<_> = (0..COUNT).map(|_| cmd::get(KEY)).collect();
            let values = runtime.block_on(async { client.pipeline(commands).await }).unwrap();
            assert!(values.len() == COUNT && values.iter().all(|value| value.as_deref() == Some(&VALUE[..])));
        });
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .sample_size(30);
    targets = throughput
}
criterion_main!(benches);
