//! Every setting with its unit, its default and the reason for it.

use alloc::string::String;
#[cfg(feature = "std")]
use alloc::vec::Vec;
#[cfg(feature = "std")]
use core::net::SocketAddr;
use core::time::Duration;

use resp_core::Limits;

#[cfg(feature = "std")]
use super::Resolver;
use super::{
    Config, ConfigError, Credentials, DEFAULT_PORT, ProtocolChoice, Provider, Retry, Secret,
    WhenDisconnected, WhenFull, check, query,
};
#[cfg(feature = "__tls")]
use crate::tls_config::TlsConfig;
use crate::url::{Target, Url, UrlError};

/// Settings on their way to a [`Config`]; nothing is judged before
/// [`build`](Self::build).
///
/// No time-out may be zero or beyond 30 years. Those that take
/// `impl Into<Option<Duration>>` are switched off by `None`.
///
/// ```
/// use core::time::Duration;
/// use resp_net::{Config, ConfigBuilder};
///
/// let config = ConfigBuilder::from_url("redis://app:s3cret@localhost:6379/2")?
///     .call_timeout(Duration::from_millis(250))
///     .client_name("checkout")
///     .build()?;
///
/// // The same in a URL, but for the password.
/// let url = "redis://app@localhost:6379/2?call_timeout=250ms&client_name=checkout";
/// assert_eq!(Config::from_url(url)?.to_string(), config.to_string());
/// # Ok::<(), resp_net::ConfigError>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct ConfigBuilder {
    pub(super) config: Config,
}

impl ConfigBuilder {
    /// What a URL says, and defaults for the rest:
    /// `redis://[user:password@]host[:port][/database][?setting=value&...]` or
    /// `unix://[user:password@]/path[?db=database&setting=value&...]`.
    ///
    /// `rediss://` is TLS, which needs the feature `tls`; `valkey://`,
    /// `valkeys://`, `redis+unix://` and `valkey+unix://` mean the same as their
    /// likes. Reserved characters are percent-encoded.
    ///
    /// A setting has the name of the method here or of [`Limits`], once: a
    /// time as `500ms`, `2s`, `1m` or `1h`, or `none` where there may be none;
    /// bytes as `1048576` or, as in a server's configuration, `1mb`; `true` or
    /// `false`; `wait` or `fail`, `fail` or `queue`, `unsent` or `reads`;
    /// `protocol` (or `resp`) as `2` or `3`. The database is `db`, and wins over
    /// the one of the path. Nothing in a URL makes TLS less strict.
    ///
    /// # Errors
    /// The part of the URL, or the setting in it, that is malformed, unknown,
    /// there twice, or not to be had without a feature; its value is never shown.
    pub fn from_url(url: &str) -> Result<Self, ConfigError> {
        // A password with one of these in it, not encoded, goes on behind it.
        let has_at_after = |mark| url.split_once(mark).is_some_and(|(_, rest)| rest.contains('@'));
        let (may_be_query, may_be_fragment) = (has_at_after('?'), has_at_after('#'));
        let url = Url::parse(url)?;
        if may_be_fragment {
            return Err(UrlError::Fragment.into());
        }
        match url.target {
            Target::Tcp { port: 0, .. } => return Err(UrlError::Port.into()),
            _ if url.tls && !cfg!(feature = "__tls") => return Err(UrlError::NeedsFeature("tls").into()),
            _ => {}
        }
        let config = Config {
            target: url.target,
            tls: url.tls,
            username: url.username,
            password: url.password.map(Secret::new),
            database: url.database,
            protocol: url.protocol,
            ..Config::default()
        };
        query::apply(Self { config }, &url.options).map_err(|error| match error {
            ConfigError::Url(UrlError::UnknownKey(_)) if may_be_query => UrlError::Query.into(),
            error => error,
        })
    }

    /// Checks every setting.
    ///
    /// # Errors
    /// The first setting whose value is impossible, by name.
    pub fn build(self) -> Result<Config, ConfigError> {
        check::check(&self.config)?;
        Ok(self.config)
    }

    /// The name or address of the server; an IPv6 address without brackets.
    /// Default `localhost`. Takes back [`unix`](Self::unix).
    pub fn host(mut self, host: impl Into<String>) -> Self {
        let port = match self.config.target {
            Target::Tcp { port, .. } => port,
            Target::Unix(_) => DEFAULT_PORT,
        };
        self.config.target = Target::Tcp { host: host.into(), port };
        self
    }

    /// The port that the server listens on, not 0. Default 6379, a server's
    /// own. Takes back [`unix`](Self::unix).
    pub fn port(mut self, number: u16) -> Self {
        match &mut self.config.target {
            Target::Tcp { port, .. } => *port = number,
            Target::Unix(_) => {
                self.config.target = Target::Tcp { host: String::from("localhost"), port: number };
            }
        }
        self
    }

    /// The path of the server's socket, instead of host and port.
    pub fn unix(mut self, path: impl Into<String>) -> Self {
        self.config.target = Target::Unix(path.into());
        self
    }

    /// Who knows the addresses of the host, in place of the system, for
    /// networks whose servers are reached under other addresses than their
    /// own. It is asked on a thread of its own, at every connection, for
    /// addresses as well as for names, with the port; the first 16 addresses
    /// are tried, those of IPv6 and IPv4 in turn.
    ///
    /// ```
    /// use std::net::SocketAddr;
    /// use resp_net::Config;
    ///
    /// let tunnel = SocketAddr::from(([127, 0, 0, 1], 16379));
    /// let config = Config::builder().host("db.internal").resolver(move |_, _| Ok(vec![tunnel])).build()?;
    /// # Ok::<(), resp_net::ConfigError>(())
    /// ```
    #[cfg(feature = "std")]
    pub fn resolver(
        mut self,
        resolve: impl Fn(&str, u16) -> std::io::Result<Vec<SocketAddr>> + Send + Sync + 'static,
    ) -> Self {
        self.config.resolver = Resolver::new(resolve);
        self
    }

    /// To speak TLS, and how. Default: as `TlsConfig::new` says with
    /// `rediss://`, else no TLS.
    #[cfg(feature = "__tls")]
    pub fn tls(mut self, tls: TlsConfig) -> Self {
        (self.config.tls, self.config.tls_config) = (true, tls);
        self
    }

    /// The user to authenticate as, without white space, which no server allows
    /// in it. It counts only together with a password. Default: the server's
    /// default user.
    pub fn username(mut self, name: impl Into<String>) -> Self {
        self.config.username = Some(name.into());
        self
    }

    /// The password, of at most 16 KiB, the longest argument that a server
    /// takes of one who has not authenticated. Default: no authentication.
    pub fn password(mut self, password: impl Into<Secret>) -> Self {
        self.config.password = Some(password.into());
        self
    }

    /// Asks `provide` at the start of each handshake, instead of
    /// [`username`](Self::username) and [`password`](Self::password), so that a
    /// password may change while the program runs. Default: none.
    ///
    /// It is called by whoever connects, maybe on the thread of an event loop:
    /// it must hand out what is at hand, and fetch nothing.
    pub fn credentials_provider(mut self, provide: impl Fn() -> Credentials + Send + Sync + 'static) -> Self {
        self.config.credentials = Some(Provider::new(provide));
        self
    }

    /// The number of the database, below 10⁹: a server with more would need
    /// 100 GB for empty ones. Default 0.
    pub fn database(mut self, number: u32) -> Self {
        self.config.database = number;
        self
    }

    /// What CLIENT LIST calls the connection: printable ASCII without spaces,
    /// all that a server takes. A server that refuses it all the same is
    /// connected to without. Default: no name.
    pub fn client_name(mut self, name: impl Into<String>) -> Self {
        self.config.client_name = Some(name.into());
        self
    }

    /// Whether CLIENT LIST names this library and its version, which helps
    /// those who look after the server; servers before 7.2 refuse that, which
    /// is ignored. Default `true`; not for proxies that hang up on commands that
    /// they do not know.
    pub fn set_info(mut self, on: bool) -> Self {
        self.config.set_info = on;
        self
    }

    /// Which version of the protocol to speak. Default
    /// [`ProtocolChoice::Automatic`], which fits every server.
    pub fn protocol(mut self, protocol: ProtocolChoice) -> Self {
        self.config.protocol = protocol;
        self
    }

    /// How long it may take until the first command can be sent: names
    /// resolved, connected, authenticated, over all addresses together. Default
    /// 1 s, since a server that takes longer is of no use to most callers.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.config.connect_timeout = timeout;
        self
    }

    /// How long a call may take, from the moment it is made: waiting for room,
    /// on the way, at the server, and all retries. A blocking command has its
    /// own time-out on top. Default 1 s, a thousand times what a server needs for
    /// most.
    pub fn call_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.config.call_timeout = timeout.into();
        self
    }

    /// How long a server that owes replies may send nothing before the
    /// connection is given up; later while a call in flight has a later
    /// deadline. Default 2 s, so that a slow script is not taken for a dead server.
    pub fn liveness_timeout(mut self, timeout: Duration) -> Self {
        self.config.liveness_timeout = timeout;
        self
    }

    /// After how long without traffic PING is sent, so that a connection that
    /// died unnoticed is replaced before it is needed. Default 10 s, below the
    /// idle time-outs of firewalls and proxies.
    pub fn idle_ping(mut self, interval: impl Into<Option<Duration>>) -> Self {
        self.config.idle_ping = interval.into();
        self
    }

    /// Bytes of commands queued and in flight and of a reply partly received,
    /// for each connection. What is larger by itself is let in alone. Default
    /// 16 MiB: enough to keep a fast network busy.
    pub fn budget(mut self, bytes: usize) -> Self {
        self.config.budget = bytes;
        self
    }

    /// Commands sent and not answered, for each connection. Default 16,384,
    /// which bounds what is in doubt after a lost connection.
    pub fn max_in_flight(mut self, commands: usize) -> Self {
        self.config.max_in_flight = commands;
        self
    }

    /// Calls that wait for room, for each connection; one more fails. Default
    /// 4096: who comes after so many would hardly be served before its deadline.
    pub fn max_waiting(mut self, calls: usize) -> Self {
        self.config.max_waiting = calls;
        self
    }

    /// What becomes of a call when there is no room for it. Default
    /// [`WhenFull::Wait`], since room comes with the next replies.
    pub fn when_full(mut self, policy: WhenFull) -> Self {
        self.config.when_full = policy;
        self
    }

    /// What becomes of a call while there is no connection. Default
    /// [`WhenDisconnected::Fail`], so that callers know at once.
    pub fn when_disconnected(mut self, policy: WhenDisconnected) -> Self {
        self.config.when_disconnected = policy;
        self
    }

    /// Which commands are sent again without asking. Default
    /// [`Retry::Unsent`], under which none runs twice.
    pub fn retry(mut self, policy: Retry) -> Self {
        self.config.retry = policy;
        self
    }

    /// The upper end of the random pause before the second attempt to
    /// reconnect; the first is made at once, and the end doubles with each that
    /// fails. Default 10 ms, the time a server needs to start again.
    pub fn backoff_first(mut self, pause: Duration) -> Self {
        self.config.backoff_first = pause;
        self
    }

    /// The longest pause between attempts to reconnect, not below
    /// [`backoff_first`](Self::backoff_first). Default 2 s, which bounds how late
    /// a server that is back is found.
    pub fn backoff_max(mut self, pause: Duration) -> Self {
        self.config.backoff_max = pause;
        self
    }

    /// TCP_NODELAY: small writes leave at once. Default `true`; commands are
    /// gathered before they are written.
    pub fn nodelay(mut self, on: bool) -> Self {
        self.config.nodelay = on;
        self
    }

    /// After how long without traffic the system probes the peer (SO_KEEPALIVE
    /// and TCP_KEEPIDLE), 1 to 32,767 s, in whole seconds. Default 30 s: routers
    /// forget connections after minutes.
    pub fn keepalive(mut self, idle: impl Into<Option<Duration>>) -> Self {
        self.config.keepalive = idle.into();
        self
    }

    /// How long what was sent may stay unacknowledged before the system gives
    /// the connection up (TCP_USER_TIMEOUT, where there is one), in whole
    /// milliseconds up to 2³¹ − 1. Default: none, as
    /// [`liveness_timeout`](Self::liveness_timeout) covers it everywhere.
    pub fn user_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.config.user_timeout = timeout.into();
        self
    }

    /// What a reply may hold; none may be 0 but the number of attributes.
    /// Default [`Limits::default`].
    pub fn limits(mut self, limits: Limits) -> Self {
        self.config.limits = limits;
        self
    }

    /// Connections that a client may open beside the shared one, for commands
    /// that block or need a connection of their own. Default 16: a server allows
    /// 10,000 from all clients.
    pub fn max_dedicated(mut self, connections: usize) -> Self {
        self.config.max_dedicated = connections;
        self
    }

    /// Messages that wait for a subscriber that does not take them, for each
    /// subscriber, and 1 KiB for each of them on average. Default 1024, some
    /// seconds of a busy channel and 1 MiB.
    pub fn push_queue(mut self, messages: usize) -> Self {
        self.config.push_queue = messages;
        self
    }
}
