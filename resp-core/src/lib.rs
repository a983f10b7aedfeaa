//! RESP, the protocol of Redis and Valkey, as a part for others to build on:
//! bytes to frames and back.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

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
