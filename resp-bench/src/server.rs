//! The server to measure against: given, found on the PATH, or embedded.

use crate::failure::Failure;
use crate::interrupt;
use crate::options::{Common, ServerKind};
use crate::pin::Placement;
use ::tests::server::{Builder, RedisServer, ServerError};
use bytes::Bytes;
use resp_net::{Connection, cmd};
use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A server, ended with this handle if it was started for it.
#[derive(Debug)]
pub(crate) struct Server {
    /// Where it is.
    pub(crate) url: String,
    /// Which one it is, in words.
    origin: String,
    /// The cores, if it is pinned.
    pub(crate) placement: Option<Placement>,
    running: Running,
}

#[derive(Debug)]
enum Running {
    Elsewhere,
    Found { server: RedisServer },
    Embedded { server: Embedded },
}

/// The server in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Description {
    /// Name and version, as it says itself.
    pub(crate) version: String,
    /// Where it comes from.
    pub(crate) origin: String,
}

impl Server {
    /// Chooses the server and starts it if need be, on its own core if wanted.
    ///
    /// # Errors
    /// If it cannot be started, or not be pinned although that was asked for.
    pub(crate) fn start(options: &Common, workers: u32) -> Result<Self, Failure> {
        Self::start_as(options, workers, &[RedisServer::builder()])
    }

    /// The same with settings for a server that is found, the first of these with which it starts.
    ///
    /// # Errors
    /// As [`start`](Self::start).
    pub(crate) fn start_as(options: &Common, workers: u32, settings: &[Builder]) -> Result<Self, Failure> {
        if let Some(url) = &options.url {
            if options.pin {
                return Err(Failure::new("--pin needs a server that this program starts, not --url"));
            }
            let (origin, running) = ("given by --url".to_owned(), Running::Elsewhere);
            return Ok(Self { url: url.clone(), origin, placement: None, running });
        }
        let placement = if options.no_pin { None } else { Placement::choose(workers) };
        // A process inherits the core of the thread that starts it.
        let placement = placement.filter(Placement::enter_server);
        let started = Self::start_kind(options.server, settings);
        let placement = placement.filter(Placement::enter_client);
        if options.pin && placement.is_none() {
            return Err(Failure::new("--pin needs Linux and two cores that this process may use"));
        }
        started.map(|server| Self { placement, ..server })
    }

    fn start_kind(kind: Option<ServerKind>, settings: &[Builder]) -> Result<Self, Failure> {
        match kind {
            Some(ServerKind::Redis) => Self::find("redis-server", settings),
            Some(ServerKind::Valkey) => Self::find("valkey-server", settings),
            Some(ServerKind::Embedded) => Self::embed("the embedded server"),
            None => match start_first(settings.iter().cloned()) {
                Ok(server) => Ok(Self::found(server)),
                Err(ServerError::Missing) => {
                    Self::embed("the embedded server, as no redis-server or valkey-server is on the PATH")
                }
                Err(error) => Err(Failure::because("no server", &error)),
            },
        }
    }

    fn find(name: &str, settings: &[Builder]) -> Result<Self, Failure> {
        let program = ::tests::server::find(name)
            .ok_or_else(|| Failure::new(format!("no {name} on the PATH; `--server embedded` needs none")))?;
        let started = start_first(settings.iter().cloned().map(|one| one.program(&program)));
        started.map(Self::found).map_err(|error| Failure::because("no server", &error))
    }

    fn found(server: RedisServer) -> Self {
        interrupt::ends_with_us(server.process_id());
        let origin = format!("{}, started for this run", server.program().display());
        Self { url: server.url(), origin, placement: None, running: Running::Found { server } }
    }

    fn embed(origin: &str) -> Result<Self, Failure> {
        let server = Embedded::start().map_err(|error| Failure::because("no embedded server", &error))?;
        let url = format!("redis://127.0.0.1:{}", server.port);
        Ok(Self { url, origin: origin.to_owned(), placement: None, running: Running::Embedded { server } })
    }

    /// The server that was found and started for this run.
    pub(crate) const fn found_here(&self) -> Option<&RedisServer> {
        match &self.running {
            Running::Found { server } => Some(server),
            Running::Elsewhere | Running::Embedded { .. } => None,
        }
    }

    /// Its process, if it was started for this run.
    pub(crate) fn process_id(&self) -> Option<u32> {
        match &self.running {
            Running::Elsewhere => None,
            Running::Found { server } => Some(server.process_id()),
            Running::Embedded { server } => Some(server.process.id()),
        }
    }

    /// Whether other people may have their data on it.
    pub(crate) const fn is_shared(&self) -> bool {
        matches!(self.running, Running::Elsewhere)
    }

    /// Which cores it and this process run on, in words.
    pub(crate) fn placed(&self) -> String {
        match &self.placement {
            None => "not pinned".to_owned(),
            Some(Placement { server, client }) => {
                let client: Vec<_> = client.iter().map(usize::to_string).collect();
                format!("pinned: server on core {server}, client on core {}", client.join(", "))
            }
        }
    }

    /// Asks the server for its name and version.
    pub(crate) async fn describe(&self, connection: &mut Connection) -> Description {
        Description { version: ask_version(connection).await, origin: self.origin.clone() }
    }
}

/// Starts a server with the first of these settings with which it does start.
fn start_first(settings: impl Iterator<Item = Builder>) -> Result<RedisServer, ServerError> {
    let mut outcome = Err(ServerError::Missing);
    for one in settings {
        outcome = one.own_process_group().start();
        if matches!(outcome, Ok(_) | Err(ServerError::Missing)) {
            break;
        }
    }
    outcome
}

/// Asks a server for its name and version.
pub(crate) async fn ask_version(connection: &mut Connection) -> String {
    let info = connection.send(cmd::raw("INFO").arg("server").returning::<Bytes>()).await.unwrap_or_default();
    version(&String::from_utf8_lossy(&info)).unwrap_or_else(|| "unknown version".to_owned())
}

/// Name and version from the answer to `INFO server`.
fn version(info: &str) -> Option<String> {
    let field = |name| info.lines().find_map(|line| line.trim_end().strip_prefix(name)?.strip_prefix(':'));
    let of = |name: &str, version: &str| format!("{name} {version}");
    // Valkey also claims to be the Redis that it is compatible with.
    field("valkey_version")
        .map(|version| of("Valkey", version))
        .or_else(|| field("resp_bench_version").map(|version| of("resp-bench embedded", version)))
        .or_else(|| field("redis_version").map(|version| of("Redis", version)))
}

/// This program once more, as a server. It ends when its standard input does,
/// so it cannot outlive this process.
#[derive(Debug)]
struct Embedded {
    process: Child,
    port: u16,
}

impl Embedded {
    fn start() -> std::io::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("serve").stdin(Stdio::piped()).stdout(Stdio::piped());
        // Ctrl-C is for this process, which ends the server when it is done.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut server = Self { process: command.spawn()?, port: 0 };
        let mut line = String::new();
        if let Some(stdout) = server.process.stdout.take() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        server.port = line.trim().parse().map_err(|_| std::io::Error::other("it told no port"))?;
        Ok(server)
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_all_servers() {
        for (info, expected) in [
            ("# Server\r\nredis_version:7.0.15\r\nredis_mode:standalone\r\n", Some("Redis 7.0.15")),
            ("redis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.0.1\r\n", Some("Valkey 8.0.1")),
            ("redis_version:7.0.0\r\nresp_bench_version:0.1.0\r\n", Some("resp-bench embedded 0.1.0")),
            ("", None),
        ] {
            assert_eq!(version(info).as_deref(), expected);
        }
    }
}
