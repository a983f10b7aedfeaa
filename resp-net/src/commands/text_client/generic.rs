// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{TextCall, TextClient};
use bytes::Bytes;
use core::time::Duration;
use resp_core::{ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::string::String;
use std::time::SystemTime;
use std::vec::Vec;

/// Keys of any type.
impl TextClient {
    /// Copies what a key holds, with its time to live, to a key that does not exist: whether
    /// it did.
    ///
    /// `COPY`, since 6.2.0. Complexity: O(1) for a string, O(N) for what has N elements.
    #[inline]
    pub fn copy(&self, source: impl ToArg, destination: impl ToArg) -> TextCall<'_, bool, Copy> {
        self.send(copy(source, destination))
    }

    /// Removes keys: how many there were.
    ///
    /// `unlink` does so without making the server wait for large ones.
    ///
    /// `DEL`, since 1.0.0. Complexity: O(1) for each string, O(N) for what has N elements.
    #[inline]
    pub fn del(&self, keys: impl ToArgs) -> TextCall<'_, u64> {
        self.send(del(keys))
    }

    /// What a key holds, in the server's own form for `restore`; `None` if there is none.
    ///
    /// Its time to live is not part of it.
    ///
    /// `DUMP`, since 2.6.0. Complexity: O(N), the size of the value.
    #[inline]
    pub fn dump(&self, key: impl ToArg) -> TextCall<'_, Option<Dump>> {
        self.send(dump(key))
    }

    /// How many of these keys exist; a key that is given twice counts twice.
    ///
    /// `EXISTS`, since 1.0.0. Complexity: O(1) for each key.
    #[inline]
    pub fn exists(&self, keys: impl ToArgs) -> TextCall<'_, u64> {
        self.send(exists(keys))
    }

    /// Has a key vanish after `time`, to the millisecond: whether there was one, and the
    /// conditions held.
    ///
    /// A time that is not whole seconds is sent as PEXPIRE.
    ///
    /// `EXPIRE`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn expire(&self, key: impl ToArg, time: Duration) -> TextCall<'_, bool, Expire> {
        self.send(expire(key, time))
    }

    /// Has a key vanish at `time`, to the millisecond: whether there was one, and the
    /// conditions held.
    ///
    /// A time that is not whole seconds is sent as PEXPIREAT. A time that has passed removes
    /// the key at once.
    ///
    /// `EXPIREAT`, since 1.2.0. Complexity: O(1).
    #[inline]
    pub fn expireat(&self, key: impl ToArg, time: SystemTime) -> TextCall<'_, bool, Expire> {
        self.send(expireat(key, time))
    }

    /// When a key will vanish, to the second.
    ///
    /// `EXPIRETIME`, since 7.0.0. Complexity: O(1).
    #[inline]
    pub fn expiretime(&self, key: impl ToArg) -> TextCall<'_, Seconds<Expiry>> {
        self.send(expiretime(key))
    }

    /// All keys whose names fit a glob-style pattern; `scan` does so without making the
    /// server wait.
    ///
    /// In a pattern `*` stands for any characters, `?` for one, `[abc]` for one of these, and
    /// `\` before a character for itself.
    ///
    /// `KEYS`, since 1.0.0. Complexity: O(N), all keys of the database; the server does
    /// nothing else meanwhile.
    #[inline]
    pub fn keys(&self, pattern: impl ToArg) -> TextCall<'_, Vec<Bytes>> {
        self.send(keys(pattern))
    }

    /// Moves keys to another server: whether there were any.
    ///
    /// The servers may be silent for `timeout` at most; both do nothing else meanwhile.
    ///
    /// `MIGRATE`, since 2.6.0. Complexity: O(N), the size of the values, on both servers.
    #[inline]
    pub fn migrate(
        &self,
        host: impl ToArg,
        port: u16,
        db: u32,
        timeout: Duration,
        keys: impl ToArgs,
    ) -> TextCall<'_, Migrated, Migrate> {
        self.send(migrate(host, port, db, timeout, keys))
    }

    /// Moves a key to another database that lacks it: whether it did.
    ///
    /// `MOVE`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn move_to(&self, key: impl ToArg, db: u32) -> TextCall<'_, bool> {
        self.send(move_to(key, db))
    }

    /// In which form the server keeps what a key holds; `None` if there is none.
    ///
    /// `OBJECT ENCODING`, since 2.2.3. Complexity: O(1).
    #[inline]
    pub fn object_encoding(&self, key: impl ToArg) -> TextCall<'_, Option<Encoding>> {
        self.send(object_encoding(key))
    }

    /// How often a key is used, as a logarithm from 0 to 255; `None` if there is none.
    ///
    /// An error unless the server evicts what is least frequently used.
    ///
    /// `OBJECT FREQ`, since 4.0.0. Complexity: O(1).
    #[inline]
    pub fn object_freq(&self, key: impl ToArg) -> TextCall<'_, Option<u64>> {
        self.send(object_freq(key))
    }

    /// The server's own help on OBJECT, line by line.
    ///
    /// `OBJECT HELP`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn object_help(&self) -> TextCall<'_, Vec<String>> {
        self.send(object_help())
    }

    /// How long a key was not used, to the second; `None` if there is none.
    ///
    /// An error if the server evicts what is least frequently used.
    ///
    /// `OBJECT IDLETIME`, since 2.2.3. Complexity: O(1).
    #[inline]
    pub fn object_idletime(&self, key: impl ToArg) -> TextCall<'_, Option<Seconds<Duration>>> {
        self.send(object_idletime(key))
    }

    /// How many references the server holds to a value; `None` if there is no such key.
    ///
    /// `OBJECT REFCOUNT`, since 2.2.3. Complexity: O(1).
    #[inline]
    pub fn object_refcount(&self, key: impl ToArg) -> TextCall<'_, Option<u64>> {
        self.send(object_refcount(key))
    }

    /// Has a key live for ever: whether it had a time to live.
    ///
    /// `PERSIST`, since 2.2.0. Complexity: O(1).
    #[inline]
    pub fn persist(&self, key: impl ToArg) -> TextCall<'_, bool> {
        self.send(persist(key))
    }

    /// Has a key vanish after `time`, to the millisecond: whether there was one, and the
    /// conditions held.
    ///
    /// `expire` does the same.
    ///
    /// `PEXPIRE`, since 2.6.0. Complexity: O(1).
    #[inline]
    pub fn pexpire(&self, key: impl ToArg, time: Duration) -> TextCall<'_, bool, Expire> {
        self.send(pexpire(key, time))
    }

    /// Has a key vanish at `time`, to the millisecond: whether there was one, and the
    /// conditions held.
    ///
    /// `expireat` does the same.
    ///
    /// `PEXPIREAT`, since 2.6.0. Complexity: O(1).
    #[inline]
    pub fn pexpireat(&self, key: impl ToArg, time: SystemTime) -> TextCall<'_, bool, Expire> {
        self.send(pexpireat(key, time))
    }

    /// When a key will vanish, to the millisecond.
    ///
    /// `PEXPIRETIME`, since 7.0.0. Complexity: O(1).
    #[inline]
    pub fn pexpiretime(&self, key: impl ToArg) -> TextCall<'_, Millis<Expiry>> {
        self.send(pexpiretime(key))
    }

    /// How long a key still has to live, to the millisecond.
    ///
    /// `PTTL`, since 2.6.0. Complexity: O(1).
    #[inline]
    pub fn pttl(&self, key: impl ToArg) -> TextCall<'_, Millis<Ttl>> {
        self.send(pttl(key))
    }

    /// Some key of the database; `None` if it is empty.
    ///
    /// `RANDOMKEY`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn randomkey(&self) -> TextCall<'_, Option<Bytes>> {
        self.send(randomkey())
    }

    /// Gives a key another name, whatever that one held; an error if there is no key.
    ///
    /// `RENAME`, since 1.0.0. Complexity: O(1), or O(N) for the N elements that the new key
    /// held.
    #[inline]
    pub fn rename(&self, key: impl ToArg, new_key: impl ToArg) -> TextCall<'_, ()> {
        self.send(rename(key, new_key))
    }

    /// Gives a key another name if that one is free: whether it did; an error if there is no
    /// key.
    ///
    /// `RENAMENX`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn renamenx(&self, key: impl ToArg, new_key: impl ToArg) -> TextCall<'_, bool> {
        self.send(renamenx(key, new_key))
    }

    /// Makes a key of what `dump` said, which vanishes as `expires` says; an error if the key
    /// exists.
    ///
    /// `RESTORE`, since 2.6.0. Complexity: O(N), the size of the value; O(N log N) for a
    /// sorted set.
    #[inline]
    pub fn restore(
        &self,
        key: impl ToArg,
        expires: impl Into<Expires>,
        dump: impl ToArg,
    ) -> TextCall<'_, (), Restore> {
        self.send(restore(key, expires, dump))
    }

    /// A part of the database's keys, and where the next part starts.
    ///
    /// Keys that are there all the while come at least once, others may. A page may be empty
    /// though more follow.
    ///
    /// `SCAN`, since 2.8.0. Complexity: O(1) for a page, O(N) for all N keys of the database.
    #[inline]
    pub fn scan(&self, cursor: Cursor) -> TextCall<'_, ScanPage<Vec<Bytes>>, Scan> {
        self.send(scan(cursor))
    }

    /// The elements of a list, set or sorted set, sorted as numbers.
    ///
    /// Elements that are no numbers are an error, unless `alpha` says that text is meant.
    ///
    /// `SORT`, since 1.0.0. Complexity: O(N + M log M) for M elements returned.
    #[inline]
    pub fn sort(&self, key: impl ToArg) -> TextCall<'_, Vec<Bytes>, Sort> {
        self.send(sort(key))
    }

    /// `sort` that stores nothing, so that a replica can do it, too.
    ///
    /// `SORT_RO`, since 7.0.0. Complexity: O(N + M log M) for M elements returned.
    #[inline]
    pub fn sort_ro(&self, key: impl ToArg) -> TextCall<'_, Vec<Bytes>, SortRo> {
        self.send(sort_ro(key))
    }

    /// Has keys count as used just now: how many there are.
    ///
    /// `TOUCH`, since 3.2.1. Complexity: O(1) for each key.
    #[inline]
    pub fn touch(&self, keys: impl ToArgs) -> TextCall<'_, u64> {
        self.send(touch(keys))
    }

    /// How long a key still has to live, to the second.
    ///
    /// `TTL`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ttl(&self, key: impl ToArg) -> TextCall<'_, Seconds<Ttl>> {
        self.send(ttl(key))
    }

    /// What type of value a key holds.
    ///
    /// `TYPE`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn key_type(&self, key: impl ToArg) -> TextCall<'_, KeyType> {
        self.send(key_type(key))
    }

    /// Removes keys, and frees their memory later: how many there were.
    ///
    /// `UNLINK`, since 4.0.0. Complexity: O(1) for each key; the memory is freed in another
    /// thread.
    #[inline]
    pub fn unlink(&self, keys: impl ToArgs) -> TextCall<'_, u64> {
        self.send(unlink(keys))
    }
}
