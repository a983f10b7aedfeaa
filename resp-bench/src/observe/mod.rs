//! What work uses of the machine: CPU time of both sides, context switches,
//! system calls, and what others take meanwhile. Read before and after, so it
//! costs nothing in between.

mod machine;
mod process;
#[cfg(feature = "peers")]
mod system_calls;

use self::process::Process;
use crate::record::Metric;
use core::time::Duration;
use cpu_time::ProcessTime;
use std::time::Instant;

/// The counters at one time.
#[derive(Debug)]
pub(crate) struct Reading {
    /// Before the rest was read and after it: no window has what the reading itself takes.
    first: Own,
    last: Own,
    /// Threads of this process that got a core.
    switches: Option<u64>,
    server_cpu: Option<Duration>,
    /// CPU time of everything on the machine.
    machine: Option<Duration>,
}

/// What is known of this process without asking the system for a file.
#[derive(Debug, Clone, Copy)]
struct Own {
    at: Instant,
    cpu: ProcessTime,
    system_calls: Option<u64>,
}

/// What was used between two readings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spent {
    /// Time that passed.
    pub(crate) elapsed: Duration,
    /// CPU time of this process.
    pub(crate) client_cpu: Duration,
    /// CPU time of the server; `None` if its process is not known.
    pub(crate) server_cpu: Option<Duration>,
    /// Times that a thread of this process gave up or lost its core.
    pub(crate) switches: Option<u64>,
    /// Reads, writes and waits of this process; counted with the feature `peers` only.
    pub(crate) system_calls: Option<u64>,
    /// Cores that all others kept busy, on average; `None` if the server's process is not known.
    pub(crate) other_cores: Option<f64>,
}

/// Cores kept busy by others from which on a measurement counts as disturbed.
pub(crate) const DISTURBED: f64 = 0.25;

impl Reading {
    /// Now; `server` is the server's process, if it runs on this machine, and
    /// those of others that work for it.
    pub(crate) fn take(server: impl IntoIterator<Item = u32>) -> Self {
        let first = Own::now();
        let processes = server.into_iter().map(|id| Process::of(id).map(|process| process.cpu));
        Self {
            first,
            machine: machine::busy(),
            server_cpu: processes.reduce(|sum, one| Some(sum? + one?)).flatten(),
            switches: Process::own().map(|own| own.switches),
            last: Own::now(),
        }
    }

    /// What was used from this reading to a later one.
    pub(crate) fn until(&self, end: &Self) -> Spent {
        let (from, to) = (self.last, end.first);
        let elapsed = to.at.saturating_duration_since(from.at);
        let client_cpu = to.cpu.duration_since(from.cpu);
        let server_cpu = difference(self.server_cpu, end.server_cpu, Duration::saturating_sub);
        let machine = difference(self.machine, end.machine, Duration::saturating_sub);
        let others = machine
            .zip(server_cpu)
            .map(|(all, server)| all.saturating_sub(client_cpu).saturating_sub(server));
        Spent {
            elapsed,
            client_cpu,
            server_cpu,
            switches: difference(self.switches, end.switches, u64::saturating_sub),
            system_calls: difference(from.system_calls, to.system_calls, u64::saturating_sub),
            other_cores: others.map(|others| others.as_secs_f64() / elapsed.as_secs_f64()),
        }
    }
}

impl Own {
    fn now() -> Self {
        Self { at: Instant::now(), cpu: ProcessTime::now(), system_calls: system_calls() }
    }
}

impl Spent {
    /// For each of so many operations; what is not known is left out.
    pub(crate) fn figures(&self, operations: u64) -> impl Iterator<Item = (Metric, f64)> + use<> {
        let each = |total: f64| (operations > 0).then(|| total / operations as f64);
        let micros = |time: Duration| each(time.as_secs_f64() * 1e6);
        let count = |count: u64| each(count as f64);
        let figures = [
            (Metric::ClientCpuMicros, micros(self.client_cpu)),
            (Metric::ServerCpuMicros, self.server_cpu.and_then(micros)),
            (Metric::ContextSwitches, self.switches.and_then(count)),
            (Metric::SystemCalls, self.system_calls.and_then(count)),
            (Metric::OtherCores, self.other_cores),
        ];
        figures.into_iter().filter_map(|(metric, figure)| Some((metric, figure?)))
    }

    /// Whether others left the machine alone, as far as it is known.
    pub(crate) fn is_calm(&self) -> bool {
        self.other_cores.is_none_or(|cores| cores <= DISTURBED)
    }
}

/// How often the thread that asks has got a core: for threads that end before
/// the [`Reading`] that their work ends with, which knows only those that are left.
pub(crate) fn switches_of_this_thread() -> Option<u64> {
    Process::own_thread().map(|own| own.switches)
}

fn difference<T>(before: Option<T>, after: Option<T>, minus: fn(T, T) -> T) -> Option<T> {
    before.zip(after).map(|(before, after)| minus(after, before))
}

#[cfg(feature = "peers")]
fn system_calls() -> Option<u64> {
    system_calls::count()
}

/// They are counted by code that is unsafe, which only the feature `peers` permits.
#[cfg(not(feature = "peers"))]
const fn system_calls() -> Option<u64> {
    None
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::process::{Child, Command, Stdio};

    /// Ends with the test, also if it fails.
    struct Busy(Child);

    impl Drop for Busy {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    #[test]
    fn the_cpu_time_of_a_busy_server_is_taken() {
        let mut command = Command::new("sh");
        command.args(["-c", "while :; do :; done"]).stdin(Stdio::null());
        let server = Busy(command.spawn().unwrap());
        let before = Reading::take(Some(server.0.id()));
        let limit = Instant::now() + Duration::from_secs(30);
        let spent = loop {
            let spent = before.until(&Reading::take(Some(server.0.id())));
            if spent.server_cpu > Some(Duration::from_millis(50)) || Instant::now() > limit {
                break spent;
            }
        };
        assert!(spent.server_cpu > Some(Duration::from_millis(50)), "{spent:?}");
        // Ticks of the system's clocks may be counted on either side.
        assert!(spent.server_cpu <= Some(spent.elapsed + Duration::from_millis(20)), "{spent:?}");
        assert!(spent.client_cpu <= spent.elapsed * 64 && spent.other_cores.is_some(), "{spent:?}");
    }

    #[test]
    fn a_thread_that_waits_gives_up_its_core() {
        let waits = || {
            let before = Reading::take(None);
            for _ in 0..50 {
                std::thread::sleep(Duration::from_micros(100));
            }
            before.until(&Reading::take(None))
        };
        // Threads of other tests end meanwhile and take their counts with them.
        let spent = (0..100).map(|_| waits()).find(|spent| spent.switches >= Some(50));
        let spent = spent.unwrap_or_else(waits);
        assert!(spent.switches >= Some(50), "{spent:?}");
        assert_eq!((spent.server_cpu, spent.other_cores), (None, None));
        assert!(spent.is_calm());
    }

    #[cfg(feature = "peers")]
    #[test]
    fn reading_is_no_part_of_what_is_read() {
        // Other tests of this process make calls, too.
        let calls = || Reading::take(None).until(&Reading::take(None)).system_calls;
        assert!((0..1000).any(|_| calls() == Some(0)));
    }

    #[test]
    fn figures_are_for_one_operation() {
        let millis = Duration::from_millis;
        let spent = Spent {
            elapsed: millis(200),
            client_cpu: millis(100),
            server_cpu: Some(millis(50)),
            switches: Some(10),
            system_calls: None,
            other_cores: Some(0.3),
        };
        let figures: Vec<_> = spent.figures(1000).collect();
        assert_eq!(
            figures,
            [
                (Metric::ClientCpuMicros, 100.0),
                (Metric::ServerCpuMicros, 50.0),
                (Metric::ContextSwitches, 0.01),
                (Metric::OtherCores, 0.3),
            ]
        );
        assert!(!spent.is_calm());
        assert_eq!(spent.figures(0).count(), 1);
    }
}
