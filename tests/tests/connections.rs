//! What a connection of one's own can do that a shared client cannot, by its own
//! methods, with both drivers and in both versions of the protocol.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;

use bytes::Bytes;
use client_setup::{Server, within};
use resp_net::resp_core::replies::StreamId;
use resp_net::{Client, Connection, Error, Executed, SubmitError, blocking, cmd};

/// What a future comes to.
macro_rules! awaited {
    ($call:expr) => {
        within($call).await
    };
}

/// What a call comes to.
macro_rules! called {
    ($call:expr) => {
        $call.call()
    };
}

/// What `transaction` comes to, which is no call with the blocking connection.
macro_rules! done {
    ($outcome:expr) => {
        $outcome
    };
}

/// Runs a body with a connection to an empty server of either driver, for each
/// version. `$run` in it runs a call, `$end` a transaction.
macro_rules! both_connections {
    ($name:ident, $server:ident, $connection:ident, $run:ident, $end:ident => $body:block) => {
        mod $name {
            use super::*;

            #[tokio::test]
            async fn tokio() {
                #[allow(unused_imports, reason = "not every body has a transaction")]
                use {awaited as $end, awaited as $run};
                let $server = Server::start(&[]);
                for protocol in ["2", "3"] {
                    $server.run(&["FLUSHALL"]);
                    let url = format!("{}?protocol={protocol}", $server.url());
                    let mut $connection = within(Connection::connect(&url)).await.unwrap();
                    $body
                }
            }

            #[test]
            fn mio() {
                #[allow(unused_imports, reason = "not every body has a transaction")]
                use {called as $run, done as $end};
                let $server = Server::start(&[]);
                for protocol in ["2", "3"] {
                    $server.run(&["FLUSHALL"]);
                    let url = format!("{}?protocol={protocol}", $server.url());
                    let mut $connection = blocking::Connection::connect(&url).unwrap();
                    $body
                }
            }
        }
    };
}

both_connections!(its_methods_answer_as_those_of_a_client, _server, connection, run, end => {
    assert_eq!(run!(connection.ping()).unwrap(), "PONG");
    run!(connection.set("k", "v").ex(Duration::from_secs(100))).unwrap();
    assert_eq!(run!(connection.get("k").text()).unwrap().as_deref(), Some("v"));
    assert_eq!(run!(connection.set("k", "w").get()).unwrap(), Some(Bytes::from_static(b"v")));
    assert_eq!(run!(connection.incr("n")).unwrap(), 1);
    assert_eq!(run!(connection.rpush("l", ["a", "b"])).unwrap(), 2);
    let popped = run!(connection.blpop("l", Duration::from_secs(1)).text()).unwrap();
    assert_eq!(popped, Some(("l".to_owned(), "a".to_owned())));
    assert_eq!(run!(connection.blpop("none", Duration::from_millis(10))).unwrap(), None);
    run!(connection.xadd("s", StreamId::new(1, 0), ("f", "v"))).unwrap();
    let read = run!(connection.xread([("s", StreamId::MIN)]).block(Duration::from_secs(1)).text()).unwrap();
    assert_eq!(read[0].1[0].fields, [("f".to_owned(), "v".to_owned())]);
    let error = run!(connection.lpush("k", "x")).unwrap_err();
    assert!(matches!(&error, Error::Server(error) if error.code() == "WRONGTYPE"), "{error}");
    assert!(!connection.is_lost());
    let (n, popped) = run!(connection.pipeline((cmd::incr("n"), cmd::blpop("l", None).text()))).unwrap();
    assert_eq!((n, popped), (2, Some(("l".to_owned(), "b".to_owned()))));
    let (n, k) = end!(connection.transaction((cmd::incr("n"), cmd::get("k").text()))).unwrap();
    assert_eq!((n, k.as_deref()), (3, Some("w")));
});

both_connections!(state_stays_on_it, server, connection, run, end => {
    assert_eq!(run!(connection.client_getname()).unwrap(), None);
    run!(connection.client_setname("mine")).unwrap();
    assert_eq!(run!(connection.client_getname().text()).unwrap().as_deref(), Some("mine"));
    let id = run!(connection.client_id()).unwrap();
    assert!(server.run_text(&["CLIENT", "LIST", "ID", &id.to_string()]).contains(" name=mine "));
    run!(connection.client_no_evict(true)).unwrap();
    let info = run!(connection.client_info()).unwrap();
    assert_eq!(info.id, id);
    let (name,) = end!(connection.transaction((cmd::client_getname().text(),))).unwrap();
    assert_eq!(name.as_deref(), Some("mine"));
});

both_connections!(what_is_watched_ends_a_transaction, server, connection, run, end => {
    run!(connection.set("k", 1)).unwrap();
    run!(connection.watch(["k", "l"])).unwrap();
    server.run(&["SET", "k", "2"]);
    let error = end!(connection.transaction((cmd::set("k", 3),))).unwrap_err();
    assert!(matches!(error, Error::Conflict { attempts: 1 }), "{error}");
    assert_eq!(error.executed(), Executed::No);
    // It is forgotten with that.
    end!(connection.transaction((cmd::set("k", 3),))).unwrap();
    run!(connection.watch("k")).unwrap();
    server.run(&["SET", "k", "4"]);
    run!(connection.unwatch()).unwrap();
    let ((), n) = end!(connection.transaction((cmd::set("k", 5), cmd::incr("k")))).unwrap();
    assert_eq!(n, 6);
});

// What would change what a connection has agreed on is refused before it is
// sent, and the connection goes on.
both_connections!(what_would_change_the_agreement_is_refused, server, connection, run, _end => {
    let before = server.info("stats", "total_commands_processed");
    let refused: [Error; 4] = [
        run!(connection.send(cmd::select(1))).unwrap_err(),
        run!(connection.send(cmd::auth("word"))).unwrap_err(),
        run!(connection.send(cmd::hello())).unwrap_err(),
        run!(connection.send(cmd::reset())).unwrap_err(),
    ];
    for error in refused {
        assert!(matches!(error, Error::Refused(SubmitError::NotACall { .. })), "{error}");
        assert_eq!(error.executed(), Executed::No);
    }
    for name in ["QUIT", "SUBSCRIBE", "MONITOR"] {
        let error = run!(connection.send(cmd::raw(name).arg("x").returning::<()>())).unwrap_err();
        assert!(matches!(error, Error::Refused(_)), "{name}: {error}");
    }
    assert_eq!(server.info("stats", "total_commands_processed") - before, 1, "INFO alone");
    assert_eq!(run!(connection.ping()).unwrap(), "PONG");
});

// A command that nobody knows, in whatever way it is sent, reaches the server.
both_connections!(unknown_commands_are_the_servers_to_refuse, _server, connection, run, _end => {
    for arguments in [0, 1] {
        let unknown = cmd::raw("NOSUCHCOMMAND").args(vec!["x"; arguments]).returning::<()>();
        let error = run!(connection.send(unknown)).unwrap_err();
        assert!(matches!(&error, Error::Server(error) if error.message().contains("unknown")), "{error}");
    }
});

#[tokio::test]
async fn a_shared_client_takes_the_same_by_name_only_to_refuse_it() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    for (name, arg) in [("WATCH", "k"), ("SELECT", "1"), ("MULTI", ""), ("AUTH", "word"), ("CLIENT", "RESET")]
    {
        let command = cmd::raw(name).args(Some(arg).filter(|arg| !arg.is_empty())).returning::<()>();
        match within(client.send(command)).await.unwrap_err() {
            Error::Refused(_) => assert_ne!(name, "CLIENT"),
            Error::Server(error) => assert_eq!(name, "CLIENT", "{error}"),
            error => panic!("{name}: {error}"),
        }
    }
    within(client.ping()).await.unwrap();
}
