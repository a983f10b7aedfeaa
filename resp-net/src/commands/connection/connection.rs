// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{Connection, Lease};
use bytes::Bytes;
use core::time::Duration;
use resp_core::{Command, Dedicated, Plain, ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::string::String;
use std::vec::Vec;

/// The connection, and the connections of others.
impl Connection {
    /// Says whether the keys that the next command reads are to be tracked, on a connection
    /// that tracks by choice.
    ///
    /// `CLIENT CACHING`, since 6.0.0. Complexity: O(1).
    #[inline]
    pub fn client_caching(&mut self, track: impl Into<YesNo>) -> Command<(), Dedicated, Lease<'_>> {
        self.send(client_caching(track))
    }

    /// Tells the server what the connection can cope with, such as `redirect`.
    ///
    /// `CLIENT CAPA`, since Valkey 8.0.0. Complexity: O(1).
    #[inline]
    pub fn client_capa(&mut self, capabilities: impl ToArgs) -> Command<(), Dedicated, Lease<'_>> {
        self.send(client_capa(capabilities))
    }

    /// Tells the connection's name; `None` if it has none.
    ///
    /// `CLIENT GETNAME`, since 2.6.9. Complexity: O(1).
    #[inline]
    pub fn client_getname(&mut self) -> Command<Option<String>, Plain, Lease<'_>> {
        self.send(client_getname())
    }

    /// Tells which connection is told of changes to the keys that this one reads.
    ///
    /// `CLIENT GETREDIR`, since 6.0.0. Complexity: O(1).
    #[inline]
    pub fn client_getredir(&mut self) -> Command<Redirect, Plain, Lease<'_>> {
        self.send(client_getredir())
    }

    /// The server's own help on CLIENT, line by line.
    ///
    /// `CLIENT HELP`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn client_help(&mut self) -> Command<Vec<String>, Plain, Lease<'_>> {
        self.send(client_help())
    }

    /// Tells the connection's number, which the server gives to no other until it starts
    /// anew.
    ///
    /// `CLIENT ID`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn client_id(&mut self) -> Command<u64, Plain, Lease<'_>> {
        self.send(client_id())
    }

    /// Says whether the connection brings data into a server in import mode, so that it sees
    /// keys that are past their time.
    ///
    /// `CLIENT IMPORT-SOURCE`, since Valkey 8.1.0. Complexity: O(1).
    #[inline]
    pub fn client_import_source(&mut self, on: impl Into<OnOff>) -> Command<(), Dedicated, Lease<'_>> {
        self.send(client_import_source(on))
    }

    /// Describes the connection as the server sees it.
    ///
    /// `CLIENT INFO`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn client_info(&mut self) -> Command<ClientInfo, Plain, Lease<'_>> {
        self.send(client_info())
    }

    /// Ends the connections that fit all of the filters given: how many there were.
    ///
    /// It is an error without any filter. Connections that are in the middle of a command end
    /// after it.
    ///
    /// `CLIENT KILL`, since 2.4.0. Complexity: O(N) for N connections.
    #[inline]
    pub fn client_kill(&mut self) -> Command<u64, ClientKill, Lease<'_>> {
        self.send(client_kill())
    }

    /// Describes the connections of the server.
    ///
    /// `CLIENT LIST`, since 2.4.0. Complexity: O(N) for N connections.
    #[inline]
    pub fn client_list(&mut self) -> Command<Clients, ClientList, Lease<'_>> {
        self.send(client_list())
    }

    /// Says whether the connection is spared when the server ends connections to save memory.
    ///
    /// `CLIENT NO-EVICT`, since 7.0.0. Complexity: O(1).
    #[inline]
    pub fn client_no_evict(&mut self, on: impl Into<OnOff>) -> Command<(), Dedicated, Lease<'_>> {
        self.send(client_no_evict(on))
    }

    /// Says whether the connection reads keys without their counting as used, which decides
    /// what is evicted first.
    ///
    /// `CLIENT NO-TOUCH`, since 7.2.0. Complexity: O(1).
    #[inline]
    pub fn client_no_touch(&mut self, on: impl Into<OnOff>) -> Command<(), Dedicated, Lease<'_>> {
        self.send(client_no_touch(on))
    }

    /// Has the server let all clients wait for this long.
    ///
    /// `CLIENT PAUSE`, since 2.9.50. Complexity: O(1).
    #[inline]
    pub fn client_pause(&mut self, time: Duration) -> Command<(), ClientPause, Lease<'_>> {
        self.send(client_pause(time))
    }

    /// Tells the server which library the connection is made by, or its version.
    ///
    /// Clients do it by themselves unless `Config` says otherwise.
    ///
    /// `CLIENT SETINFO`, since 7.2.0. Complexity: O(1).
    #[inline]
    pub fn client_setinfo(
        &mut self,
        attribute: ClientAttribute,
        value: impl ToArg,
    ) -> Command<(), Dedicated, Lease<'_>> {
        self.send(client_setinfo(attribute, value))
    }

    /// Gives the connection a name of printable ASCII without spaces; an empty one takes it
    /// away.
    ///
    /// The name that all connections of a client have from their start is set in `Config`.
    ///
    /// `CLIENT SETNAME`, since 2.6.9. Complexity: O(1).
    #[inline]
    pub fn client_setname(&mut self, name: impl ToArg) -> Command<(), Dedicated, Lease<'_>> {
        self.send(client_setname(name))
    }

    /// Turns on or off that the connection is told when keys change that it has read.
    ///
    /// `CLIENT TRACKING`, since 6.0.0. Complexity: O(1), some options O(N) for N prefixes.
    #[inline]
    pub fn client_tracking(&mut self, on: impl Into<OnOff>) -> Command<(), ClientTracking, Lease<'_>> {
        self.send(client_tracking(on))
    }

    /// Tells how the connection tracks keys.
    ///
    /// `CLIENT TRACKINGINFO`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn client_trackinginfo(&mut self) -> Command<TrackingInfo, Plain, Lease<'_>> {
        self.send(client_trackinginfo())
    }

    /// Wakes the connection with this number if it waits in a blocking command: whether it
    /// did.
    ///
    /// `CLIENT UNBLOCK`, since 5.0.0. Complexity: O(log N) for N connections.
    #[inline]
    pub fn client_unblock(&mut self, client: u64) -> Command<bool, ClientUnblock, Lease<'_>> {
        self.send(client_unblock(client))
    }

    /// Ends what [`client_pause`] began.
    ///
    /// `CLIENT UNPAUSE`, since 6.2.0. Complexity: O(N) for N clients that wait.
    #[inline]
    pub fn client_unpause(&mut self) -> Command<(), Plain, Lease<'_>> {
        self.send(client_unpause())
    }

    /// Has the server send `message` back.
    ///
    /// `ECHO`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn echo(&mut self, message: impl ToArg) -> Command<Bytes, Plain, Lease<'_>> {
        self.send(echo(message))
    }

    /// Asks the server for a sign of life: `PONG`.
    ///
    /// `PING`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ping(&mut self) -> Command<Bytes, Ping, Lease<'_>> {
        self.send(ping())
    }
}
