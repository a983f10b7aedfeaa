//! What commands about users answer.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::time::Duration;
use std::time::SystemTime;

use bytes::Bytes;

use super::{ClientInfo, Fields, Millis, with_strings, without_strings};
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::marker::Kind;

/// What a user may do.
///
/// Debug shows how many passwords there are, not their hashes.
///
/// ```no_run
/// use resp_core::{Frame, ReplyError, cmd, replies::AclUser};
///
/// fn shows(reply: Frame<'_>) -> Result<(), ReplyError> {
///     let command = cmd::raw("ACL").args(["GETUSER", "bob"]).returning::<Option<AclUser>>();
///     match command.decode(reply)? {
///         Some(bob) if bob.is_on() => println!("bob may run {}", bob.root.commands),
///         Some(_) => println!("bob is off"),
///         None => println!("there is no bob"),
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AclUser {
    /// Such as `on` or `off`, `nopass`, `sanitize-payload`.
    pub flags: Vec<String>,
    /// The SHA-256 hashes of the passwords, in hexadecimal digits.
    pub passwords: Vec<String>,
    /// What the user may do.
    pub root: AclRules,
    /// What else the user may do, each set of rules on its own. Since Redis 7.0.
    pub selectors: Vec<AclRules>,
}

/// A set of rules of an [`AclUser`]: commands, and on what they may work.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::AclRules};
///
/// let mut decoder = Decoder::new();
/// let wire = b"%3\r\n+commands\r\n+-@all +set\r\n+keys\r\n+~tmp:* %R~ro:*\r\n+channels\r\n$0\r\n\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let rules = cmd::raw("ACL").returning::<AclRules>().decode(reply).unwrap();
/// assert_eq!(rules.keys, ["~tmp:*", "%R~ro:*"]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AclRules {
    /// The commands, such as `-@all +@read`.
    pub commands: String,
    /// The keys, as rules such as `~app:*` and `%R~app:*`.
    pub keys: Vec<String>,
    /// The channels, as rules such as `&news`. Since Redis 6.2.
    pub channels: Vec<String>,
}

/// Whether a user may run a command.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::DryRun};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"+OK\r\n")? else { panic!() };
/// let command = cmd::raw("ACL").args(["DRYRUN", "bob", "GET", "k"]).returning::<DryRun>();
/// assert_eq!(command.decode(reply), Ok(DryRun::Allowed));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DryRun {
    /// Yes.
    Allowed,
    /// No, and why not.
    Denied(String),
}

/// Something that a user was denied.
///
/// ```no_run
/// use resp_core::{Frame, ReplyError, cmd, replies::AclLogEntry};
///
/// fn shows(reply: Frame<'_>) -> Result<(), ReplyError> {
///     for entry in cmd::raw("ACL").arg("LOG").returning::<Vec<AclLogEntry>>().text().decode(reply)? {
///         println!("{} was denied {} {} times", entry.username, entry.object, entry.count);
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AclLogEntry<S = Bytes> {
    /// How often it happened within a minute.
    pub count: u64,
    /// Why it was denied.
    pub reason: AclReason,
    /// Where it was sent: `toplevel`, `multi`, `lua` or `module`.
    pub context: String,
    /// The command, key or channel that was denied.
    pub object: S,
    /// Who asked for it; of a failed log-in, as whom.
    pub username: String,
    /// How long ago it happened last, to the millisecond.
    pub age: Duration,
    /// The connection that asked for it.
    pub client_info: ClientInfo,
    /// Counts up and is never given twice before the server starts anew. Since Redis 7.2.
    pub entry_id: Option<u64>,
    /// When it happened first. Since Redis 7.2.
    pub created: Option<SystemTime>,
    /// When it happened last. Since Redis 7.2.
    pub last_updated: Option<SystemTime>,
}

/// Why something was denied; see [`AclLogEntry`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AclReason {
    /// `auth`: name and password do not fit.
    Auth,
    /// `command`: the user may not run the command.
    Command,
    /// `key`: the user may not use the key in this way.
    Key,
    /// `channel`: the user may not use the channel.
    Channel,
    /// Another one.
    Other,
}

without_strings!(AclUser, AclRules, AclReason, DryRun);
with_strings!(AclLogEntry);

impl AclUser {
    /// Whether the user may log in.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.flags.iter().any(|flag| flag == "on")
    }
}

impl FromReply for AclUser {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "user")?;
        Ok(Self {
            flags: fields.required::<Vec<String>>("flags")?,
            passwords: fields.required::<Vec<String>>("passwords")?,
            root: AclRules::from_reply(frame)?,
            selectors: fields.optional::<Vec<AclRules>>("selectors")?.unwrap_or_default(),
        })
    }
}

impl FromReply for AclRules {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "rules")?;
        Ok(Self {
            commands: fields.required::<String>("commands")?,
            keys: patterns(fields, "keys", '~')?,
            channels: patterns(fields, "channels", '&')?,
        })
    }
}

/// Rules in one text, or before Redis 7.0 a list of patterns without the `sign`
/// that makes them rules.
fn patterns(fields: Fields<'_>, name: &'static str, sign: char) -> Result<Vec<String>, ConvertError> {
    let is_list = |value: Frame<'_>| matches!(value.kind(), Kind::Array | Kind::Set);
    if fields.get(name).is_some_and(is_list) {
        let patterns = fields.required::<Vec<String>>(name)?;
        return Ok(patterns.iter().map(|pattern| alloc::format!("{sign}{pattern}")).collect());
    }
    let rules = fields.optional::<String>(name)?.unwrap_or_default();
    Ok(rules.split_ascii_whitespace().map(ToOwned::to_owned).collect())
}

impl FromReply for DryRun {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        Ok(match String::from_reply(frame)? {
            text if text == "OK" => Self::Allowed,
            why => Self::Denied(why),
        })
    }
}

impl<S: FromReply> FromReply for AclLogEntry<S> {
    type Out = AclLogEntry<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "denial")?;
        let age = Duration::try_from_secs_f64(fields.required::<f64>("age-seconds")?);
        let time = |name| fields.optional::<Millis<SystemTime>>(name);
        Ok(AclLogEntry {
            count: fields.required::<u64>("count")?,
            reason: fields.required::<AclReason>("reason")?,
            context: fields.required::<String>("context")?,
            object: fields.required::<S>("object")?,
            username: fields.required::<String>("username")?,
            age: age.map_err(|_| ConvertError::text("age"))?,
            client_info: fields.required::<ClientInfo>("client-info")?,
            entry_id: fields.optional::<u64>("entry-id")?,
            created: time("timestamp-created")?,
            last_updated: time("timestamp-last-updated")?,
        })
    }
}

impl FromReply for AclReason {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        Ok(match &*String::from_reply(frame)? {
            "auth" => Self::Auth,
            "command" => Self::Command,
            "key" => Self::Key,
            "channel" => Self::Channel,
            _ => Self::Other,
        })
    }
}

impl fmt::Debug for AclUser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AclUser")
            .field("flags", &self.flags)
            .field("passwords", &self.passwords.len())
            .field("root", &self.root)
            .field("selectors", &self.selectors)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::server::testing::{decode, failure};
    use super::*;
    use std::time::UNIX_EPOCH;

    #[test]
    fn users_of_both_versions() {
        let resp2 = "*12\r\n$5\r\nflags\r\n*1\r\n$2\r\non\r\n$9\r\npasswords\r\n*1\r\n$4\r\n1ec1\r\n\
            $8\r\ncommands\r\n$12\r\n-@all +@read\r\n$4\r\nkeys\r\n$14\r\n~app:* %R~ro:*\r\n\
            $8\r\nchannels\r\n$5\r\n&news\r\n$9\r\nselectors\r\n*1\r\n*6\r\n$8\r\ncommands\r\n$10\r\n-@all +set\r\n\
            $4\r\nkeys\r\n$6\r\n~tmp:*\r\n$8\r\nchannels\r\n$0\r\n\r\n";
        let resp3 = "%6\r\n$5\r\nflags\r\n~1\r\n$2\r\non\r\n$9\r\npasswords\r\n*1\r\n$4\r\n1ec1\r\n\
            $8\r\ncommands\r\n$12\r\n-@all +@read\r\n$4\r\nkeys\r\n$14\r\n~app:* %R~ro:*\r\n\
            $8\r\nchannels\r\n$5\r\n&news\r\n$9\r\nselectors\r\n*1\r\n%3\r\n$8\r\ncommands\r\n$10\r\n-@all +set\r\n\
            $4\r\nkeys\r\n$6\r\n~tmp:*\r\n$8\r\nchannels\r\n$0\r\n\r\n";
        for wire in [resp2, resp3] {
            let bob = decode::<AclUser>(wire);
            assert!(bob.is_on());
            assert_eq!(
                (&*bob.root.commands, &bob.root.channels[..]),
                ("-@all +@read", &["&news".to_owned()][..])
            );
            assert_eq!(bob.root.keys, ["~app:*", "%R~ro:*"]);
            assert_eq!((&*bob.selectors[0].commands, bob.selectors[0].channels.len()), ("-@all +set", 0));
            assert!(!alloc::format!("{bob:?}").contains("1ec1"));
        }
        // Redis 6.0.
        let old = "*8\r\n+flags\r\n*1\r\n+off\r\n+passwords\r\n*0\r\n+commands\r\n+-@all\r\n+keys\r\n*1\r\n+app:*\r\n";
        let old = decode::<AclUser>(old);
        assert_eq!((old.is_on(), &old.root.keys[..]), (false, &["~app:*".to_owned()][..]));
        assert_eq!(failure::<AclUser>("+OK\r\n"), "reply: expected user, found simple string");
        assert_eq!(
            failure::<AclUser>("%2\r\n+flags\r\n*0\r\n+passwords\r\n:1\r\n"),
            "reply.passwords: expected array, found integer"
        );
    }

    #[test]
    fn dry_runs() {
        assert_eq!(decode::<DryRun>("+OK\r\n"), DryRun::Allowed);
        assert_eq!(decode::<DryRun>("$6\r\nNo key\r\n"), DryRun::Denied("No key".to_owned()));
        assert_eq!(failure::<DryRun>("*0\r\n"), "reply: expected string, found array");
    }

    #[test]
    fn denials_of_both_versions() {
        let client = "$40\r\nid=3 addr=127.0.0.1:50664 cmd=auth resp=2\r\n";
        let client = client.replace("$40", &alloc::format!("${}", client.len() - 7));
        let resp2 = ("*20\r\n", "$19\r\n0.35099999999999998\r\n");
        let resp3 = ("%10\r\n", ",0.35099999999999998\r\n");
        for (head, age) in [resp2, resp3] {
            let wire = alloc::format!(
                "{head}$5\r\ncount\r\n:1\r\n$6\r\nreason\r\n$4\r\nauth\r\n$7\r\ncontext\r\n$8\r\ntoplevel\r\n\
                 $6\r\nobject\r\n$4\r\nAUTH\r\n$8\r\nusername\r\n$3\r\nbob\r\n$11\r\nage-seconds\r\n{age}\
                 $11\r\nclient-info\r\n{client}$8\r\nentry-id\r\n:7\r\n\
                 $17\r\ntimestamp-created\r\n:1795285489189\r\n$22\r\ntimestamp-last-updated\r\n:1795285489190\r\n"
            );
            let entry = decode::<AclLogEntry<String>>(&wire);
            assert_eq!((entry.count, entry.reason, &*entry.object), (1, AclReason::Auth, "AUTH"));
            assert_eq!((&*entry.username, &*entry.context), ("bob", "toplevel"));
            assert_eq!((entry.age, entry.client_info.id), (Duration::from_millis(351), 3));
            let created = UNIX_EPOCH + Duration::from_millis(1_795_285_489_189);
            assert_eq!((entry.entry_id, entry.created), (Some(7), Some(created)));
        }
        assert_eq!(failure::<AclLogEntry>("%0\r\n"), "reply.age-seconds: expected a value, found nothing");
    }
}
