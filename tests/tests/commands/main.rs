//! Every command of the table, against real servers: its bytes, its reply in
//! both versions, and what the servers say of it themselves.
//!
//! `CASES=zadd cargo test -p tests --test commands` runs the cases of the
//! commands that have this in their name.

mod case;
mod cases;
mod table;
mod talk;
mod words;

use core::error::Error;

use tests::server::RedisServer;

pub(crate) use case::{About, Case, Mode};
use talk::Talk;

/// Those that the environment asks for; all of them by default.
fn cases() -> Vec<Case> {
    let wanted = std::env::var("CASES").unwrap_or_default().to_uppercase();
    let mut cases = cases::all();
    cases.retain(|case| case.about.command.contains(&wanted));
    assert!(!cases.is_empty(), "no command has {wanted} in its name");
    cases
}

/// Fails with all that went wrong, not only the first of it.
#[track_caller]
fn assert_none(failures: &[String]) {
    assert!(failures.is_empty(), "{} of the cases fail:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_call_writes_the_words_of_the_table() {
    let mut failures = Vec::new();
    for case in cases() {
        let (found, expected) = (case::words_of(&case.wire()), words::split(case.about.wire));
        if found != expected {
            failures.push(format!(
                "{case}\n    writes   {}\n    expected {}",
                words::join(&found),
                case.about.wire
            ));
        }
    }
    assert_none(&failures);
}

/// Runs what this server knows and another does not.
fn run_all(shared: &RedisServer, start: impl Fn(&[&str]) -> RedisServer, known: impl Fn(&Case) -> bool) {
    let mut cluster = None;
    let mut failures = Vec::new();
    for case in cases().iter().filter(|case| known(case)) {
        let alone;
        let server = match case.about.mode {
            Mode::Wire => continue,
            Mode::Shared => shared,
            Mode::Cluster => cluster.get_or_insert_with(|| talk::cluster(&start)),
            Mode::Alone => {
                // What it may be asked to load and save, and to show of itself.
                alone = start(&["--aclfile", users_file(), "--enable-debug-command", "yes"]);
                &alone
            }
            Mode::Node => {
                alone = talk::cluster(&start);
                &alone
            }
        };
        if let Err(error) = case.run(server) {
            failures.push(format!("{case}\n    {error}"));
        }
    }
    assert_none(&failures);
}

/// An empty list of users, which a server wants to be there.
fn users_file() -> &'static str {
    let path = concat!(env!("CARGO_TARGET_TMPDIR"), "/users.acl");
    std::fs::write(path, "").expect("the folder is for such files");
    path
}

#[test]
fn every_call_is_answered_alike_in_both_versions() -> Result<(), Box<dyn Error>> {
    let server = RedisServer::start(&[])?;
    let mut talk = Talk::start(&server, 2)?;
    let names = talk.known()?;
    let start = |args: &[&str]| RedisServer::start(args).expect("a second one starts like the first");
    run_all(&server, start, |case| names.has(case.about.command) && !case.about.is_unverified);
    Ok(())
}

#[test]
fn what_valkey_alone_knows_is_answered_alike_too() -> Result<(), Box<dyn Error>> {
    let Some(builder) = RedisServer::valkey_if_there() else { return Ok(()) };
    let server = builder.start()?;
    let known = Talk::start(&server, 2)?.known()?;
    let redis = RedisServer::start(&[])?;
    let of_redis = Talk::start(&redis, 2)?.known()?;
    let start = |args: &[&str]| {
        let builder = RedisServer::valkey_if_there().expect("it was there");
        builder.args(args).start().expect("a second one starts like the first")
    };
    let only_here = |case: &Case| known.has(case.about.command) && !of_redis.has(case.about.command);
    run_all(&server, start, |case| only_here(case) && !case.about.is_unverified);
    Ok(())
}

#[test]
fn what_is_marked_as_unverified_is_unknown_here() -> Result<(), Box<dyn Error>> {
    let server = RedisServer::start(&[])?;
    let mut known = Talk::start(&server, 2)?.known()?;
    let mut all_here = false;
    if let Some(builder) = RedisServer::valkey_if_there() {
        let valkey = builder.start()?;
        known.0.extend(Talk::start(&valkey, 2)?.known()?.0);
        all_here = true;
    }
    let mut failures = Vec::new();
    for row in table::rows() {
        // A third word is an argument, which may have come later than the command.
        let has_argument = row.command.split(' ').count() > 2;
        if row.is_unverified && !has_argument && known.has(&row.command) {
            failures.push(format!("{} is known here: it need not be unverified", row.command));
        }
        if all_here && !row.is_unverified && !known.has(&row.command) {
            failures.push(format!("{} is unknown here: it is to be marked as unverified", row.command));
        }
    }
    assert_none(&failures);
    Ok(())
}
