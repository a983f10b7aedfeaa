// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Scripts and functions that run on the server.

use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{ToArg, ToArgs};
use crate::reply::Reply;
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use std::string::String;
use std::vec::Vec;

/// Runs a script: what it returns, to be read as another type with `.to::<T>()`.
///
/// It should touch no other keys than these, which it finds in `KEYS`; the other
/// arguments are in `ARGV`. Nothing else runs on the server meanwhile.
///
/// `EVAL`, since 2.6.0. Complexity: what the script costs.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = eval("return {KEYS[1], ARGV[1]}", "k", "v").to::<Vec<String>>();
/// // EVAL "return {KEYS[1], ARGV[1]}" 1 k v
/// # let _ = command;
/// ```
#[inline]
pub fn eval(script: impl ToArg, keys: impl ToArgs, args: impl ToArgs) -> Command<Reply> {
    let mut wire = Wire::of(&metas::EVAL, [script.to_arg().as_bytes()]);
    wire.push_counted(&keys);
    wire.push_args(&args);
    Command::new(wire)
}

/// Runs a script that the server has seen before, by its SHA-1 in hexadecimal digits:
/// what it returns.
///
/// The error code is `NOSCRIPT` if the server has not seen it.
///
/// `EVALSHA`, since 2.6.0. Complexity: what the script costs.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = evalsha("098e0f0d1448c0a81dafe820f66d460eb09263da", ["a", "b"], "v").to::<String>();
/// // EVALSHA 098e0f0d1448c0a81dafe820f66d460eb09263da 2 a b v
/// # let _ = command;
/// ```
#[inline]
pub fn evalsha(sha1: impl ToArg, keys: impl ToArgs, args: impl ToArgs) -> Command<Reply> {
    let mut wire = Wire::of(&metas::EVALSHA, [sha1.to_arg().as_bytes()]);
    wire.push_counted(&keys);
    wire.push_args(&args);
    Command::new(wire)
}

/// Runs a script that the server has seen before and that changes nothing, by its SHA-1
/// in hexadecimal digits: what it returns.
///
/// The error code is `NOSCRIPT` if the server has not seen it.
///
/// `EVALSHA_RO`, since 7.0.0. Complexity: what the script costs.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = evalsha_ro("098e0f0d1448c0a81dafe820f66d460eb09263da", "k", "v").to::<String>();
/// // EVALSHA_RO 098e0f0d1448c0a81dafe820f66d460eb09263da 1 k v
/// # let _ = command;
/// ```
#[inline]
pub fn evalsha_ro(sha1: impl ToArg, keys: impl ToArgs, args: impl ToArgs) -> Command<Reply> {
    let mut wire = Wire::of(&metas::EVALSHA_RO, [sha1.to_arg().as_bytes()]);
    wire.push_counted(&keys);
    wire.push_args(&args);
    Command::new(wire)
}

/// Runs a script that changes nothing, which a replica may do: what it returns.
///
/// A command in it that writes is an error.
///
/// `EVAL_RO`, since 7.0.0. Complexity: what the script costs.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = eval_ro("return redis.call('GET', KEYS[1])", "k", [""; 0]).to::<String>();
/// // EVAL_RO "return redis.call('GET', KEYS[1])" 1 k
/// # let _ = command;
/// ```
#[inline]
pub fn eval_ro(script: impl ToArg, keys: impl ToArgs, args: impl ToArgs) -> Command<Reply> {
    let mut wire = Wire::of(&metas::EVAL_RO, [script.to_arg().as_bytes()]);
    wire.push_counted(&keys);
    wire.push_args(&args);
    Command::new(wire)
}

/// Calls a function of a library that the server has loaded: what it returns, to be read
/// as another type with `.to::<T>()`.
///
/// Nothing else runs on the server meanwhile.
///
/// `FCALL`, since 7.0.0. Complexity: what the function costs.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = fcall("second", "k", ["a", "b"]).to::<String>();
/// // FCALL second 1 k a b
/// # let _ = command;
/// ```
#[inline]
pub fn fcall(function: impl ToArg, keys: impl ToArgs, args: impl ToArgs) -> Command<Reply> {
    let mut wire = Wire::of(&metas::FCALL, [function.to_arg().as_bytes()]);
    wire.push_counted(&keys);
    wire.push_args(&args);
    Command::new(wire)
}

/// Calls a function that was registered with the flag `no-writes`, which a replica may
/// do: what it returns.
///
/// `FCALL_RO`, since 7.0.0. Complexity: what the function costs.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = fcall_ro("second", "k", ["a", "b"]).to::<String>();
/// // FCALL_RO second 1 k a b
/// # let _ = command;
/// ```
#[inline]
pub fn fcall_ro(function: impl ToArg, keys: impl ToArgs, args: impl ToArgs) -> Command<Reply> {
    let mut wire = Wire::of(&metas::FCALL_RO, [function.to_arg().as_bytes()]);
    wire.push_counted(&keys);
    wire.push_args(&args);
    Command::new(wire)
}

/// Removes a library with its functions.
///
/// It is an error if there is none of this name.
///
/// `FUNCTION DELETE`, since 7.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = function_delete("lib");
/// // FUNCTION DELETE lib
/// # let _ = command;
/// ```
#[inline]
pub fn function_delete(library: impl ToArg) -> Command<()> {
    Command::new(Wire::of(&metas::FUNCTION_DELETE, [library.to_arg().as_bytes()]))
}

/// All libraries in a binary form that [`function_restore`] takes.
///
/// `FUNCTION DUMP`, since 7.0.0. Complexity: O(N) for N functions.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = function_dump();
/// // FUNCTION DUMP
/// # let _ = command;
/// ```
#[inline]
pub fn function_dump() -> Command<Bytes> {
    Command::new(Wire::of(&metas::FUNCTION_DUMP, []))
}

/// The options of [`function_flush`].
#[derive(Debug)]
pub struct FunctionFlush<Mode = Free>(PhantomData<(Mode,)>);

impl<Mode> Shareable for FunctionFlush<Mode> {}
impl<Mode> Queueable for FunctionFlush<Mode> {}

/// Removes all libraries.
///
/// Without an option the server's configuration says when their memory is freed.
///
/// `FUNCTION FLUSH`, since 7.0.0. Complexity: O(N) for N functions.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = function_flush();
/// // FUNCTION FLUSH
/// # let _ = command;
/// ```
#[inline]
pub fn function_flush() -> Command<(), FunctionFlush> {
    Command::new(Wire::of(&metas::FUNCTION_FLUSH, []))
}

impl<R, X> Command<R, FunctionFlush<Free>, X> {
    /// Frees their memory in the background.
    #[inline]
    pub fn asynchronous(self) -> Command<R, FunctionFlush<Used>, X> {
        self.with(|wire| {
            wire.push(b"ASYNC");
        })
        .retyped()
    }

    /// Frees their memory before it answers.
    #[inline]
    pub fn synchronous(self) -> Command<R, FunctionFlush<Used>, X> {
        self.with(|wire| {
            wire.push(b"SYNC");
        })
        .retyped()
    }
}

/// The server's own help on FUNCTION, line by line.
///
/// `FUNCTION HELP`, since 7.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = function_help();
/// // FUNCTION HELP
/// # let _ = command;
/// ```
#[inline]
pub fn function_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::FUNCTION_HELP, []))
}

/// Ends the function that runs, if it has written nothing yet.
///
/// The error code is `NOTBUSY` if none runs, `UNKILLABLE` if it has written.
///
/// `FUNCTION KILL`, since 7.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = function_kill();
/// // FUNCTION KILL
/// # let _ = command;
/// ```
#[inline]
pub fn function_kill() -> Command<()> {
    Command::new(Wire::of(&metas::FUNCTION_KILL, []))
}

/// The options of [`function_list`].
#[derive(Debug)]
pub struct FunctionList;

impl Shareable for FunctionList {}
impl Queueable for FunctionList {}

/// Lists the libraries and the functions of each.
///
/// `FUNCTION LIST`, since 7.0.0. Complexity: O(N) for N functions.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = function_list();
/// // FUNCTION LIST
/// # let _ = command;
/// ```
#[inline]
pub fn function_list() -> Command<Vec<FunctionLibrary>, FunctionList> {
    Command::new(Wire::of(&metas::FUNCTION_LIST, []))
}

impl<R, X> Command<R, FunctionList, X> {
    /// Lists only libraries whose name fits a glob-style pattern.
    #[inline]
    pub fn library_name(self, pattern: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"LIBRARYNAME");
            wire.push(pattern.to_arg().as_bytes());
        })
    }

    /// Includes their code.
    #[inline]
    pub fn with_code(self) -> Self {
        self.with(|wire| {
            wire.push(b"WITHCODE");
        })
    }
}

/// The options of [`function_load`].
#[derive(Debug)]
pub struct FunctionLoad;

impl Shareable for FunctionLoad {}
impl Queueable for FunctionLoad {}

/// Loads a library from its code, which names it in its first line: that name.
///
/// It is an error if there is one of this name already.
///
/// `FUNCTION LOAD`, since 7.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = function_load("#!lua name=lib\nredis.register_function('one', function() return 1 end)");
/// // FUNCTION LOAD "#!lua name=lib\nredis.register_function('one', function() return 1 end)"
/// # let _ = command;
/// ```
#[inline]
pub fn function_load(code: impl ToArg) -> Command<String, FunctionLoad> {
    Command::new(Wire::of(&metas::FUNCTION_LOAD, [code.to_arg().as_bytes()]))
}

impl<R, X> Command<R, FunctionLoad, X> {
    /// Replaces the library of this name if there is one.
    #[inline]
    pub fn replace(self) -> Self {
        self.with_at(0, |wire| {
            wire.push(b"REPLACE");
        })
    }
}

/// The options of [`function_restore`].
#[derive(Debug)]
pub struct FunctionRestore<Policy = Free>(PhantomData<(Policy,)>);

impl<Policy> Shareable for FunctionRestore<Policy> {}
impl<Policy> Queueable for FunctionRestore<Policy> {}

/// Loads the libraries that [`function_dump`] gave, beside those that are there.
///
/// Without an option, a name that is taken is an error, and then nothing is loaded.
///
/// `FUNCTION RESTORE`, since 7.0.0. Complexity: O(N) for N functions.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = function_restore("x");
/// // FUNCTION RESTORE x
/// # let _ = command;
/// ```
#[inline]
pub fn function_restore(dump: impl ToArg) -> Command<(), FunctionRestore> {
    Command::new(Wire::of(&metas::FUNCTION_RESTORE, [dump.to_arg().as_bytes()]))
}

impl<R, X> Command<R, FunctionRestore<Free>, X> {
    /// Has a name that is taken be an error. The default.
    #[inline]
    pub fn append(self) -> Command<R, FunctionRestore<Used>, X> {
        self.with(|wire| {
            wire.push(b"APPEND");
        })
        .retyped()
    }

    /// Replaces libraries whose name is taken; a function's name taken by another library is
    /// still an error.
    #[inline]
    pub fn replace(self) -> Command<R, FunctionRestore<Used>, X> {
        self.with(|wire| {
            wire.push(b"REPLACE");
        })
        .retyped()
    }

    /// Removes all libraries that are there.
    #[inline]
    pub fn flush(self) -> Command<R, FunctionRestore<Used>, X> {
        self.with(|wire| {
            wire.push(b"FLUSH");
        })
        .retyped()
    }
}

/// Tells which function runs right now, and how many functions there are.
///
/// It is answered while a function runs, when other commands are refused.
///
/// `FUNCTION STATS`, since 7.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = function_stats();
/// // FUNCTION STATS
/// # let _ = command;
/// ```
#[inline]
pub fn function_stats() -> Command<FunctionStats> {
    Command::new(Wire::of(&metas::FUNCTION_STATS, []))
}

/// Tells of each of these scripts whether the server has it, by their SHA-1 in
/// hexadecimal digits.
///
/// `SCRIPT EXISTS`, since 2.6.0. Complexity: O(N) for N scripts named.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = script_exists(["098e0f0d1448c0a81dafe820f66d460eb09263da", "0000000000000000000000000000000000000000"]);
/// // SCRIPT EXISTS 098e0f0d1448c0a81dafe820f66d460eb09263da 0000000000000000000000000000000000000000
/// # let _ = command;
/// ```
#[inline]
pub fn script_exists(sha1: impl ToArgs) -> Command<Vec<bool>> {
    let mut wire = Wire::of(&metas::SCRIPT_EXISTS, []);
    wire.push_args(&sha1);
    Command::new(wire)
}

/// The options of [`script_flush`].
#[derive(Debug)]
pub struct ScriptFlush<Mode = Free>(PhantomData<(Mode,)>);

impl<Mode> Shareable for ScriptFlush<Mode> {}
impl<Mode> Queueable for ScriptFlush<Mode> {}

/// Has the server forget all scripts that it has seen.
///
/// Without an option the server's configuration says when their memory is freed.
///
/// `SCRIPT FLUSH`, since 2.6.0. Complexity: O(N) for N scripts.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = script_flush();
/// // SCRIPT FLUSH
/// # let _ = command;
/// ```
#[inline]
pub fn script_flush() -> Command<(), ScriptFlush> {
    Command::new(Wire::of(&metas::SCRIPT_FLUSH, []))
}

impl<R, X> Command<R, ScriptFlush<Free>, X> {
    /// Frees their memory in the background. Since 6.2.0.
    #[inline]
    pub fn asynchronous(self) -> Command<R, ScriptFlush<Used>, X> {
        self.with(|wire| {
            wire.push(b"ASYNC");
        })
        .retyped()
    }

    /// Frees their memory before it answers. Since 6.2.0.
    #[inline]
    pub fn synchronous(self) -> Command<R, ScriptFlush<Used>, X> {
        self.with(|wire| {
            wire.push(b"SYNC");
        })
        .retyped()
    }
}

/// The server's own help on SCRIPT, line by line.
///
/// `SCRIPT HELP`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = script_help();
/// // SCRIPT HELP
/// # let _ = command;
/// ```
#[inline]
pub fn script_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::SCRIPT_HELP, []))
}

/// Ends the script that runs, if it has written nothing yet.
///
/// The error code is `NOTBUSY` if none runs, `UNKILLABLE` if it has written.
///
/// `SCRIPT KILL`, since 2.6.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = script_kill();
/// // SCRIPT KILL
/// # let _ = command;
/// ```
#[inline]
pub fn script_kill() -> Command<()> {
    Command::new(Wire::of(&metas::SCRIPT_KILL, []))
}

/// Has the server keep a script without running it: its SHA-1 in hexadecimal digits, for
/// [`evalsha`].
///
/// `SCRIPT LOAD`, since 2.6.0. Complexity: O(N) for N bytes of the script.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = script_load("return ARGV[1]");
/// // SCRIPT LOAD "return ARGV[1]"
/// # let _ = command;
/// ```
#[inline]
pub fn script_load(script: impl ToArg) -> Command<String> {
    Command::new(Wire::of(&metas::SCRIPT_LOAD, [script.to_arg().as_bytes()]))
}

/// The code of a script that the server has seen, by its SHA-1 in hexadecimal digits.
///
/// The error code is `NOSCRIPT` if the server has not seen it.
///
/// `SCRIPT SHOW`, since Valkey 8.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = script_show("098e0f0d1448c0a81dafe820f66d460eb09263da");
/// // SCRIPT SHOW 098e0f0d1448c0a81dafe820f66d460eb09263da
/// # let _ = command;
/// ```
#[inline]
pub fn script_show(sha1: impl ToArg) -> Command<Bytes> {
    Command::new(Wire::of(&metas::SCRIPT_SHOW, [sha1.to_arg().as_bytes()]))
}
