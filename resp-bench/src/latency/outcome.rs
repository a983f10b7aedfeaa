//! What a window's log says.

use super::log::Log;
use crate::distribution::Distribution;
use crate::record::Metric;
use core::ops::Range;
use core::time::Duration;

/// The measured part of a window.
#[derive(Debug, Clone)]
pub(super) struct Outcome {
    /// Requests answered a second.
    pub(super) answered_per_second: f64,
    /// Answers in the measured part.
    pub(super) answers: u64,
    /// Arrivals that were due in it; none with closed loop.
    arrivals: u64,
    /// Times from when each was due to its answer.
    pub(super) from_due: Distribution,
    /// Times from when each was sent to its answer.
    from_sent: Distribution,
    /// Times from when each was due to when the generator let it go.
    late: Distribution,
}

/// Of the arrivals, the part that must be answered by the end.
const ANSWERED: f64 = 0.99;
/// So many may always be on the way at the end.
const ON_THE_WAY: f64 = 10.0;

impl Outcome {
    /// Of requests that were due, and answers that came, in this part of the window.
    pub(super) fn new(log: &Log, measured: &Range<Duration>) -> Self {
        let seconds = (measured.end - measured.start).as_secs_f64();
        let late = lateness(log, measured);
        let answers = log.answers.iter().filter(|answer| measured.contains(&answer.done)).count() as u64;
        Self {
            answered_per_second: answers as f64 / seconds,
            answers,
            arrivals: late.len() as u64,
            from_due: Distribution::of(&waits_from_due(log, measured)),
            from_sent: Distribution::of(&waits_from_sent(log, measured)),
            late: Distribution::of(&late),
        }
    }

    /// Whether more arrived than were answered.
    pub(super) fn is_saturated(&self) -> bool {
        let missing = self.arrivals as f64 - self.answers as f64;
        missing > (self.arrivals as f64 * (1.0 - ANSWERED)).max(ON_THE_WAY)
    }

    /// All figures that there are enough answers for.
    pub(super) fn figures(&self) -> Vec<(Metric, f64)> {
        let figures = [
            (Metric::OpsPerSecond, Some(self.answered_per_second)),
            (Metric::P50Micros, self.from_due.micros(0.5)),
            (Metric::P90Micros, self.from_due.micros(0.9)),
            (Metric::P99Micros, self.from_due.micros(0.99)),
            (Metric::P999Micros, self.from_due.micros(0.999)),
            (Metric::MaxMicros, self.from_due.micros(1.0)),
            (Metric::SentP99Micros, self.from_sent.micros(0.99)),
            (Metric::LateMicros, self.late.micros(0.99)),
        ];
        figures.into_iter().filter_map(|(metric, figure)| Some((metric, figure?))).collect()
    }
}

/// Nanoseconds from when each request was due to its answer. What was never
/// answered has waited until the end of the log at least, and counts with that.
fn waits_from_due(log: &Log, measured: &Range<Duration>) -> Vec<u64> {
    let answered = log.answers.iter().map(|answer| (answer.due, answer.done));
    let waiting = unanswered(log).map(|due| (due, log.end));
    let all = answered.chain(waiting).filter(|(due, _)| measured.contains(due));
    all.map(|(due, done)| nanos(done.saturating_sub(due))).collect()
}

/// Nanoseconds from when each request was sent to its answer.
fn waits_from_sent(log: &Log, measured: &Range<Duration>) -> Vec<u64> {
    let answers = log.answers.iter().filter(|answer| measured.contains(&answer.due));
    answers.map(|answer| nanos(answer.done.saturating_sub(answer.sent))).collect()
}

/// Nanoseconds by which the generator let each arrival go too late.
fn lateness(log: &Log, measured: &Range<Duration>) -> Vec<u64> {
    let released = log.released.iter().filter(|(due, _)| measured.contains(due));
    released.map(|(due, at)| nanos(at.saturating_sub(*due))).collect()
}

/// When the requests were due that were released and never answered, ascending.
fn unanswered(log: &Log) -> impl Iterator<Item = Duration> {
    let mut answered: Vec<_> = log.answers.iter().map(|answer| answer.due).collect();
    answered.sort_unstable();
    let mut answered = answered.into_iter().peekable();
    log.released.iter().map(|(due, _)| *due).filter(move |due| answered.next_if_eq(due).is_none())
}

fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::arrivals::Spacing;
    use super::super::log::Answer;
    use super::*;

    const MILLI: Duration = Duration::from_millis(1);
    const SECOND: Duration = Duration::from_secs(1);

    /// A server that takes 10 µs for each request, one at a time, and stands
    /// still for a while in the middle of the second.
    fn stalled(rate: u32, stall: Duration, end: Duration) -> Log {
        let due = Spacing::Even.times(rate, Duration::ZERO, SECOND, 0);
        let mut log = Log { end, ..Log::default() };
        let mut free = Duration::ZERO;
        for due in due {
            log.released.push((due, due));
            let mut sent = free.max(due);
            let done = sent + MILLI / 100;
            let stands = SECOND / 2..SECOND / 2 + stall;
            let done = if stands.contains(&sent) { stands.end + MILLI / 100 } else { done };
            // A client that waits its turn sends when the answer before has come.
            sent = sent.min(done);
            free = done;
            if done <= end {
                log.answers.push(Answer { due, sent, done });
            }
        }
        log
    }

    fn outcome(log: &Log) -> Outcome {
        Outcome::new(log, &(Duration::ZERO..SECOND))
    }

    fn longer(waits: impl Fn(&Log, &Range<Duration>) -> Vec<u64>, log: &Log, time: Duration) -> usize {
        waits(log, &(Duration::ZERO..SECOND)).into_iter().filter(|wait| *wait > nanos(time)).count()
    }

    fn figure(outcome: &Outcome, wanted: Metric) -> Option<f64> {
        outcome.figures().into_iter().find(|(metric, _)| *metric == wanted).map(|(_, figure)| figure)
    }

    #[test]
    fn a_stall_delays_all_that_were_due_in_it() {
        let log = stalled(1000, 100 * MILLI, 2 * SECOND);
        // A tenth of a second at 1,000 a second: about 100 requests came late.
        let late = longer(waits_from_due, &log, MILLI);
        assert!((95..=101).contains(&late), "{late}");
        // Counted from sending only the one that was on the way has waited.
        assert_eq!(longer(waits_from_sent, &log, MILLI), 1);
        let outcome = outcome(&log);
        assert!(figure(&outcome, Metric::P99Micros).unwrap() > 85e3);
        assert!(figure(&outcome, Metric::SentP99Micros).unwrap() < 11.0);
        assert!((99e3..101e3).contains(&figure(&outcome, Metric::MaxMicros).unwrap()));
        assert!(!outcome.is_saturated());
        assert_eq!(outcome.arrivals, 1000);
    }

    #[test]
    fn what_was_never_answered_has_waited_until_the_end() {
        // The stall lasts until the end: half of the requests have no answer.
        let log = stalled(1000, SECOND, SECOND);
        let outcome = outcome(&log);
        assert_eq!(
            (outcome.answers, outcome.from_sent.samples(), outcome.from_due.samples()),
            (500, 500, 1000)
        );
        assert!(outcome.is_saturated());
        let late = longer(waits_from_due, &log, 100 * MILLI);
        assert!((399..=401).contains(&late), "{late}");
    }

    #[test]
    fn more_than_can_be_answered_is_seen() {
        // 100,000 a second are possible.
        assert!(!outcome(&stalled(95_000, Duration::ZERO, 2 * SECOND)).is_saturated());
        let outcome = outcome(&stalled(110_000, Duration::ZERO, 2 * SECOND));
        assert!(outcome.is_saturated());
        assert!((99_000.0..=100_001.0).contains(&outcome.answered_per_second));
        assert!(figure(&outcome, Metric::P99Micros).unwrap() > 90e3);
        assert!(figure(&outcome, Metric::SentP99Micros).unwrap() < 11.0);
    }

    #[test]
    fn quantiles_need_values_above_them() {
        let outcome = outcome(&stalled(500, Duration::ZERO, 2 * SECOND));
        assert_eq!(figure(&outcome, Metric::P999Micros), None);
        assert!(figure(&outcome, Metric::P99Micros).is_some());
    }

    #[test]
    fn only_the_measured_part_counts() {
        let log = stalled(1000, Duration::ZERO, 2 * SECOND);
        let outcome = Outcome::new(&log, &(SECOND / 4..SECOND / 2));
        assert_eq!((outcome.answers, outcome.from_due.samples()), (250, 250));
        assert_eq!(outcome.answered_per_second, 1000.0);
    }
}
