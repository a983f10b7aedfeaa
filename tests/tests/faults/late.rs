//! Calls whose time is over: what was not sent never is, and the replies to the
//! rest are nobody else's.

use core::time::Duration;

use resp_net::{Executed, WhenDisconnected, cmd};
use tests::proxy::{Direction, Proxy, eventually};
use tests::resp_server::RespServer;
use tests::token;

use crate::door::{Door, config, for_each_driver, server, timed_out};

for_each_driver![
    f18_replies_that_come_too_late_are_nobodys,
    f18_a_deadline_in_the_middle_of_a_reply_breaks_nothing,
    f19_what_was_given_up_without_a_server_is_never_sent,
];

const SHORT: Duration = Duration::from_millis(50);

fn f18_replies_that_come_too_late_are_nobodys<D: Door>() {
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = D::open(config(proxy.port()).call_timeout(SHORT));
    client.echo().unwrap();
    for _ in 0..5 {
        proxy.live().stall(Direction::ToClient);
        let late = |command: &str| cmd::raw(command).arg("not yours").returning::<String>().timeout(SHORT);
        assert_eq!(timed_out(client.send(late("ECHO"))), Executed::Maybe);
        assert_eq!(timed_out(client.pipeline([late("ECHO"), late("PING")])), Executed::Maybe);
        let patient = client.clone();
        let mine = token::unique();
        let command = cmd::echo(mine.clone()).text().timeout(Duration::from_secs(10));
        let caller = std::thread::spawn(move || patient.send(command));
        proxy.live().resume(Direction::ToClient);
        assert_eq!(caller.join().unwrap().unwrap(), mine);
    }
    assert_eq!(proxy.counts().accepted, 1);
}

fn f18_a_deadline_in_the_middle_of_a_reply_breaks_nothing<D: Door>() {
    let server = RespServer::start(|args| match args {
        [b"ECHO", text] => Some([b"+", *text, b"\r\n"].concat()),
        _ => None,
    });
    let server = server.unwrap();
    let client = D::open(config(server.address().port()).call_timeout(None));
    for seen in [1, 3, 5] {
        let caller = client.clone();
        let caller = std::thread::spawn(move || caller.send(cmd::get("k").text()));
        assert!(server.wait(|counts| counts.commands == seen));
        server.send(b"$10\r\nhel");
        assert_eq!(timed_out(client.send(cmd::get("late").timeout(SHORT))), Executed::Maybe);
        server.send(b"loworld\r\n$4\r\nlate\r\n");
        assert_eq!(caller.join().unwrap().unwrap().as_deref(), Some("helloworld"));
        assert!(server.wait(|counts| counts.commands == seen + 1));
    }
    client.echo().unwrap();
    assert_eq!(server.seen().connections, 1);
}

fn f19_what_was_given_up_without_a_server_is_never_sent<D: Door>() {
    let server = server(&[]);
    let config = config(server.port()).when_disconnected(WhenDisconnected::Queue).call_timeout(SHORT);
    let client = D::open(config);
    server.kill();
    assert!(eventually(|| !client.is_connected()));
    for key in 0..10 {
        assert_eq!(timed_out(client.send(cmd::set(key, "given up"))), Executed::No);
    }
    server.restart().unwrap();
    client.recover();
    assert_eq!(server.run_text(&["DBSIZE"]), "0");
    assert_eq!(server.command_calls("set"), 0);
}
