//! Another load generator, run under the same conditions: redis-benchmark, or
//! valkey-benchmark, which takes the same options.

use super::Options;
use super::cell::Cell;
use super::children;
use super::sample::Sample;
use super::target::Target;
use crate::failure::Failure;
use crate::observe::{DISTURBED, Reading};
use crate::record::Metric;
use crate::server::Server;
use core::time::Duration;
use std::collections::BTreeMap;
use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Instant;

/// The other program, and what it is told in all cells.
#[derive(Debug, Clone)]
pub(super) struct Other {
    pub(super) program: String,
    /// As it says itself.
    pub(super) version: String,
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) clients: u32,
    pub(super) threads: u32,
    pub(super) keyspace: u64,
    pub(super) data_size: usize,
    pub(super) resp3: bool,
    pub(super) server: Option<u32>,
}

/// How much longer than planned it may take.
const LIMIT: Duration = Duration::from_secs(120);
const LOOK: Duration = Duration::from_millis(20);

/// Ends it, whatever happens.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Other {
    /// A program on the PATH, told what our options say.
    ///
    /// # Errors
    /// There is none, or it cannot do that.
    pub(super) fn new(
        program: &str,
        options: &Options,
        target: &Target<'_>,
        server: &Server,
    ) -> Result<Self, Failure> {
        let resp_net::Target::Tcp { host, port } = target.config.target() else {
            return Err(Failure::new("--beside needs a server at a TCP port"));
        };
        if options.data_size.least != options.data_size.most {
            return Err(Failure::new(format!(
                "{program} has values of one size only: --data-size must be one number"
            )));
        }
        Ok(Self {
            program: program.to_owned(),
            version: version(program)?,
            host: host.clone(),
            port: *port,
            clients: options.clients,
            threads: options.threads,
            keyspace: options.keyspace,
            data_size: options.data_size.most,
            resp3: options.resp == 3,
            server: server.process_id(),
        })
    }

    /// Sends so many requests. Its CPU time is that of the whole program, starting included.
    ///
    /// # Errors
    /// It cannot be run, fails, or does not end.
    pub(super) fn run(&self, cell: &Cell, requests: u64) -> Result<Sample, Failure> {
        let cpu = children::cpu_time();
        let before = Reading::take(self.server);
        let text = self.output(cell, requests)?;
        let spent = before.until(&Reading::take(self.server));
        let client_cpu = children::cpu_time().zip(cpu).map(|(after, before)| after.saturating_sub(before));
        let mut figures = figures(&text)
            .ok_or_else(|| Failure::new(format!("{} says what is not understood: {text}", self.program)))?;
        let each = |time: Duration| time.as_secs_f64() * 1e6 / requests as f64;
        // Of the others that were seen, this program is one.
        let own_cores = client_cpu.map_or(0.0, |time| time.as_secs_f64() / spent.elapsed.as_secs_f64());
        let other_cores = spent.other_cores.map(|cores| (cores - own_cores).max(0.0));
        figures.extend(client_cpu.map(|time| (Metric::ClientCpuMicros, each(time))));
        figures.extend(spent.server_cpu.map(|time| (Metric::ServerCpuMicros, each(time))));
        figures.extend(other_cores.map(|cores| (Metric::OtherCores, cores)));
        let is_calm = other_cores.is_none_or(|cores| cores <= DISTURBED);
        Ok(Sample { figures, is_calm, tally: None, trouble: Vec::new(), failed: false })
    }

    fn output(&self, cell: &Cell, requests: u64) -> Result<String, Failure> {
        let failed = |error: std::io::Error| Failure::because(format!("cannot run {}", self.program), &error);
        let mut command = Command::new(&self.program);
        let number = |name, value: u64| [String::from(name), value.to_string()];
        command
            .args(["-h", &self.host, "--csv", "-t", cell.test.unwrap_or_default()])
            .args(number("-p", self.port.into()))
            .args(number("-c", self.clients.into()))
            .args(number("-P", cell.pipeline as u64))
            .args(number("-d", self.data_size as u64))
            .args(number("-r", self.keyspace))
            .args(number("-n", requests));
        if self.threads > 1 {
            command.args(number("--threads", self.threads.into()));
        }
        if self.resp3 {
            command.arg("-3");
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut running = Running(command.spawn().map_err(failed)?);
        let end = Instant::now() + LIMIT;
        // It writes far less than a pipe holds, so it need not be read meanwhile.
        let status = loop {
            match running.0.try_wait().map_err(failed)? {
                Some(status) => break status,
                None if Instant::now() > end => {
                    return Err(Failure::new(format!("{} does not end", self.program)));
                }
                None => thread::sleep(LOOK),
            }
        };
        let mut text = String::new();
        if let Some(stdout) = &mut running.0.stdout {
            stdout.read_to_string(&mut text).map_err(failed)?;
        }
        if status.success() {
            Ok(text)
        } else {
            Err(Failure::new(format!("{} failed: {status}", self.program)))
        }
    }
}

/// Of a program, as it says itself.
fn version(program: &str) -> Result<String, Failure> {
    let output = Command::new(program).arg("--version").stdin(Stdio::null()).output();
    let output = output.map_err(|error| Failure::because(format!("cannot run {program}"), &error))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(text.split_whitespace().nth(1).unwrap_or("unknown version").to_owned())
}

/// From its lines `"test","rps","avg_latency_ms",...` and `"GET","101","0.3",...`.
fn figures(csv: &str) -> Option<BTreeMap<Metric, f64>> {
    let unquoted =
        |line: &str| line.split(',').map(|field| field.trim_matches('"').to_owned()).collect::<Vec<_>>();
    let mut lines = csv.lines().map(unquoted);
    let (heads, values) = (lines.find(|line| line[0] == "test")?, lines.next()?);
    let value = |name: &str| values.get(heads.iter().position(|head| head == name)?)?.parse::<f64>().ok();
    let mut figures = BTreeMap::from([(Metric::OpsPerSecond, value("rps")?)]);
    for (metric, name) in [
        (Metric::P50Micros, "p50_latency_ms"),
        (Metric::P99Micros, "p99_latency_ms"),
        (Metric::MaxMicros, "max_latency_ms"),
    ] {
        figures.extend(value(name).map(|millis| (metric, millis * 1000.0)));
    }
    Some(figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_table_is_read_by_its_heads() {
        let csv = "\"test\",\"rps\",\"avg_latency_ms\",\"min_latency_ms\",\"p50_latency_ms\",\"p95_latency_ms\",\
                   \"p99_latency_ms\",\"max_latency_ms\"\n\
                   \"GET\",\"101010.10\",\"0.300\",\"0.100\",\"0.255\",\"0.500\",\"0.711\",\"1.023\"\n";
        let found = figures(csv).unwrap();
        assert_eq!(found[&Metric::OpsPerSecond], 101_010.1);
        assert_eq!(
            [Metric::P50Micros, Metric::P99Micros, Metric::MaxMicros].map(|metric| found[&metric].round()),
            [255.0, 711.0, 1023.0]
        );
        assert_eq!(figures("Could not connect\n"), None);
    }
}
