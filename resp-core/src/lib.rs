//! RESP, the protocol of Redis and Valkey, as a part for others to build on:
//! bytes to frames and back.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "bytes")]
mod command;
#[cfg(feature = "bytes")]
#[doc(hidden)]
pub mod commands;
#[cfg(feature = "bytes")]
mod convert;
mod decoder;
mod encoder;
mod error;
mod frame;
mod limits;
mod marker;
mod number;
#[cfg(feature = "bytes")]
mod reply;
mod scan;
mod tape;
mod token;
#[cfg(feature = "alloc")]
mod value;

#[cfg(feature = "bytes")]
pub use command::{Batch, Command, Executor, Free, Lane, Meta, Plain, Used, Wire};
#[cfg(feature = "bytes")]
#[doc(inline)]
pub use commands as cmd;
#[cfg(feature = "bytes")]
pub use convert::{
    Arg, ConvertError, FromReply, HasStrings, Pairs, ReplyError, ServerError, ToArg, ToArgs, ToPairs,
};
pub use decoder::{Decoder, Progress};
pub use encoder::{Encoder, Output, SliceOutput};
pub use error::{DecodeError, DecodeErrorKind, EncodeError};
pub use frame::{Attributes, Children, Chunks, Entries, Frame};
pub use limits::Limits;
pub use marker::{Kind, Marker};
#[cfg(feature = "bytes")]
pub use reply::Reply;
#[cfg(feature = "alloc")]
pub use tape::HeapTape;
pub use tape::{DefaultTape, Node, SliceTape, Tape};
pub use token::{Step, Token, Tokenizer};
#[cfg(feature = "alloc")]
pub use value::{List, Value};
