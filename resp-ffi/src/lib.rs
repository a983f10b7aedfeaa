//! The C interface to `resp-core`: a reader of replies in the manner of
//! hiredis', and an encoder of commands.
//!
//! It is used through `include/resp.h`, which is generated from these sources,
//! so the comments speak to C programmers: `Value` is `resp_value` there. How
//! to build and link, who owns what and what threads may do is in the README.
//!
//! No panic crosses the border: `extern "C"` turns one into an abort. None is
//! caught, since one would be a bug that leaves a state nobody has thought of,
//! and `resp-core` has none on whatever input.
#![allow(unsafe_code, reason = "pointers from C; the only library crate with unsafe code")]
#![deny(unsafe_op_in_unsafe_fn)]

mod buffer;
mod heap;

// In the order in which the header has them.
mod limits;

mod reader;

mod error;

mod value;

mod iter;

mod reply;

mod encode;

pub use encode::resp_encode_command;
pub use error::{Error, ErrorCode};
pub use iter::{Iter, resp_attributes, resp_children, resp_next};
pub use limits::{Limits, resp_limits_default};
pub use reader::{
    Reader, resp_reader_error, resp_reader_feed, resp_reader_free, resp_reader_get, resp_reader_missing,
    resp_reader_new,
};
pub use reply::{Reply, resp_reply_detach, resp_reply_free, resp_reply_value};
pub use value::{Kind, Value};

#[cfg(test)]
mod tests;
