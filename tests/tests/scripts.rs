//! Scripts by their SHA-1 and by their text, and functions.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;
use std::time::Instant;

use client_setup::{Server, within};
use resp_net::resp_core::{Reply, ServerError};
use resp_net::{Client, Error, Executed, Script, cmd};
use tests::resp_server::RespServer;
use tests::token::unique;

#[tokio::test]
async fn the_text_is_sent_once_and_each_call_runs_once() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    let add = Script::new("return redis.call('INCRBY', KEYS[1], ARGV[1])");
    let call = add.key("n").arg(5).returning::<i64>();
    for expected in [5, 10, 15] {
        assert_eq!(within(client.run(&call)).await.unwrap(), expected);
    }
    let calls = |server: &Server| (server.command_calls("evalsha"), server.command_calls("eval"));
    assert_eq!(calls(&server), (3, 1));
    // The server calls it the same.
    let known = cmd::raw("SCRIPT").arg("EXISTS").arg(add.sha1()).returning::<Vec<bool>>();
    assert_eq!(within(client.send(known)).await.unwrap(), [true]);
    // It forgets, and is told again.
    server.run(&["SCRIPT", "FLUSH"]);
    assert_eq!(within(client.run(&call)).await.unwrap(), 20);
    assert_eq!(calls(&server), (4, 2));
    assert_eq!(server.run_text(&["GET", "n"]), "20");
}

#[tokio::test]
async fn keys_arguments_and_results_are_typed() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    let token = unique();
    let all = Script::new("return {KEYS[1], KEYS[2], ARGV[1], #ARGV, 'a' .. ARGV[3]}");
    let call = all.key("x").key("y").arg(&token).args([1, 2]).returning::<(String, String)>();
    let error = within(client.run(&call)).await.unwrap_err();
    assert!(matches!(error, Error::Convert(_)) && error.executed() == Executed::Yes, "{error:?}");
    let reply: Reply = within(client.run(&all.key("x").keys(["y"]).args([&*token, "1", "2"]))).await.unwrap();
    let items: Vec<_> = reply.frame().children().filter_map(|item| item.as_str()).collect();
    assert_eq!(items, ["x", "y", &token, "a2"]);

    let fails = Script::new("return redis.error_reply('MYERROR it is so')");
    let error = within(client.run(&fails.call())).await.unwrap_err();
    assert!(matches!(&error, Error::Server(error) if error.code() == "MYERROR"), "{error:?}");
    assert_eq!(error.executed(), Executed::Yes);
    // As a value, and the text was sent all the same.
    server.run(&["SCRIPT", "FLUSH"]);
    let caught = fails.call().returning::<Result<Reply, ServerError>>();
    assert_eq!(within(client.run(&caught)).await.unwrap().unwrap_err().code(), "MYERROR");
}

#[tokio::test]
async fn both_steps_have_the_time_of_one_call() {
    let server = RespServer::start(|args| match args {
        [b"EVALSHA", ..] => {
            std::thread::sleep(Duration::from_millis(500));
            Some(b"-NOSCRIPT No matching script.\r\n".to_vec())
        }
        _ => None,
    })
    .unwrap();
    let client = within(Client::connect(&server.url())).await.unwrap();
    let script = Script::new("return 1");
    let began = Instant::now();
    let error = within(client.run(&script.call().timeout(Duration::from_millis(1_000)))).await.unwrap_err();
    let elapsed = began.elapsed().as_millis();
    assert!((990..1_400).contains(&elapsed), "{elapsed} ms");
    assert!(matches!(error, Error::Timeout { executed: Executed::Maybe, .. }), "{error:?}");
    // No time is left for the second step.
    let error = within(client.run(&script.call().timeout(Duration::from_millis(50)))).await.unwrap_err();
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
}

#[tokio::test]
async fn functions_are_called_by_name() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    let library = "#!lua name=example\n\
        redis.register_function('add', function(keys, args) return redis.call('INCRBY', keys[1], args[1]) end)\n\
        redis.register_function{function_name='read', flags={'no-writes'}, \
        callback=function(keys) return redis.call('GET', keys[1]) end}";
    let load = cmd::raw("FUNCTION").args(["LOAD", library]).returning::<String>();
    assert_eq!(within(client.send(load)).await.unwrap(), "example");
    assert_eq!(within(client.send(cmd::fcall("add", "n", 7).to::<i64>())).await.unwrap(), 7);
    let read = || cmd::fcall_ro("read", "n", [""; 0]);
    assert_eq!(within(client.send(read().to::<i64>())).await.unwrap(), 7);
    // In a batch too, as any command.
    let both = (cmd::fcall("add", "n", 1).to::<i64>(), read().to::<String>());
    assert_eq!(within(client.transaction(both)).await.unwrap(), (8, "8".to_owned()));
    let eval = cmd::eval_ro("return redis.call('SET', KEYS[1], 1)", "n", [""; 0]);
    assert!(matches!(within(client.send(eval)).await, Err(Error::Server(_))));
}
