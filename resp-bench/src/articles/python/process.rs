//! A variant of redis-py in a process of its own, which is told by lines of
//! JSON what to measure, and ends with this handle.

use super::super::work::{Timing, Work};
use crate::failure::Failure;
use core::time::Duration;
use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};

const SCRIPT: &str = include_str!("measure.py");
/// Time for an answer beyond the time that was asked for: the slowest batches take a few seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// The process.
#[derive(Debug)]
pub(in crate::articles) struct Process {
    child: Child,
    /// `None` once it is to end.
    input: Option<ChildStdin>,
    answers: Receiver<String>,
    pub(in crate::articles) introduction: Introduction,
}

/// What runs there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub(in crate::articles) struct Introduction {
    /// The class that its connections parse replies by.
    pub(in crate::articles) parser: String,
    /// Versions.
    pub(in crate::articles) python: String,
    pub(in crate::articles) redis: String,
    pub(in crate::articles) hiredis: Option<String>,
}

#[derive(Debug, Serialize)]
struct Request {
    #[serde(flatten)]
    work: Work,
    seconds: f64,
}

/// One line of the script.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Answer<T> {
    Failed { error: String },
    Done(T),
}

#[derive(Debug, Deserialize)]
struct Window {
    seconds: f64,
    operations: f64,
}

impl Process {
    /// The number that the system knows it by.
    pub(in crate::articles) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Starts a variant and waits until it is connected.
    ///
    /// # Errors
    /// It cannot be started or cannot connect, or is not the variant that was asked for.
    pub(in crate::articles) fn start(
        python: &Path,
        url: &str,
        asyncio: bool,
        hiredis: bool,
        prefix: &str,
    ) -> Result<Self, Failure> {
        let mode = if asyncio { "asyncio" } else { "sync" };
        let parser = if hiredis { "hiredis" } else { "pure" };
        let mut command = Command::new(python);
        // Other users see arguments, not the environment: the URL may hold a password.
        command.args(["-c", SCRIPT, mode, parser, prefix]).env("RESP_BENCH_URL", url);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        // Ctrl-C is for this program, which ends the process when it is done.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn().map_err(|error| Failure::because("cannot run Python", &error))?;
        let (sender, answers) = channel();
        let output = child.stdout.take();
        std::thread::spawn(move || {
            let lines = output.into_iter().flat_map(|output| BufReader::new(output).lines());
            lines.map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        let input = child.stdin.take();
        let mut process = Self { child, input, answers, introduction: Introduction::default() };
        process.introduction = process.answer(PATIENCE)?;
        Ok(process)
    }

    /// Measures for at least so many seconds.
    ///
    /// # Errors
    /// It failed, had a wrong reply, or is gone.
    pub(in crate::articles) fn measure(&mut self, work: Work, seconds: f64) -> Result<Timing, Failure> {
        let request = serde_json::to_string(&Request { work, seconds });
        let mut request = request.map_err(|error| Failure::because("no JSON", &error))?;
        request.push('\n');
        let written = self.input.as_mut().map(|input| input.write_all(request.as_bytes()));
        written.transpose().map_err(|error| Failure::because("redis-py is gone", &error))?;
        let Window { seconds, operations } = self.answer(PATIENCE + Duration::from_secs_f64(seconds))?;
        if operations <= 0.0 || seconds <= 0.0 {
            return Err(Failure::new("redis-py measured nothing"));
        }
        Ok(Timing { seconds, operations })
    }

    fn answer<T: for<'de> Deserialize<'de>>(&self, patience: Duration) -> Result<T, Failure> {
        let line = self.answers.recv_timeout(patience).map_err(|error| match error {
            RecvTimeoutError::Timeout => Failure::new("redis-py does not answer"),
            RecvTimeoutError::Disconnected => Failure::new("redis-py ended early"),
        })?;
        parse(&line)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // The end of its input would end it too, but not if it hangs.
        self.input = None;
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn parse<T: for<'de> Deserialize<'de>>(line: &str) -> Result<T, Failure> {
    match serde_json::from_str(line) {
        Ok(Answer::Done(answer)) => Ok(answer),
        Ok(Answer::Failed { error }) => Err(Failure::new(format!("redis-py: {error}"))),
        Err(_) => Err(Failure::new(format!("redis-py answered with {line:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::work::{Command, Way};
    use super::*;

    #[test]
    fn requests_are_lines_of_json() {
        let line = |command, way| {
            serde_json::to_string(&Request { work: Work { command, way }, seconds: 0.5 }).unwrap()
        };
        assert_eq!(
            line(Command::Get, Way::OneByOne),
            r#"{"command":"get","way":"one_by_one","seconds":0.5}"#
        );
        assert_eq!(
            line(Command::Set, Way::PipelinesOf100),
            r#"{"command":"set","way":"pipelines_of_100","seconds":0.5}"#
        );
        // The script has all of these names.
        for name in ["get", "set", "hset", "lpush", "hgetall"] {
            assert!(SCRIPT.contains(&format!("\"{name}\": lambda")), "{name}");
        }
        for way in [
            Way::OneByOne,
            Way::WarmPool,
            Way::ColdPool,
            Way::ColdConnections,
            Way::Pipeline,
            Way::PipelinesOf100,
        ] {
            let name = serde_json::to_string(&way).unwrap();
            assert!(SCRIPT.contains(&format!("async def {}(", name.trim_matches('"'))), "{name}");
        }
    }

    #[test]
    fn answers_are_lines_of_json() {
        let window: Window = parse(r#"{"seconds": 0.25, "operations": 3000}"#).unwrap();
        assert_eq!((window.seconds, window.operations), (0.25, 3000.0));
        let introduction: Introduction =
            parse(r#"{"parser": "_RESP3Parser", "python": "3.11.7", "redis": "8.1.0", "hiredis": null}"#)
                .unwrap();
        assert_eq!((introduction.parser.as_str(), introduction.hiredis), ("_RESP3Parser", None));
        let failed = |line| parse::<Window>(line).unwrap_err().to_string();
        assert_eq!(failed(r#"{"error": "TimeoutError: none\n came"}"#), "redis-py: TimeoutError: none; came");
        assert_eq!(failed("Traceback"), "redis-py answered with \"Traceback\"");
    }
}
