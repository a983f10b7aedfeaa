// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{Connection, Lease};
use bytes::Bytes;
use resp_core::{Command, Plain, Reply, ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::string::String;
use std::vec::Vec;

/// Scripts and functions that run on the server.
impl Connection {
    /// Runs a script: what it returns, to be read as another type with `.to::<T>()`.
    ///
    /// It should touch no other keys than these, which it finds in `KEYS`; the other
    /// arguments are in `ARGV`. Nothing else runs on the server meanwhile.
    ///
    /// `EVAL`, since 2.6.0. Complexity: what the script costs.
    #[inline]
    pub fn eval(
        &mut self,
        script: impl ToArg,
        keys: impl ToArgs,
        args: impl ToArgs,
    ) -> Command<Reply, Plain, Lease<'_>> {
        self.send(eval(script, keys, args))
    }

    /// Runs a script that the server has seen before, by its SHA-1 in hexadecimal digits:
    /// what it returns.
    ///
    /// The error code is `NOSCRIPT` if the server has not seen it.
    ///
    /// `EVALSHA`, since 2.6.0. Complexity: what the script costs.
    #[inline]
    pub fn evalsha(
        &mut self,
        sha1: impl ToArg,
        keys: impl ToArgs,
        args: impl ToArgs,
    ) -> Command<Reply, Plain, Lease<'_>> {
        self.send(evalsha(sha1, keys, args))
    }

    /// Runs a script that the server has seen before and that changes nothing, by its SHA-1
    /// in hexadecimal digits: what it returns.
    ///
    /// The error code is `NOSCRIPT` if the server has not seen it.
    ///
    /// `EVALSHA_RO`, since 7.0.0. Complexity: what the script costs.
    #[inline]
    pub fn evalsha_ro(
        &mut self,
        sha1: impl ToArg,
        keys: impl ToArgs,
        args: impl ToArgs,
    ) -> Command<Reply, Plain, Lease<'_>> {
        self.send(evalsha_ro(sha1, keys, args))
    }

    /// Runs a script that changes nothing, which a replica may do: what it returns.
    ///
    /// A command in it that writes is an error.
    ///
    /// `EVAL_RO`, since 7.0.0. Complexity: what the script costs.
    #[inline]
    pub fn eval_ro(
        &mut self,
        script: impl ToArg,
        keys: impl ToArgs,
        args: impl ToArgs,
    ) -> Command<Reply, Plain, Lease<'_>> {
        self.send(eval_ro(script, keys, args))
    }

    /// Calls a function of a library that the server has loaded: what it returns, to be read
    /// as another type with `.to::<T>()`.
    ///
    /// Nothing else runs on the server meanwhile.
    ///
    /// `FCALL`, since 7.0.0. Complexity: what the function costs.
    #[inline]
    pub fn fcall(
        &mut self,
        function: impl ToArg,
        keys: impl ToArgs,
        args: impl ToArgs,
    ) -> Command<Reply, Plain, Lease<'_>> {
        self.send(fcall(function, keys, args))
    }

    /// Calls a function that was registered with the flag `no-writes`, which a replica may
    /// do: what it returns.
    ///
    /// `FCALL_RO`, since 7.0.0. Complexity: what the function costs.
    #[inline]
    pub fn fcall_ro(
        &mut self,
        function: impl ToArg,
        keys: impl ToArgs,
        args: impl ToArgs,
    ) -> Command<Reply, Plain, Lease<'_>> {
        self.send(fcall_ro(function, keys, args))
    }

    /// Removes a library with its functions.
    ///
    /// It is an error if there is none of this name.
    ///
    /// `FUNCTION DELETE`, since 7.0.0. Complexity: O(1).
    #[inline]
    pub fn function_delete(&mut self, library: impl ToArg) -> Command<(), Plain, Lease<'_>> {
        self.send(function_delete(library))
    }

    /// All libraries in a binary form that [`function_restore`] takes.
    ///
    /// `FUNCTION DUMP`, since 7.0.0. Complexity: O(N) for N functions.
    #[inline]
    pub fn function_dump(&mut self) -> Command<Bytes, Plain, Lease<'_>> {
        self.send(function_dump())
    }

    /// Removes all libraries.
    ///
    /// Without an option the server's configuration says when their memory is freed.
    ///
    /// `FUNCTION FLUSH`, since 7.0.0. Complexity: O(N) for N functions.
    #[inline]
    pub fn function_flush(&mut self) -> Command<(), FunctionFlush, Lease<'_>> {
        self.send(function_flush())
    }

    /// The server's own help on FUNCTION, line by line.
    ///
    /// `FUNCTION HELP`, since 7.0.0. Complexity: O(1).
    #[inline]
    pub fn function_help(&mut self) -> Command<Vec<String>, Plain, Lease<'_>> {
        self.send(function_help())
    }

    /// Ends the function that runs, if it has written nothing yet.
    ///
    /// The error code is `NOTBUSY` if none runs, `UNKILLABLE` if it has written.
    ///
    /// `FUNCTION KILL`, since 7.0.0. Complexity: O(1).
    #[inline]
    pub fn function_kill(&mut self) -> Command<(), Plain, Lease<'_>> {
        self.send(function_kill())
    }

    /// Lists the libraries and the functions of each.
    ///
    /// `FUNCTION LIST`, since 7.0.0. Complexity: O(N) for N functions.
    #[inline]
    pub fn function_list(&mut self) -> Command<Vec<FunctionLibrary>, FunctionList, Lease<'_>> {
        self.send(function_list())
    }

    /// Loads a library from its code, which names it in its first line: that name.
    ///
    /// It is an error if there is one of this name already.
    ///
    /// `FUNCTION LOAD`, since 7.0.0. Complexity: O(1).
    #[inline]
    pub fn function_load(&mut self, code: impl ToArg) -> Command<String, FunctionLoad, Lease<'_>> {
        self.send(function_load(code))
    }

    /// Loads the libraries that [`function_dump`] gave, beside those that are there.
    ///
    /// Without an option, a name that is taken is an error, and then nothing is loaded.
    ///
    /// `FUNCTION RESTORE`, since 7.0.0. Complexity: O(N) for N functions.
    #[inline]
    pub fn function_restore(&mut self, dump: impl ToArg) -> Command<(), FunctionRestore, Lease<'_>> {
        self.send(function_restore(dump))
    }

    /// Tells which function runs right now, and how many functions there are.
    ///
    /// It is answered while a function runs, when other commands are refused.
    ///
    /// `FUNCTION STATS`, since 7.0.0. Complexity: O(1).
    #[inline]
    pub fn function_stats(&mut self) -> Command<FunctionStats, Plain, Lease<'_>> {
        self.send(function_stats())
    }

    /// Tells of each of these scripts whether the server has it, by their SHA-1 in
    /// hexadecimal digits.
    ///
    /// `SCRIPT EXISTS`, since 2.6.0. Complexity: O(N) for N scripts named.
    #[inline]
    pub fn script_exists(&mut self, sha1: impl ToArgs) -> Command<Vec<bool>, Plain, Lease<'_>> {
        self.send(script_exists(sha1))
    }

    /// Has the server forget all scripts that it has seen.
    ///
    /// Without an option the server's configuration says when their memory is freed.
    ///
    /// `SCRIPT FLUSH`, since 2.6.0. Complexity: O(N) for N scripts.
    #[inline]
    pub fn script_flush(&mut self) -> Command<(), ScriptFlush, Lease<'_>> {
        self.send(script_flush())
    }

    /// The server's own help on SCRIPT, line by line.
    ///
    /// `SCRIPT HELP`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn script_help(&mut self) -> Command<Vec<String>, Plain, Lease<'_>> {
        self.send(script_help())
    }

    /// Ends the script that runs, if it has written nothing yet.
    ///
    /// The error code is `NOTBUSY` if none runs, `UNKILLABLE` if it has written.
    ///
    /// `SCRIPT KILL`, since 2.6.0. Complexity: O(1).
    #[inline]
    pub fn script_kill(&mut self) -> Command<(), Plain, Lease<'_>> {
        self.send(script_kill())
    }

    /// Has the server keep a script without running it: its SHA-1 in hexadecimal digits, for
    /// [`evalsha`].
    ///
    /// `SCRIPT LOAD`, since 2.6.0. Complexity: O(N) for N bytes of the script.
    #[inline]
    pub fn script_load(&mut self, script: impl ToArg) -> Command<String, Plain, Lease<'_>> {
        self.send(script_load(script))
    }

    /// The code of a script that the server has seen, by its SHA-1 in hexadecimal digits.
    ///
    /// The error code is `NOSCRIPT` if the server has not seen it.
    ///
    /// `SCRIPT SHOW`, since Valkey 8.0.0. Complexity: O(1).
    #[inline]
    pub fn script_show(&mut self, sha1: impl ToArg) -> Command<Bytes, Plain, Lease<'_>> {
        self.send(script_show(sha1))
    }
}
