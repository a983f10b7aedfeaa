//! How busy the whole machine is.

use core::time::Duration;

/// CPU time that all of it has used so far; `None` where the system does not tell.
pub(super) fn busy() -> Option<Duration> {
    busy_ticks(&std::fs::read_to_string("/proc/stat").ok()?).map(|ticks| Duration::from_millis(ticks * TICK))
}

/// Milliseconds of a tick of `/proc/stat`, as Linux reports it everywhere.
const TICK: u64 = 10;

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
