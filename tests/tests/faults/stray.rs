//! Replies that belong to nobody.

use resp_net::{ConnectionEvent, Error, Executed, cmd};
use tests::proxy::{Direction, Proxy, eventually};
use tests::resp_server::RespServer;

use crate::client_setup::chain;
use crate::door::{Door, config, for_each_driver, lost, server};

for_each_driver![
    f23_a_reply_to_nothing_ends_the_connection,
    f24_a_reply_of_an_impossible_kind_ends_all_that_is_in_flight,
    f24_two_replies_to_one_command_end_the_connection,
    f24_bytes_that_are_no_reply_end_all_that_is_in_flight,
];

fn f23_a_reply_to_nothing_ends_the_connection<D: Door>() {
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = D::open(config(proxy.port()));
    client.echo().unwrap();
    let mut next_event = client.events();
    proxy.live().inject(b"+X\r\n", Direction::ToClient);
    let event = next_event();
    let Some(ConnectionEvent::Lost { reason }) = &event else { panic!("{event:?}") };
    assert!(chain(reason).contains("a reply to nothing"), "{}", chain(reason));
    let event = next_event();
    assert!(matches!(event, Some(ConnectionEvent::Connected { .. })), "{event:?}");
    assert_eq!(proxy.counts().accepted, 2, "the connection is replaced, once");
    for _ in 0..10 {
        client.echo().unwrap();
    }
    assert!(server.wait_clients(1), "the first one is closed");
}

/// A server that answers INCR as wanted, and echoes.
fn answering(answer: &'static [u8]) -> RespServer {
    let server = RespServer::start(move |args| match args {
        [b"INCR", ..] => Some(answer.to_vec()),
        [b"ECHO", text] => Some([b"+", *text, b"\r\n"].concat()),
        _ => None,
    });
    server.unwrap()
}

fn f24_a_reply_of_an_impossible_kind_ends_all_that_is_in_flight<D: Door>() {
    let server = answering(b"*1\r\n:1\r\n");
    let client = D::open(config(server.address().port()).call_timeout(None));
    let other = client.clone();
    // It has no answer, and so is in flight when the odd one comes.
    let other = std::thread::spawn(move || other.send(cmd::get("k")));
    assert!(server.wait(|seen| seen.commands == 1));
    // The first answer that comes is of the kind that GET cannot have.
    assert_eq!(lost(client.send(cmd::incr("n"))), Executed::Maybe);
    let error = other.join().unwrap().unwrap_err();
    assert!(chain(&error).contains("of a kind that its request cannot have"), "{}", chain(&error));
    assert_eq!(error.executed(), Executed::Maybe);
    client.recover();
    assert_eq!(server.seen().open, 1);
}

fn f24_two_replies_to_one_command_end_the_connection<D: Door>() {
    let server = answering(b":1\r\n:2\r\n");
    let client = D::open(config(server.address().port()));
    assert_eq!(client.send(cmd::incr("n")).unwrap(), 1);
    // With the second one, or with what comes next if that is quick.
    for connections in 2..5 {
        assert!(server.wait(|seen| seen.connections == connections && seen.open == 1));
        assert!(eventually(|| client.is_connected()));
        client.echo().unwrap();
        assert_eq!(client.send(cmd::incr("n")).unwrap(), 1);
    }
}

fn f24_bytes_that_are_no_reply_end_all_that_is_in_flight<D: Door>() {
    for answer in [
        &b"HTTP/1.1 400 Bad Request\r\n"[..],
        b"$-2\r\n",
        b":1a\r\n",
        b"$3\r\nabcd\r\n",
        b"\x15\x03\x01\x00\x02\x02\x50",
    ] {
        let server = answering(answer);
        let client = D::open(config(server.address().port()).call_timeout(None));
        let other = client.clone();
        let other = std::thread::spawn(move || other.send(cmd::incr("n")));
        let error = client.send(cmd::incr("n")).unwrap_err();
        assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{}", chain(&error));
        assert!(chain(&error).contains("does not speak RESP"), "{}", chain(&error));
        assert_eq!(lost(other.join().unwrap()), Executed::Maybe);
        client.recover();
    }
}
