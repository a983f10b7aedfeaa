//! What each setting does, seen by plain sockets.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::*;
use client_certs::Authority;

#[path = "../../tests/client_certs/mod.rs"]
mod client_certs;

#[test]
fn a_server_starts_answers_and_ends_with_its_handle() {
    let server = RedisServer::start(&["--maxmemory", "10mb"]).unwrap_or_else(|error| panic!("{error}"));
    let (port, directory) = (server.port(), server.directory.clone());
    assert!(answers(port));
    assert!(server.log().contains("Ready to accept connections"), "{}", server.log());
    assert_eq!(server.url(), format!("redis://127.0.0.1:{port}"));
    drop(server);
    assert!(!answers(port));
    assert!(!directory.exists());
}

/// Where Valkey is to be had, it runs in place of the server found first.
#[test]
fn valkey_starts_if_it_is_there() {
    let Some(builder) = RedisServer::valkey_if_there() else {
        assert_eq!(find("valkey-server"), None);
        return;
    };
    let server = start(builder);
    let info = server.run_text(&["INFO", "server"]);
    assert!(info.contains("\r\nserver_name:valkey\r\n"), "{info}");
}

#[test]
fn a_password_is_asked_for_and_stands_in_the_url() {
    let server = RedisServer::builder().password("secret").start().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(server.url(), format!("redis://:secret@127.0.0.1:{}", server.port()));
}

#[test]
fn what_went_wrong_is_said() {
    let error = RedisServer::start(&["--no-such-option", "1"]).unwrap_err().to_string();
    assert!(error.contains("no-such-option"), "{error}");
    let error = RedisServer::builder().program("/nonexistent/server").start().unwrap_err().to_string();
    assert_eq!(error, "cannot start /nonexistent/server");
    assert!(ServerError::Missing.to_string().contains("apt-get install redis-server"));
}

fn start(builder: Builder) -> RedisServer {
    builder.start().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_killed_server_starts_again_empty_at_the_same_port() {
    let server = start(RedisServer::builder().password("secret"));
    assert_eq!(server.run(&["SET", "k", "v"]).frame().as_bytes(), Some(&b"OK"[..]));
    let (port, process) = (server.port(), server.process_id());
    server.kill();
    assert!(!answers(port));
    assert!(server.try_run(&["PING"]).is_err());
    server.restart().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(server.port(), port);
    assert_ne!(server.process_id(), process);
    assert!(server.run(&["GET", "k"]).frame().is_null());
    server.restart().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(server.run_text(&["PING"]), "PONG");
}

#[test]
fn a_port_that_somebody_has_taken_is_told() {
    let server = start(RedisServer::builder());
    server.kill();
    let _taken = TcpListener::bind((Ipv4Addr::LOCALHOST, server.port())).unwrap();
    let error = server.restart().unwrap_err().to_string();
    assert!(error.contains("ddress already in use"), "{error}");
    assert!(!error.contains("Ready to accept"), "only its own log: {error}");
}

#[cfg(unix)]
#[test]
fn a_paused_server_takes_connections_and_answers_nothing() {
    let server = start(RedisServer::builder());
    server.pause();
    let mut socket = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).unwrap();
    socket.write_all(b"PING\r\n").unwrap();
    socket.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    assert!(socket.read(&mut [0]).is_err());
    server.resume();
    socket.set_read_timeout(Some(crate::wait::LIMIT)).unwrap();
    let mut answer = [0; 7];
    socket.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"+PONG\r\n");
    server.pause();
    drop(server);
}

#[test]
fn the_server_tells_what_it_was_asked() {
    let server = start(RedisServer::builder());
    assert_eq!((server.client_count(), server.command_calls("incr")), (0, 0));
    let mut socket = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).unwrap();
    socket.write_all(b"INCR n\r\nINCR n\r\nBLPOP queue 0\r\n").unwrap();
    assert!(server.wait_blocked(1));
    assert_eq!((server.client_count(), server.command_calls("INCR")), (1, 2));
    assert_eq!(server.run_text(&["RPUSH", "queue", "job"]), "1");
    assert!(server.wait_blocked(0));
    drop(socket);
    assert!(server.wait_clients(0));
    assert_eq!(server.run_text(&["NOSUCH"]).split(' ').next(), Some("ERR"));
}

#[test]
fn users_have_their_rules() {
    let server = start(RedisServer::builder().user("reader", &["on", ">pass word", "~*", "+get", "-@write"]));
    assert_eq!(server.run_text(&["AUTH", "reader", "pass word"]), "OK");
    assert!(server.run_text(&["SET", "k", "v"]).starts_with("NOPERM"));
    assert!(server.run(&["GET", "k"]).frame().is_null());
}

#[cfg(unix)]
#[test]
fn a_unix_socket_answers() {
    let server = start(RedisServer::builder().unix_socket());
    let mut socket = std::os::unix::net::UnixStream::connect(server.socket_path()).unwrap();
    socket.write_all(b"PING\r\n").unwrap();
    let mut answer = [0; 7];
    socket.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"+PONG\r\n");
}

/// What a plain client of TLS sees is a matter of its own tests: here, that the
/// server takes the certificates and listens.
#[test]
fn a_tls_port_listens_with_certificates_of_our_own() {
    let authority = Authority::new("authority");
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    for issued in [authority.issue(&["localhost"]), authority.issue_expired(&["localhost"])] {
        let (chain, key) = (read(&issued.chain), read(&issued.key));
        let server = start(RedisServer::builder().tls(&authority.pem(), &chain, &key));
        let mut socket = TcpStream::connect((Ipv4Addr::LOCALHOST, server.tls_port())).unwrap();
        // No TLS: the server ends it, with or without an alert.
        socket.write_all(b"PING\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        drop(socket.read_to_end(&mut answer));
        assert!(!answer.starts_with(b"+PONG"));
        assert_eq!(server.tls_url(), format!("rediss://localhost:{}", server.tls_port()));
    }
}
