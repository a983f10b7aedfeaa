//! What clients have in common: the commands that are measured, sent as each
//! client's own documentation would have a user write them.

use crate::failure::Failure;
use std::collections::HashMap;

/// Bytes as a client hands them out.
pub(crate) trait Text: Send + 'static {
    /// The bytes.
    fn bytes(&self) -> &[u8];
}

impl Text for bytes::Bytes {
    fn bytes(&self) -> &[u8] {
        self
    }
}

impl Text for Vec<u8> {
    fn bytes(&self) -> &[u8] {
        self
    }
}

impl Text for String {
    fn bytes(&self) -> &[u8] {
        self.as_bytes()
    }
}

/// The fields of a hash.
pub(crate) type Map<T> = HashMap<T, T>;

/// A client with one connection, which its clones share. Each method is what
/// the client's own documentation would have a user write.
pub(crate) trait Peer: Clone + Send + Sync + 'static {
    /// Its usual owned bytes.
    type Text: Text;
    /// Its type for any reply.
    type Value: Send;

    /// Connects with the settings that it has by default, but for time limits
    /// and what the setup asks for.
    fn connect(setup: &Setup) -> impl Future<Output = Result<Self, Failure>> + Send;
    /// GET.
    fn get(&mut self, key: &str) -> impl Future<Output = Result<Option<Self::Text>, Failure>> + Send;
    /// SET.
    fn set(&mut self, key: &str, value: &str) -> impl Future<Output = Result<(), Failure>> + Send;
    /// INCR: the new value.
    fn incr(&mut self, key: &str) -> impl Future<Output = Result<i64, Failure>> + Send;
    /// HSET of one field: how many of them are new.
    fn hset(
        &mut self,
        key: &str,
        field: &str,
        value: &str,
    ) -> impl Future<Output = Result<u64, Failure>> + Send;
    /// LPUSH of one element: the length of the list then.
    fn lpush(&mut self, key: &str, value: &str) -> impl Future<Output = Result<u64, Failure>> + Send;
    /// MGET.
    fn mget(
        &mut self,
        keys: &[String],
    ) -> impl Future<Output = Result<Vec<Option<Self::Text>>, Failure>> + Send;
    /// LRANGE of all elements.
    fn lrange(&mut self, key: &str) -> impl Future<Output = Result<Vec<Self::Text>, Failure>> + Send;
    /// HGETALL.
    fn hgetall(&mut self, key: &str) -> impl Future<Output = Result<Map<Self::Text>, Failure>> + Send;
    /// HGETALL as text.
    fn hgetall_strings(&mut self, key: &str) -> impl Future<Output = Result<Map<String>, Failure>> + Send;
    /// HGETALL as it comes.
    fn hgetall_value(&mut self, key: &str) -> impl Future<Output = Result<Self::Value, Failure>> + Send;
    /// How many pairs there are, and one of them.
    fn pair(value: &Self::Value) -> Option<(usize, &[u8], &[u8])>;
    /// A pipeline of GETs.
    fn get_each(
        &mut self,
        keys: &[String],
    ) -> impl Future<Output = Result<Vec<Option<Self::Text>>, Failure>> + Send;
    /// A pipeline of SETs, each key to the value of its place.
    fn set_each(
        &mut self,
        keys: &[String],
        values: &[String],
    ) -> impl Future<Output = Result<(), Failure>> + Send;
    /// A pipeline of HGETALLs.
    fn hgetall_each(
        &mut self,
        keys: &[String],
    ) -> impl Future<Output = Result<Vec<Map<Self::Text>>, Failure>> + Send;
    /// A pipeline of HGETALLs as text.
    fn hgetall_strings_each(
        &mut self,
        keys: &[String],
    ) -> impl Future<Output = Result<Vec<Map<String>>, Failure>> + Send;
    /// Closes the connection, where that takes more than dropping the client.
    fn close(self) -> impl Future<Output = Result<(), Failure>> + Send {
        async { Ok(()) }
    }
}

/// What a thread sends commands with.
pub(crate) trait Caller: Send + Sized + 'static {
    /// Its usual owned bytes.
    type Text: Text;

    /// Connects with the settings that it has by default.
    fn connect(setup: &Setup) -> Result<Self, Failure>;
    /// GET.
    fn get(&mut self, key: &str) -> Result<Option<Self::Text>, Failure>;
    /// SET.
    fn set(&mut self, key: &str, value: &str) -> Result<(), Failure>;
    /// A pipeline of GETs.
    fn get_each(&mut self, keys: &[String]) -> Result<Vec<Option<Self::Text>>, Failure>;
    /// A pipeline of SETs, each key to the value of its place.
    fn set_each(&mut self, keys: &[String], values: &[String]) -> Result<(), Failure>;
}

/// What to connect to, and how.
#[derive(Debug, Clone)]
pub(crate) struct Setup {
    /// `redis://`, `rediss://` or `unix://`.
    pub(crate) url: String,
    /// The protocol, where it is not to be the client's own choice.
    pub(crate) protocol: Option<Protocol>,
    /// Certificate, as PEM, of the authority that vouches for a server with TLS.
    pub(crate) authority: Option<String>,
}

/// Versions of the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Protocol {
    Resp2,
    Resp3,
}

impl Setup {
    /// A server, reached as each client does by default.
    pub(crate) fn plain(url: impl Into<String>) -> Self {
        Self { url: url.into(), protocol: None, authority: None }
    }

    /// The URL, which also says what protocol is wanted, for clients that read it there.
    pub(crate) fn url_with_protocol(&self) -> String {
        let Some(protocol) = self.protocol else { return self.url.clone() };
        let mark = if self.url.contains('?') { '&' } else { '?' };
        let name = match protocol {
            Protocol::Resp2 => "resp2",
            Protocol::Resp3 => "resp3",
        };
        format!("{}{mark}protocol={name}", self.url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_protocol_is_a_further_part_of_the_query() {
        for (url, protocol, expected) in [
            ("redis://h", None, "redis://h"),
            ("redis://h", Some(Protocol::Resp2), "redis://h?protocol=resp2"),
            ("unix:///s?db=2", Some(Protocol::Resp3), "unix:///s?db=2&protocol=resp3"),
        ] {
            assert_eq!(Setup { protocol, ..Setup::plain(url) }.url_with_protocol(), expected);
        }
    }
}
