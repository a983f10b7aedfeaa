// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::blocking::{Connection, Lease};
use resp_core::{Command, Plain, ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::string::String;
use std::vec::Vec;

/// Users and what they may do.
impl Connection {
    /// Lists the categories that commands belong to.
    ///
    /// `ACL CAT`, since 6.0.0. Complexity: O(1).
    #[inline]
    pub fn acl_cat(&mut self) -> Command<Vec<String>, AclCat, Lease<'_>> {
        self.send(acl_cat())
    }

    /// Removes users and ends their connections: how many there were.
    ///
    /// `ACL DELUSER`, since 6.0.0. Complexity: O(N) for N users given.
    #[inline]
    pub fn acl_deluser(&mut self, users: impl ToArgs) -> Command<u64, Plain, Lease<'_>> {
        self.send(acl_deluser(users))
    }

    /// Tells whether a user may run a command, without running it.
    ///
    /// `ACL DRYRUN`, since 7.0.0. Complexity: O(1).
    #[inline]
    pub fn acl_dryrun(
        &mut self,
        user: impl ToArg,
        command: impl ToArgs,
    ) -> Command<DryRun, Plain, Lease<'_>> {
        self.send(acl_dryrun(user, command))
    }

    /// Makes a password from the server's random numbers, in hexadecimal digits.
    ///
    /// `ACL GENPASS`, since 6.0.0. Complexity: O(1).
    #[inline]
    pub fn acl_genpass(&mut self) -> Command<String, AclGenpass, Lease<'_>> {
        self.send(acl_genpass())
    }

    /// Reads what a user may do; `None` if there is no such user.
    ///
    /// `ACL GETUSER`, since 6.0.0. Complexity: O(N) for N rules of the user.
    #[inline]
    pub fn acl_getuser(&mut self, user: impl ToArg) -> Command<Option<AclUser>, Plain, Lease<'_>> {
        self.send(acl_getuser(user))
    }

    /// The server's own help on ACL, line by line.
    ///
    /// `ACL HELP`, since 6.0.0. Complexity: O(1).
    #[inline]
    pub fn acl_help(&mut self) -> Command<Vec<String>, Plain, Lease<'_>> {
        self.send(acl_help())
    }

    /// Lists all users with their rules, each as a line of the file for them.
    ///
    /// The lines hold the hashes of passwords.
    ///
    /// `ACL LIST`, since 6.0.0. Complexity: O(N) for N users.
    #[inline]
    pub fn acl_list(&mut self) -> Command<Vec<String>, Plain, Lease<'_>> {
        self.send(acl_list())
    }

    /// Reads the users from the server's file for them: all or, if it has a mistake, none.
    ///
    /// It is an error if the server was started without one.
    ///
    /// `ACL LOAD`, since 6.0.0. Complexity: O(N) for N users.
    #[inline]
    pub fn acl_load(&mut self) -> Command<(), Plain, Lease<'_>> {
        self.send(acl_load())
    }

    /// Lists what users were denied recently, the latest first.
    ///
    /// `ACL LOG`, since 6.0.0. Complexity: O(N) for N entries read.
    #[inline]
    pub fn acl_log(&mut self) -> Command<Vec<AclLogEntry>, AclLog, Lease<'_>> {
        self.send(acl_log())
    }

    /// Writes all users into the server's file for them.
    ///
    /// It is an error if the server was started without one.
    ///
    /// `ACL SAVE`, since 6.0.0. Complexity: O(N) for N users.
    #[inline]
    pub fn acl_save(&mut self) -> Command<(), Plain, Lease<'_>> {
        self.send(acl_save())
    }

    /// Changes what a user may do by rules such as `on`, `>password`, `~key:*` and `+@read`,
    /// one word each: all of them or, if one is wrong, none.
    ///
    /// A user that is not there is made first; a new one may do nothing.
    ///
    /// `ACL SETUSER`, since 6.0.0. Complexity: O(N) for N rules.
    #[inline]
    pub fn acl_setuser(&mut self, user: impl ToArg, rules: impl ToArgs) -> Command<(), Plain, Lease<'_>> {
        self.send(acl_setuser(user, rules))
    }

    /// Lists the names of all users.
    ///
    /// `ACL USERS`, since 6.0.0. Complexity: O(N) for N users.
    #[inline]
    pub fn acl_users(&mut self) -> Command<Vec<String>, Plain, Lease<'_>> {
        self.send(acl_users())
    }

    /// Tells the name of the user that the connection runs as.
    ///
    /// `ACL WHOAMI`, since 6.0.0. Complexity: O(1).
    #[inline]
    pub fn acl_whoami(&mut self) -> Command<String, Plain, Lease<'_>> {
        self.send(acl_whoami())
    }
}
