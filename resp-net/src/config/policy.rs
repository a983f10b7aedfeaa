//! Settings that are a choice between a few ways.

/// Which version of the protocol to speak.
///
/// ```
/// use resp_net::{Config, ProtocolChoice};
///
/// // A proxy that knows no RESP3 need not be asked.
/// let config = Config::builder().protocol(ProtocolChoice::Resp2).build()?;
/// # Ok::<(), resp_net::ConfigError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProtocolChoice {
    /// RESP3, and RESP2 with servers that do not know it.
    #[default]
    Automatic,
    /// RESP2, without asking.
    Resp2,
    /// RESP3, or no connection.
    Resp3,
}

/// What becomes of a call when the connection has as many bytes or commands
/// under way as it may.
///
/// ```
/// use resp_net::{Config, WhenFull};
///
/// // A caller that has something better to do than to wait.
/// let config = Config::builder().budget(1 << 20).when_full(WhenFull::Fail).build()?;
/// # Ok::<(), resp_net::ConfigError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WhenFull {
    /// It waits for room, until its deadline. `max_waiting` bounds how many do.
    #[default]
    Wait,
    /// It fails at once, and was not sent.
    Fail,
}

/// What becomes of a call while there is no connection.
///
/// ```
/// use resp_net::{Config, WhenDisconnected};
///
/// // A restart of the server is to be a delay, not an error.
/// let config = Config::builder().when_disconnected(WhenDisconnected::Queue).build()?;
/// # Ok::<(), resp_net::ConfigError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WhenDisconnected {
    /// It fails at once, and was not sent.
    #[default]
    Fail,
    /// It waits for the next connection, until its deadline, within the same
    /// budget.
    Queue,
}

/// Which commands are sent again without asking, when a connection is lost or
/// the server does not take them.
///
/// A command whose caller marked it with `may_retry()` is sent again under any
/// of these. All tries together have the one deadline of the call.
///
/// ```
/// use resp_net::{Config, Retry};
///
/// let config = Config::builder().retry(Retry::Reads).build()?;
/// # Ok::<(), resp_net::ConfigError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Retry {
    /// Only those that certainly did not run: no byte of them was sent, or the
    /// server refused them before it ran them. No command runs twice.
    #[default]
    Unsent,
    /// Also those that only read and of whose fate nothing is known. The server
    /// may run them twice, which changes no data.
    Reads,
}
