//! LPUSH, RPUSH, LRANGE, LTRIM, LLEN.

use super::argument::integer;
use super::reply::{Outcome, Reply};
use super::store::Store;
use core::ops::Range;
use std::borrow::Cow;
use std::collections::VecDeque;

/// Puts elements before the first of a list, or behind its last.
pub(super) fn push(
    store: &mut Store,
    key: &[u8],
    elements: &[&[u8]],
    put: fn(&mut VecDeque<Vec<u8>>, Vec<u8>),
    reply: &mut Reply<'_>,
) -> Outcome {
    let list = store.list_or_new(key)?;
    elements.iter().for_each(|element| put(list, element.to_vec()));
    reply.count(list.len())
}

pub(super) fn lrange(
    store: &mut Store,
    key: &[u8],
    start: &[u8],
    stop: &[u8],
    reply: &mut Reply<'_>,
) -> Outcome {
    let bounds = bounds(start, stop)?;
    let Some(list) = store.list(key)? else { return reply.array(0) };
    let range = indices(bounds, list.len());
    reply.array(range.len())?;
    list.range(range).try_for_each(|element| reply.bulk(element))
}

/// A list without elements is no longer there.
pub(super) fn ltrim(
    store: &mut Store,
    key: &[u8],
    start: &[u8],
    stop: &[u8],
    reply: &mut Reply<'_>,
) -> Outcome {
    let bounds = bounds(start, stop)?;
    if let Some(list) = store.list(key)? {
        let range = indices(bounds, list.len());
        list.truncate(range.end);
        list.drain(..range.start);
        if list.is_empty() {
            store.remove(key);
        }
    }
    reply.simple("OK")
}

pub(super) fn llen(store: &mut Store, key: &[u8], reply: &mut Reply<'_>) -> Outcome {
    reply.count(store.list(key)?.map_or(0, |list| list.len()))
}

fn bounds(start: &[u8], stop: &[u8]) -> Result<(i64, i64), Cow<'static, str>> {
    Ok((integer(start)?, integer(stop)?))
}

/// The elements from `start` to `stop`, which is one of them; both are counted
/// from the end if negative.
fn indices((start, stop): (i64, i64), len: usize) -> Range<usize> {
    let count = i64::try_from(len).unwrap_or(i64::MAX);
    let from_head = |index: i64| if index < 0 { index.saturating_add(count) } else { index };
    let end = usize::try_from(from_head(stop).saturating_add(1).clamp(0, count)).unwrap_or(0);
    let first = usize::try_from(from_head(start)).unwrap_or(0).min(end);
    first..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indices_stay_within_the_list() {
        for (bounds, expected) in [
            ((0, -1), 0..3),
            ((1, 1), 1..2),
            ((-2, -2), 1..2),
            ((2, 1), 2..2),
            ((5, 9), 3..3),
            ((-9, 9), 0..3),
            ((0, -9), 0..0),
            ((i64::MIN, i64::MAX), 0..3),
        ] {
            assert_eq!(indices(bounds, 3), expected, "{bounds:?}");
        }
    }
}
