//! A real server of one's own: started on a free port, ended with its handle.

mod ask;
mod builder;
mod error;
mod look;
mod process;
#[cfg(test)]
mod tests;

use core::net::Ipv4Addr;
use core::sync::atomic::{
    AtomicU32, AtomicUsize,
    Ordering::{Relaxed, SeqCst},
};
use core::time::Duration;
use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::Mutex;
use std::time::Instant;

use ask::Ask;
pub use builder::Builder;
pub use error::ServerError;

/// A running `redis-server` or `valkey-server` without persistence, in a
/// temporary directory of its own. Dropping it ends it.
///
/// ```no_run
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use tests::server::RedisServer;
///
/// let server = RedisServer::start(&["--maxmemory", "10mb"])?;
/// println!("listening on {}", server.url());
/// assert_eq!(server.run(&["INCR", "n"]).frame().as_i64(), Some(1));
/// assert_eq!(server.command_calls("incr"), 1);
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct RedisServer {
    program: PathBuf,
    settings: Box<Builder>,
    process: Mutex<Child>,
    port: u16,
    tls_port: Option<u16>,
    directory: PathBuf,
    /// Bytes of the log that servers wrote which have ended.
    ended_log: AtomicUsize,
    /// What [`run`](Self::run) asks through.
    admin: Mutex<Option<Box<Ask>>>,
}

/// Time for a server to answer its first PING: far more than the tens of
/// milliseconds that it needs, for machines under load.
const START_LIMIT: Duration = Duration::from_secs(20);
/// Time between two looks at a server that does not answer yet.
const POLL: Duration = Duration::from_millis(5);

const LOG: &str = "server.log";
const SOCKET: &str = "redis.sock";

impl RedisServer {
    /// Starts the server found on the PATH with these further arguments.
    ///
    /// # Errors
    /// [`ServerError`], whose text says how to install a missing server.
    pub fn start(args: &[&str]) -> Result<Self, ServerError> {
        Self::builder().args(args).start()
    }

    /// For a certain program, a password, TLS, or a process group of its own.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The same for the `valkey-server` on the PATH; `None` if there is none.
    #[must_use]
    pub fn valkey_if_there() -> Option<Builder> {
        Some(Self::builder().program(find("valkey-server")?))
    }

    /// The port on 127.0.0.1.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// `redis://` with password, address and port.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis://{}127.0.0.1:{}", self.userinfo(), self.port)
    }

    /// The port for TLS, see [`Builder::tls`].
    ///
    /// # Panics
    /// If it was not asked for.
    #[must_use]
    pub fn tls_port(&self) -> u16 {
        self.tls_port.expect("it was started with TLS")
    }

    /// `rediss://` with password, the name `localhost` and the port for TLS.
    ///
    /// # Panics
    /// If TLS was not asked for.
    #[must_use]
    pub fn tls_url(&self) -> String {
        format!("rediss://{}localhost:{}", self.userinfo(), self.tls_port())
    }

    /// The same; `None` if TLS was not asked for.
    #[must_use]
    pub fn tls_url_if_there(&self) -> Option<String> {
        self.tls_port.map(|_| self.tls_url())
    }

    /// The Unix socket, see [`Builder::unix_socket`].
    #[must_use]
    pub fn socket_path(&self) -> PathBuf {
        self.directory.join(SOCKET)
    }

    fn userinfo(&self) -> String {
        self.settings.password.as_deref().map_or_else(String::new, |password| format!(":{password}@"))
    }

    /// The file that runs.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// What the server has written so far; print it when a test fails.
    #[must_use]
    pub fn log(&self) -> String {
        let bytes = std::fs::read(self.directory.join(LOG)).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn wait_until_ready(&self) -> Result<(), ServerError> {
        let deadline = Instant::now() + START_LIMIT;
        loop {
            let ended = self.has_ended();
            if !ended && answers(self.port) {
                return Ok(());
            }
            if ended || Instant::now() > deadline {
                let log = self.log().split_off(self.ended_log.load(SeqCst));
                return Err(ServerError::NotReady(self.program.clone(), log));
            }
            std::thread::sleep(POLL);
        }
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        // Nothing of it is kept, so it needs no polite shutdown.
        self.kill();
        let _ = std::fs::remove_dir_all(&self.directory);
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
    let reply = Ask::connect(port, Duration::from_secs(1)).and_then(|mut ask| ask.ask(&["PING"]));
    reply.is_ok_and(|reply| {
        let frame = reply.frame();
        frame.as_bytes().is_some_and(|text| text == b"PONG" || text.starts_with(b"NOAUTH"))
    })
}
