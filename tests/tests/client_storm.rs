//! A million calls, one in twenty dropped at a random moment: no reply ever
//! reaches another caller, nothing hangs, and nothing runs twice.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::pin::pin;
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};
use core::time::Duration;
use std::sync::Arc;

use client_setup::{Random, Server, within};
use resp_net::{Client, Error, Pool, cmd};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

const TASKS: u64 = 64;
/// Tokens sent by the tests of this file, one after the other.
const TOKENS: [u64; 5] = [300_000, 300_000, 200_000, 150_000, 50_000];
const _: () = assert!(TOKENS[0] + TOKENS[1] + TOKENS[2] + TOKENS[3] + TOKENS[4] == 1_000_000);

#[derive(Default)]
struct Counts {
    /// Tokens that came back.
    echoed: AtomicU64,
    /// Tokens that may have been sent, by calls that were dropped.
    dropped: AtomicU64,
    /// Tokens that were not, by calls that were dropped before their first poll.
    unsent: AtomicU64,
}

/// One of the tasks: what it sends next, and when it gives up.
struct Caller {
    seed: u64,
    random: Random,
    token: u64,
    end: u64,
    counts: Arc<Counts>,
}

impl Caller {
    /// The next tokens, at most `most`, which no other caller has.
    fn tokens(&mut self, most: u64) -> Option<Vec<u64>> {
        let count = (1 + self.random.below(most)).min(self.end - self.token);
        let tokens: Vec<_> = (self.token..self.token + count).collect();
        self.token += count;
        (count > 0).then_some(tokens)
    }

    /// Awaits a call or, one time in twenty, drops it at a random moment.
    /// Whether it was dropped.
    async fn run<F>(&mut self, call: F, tokens: &[u64]) -> bool
    where
        F: IntoFuture<Output = Result<Vec<u64>, Error>>,
    {
        let sent = tokens.len() as u64;
        let mut call = pin!(call.into_future());
        let answer = match self.random.below(20 * 4) {
            // Before the first poll.
            0 => {
                self.counts.unsent.fetch_add(sent, Relaxed);
                return true;
            }
            // After the first one.
            1 => tokio::select! {
                biased;
                answer = &mut call => Some(answer),
                () = core::future::ready(()) => None,
            },
            // After some.
            2 => {
                let turns = self.random.below(20);
                tokio::select! {
                    biased;
                    answer = &mut call => Some(answer),
                    () = async { for _ in 0..turns { tokio::task::yield_now().await } } => None,
                }
            }
            // After some time, in which a reply can be on its way.
            3 => {
                let limit = Duration::from_micros(self.random.below(2_000));
                tokio::time::timeout(limit, &mut call).await.ok()
            }
            _ => Some(call.await),
        };
        let Some(answer) = answer else {
            self.counts.dropped.fetch_add(sent, Relaxed);
            return true;
        };
        let answer = answer.unwrap_or_else(|error| panic!("seed {}: {error}", self.seed));
        assert_eq!(answer, tokens, "the reply of another caller; seed {}", self.seed);
        self.counts.echoed.fetch_add(sent, Relaxed);
        false
    }
}

/// Runs `each` in many tasks, which send `total` tokens together, and checks
/// that the server ran each of them once.
fn storm(runtime: &Runtime, total: u64, each: impl AsyncTask) {
    let server = Server::start(&[]);
    let counts = Arc::new(Counts::default());
    runtime.block_on(async {
        let client = within(Client::connect(&server.url())).await.unwrap();
        let pool = Pool::builder(&server.url()).unwrap().max_size(8);
        let pool = pool.acquire_timeout(Duration::from_secs(60)).build().unwrap();
        let mut tasks = JoinSet::new();
        for task in 0..TASKS {
            let seed = total + 1 + task;
            let caller = Caller {
                seed,
                random: Random(seed),
                token: total * task / TASKS,
                end: total * (task + 1) / TASKS,
                counts: Arc::clone(&counts),
            };
            each.spawn(&mut tasks, caller, client.clone(), pool.clone());
        }
        within(tasks.join_all()).await;
        // All is well with it still.
        assert!(client.is_connected());
        assert_eq!(within(client.echo("after").text()).await.unwrap(), "after");
        // Replies come in order, and so all that was sent before has run. The
        // pool's connections have none outstanding but dropped ones.
        let stats = cmd::raw("INFO").arg("commandstats").returning::<String>();
        let stats = within(client.send(stats)).await.unwrap();
        let ran = stats.split("cmdstat_echo:calls=").nth(1).and_then(|rest| rest.split(',').next());
        let ran: u64 = ran.and_then(|number| number.parse().ok()).unwrap();
        let [echoed, dropped, unsent] =
            [&counts.echoed, &counts.dropped, &counts.unsent].map(|count| count.load(Relaxed));
        assert_eq!(echoed + dropped + unsent, total);
        let ran = ran - 1;
        assert!(echoed <= ran && ran <= echoed + dropped, "{echoed} <= {ran} <= {echoed} + {dropped}");
        assert!(dropped + unsent > total / 100, "{dropped} and {unsent} of {total} were dropped");
    });
}

/// What a task does: a function, given a name so that it can be spawned.
trait AsyncTask {
    fn spawn(&self, tasks: &mut JoinSet<()>, caller: Caller, client: Client, pool: Pool);
}

impl<F, T> AsyncTask for F
where
    F: Fn(Caller, Client, Pool) -> T,
    T: Future<Output = ()> + Send + 'static,
{
    fn spawn(&self, tasks: &mut JoinSet<()>, caller: Caller, client: Client, pool: Pool) {
        tasks.spawn(self(caller, client, pool));
    }
}

/// One command after the other, on a connection that all share.
async fn single(mut caller: Caller, client: Client, _: Pool) {
    while let Some(tokens) = caller.tokens(1) {
        let call = async { client.echo(tokens[0]).parse::<u64>().await.map(|token| vec![token]) };
        caller.run(call, &tokens).await;
    }
}

/// The same, with batches among them.
async fn mixed(mut caller: Caller, client: Client, _: Pool) {
    while let Some(tokens) = caller.tokens(8) {
        if let [token] = tokens[..] {
            let call = async { client.echo(token).parse::<u64>().await.map(|token| vec![token]) };
            caller.run(call, &tokens).await;
        } else {
            let batch: Vec<_> = tokens.iter().map(|token| cmd::echo(token).parse::<u64>()).collect();
            caller.run(client.pipeline(batch), &tokens).await;
        }
    }
}

/// Connections of a pool, given back with replies outstanding.
async fn pooled(mut caller: Caller, _: Client, pool: Pool) {
    loop {
        let mut connection =
            pool.acquire().await.unwrap_or_else(|error| panic!("seed {}: {error}", caller.seed));
        for _ in 0..1 + caller.random.below(8) {
            let Some(tokens) = caller.tokens(4) else { return };
            let batch: Vec<_> = tokens.iter().map(|token| cmd::echo(token).parse::<u64>()).collect();
            let dropped = match tokens[..] {
                [token] => {
                    let call = cmd::echo(token).parse::<u64>();
                    let call = async { connection.send(call).await.map(|token| vec![token]) };
                    caller.run(call, &tokens).await
                }
                _ => caller.run(connection.pipeline(batch), &tokens).await,
            };
            // Half of them go on with it, the others give it back.
            if dropped && caller.random.below(2) == 0 {
                break;
            }
        }
    }
}

fn one_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

fn threads() -> Runtime {
    Builder::new_multi_thread().worker_threads(4).enable_all().build().unwrap()
}

#[test]
fn commands_on_one_thread() {
    storm(&one_thread(), TOKENS[0], single);
}

#[test]
fn commands_on_several_threads() {
    storm(&threads(), TOKENS[1], single);
}

#[test]
fn commands_and_batches_on_one_thread() {
    storm(&one_thread(), TOKENS[2], mixed);
}

#[test]
fn commands_and_batches_on_several_threads() {
    storm(&threads(), TOKENS[3], mixed);
}

#[test]
fn connections_of_a_pool() {
    storm(&threads(), TOKENS[4], pooled);
}

/// Values that fill the socket again and again, from threads that get in each
/// other's way.
#[test]
fn values_larger_than_the_socket_takes() {
    let server = Server::start(&[]);
    threads().block_on(async {
        let client = within(Client::connect(&server.url())).await.unwrap();
        let mut tasks = JoinSet::new();
        for task in 0..16_u8 {
            let client = client.clone();
            tasks.spawn(async move {
                let mut random = Random(u64::from(task) + 1);
                for _ in 0..100 {
                    // Most are small, so that the socket is seldom quite full.
                    let len = match random.below(4) {
                        0 => random.below(1 << 20),
                        _ => random.below(4 << 10),
                    };
                    let value = vec![task; usize::try_from(len).unwrap()];
                    let mut call = pin!(client.echo(&value));
                    if random.below(20) == 0 {
                        tokio::select! {
                            biased;
                            _ = &mut call => {}
                            () = tokio::task::yield_now() => {}
                        }
                    } else {
                        assert!(call.await.unwrap() == value, "the reply of another caller");
                    }
                }
            });
        }
        within(tasks.join_all()).await;
        assert_eq!(within(client.echo("after").text()).await.unwrap(), "after");
    });
}
