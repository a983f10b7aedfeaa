//! A session over a mio socket.

mod stream;

pub(crate) use self::stream::Stream;
