// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Users and what they may do.

use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use core::marker::PhantomData;
use std::string::String;
use std::vec::Vec;

/// The options of [`acl_cat`].
#[derive(Debug)]
pub struct AclCat;

impl Shareable for AclCat {}
impl Queueable for AclCat {}

/// Lists the categories that commands belong to.
///
/// `ACL CAT`, since 6.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_cat();
/// // ACL CAT
/// # let _ = command;
/// ```
#[inline]
pub fn acl_cat() -> Command<Vec<String>, AclCat> {
    Command::new(Wire::of(&metas::ACL_CAT, []))
}

impl<R, X> Command<R, AclCat, X> {
    /// Lists the commands of this category instead.
    #[inline]
    pub fn category(self, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(name.to_arg().as_bytes());
        })
    }
}

/// Removes users and ends their connections: how many there were.
///
/// `ACL DELUSER`, since 6.0.0. Complexity: O(N) for N users given.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_deluser(["row-deluser", "row-nosuch"]);
/// // ACL DELUSER row-deluser row-nosuch
/// # let _ = command;
/// ```
#[inline]
pub fn acl_deluser(users: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::ACL_DELUSER, []);
    wire.push_args(&users);
    Command::new(wire)
}

/// Tells whether a user may run a command, without running it.
///
/// `ACL DRYRUN`, since 7.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_dryrun("default", ["GET", "k"]);
/// // ACL DRYRUN default GET k
/// # let _ = command;
/// ```
#[inline]
pub fn acl_dryrun(user: impl ToArg, command: impl ToArgs) -> Command<DryRun> {
    let mut wire = Wire::of(&metas::ACL_DRYRUN, [user.to_arg().as_bytes()]);
    wire.push_args(&command);
    Command::new(wire)
}

/// The options of [`acl_genpass`].
#[derive(Debug)]
pub struct AclGenpass;

impl Shareable for AclGenpass {}
impl Queueable for AclGenpass {}

/// Makes a password from the server's random numbers, in hexadecimal digits.
///
/// `ACL GENPASS`, since 6.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_genpass();
/// // ACL GENPASS
/// # let _ = command;
/// ```
#[inline]
pub fn acl_genpass() -> Command<String, AclGenpass> {
    Command::new(Wire::of(&metas::ACL_GENPASS, []))
}

impl<R, X> Command<R, AclGenpass, X> {
    /// With this many random bits, 1 to 4096. Default: 256.
    #[inline]
    pub fn bits(self, bits: u32) -> Self {
        self.with(|wire| {
            wire.push(bits.to_arg().as_bytes());
        })
    }
}

/// Reads what a user may do; `None` if there is no such user.
///
/// `ACL GETUSER`, since 6.0.0. Complexity: O(N) for N rules of the user.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_getuser("default");
/// // ACL GETUSER default
/// # let _ = command;
/// ```
#[inline]
pub fn acl_getuser(user: impl ToArg) -> Command<Option<AclUser>> {
    Command::new(Wire::of(&metas::ACL_GETUSER, [user.to_arg().as_bytes()]))
}

/// The server's own help on ACL, line by line.
///
/// `ACL HELP`, since 6.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_help();
/// // ACL HELP
/// # let _ = command;
/// ```
#[inline]
pub fn acl_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::ACL_HELP, []))
}

/// Lists all users with their rules, each as a line of the file for them.
///
/// The lines hold the hashes of passwords.
///
/// `ACL LIST`, since 6.0.0. Complexity: O(N) for N users.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_list();
/// // ACL LIST
/// # let _ = command;
/// ```
#[inline]
pub fn acl_list() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::ACL_LIST, []))
}

/// Reads the users from the server's file for them: all or, if it has a mistake, none.
///
/// It is an error if the server was started without one.
///
/// `ACL LOAD`, since 6.0.0. Complexity: O(N) for N users.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_load();
/// // ACL LOAD
/// # let _ = command;
/// ```
#[inline]
pub fn acl_load() -> Command<()> {
    Command::new(Wire::of(&metas::ACL_LOAD, []))
}

/// The options of [`acl_log`].
#[derive(Debug)]
pub struct AclLog<What = Free>(PhantomData<(What,)>);

impl<What> Shareable for AclLog<What> {}
impl<What> Queueable for AclLog<What> {}

/// Lists what users were denied recently, the latest first.
///
/// `ACL LOG`, since 6.0.0. Complexity: O(N) for N entries read.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_log();
/// // ACL LOG
/// # let _ = command;
/// ```
#[inline]
pub fn acl_log() -> Command<Vec<AclLogEntry>, AclLog> {
    Command::new(Wire::of(&metas::ACL_LOG, []))
}

impl<R, X> Command<R, AclLog<Free>, X> {
    /// At most this many entries. Default: 10.
    #[inline]
    pub fn count(self, count: u64) -> Command<R, AclLog<Used>, X> {
        self.with(|wire| {
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<X> Command<Vec<AclLogEntry>, AclLog<Free>, X> {
    /// Empties the log instead.
    #[inline]
    pub fn reset(self) -> Command<(), AclLog<Used>, X> {
        self.with(|wire| {
            wire.push(b"RESET");
        })
        .retyped()
    }
}

/// Writes all users into the server's file for them.
///
/// It is an error if the server was started without one.
///
/// `ACL SAVE`, since 6.0.0. Complexity: O(N) for N users.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_save();
/// // ACL SAVE
/// # let _ = command;
/// ```
#[inline]
pub fn acl_save() -> Command<()> {
    Command::new(Wire::of(&metas::ACL_SAVE, []))
}

/// Changes what a user may do by rules such as `on`, `>password`, `~key:*` and `+@read`,
/// one word each: all of them or, if one is wrong, none.
///
/// A user that is not there is made first; a new one may do nothing.
///
/// `ACL SETUSER`, since 6.0.0. Complexity: O(N) for N rules.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_setuser("row-setuser", ["reset", "on", ">s3cret", "~app:*", "+@read"]);
/// // ACL SETUSER row-setuser reset on >s3cret ~app:* +@read
/// # let _ = command;
/// ```
#[inline]
pub fn acl_setuser(user: impl ToArg, rules: impl ToArgs) -> Command<()> {
    let mut wire = Wire::of(&metas::ACL_SETUSER, [user.to_arg().as_bytes()]);
    wire.push_args(&rules);
    Command::new(wire)
}

/// Lists the names of all users.
///
/// `ACL USERS`, since 6.0.0. Complexity: O(N) for N users.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_users();
/// // ACL USERS
/// # let _ = command;
/// ```
#[inline]
pub fn acl_users() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::ACL_USERS, []))
}

/// Tells the name of the user that the connection runs as.
///
/// `ACL WHOAMI`, since 6.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = acl_whoami();
/// // ACL WHOAMI
/// # let _ = command;
/// ```
#[inline]
pub fn acl_whoami() -> Command<String> {
    Command::new(Wire::of(&metas::ACL_WHOAMI, []))
}
