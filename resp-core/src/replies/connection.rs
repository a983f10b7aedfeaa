//! What commands about connections answer.

use alloc::string::String;
use alloc::vec::Vec;

use bytes::Bytes;

use super::{Fields, ModuleInfo, with_strings, without_strings};
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;

/// What a server says of itself when a connection begins.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::ServerHello};
///
/// let mut decoder = Decoder::new();
/// let wire = b"%6\r\n+server\r\n+redis\r\n+version\r\n+7.0.15\r\n+proto\r\n:3\r\n+id\r\n:4\r\n\
///     +mode\r\n+standalone\r\n+role\r\n+master\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let hello = cmd::raw("HELLO").arg(3).returning::<ServerHello>().decode(reply).unwrap();
/// assert_eq!((hello.protocol, hello.is_primary), (3, true));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServerHello {
    /// What it is, such as `redis` or `valkey`.
    pub server: String,
    /// Its version.
    pub version: String,
    /// The version of the protocol that the connection speaks: 2 or 3.
    pub protocol: u32,
    /// The connection's number.
    pub id: u64,
    /// `standalone`, `cluster` or `sentinel`.
    pub mode: String,
    /// Whether it takes writes; a sentinel does not say.
    pub is_primary: bool,
    /// The modules that it has loaded.
    pub modules: Vec<ModuleInfo>,
    /// Where it stands, if it was told. Since Valkey 8.1.
    pub availability_zone: Option<String>,
}

/// How a connection tracks the keys that it reads.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::{Redirect, TrackingInfo}};
///
/// let mut decoder = Decoder::new();
/// let wire = b"%3\r\n+flags\r\n~2\r\n+on\r\n+bcast\r\n+redirect\r\n:0\r\n+prefixes\r\n*1\r\n$5\r\nuser:\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let command = cmd::raw("CLIENT").arg("TRACKINGINFO").returning::<TrackingInfo>().text();
/// let tracking = command.decode(reply).unwrap();
/// assert_eq!((tracking.is_on(), tracking.redirect), (true, Redirect::Here));
/// assert_eq!(tracking.prefixes, ["user:"]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TrackingInfo<S = Bytes> {
    /// Such as `on` or `off`, `bcast`, `optin`, `optout`, `caching-yes`,
    /// `caching-no`, `noloop` and `broken_redirect`.
    pub flags: Vec<String>,
    /// Which connection is told of changes.
    pub redirect: Redirect,
    /// It is told of keys that start like this; none: of all.
    pub prefixes: Vec<S>,
}

/// Which connection is told of changes to the keys that one reads.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::Redirect};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b":-1\r\n")? else { panic!() };
/// let command = cmd::raw("CLIENT").arg("GETREDIR").returning::<Redirect>();
/// assert_eq!(command.decode(reply), Ok(Redirect::Off));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redirect {
    /// None: keys are not tracked.
    Off,
    /// The one that reads them.
    Here,
    /// The one with this number.
    To(u64),
}

without_strings!(ServerHello, Redirect);
with_strings!(TrackingInfo);

impl FromReply for ServerHello {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "greeting")?;
        let role = fields.optional::<String>("role")?;
        Ok(Self {
            server: fields.required::<String>("server")?,
            version: fields.required::<String>("version")?,
            protocol: fields.required::<u32>("proto")?,
            id: fields.required::<u64>("id")?,
            mode: fields.required::<String>("mode")?,
            is_primary: matches!(role.as_deref(), Some("master" | "primary")),
            modules: fields.optional::<Vec<ModuleInfo>>("modules")?.unwrap_or_default(),
            availability_zone: fields
                .optional::<String>("availability_zone")?
                .filter(|zone| !zone.is_empty()),
        })
    }
}

impl<S> TrackingInfo<S> {
    /// Whether keys are tracked.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.flags.iter().any(|flag| flag == "on")
    }
}

impl<S: FromReply> FromReply for TrackingInfo<S> {
    type Out = TrackingInfo<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "state of tracking")?;
        Ok(TrackingInfo {
            flags: fields.required::<Vec<String>>("flags")?,
            redirect: fields.required::<Redirect>("redirect")?,
            prefixes: fields.required::<Vec<S>>("prefixes")?,
        })
    }
}

impl FromReply for Redirect {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        i64::from_reply(frame).map(Self::of_code)
    }
}

impl Redirect {
    pub(super) fn of_code(code: i64) -> Self {
        match u64::try_from(code) {
            Ok(0) => Self::Here,
            Ok(client) => Self::To(client),
            Err(_) => Self::Off,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::server::testing::{decode, failure};
    use super::*;

    #[test]
    fn greetings_of_both_versions() {
        let fields = "$6\r\nserver\r\n$5\r\nredis\r\n$7\r\nversion\r\n$6\r\n7.0.15\r\n$5\r\nproto\r\n:2\r\n\
            $2\r\nid\r\n:3\r\n$4\r\nmode\r\n$10\r\nstandalone\r\n$4\r\nrole\r\n$6\r\nmaster\r\n\
            $7\r\nmodules\r\n*0\r\n";
        for head in ["*14\r\n", "%7\r\n"] {
            let hello = decode::<ServerHello>(&[head, fields].concat());
            assert_eq!((&*hello.server, &*hello.version, &*hello.mode), ("redis", "7.0.15", "standalone"));
            assert_eq!((hello.protocol, hello.id, hello.is_primary), (2, 3, true));
            assert_eq!((hello.modules.len(), hello.availability_zone), (0, None));
        }
        assert_eq!(failure::<ServerHello>("%0\r\n"), "reply.server: expected a value, found nothing");
    }

    #[test]
    fn tracking_of_both_versions() {
        let resp2 = "*6\r\n$5\r\nflags\r\n*2\r\n$2\r\non\r\n$6\r\nnoloop\r\n$8\r\nredirect\r\n:9\r\n\
            $8\r\nprefixes\r\n*1\r\n$1\r\na\r\n";
        let resp3 = "%3\r\n$5\r\nflags\r\n~2\r\n$2\r\non\r\n$6\r\nnoloop\r\n$8\r\nredirect\r\n:9\r\n\
            $8\r\nprefixes\r\n*1\r\n$1\r\na\r\n";
        for wire in [resp2, resp3] {
            let tracking = decode::<TrackingInfo>(wire);
            assert!(tracking.is_on());
            assert_eq!(
                (tracking.redirect, &tracking.prefixes[..]),
                (Redirect::To(9), &[Bytes::from("a")][..])
            );
        }
        assert_eq!(decode::<Redirect>(":0\r\n"), Redirect::Here);
        assert_eq!(decode::<Redirect>(":-1\r\n"), Redirect::Off);
        assert_eq!(
            failure::<TrackingInfo>("%2\r\n+flags\r\n~0\r\n+redirect\r\n+no\r\n"),
            "reply.redirect: expected integer, found other text"
        );
    }
}
