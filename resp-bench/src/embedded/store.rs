//! Keys and values of the embedded server.

use core::time::Duration;
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

/// A value of one of the types that it knows.
#[derive(Debug)]
pub(super) enum Value {
    /// Bytes.
    String(Vec<u8>),
    /// Fields and their values.
    Hash(HashMap<Box<[u8]>, Vec<u8>>),
    /// Elements from head to tail.
    List(VecDeque<Vec<u8>>),
}

impl Store {
    /// The value of a key that has not expired.
    pub(super) fn find(&mut self, key: &[u8]) -> Option<&mut Value> {
        self.forget_expired(key);
        self.entries.get_mut(key).map(|entry| &mut entry.value)
    }

    /// The value of a key, made by `new` if there is none.
    pub(super) fn find_or_insert(&mut self, key: &[u8], new: impl FnOnce() -> Value) -> &mut Value {
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
        assert!(store.find(b"k").is_none());
        store.set(b"k", b"v", Some(Duration::ZERO));
        store.set(b"k", b"w", None);
        assert!(matches!(store.find(b"k"), Some(Value::String(value)) if value == b"w"));
        assert!(store.expire(b"k", Duration::ZERO));
        assert!(!store.remove(b"k") && !store.expire(b"k", Duration::ZERO));
    }
}
