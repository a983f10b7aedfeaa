//! Each verb, seen by plain sockets through an echo or a real server.

use core::time::Duration;
use std::io::{ErrorKind, Read, Write};
use std::time::Instant;

use super::*;
use crate::server::RedisServer;
use crate::wait::LIMIT;
use Direction::{ToClient, ToServer};

/// Sends back what it is sent.
fn echo() -> FakeServer {
    let echo = FakeServer::start(|mut peer| {
        let mut copy = peer.try_clone()?;
        io::copy(&mut peer, &mut copy).map(drop)
    });
    echo.expect("a port is free")
}

fn proxied(server: &FakeServer) -> Proxy {
    Proxy::start(server.address().port()).expect("a port is free")
}

fn connect(proxy: &Proxy) -> TcpStream {
    let socket = TcpStream::connect(proxy.address()).expect("the proxy listens");
    socket.set_read_timeout(Some(LIMIT)).unwrap();
    socket
}

/// What comes back, of the length of what was sent.
fn echoed(socket: &mut TcpStream, text: &str) -> String {
    socket.write_all(text.as_bytes()).unwrap();
    received(socket, text.len())
}

fn received(socket: &mut TcpStream, len: usize) -> String {
    let mut bytes = vec![0; len];
    socket.read_exact(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// How the connection ended: the bytes before, and `None` for a reset.
fn rest(socket: &mut TcpStream) -> (Vec<u8>, Option<()>) {
    let mut bytes = Vec::new();
    match socket.read_to_end(&mut bytes) {
        Ok(_) => (bytes, Some(())),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::ConnectionReset);
            (bytes, None)
        }
    }
}

#[test]
fn a_stalled_direction_passes_nothing_until_it_is_told_to() {
    let echo = echo();
    let proxy = proxied(&echo);
    let mut socket = connect(&proxy);
    assert_eq!(echoed(&mut socket, "one"), "one");
    proxy.all().stall(ToClient);
    socket.write_all(b"two").unwrap();
    assert!(proxy.await_passed(ToServer, 6));
    assert!(proxy.await_passed(ToClient, 3));
    assert_eq!(proxy.counts().bytes_to_client, 3);
    let mut other = connect(&proxy);
    other.write_all(b"three").unwrap();
    assert!(proxy.await_passed(ToServer, 11), "those to come are stalled in this direction only");
    proxy.live().resume(ToClient);
    assert_eq!(received(&mut socket, 3), "two");
    assert_eq!(received(&mut other, 5), "three");
    proxy.live().cut();
    assert_eq!(rest(&mut socket), (vec![], Some(())));
}

#[test]
fn a_stalled_direction_pushes_back() {
    let echo = echo();
    let proxy = proxied(&echo);
    let mut socket = connect(&proxy);
    proxy.all().stall(ToServer);
    socket.set_nonblocking(true).unwrap();
    let block = vec![0; 1 << 20];
    assert!(eventually(
        || matches!(socket.write(&block), Err(error) if error.kind() == ErrorKind::WouldBlock)
    ));
    assert_eq!(proxy.counts().bytes_to_server, 0);
}

#[test]
fn a_black_hole_accepts_and_says_nothing() {
    let echo = echo();
    let proxy = proxied(&echo);
    let mut before = connect(&proxy);
    assert_eq!(echoed(&mut before, "one"), "one");
    proxy.coming().blackhole();
    let mut socket = connect(&proxy);
    socket.write_all(b"two").unwrap();
    assert!(proxy.wait(|counts| counts.accepted == 2));
    assert_eq!(echoed(&mut before, "one"), "one");
    assert!(proxy.wait(|counts| (counts.bytes_to_server, counts.bytes_to_client) == (6, 6)));
    proxy.all().pass();
    assert_eq!(received(&mut socket, 3), "two");
}

#[test]
fn half_a_connection_closes() {
    let echo = echo();
    let proxy = proxied(&echo);
    let mut socket = connect(&proxy);
    assert_eq!(echoed(&mut socket, "one"), "one");
    proxy.live().half_close(ToClient);
    assert_eq!(rest(&mut socket), (vec![], Some(())));
    socket.write_all(b"two").unwrap();
    assert!(proxy.await_passed(ToServer, 6), "the other half goes on");
}

#[test]
fn both_peers_see_a_reset() {
    let (tell, told) = std::sync::mpsc::channel();
    let tell = Mutex::new(tell);
    let server = FakeServer::start(move |mut peer| {
        peer.write_all(b"hello")?;
        let ended = peer.read(&mut [0; 1]);
        lock(&tell).send(ended.map_err(|error| error.kind())).unwrap();
        Ok(())
    });
    let server = server.expect("a port is free");
    let proxy = proxied(&server);
    let mut socket = connect(&proxy);
    assert_eq!(received(&mut socket, 5), "hello");
    proxy.live().rst();
    assert_eq!(rest(&mut socket), (vec![], None));
    assert_eq!(told.recv_timeout(LIMIT).unwrap(), Err(ErrorKind::ConnectionReset));
    assert_eq!(proxy.counts().open, 0);
}

#[test]
fn a_reset_reaches_who_does_not_read() {
    let (open, opened) = std::sync::mpsc::channel::<()>();
    let opened = Mutex::new(opened);
    // Reads nothing until the test is over.
    let deaf = FakeServer::start(move |_peer| {
        let _ = lock(&opened).recv();
        Ok(())
    });
    let deaf = deaf.expect("a port is free");
    let proxy = proxied(&deaf);
    let mut socket = connect(&proxy);
    socket.set_nonblocking(true).unwrap();
    let block = vec![0; 1 << 20];
    assert!(eventually(
        || matches!(socket.write(&block), Err(error) if error.kind() == ErrorKind::WouldBlock)
    ));
    proxy.live().rst();
    assert_eq!(socket.read(&mut [0]).unwrap_err().kind(), ErrorKind::ConnectionReset);
    drop(open);
}

#[test]
fn connections_to_come_are_reset_the_next_one_alone_if_asked() {
    let echo = echo();
    let proxy = proxied(&echo);
    proxy.next().rst();
    assert_eq!(rest(&mut connect(&proxy)), (vec![], None));
    assert_eq!(echoed(&mut connect(&proxy), "one"), "one");
    proxy.coming().rst();
    for _ in 0..2 {
        assert_eq!(rest(&mut connect(&proxy)), (vec![], None));
    }
    proxy.coming().pass();
    assert_eq!(echoed(&mut connect(&proxy), "one"), "one");
    assert_eq!(proxy.counts().accepted, 5);
}

#[test]
fn a_cut_comes_behind_the_bytes_asked_for() {
    let echo = echo();
    let proxy = proxied(&echo);
    let mut socket = connect(&proxy);
    assert_eq!(echoed(&mut socket, "abc"), "abc");
    proxy.nth(0).cut_after(2, ToClient);
    socket.write_all(b"def").unwrap();
    assert_eq!(rest(&mut socket), (b"de".to_vec(), Some(())));
    proxy.next().cut_after(4, ToServer);
    let mut socket = connect(&proxy);
    socket.write_all(b"abcdef").unwrap();
    assert!(proxy.wait(|counts| counts.accepted == 2 && counts.open == 0));
    assert_eq!(proxy.counts().bytes_to_server, 6 + 4);
}

#[test]
fn bytes_are_corrupted_put_in_and_cut_into_pieces() {
    let echo = echo();
    let proxy = proxied(&echo);
    proxy.next().inject(b"+X\r\n", ToClient);
    let mut socket = connect(&proxy);
    assert_eq!(received(&mut socket, 4), "+X\r\n");
    proxy.live().inject(b"+Y\r\n", ToServer);
    assert_eq!(received(&mut socket, 4), "+Y\r\n");
    proxy.live().corrupt(1, ToClient);
    socket.write_all(b"abc").unwrap();
    let mut bytes = [0; 3];
    socket.read_exact(&mut bytes).unwrap();
    assert_eq!(bytes, [b'a', !b'b', b'c']);
    proxy.live().split(1, ToServer);
    assert_eq!(echoed(&mut socket, "piecemeal"), "piecemeal");
}

#[test]
fn a_delay_and_a_pace_take_their_time() {
    let echo = echo();
    let proxy = proxied(&echo);
    let mut socket = connect(&proxy);
    let timed = |socket: &mut TcpStream, text| {
        let start = Instant::now();
        assert_eq!(echoed(socket, text), text);
        start.elapsed()
    };
    assert_eq!(echoed(&mut socket, "one"), "one");
    proxy.live().delay(ToClient, Duration::from_millis(60), Duration::from_millis(10));
    assert!(timed(&mut socket, "late") >= Duration::from_millis(60));
    proxy.live().pass();
    proxy.live().throttle(100, ToServer);
    assert!(
        timed(&mut socket, "seven b") >= Duration::from_millis(50),
        "the last byte goes after six of them"
    );
}

#[test]
fn connections_are_refused_and_taken_again_at_the_same_port() {
    let echo = echo();
    let proxy = proxied(&echo);
    let mut before = connect(&proxy);
    assert_eq!(echoed(&mut before, "one"), "one");
    for _ in 0..3 {
        proxy.refuse();
        let error = TcpStream::connect(proxy.address()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ConnectionRefused);
        proxy.accept();
        assert_eq!(echoed(&mut connect(&proxy), "again"), "again");
    }
    assert_eq!(echoed(&mut before, "still"), "still");
    assert_eq!(proxy.counts().accepted, 4);
    proxy.refuse();
    drop(proxy);
    assert_eq!(rest(&mut before), (vec![], Some(())));
}

#[test]
fn another_server_takes_the_connections_to_come() {
    let servers = ["a", "b"].map(|name| FakeServer::start(move |mut peer| peer.write_all(name.as_bytes())));
    let [first, second] = servers.map(|server| server.expect("a port is free"));
    let proxy = proxied(&first);
    assert_eq!(rest(&mut connect(&proxy)).0, b"a");
    proxy.swap_backend(second.address().port());
    assert_eq!(rest(&mut connect(&proxy)).0, b"b");
    drop(second);
    assert_eq!(rest(&mut connect(&proxy)), (vec![], None), "there is no server");
}

#[test]
fn a_reply_gets_lost_though_its_command_was_executed() {
    let server = RedisServer::start(&[]).unwrap_or_else(|error| panic!("{error}"));
    let proxy = Proxy::start(server.port()).expect("a port is free");
    proxy.all().drop_reply(DropReply::to("incr"));
    let mut socket = connect(&proxy);
    socket.write_all(b"PING\r\nINCR n\r\nINCR n\r\nPING\r\n").unwrap();
    assert_eq!(received(&mut socket, 18), "+PONG\r\n:2\r\n+PONG\r\n");
    proxy.coming().drop_reply(DropReply::to_nth(1).then_close());
    let mut socket = connect(&proxy);
    socket.write_all(b"PING\r\nINCR n\r\nPING\r\n").unwrap();
    assert_eq!(rest(&mut socket).0, b"+PONG\r\n");
    assert!(proxy.await_commands(7));
    assert_eq!(proxy.counts().dropped_replies, 2);
    let mut socket = connect(&proxy);
    assert_eq!(echoed_line(&mut socket, "GET n"), "$1\r\n");
    assert_eq!(received(&mut socket, 3), "3\r\n");
}

/// The first four bytes of the reply.
fn echoed_line(socket: &mut TcpStream, command: &str) -> String {
    socket.write_all(format!("{command}\r\n").as_bytes()).unwrap();
    received(socket, 4)
}
