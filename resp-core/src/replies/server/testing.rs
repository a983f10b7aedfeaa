//! Replies as tests write them.

use alloc::string::{String, ToString};
use core::fmt::Debug;

use crate::convert::FromReply;
use crate::replies::tests;

/// The reply as `T`.
#[track_caller]
pub(in crate::replies) fn decode<T: FromReply>(wire: &str) -> T::Out {
    tests::decode::<T>(wire).unwrap()
}

/// Why the reply is no `T`.
#[track_caller]
pub(in crate::replies) fn failure<T: FromReply>(wire: &str) -> String
where
    T::Out: Debug,
{
    tests::decode::<T>(wire).unwrap_err().to_string()
}

/// A bulk string.
pub(in crate::replies) fn bulk(text: &str) -> String {
    alloc::format!("${}\r\n{text}\r\n", text.len())
}

/// The verbatim string that RESP3 sends for a text to read.
pub(in crate::replies) fn verbatim(text: &str) -> String {
    alloc::format!("={}\r\ntxt:{text}\r\n", text.len() + 4)
}
