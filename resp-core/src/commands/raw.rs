//! Commands that have no function of their own.

use core::fmt;

use crate::command::{Command, Wire};
use crate::convert::{FromReply, ToArg, ToArgs};

/// Starts a command of any name. Its words are given one by one, so that no
/// value can become more than the one argument that it is.
///
/// ```
/// use resp_core::cmd;
///
/// let length = cmd::raw("STRLEN").arg("greeting").returning::<i64>();
/// # let _ = length;
/// ```
pub fn raw(name: &str) -> Raw {
    Raw { wire: Wire::named(name.as_bytes()) }
}

/// A command that lacks its reply type; see [`raw`].
#[derive(Clone)]
#[must_use = "it is a command once `returning` says what it answers"]
pub struct Raw {
    wire: Wire,
}

impl Raw {
    /// Adds an argument.
    pub fn arg(mut self, arg: impl ToArg) -> Self {
        self.wire.push(arg.to_arg().as_bytes());
        self
    }

    /// Adds any number of arguments.
    pub fn args(mut self, args: impl ToArgs) -> Self {
        args.each_arg(&mut |arg| self.wire.push(arg.as_bytes()));
        self
    }

    /// The command, whose reply is to be read as `R`; as
    /// [`Reply`](crate::Reply) it is taken as it comes.
    pub fn returning<R: FromReply>(self) -> Command<R> {
        Command::new(self.wire.refined())
    }
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.wire.fmt(f)
    }
}
