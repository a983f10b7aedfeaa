//! One observation, made by a process of its own: this program once more. It
//! prints a line of JSON; how it ends otherwise is an observation too.

use super::memory;
use super::options::Pair;
use super::seen::Seen;
use crate::failure::Failure;
use crate::interrupt;
use core::time::Duration;
use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::thread::JoinHandle;
use std::time::Instant;

/// Time between two looks at a child.
const POLL: Duration = Duration::from_millis(10);

/// In the child: observes and prints.
///
/// # Errors
/// There is no runtime, or nobody reads what it prints.
pub(super) fn observe((behaviour, client): Pair) -> Result<ExitCode, Failure> {
    end_with_stdin()?;
    memory::limit();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let seen = runtime.block_on((client.observe)(behaviour));
    let seen = seen.unwrap_or_else(|failure| Seen::unasked(failure.to_string()));
    let line = serde_json::to_string(&seen).map_err(|error| Failure::because("no JSON", &error))?;
    println!("{line}");
    io::stdout().flush()?;
    // Threads that wait for a server that has stopped are not waited for.
    std::process::exit(0)
}

/// Whoever started this process is gone when its end of the pipe is.
fn end_with_stdin() -> io::Result<()> {
    let wait = || {
        let _ = io::stdin().lock().read_to_end(&mut Vec::new());
        std::process::exit(0);
    };
    std::thread::Builder::new().name("end-with-stdin".to_owned()).spawn(wait).map(drop)
}

/// In the parent: has a child observe; `None` if the user interrupts.
///
/// # Errors
/// The system starts no process.
pub(super) fn ask((behaviour, client): Pair) -> Result<Option<Seen>, Failure> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["conformance", "--one", behaviour.name(), "--subject", client.name]);
    watch(command, behaviour.limit())
}

/// Runs a command until it ends, is interrupted, or has had its time.
fn watch(mut command: Command, limit: Duration) -> Result<Option<Seen>, Failure> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    // Ctrl-C is for this process, which ends the child.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = Ended(command.spawn()?);
    let output = (reader(child.0.stdout.take()), reader(child.0.stderr.take()));
    let deadline = Instant::now() + limit;
    let status = loop {
        if let Some(status) = child.0.try_wait()? {
            break status;
        }
        if interrupt::requested() {
            return Ok(None);
        }
        if Instant::now() > deadline {
            let text = format!("it had not ended after {} s", limit.as_secs());
            return Ok(Some(Seen::new(false, text)));
        }
        std::thread::sleep(POLL);
    };
    let [stdout, stderr] = [output.0, output.1].map(|reader| reader.join().unwrap_or_default());
    let seen = stdout.lines().find_map(|line| serde_json::from_str(line).ok());
    Ok(Some(seen.unwrap_or_else(|| Seen::new(false, death(status, &stderr)))))
}

/// A process that does not outlive this value.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Reads all of a pipe, in a thread, so that it never fills.
fn reader(pipe: Option<impl Read + Send + 'static>) -> JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.map(|mut pipe| pipe.read_to_end(&mut bytes));
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// What is known of a process that died without a word of its own.
fn death(status: ExitStatus, stderr: &str) -> String {
    let said = |text: &str| stderr.lines().find(|line| line.contains(text)).map(str::trim);
    let cause = said("overflowed its stack")
        .map(|_| "stack overflow".to_owned())
        .or_else(|| said("memory allocation of").map(str::to_owned))
        .or_else(|| said("panicked at").map(str::to_owned))
        .or_else(|| stderr.lines().rfind(|line| !line.trim().is_empty()).map(str::to_owned));
    match cause {
        Some(cause) => format!("the process died: {cause} ({status})"),
        None => format!("the process died: {status}"),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::record::Verdict;

    fn shell(script: &str, limit: Duration) -> Seen {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        watch(command, limit).expect("sh starts").expect("nobody interrupts")
    }

    #[test]
    fn what_a_child_says_is_taken() {
        let seen = Seen::new(true, "all is well").with_time(Duration::from_millis(5));
        let line = serde_json::to_string(&seen).unwrap();
        assert_eq!(shell(&format!("echo noise; echo '{line}'; exit 1"), Duration::from_secs(20)), seen);
    }

    #[test]
    fn a_crash_is_told_with_its_cause() {
        for (script, expected) in [
            ("kill -SEGV $$", "the process died: signal: 11 (SIGSEGV)"),
            (
                "printf \"thread 'x' has overflowed its stack\\nfatal\\n\" >&2; kill -ABRT $$",
                "the process died: stack overflow (signal: 6 (SIGABRT)",
            ),
            (
                "echo 'memory allocation of 16000000000 bytes failed' >&2; exit 3",
                "the process died: memory allocation of 16000000000 bytes failed (exit status: 3)",
            ),
        ] {
            let seen = shell(script, Duration::from_secs(20));
            assert_eq!(seen.verdict, Verdict::Bad);
            assert!(seen.text.starts_with(expected), "{}", seen.text);
        }
    }

    #[test]
    fn one_that_does_not_end_is_ended() {
        let started = Instant::now();
        let seen = shell("exec sleep 60", Duration::from_millis(50));
        assert_eq!((seen.verdict, &*seen.text), (Verdict::Bad, "it had not ended after 0 s"));
        assert!(started.elapsed() < Duration::from_secs(50));
    }
}
