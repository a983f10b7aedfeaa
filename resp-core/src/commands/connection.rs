// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! The connection, and the connections of others.

#[doc(inline)]
pub use super::custom::connection::*;
use super::times;
use crate::command::{Command, Dedicated, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use core::time::Duration;
use std::string::String;
use std::vec::Vec;

/// The options of [`auth`].
#[derive(Debug)]
pub struct Auth;

/// Proves to the server who the connection belongs to, by a password.
///
/// Clients do it by themselves with what `Config` says; this is for those who drive a
/// connection of their own.
///
/// `AUTH`, since 1.0.0. Complexity: O(N) for N passwords of the user.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = auth("s3cret").username("row-auth");
/// // AUTH row-auth s3cret
/// # let _ = command;
/// ```
#[inline]
pub fn auth(password: impl ToArg) -> Command<(), Auth> {
    Command::new(Wire::of(&metas::AUTH, [password.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Auth, X> {
    /// As this user. Default: `default`.
    #[inline]
    pub fn username(self, name: impl ToArg) -> Self {
        self.with_at(0, |wire| {
            wire.push(name.to_arg().as_bytes());
        })
    }
}

/// Says whether the keys that the next command reads are to be tracked, on a connection
/// that tracks by choice.
///
/// `CLIENT CACHING`, since 6.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_caching(true);
/// // CLIENT CACHING YES
/// # let _ = command;
/// ```
#[inline]
pub fn client_caching(track: impl Into<YesNo>) -> Command<(), Dedicated> {
    let track: YesNo = track.into();
    Command::new(Wire::of(&metas::CLIENT_CACHING, [track.to_arg().as_bytes()]))
}

/// Tells the server what the connection can cope with, such as `redirect`.
///
/// `CLIENT CAPA`, since Valkey 8.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_capa("redirect");
/// // CLIENT CAPA redirect
/// # let _ = command;
/// ```
#[inline]
pub fn client_capa(capabilities: impl ToArgs) -> Command<(), Dedicated> {
    let mut wire = Wire::of(&metas::CLIENT_CAPA, []);
    wire.push_args(&capabilities);
    Command::new(wire)
}

/// Tells the connection's name; `None` if it has none.
///
/// `CLIENT GETNAME`, since 2.6.9. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_getname();
/// // CLIENT GETNAME
/// # let _ = command;
/// ```
#[inline]
pub fn client_getname() -> Command<Option<String>> {
    Command::new(Wire::of(&metas::CLIENT_GETNAME, []))
}

/// Tells which connection is told of changes to the keys that this one reads.
///
/// `CLIENT GETREDIR`, since 6.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_getredir();
/// // CLIENT GETREDIR
/// # let _ = command;
/// ```
#[inline]
pub fn client_getredir() -> Command<Redirect> {
    Command::new(Wire::of(&metas::CLIENT_GETREDIR, []))
}

/// The server's own help on CLIENT, line by line.
///
/// `CLIENT HELP`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_help();
/// // CLIENT HELP
/// # let _ = command;
/// ```
#[inline]
pub fn client_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::CLIENT_HELP, []))
}

/// Tells the connection's number, which the server gives to no other until it starts
/// anew.
///
/// `CLIENT ID`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_id();
/// // CLIENT ID
/// # let _ = command;
/// ```
#[inline]
pub fn client_id() -> Command<u64> {
    Command::new(Wire::of(&metas::CLIENT_ID, []))
}

/// Says whether the connection brings data into a server in import mode, so that it sees
/// keys that are past their time.
///
/// `CLIENT IMPORT-SOURCE`, since Valkey 8.1.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_import_source(true);
/// // CLIENT IMPORT-SOURCE ON
/// # let _ = command;
/// ```
#[inline]
pub fn client_import_source(on: impl Into<OnOff>) -> Command<(), Dedicated> {
    let on: OnOff = on.into();
    Command::new(Wire::of(&metas::CLIENT_IMPORT_SOURCE, [on.to_arg().as_bytes()]))
}

/// Describes the connection as the server sees it.
///
/// `CLIENT INFO`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_info();
/// // CLIENT INFO
/// # let _ = command;
/// ```
#[inline]
pub fn client_info() -> Command<ClientInfo> {
    Command::new(Wire::of(&metas::CLIENT_INFO, []))
}

/// The options of [`client_kill`].
#[derive(Debug)]
pub struct ClientKill;

impl Shareable for ClientKill {}
impl Queueable for ClientKill {}

/// Ends the connections that fit all of the filters given: how many there were.
///
/// It is an error without any filter. Connections that are in the middle of a command end
/// after it.
///
/// `CLIENT KILL`, since 2.4.0. Complexity: O(N) for N connections.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_kill().id(1_000_000_007);
/// // CLIENT KILL ID 1000000007
/// # let _ = command;
/// ```
#[inline]
pub fn client_kill() -> Command<u64, ClientKill> {
    Command::new(Wire::of(&metas::CLIENT_KILL, []))
}

impl<R, X> Command<R, ClientKill, X> {
    /// Those with one of these numbers; before Valkey 8.1 only one may be given.
    #[inline]
    pub fn id(self, ids: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push(b"ID");
            wire.push_args(&ids);
        })
    }

    /// Those of this type.
    #[inline]
    pub fn of_type(self, of: ClientType) -> Self {
        self.with(|wire| {
            wire.push(b"TYPE");
            wire.push(of.to_arg().as_bytes());
        })
    }

    /// Those of this user.
    #[inline]
    pub fn user(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"USER");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// The one that comes from this address and port, such as `10.0.0.7:50664`.
    #[inline]
    pub fn addr(self, address: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"ADDR");
            wire.push(address.to_arg().as_bytes());
        })
    }

    /// Those that came to this address and port of the server. Since 6.2.0.
    #[inline]
    pub fn laddr(self, address: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"LADDR");
            wire.push(address.to_arg().as_bytes());
        })
    }

    /// Whether the connection that asks is left out. Default: yes.
    #[inline]
    pub fn skip_me(self, skip: impl Into<YesNo>) -> Self {
        self.with(|wire| {
            wire.push(b"SKIPME");
            let skip: YesNo = skip.into();
            wire.push(skip.to_arg().as_bytes());
        })
    }

    /// Those that are at least this old, which is the reverse of what the word says. Since
    /// Redis 7.4 and Valkey 8.0.
    #[inline]
    pub fn max_age(self, age: Duration) -> Self {
        self.with(|wire| {
            wire.push(b"MAXAGE");
            wire.push(times::seconds(age).to_arg().as_bytes());
        })
    }

    /// Those with this name. Since Valkey 9.0.0.
    #[inline]
    pub fn name(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NAME");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// Those that sent nothing for at least this long. Since Valkey 9.0.0.
    #[inline]
    pub fn idle(self, time: Duration) -> Self {
        self.with(|wire| {
            wire.push(b"IDLE");
            wire.push(times::seconds(time).to_arg().as_bytes());
        })
    }

    /// Those with all of these flags, such as `xb`. Since Valkey 9.0.0.
    #[inline]
    pub fn flags(self, flags: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"FLAGS");
            wire.push(flags.to_arg().as_bytes());
        })
    }

    /// Those of the client library of this name. Since Valkey 9.0.0.
    #[inline]
    pub fn lib_name(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"LIB-NAME");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// Those of this version of their client library. Since Valkey 9.0.0.
    #[inline]
    pub fn lib_ver(self, version: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"LIB-VER");
            wire.push(version.to_arg().as_bytes());
        })
    }

    /// Those that use this database. Since Valkey 9.0.0.
    #[inline]
    pub fn db(self, db: u32) -> Self {
        self.with(|wire| {
            wire.push(b"DB");
            wire.push(db.to_arg().as_bytes());
        })
    }

    /// Those with all of these capabilities, such as `r`. Since Valkey 9.0.0.
    #[inline]
    pub fn capa(self, capabilities: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"CAPA");
            wire.push(capabilities.to_arg().as_bytes());
        })
    }

    /// Those that come from this address. Since Valkey 9.0.0.
    #[inline]
    pub fn ip(self, address: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"IP");
            wire.push(address.to_arg().as_bytes());
        })
    }

    /// None of those with these numbers. Since Valkey 9.0.0.
    #[inline]
    pub fn not_id(self, ids: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-ID");
            wire.push_args(&ids);
        })
    }

    /// None of those of this type. Since Valkey 9.0.0.
    #[inline]
    pub fn not_type(self, of: ClientType) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-TYPE");
            wire.push(of.to_arg().as_bytes());
        })
    }

    /// None of those of this user. Since Valkey 9.0.0.
    #[inline]
    pub fn not_user(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-USER");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// None of those from this address and port. Since Valkey 9.0.0.
    #[inline]
    pub fn not_addr(self, address: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-ADDR");
            wire.push(address.to_arg().as_bytes());
        })
    }

    /// None of those that came to this address and port of the server. Since Valkey 9.0.0.
    #[inline]
    pub fn not_laddr(self, address: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-LADDR");
            wire.push(address.to_arg().as_bytes());
        })
    }

    /// None of those with this name. Since Valkey 9.0.0.
    #[inline]
    pub fn not_name(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-NAME");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// None of those with all of these flags. Since Valkey 9.0.0.
    #[inline]
    pub fn not_flags(self, flags: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-FLAGS");
            wire.push(flags.to_arg().as_bytes());
        })
    }

    /// None of those of the client library of this name. Since Valkey 9.0.0.
    #[inline]
    pub fn not_lib_name(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-LIB-NAME");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// None of those of this version of their client library. Since Valkey 9.0.0.
    #[inline]
    pub fn not_lib_ver(self, version: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-LIB-VER");
            wire.push(version.to_arg().as_bytes());
        })
    }

    /// None of those that use this database. Since Valkey 9.0.0.
    #[inline]
    pub fn not_db(self, db: u32) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-DB");
            wire.push(db.to_arg().as_bytes());
        })
    }

    /// None of those with all of these capabilities. Since Valkey 9.0.0.
    #[inline]
    pub fn not_capa(self, capabilities: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-CAPA");
            wire.push(capabilities.to_arg().as_bytes());
        })
    }

    /// None of those from this address. Since Valkey 9.0.0.
    #[inline]
    pub fn not_ip(self, address: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-IP");
            wire.push(address.to_arg().as_bytes());
        })
    }
}

/// The options of [`client_list`].
#[derive(Debug)]
pub struct ClientList;

impl Shareable for ClientList {}
impl Queueable for ClientList {}

/// Describes the connections of the server.
///
/// `CLIENT LIST`, since 2.4.0. Complexity: O(N) for N connections.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_list();
/// // CLIENT LIST
/// # let _ = command;
/// ```
#[inline]
pub fn client_list() -> Command<Clients, ClientList> {
    Command::new(Wire::of(&metas::CLIENT_LIST, []))
}

impl<R, X> Command<R, ClientList, X> {
    /// Only those with these numbers. Since 6.2.0.
    #[inline]
    pub fn id(self, ids: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push(b"ID");
            wire.push_args(&ids);
        })
    }

    /// Only those of this type.
    #[inline]
    pub fn of_type(self, of: ClientType) -> Self {
        self.with(|wire| {
            wire.push(b"TYPE");
            wire.push(of.to_arg().as_bytes());
        })
    }

    /// Only those of this user. Since Valkey 8.1.0.
    #[inline]
    pub fn user(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"USER");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// Only the one that comes from this address and port, such as `10.0.0.7:50664`. Since
    /// Valkey 8.1.0.
    #[inline]
    pub fn addr(self, address: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"ADDR");
            wire.push(address.to_arg().as_bytes());
        })
    }

    /// Only those that came to this address and port of the server. Since Valkey 8.1.0.
    #[inline]
    pub fn laddr(self, address: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"LADDR");
            wire.push(address.to_arg().as_bytes());
        })
    }

    /// Whether the connection that asks is left out. Default: no. Since Valkey 8.1.0.
    #[inline]
    pub fn skip_me(self, skip: impl Into<YesNo>) -> Self {
        self.with(|wire| {
            wire.push(b"SKIPME");
            let skip: YesNo = skip.into();
            wire.push(skip.to_arg().as_bytes());
        })
    }

    /// Only those that are at least this old, which is the reverse of what the word says.
    /// Since Valkey 8.1.0.
    #[inline]
    pub fn max_age(self, age: Duration) -> Self {
        self.with(|wire| {
            wire.push(b"MAXAGE");
            wire.push(times::seconds(age).to_arg().as_bytes());
        })
    }

    /// Only those with this name. Since Valkey 9.0.0.
    #[inline]
    pub fn name(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NAME");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// Only those that sent nothing for at least this long. Since Valkey 9.0.0.
    #[inline]
    pub fn idle(self, time: Duration) -> Self {
        self.with(|wire| {
            wire.push(b"IDLE");
            wire.push(times::seconds(time).to_arg().as_bytes());
        })
    }

    /// Only those with all of these flags, such as `xb`. Since Valkey 9.0.0.
    #[inline]
    pub fn flags(self, flags: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"FLAGS");
            wire.push(flags.to_arg().as_bytes());
        })
    }

    /// Only those of the client library of this name. Since Valkey 9.0.0.
    #[inline]
    pub fn lib_name(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"LIB-NAME");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// Only those of this version of their client library. Since Valkey 9.0.0.
    #[inline]
    pub fn lib_ver(self, version: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"LIB-VER");
            wire.push(version.to_arg().as_bytes());
        })
    }

    /// Only those that use this database. Since Valkey 9.0.0.
    #[inline]
    pub fn db(self, db: u32) -> Self {
        self.with(|wire| {
            wire.push(b"DB");
            wire.push(db.to_arg().as_bytes());
        })
    }

    /// Only those with all of these capabilities, such as `r`. Since Valkey 9.0.0.
    #[inline]
    pub fn capa(self, capabilities: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"CAPA");
            wire.push(capabilities.to_arg().as_bytes());
        })
    }

    /// Only those that come from this address. Since Valkey 9.0.0.
    #[inline]
    pub fn ip(self, address: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"IP");
            wire.push(address.to_arg().as_bytes());
        })
    }

    /// None of those with these numbers. Since Valkey 9.0.0.
    #[inline]
    pub fn not_id(self, ids: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-ID");
            wire.push_args(&ids);
        })
    }

    /// None of those of this type. Since Valkey 9.0.0.
    #[inline]
    pub fn not_type(self, of: ClientType) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-TYPE");
            wire.push(of.to_arg().as_bytes());
        })
    }

    /// None of those of this user. Since Valkey 9.0.0.
    #[inline]
    pub fn not_user(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-USER");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// None of those from this address and port. Since Valkey 9.0.0.
    #[inline]
    pub fn not_addr(self, address: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-ADDR");
            wire.push(address.to_arg().as_bytes());
        })
    }

    /// None of those that came to this address and port of the server. Since Valkey 9.0.0.
    #[inline]
    pub fn not_laddr(self, address: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-LADDR");
            wire.push(address.to_arg().as_bytes());
        })
    }

    /// None of those with this name. Since Valkey 9.0.0.
    #[inline]
    pub fn not_name(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-NAME");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// None of those with all of these flags. Since Valkey 9.0.0.
    #[inline]
    pub fn not_flags(self, flags: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-FLAGS");
            wire.push(flags.to_arg().as_bytes());
        })
    }

    /// None of those of the client library of this name. Since Valkey 9.0.0.
    #[inline]
    pub fn not_lib_name(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-LIB-NAME");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// None of those of this version of their client library. Since Valkey 9.0.0.
    #[inline]
    pub fn not_lib_ver(self, version: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-LIB-VER");
            wire.push(version.to_arg().as_bytes());
        })
    }

    /// None of those that use this database. Since Valkey 9.0.0.
    #[inline]
    pub fn not_db(self, db: u32) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-DB");
            wire.push(db.to_arg().as_bytes());
        })
    }

    /// None of those with all of these capabilities. Since Valkey 9.0.0.
    #[inline]
    pub fn not_capa(self, capabilities: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-CAPA");
            wire.push(capabilities.to_arg().as_bytes());
        })
    }

    /// None of those from this address. Since Valkey 9.0.0.
    #[inline]
    pub fn not_ip(self, address: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"NOT-IP");
            wire.push(address.to_arg().as_bytes());
        })
    }
}

/// Says whether the connection is spared when the server ends connections to save memory.
///
/// `CLIENT NO-EVICT`, since 7.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_no_evict(true);
/// // CLIENT NO-EVICT ON
/// # let _ = command;
/// ```
#[inline]
pub fn client_no_evict(on: impl Into<OnOff>) -> Command<(), Dedicated> {
    let on: OnOff = on.into();
    Command::new(Wire::of(&metas::CLIENT_NO_EVICT, [on.to_arg().as_bytes()]))
}

/// Says whether the connection reads keys without their counting as used, which decides
/// what is evicted first.
///
/// `CLIENT NO-TOUCH`, since 7.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_no_touch(true);
/// // CLIENT NO-TOUCH ON
/// # let _ = command;
/// ```
#[inline]
pub fn client_no_touch(on: impl Into<OnOff>) -> Command<(), Dedicated> {
    let on: OnOff = on.into();
    Command::new(Wire::of(&metas::CLIENT_NO_TOUCH, [on.to_arg().as_bytes()]))
}

/// The options of [`client_pause`].
#[derive(Debug)]
pub struct ClientPause<Mode = Free>(PhantomData<(Mode,)>);

impl<Mode> Shareable for ClientPause<Mode> {}
impl<Mode> Queueable for ClientPause<Mode> {}

/// Has the server let all clients wait for this long.
///
/// `CLIENT PAUSE`, since 2.9.50. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_pause(Duration::from_millis(1));
/// // CLIENT PAUSE 1
/// # let _ = command;
/// ```
#[inline]
pub fn client_pause(time: Duration) -> Command<(), ClientPause> {
    Command::new(Wire::of(&metas::CLIENT_PAUSE, [times::millis(time).to_arg().as_bytes()]))
}

impl<R, X> Command<R, ClientPause<Free>, X> {
    /// Only those that want to write. Since 6.2.0.
    #[inline]
    pub fn write(self) -> Command<R, ClientPause<Used>, X> {
        self.with(|wire| {
            wire.push(b"WRITE");
        })
        .retyped()
    }

    /// Those that read too. The default. Since 6.2.0.
    #[inline]
    pub fn all(self) -> Command<R, ClientPause<Used>, X> {
        self.with(|wire| {
            wire.push(b"ALL");
        })
        .retyped()
    }
}

/// Tells the server which library the connection is made by, or its version.
///
/// Clients do it by themselves unless `Config` says otherwise.
///
/// `CLIENT SETINFO`, since 7.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_setinfo(ClientAttribute::LibraryName, "shop");
/// // CLIENT SETINFO LIB-NAME shop
/// # let _ = command;
/// ```
#[inline]
pub fn client_setinfo(attribute: ClientAttribute, value: impl ToArg) -> Command<(), Dedicated> {
    Command::new(Wire::of(&metas::CLIENT_SETINFO, [attribute.to_arg().as_bytes(), value.to_arg().as_bytes()]))
}

/// Gives the connection a name of printable ASCII without spaces; an empty one takes it
/// away.
///
/// The name that all connections of a client have from their start is set in `Config`.
///
/// `CLIENT SETNAME`, since 2.6.9. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_setname("shop");
/// // CLIENT SETNAME shop
/// # let _ = command;
/// ```
#[inline]
pub fn client_setname(name: impl ToArg) -> Command<(), Dedicated> {
    Command::new(Wire::of(&metas::CLIENT_SETNAME, [name.to_arg().as_bytes()]))
}

/// The options of [`client_tracking`].
#[derive(Debug)]
pub struct ClientTracking<Mode = Free, Broadcast = Free>(PhantomData<(Mode, Broadcast)>);

/// Turns on or off that the connection is told when keys change that it has read.
///
/// `CLIENT TRACKING`, since 6.0.0. Complexity: O(1), some options O(N) for N prefixes.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_tracking(true).bcast().prefix("user:").prefix("order:").no_loop();
/// // CLIENT TRACKING ON BCAST PREFIX user: PREFIX order: NOLOOP
/// # let _ = command;
/// ```
#[inline]
pub fn client_tracking(on: impl Into<OnOff>) -> Command<(), ClientTracking> {
    let on: OnOff = on.into();
    Command::new(Wire::of(&metas::CLIENT_TRACKING, [on.to_arg().as_bytes()]))
}

impl<R, Mode, Broadcast, X> Command<R, ClientTracking<Mode, Broadcast>, X> {
    /// Tells the connection with this number instead, as RESP2 needs it.
    #[inline]
    pub fn redirect(self, client: u64) -> Self {
        self.with(|wire| {
            wire.push(b"REDIRECT");
            wire.push(client.to_arg().as_bytes());
        })
    }

    /// Not of changes that the connection makes itself.
    #[inline]
    pub fn no_loop(self) -> Self {
        self.with(|wire| {
            wire.push(b"NOLOOP");
        })
    }
}

impl<R, X> Command<R, ClientTracking<Free, Free>, X> {
    /// Tells of all keys, read or not.
    #[inline]
    pub fn bcast(self) -> Command<R, ClientTracking<Used, Used>, X> {
        self.with(|wire| {
            wire.push(b"BCAST");
        })
        .retyped()
    }
}

impl<R, Mode, X> Command<R, ClientTracking<Mode, Used>, X> {
    /// Only of keys that start like this; may be given for several.
    #[inline]
    pub fn prefix(self, prefix: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"PREFIX");
            wire.push(prefix.to_arg().as_bytes());
        })
    }
}

impl<R, Broadcast, X> Command<R, ClientTracking<Free, Broadcast>, X> {
    /// Only of keys that are read after [`client_caching`] with `true`.
    #[inline]
    pub fn opt_in(self) -> Command<R, ClientTracking<Used, Broadcast>, X> {
        self.with(|wire| {
            wire.push(b"OPTIN");
        })
        .retyped()
    }

    /// Not of keys that are read after [`client_caching`] with `false`.
    #[inline]
    pub fn opt_out(self) -> Command<R, ClientTracking<Used, Broadcast>, X> {
        self.with(|wire| {
            wire.push(b"OPTOUT");
        })
        .retyped()
    }
}

/// Tells how the connection tracks keys.
///
/// `CLIENT TRACKINGINFO`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_trackinginfo();
/// // CLIENT TRACKINGINFO
/// # let _ = command;
/// ```
#[inline]
pub fn client_trackinginfo() -> Command<TrackingInfo> {
    Command::new(Wire::of(&metas::CLIENT_TRACKINGINFO, []))
}

/// The options of [`client_unblock`].
#[derive(Debug)]
pub struct ClientUnblock<How = Free>(PhantomData<(How,)>);

impl<How> Shareable for ClientUnblock<How> {}
impl<How> Queueable for ClientUnblock<How> {}

/// Wakes the connection with this number if it waits in a blocking command: whether it
/// did.
///
/// `CLIENT UNBLOCK`, since 5.0.0. Complexity: O(log N) for N connections.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_unblock(1_000_000_007);
/// // CLIENT UNBLOCK 1000000007
/// # let _ = command;
/// ```
#[inline]
pub fn client_unblock(client: u64) -> Command<bool, ClientUnblock> {
    Command::new(Wire::of(&metas::CLIENT_UNBLOCK, [client.to_arg().as_bytes()]))
}

impl<R, X> Command<R, ClientUnblock<Free>, X> {
    /// As if its time had passed. The default.
    #[inline]
    pub fn as_timeout(self) -> Command<R, ClientUnblock<Used>, X> {
        self.with(|wire| {
            wire.push(b"TIMEOUT");
        })
        .retyped()
    }

    /// With the error `UNBLOCKED`.
    #[inline]
    pub fn as_error(self) -> Command<R, ClientUnblock<Used>, X> {
        self.with(|wire| {
            wire.push(b"ERROR");
        })
        .retyped()
    }
}

/// Ends what [`client_pause`] began.
///
/// `CLIENT UNPAUSE`, since 6.2.0. Complexity: O(N) for N clients that wait.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = client_unpause();
/// // CLIENT UNPAUSE
/// # let _ = command;
/// ```
#[inline]
pub fn client_unpause() -> Command<()> {
    Command::new(Wire::of(&metas::CLIENT_UNPAUSE, []))
}

/// Has the server send `message` back.
///
/// `ECHO`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = echo("hello");
/// // ECHO hello
/// # let _ = command;
/// ```
#[inline]
pub fn echo(message: impl ToArg) -> Command<Bytes> {
    Command::new(Wire::of(&metas::ECHO, [message.to_arg().as_bytes()]))
}

/// The options of [`hello`].
#[derive(Debug)]
pub struct Hello<Version = Free>(PhantomData<(Version,)>);

/// Asks what the server is and, with a version, agrees with it on a protocol.
///
/// Clients do it by themselves with what `Config` says; this is for those who drive a
/// connection of their own.
///
/// `HELLO`, since 6.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hello();
/// // HELLO
/// # let _ = command;
/// ```
#[inline]
pub fn hello() -> Command<ServerHello, Hello> {
    Command::new(Wire::of(&metas::HELLO, []))
}

impl<R, X> Command<R, Hello<Free>, X> {
    /// Speaks this version of the protocol from now on: 2 or 3. Default: as it was.
    #[inline]
    pub fn version(self, protocol: u32) -> Command<R, Hello<Used>, X> {
        self.with(|wire| {
            wire.push(protocol.to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<R, X> Command<R, Hello<Used>, X> {
    /// Proves with it who the connection belongs to.
    #[inline]
    pub fn auth(self, user: impl ToArg, password: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"AUTH");
            wire.push(user.to_arg().as_bytes());
            wire.push(password.to_arg().as_bytes());
        })
    }

    /// Names the connection with it.
    #[inline]
    pub fn set_name(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"SETNAME");
            wire.push(name.to_arg().as_bytes());
        })
    }
}

/// The options of [`ping`].
#[derive(Debug)]
pub struct Ping;

impl Shareable for Ping {}
impl Queueable for Ping {}

/// Asks the server for a sign of life: `PONG`.
///
/// `PING`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ping();
/// // PING
/// # let _ = command;
/// ```
#[inline]
pub fn ping() -> Command<Bytes, Ping> {
    Command::new(Wire::of(&metas::PING, []))
}

impl<R, X> Command<R, Ping, X> {
    /// Has it send this back instead.
    #[inline]
    pub fn message(self, message: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(message.to_arg().as_bytes());
        })
    }
}

/// Puts the connection back to how it was before its first command, RESP2 and not
/// authenticated: `RESET`.
///
/// Clients never send it; this is for those who drive a connection of their own.
///
/// `RESET`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = reset();
/// // RESET
/// # let _ = command;
/// ```
#[inline]
pub fn reset() -> Command<Bytes, Dedicated> {
    Command::new(Wire::of(&metas::RESET, []))
}

/// Makes the commands that follow use the database of this number.
///
/// Clients do it by themselves with what `Config` says; this is for those who drive a
/// connection of their own.
///
/// `SELECT`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = select(7);
/// // SELECT 7
/// # let _ = command;
/// ```
#[inline]
pub fn select(db: u32) -> Command<(), Dedicated> {
    Command::new(Wire::of(&metas::SELECT, [db.to_arg().as_bytes()]))
}
