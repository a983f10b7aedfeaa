//! HSET, HGET, HGETALL.

use super::reply::{Outcome, Reply};
use super::store::Store;

/// Counts the fields that are new.
pub(super) fn hset(store: &mut Store, key: &[u8], pairs: &[[&[u8]; 2]], reply: &mut Reply<'_>) -> Outcome {
    let hash = store.hash_or_new(key)?;
    let added = pairs.iter().filter(|[field, value]| hash.insert((*field).into(), value.to_vec()).is_none());
    reply.count(added.count())
}

pub(super) fn hget(store: &mut Store, key: &[u8], field: &[u8], reply: &mut Reply<'_>) -> Outcome {
    match store.hash(key)?.and_then(|hash| hash.get(field)) {
        Some(value) => reply.bulk(value),
        None => reply.null(),
    }
}

pub(super) fn hgetall(store: &mut Store, key: &[u8], reply: &mut Reply<'_>) -> Outcome {
    let Some(hash) = store.hash(key)? else { return reply.map(0) };
    reply.map(hash.len())?;
    hash.iter().try_for_each(|(field, value)| reply.bulk(field).and_then(|()| reply.bulk(value)))
}
