//! The text in which Prometheus reads metrics.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};
use core::time::Duration;

use super::Histogram;

/// Metrics as Prometheus reads them: its text exposition format, version 0.0.4.
///
/// The samples of one metric stand together, whatever the order in which they are
/// added, so that the metrics of several pools or clients fit into one text,
/// told apart by their labels.
///
/// ```
/// use resp_net::{Exposition, Histogram};
///
/// let mut text = Exposition::new();
/// text.counter("jobs_total", "Jobs that are done.", &[("queue", "mail")], 3);
/// text.histogram("job_seconds", "What a job takes.", &[], &Histogram::new());
/// text.counter("jobs_total", "Jobs that are done.", &[("queue", "a \"b\"")], 4);
/// let text = text.to_string();
/// let jobs = r#"# HELP jobs_total Jobs that are done.
/// ## TYPE jobs_total counter
/// jobs_total{queue="mail"} 3
/// jobs_total{queue="a \"b\""} 4
/// ## HELP job_seconds What a job takes.
/// "#;
/// assert!(text.starts_with(jobs), "{text}");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Exposition {
    /// All samples of a metric must stand together, below its one heading.
    families: Vec<Family>,
}

/// A metric by name: its heading and its samples, in text.
#[derive(Clone, Debug)]
struct Family {
    name: &'static str,
    help: &'static str,
    kind: &'static str,
    samples: String,
}

/// Metrics are named by letters, digits and underscores; what fits into no name
/// of a label becomes an underscore. Values of labels may be any text.
impl Exposition {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { families: Vec::new() }
    }

    /// A number that only grows; by custom its name ends in `_total`.
    pub fn counter(&mut self, name: &'static str, help: &'static str, labels: &[(&str, &str)], value: u64) {
        sample(self.family(name, help, "counter"), name, "", labels, None, value);
    }

    /// A number that grows and shrinks.
    pub fn gauge(&mut self, name: &'static str, help: &'static str, labels: &[(&str, &str)], value: u64) {
        sample(self.family(name, help, "gauge"), name, "", labels, None, value);
    }

    /// Durations in seconds; by custom the name ends in `_seconds`.
    pub fn histogram(
        &mut self,
        name: &'static str,
        help: &'static str,
        labels: &[(&str, &str)],
        of: &Histogram,
    ) {
        let samples = self.family(name, help, "histogram");
        for (bound, count) in of.cumulative() {
            let bound = format!("{}", Seconds(bound));
            sample(samples, name, "_bucket", labels, Some(("le", &bound)), count);
        }
        sample(samples, name, "_bucket", labels, Some(("le", "+Inf")), of.count());
        sample(samples, name, "_sum", labels, None, Seconds(of.sum()));
        sample(samples, name, "_count", labels, None, of.count());
    }

    fn family(&mut self, name: &'static str, help: &'static str, kind: &'static str) -> &mut String {
        let known = self.families.iter().position(|family| family.name == name);
        let place = known.unwrap_or_else(|| {
            self.families.push(Family { name, help, kind, samples: String::new() });
            self.families.len() - 1
        });
        &mut self.families[place].samples
    }
}

impl fmt::Display for Exposition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Family { name, help, kind, samples } in &self.families {
            // A heading is one line.
            let help = help.replace('\\', "\\\\").replace('\n', "\\n");
            write!(f, "# HELP {name} {help}\n# TYPE {name} {kind}\n{samples}")?;
        }
        Ok(())
    }
}

/// Adds a line: the name, what follows it, all labels, the value.
fn sample(
    out: &mut String,
    name: &str,
    suffix: &str,
    labels: &[(&str, &str)],
    further: Option<(&str, &str)>,
    value: impl fmt::Display,
) {
    out.push_str(name);
    out.push_str(suffix);
    let mut open = '{';
    for &(label, text) in labels.iter().chain(&further) {
        out.push(open);
        push_name(out, label);
        out.push_str("=\"");
        push_escaped(out, text);
        out.push('"');
        open = ',';
    }
    if open == ',' {
        out.push('}');
    }
    // A String takes all that it is given.
    let _ = writeln!(out, " {value}");
}

/// A label's name is letters, digits and underscores, and begins with no digit:
/// anything else becomes an underscore.
fn push_name(out: &mut String, name: &str) {
    for (place, letter) in name.char_indices() {
        let fits = letter.is_ascii_alphabetic() || (place > 0 && letter.is_ascii_digit());
        out.push(if fits { letter } else { '_' });
    }
}

fn push_escaped(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            other => out.push(other),
        }
    }
}

/// A duration in seconds, all nine decimals that it has.
struct Seconds(Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:09}", self.0.as_secs(), self.0.subsec_nanos())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    /// A line of the text: a metric, its labels, its value.
    type Sample = (String, Vec<(String, String)>, f64);

    /// Reads a sample as the format is specified.
    fn parse(line: &str) -> Sample {
        let (head, value) = line.rsplit_once(' ').unwrap();
        let (name, mut rest) = head.split_once('{').unwrap_or((head, "}"));
        let mut labels = Vec::new();
        while rest != "}" {
            let (label, quoted) = rest.split_once("=\"").unwrap();
            let (mut text, mut letters) = (String::new(), quoted.chars());
            loop {
                match letters.next().unwrap() {
                    '"' => break,
                    '\\' => text.push(match letters.next().unwrap() {
                        'n' => '\n',
                        escaped => escaped,
                    }),
                    letter => text.push(letter),
                }
            }
            labels.push((label.to_string(), text));
            rest = letters.as_str();
            rest = rest.strip_prefix(',').unwrap_or(rest);
        }
        (name.to_string(), labels, value.parse().unwrap())
    }

    #[test]
    fn the_text_is_what_prometheus_reads() {
        let hostile = "a \\ \"b\"\nc} 7";
        let mut histogram = Histogram::new();
        for nanos in [1024, 1025, 1_000_000, 1_000_000_000, 1 << 40] {
            histogram.record(nanos);
        }
        let mut exposition = Exposition::new();
        for of in ["one", hostile] {
            exposition.counter("done_total", "What is done.", &[("1st-of", of)], 7);
            exposition.histogram("took_seconds", "How long.", &[("of", of)], &histogram);
        }
        exposition.gauge("now", "What there is.", &[], u64::MAX);
        let text = exposition.to_string();

        let headings: Vec<_> = text.lines().filter(|line| line.starts_with("# TYPE")).collect();
        assert_eq!(
            headings,
            ["# TYPE done_total counter", "# TYPE took_seconds histogram", "# TYPE now gauge"]
        );
        assert_eq!(text.lines().filter(|line| line.starts_with("# HELP")).count(), 3);
        let samples: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).map(parse).collect();
        let label = |name: &str, text: &str| (name.to_string(), text.to_string());
        assert_eq!(samples[0], ("done_total".to_string(), [label("_st_of", "one")].to_vec(), 7.0));
        assert_eq!(samples[1].1, [label("_st_of", hostile)]);
        assert_eq!(samples.last(), Some(&("now".to_string(), Vec::new(), u64::MAX as f64)));
        assert!(text.ends_with("\nnow 18446744073709551615\n"), "{text}");

        for of in ["one", hostile] {
            let took = |suffix: &str| {
                let name = ["took_seconds", suffix].concat();
                let of = label("of", of);
                samples.iter().filter(move |sample| sample.0 == name && sample.1[0] == of).collect::<Vec<_>>()
            };
            let buckets: Vec<_> = took("_bucket")
                .iter()
                .map(|(_, labels, count)| {
                    assert_eq!((labels.len(), &*labels[1].0), (2, "le"));
                    (labels[1].1.replace("+Inf", "inf").parse::<f64>().unwrap(), *count)
                })
                .collect();
            assert!(buckets.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1), "{buckets:?}");
            assert_eq!(buckets[..2], [(0.000_001_024, 1.0), (0.000_002_048, 2.0)]);
            assert_eq!(buckets[buckets.len() - 2..], [(34.359_738_368, 4.0), (f64::INFINITY, 5.0)]);
            assert_eq!(took("_count")[0].2, 5.0);
            assert_eq!(took("_sum")[0].2, histogram.sum().as_secs_f64());
        }
    }
}
