//! Commands that work on keys of any type, and on all of them.

use super::argument::{SYNTAX, integer};
use super::reply::{Outcome, Reply};
use super::store::Store;
use core::time::Duration;

pub(super) fn del(store: &mut Store, keys: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
    reply.count(keys.iter().filter(|key| store.remove(key)).count())
}

/// A time in the past removes the key.
pub(super) fn expire(
    store: &mut Store,
    key: &[u8],
    seconds: &[u8],
    options: &[&[u8]],
    reply: &mut Reply<'_>,
) -> Outcome {
    if let Some(option) = options.first() {
        return Err(format!("ERR Unsupported option {}", option.escape_ascii()).into());
    }
    let lifetime = Duration::from_secs(u64::try_from(integer(seconds)?).unwrap_or(0));
    reply.integer(store.expire(key, lifetime).into())
}

/// FLUSHALL and FLUSHDB, as there is but one database. Neither waits for anything.
pub(super) fn flush(store: &mut Store, how: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
    match how {
        [] => {}
        [how] if how.eq_ignore_ascii_case(b"SYNC") || how.eq_ignore_ascii_case(b"ASYNC") => {}
        _ => return Err(SYNTAX.into()),
    }
    store.clear();
    reply.simple("OK")
}

/// SELECT of the one database.
pub(super) fn select(index: &[u8], reply: &mut Reply<'_>) -> Outcome {
    if integer(index)? == 0 { reply.simple("OK") } else { Err("ERR DB index is out of range".into()) }
}
