// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{TextCall, TextClient};
use bytes::Bytes;
use core::time::Duration;
use resp_core::ToArg;
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::string::String;
use std::vec::Vec;

/// The connection, and the connections of others.
impl TextClient {
    /// Tells the connection's name; `None` if it has none.
    ///
    /// `CLIENT GETNAME`, since 2.6.9. Complexity: O(1).
    #[inline]
    pub fn client_getname(&self) -> TextCall<'_, Option<String>> {
        self.send(client_getname())
    }

    /// Tells which connection is told of changes to the keys that this one reads.
    ///
    /// `CLIENT GETREDIR`, since 6.0.0. Complexity: O(1).
    #[inline]
    pub fn client_getredir(&self) -> TextCall<'_, Redirect> {
        self.send(client_getredir())
    }

    /// The server's own help on CLIENT, line by line.
    ///
    /// `CLIENT HELP`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn client_help(&self) -> TextCall<'_, Vec<String>> {
        self.send(client_help())
    }

    /// Tells the connection's number, which the server gives to no other until it starts
    /// anew.
    ///
    /// `CLIENT ID`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn client_id(&self) -> TextCall<'_, u64> {
        self.send(client_id())
    }

    /// Describes the connection as the server sees it.
    ///
    /// `CLIENT INFO`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn client_info(&self) -> TextCall<'_, ClientInfo> {
        self.send(client_info())
    }

    /// Ends the connections that fit all of the filters given: how many there were.
    ///
    /// It is an error without any filter. Connections that are in the middle of a command end
    /// after it.
    ///
    /// `CLIENT KILL`, since 2.4.0. Complexity: O(N) for N connections.
    #[inline]
    pub fn client_kill(&self) -> TextCall<'_, u64, ClientKill> {
        self.send(client_kill())
    }

    /// Describes the connections of the server.
    ///
    /// `CLIENT LIST`, since 2.4.0. Complexity: O(N) for N connections.
    #[inline]
    pub fn client_list(&self) -> TextCall<'_, Clients, ClientList> {
        self.send(client_list())
    }

    /// Has the server let all clients wait for this long.
    ///
    /// `CLIENT PAUSE`, since 2.9.50. Complexity: O(1).
    #[inline]
    pub fn client_pause(&self, time: Duration) -> TextCall<'_, (), ClientPause> {
        self.send(client_pause(time))
    }

    /// Tells how the connection tracks keys.
    ///
    /// `CLIENT TRACKINGINFO`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn client_trackinginfo(&self) -> TextCall<'_, TrackingInfo> {
        self.send(client_trackinginfo())
    }

    /// Wakes the connection with this number if it waits in a blocking command: whether it
    /// did.
    ///
    /// `CLIENT UNBLOCK`, since 5.0.0. Complexity: O(log N) for N connections.
    #[inline]
    pub fn client_unblock(&self, client: u64) -> TextCall<'_, bool, ClientUnblock> {
        self.send(client_unblock(client))
    }

    /// Ends what [`client_pause`] began.
    ///
    /// `CLIENT UNPAUSE`, since 6.2.0. Complexity: O(N) for N clients that wait.
    #[inline]
    pub fn client_unpause(&self) -> TextCall<'_, ()> {
        self.send(client_unpause())
    }

    /// Has the server send `message` back.
    ///
    /// `ECHO`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn echo(&self, message: impl ToArg) -> TextCall<'_, Bytes> {
        self.send(echo(message))
    }

    /// Asks the server for a sign of life: `PONG`.
    ///
    /// `PING`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ping(&self) -> TextCall<'_, Bytes, Ping> {
        self.send(ping())
    }
}
