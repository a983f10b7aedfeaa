//! Hashes.

#[cfg(feature = "std")]
use std::collections::HashMap;

#[cfg(feature = "std")]
use bytes::Bytes;

use super::many;
#[cfg(feature = "std")]
use super::one;
use crate::command::{Command, metas};
use crate::convert::{ToArg, ToPairs};

/// Sets fields of a hash, given as a pair or a list or map of them: how many
/// of the fields are new.
pub fn hset(key: impl ToArg, fields: impl ToPairs) -> Command<i64> {
    many(&metas::HSET, [key.to_arg().as_bytes()], |visit| fields.each_arg(visit))
}

/// All fields and values of a hash; none if there is no such key.
#[cfg(feature = "std")]
pub fn hgetall(key: impl ToArg) -> Command<HashMap<Bytes, Bytes>> {
    one(&metas::HGETALL, &key)
}
