//! Connections as the server sees them.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use super::{Redirect, without_strings};
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;

/// A connection as the server sees it.
///
/// [`get`](Self::get) reaches what has no field of its own.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::ClientInfo};
///
/// let mut decoder = Decoder::new();
/// let wire = b"$51\r\nid=3 addr=127.0.0.1:50664 name= age=11 qbuf=26 db=0\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let client = cmd::raw("CLIENT").arg("INFO").returning::<ClientInfo>().decode(reply).unwrap();
/// assert_eq!((client.id, client.addr.as_str(), client.resp), (3, "127.0.0.1:50664", None));
/// assert_eq!(client.get("qbuf"), Some("26"));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClientInfo {
    /// Its number, which the server gives to no other until it starts anew.
    pub id: u64,
    /// The address and port that it comes from.
    pub addr: String,
    /// The address and port of the server that it came to. Since Redis 6.2.
    pub laddr: Option<String>,
    /// The name that it was given, if any.
    pub name: Option<String>,
    /// How long it has been there, to the second.
    pub age: Duration,
    /// How long it has sent nothing, to the second.
    pub idle: Duration,
    /// A letter for each state that it is in, such as `b` for waiting in a
    /// blocking command; `N` for none.
    pub flags: String,
    /// The database that it uses.
    pub db: u32,
    /// Channels that it subscribed to.
    pub sub: u64,
    /// Patterns that it subscribed to.
    pub psub: u64,
    /// Sharded channels that it subscribed to. Since Redis 7.0.
    pub ssub: Option<u64>,
    /// Commands that it queued in a transaction; `None` outside of one.
    pub multi: Option<u64>,
    /// Keys that it watches. Since Redis 7.4 and Valkey 8.0.
    pub watch: Option<u64>,
    /// Bytes that it takes of the server's memory. Since Redis 6.2.
    pub tot_mem: Option<u64>,
    /// Its latest command, of a subcommand such as `client|list`; `None` before the first.
    pub cmd: Option<String>,
    /// The user that it runs as. Since Redis 6.0.
    pub user: Option<String>,
    /// Which connection is told of changes to the keys that it reads. Since Redis 6.2.
    pub redir: Option<Redirect>,
    /// The version of the protocol that it speaks: 2 or 3. Since Redis 7.0.
    pub resp: Option<u32>,
    /// The library that it is made by, if it said so. Since Redis 7.2.
    pub lib_name: Option<String>,
    /// The version of that library, if it said so. Since Redis 7.2.
    pub lib_ver: Option<String>,
    line: Box<str>,
}

/// A marker for a list of connections, one a line, which comes as `Vec<ClientInfo>`.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::Clients};
///
/// let mut decoder = Decoder::new();
/// let wire = b"$41\r\nid=3 addr=[::1]:5064\nid=4 addr=[::1]:507\n\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let clients = cmd::raw("CLIENT").arg("LIST").returning::<Clients>().decode(reply).unwrap();
/// assert_eq!(clients.iter().map(|client| client.id).collect::<Vec<_>>(), [3, 4]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct Clients;

without_strings!(ClientInfo, Clients);

impl ClientInfo {
    /// What the server says under `name`, such as `qbuf` or `events`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        value(&self.line, name)
    }

    fn of_line(line: &str) -> Result<Self, ConvertError> {
        let number = |name| value(line, name).and_then(|value| value.parse::<u64>().ok());
        let small = |name| number(name).and_then(|number| u32::try_from(number).ok());
        let text = |name| value(line, name).filter(|value| !value.is_empty()).map(ToOwned::to_owned);
        let redir = value(line, "redir").and_then(|value| value.parse::<i64>().ok());
        Ok(Self {
            id: number("id").ok_or_else(|| ConvertError::text("line about a connection"))?,
            addr: text("addr").unwrap_or_default(),
            laddr: text("laddr"),
            name: text("name"),
            age: Duration::from_secs(number("age").unwrap_or_default()),
            idle: Duration::from_secs(number("idle").unwrap_or_default()),
            flags: text("flags").unwrap_or_default(),
            db: small("db").unwrap_or_default(),
            sub: number("sub").unwrap_or_default(),
            psub: number("psub").unwrap_or_default(),
            ssub: number("ssub"),
            multi: number("multi"),
            watch: number("watch"),
            tot_mem: number("tot-mem"),
            cmd: text("cmd").filter(|name| name != "NULL"),
            user: text("user"),
            redir: redir.map(Redirect::of_code),
            resp: small("resp"),
            lib_name: text("lib-name"),
            lib_ver: text("lib-ver"),
            line: line.into(),
        })
    }
}

/// The value of a word of `a=1 b=2`.
fn value<'line>(line: &'line str, name: &str) -> Option<&'line str> {
    line.split(' ')
        .filter_map(|word| word.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// The text of a reply; bytes that are not UTF-8, as a name may have, are replaced.
fn lossy(frame: Frame<'_>) -> Result<String, ConvertError> {
    match frame.payload() {
        Some(text) if !frame.is_error() => Ok(String::from_utf8_lossy(&text).into_owned()),
        _ => Err(ConvertError::kind("lines about connections", frame)),
    }
}

impl FromReply for ClientInfo {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        Self::of_line(lossy(frame)?.trim_end())
    }
}

impl FromReply for Clients {
    type Out = Vec<ClientInfo>;

    fn from_reply(frame: Frame<'_>) -> Result<Vec<ClientInfo>, ConvertError> {
        lossy(frame)?.lines().filter(|line| !line.is_empty()).map(ClientInfo::of_line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::server::testing::{bulk, decode, failure, verbatim};
    use super::*;

    const LINE: &str = "id=3 addr=127.0.0.1:50664 laddr=127.0.0.1:7741 fd=7 name=shop age=11 idle=2 flags=bx db=5 \
        sub=1 psub=2 ssub=3 multi=-1 watch=4 qbuf=26 qbuf-free=20448 argv-mem=10 multi-mem=0 rbs=1024 rbp=0 obl=0 \
        oll=0 omem=0 tot-mem=22298 events=r cmd=client|info user=default redir=-1 resp=2 lib-name=x=y lib-ver=\n";

    #[test]
    fn both_versions() {
        for wire in [bulk(LINE), verbatim(LINE)] {
            let client = decode::<ClientInfo>(&wire);
            assert_eq!(
                (client.id, &*client.addr, client.laddr.as_deref()),
                (3, "127.0.0.1:50664", Some("127.0.0.1:7741"))
            );
            assert_eq!((client.name.as_deref(), &*client.flags, client.db), (Some("shop"), "bx", 5));
            assert_eq!((client.age, client.idle), (Duration::from_secs(11), Duration::from_secs(2)));
            assert_eq!((client.sub, client.psub, client.ssub), (1, 2, Some(3)));
            assert_eq!((client.multi, client.watch, client.tot_mem), (None, Some(4), Some(22_298)));
            assert_eq!(
                (client.cmd.as_deref(), client.user.as_deref()),
                (Some("client|info"), Some("default"))
            );
            assert_eq!((client.redir, client.resp), (Some(Redirect::Off), Some(2)));
            assert_eq!((client.lib_name.as_deref(), client.lib_ver.as_deref()), (Some("x=y"), None));
            assert_eq!((client.get("qbuf-free"), client.get("nosuch")), (Some("20448"), None));
        }
    }

    #[test]
    fn lists() {
        let two = [LINE, "id=9 addr= name= cmd=NULL multi=2\n"].concat();
        for wire in [bulk(&two), verbatim(&two)] {
            let clients = decode::<Clients>(&wire);
            assert_eq!(clients.iter().map(|client| client.id).collect::<Vec<_>>(), [3, 9]);
            assert_eq!((&clients[1].name, &clients[1].cmd, clients[1].multi), (&None, &None, Some(2)));
        }
        assert_eq!(decode::<Clients>("$0\r\n\r\n"), []);
        assert_eq!(decode::<Clients>("=4\r\ntxt:\r\n"), []);
    }

    #[test]
    fn other_replies() {
        assert_eq!(failure::<ClientInfo>("*0\r\n"), "reply: expected lines about connections, found array");
        for text in ["", "id", "id=x", "addr=127.0.0.1:1"] {
            let error = failure::<ClientInfo>(&bulk(text));
            assert_eq!(error, "reply: expected line about a connection, found other text", "{text}");
        }
    }
}
