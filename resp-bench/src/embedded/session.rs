//! One connection: its protocol, its name, and the commands about them.

use super::about::{VERSION, unknown_sub};
use super::argument::integer;
use super::reply::{Outcome, Reply};

/// What the server remembers of a connection.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) protocol: u8,
    id: i64,
    /// As the client calls it; empty if it does not.
    name: Vec<u8>,
}

const NO_PASSWORD: &str = "ERR AUTH <password> called without any password configured for the default user. \
                           Are you sure your configuration is correct?";
const WRONG_PASSWORD: &str = "WRONGPASS invalid username-password pair or user is disabled.";
const BAD_NAME: &str = "ERR Client names cannot contain spaces, newlines or special characters.";

impl Session {
    /// A connection with a number that no other has.
    pub(super) const fn new(id: i64) -> Self {
        Self { protocol: 2, id, name: Vec::new() }
    }

    /// HELLO. Nothing changes unless all of it is right.
    pub(super) fn hello(&mut self, arguments: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
        let (mut protocol, mut name) = (self.protocol, None);
        let mut options = arguments;
        if let Some((version, rest)) = arguments.split_first() {
            let version =
                integer(version).map_err(|_| "ERR Protocol version is not an integer or out of range")?;
            protocol = match version {
                2 => 2,
                3 => 3,
                _ => return Err("NOPROTO unsupported protocol version".into()),
            };
            options = rest;
        }
        while let Some((option, values)) = options.split_first() {
            options = match (option.to_ascii_uppercase().as_slice(), values) {
                (b"AUTH", [user, _password, rest @ ..]) => {
                    check_user(user)?;
                    rest
                }
                (b"SETNAME", [wanted, rest @ ..]) => {
                    check_name(wanted)?;
                    name = Some(wanted.to_vec());
                    rest
                }
                _ => {
                    let option = option.escape_ascii();
                    return Err(format!("ERR Syntax error in HELLO option '{option}'").into());
                }
            };
        }
        self.protocol = protocol;
        if let Some(name) = name {
            self.name = name;
        }
        reply.set_protocol(protocol);
        self.describe(reply)
    }

    fn describe(&self, reply: &mut Reply<'_>) -> Outcome {
        reply.map(7)?;
        for (name, value) in [("server", "redis"), ("version", VERSION)] {
            reply.bulk(name)?;
            reply.bulk(value)?;
        }
        for (name, value) in [("proto", self.protocol.into()), ("id", self.id)] {
            reply.bulk(name)?;
            reply.integer(value)?;
        }
        for (name, value) in [("mode", "standalone"), ("role", "master")] {
            reply.bulk(name)?;
            reply.bulk(value)?;
        }
        reply.bulk("modules")?;
        reply.array(0)
    }

    /// CLIENT and its subcommands.
    pub(super) fn client(&mut self, sub: &[u8], arguments: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
        match (sub.to_ascii_uppercase().as_slice(), arguments) {
            (b"ID", []) => reply.integer(self.id),
            (b"GETNAME", []) if self.name.is_empty() => reply.null(),
            (b"GETNAME", []) => reply.bulk(&self.name),
            (b"SETNAME", [name]) => {
                check_name(name)?;
                self.name = name.to_vec();
                reply.simple("OK")
            }
            (b"SETINFO", [_, _]) | (b"NO-EVICT" | b"NO-TOUCH", [_]) => reply.simple("OK"),
            (known @ (b"ID" | b"GETNAME" | b"SETNAME" | b"SETINFO" | b"NO-EVICT" | b"NO-TOUCH"), _) => {
                let name = known.to_ascii_lowercase().escape_ascii().to_string();
                Err(format!("ERR wrong number of arguments for 'client|{name}' command").into())
            }
            _ => Err(unknown_sub(sub, "CLIENT")),
        }
    }
}

/// AUTH. The default user needs no password, so that any will do; there is no other user.
pub(super) fn auth(arguments: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
    match arguments {
        [_password] => Err(NO_PASSWORD.into()),
        [user, _password] => check_user(user).and_then(|()| reply.simple("OK")),
        _ => Err(super::argument::SYNTAX.into()),
    }
}

fn check_user(user: &[u8]) -> Outcome {
    if user == b"default" { Ok(()) } else { Err(WRONG_PASSWORD.into()) }
}

fn check_name(name: &[u8]) -> Outcome {
    if name.iter().all(u8::is_ascii_graphic) { Ok(()) } else { Err(BAD_NAME.into()) }
}
