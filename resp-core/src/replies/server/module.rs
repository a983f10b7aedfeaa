//! Modules of the server.

use alloc::string::String;
use alloc::vec::Vec;

use super::super::{Fields, without_strings};
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;

/// A module that the server has loaded.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::ModuleInfo};
///
/// let mut decoder = Decoder::new();
/// let wire = b"*1\r\n%2\r\n$4\r\nname\r\n$6\r\nReJSON\r\n$3\r\nver\r\n:20607\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let modules = cmd::raw("MODULE").arg("LIST").returning::<Vec<ModuleInfo>>().decode(reply).unwrap();
/// assert_eq!((modules[0].name.as_str(), modules[0].version), ("ReJSON", 20_607));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ModuleInfo {
    /// The name.
    pub name: String,
    /// The version, as a number of the module's own making.
    pub version: i64,
    /// The file that it was loaded from. Since Redis 7.0.
    pub path: Option<String>,
    /// What it was loaded with. Since Redis 7.0.
    pub args: Vec<String>,
}

without_strings!(ModuleInfo);

impl FromReply for ModuleInfo {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "module")?;
        Ok(Self {
            name: fields.required::<String>("name")?,
            version: fields.required::<i64>("ver")?,
            path: fields.optional::<String>("path")?,
            args: fields.optional::<Vec<String>>("args")?.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{decode, failure};
    use super::*;

    #[test]
    fn modules_of_both_versions() {
        let fields = "$4\r\nname\r\n$2\r\nvs\r\n$3\r\nver\r\n:1\r\n$4\r\npath\r\n$6\r\n/vs.so\r\n$4\r\nargs\r\n*1\r\n$1\r\na\r\n";
        for head in ["*1\r\n*8\r\n", "*1\r\n%4\r\n"] {
            let modules = decode::<Vec<ModuleInfo>>(&[head, fields].concat());
            assert_eq!((&*modules[0].name, modules[0].version), ("vs", 1));
            assert_eq!(
                (modules[0].path.as_deref(), &modules[0].args[..]),
                (Some("/vs.so"), &["a".into()][..])
            );
        }
        assert_eq!(
            failure::<ModuleInfo>("%1\r\n+name\r\n+x\r\n"),
            "reply.ver: expected a value, found nothing"
        );
    }
}
