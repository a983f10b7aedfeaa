// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Keys of any type.

#[doc(inline)]
pub use super::custom::generic::*;
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

/// The options of [`copy`].
#[derive(Debug)]
pub struct Copy;

impl Shareable for Copy {}
impl Queueable for Copy {}

/// Copies what a key holds, with its time to live, to a key that does not exist: whether
/// it did.
///
/// `COPY`, since 6.2.0. Complexity: O(1) for a string, O(N) for what has N elements.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = copy("a", "b");
/// // COPY a b
/// # let _ = command;
/// ```
#[inline]
pub fn copy(source: impl ToArg, destination: impl ToArg) -> Command<bool, Copy> {
    Command::new(Wire::of(&metas::COPY, [source.to_arg().as_bytes(), destination.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Copy, X> {
    /// Copies to a key of another database.
    #[inline]
    pub fn db(self, db: u32) -> Self {
        self.with(|wire| {
            wire.push(b"DB");
            wire.push(db.to_arg().as_bytes());
        })
    }

    /// Removes what the destination holds.
    #[inline]
    pub fn replace(self) -> Self {
        self.with(|wire| {
            wire.push(b"REPLACE");
        })
    }
}

/// Removes keys: how many there were.
///
/// `unlink` does so without making the server wait for large ones.
///
/// `DEL`, since 1.0.0. Complexity: O(1) for each string, O(N) for what has N elements.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = del("a");
/// // DEL a
/// # let _ = command;
/// ```
#[inline]
pub fn del(keys: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::DEL, []);
    wire.push_args(&keys);
    Command::new(wire)
}

/// What a key holds, in the server's own form for `restore`; `None` if there is none.
///
/// Its time to live is not part of it.
///
/// `DUMP`, since 2.6.0. Complexity: O(N), the size of the value.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = dump("a");
/// // DUMP a
/// # let _ = command;
/// ```
#[inline]
pub fn dump(key: impl ToArg) -> Command<Option<Dump>> {
    Command::new(Wire::of(&metas::DUMP, [key.to_arg().as_bytes()]))
}

/// How many of these keys exist; a key that is given twice counts twice.
///
/// `EXISTS`, since 1.0.0. Complexity: O(1) for each key.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = exists(["a", "b", "c"]);
/// // EXISTS a b c
/// # let _ = command;
/// ```
#[inline]
pub fn exists(keys: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::EXISTS, []);
    wire.push_args(&keys);
    Command::new(wire)
}

/// When a key will vanish, to the second.
///
/// `EXPIRETIME`, since 7.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = expiretime("a");
/// // EXPIRETIME a
/// # let _ = command;
/// ```
#[inline]
pub fn expiretime(key: impl ToArg) -> Command<Seconds<Expiry>> {
    Command::new(Wire::of(&metas::EXPIRETIME, [key.to_arg().as_bytes()]))
}

/// All keys whose names fit a glob-style pattern; `scan` does so without making the
/// server wait.
///
/// In a pattern `*` stands for any characters, `?` for one, `[abc]` for one of these, and
/// `\` before a character for itself.
///
/// `KEYS`, since 1.0.0. Complexity: O(N), all keys of the database; the server does
/// nothing else meanwhile.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = keys("user:*");
/// // KEYS user:*
/// # let _ = command;
/// ```
#[inline]
pub fn keys(pattern: impl ToArg) -> Command<Vec<Bytes>> {
    Command::new(Wire::of(&metas::KEYS, [pattern.to_arg().as_bytes()]))
}

/// The options of [`migrate`].
#[derive(Debug)]
pub struct Migrate<Auth = Free>(PhantomData<(Auth,)>);

impl<Auth> Shareable for Migrate<Auth> {}
impl<Auth> Queueable for Migrate<Auth> {}

/// Moves keys to another server: whether there were any.
///
/// The servers may be silent for `timeout` at most; both do nothing else meanwhile.
///
/// `MIGRATE`, since 2.6.0. Complexity: O(N), the size of the values, on both servers.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = migrate("127.0.0.1", 1, 0, Duration::from_millis(500), ["a", "b"]);
/// // MIGRATE 127.0.0.1 1 "" 0 500 KEYS a b
/// # let _ = command;
/// ```
#[inline]
pub fn migrate(
    host: impl ToArg,
    port: u16,
    db: u32,
    timeout: Duration,
    keys: impl ToArgs,
) -> Command<Migrated, Migrate> {
    let mut wire = Wire::of(
        &metas::MIGRATE,
        [
            host.to_arg().as_bytes(),
            port.to_arg().as_bytes(),
            b"",
            db.to_arg().as_bytes(),
            times::millis(timeout).to_arg().as_bytes(),
            b"KEYS",
        ],
    );
    wire.push_args(&keys);
    Command::new(wire)
}

impl<R, Auth, X> Command<R, Migrate<Auth>, X> {
    /// Leaves the keys here, too. Since 3.0.0.
    #[inline]
    pub fn copy(self) -> Self {
        self.with_at(5, |wire| {
            wire.push(b"COPY");
        })
    }

    /// Replaces keys that the other server has. Since 3.0.0.
    #[inline]
    pub fn replace(self) -> Self {
        self.with_at(5, |wire| {
            wire.push(b"REPLACE");
        })
    }
}

impl<R, X> Command<R, Migrate<Free>, X> {
    /// Gives the other server this password. Since 4.0.7.
    #[inline]
    pub fn auth(self, password: impl ToArg) -> Command<R, Migrate<Used>, X> {
        self.with_at(5, |wire| {
            wire.push(b"AUTH");
            wire.push(password.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Gives the other server this user name and password, as AUTH2 does. Since 6.0.0.
    #[inline]
    pub fn auth2(self, user: impl ToArg, password: impl ToArg) -> Command<R, Migrate<Used>, X> {
        self.with_at(5, |wire| {
            wire.push(b"AUTH2");
            wire.push(user.to_arg().as_bytes());
            wire.push(password.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// Moves a key to another database that lacks it: whether it did.
///
/// `MOVE`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = move_to("a", 2);
/// // MOVE a 2
/// # let _ = command;
/// ```
#[inline]
pub fn move_to(key: impl ToArg, db: u32) -> Command<bool> {
    Command::new(Wire::of(&metas::MOVE, [key.to_arg().as_bytes(), db.to_arg().as_bytes()]))
}

/// In which form the server keeps what a key holds; `None` if there is none.
///
/// `OBJECT ENCODING`, since 2.2.3. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = object_encoding("n");
/// // OBJECT ENCODING n
/// # let _ = command;
/// ```
#[inline]
pub fn object_encoding(key: impl ToArg) -> Command<Option<Encoding>> {
    Command::new(Wire::of(&metas::OBJECT_ENCODING, [key.to_arg().as_bytes()]))
}

/// How often a key is used, as a logarithm from 0 to 255; `None` if there is none.
///
/// An error unless the server evicts what is least frequently used.
///
/// `OBJECT FREQ`, since 4.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = object_freq("a");
/// // OBJECT FREQ a
/// # let _ = command;
/// ```
#[inline]
pub fn object_freq(key: impl ToArg) -> Command<Option<u64>> {
    Command::new(Wire::of(&metas::OBJECT_FREQ, [key.to_arg().as_bytes()]))
}

/// The server's own help on OBJECT, line by line.
///
/// `OBJECT HELP`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = object_help();
/// // OBJECT HELP
/// # let _ = command;
/// ```
#[inline]
pub fn object_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::OBJECT_HELP, []))
}

/// How long a key was not used, to the second; `None` if there is none.
///
/// An error if the server evicts what is least frequently used.
///
/// `OBJECT IDLETIME`, since 2.2.3. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = object_idletime("a");
/// // OBJECT IDLETIME a
/// # let _ = command;
/// ```
#[inline]
pub fn object_idletime(key: impl ToArg) -> Command<Option<Seconds<Duration>>> {
    Command::new(Wire::of(&metas::OBJECT_IDLETIME, [key.to_arg().as_bytes()]))
}

/// How many references the server holds to a value; `None` if there is no such key.
///
/// `OBJECT REFCOUNT`, since 2.2.3. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = object_refcount("a");
/// // OBJECT REFCOUNT a
/// # let _ = command;
/// ```
#[inline]
pub fn object_refcount(key: impl ToArg) -> Command<Option<u64>> {
    Command::new(Wire::of(&metas::OBJECT_REFCOUNT, [key.to_arg().as_bytes()]))
}

/// Has a key live for ever: whether it had a time to live.
///
/// `PERSIST`, since 2.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = persist("a");
/// // PERSIST a
/// # let _ = command;
/// ```
#[inline]
pub fn persist(key: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::PERSIST, [key.to_arg().as_bytes()]))
}

/// When a key will vanish, to the millisecond.
///
/// `PEXPIRETIME`, since 7.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pexpiretime("a");
/// // PEXPIRETIME a
/// # let _ = command;
/// ```
#[inline]
pub fn pexpiretime(key: impl ToArg) -> Command<Millis<Expiry>> {
    Command::new(Wire::of(&metas::PEXPIRETIME, [key.to_arg().as_bytes()]))
}

/// How long a key still has to live, to the millisecond.
///
/// `PTTL`, since 2.6.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pttl("a");
/// // PTTL a
/// # let _ = command;
/// ```
#[inline]
pub fn pttl(key: impl ToArg) -> Command<Millis<Ttl>> {
    Command::new(Wire::of(&metas::PTTL, [key.to_arg().as_bytes()]))
}

/// Some key of the database; `None` if it is empty.
///
/// `RANDOMKEY`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = randomkey();
/// // RANDOMKEY
/// # let _ = command;
/// ```
#[inline]
pub fn randomkey() -> Command<Option<Bytes>> {
    Command::new(Wire::of(&metas::RANDOMKEY, []))
}

/// Gives a key another name, whatever that one held; an error if there is no key.
///
/// `RENAME`, since 1.0.0. Complexity: O(1), or O(N) for the N elements that the new key
/// held.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = rename("a", "b");
/// // RENAME a b
/// # let _ = command;
/// ```
#[inline]
pub fn rename(key: impl ToArg, new_key: impl ToArg) -> Command<()> {
    Command::new(Wire::of(&metas::RENAME, [key.to_arg().as_bytes(), new_key.to_arg().as_bytes()]))
}

/// Gives a key another name if that one is free: whether it did; an error if there is no
/// key.
///
/// `RENAMENX`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = renamenx("a", "b");
/// // RENAMENX a b
/// # let _ = command;
/// ```
#[inline]
pub fn renamenx(key: impl ToArg, new_key: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::RENAMENX, [key.to_arg().as_bytes(), new_key.to_arg().as_bytes()]))
}

/// The options of [`scan`].
#[derive(Debug)]
pub struct Scan;

impl Shareable for Scan {}
impl Queueable for Scan {}

/// A part of the database's keys, and where the next part starts.
///
/// Keys that are there all the while come at least once, others may. A page may be empty
/// though more follow.
///
/// `SCAN`, since 2.8.0. Complexity: O(1) for a page, O(N) for all N keys of the database.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = scan(Cursor::START).matching("user:*").count(100).of_type(KeyType::String);
/// // SCAN 0 MATCH user:* COUNT 100 TYPE string
/// # let _ = command;
/// ```
#[inline]
pub fn scan(cursor: Cursor) -> Command<ScanPage<Vec<Bytes>>, Scan> {
    Command::new(Wire::of(&metas::SCAN, [cursor.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Scan, X> {
    /// Only keys whose names fit a glob-style pattern; see `keys`.
    #[inline]
    pub fn matching(self, pattern: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"MATCH");
            wire.push(pattern.to_arg().as_bytes());
        })
    }

    /// Looks at about this many keys for a page. Default: 10.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }

    /// Only those that hold this type. Since 6.0.0.
    #[inline]
    pub fn of_type(self, key_type: KeyType) -> Self {
        self.with(|wire| {
            wire.push(b"TYPE");
            wire.push(key_type.to_arg().as_bytes());
        })
    }
}

/// Has keys count as used just now: how many there are.
///
/// `TOUCH`, since 3.2.1. Complexity: O(1) for each key.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = touch(["a", "b", "c"]);
/// // TOUCH a b c
/// # let _ = command;
/// ```
#[inline]
pub fn touch(keys: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::TOUCH, []);
    wire.push_args(&keys);
    Command::new(wire)
}

/// How long a key still has to live, to the second.
///
/// `TTL`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ttl("a");
/// // TTL a
/// # let _ = command;
/// ```
#[inline]
pub fn ttl(key: impl ToArg) -> Command<Seconds<Ttl>> {
    Command::new(Wire::of(&metas::TTL, [key.to_arg().as_bytes()]))
}

/// What type of value a key holds.
///
/// `TYPE`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = key_type("z");
/// // TYPE z
/// # let _ = command;
/// ```
#[inline]
pub fn key_type(key: impl ToArg) -> Command<KeyType> {
    Command::new(Wire::of(&metas::TYPE, [key.to_arg().as_bytes()]))
}

/// Removes keys, and frees their memory later: how many there were.
///
/// `UNLINK`, since 4.0.0. Complexity: O(1) for each key; the memory is freed in another
/// thread.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = unlink(["a", "b", "c"]);
/// // UNLINK a b c
/// # let _ = command;
/// ```
#[inline]
pub fn unlink(keys: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::UNLINK, []);
    wire.push_args(&keys);
    Command::new(wire)
}

/// Waits until replicas have what this connection wrote, at most `timeout`, or for as
/// long as it takes: how many have it.
///
/// There may be fewer than asked for if the timeout passed. What other connections wrote
/// does not count.
///
/// `WAIT`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = wait(0, Duration::from_millis(100));
/// // WAIT 0 100
/// # let _ = command;
/// ```
#[inline]
pub fn wait(replicas: u32, timeout: impl Into<Option<Duration>>) -> Command<u64, Dedicated> {
    Command::new(Wire::of(
        &metas::WAIT,
        [replicas.to_arg().as_bytes(), times::wait_millis(timeout.into()).to_arg().as_bytes()],
    ))
}

/// Waits until what this connection wrote is on disk, at most `timeout`, or for as long
/// as it takes: where it is.
///
/// `local` asks for the server itself, whose append-only file must be on, `replicas` for
/// so many of its replicas.
///
/// `WAITAOF`, since 7.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = waitaof(false, 0, Duration::from_millis(100));
/// // WAITAOF 0 0 100
/// # let _ = command;
/// ```
#[inline]
pub fn waitaof(
    local: bool,
    replicas: u32,
    timeout: impl Into<Option<Duration>>,
) -> Command<AofSynced, Dedicated> {
    Command::new(Wire::of(
        &metas::WAITAOF,
        [
            local.to_arg().as_bytes(),
            replicas.to_arg().as_bytes(),
            times::wait_millis(timeout.into()).to_arg().as_bytes(),
        ],
    ))
}
