// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! The server: its settings, state and logs, and all its data at once.

#[doc(inline)]
pub use super::custom::server::*;
use super::times;
use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{ToArg, ToArgs, ToPairs};
use crate::reply::Reply;
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use core::time::Duration;
use std::collections::HashMap;
use std::string::String;
use std::vec::Vec;

/// Has the append-only file written anew in the background: whether that began or waits
/// for another background job.
///
/// `BGREWRITEAOF`, since 1.0.0. Complexity: O(1), and a process that writes all data.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bgrewriteaof();
/// // BGREWRITEAOF
/// # let _ = command;
/// ```
#[inline]
pub fn bgrewriteaof() -> Command<Background> {
    Command::new(Wire::of(&metas::BGREWRITEAOF, []))
}

/// The options of [`bgsave`].
#[derive(Debug)]
pub struct Bgsave<How = Free>(PhantomData<(How,)>);

impl<How> Shareable for Bgsave<How> {}
impl<How> Queueable for Bgsave<How> {}

/// Saves the data to disk in the background: whether that began, waits or was given up.
///
/// [`lastsave`] tells when it is done.
///
/// `BGSAVE`, since 1.0.0. Complexity: O(1), and a process that writes all data.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bgsave();
/// // BGSAVE
/// # let _ = command;
/// ```
#[inline]
pub fn bgsave() -> Command<Background, Bgsave> {
    Command::new(Wire::of(&metas::BGSAVE, []))
}

impl<R, X> Command<R, Bgsave<Free>, X> {
    /// Waits its turn while the append-only file is written, which is an error without this.
    #[inline]
    pub fn schedule(self) -> Command<R, Bgsave<Used>, X> {
        self.with(|wire| {
            wire.push(b"SCHEDULE");
        })
        .retyped()
    }

    /// Gives up the save that runs or waits instead. Since Valkey 8.1.0.
    #[inline]
    pub fn cancel(self) -> Command<R, Bgsave<Used>, X> {
        self.with(|wire| {
            wire.push(b"CANCEL");
        })
        .retyped()
    }
}

/// Lists what the server knows of each of its commands.
///
/// `COMMAND`, since 2.8.13. Complexity: O(N) for N commands of the server.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = command();
/// // COMMAND
/// # let _ = command;
/// ```
#[inline]
pub fn command() -> Command<Vec<CommandDetails>> {
    Command::new(Wire::of(&metas::COMMAND, []))
}

/// Counts the commands of the server, subcommands not among them.
///
/// `COMMAND COUNT`, since 2.8.13. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = command_count();
/// // COMMAND COUNT
/// # let _ = command;
/// ```
#[inline]
pub fn command_count() -> Command<u64> {
    Command::new(Wire::of(&metas::COMMAND_COUNT, []))
}

/// The options of [`command_docs`].
#[derive(Debug)]
pub struct CommandDocs;

impl Shareable for CommandDocs {}
impl Queueable for CommandDocs {}

/// Reads the server's own documentation of its commands by their names.
///
/// Names that it does not know are left out.
///
/// `COMMAND DOCS`, since 7.0.0. Complexity: O(N) for N commands asked for.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = command_docs().names(["GET", "xgroup|create"]);
/// // COMMAND DOCS GET xgroup|create
/// # let _ = command;
/// ```
#[inline]
pub fn command_docs() -> Command<HashMap<String, CommandDoc>, CommandDocs> {
    Command::new(Wire::of(&metas::COMMAND_DOCS, []))
}

impl<R, X> Command<R, CommandDocs, X> {
    /// Only of these commands; subcommands as `config|get`. Default: all.
    #[inline]
    pub fn names(self, names: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push_args(&names);
        })
    }
}

/// Finds the keys among the words of a command, in their order.
///
/// A command without keys is an error.
///
/// `COMMAND GETKEYS`, since 2.8.13. Complexity: O(N) for N arguments of the command.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = command_getkeys(["MSET", "a", "1", "b", "2"]);
/// // COMMAND GETKEYS MSET a 1 b 2
/// # let _ = command;
/// ```
#[inline]
pub fn command_getkeys(command: impl ToArgs) -> Command<Vec<Bytes>> {
    let mut wire = Wire::of(&metas::COMMAND_GETKEYS, []);
    wire.push_args(&command);
    Command::new(wire)
}

/// Finds the keys among the words of a command: each with flags that say what is done to
/// it, such as `RO` and `access`.
///
/// `COMMAND GETKEYSANDFLAGS`, since 7.0.0. Complexity: O(N) for N arguments of the
/// command.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = command_getkeysandflags(["LPOP", "queue"]);
/// // COMMAND GETKEYSANDFLAGS LPOP queue
/// # let _ = command;
/// ```
#[inline]
pub fn command_getkeysandflags(command: impl ToArgs) -> Command<Vec<(Bytes, Vec<String>)>> {
    let mut wire = Wire::of(&metas::COMMAND_GETKEYSANDFLAGS, []);
    wire.push_args(&command);
    Command::new(wire)
}

/// The server's own help on COMMAND, line by line.
///
/// `COMMAND HELP`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = command_help();
/// // COMMAND HELP
/// # let _ = command;
/// ```
#[inline]
pub fn command_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::COMMAND_HELP, []))
}

/// The options of [`command_info`].
#[derive(Debug)]
pub struct CommandInfo;

impl Shareable for CommandInfo {}
impl Queueable for CommandInfo {}

/// Lists what the server knows of commands by their names; `None` where it has no such
/// command.
///
/// `COMMAND INFO`, since 2.8.13. Complexity: O(N) for N commands asked for.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = command_info().names(["GET", "NOSUCH"]);
/// // COMMAND INFO GET NOSUCH
/// # let _ = command;
/// ```
#[inline]
pub fn command_info() -> Command<Vec<Option<CommandDetails>>, CommandInfo> {
    Command::new(Wire::of(&metas::COMMAND_INFO, []))
}

impl<R, X> Command<R, CommandInfo, X> {
    /// Only these commands, in this order; subcommands as `config|get`. Default: all.
    #[inline]
    pub fn names(self, names: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push_args(&names);
        })
    }
}

/// The options of [`command_list`].
#[derive(Debug)]
pub struct CommandList<Filter = Free>(PhantomData<(Filter,)>);

impl<Filter> Shareable for CommandList<Filter> {}
impl<Filter> Queueable for CommandList<Filter> {}

/// Lists the names of the server's commands, subcommands as `config|get`.
///
/// `COMMAND LIST`, since 7.0.0. Complexity: O(N) for N commands of the server.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = command_list();
/// // COMMAND LIST
/// # let _ = command;
/// ```
#[inline]
pub fn command_list() -> Command<Vec<String>, CommandList> {
    Command::new(Wire::of(&metas::COMMAND_LIST, []))
}

impl<R, X> Command<R, CommandList<Free>, X> {
    /// Only those that this module brought.
    #[inline]
    pub fn module(self, name: impl ToArg) -> Command<R, CommandList<Used>, X> {
        self.with(|wire| {
            wire.push(b"FILTERBY");
            wire.push(b"MODULE");
            wire.push(name.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Only those of this category, such as `read`.
    #[inline]
    pub fn acl_cat(self, category: impl ToArg) -> Command<R, CommandList<Used>, X> {
        self.with(|wire| {
            wire.push(b"FILTERBY");
            wire.push(b"ACLCAT");
            wire.push(category.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Only those whose name fits a glob-style pattern.
    #[inline]
    pub fn pattern(self, pattern: impl ToArg) -> Command<R, CommandList<Used>, X> {
        self.with(|wire| {
            wire.push(b"FILTERBY");
            wire.push(b"PATTERN");
            wire.push(pattern.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// The options of [`commandlog_get`].
#[derive(Debug)]
pub struct CommandlogGet<Store = Free>(PhantomData<(Store,)>);

impl<Store> Shareable for CommandlogGet<Store> {}
impl<Store> Queueable for CommandlogGet<Store> {}

/// Reads at most `count` entries of a log of costly commands, the latest first; -1 stands
/// for all.
///
/// `COMMANDLOG GET`, since Valkey 8.1.0. Complexity: O(N) for N entries read.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = commandlog_get(10, Commandlog::Slow);
/// // COMMANDLOG GET 10 SLOW
/// # let _ = command;
/// ```
#[inline]
pub fn commandlog_get(count: i64, log: Commandlog) -> Command<Vec<CommandlogEntry>, CommandlogGet> {
    Command::new(Wire::of(&metas::COMMANDLOG_GET, [count.to_arg().as_bytes(), log.to_arg().as_bytes()]))
}

impl<R, X> Command<R, CommandlogGet<Free>, X> {
    /// The latest ones. The default. Since Valkey 9.2.0.
    #[inline]
    pub fn recency(self) -> Command<R, CommandlogGet<Used>, X> {
        self.with(|wire| {
            wire.push(b"RECENCY");
        })
        .retyped()
    }

    /// The costliest ones, the worst first. Since Valkey 9.2.0.
    #[inline]
    pub fn magnitude(self) -> Command<R, CommandlogGet<Used>, X> {
        self.with(|wire| {
            wire.push(b"MAGNITUDE");
        })
        .retyped()
    }
}

/// The server's own help on COMMANDLOG, line by line.
///
/// `COMMANDLOG HELP`, since Valkey 8.1.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = commandlog_help();
/// // COMMANDLOG HELP
/// # let _ = command;
/// ```
#[inline]
pub fn commandlog_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::COMMANDLOG_HELP, []))
}

/// The options of [`commandlog_len`].
#[derive(Debug)]
pub struct CommandlogLen<Store = Free>(PhantomData<(Store,)>);

impl<Store> Shareable for CommandlogLen<Store> {}
impl<Store> Queueable for CommandlogLen<Store> {}

/// Counts the entries of a log of costly commands.
///
/// `COMMANDLOG LEN`, since Valkey 8.1.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = commandlog_len(Commandlog::Slow);
/// // COMMANDLOG LEN SLOW
/// # let _ = command;
/// ```
#[inline]
pub fn commandlog_len(log: Commandlog) -> Command<u64, CommandlogLen> {
    Command::new(Wire::of(&metas::COMMANDLOG_LEN, [log.to_arg().as_bytes()]))
}

impl<R, X> Command<R, CommandlogLen<Free>, X> {
    /// Of the latest ones. The default. Since Valkey 9.2.0.
    #[inline]
    pub fn recency(self) -> Command<R, CommandlogLen<Used>, X> {
        self.with(|wire| {
            wire.push(b"RECENCY");
        })
        .retyped()
    }

    /// Of the costliest ones. Since Valkey 9.2.0.
    #[inline]
    pub fn magnitude(self) -> Command<R, CommandlogLen<Used>, X> {
        self.with(|wire| {
            wire.push(b"MAGNITUDE");
        })
        .retyped()
    }
}

/// The options of [`commandlog_reset`].
#[derive(Debug)]
pub struct CommandlogReset<Store = Free>(PhantomData<(Store,)>);

impl<Store> Shareable for CommandlogReset<Store> {}
impl<Store> Queueable for CommandlogReset<Store> {}

/// Empties a log of costly commands.
///
/// `COMMANDLOG RESET`, since Valkey 8.1.0. Complexity: O(N) for N entries.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = commandlog_reset(Commandlog::LargeReply);
/// // COMMANDLOG RESET LARGE-REPLY
/// # let _ = command;
/// ```
#[inline]
pub fn commandlog_reset(log: Commandlog) -> Command<(), CommandlogReset> {
    Command::new(Wire::of(&metas::COMMANDLOG_RESET, [log.to_arg().as_bytes()]))
}

impl<R, X> Command<R, CommandlogReset<Free>, X> {
    /// Only of the latest ones. Since Valkey 9.2.0.
    #[inline]
    pub fn recency(self) -> Command<R, CommandlogReset<Used>, X> {
        self.with(|wire| {
            wire.push(b"RECENCY");
        })
        .retyped()
    }

    /// Only of the costliest ones. Since Valkey 9.2.0.
    #[inline]
    pub fn magnitude(self) -> Command<R, CommandlogReset<Used>, X> {
        self.with(|wire| {
            wire.push(b"MAGNITUDE");
        })
        .retyped()
    }
}

/// Reads the server's settings whose names fit these glob-style patterns.
///
/// Sizes come in bytes.
///
/// `CONFIG GET`, since 2.0.0. Complexity: O(N) for N parameters asked for.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = config_get("maxmemory-policy");
/// // CONFIG GET maxmemory-policy
/// # let _ = command;
/// ```
#[inline]
pub fn config_get(parameters: impl ToArgs) -> Command<HashMap<String, String>> {
    let mut wire = Wire::of(&metas::CONFIG_GET, []);
    wire.push_args(&parameters);
    Command::new(wire)
}

/// The server's own help on CONFIG, line by line.
///
/// `CONFIG HELP`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = config_help();
/// // CONFIG HELP
/// # let _ = command;
/// ```
#[inline]
pub fn config_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::CONFIG_HELP, []))
}

/// Sets the counters of [`info`] back to zero.
///
/// `CONFIG RESETSTAT`, since 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = config_resetstat();
/// // CONFIG RESETSTAT
/// # let _ = command;
/// ```
#[inline]
pub fn config_resetstat() -> Command<()> {
    Command::new(Wire::of(&metas::CONFIG_RESETSTAT, []))
}

/// Writes the settings as they are now into the server's configuration file.
///
/// It is an error if the server was started without one.
///
/// `CONFIG REWRITE`, since 2.8.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = config_rewrite();
/// // CONFIG REWRITE
/// # let _ = command;
/// ```
#[inline]
pub fn config_rewrite() -> Command<()> {
    Command::new(Wire::of(&metas::CONFIG_REWRITE, []))
}

/// Changes settings of the running server: all of them or, if one of them is refused,
/// none.
///
/// `CONFIG SET`, since 2.0.0. Complexity: O(N) for N parameters.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = config_set(("slowlog-max-len", 128));
/// // CONFIG SET slowlog-max-len 128
/// # let _ = command;
/// ```
#[inline]
pub fn config_set(parameters: impl ToPairs) -> Command<()> {
    let mut wire = Wire::of(&metas::CONFIG_SET, []);
    wire.push_pairs(&parameters);
    Command::new(wire)
}

/// Counts the keys of the database that is in use.
///
/// `DBSIZE`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = dbsize();
/// // DBSIZE
/// # let _ = command;
/// ```
#[inline]
pub fn dbsize() -> Command<u64> {
    Command::new(Wire::of(&metas::DBSIZE, []))
}

/// Runs one of the server's internal commands, whose words and replies belong to its
/// version alone.
///
/// For tests only: some of them stop the server or harm its data. Servers refuse it
/// unless `enable-debug-command` allows it.
///
/// `DEBUG`, since 1.0.0. Complexity: as its subcommand has it.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = debug(["SLEEP", "0"]);
/// // DEBUG SLEEP 0
/// # let _ = command;
/// ```
#[inline]
pub fn debug(words: impl ToArgs) -> Command<Reply> {
    let mut wire = Wire::of(&metas::DEBUG, []);
    wire.push_args(&words);
    Command::new(wire)
}

/// The options of [`failover`].
#[derive(Debug)]
pub struct Failover<Target = Free, Time = Free, Force = Free>(PhantomData<(Target, Time, Force)>);

impl<Target, Time, Force> Shareable for Failover<Target, Time, Force> {}
impl<Target, Time, Force> Queueable for Failover<Target, Time, Force> {}

/// Has this primary change places with one of its replicas, once that has caught up.
///
/// It only begins here; [`info`] and [`role`] show how it goes.
///
/// `FAILOVER`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = failover();
/// // FAILOVER
/// # let _ = command;
/// ```
#[inline]
pub fn failover() -> Command<(), Failover> {
    Command::new(Wire::of(&metas::FAILOVER, []))
}

impl<R, Time, Force, X> Command<R, Failover<Free, Time, Force>, X> {
    /// To this replica. Default: the first that has caught up.
    #[inline]
    pub fn to_replica(self, host: impl ToArg, port: u16) -> Command<R, Failover<Used, Time, Force>, X> {
        self.with(|wire| {
            wire.push(b"TO");
            wire.push(host.to_arg().as_bytes());
            wire.push(port.to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<R, Target, Force, X> Command<R, Failover<Target, Free, Force>, X> {
    /// Gives up after this time. Default: it waits for as long as it takes.
    #[inline]
    pub fn time_limit(self, time: Duration) -> Command<R, Failover<Target, Used, Force>, X> {
        self.with(|wire| {
            wire.push(b"TIMEOUT");
            wire.push(times::millis(time).to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<R, Target, X> Command<R, Failover<Target, Used, Free>, X> {
    /// Does not give up after the time but changes places all the same, at the loss of what
    /// the replica lacks; needs [`to_replica`](Self::to_replica) too.
    #[inline]
    pub fn force(self) -> Command<R, Failover<Target, Used, Used>, X> {
        self.with(|wire| {
            wire.push(b"FORCE");
        })
        .retyped()
    }
}

impl<R, X> Command<R, Failover<Free, Free, Free>, X> {
    /// Gives up the one under way instead.
    #[inline]
    pub fn abort(self) -> Command<R, Failover<Used, Used, Used>, X> {
        self.with(|wire| {
            wire.push(b"ABORT");
        })
        .retyped()
    }
}

/// The options of [`flushall`].
#[derive(Debug)]
pub struct Flushall<When = Free>(PhantomData<(When,)>);

impl<When> Shareable for Flushall<When> {}
impl<When> Queueable for Flushall<When> {}

/// Removes all keys of all databases.
///
/// `FLUSHALL`, since 1.0.0. Complexity: O(N) for N keys of all databases.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = flushall();
/// // FLUSHALL
/// # let _ = command;
/// ```
#[inline]
pub fn flushall() -> Command<(), Flushall> {
    Command::new(Wire::of(&metas::FLUSHALL, []))
}

impl<R, X> Command<R, Flushall<Free>, X> {
    /// Frees their memory in the background.
    #[inline]
    pub fn asynchronous(self) -> Command<R, Flushall<Used>, X> {
        self.with(|wire| {
            wire.push(b"ASYNC");
        })
        .retyped()
    }

    /// Frees their memory before it answers. Default: as `lazyfree-lazy-user-flush` says.
    #[inline]
    pub fn synchronous(self) -> Command<R, Flushall<Used>, X> {
        self.with(|wire| {
            wire.push(b"SYNC");
        })
        .retyped()
    }
}

/// Removes all keys of the database that is in use.
///
/// `FLUSHDB`, since 1.0.0. Complexity: O(N) for N keys of the database.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = flushdb();
/// // FLUSHDB
/// # let _ = command;
/// ```
#[inline]
pub fn flushdb() -> Command<(), Flushall> {
    Command::new(Wire::of(&metas::FLUSHDB, []))
}

/// Reads which keys cost the server the most since [`hotkeys_start`]; `None` if it was
/// not called.
///
/// `HOTKEYS GET`, since 8.6.0. Complexity: O(N) for N keys listed.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hotkeys_get();
/// // HOTKEYS GET
/// # let _ = command;
/// ```
#[inline]
pub fn hotkeys_get() -> Command<Option<Hotkeys>> {
    Command::new(Wire::of(&metas::HOTKEYS_GET, []))
}

/// The server's own help on HOTKEYS, line by line.
///
/// `HOTKEYS HELP`, since 8.6.1. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hotkeys_help();
/// // HOTKEYS HELP
/// # let _ = command;
/// ```
#[inline]
pub fn hotkeys_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::HOTKEYS_HELP, []))
}

/// Forgets what was found by [`hotkeys_start`].
///
/// `HOTKEYS RESET`, since 8.6.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hotkeys_reset();
/// // HOTKEYS RESET
/// # let _ = command;
/// ```
#[inline]
pub fn hotkeys_reset() -> Command<()> {
    Command::new(Wire::of(&metas::HOTKEYS_RESET, []))
}

/// The options of [`hotkeys_start`].
#[derive(Debug)]
pub struct HotkeysStart;

impl Shareable for HotkeysStart {}
impl Queueable for HotkeysStart {}

/// Begins to watch which keys cost the server the most time or traffic; [`hotkeys_get`]
/// reads them.
///
/// While it goes on, starting again is an error.
///
/// `HOTKEYS START`, since 8.6.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hotkeys_start([HotkeyMetric::Cpu, HotkeyMetric::Network]).count(10).duration(Duration::from_secs(60)).sample(5);
/// // HOTKEYS START METRICS 2 CPU NET COUNT 10 DURATION 60 SAMPLE 5
/// # let _ = command;
/// ```
#[inline]
pub fn hotkeys_start(metrics: impl ToArgs) -> Command<(), HotkeysStart> {
    let mut wire = Wire::of(&metas::HOTKEYS_START, [b"METRICS"]);
    wire.push_counted(&metrics);
    Command::new(wire)
}

impl<R, X> Command<R, HotkeysStart, X> {
    /// Keeps this many keys for each metric.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }

    /// Stops after this time. Default: at [`hotkeys_stop`].
    #[inline]
    pub fn duration(self, time: Duration) -> Self {
        self.with(|wire| {
            wire.push(b"DURATION");
            wire.push(times::seconds(time).to_arg().as_bytes());
        })
    }

    /// Looks at one in so many keys by chance. Default: 1, all of them.
    #[inline]
    pub fn sample(self, one_in: u64) -> Self {
        self.with(|wire| {
            wire.push(b"SAMPLE");
            wire.push(one_in.to_arg().as_bytes());
        })
    }

    /// Only looks at keys of these slots of a cluster.
    #[inline]
    pub fn slots(self, slots: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push(b"SLOTS");
            wire.push_counted(&slots);
        })
    }
}

/// Ends what [`hotkeys_start`] began, and keeps what it found.
///
/// `HOTKEYS STOP`, since 8.6.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hotkeys_stop();
/// // HOTKEYS STOP
/// # let _ = command;
/// ```
#[inline]
pub fn hotkeys_stop() -> Command<()> {
    Command::new(Wire::of(&metas::HOTKEYS_STOP, []))
}

/// The options of [`info`].
#[derive(Debug)]
pub struct Info;

impl Shareable for Info {}
impl Queueable for Info {}

/// Reads the state of the server and its figures.
///
/// `INFO`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = info();
/// // INFO
/// # let _ = command;
/// ```
#[inline]
pub fn info() -> Command<ServerInfo, Info> {
    Command::new(Wire::of(&metas::INFO, []))
}

impl<R, X> Command<R, Info, X> {
    /// Only these sections, such as `memory`; `all`, `everything` and `default` stand for
    /// several. Default: `default`.
    #[inline]
    pub fn sections(self, names: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push_args(&names);
        })
    }
}

/// Tells when the data was last saved to disk with success, to the second.
///
/// `LASTSAVE`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lastsave();
/// // LASTSAVE
/// # let _ = command;
/// ```
#[inline]
pub fn lastsave() -> Command<ServerTime> {
    Command::new(Wire::of(&metas::LASTSAVE, []))
}

/// Explains in prose what made the server slow and what may help.
///
/// `LATENCY DOCTOR`, since 2.8.13. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = latency_doctor();
/// // LATENCY DOCTOR
/// # let _ = command;
/// ```
#[inline]
pub fn latency_doctor() -> Command<String> {
    Command::new(Wire::of(&metas::LATENCY_DOCTOR, []))
}

/// Draws the latest delays of one event in characters.
///
/// An event that never happened is an error.
///
/// `LATENCY GRAPH`, since 2.8.13. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = latency_graph("command");
/// // LATENCY GRAPH command
/// # let _ = command;
/// ```
#[inline]
pub fn latency_graph(event: impl ToArg) -> Command<String> {
    Command::new(Wire::of(&metas::LATENCY_GRAPH, [event.to_arg().as_bytes()]))
}

/// The server's own help on LATENCY, line by line.
///
/// `LATENCY HELP`, since 2.8.13. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = latency_help();
/// // LATENCY HELP
/// # let _ = command;
/// ```
#[inline]
pub fn latency_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::LATENCY_HELP, []))
}

/// The options of [`latency_histogram`].
#[derive(Debug)]
pub struct LatencyHistogram;

impl Shareable for LatencyHistogram {}
impl Queueable for LatencyHistogram {}

/// Reads how many runs of each command took how long.
///
/// Commands that never ran are left out.
///
/// `LATENCY HISTOGRAM`, since 7.0.0. Complexity: O(N) for N commands asked for.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = latency_histogram();
/// // LATENCY HISTOGRAM
/// # let _ = command;
/// ```
#[inline]
pub fn latency_histogram() -> Command<HashMap<String, CommandLatency>, LatencyHistogram> {
    Command::new(Wire::of(&metas::LATENCY_HISTOGRAM, []))
}

impl<R, X> Command<R, LatencyHistogram, X> {
    /// Only of these commands and their subcommands. Default: all.
    #[inline]
    pub fn commands(self, names: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push_args(&names);
        })
    }
}

/// Lists the latest delays that one event caused, the oldest first: at most 160.
///
/// `LATENCY HISTORY`, since 2.8.13. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = latency_history("command");
/// // LATENCY HISTORY command
/// # let _ = command;
/// ```
#[inline]
pub fn latency_history(event: impl ToArg) -> Command<Vec<LatencySample>> {
    Command::new(Wire::of(&metas::LATENCY_HISTORY, [event.to_arg().as_bytes()]))
}

/// Lists the events that delayed the server, with the latest and the longest delay of
/// each.
///
/// Only delays of `latency-monitor-threshold` and more are noted; by default none is.
///
/// `LATENCY LATEST`, since 2.8.13. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = latency_latest();
/// // LATENCY LATEST
/// # let _ = command;
/// ```
#[inline]
pub fn latency_latest() -> Command<Vec<LatencyEvent>> {
    Command::new(Wire::of(&metas::LATENCY_LATEST, []))
}

/// The options of [`latency_reset`].
#[derive(Debug)]
pub struct LatencyReset;

impl Shareable for LatencyReset {}
impl Queueable for LatencyReset {}

/// Forgets the delays that events caused: of how many events.
///
/// `LATENCY RESET`, since 2.8.13. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = latency_reset();
/// // LATENCY RESET
/// # let _ = command;
/// ```
#[inline]
pub fn latency_reset() -> Command<u64, LatencyReset> {
    Command::new(Wire::of(&metas::LATENCY_RESET, []))
}

impl<R, X> Command<R, LatencyReset, X> {
    /// Only those of these events. Default: all.
    #[inline]
    pub fn events(self, names: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push_args(&names);
        })
    }
}

/// The options of [`lolwut`].
#[derive(Debug)]
pub struct Lolwut;

impl Shareable for Lolwut {}
impl Queueable for Lolwut {}

/// Draws a piece of computer art and names the server's version.
///
/// `LOLWUT`, since 5.0.0. Complexity: as the drawing has it.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lolwut();
/// // LOLWUT
/// # let _ = command;
/// ```
#[inline]
pub fn lolwut() -> Command<String, Lolwut> {
    Command::new(Wire::of(&metas::LOLWUT, []))
}

impl<R, X> Command<R, Lolwut, X> {
    /// The drawing of this version of the server.
    #[inline]
    pub fn version(self, version: u32) -> Self {
        self.with_at(0, |wire| {
            wire.push(b"VERSION");
            wire.push(version.to_arg().as_bytes());
        })
    }

    /// Numbers that the drawing takes, such as columns and rows.
    #[inline]
    pub fn parameters(self, numbers: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push_args(&numbers);
        })
    }
}

/// Explains in prose what is wrong with the server's use of memory.
///
/// `MEMORY DOCTOR`, since 4.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = memory_doctor();
/// // MEMORY DOCTOR
/// # let _ = command;
/// ```
#[inline]
pub fn memory_doctor() -> Command<String> {
    Command::new(Wire::of(&metas::MEMORY_DOCTOR, []))
}

/// The server's own help on MEMORY, line by line.
///
/// `MEMORY HELP`, since 4.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = memory_help();
/// // MEMORY HELP
/// # let _ = command;
/// ```
#[inline]
pub fn memory_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::MEMORY_HELP, []))
}

/// Reads the report of the server's memory allocator, in its own form.
///
/// `MEMORY MALLOC-STATS`, since 4.0.0. Complexity: grows with the memory in use, can be
/// slow.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = memory_malloc_stats();
/// // MEMORY MALLOC-STATS
/// # let _ = command;
/// ```
#[inline]
pub fn memory_malloc_stats() -> Command<String> {
    Command::new(Wire::of(&metas::MEMORY_MALLOC_STATS, []))
}

/// Has the allocator give memory that it does not need back to the system.
///
/// `MEMORY PURGE`, since 4.0.0. Complexity: grows with the memory in use, can be slow.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = memory_purge();
/// // MEMORY PURGE
/// # let _ = command;
/// ```
#[inline]
pub fn memory_purge() -> Command<()> {
    Command::new(Wire::of(&metas::MEMORY_PURGE, []))
}

/// Reads what the server's memory is used for.
///
/// `MEMORY STATS`, since 4.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = memory_stats();
/// // MEMORY STATS
/// # let _ = command;
/// ```
#[inline]
pub fn memory_stats() -> Command<MemoryStats> {
    Command::new(Wire::of(&metas::MEMORY_STATS, []))
}

/// The options of [`memory_usage`].
#[derive(Debug)]
pub struct MemoryUsage;

impl Shareable for MemoryUsage {}
impl Queueable for MemoryUsage {}

/// Estimates the bytes that a key and its value take; `None` if there is no such key.
///
/// `MEMORY USAGE`, since 4.0.0. Complexity: O(N) for N elements looked at.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = memory_usage("list");
/// // MEMORY USAGE list
/// # let _ = command;
/// ```
#[inline]
pub fn memory_usage(key: impl ToArg) -> Command<Option<u64>, MemoryUsage> {
    Command::new(Wire::of(&metas::MEMORY_USAGE, [key.to_arg().as_bytes()]))
}

impl<R, X> Command<R, MemoryUsage, X> {
    /// Looks at this many elements of a nested value, 0 at all of them. Default: 5.
    #[inline]
    pub fn samples(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"SAMPLES");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// The server's own help on MODULE, line by line.
///
/// `MODULE HELP`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = module_help();
/// // MODULE HELP
/// # let _ = command;
/// ```
#[inline]
pub fn module_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::MODULE_HELP, []))
}

/// Lists the modules that the server has loaded.
///
/// `MODULE LIST`, since 4.0.0. Complexity: O(N) for N modules.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = module_list();
/// // MODULE LIST
/// # let _ = command;
/// ```
#[inline]
pub fn module_list() -> Command<Vec<ModuleInfo>> {
    Command::new(Wire::of(&metas::MODULE_LIST, []))
}

/// The options of [`module_load`].
#[derive(Debug)]
pub struct ModuleLoad;

impl Shareable for ModuleLoad {}
impl Queueable for ModuleLoad {}

/// Loads a module from a file on the server's machine.
///
/// Servers refuse it unless `enable-module-command` allows it.
///
/// `MODULE LOAD`, since 4.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = module_load("/opt/nosuch.so").args(["a", "b"]);
/// // MODULE LOAD /opt/nosuch.so a b
/// # let _ = command;
/// ```
#[inline]
pub fn module_load(path: impl ToArg) -> Command<(), ModuleLoad> {
    Command::new(Wire::of(&metas::MODULE_LOAD, [path.to_arg().as_bytes()]))
}

impl<R, X> Command<R, ModuleLoad, X> {
    /// Arguments for the module.
    #[inline]
    pub fn args(self, args: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push_args(&args);
        })
    }
}

/// The options of [`module_loadex`].
#[derive(Debug)]
pub struct ModuleLoadex<Args = Free>(PhantomData<(Args,)>);

impl<Args> Shareable for ModuleLoadex<Args> {}
impl<Args> Queueable for ModuleLoadex<Args> {}

/// Loads a module from a file on the server's machine, with settings of it.
///
/// Servers refuse it unless `enable-module-command` allows it.
///
/// `MODULE LOADEX`, since 7.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = module_loadex("/opt/nosuch.so").config("m.size", 5).config("m.name", "x").args(["a"]);
/// // MODULE LOADEX /opt/nosuch.so CONFIG m.size 5 CONFIG m.name x ARGS a
/// # let _ = command;
/// ```
#[inline]
pub fn module_loadex(path: impl ToArg) -> Command<(), ModuleLoadex> {
    Command::new(Wire::of(&metas::MODULE_LOADEX, [path.to_arg().as_bytes()]))
}

impl<R, X> Command<R, ModuleLoadex<Free>, X> {
    /// Changes a setting of the module; may be given for several.
    #[inline]
    pub fn config(self, name: impl ToArg, value: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"CONFIG");
            wire.push(name.to_arg().as_bytes());
            wire.push(value.to_arg().as_bytes());
        })
    }

    /// Arguments for the module, after all settings.
    #[inline]
    pub fn args(self, args: impl ToArgs) -> Command<R, ModuleLoadex<Used>, X> {
        self.with(|wire| {
            wire.push(b"ARGS");
            wire.push_args(&args);
        })
        .retyped()
    }
}

/// Unloads a module by its name.
///
/// `MODULE UNLOAD`, since 4.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = module_unload("nosuch");
/// // MODULE UNLOAD nosuch
/// # let _ = command;
/// ```
#[inline]
pub fn module_unload(name: impl ToArg) -> Command<()> {
    Command::new(Wire::of(&metas::MODULE_UNLOAD, [name.to_arg().as_bytes()]))
}

/// Tells whether the server is a primary, a replica or a sentinel, and how replication
/// stands.
///
/// `ROLE`, since 2.8.12. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = role();
/// // ROLE
/// # let _ = command;
/// ```
#[inline]
pub fn role() -> Command<Role> {
    Command::new(Wire::of(&metas::ROLE, []))
}

/// Saves the data to disk, while the server does nothing else.
///
/// [`bgsave`] does it in the background.
///
/// `SAVE`, since 1.0.0. Complexity: O(N) for N keys of all databases.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = save();
/// // SAVE
/// # let _ = command;
/// ```
#[inline]
pub fn save() -> Command<()> {
    Command::new(Wire::of(&metas::SAVE, []))
}

/// The options of [`shutdown`].
#[derive(Debug)]
pub struct Shutdown<Save = Free, Now = Free, Force = Free, Safe = Free>(
    PhantomData<(Save, Now, Force, Safe)>,
);

impl<Save, Now, Force, Safe> Shareable for Shutdown<Save, Now, Force, Safe> {}
impl<Save, Now, Force, Safe> Queueable for Shutdown<Save, Now, Force, Safe> {}

/// Stops the server, after it has saved the data if it is set to save at all.
///
/// If that succeeds there is no reply: the call fails as the connection is lost. An error
/// reply says why it did not.
///
/// `SHUTDOWN`, since 1.0.0. Complexity: O(N) for N keys of all databases if it saves
/// them, else O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = shutdown().no_save().now().force();
/// // SHUTDOWN NOSAVE NOW FORCE
/// # let _ = command;
/// ```
#[inline]
pub fn shutdown() -> Command<(), Shutdown> {
    Command::new(Wire::of(&metas::SHUTDOWN, []))
}

impl<R, Now, Force, Safe, X> Command<R, Shutdown<Free, Now, Force, Safe>, X> {
    /// Does not save, whatever the settings say.
    #[inline]
    pub fn no_save(self) -> Command<R, Shutdown<Used, Now, Force, Safe>, X> {
        self.with(|wire| {
            wire.push(b"NOSAVE");
        })
        .retyped()
    }

    /// Saves, whatever the settings say.
    #[inline]
    pub fn save(self) -> Command<R, Shutdown<Used, Now, Force, Safe>, X> {
        self.with(|wire| {
            wire.push(b"SAVE");
        })
        .retyped()
    }
}

impl<R, Save, Force, Safe, X> Command<R, Shutdown<Save, Free, Force, Safe>, X> {
    /// Does not wait for replicas that lag behind.
    #[inline]
    pub fn now(self) -> Command<R, Shutdown<Save, Used, Force, Safe>, X> {
        self.with(|wire| {
            wire.push(b"NOW");
        })
        .retyped()
    }
}

impl<R, Save, Now, Safe, X> Command<R, Shutdown<Save, Now, Free, Safe>, X> {
    /// Stops even if saving fails.
    #[inline]
    pub fn force(self) -> Command<R, Shutdown<Save, Now, Used, Safe>, X> {
        self.with(|wire| {
            wire.push(b"FORCE");
        })
        .retyped()
    }
}

impl<R, Save, Now, Force, X> Command<R, Shutdown<Save, Now, Force, Free>, X> {
    /// Refuses where it could lose data, as on a primary of a cluster that has not failed
    /// over. Since Valkey 9.0.0.
    #[inline]
    pub fn safe(self) -> Command<R, Shutdown<Save, Now, Force, Used>, X> {
        self.with(|wire| {
            wire.push(b"SAFE");
        })
        .retyped()
    }
}

impl<R, X> Command<R, Shutdown<Free, Free, Free, Free>, X> {
    /// Calls off the one that waits for replicas, which is answered with OK.
    #[inline]
    pub fn abort(self) -> Command<R, Shutdown<Used, Used, Used, Used>, X> {
        self.with(|wire| {
            wire.push(b"ABORT");
        })
        .retyped()
    }
}

/// The options of [`slowlog_get`].
#[derive(Debug)]
pub struct SlowlogGet<Count = Free>(PhantomData<(Count,)>);

impl<Count> Shareable for SlowlogGet<Count> {}
impl<Count> Queueable for SlowlogGet<Count> {}

/// Reads the log of slow commands, the latest first.
///
/// `SLOWLOG GET`, since 2.2.12. Complexity: O(N) for N entries read.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = slowlog_get();
/// // SLOWLOG GET
/// # let _ = command;
/// ```
#[inline]
pub fn slowlog_get() -> Command<Vec<SlowlogEntry>, SlowlogGet> {
    Command::new(Wire::of(&metas::SLOWLOG_GET, []))
}

impl<R, X> Command<R, SlowlogGet<Free>, X> {
    /// At most this many entries. Default: 10.
    #[inline]
    pub fn count(self, count: u64) -> Command<R, SlowlogGet<Used>, X> {
        self.with(|wire| {
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }

    /// All entries. Since 7.0.0.
    #[inline]
    pub fn all(self) -> Command<R, SlowlogGet<Used>, X> {
        self.with(|wire| {
            wire.push(b"-1");
        })
        .retyped()
    }
}

/// The server's own help on SLOWLOG, line by line.
///
/// `SLOWLOG HELP`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = slowlog_help();
/// // SLOWLOG HELP
/// # let _ = command;
/// ```
#[inline]
pub fn slowlog_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::SLOWLOG_HELP, []))
}

/// Counts the entries of the log of slow commands.
///
/// `SLOWLOG LEN`, since 2.2.12. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = slowlog_len();
/// // SLOWLOG LEN
/// # let _ = command;
/// ```
#[inline]
pub fn slowlog_len() -> Command<u64> {
    Command::new(Wire::of(&metas::SLOWLOG_LEN, []))
}

/// Empties the log of slow commands.
///
/// `SLOWLOG RESET`, since 2.2.12. Complexity: O(N) for N entries.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = slowlog_reset();
/// // SLOWLOG RESET
/// # let _ = command;
/// ```
#[inline]
pub fn slowlog_reset() -> Command<()> {
    Command::new(Wire::of(&metas::SLOWLOG_RESET, []))
}

/// Exchanges two databases, for all clients at once.
///
/// `SWAPDB`, since 4.0.0. Complexity: O(N) for N clients that watch or wait for keys of
/// either.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = swapdb(0, 1);
/// // SWAPDB 0 1
/// # let _ = command;
/// ```
#[inline]
pub fn swapdb(first: u32, second: u32) -> Command<()> {
    Command::new(Wire::of(&metas::SWAPDB, [first.to_arg().as_bytes(), second.to_arg().as_bytes()]))
}

/// Tells the server's clock, to the microsecond.
///
/// `TIME`, since 2.6.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = time();
/// // TIME
/// # let _ = command;
/// ```
#[inline]
pub fn time() -> Command<ServerTime> {
    Command::new(Wire::of(&metas::TIME, []))
}
