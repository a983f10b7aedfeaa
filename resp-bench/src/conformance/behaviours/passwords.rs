//! What shows the password.

use super::super::seen::Seen;
use super::super::server::{Server, polite};
use super::super::subjects::{CANARY, Subject};
use crate::failure::Failure;
use std::io::Write;

const REFUSED: &[u8] = b"-WRONGPASS invalid username-password pair or user is disabled.\r\n";

pub(super) async fn observe<S: Subject>() -> Result<Seen, Failure> {
    let server = Server::start(|args, stream| {
        let logs_in = args.iter().any(|arg| arg.eq_ignore_ascii_case(b"AUTH"));
        if logs_in { stream.write_all(REFUSED) } else { polite(args, stream) }
    })?;
    let shown = S::shown(&server.url_with(CANARY)).await;
    let names = |shows: bool| {
        let names = shown.iter().filter(|(_, text)| text.contains(CANARY) == shows).map(|(name, _)| *name);
        names.collect::<Vec<_>>().join(", ")
    };
    let (open, kept) = (names(true), names(false));
    let text = match (&*open, &*kept) {
        ("", kept) => format!("it shows in none of {kept}"),
        (open, "") => format!("it shows in {open}"),
        (open, kept) => format!("it shows in {open}; not in {kept}"),
    };
    Ok(Seen::new(open.is_empty() && !shown.is_empty(), text))
}
