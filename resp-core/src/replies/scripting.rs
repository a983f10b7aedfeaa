//! What FUNCTION LIST and FUNCTION STATS answer.

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use bytes::Bytes;

use crate::convert::{ConvertError, FromReply, Pairs};
use crate::frame::Frame;
use crate::replies::time::Millis;
use crate::replies::{Fields, with_strings};

/// A library of functions that a server has loaded.
///
/// ```
/// use resp_core::replies::FunctionLibrary;
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let wire = b"%3\r\n+library_name\r\n+mylib\r\n+engine\r\n+LUA\r\n+functions\r\n*1\r\n\
///     %3\r\n+name\r\n+f\r\n+description\r\n_\r\n+flags\r\n~1\r\n+no-writes\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let library = <FunctionLibrary>::from_reply(reply).unwrap();
/// assert_eq!((library.name.as_str(), library.functions[0].name.as_str()), ("mylib", "f"));
/// assert_eq!(library.functions[0].flags, ["no-writes"]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FunctionLibrary<S = Bytes> {
    /// Its name.
    pub name: String,
    /// The language of its code: `LUA`.
    pub engine: String,
    /// Its functions.
    pub functions: Vec<LibraryFunction<S>>,
    /// Its code, if that was asked for.
    pub code: Option<S>,
}

/// A function of a library.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LibraryFunction<S = Bytes> {
    /// Its name, by which it is called.
    pub name: String,
    /// What its author says of it.
    pub description: Option<S>,
    /// What it may do, such as `no-writes`.
    pub flags: Vec<String>,
}

/// What runs on a server, and what it has to run.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FunctionStats<S = Bytes> {
    /// The function or script that runs, if one does.
    pub running: Option<RunningFunction<S>>,
    /// The languages and what is loaded of each.
    pub engines: Vec<EngineStats>,
}

/// A function or script that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RunningFunction<S = Bytes> {
    /// The function's name; of a script, its code's SHA-1 or nothing.
    pub name: String,
    /// The command that called it, word for word.
    pub command: Vec<S>,
    /// How long it has been running, to the millisecond.
    pub duration: Duration,
}

/// What is loaded of a language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EngineStats {
    /// The language: `LUA`.
    pub name: String,
    /// Libraries.
    pub library_count: u64,
    /// Functions of all of them.
    pub function_count: u64,
}

with_strings!(FunctionLibrary, LibraryFunction, FunctionStats, RunningFunction);

impl<S: FromReply> FromReply for FunctionLibrary<S> {
    type Out = FunctionLibrary<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "function library")?;
        Ok(FunctionLibrary {
            name: fields.required::<String>("library_name")?,
            engine: fields.required::<String>("engine")?,
            functions: fields.required::<Vec<LibraryFunction<S>>>("functions")?,
            code: fields.optional::<S>("library_code")?,
        })
    }
}

impl<S: FromReply> FromReply for LibraryFunction<S> {
    type Out = LibraryFunction<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "function of a library")?;
        Ok(LibraryFunction {
            name: fields.required::<String>("name")?,
            description: fields.optional::<S>("description")?,
            flags: fields.required::<Vec<String>>("flags")?,
        })
    }
}

impl<S: FromReply> FromReply for FunctionStats<S> {
    type Out = FunctionStats<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "function stats")?;
        let engines = fields.required::<Pairs<String, Loaded>>("engines")?;
        Ok(FunctionStats {
            running: fields.optional::<RunningFunction<S>>("running_script")?,
            engines: engines.into_iter().map(EngineStats::of).collect(),
        })
    }
}

impl<S: FromReply> FromReply for RunningFunction<S> {
    type Out = RunningFunction<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "running function")?;
        Ok(RunningFunction {
            name: fields.required::<String>("name")?,
            command: fields.required::<Vec<S>>("command")?,
            duration: fields.required::<Millis<Duration>>("duration_ms")?,
        })
    }
}

/// A marker for the libraries and functions of a language.
struct Loaded;

impl FromReply for Loaded {
    type Out = (u64, u64);

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "engine stats")?;
        Ok((fields.required::<u64>("libraries_count")?, fields.required::<u64>("functions_count")?))
    }
}

impl EngineStats {
    fn of((name, (library_count, function_count)): (String, (u64, u64))) -> Self {
        Self { name, library_count, function_count }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convert::HasStrings;
    use crate::replies::tests::decode;
    use alloc::string::ToString;

    #[test]
    fn libraries_of_both_versions() {
        let resp2 = "*1\r\n*8\r\n$12\r\nlibrary_name\r\n$5\r\nmylib\r\n$6\r\nengine\r\n$3\r\nLUA\r\n$9\r\nfunctions\r\n*2\r\n*6\r\n$4\r\nname\r\n$1\r\nf\r\n$11\r\ndescription\r\n$5\r\nfirst\r\n$5\r\nflags\r\n*1\r\n+no-writes\r\n*6\r\n$4\r\nname\r\n$1\r\ng\r\n$11\r\ndescription\r\n$-1\r\n$5\r\nflags\r\n*0\r\n$12\r\nlibrary_code\r\n$5\r\n#!lua\r\n";
        let resp3 = "*1\r\n%4\r\n$12\r\nlibrary_name\r\n$5\r\nmylib\r\n$6\r\nengine\r\n$3\r\nLUA\r\n$9\r\nfunctions\r\n*2\r\n%3\r\n$4\r\nname\r\n$1\r\nf\r\n$11\r\ndescription\r\n$5\r\nfirst\r\n$5\r\nflags\r\n~1\r\n+no-writes\r\n%3\r\n$4\r\nname\r\n$1\r\ng\r\n$11\r\ndescription\r\n_\r\n$5\r\nflags\r\n~0\r\n$12\r\nlibrary_code\r\n$5\r\n#!lua\r\n";
        let function = |name: &str, description: Option<&str>, flags: &[&str]| LibraryFunction {
            name: name.into(),
            description: description.map(String::from),
            flags: flags.iter().copied().map(String::from).collect(),
        };
        let expected = FunctionLibrary {
            name: "mylib".into(),
            engine: "LUA".into(),
            functions: [function("f", Some("first"), &["no-writes"]), function("g", None, &[])].into(),
            code: Some(String::from("#!lua")),
        };
        for wire in [resp2, resp3] {
            let libraries = decode::<<Vec<FunctionLibrary> as HasStrings>::Text>(wire).unwrap();
            assert_eq!(libraries.as_slice(), core::slice::from_ref(&expected));
        }
        let error = decode::<FunctionLibrary>("%1\r\n+library_name\r\n*0\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply.library_name: expected string, found array");
    }

    #[test]
    fn stats_of_both_versions() {
        let resp2 = "*4\r\n$14\r\nrunning_script\r\n*6\r\n$4\r\nname\r\n$1\r\nf\r\n$7\r\ncommand\r\n*3\r\n$5\r\nFCALL\r\n$1\r\nf\r\n$1\r\n0\r\n$11\r\nduration_ms\r\n:5500\r\n$7\r\nengines\r\n*2\r\n$3\r\nLUA\r\n*4\r\n$15\r\nlibraries_count\r\n:1\r\n$15\r\nfunctions_count\r\n:2\r\n";
        let resp3 = "%2\r\n$14\r\nrunning_script\r\n%3\r\n$4\r\nname\r\n$1\r\nf\r\n$7\r\ncommand\r\n*3\r\n$5\r\nFCALL\r\n$1\r\nf\r\n$1\r\n0\r\n$11\r\nduration_ms\r\n:5500\r\n$7\r\nengines\r\n%1\r\n$3\r\nLUA\r\n%2\r\n$15\r\nlibraries_count\r\n:1\r\n$15\r\nfunctions_count\r\n:2\r\n";
        let stats = decode::<FunctionStats<String>>(resp2).unwrap();
        assert_eq!(decode::<FunctionStats<String>>(resp3).as_ref(), Ok(&stats));
        assert_eq!(stats.engines, [EngineStats { name: "LUA".into(), library_count: 1, function_count: 2 }]);
        let running = stats.running.unwrap();
        assert_eq!((running.name.as_str(), running.duration), ("f", Duration::from_millis(5500)));
        assert_eq!(running.command, ["FCALL", "f", "0"]);
    }

    #[test]
    fn nothing_runs() {
        for null in ["$-1", "_"] {
            let wire = alloc::format!("*4\r\n+running_script\r\n{null}\r\n+engines\r\n*0\r\n");
            let stats = decode::<FunctionStats>(&wire).unwrap();
            assert_eq!((stats.running, stats.engines.len()), (None, 0));
        }
        let error = decode::<FunctionStats>("*0\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply.engines: expected a value, found nothing");
    }
}
