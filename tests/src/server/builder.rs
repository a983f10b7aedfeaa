//! What to start.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;

use super::{LOG, RedisServer, SOCKET, ServerError, find, free_port, new_directory};

/// What to start; see [`RedisServer::builder`].
#[derive(Clone, Debug, Default)]
#[must_use = "a builder starts nothing until `start`"]
pub struct Builder {
    program: Option<PathBuf>,
    args: Vec<OsString>,
    pub(super) password: Option<String>,
    own_process_group: bool,
    unix_socket: bool,
    tls: Option<Tls>,
}

#[derive(Clone, Debug)]
struct Tls {
    authority: String,
    certificate: String,
    key: String,
    wants_certificates: bool,
}

/// Servers that are looked for, the first one first.
const PROGRAMS: [&str; 2] = ["redis-server", "valkey-server"];
/// Free ports tried, as another process may take one before the server does.
const PORTS_TRIED: u32 = 5;

const AUTHORITY: &str = "authority.pem";
const CERTIFICATE: &str = "certificate.pem";
const KEY: &str = "key.pem";

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

    /// A user by the rules of ACL SETUSER, such as `["on", ">secret", "~*", "+@all"]`.
    pub fn user(self, name: &str, rules: &[&str]) -> Self {
        self.args([&["--user", name], rules].concat())
    }

    /// Listens at [`RedisServer::socket_path`] too.
    pub const fn unix_socket(mut self) -> Self {
        self.unix_socket = true;
        self
    }

    /// Listens at [`RedisServer::tls_port`] too, with this certificate and key,
    /// and checks what clients show against this authority, all three PEM.
    pub fn tls(mut self, authority: &str, certificate: &str, key: &str) -> Self {
        let [authority, certificate, key] = [authority, certificate, key].map(str::to_owned);
        self.tls = Some(Tls { authority, certificate, key, wants_certificates: false });
        self
    }

    /// With [`tls`](Self::tls): takes no client without a certificate.
    pub fn wants_certificates(mut self) -> Self {
        if let Some(tls) = &mut self.tls {
            tls.wants_certificates = true;
        }
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
        let tls_port = self.tls.as_ref().map(|_| free_port()).transpose().map_err(failed)?;
        let directory = new_directory(port).map_err(failed)?;
        let spawned = self.write_files(&directory).and_then(|()| {
            self.command(program, port, tls_port, &directory).and_then(|mut command| command.spawn())
        });
        let process = spawned.map_err(|error| {
            let _ = std::fs::remove_dir_all(&directory);
            failed(error)
        })?;
        let server = RedisServer {
            program: program.to_owned(),
            settings: Box::new(self.clone()),
            process: Mutex::new(process),
            port,
            tls_port,
            directory,
            ended_log: 0.into(),
            admin: Mutex::default(),
        };
        server.wait_until_ready()?;
        Ok(server)
    }

    fn write_files(&self, directory: &Path) -> io::Result<()> {
        let Some(tls) = &self.tls else { return Ok(()) };
        std::fs::write(directory.join(AUTHORITY), &tls.authority)?;
        std::fs::write(directory.join(CERTIFICATE), &tls.certificate)?;
        std::fs::write(directory.join(KEY), &tls.key)
    }

    pub(super) fn command(
        &self,
        program: &Path,
        port: u16,
        tls_port: Option<u16>,
        directory: &Path,
    ) -> io::Result<Command> {
        let log = File::options().create(true).append(true).open(directory.join(LOG))?;
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
        if self.unix_socket {
            command.arg("--unixsocket").arg(directory.join(SOCKET));
        }
        if let (Some(tls), Some(port)) = (&self.tls, tls_port) {
            let clients = if tls.wants_certificates { "yes" } else { "no" };
            command.args(["--tls-port", &port.to_string(), "--tls-auth-clients", clients]);
            command.arg("--tls-ca-cert-file").arg(directory.join(AUTHORITY));
            command.arg("--tls-cert-file").arg(directory.join(CERTIFICATE));
            command.arg("--tls-key-file").arg(directory.join(KEY));
        }
        command.args(&self.args);
        #[cfg(unix)]
        if self.own_process_group {
            std::os::unix::process::CommandExt::process_group(&mut command, 0);
        }
        Ok(command)
    }
}
