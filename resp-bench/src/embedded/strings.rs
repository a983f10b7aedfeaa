//! GET, SET and what else works on strings.

use super::argument::{SYNTAX, integer};
use super::reply::{Outcome, Reply};
use super::store::Store;
use core::time::Duration;

pub(super) fn get(store: &mut Store, key: &[u8], reply: &mut Reply<'_>) -> Outcome {
    match store.string(key)? {
        Some(value) => reply.bulk(value),
        None => reply.null(),
    }
}

pub(super) fn set(
    store: &mut Store,
    key: &[u8],
    value: &[u8],
    options: &[&[u8]],
    reply: &mut Reply<'_>,
) -> Outcome {
    let (mut lifetime, mut wanted) = (None, None);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match option.to_ascii_uppercase().as_slice() {
            unit @ (b"EX" | b"PX") if lifetime.is_none() => {
                let amount = options.next().ok_or(SYNTAX)?;
                let amount = u64::try_from(integer(amount)?).ok().filter(|amount| *amount > 0);
                let amount = amount.ok_or("ERR invalid expire time in 'set' command")?;
                lifetime = Some(if unit == b"EX" {
                    Duration::from_secs(amount)
                } else {
                    Duration::from_millis(amount)
                });
            }
            b"NX" if wanted.is_none() => wanted = Some(false),
            b"XX" if wanted.is_none() => wanted = Some(true),
            _ => return Err(SYNTAX.into()),
        }
    }
    // The condition costs a look-up only where there is one.
    if wanted.is_some_and(|wanted| store.contains(key) != wanted) {
        return reply.null();
    }
    store.set(key, value, lifetime);
    reply.simple("OK")
}

/// A key of another type is as good as none.
pub(super) fn mget(store: &mut Store, keys: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
    reply.array(keys.len())?;
    keys.iter().try_for_each(|key| match store.string(key) {
        Ok(Some(value)) => reply.bulk(value),
        _ => reply.null(),
    })
}

pub(super) fn mset(store: &mut Store, pairs: &[[&[u8]; 2]], reply: &mut Reply<'_>) -> Outcome {
    pairs.iter().for_each(|[key, value]| store.set(key, value, None));
    reply.simple("OK")
}

pub(super) fn incr(store: &mut Store, key: &[u8], reply: &mut Reply<'_>) -> Outcome {
    let value = store.string(key)?.map_or(Ok(0), |text| integer(text))?;
    let value = value.checked_add(1).ok_or("ERR increment or decrement would overflow")?;
    *store.string_or_new(key)? = value.to_string().into_bytes();
    reply.integer(value)
}
