//! How busy others keep the machine meanwhile.

use core::time::Duration;
use cpu_time::ProcessTime;
use std::time::Instant;

/// CPU time of the machine, this process and the server at one time.
#[derive(Debug)]
pub(super) struct Usage {
    at: Instant,
    own: ProcessTime,
    server: Duration,
    /// In ticks of a hundredth of a second.
    machine_ticks: u64,
}

/// Length of a tick of `/proc/stat`, as Linux reports it everywhere.
const TICK: f64 = 0.01;

impl Usage {
    /// Now; `None` where the system does not tell.
    pub(super) fn now(server: u32) -> Option<Self> {
        let stat = std::fs::read_to_string("/proc/stat").ok()?;
        let schedule = std::fs::read_to_string(format!("/proc/{server}/schedstat")).ok()?;
        Some(Self {
            at: Instant::now(),
            own: ProcessTime::now(),
            server: Duration::from_nanos(schedule.split(' ').next()?.parse().ok()?),
            machine_ticks: busy_ticks(&stat)?,
        })
    }

    /// Cores that others kept busy since then, on average.
    pub(super) fn others_until(&self, end: &Self) -> f64 {
        let machine = (end.machine_ticks - self.machine_ticks) as f64 * TICK;
        let ours = end.own.duration_since(self.own) + end.server.saturating_sub(self.server);
        ((machine - ours.as_secs_f64()) / (end.at - self.at).as_secs_f64()).max(0.0)
    }
}

/// All but idle and waiting for disks, from the first line of `/proc/stat`:
/// user, nice, system, idle, iowait, irq, softirq, steal.
fn busy_ticks(stat: &str) -> Option<u64> {
    let line = stat.lines().next()?.strip_prefix("cpu ")?;
    let ticks: Vec<u64> = line.split_whitespace().take(8).map(|field| field.parse().unwrap_or(0)).collect();
    let idle = ticks.get(3)? + ticks.get(4)?;
    Some(ticks.iter().sum::<u64>() - idle)
}

#[cfg(test)]
mod tests {
    use super::busy_ticks;

    #[test]
    fn idle_time_is_not_busy() {
        let stat = "cpu  100 20 30 4000 500 6 7 8 900 0\ncpu0 1 2 3 4\n";
        assert_eq!(busy_ticks(stat), Some(171));
        assert_eq!(busy_ticks("intr 1\n"), None);
    }
}
