//! The shared clients of both drivers behind one door, so that a test is
//! written once: as a function of a [`Door`], named in [`for_each_driver`].
#![allow(dead_code, reason = "not every test uses all of it")]

use core::time::Duration;
use std::sync::LazyLock;
use std::time::Instant;

use resp_net::resp_core::{Command, FromReply, QueueableBatch, Shareable};
use resp_net::{Config, ConfigBuilder, ConnectionEvent, Error, Executed, ScriptCall, blocking, cmd};
use tests::server::RedisServer;
use tests::token;
use tests::wait::{LIMIT, eventually};
use tokio::runtime::Runtime;

use crate::client_setup::{Server, chain, within};

/// The password of every server here, which no error may show.
pub(crate) const SECRET: &str = "s3cr3t-CANARY";

/// A shared client whose calls block, each on the thread that makes it.
pub(crate) trait Door: Clone + Send + Sync + 'static {
    fn connect(config: &Config) -> Result<Self, Error>;
    fn send<R: FromReply, K: Shareable>(&self, command: Command<R, K>) -> Result<R::Out, Error>;
    fn pipeline<B: QueueableBatch + Unpin>(&self, batch: B) -> Result<B::Out, Error>;
    fn run<R: FromReply>(&self, call: &ScriptCall<'_, R>) -> Result<R::Out, Error>;
    fn is_connected(&self) -> bool;
    fn close(&self, drain: Duration);

    /// What becomes of the connection from now on; each call waits for the next.
    fn events(&self) -> impl FnMut() -> Option<ConnectionEvent>;

    /// A client of the server, or proxy, at this port.
    fn open(config: ConfigBuilder) -> Self {
        Self::connect(&config.build().unwrap()).unwrap_or_else(|error| panic!("{}", chain(&error)))
    }

    /// Has a token echoed, which must be the caller's own.
    fn echo(&self) -> Result<(), Error> {
        let mine = token::unique();
        self.send(cmd::echo(mine.clone()).text()).map(|echoed| assert_eq!(echoed, mine))
    }

    /// Waits until the server answers again; what is said until then must be
    /// true of a token that was not echoed.
    fn recover(&self) {
        assert!(eventually(|| self.echo().is_ok()), "it does not come back");
        assert!(self.is_connected());
    }

    /// Ends a fault, and yields how long it takes from there until the server
    /// answers.
    fn time_to_recover(&self, heal: impl FnOnce()) -> Duration {
        heal();
        let healed = Instant::now();
        self.recover();
        healed.elapsed()
    }
}

/// The client of tokio, on one runtime for all tests of the program.
#[derive(Clone, Debug)]
pub(crate) struct Tokio(pub(crate) resp_net::Client);

pub(crate) static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
});

impl Door for Tokio {
    fn connect(config: &Config) -> Result<Self, Error> {
        checked(RUNTIME.block_on(resp_net::Client::connect_with(config))).map(Self)
    }

    fn send<R: FromReply, K: Shareable>(&self, command: Command<R, K>) -> Result<R::Out, Error> {
        checked(RUNTIME.block_on(self.0.send(command)))
    }

    fn pipeline<B: QueueableBatch + Unpin>(&self, batch: B) -> Result<B::Out, Error> {
        checked(RUNTIME.block_on(self.0.pipeline(batch)))
    }

    fn run<R: FromReply>(&self, call: &ScriptCall<'_, R>) -> Result<R::Out, Error> {
        checked(RUNTIME.block_on(self.0.run(call)))
    }

    fn is_connected(&self) -> bool {
        self.0.is_connected()
    }

    fn close(&self, drain: Duration) {
        RUNTIME.block_on(self.0.close(drain));
    }

    fn events(&self) -> impl FnMut() -> Option<ConnectionEvent> {
        let mut events = self.0.events();
        move || RUNTIME.block_on(within(events.next()))
    }
}

/// The client of mio, driven by those who call.
#[derive(Clone, Debug)]
pub(crate) struct Mio(pub(crate) blocking::Client);

impl Door for Mio {
    fn connect(config: &Config) -> Result<Self, Error> {
        checked(blocking::Client::connect_with(config)).map(Self)
    }

    fn send<R: FromReply, K: Shareable>(&self, command: Command<R, K>) -> Result<R::Out, Error> {
        checked(self.0.send(command).call())
    }

    fn pipeline<B: QueueableBatch + Unpin>(&self, batch: B) -> Result<B::Out, Error> {
        checked(self.0.pipeline(batch).call())
    }

    fn run<R: FromReply>(&self, call: &ScriptCall<'_, R>) -> Result<R::Out, Error> {
        checked(self.0.run(call))
    }

    fn is_connected(&self) -> bool {
        self.0.is_connected()
    }

    fn close(&self, drain: Duration) {
        self.0.close(drain);
    }

    fn events(&self) -> impl FnMut() -> Option<ConnectionEvent> {
        let mut events = self.0.events();
        move || events.next_timeout(LIMIT).expect("something happens in time")
    }
}

/// A test of each driver, of the same name, out of functions of a [`Door`].
macro_rules! for_each_driver {
    ($($name:ident),+ $(,)?) => {
        mod tokio {
            $(#[test]
            fn $name() {
                super::$name::<$crate::door::Tokio>();
            })+
        }

        mod mio {
            $(#[test]
            fn $name() {
                super::$name::<$crate::door::Mio>();
            })+
        }
    };
}
pub(crate) use for_each_driver;

/// No error of any call shows the password, in any of its forms.
fn checked<T>(result: Result<T, Error>) -> Result<T, Error> {
    result.inspect_err(|error| {
        let shown = format!("{error:?} {error:#?} {}", chain(error));
        assert!(!shown.contains(SECRET), "it shows the password");
    })
}

/// A server that wants the password.
pub(crate) fn server(args: &[&str]) -> Server {
    Server::of(RedisServer::builder().password(SECRET).args(args).start())
}

/// Settings for the server, or proxy, at this port. Attempts to connect are at
/// most 100 ms apart, so that a test sees the next one soon.
pub(crate) fn config(port: u16) -> ConfigBuilder {
    Config::builder().host("127.0.0.1").port(port).password(SECRET).backoff_max(Duration::from_millis(100))
}

/// Whether a call that was lost may have run.
#[track_caller]
pub(crate) fn lost<T>(result: Result<T, Error>) -> Executed {
    match result {
        Err(error @ Error::Lost { executed, .. }) => {
            assert_eq!(error.executed(), executed);
            assert!(error.is_retryable());
            executed
        }
        Err(error) => panic!("it was not lost: {}", chain(&error)),
        Ok(_) => panic!("it was answered"),
    }
}

/// Whether a call whose time was over may have run.
#[track_caller]
pub(crate) fn timed_out<T>(result: Result<T, Error>) -> Executed {
    match result {
        Err(error @ Error::Timeout { executed, .. }) => {
            assert_eq!(error.executed(), executed);
            assert!(error.is_retryable());
            executed
        }
        Err(error) => panic!("its time was not over: {}", chain(&error)),
        Ok(_) => panic!("it was answered"),
    }
}

/// Has a client whose pauses are at most 100 ms recover time and again: it takes
/// no more than 250 ms, most times. For the others, the machine has other things
/// to do.
#[track_caller]
pub(crate) fn soon_in_most(mut round: impl FnMut() -> Duration) {
    const SOON: Duration = Duration::from_millis(250);
    const MOST: usize = 3;
    let (mut soon, mut late) = (0, vec![]);
    while soon < MOST && late.len() < MOST {
        let took = round();
        if took <= SOON {
            soon += 1;
        } else {
            late.push(took);
        }
    }
    assert_eq!(soon, MOST, "it was late: {late:?}");
}
