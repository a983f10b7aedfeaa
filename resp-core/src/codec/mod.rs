//! Codecs for `tokio_util::codec::Framed`.

mod reply;
mod request;

pub use reply::ReplyCodec;
pub use request::RequestCodec;

/// Room for a payload that is announced and not there: as much as is missing,
/// and no more than as much again as has come, since it is the peer's word.
fn reserve_len(missing: usize, buffered: usize) -> usize {
    const ALWAYS: usize = 16 << 10;
    missing.min(buffered.max(ALWAYS))
}
