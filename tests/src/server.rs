//! A real server of one's own: started on a free port, ended with its handle.

use core::fmt;
use core::net::{Ipv4Addr, SocketAddr};
use core::sync::atomic::{AtomicU32, Ordering::Relaxed};
use core::time::Duration;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// A running `redis-server` or `valkey-server` without persistence, in a
/// temporary directory of its own. Dropping it ends it.
///
/// ```no_run
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use tests::server::RedisServer;
///
/// let server = RedisServer::start(&["--maxmemory", "10mb"])?;
/// println!("listening on {}", server.url());
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct RedisServer {
    program: PathBuf,
    process: Child,
    port: u16,
    password: Option<String>,
    directory: PathBuf,
}

/// What to start; see [`RedisServer::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder starts nothing until `start`"]
pub struct Builder {
    program: Option<PathBuf>,
    args: Vec<OsString>,
    password: Option<String>,
    own_process_group: bool,
}

/// Why there is no server.
#[derive(Debug)]
#[non_exhaustive]
pub enum ServerError {
    /// Neither server is on the PATH.
    Missing,
    /// The system refused to start it.
    NotStarted(PathBuf, io::Error),
    /// It ended, or did not answer in time; the text is its log.
    NotReady(PathBuf, String),
}

/// Servers that are looked for, the first one first.
const PROGRAMS: [&str; 2] = ["redis-server", "valkey-server"];
/// Time for a server to answer its first PING: far more than the tens of
/// milliseconds that it needs, for machines under load.
const START_LIMIT: Duration = Duration::from_secs(20);
/// Time between two looks at a server that does not answer yet.
const POLL: Duration = Duration::from_millis(5);
/// Free ports tried, as another process may take one before the server does.
const PORTS_TRIED: u32 = 5;

impl RedisServer {
    /// Starts the server found on the PATH with these further arguments.
    ///
    /// # Errors
    /// [`ServerError`], whose text says how to install a missing server.
    pub fn start(args: &[&str]) -> Result<Self, ServerError> {
        Self::builder().args(args).start()
    }

    /// For a certain program, a password, or a process group of its own.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The port on 127.0.0.1.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// `redis://` with password, address and port.
    #[must_use]
    pub fn url(&self) -> String {
        let auth = self.password.as_deref().map_or_else(String::new, |password| format!(":{password}@"));
        format!("redis://{auth}127.0.0.1:{}", self.port)
    }

    /// The file that runs.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// The number of the server's process.
    #[must_use]
    pub fn process_id(&self) -> u32 {
        self.process.id()
    }

    /// What the server has written so far; print it when a test fails.
    #[must_use]
    pub fn log(&self) -> String {
        read_log(&self.directory)
    }

    fn wait_until_ready(&mut self, program: &Path) -> Result<(), ServerError> {
        let deadline = Instant::now() + START_LIMIT;
        loop {
            let ended = matches!(self.process.try_wait(), Ok(Some(_)) | Err(_));
            if !ended && answers(self.port) {
                return Ok(());
            }
            if ended || Instant::now() > deadline {
                return Err(ServerError::NotReady(program.to_owned(), self.log()));
            }
            std::thread::sleep(POLL);
        }
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        // Nothing of it is kept, so it needs no polite shutdown.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.directory);
    }
}

impl Builder {
    /// The program in place of the one found on the PATH.
    pub fn program(mut self, program: impl Into<PathBuf>) -> Self {
        self.program = Some(program.into());
        self
    }

    /// Arguments after the ones for port, directory and no persistence.
    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args.extend(args.into_iter().map(|arg| arg.as_ref().to_owned()));
        self
    }

    /// The password of the default user, part of [`RedisServer::url`] as it is
    /// here: choose one without characters that a URL would need escaped.
    pub fn password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// Keeps the terminal's Ctrl-C from the server, for programs that end it
    /// themselves. Without effect where there are no process groups.
    pub const fn own_process_group(mut self) -> Self {
        self.own_process_group = true;
        self
    }

    /// Starts the server and waits until it answers.
    ///
    /// # Errors
    /// [`ServerError`], whose text says how to install a missing server.
    pub fn start(self) -> Result<RedisServer, ServerError> {
        let program = match &self.program {
            Some(program) => program.clone(),
            None => PROGRAMS.into_iter().find_map(find).ok_or(ServerError::Missing)?,
        };
        let mut tried = 1;
        loop {
            match self.start_once(&program) {
                Err(ServerError::NotReady(_, log))
                    if log.contains("ddress already in use") && tried < PORTS_TRIED =>
                {
                    tried += 1;
                }
                result => return result,
            }
        }
    }

    fn start_once(&self, program: &Path) -> Result<RedisServer, ServerError> {
        let failed = |error| ServerError::NotStarted(program.to_owned(), error);
        let port = free_port().map_err(failed)?;
        let directory = new_directory(port).map_err(failed)?;
        let spawned = self.command(program, port, &directory).and_then(|mut command| command.spawn());
        let process = spawned.map_err(|error| {
            let _ = std::fs::remove_dir_all(&directory);
            failed(error)
        })?;
        let mut server = RedisServer {
            program: program.to_owned(),
            process,
            port,
            password: self.password.clone(),
            directory,
        };
        server.wait_until_ready(program)?;
        Ok(server)
    }

    fn command(&self, program: &Path, port: u16, directory: &Path) -> io::Result<Command> {
        let log = File::create(directory.join(LOG))?;
        let mut command = Command::new(program);
        command
            .args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--daemonize", "no"])
            .args(["--save", "", "--appendonly", "no", "--dir"])
            .arg(directory)
            .stdin(Stdio::null())
            .stderr(log.try_clone()?)
            .stdout(log);
        if let Some(password) = &self.password {
            command.args(["--requirepass", password]);
        }
        command.args(&self.args);
        #[cfg(unix)]
        if self.own_process_group {
            std::os::unix::process::CommandExt::process_group(&mut command, 0);
        }
        Ok(command)
    }
}

/// The first file of this name in the directories of PATH.
#[must_use]
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|directory| directory.join(&name)).find(|file| file.is_file())
}

/// A port of 127.0.0.1 that nothing listens on at this moment.
///
/// # Errors
/// The system's, if it has no port left.
pub fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

const LOG: &str = "server.log";

fn read_log(directory: &Path) -> String {
    let bytes = std::fs::read(directory.join(LOG)).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A directory that no other server of this or another process has.
fn new_directory(port: u16) -> io::Result<PathBuf> {
    static STARTED: AtomicU32 = AtomicU32::new(0);
    let name = format!("resp-server-{}-{}-{port}", std::process::id(), STARTED.fetch_add(1, Relaxed));
    let directory = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&directory)?;
    Ok(directory)
}

/// Whether the server answers PING; that it asks for a password is an answer.
fn answers(port: u16) -> bool {
    let ask = || {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
        stream.set_read_timeout(Some(Duration::from_secs(1)))?;
        stream.write_all(b"PING\r\n")?;
        let mut answer = [0; 7];
        stream.read_exact(&mut answer)?;
        Ok::<_, io::Error>(answer)
    };
    matches!(ask(), Ok(answer) if answer == *b"+PONG\r\n" || answer == *b"-NOAUTH")
}

impl fmt::Display for ServerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str(
                "no redis-server or valkey-server on the PATH; install one: \
                 `apt-get install redis-server` (Debian, Ubuntu), `dnf install valkey` (Fedora), \
                 `apk add redis` (Alpine), `pacman -S valkey` (Arch), `brew install redis` (macOS)",
            ),
            Self::NotStarted(program, _) => write!(f, "cannot start {}", program.display()),
            Self::NotReady(program, log) => {
                write!(f, "{} does not answer; its log:\n{log}", program.display())
            }
        }
    }
}

impl core::error::Error for ServerError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::NotStarted(_, error) => Some(error),
            Self::Missing | Self::NotReady(..) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_starts_answers_and_ends_with_its_handle() {
        let server = RedisServer::start(&["--maxmemory", "10mb"]).unwrap_or_else(|error| panic!("{error}"));
        let (port, directory) = (server.port(), server.directory.clone());
        assert!(answers(port));
        assert!(server.log().contains("Ready to accept connections"), "{}", server.log());
        assert_eq!(server.url(), format!("redis://127.0.0.1:{port}"));
        drop(server);
        assert!(!answers(port));
        assert!(!directory.exists());
    }

    #[test]
    fn a_password_is_asked_for_and_stands_in_the_url() {
        let server =
            RedisServer::builder().password("secret").start().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(server.url(), format!("redis://:secret@127.0.0.1:{}", server.port()));
    }

    #[test]
    fn what_went_wrong_is_said() {
        let error = RedisServer::start(&["--no-such-option", "1"]).unwrap_err().to_string();
        assert!(error.contains("no-such-option"), "{error}");
        let error = RedisServer::builder().program("/nonexistent/server").start().unwrap_err().to_string();
        assert_eq!(error, "cannot start /nonexistent/server");
        assert!(ServerError::Missing.to_string().contains("apt-get install redis-server"));
    }
}
