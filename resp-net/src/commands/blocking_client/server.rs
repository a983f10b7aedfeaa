// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::blocking::{Call, Client};
use bytes::Bytes;
use resp_core::{Reply, ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::collections::HashMap;
use std::string::String;
use std::vec::Vec;

/// The server: its settings, state and logs, and all its data at once.
impl Client {
    /// Has the append-only file written anew in the background: whether that began or waits
    /// for another background job.
    ///
    /// `BGREWRITEAOF`, since 1.0.0. Complexity: O(1), and a process that writes all data.
    #[inline]
    pub fn bgrewriteaof(&self) -> Call<'_, Background> {
        self.send(bgrewriteaof())
    }

    /// Saves the data to disk in the background: whether that began, waits or was given up.
    ///
    /// [`lastsave`] tells when it is done.
    ///
    /// `BGSAVE`, since 1.0.0. Complexity: O(1), and a process that writes all data.
    #[inline]
    pub fn bgsave(&self) -> Call<'_, Background, Bgsave> {
        self.send(bgsave())
    }

    /// Lists what the server knows of each of its commands.
    ///
    /// `COMMAND`, since 2.8.13. Complexity: O(N) for N commands of the server.
    #[inline]
    pub fn command(&self) -> Call<'_, Vec<CommandDetails>> {
        self.send(command())
    }

    /// Counts the commands of the server, subcommands not among them.
    ///
    /// `COMMAND COUNT`, since 2.8.13. Complexity: O(1).
    #[inline]
    pub fn command_count(&self) -> Call<'_, u64> {
        self.send(command_count())
    }

    /// Reads the server's own documentation of its commands by their names.
    ///
    /// Names that it does not know are left out.
    ///
    /// `COMMAND DOCS`, since 7.0.0. Complexity: O(N) for N commands asked for.
    #[inline]
    pub fn command_docs(&self) -> Call<'_, HashMap<String, CommandDoc>, CommandDocs> {
        self.send(command_docs())
    }

    /// Finds the keys among the words of a command, in their order.
    ///
    /// A command without keys is an error.
    ///
    /// `COMMAND GETKEYS`, since 2.8.13. Complexity: O(N) for N arguments of the command.
    #[inline]
    pub fn command_getkeys(&self, command: impl ToArgs) -> Call<'_, Vec<Bytes>> {
        self.send(command_getkeys(command))
    }

    /// Finds the keys among the words of a command: each with flags that say what is done to
    /// it, such as `RO` and `access`.
    ///
    /// `COMMAND GETKEYSANDFLAGS`, since 7.0.0. Complexity: O(N) for N arguments of the
    /// command.
    #[inline]
    pub fn command_getkeysandflags(&self, command: impl ToArgs) -> Call<'_, Vec<(Bytes, Vec<String>)>> {
        self.send(command_getkeysandflags(command))
    }

    /// The server's own help on COMMAND, line by line.
    ///
    /// `COMMAND HELP`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn command_help(&self) -> Call<'_, Vec<String>> {
        self.send(command_help())
    }

    /// Lists what the server knows of commands by their names; `None` where it has no such
    /// command.
    ///
    /// `COMMAND INFO`, since 2.8.13. Complexity: O(N) for N commands asked for.
    #[inline]
    pub fn command_info(&self) -> Call<'_, Vec<Option<CommandDetails>>, CommandInfo> {
        self.send(command_info())
    }

    /// Lists the names of the server's commands, subcommands as `config|get`.
    ///
    /// `COMMAND LIST`, since 7.0.0. Complexity: O(N) for N commands of the server.
    #[inline]
    pub fn command_list(&self) -> Call<'_, Vec<String>, CommandList> {
        self.send(command_list())
    }

    /// Reads at most `count` entries of a log of costly commands, the latest first; -1 stands
    /// for all.
    ///
    /// `COMMANDLOG GET`, since Valkey 8.1.0. Complexity: O(N) for N entries read.
    #[inline]
    pub fn commandlog_get(
        &self,
        count: i64,
        log: Commandlog,
    ) -> Call<'_, Vec<CommandlogEntry>, CommandlogGet> {
        self.send(commandlog_get(count, log))
    }

    /// The server's own help on COMMANDLOG, line by line.
    ///
    /// `COMMANDLOG HELP`, since Valkey 8.1.0. Complexity: O(1).
    #[inline]
    pub fn commandlog_help(&self) -> Call<'_, Vec<String>> {
        self.send(commandlog_help())
    }

    /// Counts the entries of a log of costly commands.
    ///
    /// `COMMANDLOG LEN`, since Valkey 8.1.0. Complexity: O(1).
    #[inline]
    pub fn commandlog_len(&self, log: Commandlog) -> Call<'_, u64, CommandlogLen> {
        self.send(commandlog_len(log))
    }

    /// Empties a log of costly commands.
    ///
    /// `COMMANDLOG RESET`, since Valkey 8.1.0. Complexity: O(N) for N entries.
    #[inline]
    pub fn commandlog_reset(&self, log: Commandlog) -> Call<'_, (), CommandlogReset> {
        self.send(commandlog_reset(log))
    }

    /// Reads the server's settings whose names fit these glob-style patterns.
    ///
    /// Sizes come in bytes.
    ///
    /// `CONFIG GET`, since 2.0.0. Complexity: O(N) for N parameters asked for.
    #[inline]
    pub fn config_get(&self, parameters: impl ToArgs) -> Call<'_, HashMap<String, String>> {
        self.send(config_get(parameters))
    }

    /// The server's own help on CONFIG, line by line.
    ///
    /// `CONFIG HELP`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn config_help(&self) -> Call<'_, Vec<String>> {
        self.send(config_help())
    }

    /// Sets the counters of [`info`] back to zero.
    ///
    /// `CONFIG RESETSTAT`, since 2.0.0. Complexity: O(1).
    #[inline]
    pub fn config_resetstat(&self) -> Call<'_, ()> {
        self.send(config_resetstat())
    }

    /// Writes the settings as they are now into the server's configuration file.
    ///
    /// It is an error if the server was started without one.
    ///
    /// `CONFIG REWRITE`, since 2.8.0. Complexity: O(1).
    #[inline]
    pub fn config_rewrite(&self) -> Call<'_, ()> {
        self.send(config_rewrite())
    }

    /// Changes settings of the running server: all of them or, if one of them is refused,
    /// none.
    ///
    /// `CONFIG SET`, since 2.0.0. Complexity: O(N) for N parameters.
    #[inline]
    pub fn config_set(&self, parameters: impl ToPairs) -> Call<'_, ()> {
        self.send(config_set(parameters))
    }

    /// Counts the keys of the database that is in use.
    ///
    /// `DBSIZE`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn dbsize(&self) -> Call<'_, u64> {
        self.send(dbsize())
    }

    /// Runs one of the server's internal commands, whose words and replies belong to its
    /// version alone.
    ///
    /// For tests only: some of them stop the server or harm its data. Servers refuse it
    /// unless `enable-debug-command` allows it.
    ///
    /// `DEBUG`, since 1.0.0. Complexity: as its subcommand has it.
    #[inline]
    pub fn debug(&self, words: impl ToArgs) -> Call<'_, Reply> {
        self.send(debug(words))
    }

    /// Has this primary change places with one of its replicas, once that has caught up.
    ///
    /// It only begins here; [`info`] and [`role`] show how it goes.
    ///
    /// `FAILOVER`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn failover(&self) -> Call<'_, (), Failover> {
        self.send(failover())
    }

    /// Removes all keys of all databases.
    ///
    /// `FLUSHALL`, since 1.0.0. Complexity: O(N) for N keys of all databases.
    #[inline]
    pub fn flushall(&self) -> Call<'_, (), Flushall> {
        self.send(flushall())
    }

    /// Removes all keys of the database that is in use.
    ///
    /// `FLUSHDB`, since 1.0.0. Complexity: O(N) for N keys of the database.
    #[inline]
    pub fn flushdb(&self) -> Call<'_, (), Flushall> {
        self.send(flushdb())
    }

    /// Reads which keys cost the server the most since [`hotkeys_start`]; `None` if it was
    /// not called.
    ///
    /// `HOTKEYS GET`, since 8.6.0. Complexity: O(N) for N keys listed.
    #[inline]
    pub fn hotkeys_get(&self) -> Call<'_, Option<Hotkeys>> {
        self.send(hotkeys_get())
    }

    /// The server's own help on HOTKEYS, line by line.
    ///
    /// `HOTKEYS HELP`, since 8.6.1. Complexity: O(1).
    #[inline]
    pub fn hotkeys_help(&self) -> Call<'_, Vec<String>> {
        self.send(hotkeys_help())
    }

    /// Forgets what was found by [`hotkeys_start`].
    ///
    /// `HOTKEYS RESET`, since 8.6.0. Complexity: O(1).
    #[inline]
    pub fn hotkeys_reset(&self) -> Call<'_, ()> {
        self.send(hotkeys_reset())
    }

    /// Begins to watch which keys cost the server the most time or traffic; [`hotkeys_get`]
    /// reads them.
    ///
    /// While it goes on, starting again is an error.
    ///
    /// `HOTKEYS START`, since 8.6.0. Complexity: O(1).
    #[inline]
    pub fn hotkeys_start(&self, metrics: impl ToArgs) -> Call<'_, (), HotkeysStart> {
        self.send(hotkeys_start(metrics))
    }

    /// Ends what [`hotkeys_start`] began, and keeps what it found.
    ///
    /// `HOTKEYS STOP`, since 8.6.0. Complexity: O(1).
    #[inline]
    pub fn hotkeys_stop(&self) -> Call<'_, ()> {
        self.send(hotkeys_stop())
    }

    /// Reads the state of the server and its figures.
    ///
    /// `INFO`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn info(&self) -> Call<'_, ServerInfo, Info> {
        self.send(info())
    }

    /// Tells when the data was last saved to disk with success, to the second.
    ///
    /// `LASTSAVE`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn lastsave(&self) -> Call<'_, ServerTime> {
        self.send(lastsave())
    }

    /// Explains in prose what made the server slow and what may help.
    ///
    /// `LATENCY DOCTOR`, since 2.8.13. Complexity: O(1).
    #[inline]
    pub fn latency_doctor(&self) -> Call<'_, String> {
        self.send(latency_doctor())
    }

    /// Draws the latest delays of one event in characters.
    ///
    /// An event that never happened is an error.
    ///
    /// `LATENCY GRAPH`, since 2.8.13. Complexity: O(1).
    #[inline]
    pub fn latency_graph(&self, event: impl ToArg) -> Call<'_, String> {
        self.send(latency_graph(event))
    }

    /// The server's own help on LATENCY, line by line.
    ///
    /// `LATENCY HELP`, since 2.8.13. Complexity: O(1).
    #[inline]
    pub fn latency_help(&self) -> Call<'_, Vec<String>> {
        self.send(latency_help())
    }

    /// Reads how many runs of each command took how long.
    ///
    /// Commands that never ran are left out.
    ///
    /// `LATENCY HISTOGRAM`, since 7.0.0. Complexity: O(N) for N commands asked for.
    #[inline]
    pub fn latency_histogram(&self) -> Call<'_, HashMap<String, CommandLatency>, LatencyHistogram> {
        self.send(latency_histogram())
    }

    /// Lists the latest delays that one event caused, the oldest first: at most 160.
    ///
    /// `LATENCY HISTORY`, since 2.8.13. Complexity: O(1).
    #[inline]
    pub fn latency_history(&self, event: impl ToArg) -> Call<'_, Vec<LatencySample>> {
        self.send(latency_history(event))
    }

    /// Lists the events that delayed the server, with the latest and the longest delay of
    /// each.
    ///
    /// Only delays of `latency-monitor-threshold` and more are noted; by default none is.
    ///
    /// `LATENCY LATEST`, since 2.8.13. Complexity: O(1).
    #[inline]
    pub fn latency_latest(&self) -> Call<'_, Vec<LatencyEvent>> {
        self.send(latency_latest())
    }

    /// Forgets the delays that events caused: of how many events.
    ///
    /// `LATENCY RESET`, since 2.8.13. Complexity: O(1).
    #[inline]
    pub fn latency_reset(&self) -> Call<'_, u64, LatencyReset> {
        self.send(latency_reset())
    }

    /// Draws a piece of computer art and names the server's version.
    ///
    /// `LOLWUT`, since 5.0.0. Complexity: as the drawing has it.
    #[inline]
    pub fn lolwut(&self) -> Call<'_, String, Lolwut> {
        self.send(lolwut())
    }

    /// Explains in prose what is wrong with the server's use of memory.
    ///
    /// `MEMORY DOCTOR`, since 4.0.0. Complexity: O(1).
    #[inline]
    pub fn memory_doctor(&self) -> Call<'_, String> {
        self.send(memory_doctor())
    }

    /// The server's own help on MEMORY, line by line.
    ///
    /// `MEMORY HELP`, since 4.0.0. Complexity: O(1).
    #[inline]
    pub fn memory_help(&self) -> Call<'_, Vec<String>> {
        self.send(memory_help())
    }

    /// Reads the report of the server's memory allocator, in its own form.
    ///
    /// `MEMORY MALLOC-STATS`, since 4.0.0. Complexity: grows with the memory in use, can be
    /// slow.
    #[inline]
    pub fn memory_malloc_stats(&self) -> Call<'_, String> {
        self.send(memory_malloc_stats())
    }

    /// Has the allocator give memory that it does not need back to the system.
    ///
    /// `MEMORY PURGE`, since 4.0.0. Complexity: grows with the memory in use, can be slow.
    #[inline]
    pub fn memory_purge(&self) -> Call<'_, ()> {
        self.send(memory_purge())
    }

    /// Reads what the server's memory is used for.
    ///
    /// `MEMORY STATS`, since 4.0.0. Complexity: O(1).
    #[inline]
    pub fn memory_stats(&self) -> Call<'_, MemoryStats> {
        self.send(memory_stats())
    }

    /// Estimates the bytes that a key and its value take; `None` if there is no such key.
    ///
    /// `MEMORY USAGE`, since 4.0.0. Complexity: O(N) for N elements looked at.
    #[inline]
    pub fn memory_usage(&self, key: impl ToArg) -> Call<'_, Option<u64>, MemoryUsage> {
        self.send(memory_usage(key))
    }

    /// The server's own help on MODULE, line by line.
    ///
    /// `MODULE HELP`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn module_help(&self) -> Call<'_, Vec<String>> {
        self.send(module_help())
    }

    /// Lists the modules that the server has loaded.
    ///
    /// `MODULE LIST`, since 4.0.0. Complexity: O(N) for N modules.
    #[inline]
    pub fn module_list(&self) -> Call<'_, Vec<ModuleInfo>> {
        self.send(module_list())
    }

    /// Loads a module from a file on the server's machine.
    ///
    /// Servers refuse it unless `enable-module-command` allows it.
    ///
    /// `MODULE LOAD`, since 4.0.0. Complexity: O(1).
    #[inline]
    pub fn module_load(&self, path: impl ToArg) -> Call<'_, (), ModuleLoad> {
        self.send(module_load(path))
    }

    /// Loads a module from a file on the server's machine, with settings of it.
    ///
    /// Servers refuse it unless `enable-module-command` allows it.
    ///
    /// `MODULE LOADEX`, since 7.0.0. Complexity: O(1).
    #[inline]
    pub fn module_loadex(&self, path: impl ToArg) -> Call<'_, (), ModuleLoadex> {
        self.send(module_loadex(path))
    }

    /// Unloads a module by its name.
    ///
    /// `MODULE UNLOAD`, since 4.0.0. Complexity: O(1).
    #[inline]
    pub fn module_unload(&self, name: impl ToArg) -> Call<'_, ()> {
        self.send(module_unload(name))
    }

    /// Makes the server a replica of the primary at a host and port, at the loss of its own
    /// data; with `None` a primary that keeps what it has.
    ///
    /// `REPLICAOF`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn replicaof(&self, primary: Option<(&str, u16)>) -> Call<'_, Acknowledged> {
        self.send(replicaof(primary))
    }

    /// Tells whether the server is a primary, a replica or a sentinel, and how replication
    /// stands.
    ///
    /// `ROLE`, since 2.8.12. Complexity: O(1).
    #[inline]
    pub fn role(&self) -> Call<'_, Role> {
        self.send(role())
    }

    /// Saves the data to disk, while the server does nothing else.
    ///
    /// [`bgsave`] does it in the background.
    ///
    /// `SAVE`, since 1.0.0. Complexity: O(N) for N keys of all databases.
    #[inline]
    pub fn save(&self) -> Call<'_, ()> {
        self.send(save())
    }

    /// Stops the server, after it has saved the data if it is set to save at all.
    ///
    /// If that succeeds there is no reply: the call fails as the connection is lost. An error
    /// reply says why it did not.
    ///
    /// `SHUTDOWN`, since 1.0.0. Complexity: O(N) for N keys of all databases if it saves
    /// them, else O(1).
    #[inline]
    pub fn shutdown(&self) -> Call<'_, (), Shutdown> {
        self.send(shutdown())
    }

    /// Does what [`replicaof`] does, under the name that servers before Redis 5 know.
    ///
    /// `SLAVEOF`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn slaveof(&self, primary: Option<(&str, u16)>) -> Call<'_, Acknowledged> {
        self.send(slaveof(primary))
    }

    /// Reads the log of slow commands, the latest first.
    ///
    /// `SLOWLOG GET`, since 2.2.12. Complexity: O(N) for N entries read.
    #[inline]
    pub fn slowlog_get(&self) -> Call<'_, Vec<SlowlogEntry>, SlowlogGet> {
        self.send(slowlog_get())
    }

    /// The server's own help on SLOWLOG, line by line.
    ///
    /// `SLOWLOG HELP`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn slowlog_help(&self) -> Call<'_, Vec<String>> {
        self.send(slowlog_help())
    }

    /// Counts the entries of the log of slow commands.
    ///
    /// `SLOWLOG LEN`, since 2.2.12. Complexity: O(1).
    #[inline]
    pub fn slowlog_len(&self) -> Call<'_, u64> {
        self.send(slowlog_len())
    }

    /// Empties the log of slow commands.
    ///
    /// `SLOWLOG RESET`, since 2.2.12. Complexity: O(N) for N entries.
    #[inline]
    pub fn slowlog_reset(&self) -> Call<'_, ()> {
        self.send(slowlog_reset())
    }

    /// Exchanges two databases, for all clients at once.
    ///
    /// `SWAPDB`, since 4.0.0. Complexity: O(N) for N clients that watch or wait for keys of
    /// either.
    #[inline]
    pub fn swapdb(&self, first: u32, second: u32) -> Call<'_, ()> {
        self.send(swapdb(first, second))
    }

    /// Tells the server's clock, to the microsecond.
    ///
    /// `TIME`, since 2.6.0. Complexity: O(1).
    #[inline]
    pub fn time(&self) -> Call<'_, ServerTime> {
        self.send(time())
    }
}
