//! Scripts and functions that run on the server.

use crate::command::{Command, Meta, Wire, metas};
use crate::convert::{ToArg, ToArgs};
use crate::reply::Reply;

/// Runs a script. It should touch no other keys than these; what it returns is
/// read as another type with [`to`](Command::to).
pub fn eval(script: impl ToArg, keys: impl ToArgs, args: impl ToArgs) -> Command<Reply> {
    call(&metas::EVAL, &script, &keys, &args)
}

/// [`eval`] of a script that changes nothing. Since 7.0.
pub fn eval_ro(script: impl ToArg, keys: impl ToArgs, args: impl ToArgs) -> Command<Reply> {
    call(&metas::EVAL_RO, &script, &keys, &args)
}

/// Runs a script that the server has seen before, by its SHA-1 in hexadecimal
/// digits. The error code is `NOSCRIPT` if it has not.
pub fn evalsha(sha1: impl ToArg, keys: impl ToArgs, args: impl ToArgs) -> Command<Reply> {
    call(&metas::EVALSHA, &sha1, &keys, &args)
}

/// [`evalsha`] of a script that changes nothing. Since 7.0.
pub fn evalsha_ro(sha1: impl ToArg, keys: impl ToArgs, args: impl ToArgs) -> Command<Reply> {
    call(&metas::EVALSHA_RO, &sha1, &keys, &args)
}

/// Calls a function of a library that the server has loaded. Since 7.0.
pub fn fcall(function: impl ToArg, keys: impl ToArgs, args: impl ToArgs) -> Command<Reply> {
    call(&metas::FCALL, &function, &keys, &args)
}

/// [`fcall`] of a function that changes nothing. Since 7.0.
pub fn fcall_ro(function: impl ToArg, keys: impl ToArgs, args: impl ToArgs) -> Command<Reply> {
    call(&metas::FCALL_RO, &function, &keys, &args)
}

/// What runs, the number of keys, the keys, the other arguments.
fn call(meta: &'static Meta, what: &impl ToArg, keys: &impl ToArgs, args: &impl ToArgs) -> Command<Reply> {
    let mut key_count = 0_u64;
    keys.each_arg(&mut |_| key_count += 1);
    let mut wire = Wire::of(meta, [what.to_arg().as_bytes(), key_count.to_arg().as_bytes()]);
    keys.each_arg(&mut |key| wire.push(key.as_bytes()));
    args.each_arg(&mut |arg| wire.push(arg.as_bytes()));
    Command::new(wire)
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec::Vec;

    #[test]
    fn keys_are_counted_and_come_before_arguments() {
        let args = |command: Command<Reply>| {
            let args: Vec<_> = command.wire().args().map(<[u8]>::to_vec).collect();
            args.join(&b' ')
        };
        assert_eq!(args(eval("return 1", [""; 0], [0; 0])), b"return 1 0");
        assert_eq!(args(evalsha("abc", ["a", "b"], 7)), b"abc 2 a b 7");
        assert_eq!(args(fcall_ro("f", "a", ["x", "y"])), b"f 1 a x y");
        assert!(eval_ro("", "", "").wire().meta().is_read_only());
        assert!(!eval("", "", "").wire().meta().is_read_only());
    }
}
