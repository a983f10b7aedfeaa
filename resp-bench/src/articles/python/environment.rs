//! A Python environment that has redis-py and hiredis, made once.

use crate::failure::Failure;
use crate::interrupt;
use core::time::Duration;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Version of redis-py.
const REDIS: &str = "8.1.0";
/// Version of hiredis.
const HIREDIS: &str = "3.5.0";

const PROGRAM: &str = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
/// How often a step is looked at.
const PAUSE: Duration = Duration::from_millis(50);

/// The interpreter of the environment in `chosen`, or else in the user's
/// cache. An environment that is not there or incomplete is made.
///
/// # Errors
/// There is no Python, or no environment or package for it; how to get it.
pub(in crate::articles) fn interpreter(chosen: Option<&Path>) -> Result<PathBuf, Failure> {
    let folder = chosen.map_or_else(default_folder, |folder| Ok(folder.to_owned()))?;
    let python = folder.join(PROGRAM);
    if is_ready(&python) {
        return Ok(python);
    }
    let system = ::tests::server::find("python3").ok_or_else(|| {
        Failure::new("redis-py needs python3, which is not on the PATH; on Debian and Ubuntu: apt install python3-venv")
    })?;
    eprintln!("making a Python environment with redis {REDIS} and hiredis {HIREDIS} in {}", folder.display());
    step(
        Command::new(system).args(["-m", "venv"]).arg(&folder),
        "no Python environment (on Debian and Ubuntu: apt install python3-venv)",
    )?;
    let packages = [format!("redis=={REDIS}"), format!("hiredis=={HIREDIS}")];
    step(
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"])
            .args(["--retries", "1", "--timeout", "15"])
            .args(&packages),
        &format!(
            "pip cannot install {} (--python names an environment that has them)",
            packages.join(" and ")
        ),
    )?;
    if is_ready(&python) {
        return Ok(python);
    }
    Err(Failure::new(format!("the Python environment in {} does not work; remove it", folder.display())))
}

fn default_folder() -> Result<PathBuf, Failure> {
    let cache = std::env::var_os("XDG_CACHE_HOME").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let cache = cache.or_else(|| Some(std::env::home_dir()?.join(".cache")));
    let cache =
        cache.ok_or_else(|| Failure::new("no home folder for a Python environment: name one by --python"))?;
    Ok(cache.join(format!("resp-bench/python-redis-{REDIS}-hiredis-{HIREDIS}")))
}

fn is_ready(python: &Path) -> bool {
    const ASK: &str = "import redis, hiredis; print(redis.__version__, hiredis.__version__)";
    let answer = Command::new(python).args(["-c", ASK]).stdin(Stdio::null()).stderr(Stdio::null()).output();
    answer.is_ok_and(|answer| answer.stdout.trim_ascii() == format!("{REDIS} {HIREDIS}").as_bytes())
}

/// Runs a program to its end, which Ctrl-C brings about at once.
fn step(command: &mut Command, otherwise: &str) -> Result<(), Failure> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let mut child = command.spawn().map_err(|error| Failure::because(otherwise, &error))?;
    let said = child.stderr.take();
    let listener = std::thread::spawn(move || {
        let mut text = Vec::new();
        let _ = said.map(|mut said| said.read_to_end(&mut text));
        String::from_utf8_lossy(&text).into_owned()
    });
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if interrupt::requested() {
            let _ = child.kill();
            let _ = child.wait();
            return Err(Failure::new("interrupted"));
        }
        std::thread::sleep(PAUSE);
    };
    if status.success() {
        return Ok(());
    }
    let said = listener.join().unwrap_or_default();
    Err(Failure::new(format!("{otherwise}: {}", reason(&said))))
}

/// The line that says most of what a program printed.
fn reason(said: &str) -> &str {
    let lines = || said.lines().map(str::trim).filter(|line| !line.is_empty());
    lines()
        .rfind(|line| line.starts_with("ERROR:"))
        .or_else(|| lines().next_back())
        .unwrap_or("it does not say why")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_says_why_a_step_failed() {
        for (said, expected) in [
            ("WARNING: slow\nERROR: no such version\n\n[notice] new pip\n", "ERROR: no such version"),
            ("Traceback\nOSError: full\n", "OSError: full"),
            ("\n", "it does not say why"),
        ] {
            assert_eq!(reason(said), expected);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_step_that_fails_is_one_line() {
        let failure =
            |script| step(Command::new("sh").args(["-c", script]), "no luck").unwrap_err().to_string();
        assert_eq!(failure("echo one >&2; echo two >&2; exit 3"), "no luck: two");
        assert!(step(&mut Command::new("true"), "no luck").is_ok());
        assert!(
            step(&mut Command::new("/no/such/program"), "no luck")
                .unwrap_err()
                .to_string()
                .starts_with("no luck: ")
        );
    }
}
