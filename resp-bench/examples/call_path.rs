//! A fixed number of calls, whose cost `resp-bench/layers.sh` counts.
//!
//! `call_path WORK TASKS TURNS` starts a redis-server on the first core, runs the
//! tasks on the second in one thread, and has each do the work so many times.
//! WORK is `get`, `map` (HGETALL of 1,000 fields into a `HashMap`), `pipeline` (of
//! 1,000 GETs), or `raw`: a hand-written loop with as many GETs in flight as tasks.

use resp_core::Encoder;
use resp_net::{Client, cmd};
use std::time::Instant;
use tests::server::RedisServer;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const KEY: &str = "a key of 16 byte";
const HASH: &str = "a hash";
/// Fields of the hash, commands of a pipeline.
const MANY: usize = 1000;
const LEN: usize = 64;

type Failure = Box<dyn core::error::Error + Send + Sync>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [work, tasks, turns] = &arguments[..] else { return Err("call_path WORK TASKS TURNS".into()) };
    let server = RedisServer::start(&[])?;
    place(server.process_id())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(run(work, tasks.parse()?, turns.parse()?, &server))
}

/// The server on the first core, this thread on the second, if there are two.
#[cfg(target_os = "linux")]
fn place(server: u32) -> Result<(), Failure> {
    use rustix::process::Pid;
    use rustix::thread::{CpuSet, sched_setaffinity};

    let cores = std::thread::available_parallelism()?.get();
    let server = i32::try_from(server).ok().and_then(Pid::from_raw);
    for (thread, core) in [(server, 0), (None, 1.min(cores - 1))] {
        let mut set = CpuSet::new();
        set.set(core);
        sched_setaffinity(thread, &set)?;
    }
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn place(_server: u32) -> Result<(), Failure> {
    Ok(())
}

async fn run(work: &str, tasks: usize, turns: usize, server: &RedisServer) -> Result<(), Failure> {
    let client = Client::connect(&server.url()).await?;
    client.set(KEY, "v".repeat(LEN)).await?;
    let fields: Vec<_> = (0..MANY).map(|index| (format!("field:{index:06}"), "v".repeat(LEN))).collect();
    client.send(cmd::hset(HASH, fields)).await?;

    let started = Instant::now();
    let share = |_| {
        let client = client.clone();
        match work {
            "get" => tokio::spawn(gets(client, turns)),
            "map" => tokio::spawn(maps(client, turns)),
            "pipeline" => tokio::spawn(pipelines(client, turns)),
            _ => tokio::spawn(raw(server.port(), tasks, turns)),
        }
    };
    let started_tasks = if work == "raw" { 1 } else { tasks };
    for task in (0..started_tasks).map(share).collect::<Vec<_>>() {
        task.await??;
    }
    println!("{:.3} s", started.elapsed().as_secs_f64());
    Ok(())
}

async fn gets(client: Client, turns: usize) -> Result<(), Failure> {
    for _ in 0..turns {
        assert_eq!(client.get(KEY).await?.map(|value| value.len()), Some(LEN));
    }
    Ok(())
}

async fn maps(client: Client, turns: usize) -> Result<(), Failure> {
    for _ in 0..turns {
        assert_eq!(client.send(cmd::hgetall(HASH)).await?.len(), MANY);
    }
    Ok(())
}

async fn pipelines(client: Client, turns: usize) -> Result<(), Failure> {
    for _ in 0..turns {
        let values = client.pipeline((0..MANY).map(|_| cmd::get(KEY)).collect::<Vec<_>>()).await?;
        assert_eq!(values.iter().flatten().map(|value| value.len()).sum::<usize>(), MANY * LEN);
    }
    Ok(())
}

/// Writes as many prepared commands as the last read completed.
async fn raw(port: u16, in_flight: usize, turns: usize) -> Result<(), Failure> {
    let mut command = Vec::new();
    Encoder::new(&mut command).command(&["GET", KEY])?;
    let commands = command.repeat(in_flight);
    let reply_len = format!("${LEN}\r\n\r\n").len() + LEN;
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.set_nodelay(true)?;
    let mut buffer = vec![0; 64 << 10];
    let (mut to_send, mut unsent, mut received) = (in_flight, in_flight * turns, 0);
    while received < in_flight * turns * reply_len {
        let count = to_send.min(unsent);
        stream.write_all(&commands[..count * command.len()]).await?;
        unsent -= count;
        let before = received / reply_len;
        received += stream.read(&mut buffer).await?;
        to_send = received / reply_len - before;
    }
    Ok(())
}
