//! Scripts by their SHA-1 and by their text, with the blocking client.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;
use std::time::Instant;

use client_setup::Server;
use resp_net::blocking::Client;
use resp_net::resp_core::{Reply, ServerError};
use resp_net::{Error, Executed, Script};
use tests::resp_server::RespServer;

#[test]
fn the_text_is_sent_once_and_each_call_runs_once() {
    let server = Server::start(&[]);
    let client = Client::connect(&server.url()).unwrap();
    let add = Script::new("return redis.call('INCRBY', KEYS[1], ARGV[1])");
    let call = add.key("n").arg(5).returning::<i64>();
    for expected in [5, 10, 15] {
        assert_eq!(client.run(&call).unwrap(), expected);
    }
    let calls = |server: &Server| (server.command_calls("evalsha"), server.command_calls("eval"));
    assert_eq!(calls(&server), (3, 1));
    // It forgets, and is told again.
    server.run(&["SCRIPT", "FLUSH"]);
    assert_eq!(client.run(&call).unwrap(), 20);
    assert_eq!(calls(&server), (4, 2));
    assert_eq!(server.run_text(&["GET", "n"]), "20");
}

#[test]
fn what_a_script_fails_with_is_its_error() {
    let server = Server::start(&[]);
    let client = Client::connect(&server.url()).unwrap();
    let fails = Script::new("return redis.error_reply('MYERROR it is so')");
    let error = client.run(&fails.call()).unwrap_err();
    assert!(matches!(&error, Error::Server(error) if error.code() == "MYERROR"), "{error:?}");
    assert_eq!(error.executed(), Executed::Yes);
    // As a value, and the text was sent all the same.
    server.run(&["SCRIPT", "FLUSH"]);
    let caught = fails.call().returning::<Result<Reply, ServerError>>();
    assert_eq!(client.run(&caught).unwrap().unwrap_err().code(), "MYERROR");
}

#[test]
fn both_steps_have_the_time_of_one_call() {
    let server = RespServer::start(|args| match args {
        [b"EVALSHA", ..] => {
            std::thread::sleep(Duration::from_millis(500));
            Some(b"-NOSCRIPT No matching script.\r\n".to_vec())
        }
        _ => None,
    })
    .unwrap();
    let client = Client::connect(&server.url()).unwrap();
    let script = Script::new("return 1");
    let began = Instant::now();
    let error = client.run(&script.call().timeout(Duration::from_millis(1_000))).unwrap_err();
    let elapsed = began.elapsed().as_millis();
    assert!((990..1_400).contains(&elapsed), "{elapsed} ms");
    assert!(matches!(error, Error::Timeout { executed: Executed::Maybe, .. }), "{error:?}");
}
