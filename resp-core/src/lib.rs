//! RESP, the protocol of Redis and Valkey, as a part for others to build on:
//! bytes to frames and back, for clients, proxies, servers and tools.
//!
//! * Incremental: hand in what has arrived; nothing is scanned twice, and where
//!   the input was cut changes neither the frames nor the errors.
//! * Zero-copy: a [`Frame`] is a view of your bytes and of a flat tape that is
//!   reused from frame to frame. An array of 10,000 strings is one buffer.
//! * Complete: all of RESP2 and RESP3, attributes and streamed values too.
//! * Safe: no `unsafe`, no recursion, [`Limits`] on whatever a peer may ask.
//!
//! Decode what has arrived:
//!
//! ```
//! use resp_core::{Decoder, Progress};
//!
//! let mut decoder = Decoder::new();
//! match decoder.decode(b"*2\r\n$5\r\nhello\r\n:42\r\n")? {
//!     Progress::Frame(frame) => {
//!         let mut children = frame.children();
//!         assert_eq!(children.next().unwrap().as_bytes(), Some(&b"hello"[..]));
//!         assert_eq!(children.next().unwrap().as_i64(), Some(42));
//!         // The next call's input starts at `frame.byte_len()`.
//!     }
//!     Progress::NeedMore { at_least } => println!("read {at_least} more bytes"),
//! }
//! # Ok::<(), resp_core::DecodeError>(())
//! ```
//!
//! Encode a command and a reply:
//!
//! ```
//! use resp_core::Encoder;
//!
//! let mut out = Vec::new();
//! let mut encoder = Encoder::new(&mut out);
//! encoder.command(&["SET", "key", "value"])?;
//! encoder.simple_string("OK")?;
//! assert_eq!(out, b"*3\r\n$3\r\nSET\r\n$3\r\nkey\r\n$5\r\nvalue\r\n+OK\r\n");
//! # Ok::<(), resp_core::EncodeError>(())
//! ```
//!
//! Without a heap, from slices of your own:
//!
//! ```
//! use resp_core::{Decoder, Limits, Node, Progress, SliceTape};
//!
//! let mut nodes = [Node::EMPTY; 16];
//! let mut decoder = Decoder::with_tape(SliceTape::new(&mut nodes), Limits::default());
//! let Progress::Frame(frame) = decoder.decode(b"+OK\r\n")? else { panic!("it is complete") };
//! assert_eq!(frame.as_str(), Some("OK"));
//! # Ok::<(), resp_core::DecodeError>(())
//! ```
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | none | | [`Tokenizer`], [`Decoder`] and [`RequestDecoder`] over a caller's slices, [`Frame`], [`Request`], [`Encoder`] into a slice, [`key_slot`] |
//! | `alloc` | | tapes and an encoder that grow, the owned tree [`Value`] |
//! | `bytes` | yes | [`Reply`], which shares the read buffer; [`Command`], [`cmd`] and the conversions |
//! | `derive` | | derive macros beside [`FromReply`], [`ToArgs`] and [`ToArg`] |
//! | `serde` | | `from_frame` and `Serde`: replies into what implements `Deserialize`; `to_pairs`: fields of what implements `Serialize` |
//! | `json` | | `Json`: strings that hold JSON, read and written; implies `serde` |
//! | `commands` | yes | a function in [`cmd`] for each command, and in [`replies`] what they answer; implies `std` |
//! | `std` | yes | conversions to [`std::io::Error`], replies as [`std::collections::HashMap`] |
//! | `tokio-util` | | [`ReplyCodec`] and [`RequestCodec`] for its `Framed` |
//!
//! # Which type for what
//!
//! | you have | you want | use |
//! |---|---|---|
//! | bytes | values to look at now | [`Decoder::decode`], [`Frame`] |
//! | bytes in a `BytesMut` | values to keep | [`Decoder::decode_reply`], [`Reply`] |
//! | bytes | a tree to `match` | [`Frame::to_value`], [`Value`] |
//! | bytes | pieces of a large payload as they come | [`Tokenizer`] |
//! | bytes of a client | its requests, multibulk or inline | [`RequestDecoder::decode`], [`Request`] |
//! | values | bytes | [`Encoder`] |
//! | values | bytes for a RESP2 client | [`Encoder::with_protocol`] |
//! | arguments | a typed command | [`cmd`], [`Command`] |
//! | a key | its cluster slot | [`key_slot`] |
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "tokio-util")]
mod codec;
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
#[cfg(feature = "bytes")]
#[doc(hidden)]
pub mod fuzzing;
mod limits;
mod marker;
mod number;
mod quick;
#[cfg(feature = "commands")]
pub mod replies;
#[cfg(feature = "bytes")]
mod reply;
mod request;
mod scan;
mod slot;
mod tape;
mod token;
#[cfg(feature = "alloc")]
mod value;

#[cfg(feature = "tokio-util")]
pub use codec::{ReplyCodec, RequestCodec};
#[cfg(feature = "bytes")]
pub use command::{
    AsText, Batch, Begin, BlockTime, Blocking, Caller, Command, Decodes, Dedicated, Executor, Find, Flags,
    Free, KeySpec, Keys, Kinds, Lane, Meta, Plain, Queueable, QueueableBatch, Shareable, TextBatch, Used,
    Wire,
};
#[cfg(feature = "bytes")]
#[doc(inline)]
pub use commands as cmd;
#[cfg(feature = "json")]
pub use convert::Json;
#[cfg(feature = "derive")]
#[doc(hidden)]
pub use convert::derive as __derive;
#[cfg(feature = "bytes")]
#[doc(hidden)]
pub use convert::traits as __traits;
#[cfg(feature = "bytes")]
pub use convert::{
    Arg, Collect, CollectPairs, ConvertError, FromReply, HasStrings, Lossy, Pairs, ReplyError, ServerError,
    ToArg, ToArgs, ToPairs,
};
#[cfg(feature = "serde")]
pub use convert::{ArgError, FieldList, Serde, from_frame, to_pairs};
pub use decoder::{Decoder, Progress};
pub use encoder::{Encoder, Output, SliceOutput};
pub use error::{DecodeError, DecodeErrorKind, EncodeError};
pub use frame::{Attributes, Children, Chunks, Entries, Frame, Walk};
pub use limits::Limits;
pub use marker::{Kind, Marker, Protocol};
#[cfg(feature = "bytes")]
pub use reply::Reply;
#[cfg(feature = "alloc")]
pub use request::HeapArgTape;
pub use request::{
    ArgSpan, ArgTape, Args, DefaultArgTape, Request, RequestDecoder, RequestError, RequestErrorKind,
    RequestLimits, RequestProgress, SliceArgTape,
};
#[cfg(feature = "derive")]
pub use resp_derive::{FromReply, ToArg, ToArgs};
pub use slot::key_slot;
#[cfg(feature = "alloc")]
pub use tape::HeapTape;
pub use tape::{DefaultTape, Node, SliceTape, Tape};
pub use token::{Step, Token, Tokenizer};
#[cfg(feature = "alloc")]
pub use value::{List, Value};
