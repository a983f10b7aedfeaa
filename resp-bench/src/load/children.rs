//! CPU time of the programs that this one has started.

use core::time::Duration;

/// Of all children of this process that have ended, in steps of 10 ms; `None`
/// where the system does not tell.
pub(super) fn cpu_time() -> Option<Duration> {
    parse(&std::fs::read_to_string("/proc/self/stat").ok()?)
}

/// Fields 16 and 17, in ticks of a hundredth of a second. The name, which is the
/// second, may hold spaces and parentheses.
fn parse(stat: &str) -> Option<Duration> {
    let (_, fields) = stat.rsplit_once(") ")?;
    let mut fields = fields.split(' ').skip(13);
    let mut ticks = || fields.next()?.parse::<u64>().ok();
    Some(Duration::from_millis((ticks()? + ticks()?) * 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_are_found_behind_any_name() {
        let stat = "7 (a) b) S 1 7 7 0 -1 4194304 100 200 0 0 11 12 130 14 20 0 1 0";
        assert_eq!(parse(stat), Some(Duration::from_millis(1440)));
        assert_eq!(parse("7 (a)"), None);
    }
}
