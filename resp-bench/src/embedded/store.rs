//! Keys and values of the embedded server.

use core::time::Duration;
use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};
use std::time::Instant;

/// The database.
#[derive(Debug, Default)]
pub(super) struct Store {
    entries: HashMap<Box<[u8]>, Entry>,
}

#[derive(Debug)]
struct Entry {
    value: Value,
    expires: Option<Instant>,
}

/// Fields and their values.
pub(super) type Hash = HashMap<Box<[u8]>, Vec<u8>>;
/// Elements from head to tail.
pub(super) type List = VecDeque<Vec<u8>>;

/// A value of one of the types that it knows.
#[derive(Debug)]
enum Value {
    String(Vec<u8>),
    Hash(Hash),
    List(List),
}

/// The key holds a value of another type than the command works on.
#[derive(Debug)]
pub(super) struct WrongType;

impl From<WrongType> for Cow<'static, str> {
    fn from(_: WrongType) -> Self {
        Cow::Borrowed("WRONGTYPE Operation against a key holding the wrong kind of value")
    }
}

impl Value {
    fn as_string(&mut self) -> Result<&mut Vec<u8>, WrongType> {
        if let Self::String(text) = self { Ok(text) } else { Err(WrongType) }
    }

    fn as_hash(&mut self) -> Result<&mut Hash, WrongType> {
        if let Self::Hash(hash) = self { Ok(hash) } else { Err(WrongType) }
    }

    fn as_list(&mut self) -> Result<&mut List, WrongType> {
        if let Self::List(list) = self { Ok(list) } else { Err(WrongType) }
    }
}

impl Store {
    /// Whether there is such a key.
    pub(super) fn contains(&mut self, key: &[u8]) -> bool {
        self.find(key).is_some()
    }

    /// The string of a key, if there is such a key.
    pub(super) fn string(&mut self, key: &[u8]) -> Result<Option<&mut Vec<u8>>, WrongType> {
        self.find(key).map(Value::as_string).transpose()
    }

    /// The string of a key, which is empty if it is new.
    pub(super) fn string_or_new(&mut self, key: &[u8]) -> Result<&mut Vec<u8>, WrongType> {
        self.find_or_insert(key, || Value::String(Vec::new())).as_string()
    }

    /// The fields of a hash, if there is such a key.
    pub(super) fn hash(&mut self, key: &[u8]) -> Result<Option<&mut Hash>, WrongType> {
        self.find(key).map(Value::as_hash).transpose()
    }

    /// The fields of a hash, which has none if it is new.
    pub(super) fn hash_or_new(&mut self, key: &[u8]) -> Result<&mut Hash, WrongType> {
        self.find_or_insert(key, || Value::Hash(Hash::new())).as_hash()
    }

    /// The elements of a list, if there is such a key.
    pub(super) fn list(&mut self, key: &[u8]) -> Result<Option<&mut List>, WrongType> {
        self.find(key).map(Value::as_list).transpose()
    }

    /// The elements of a list, which has none if it is new.
    pub(super) fn list_or_new(&mut self, key: &[u8]) -> Result<&mut List, WrongType> {
        self.find_or_insert(key, || Value::List(List::new())).as_list()
    }

    fn find(&mut self, key: &[u8]) -> Option<&mut Value> {
        self.forget_expired(key);
        self.entries.get_mut(key).map(|entry| &mut entry.value)
    }

    fn find_or_insert(&mut self, key: &[u8], new: impl FnOnce() -> Value) -> &mut Value {
        self.forget_expired(key);
        let entry = self.entries.entry(key.into());
        &mut entry.or_insert_with(|| Entry { value: new(), expires: None }).value
    }

    /// Writes a string; its storage is used again if there was one.
    pub(super) fn set(&mut self, key: &[u8], value: &[u8], lifetime: Option<Duration>) {
        let expires = lifetime.and_then(|lifetime| Instant::now().checked_add(lifetime));
        match self.entries.get_mut(key) {
            Some(Entry { value: Value::String(old), expires: until }) => {
                old.clear();
                old.extend_from_slice(value);
                *until = expires;
            }
            _ => {
                self.entries.insert(key.into(), Entry { value: Value::String(value.to_vec()), expires });
            }
        }
    }

    /// Whether there was such a key.
    pub(super) fn remove(&mut self, key: &[u8]) -> bool {
        self.forget_expired(key);
        self.entries.remove(key).is_some()
    }

    /// Whether there is such a key, which now lives this long.
    pub(super) fn expire(&mut self, key: &[u8], lifetime: Duration) -> bool {
        self.forget_expired(key);
        let Some(entry) = self.entries.get_mut(key) else { return false };
        entry.expires = Instant::now().checked_add(lifetime);
        true
    }

    /// Keys, those included that have expired and were not asked for since.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.entries.clear();
    }

    fn forget_expired(&mut self, key: &[u8]) {
        // The clock is read only for keys that can expire.
        let expired = |entry: &Entry| entry.expires.is_some_and(|until| until <= Instant::now());
        if self.entries.get(key).is_some_and(expired) {
            self.entries.remove(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expired_keys_are_gone() {
        let mut store = Store::default();
        store.set(b"k", b"v", Some(Duration::ZERO));
        assert!(!store.contains(b"k"));
        store.set(b"k", b"v", Some(Duration::ZERO));
        store.set(b"k", b"w", None);
        assert_eq!(store.string(b"k").unwrap().unwrap(), b"w");
        assert!(store.expire(b"k", Duration::ZERO));
        assert!(!store.remove(b"k") && !store.expire(b"k", Duration::ZERO));
    }
}
