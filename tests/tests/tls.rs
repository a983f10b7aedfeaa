//! TLS to a real server, and to peers that do it wrong, on both drivers.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_certs;
mod client_dial;
mod client_setup;

use core::time::Duration;
use std::io::{Read, Write};
use std::sync::{Arc, Mutex};

use client_certs::{Authority, Issued, arg};
use client_dial::{DRIVERS, exchange_large};
use client_setup::{Server, chain, within};
use resp_net::{
    Client, Config, ConfigBuilder, Connection, Error, Executed, LostReason, TlsConfig, TlsError, cmd,
};
use tests::proxy::{FakeServer, Proxy};
use tests::server::free_port;

/// A server that speaks TLS on a port of its own, beside the plain one.
struct TlsServer {
    server: Server,
    tls_port: u16,
}

impl TlsServer {
    fn start(authority: &Authority, issued: &Issued, args: &[&str]) -> Self {
        let tls_port = free_port().unwrap();
        let (port, ca) = (tls_port.to_string(), authority.file());
        let mut all = vec!["--tls-port", &port, "--tls-ca-cert-file", arg(&ca)];
        all.extend(["--tls-cert-file", arg(&issued.chain), "--tls-key-file", arg(&issued.key)]);
        if !args.contains(&"--tls-auth-clients") {
            all.extend(["--tls-auth-clients", "no"]);
        }
        all.extend(args);
        Self { server: Server::start(&all), tls_port }
    }

    fn at(&self, tls: TlsConfig) -> ConfigBuilder {
        to(self.tls_port, tls)
    }
}

fn to(port: u16, tls: TlsConfig) -> ConfigBuilder {
    Config::builder().host("127.0.0.1").port(port).password("s3cret").tls(tls)
}

/// Why neither driver connects, which is the same.
fn failure(config: &Config) -> TlsError {
    let [tokio, mio] = DRIVERS.map(|driver| match driver.failure(config) {
        LostReason::Tls(error) => error,
        reason => panic!("{driver:?}: {reason:?}"),
    });
    assert_eq!(tokio, mio);
    Arc::unwrap_or_clone(tokio)
}

/// The same with no password, which a server without one would refuse.
fn works(builder: ConfigBuilder) {
    let config = builder.password("").build().unwrap();
    for driver in DRIVERS {
        driver.ping(&config).unwrap_or_else(|reason| panic!("{driver:?}: {}", chain(&reason)));
    }
}

#[test]
fn f30_a_trusted_authority_is_all_it_takes() {
    let authority = Authority::new("trusted");
    let issued = authority.issue(&["127.0.0.1", "localhost"]);
    let server = TlsServer::start(&authority, &issued, &[]);
    works(server.at(TlsConfig::new().ca_pem(authority.pem())));
    works(server.at(TlsConfig::new().ca_der(authority.der())));
    works(server.at(TlsConfig::new().ca_file(authority.file())));
    works(server.at(TlsConfig::new().ca_file(authority.file())).host("localhost"));
    // One that the system trusts is not this one.
    let system = failure(&server.at(TlsConfig::new()).build().unwrap());
    assert!(matches!(system, TlsError::UnknownIssuer | TlsError::Setup(_)), "{system}");
}

#[tokio::test]
async fn large_values_pass_whole_and_pipelined() {
    let authority = Authority::new("large");
    let issued = authority.issue(&["127.0.0.1"]);
    let server = TlsServer::start(&authority, &issued, &[]);
    let tls = TlsConfig::new().ca_file(authority.file());
    let config = Config::builder().host("127.0.0.1").port(server.tls_port).tls(tls).build().unwrap();
    let client = within(Client::connect_with(&config)).await.unwrap();
    let value: String = (0..10_u32 << 20).map(|index| char::from(b'a' + (index % 23) as u8)).collect();
    within(client.set("large", value.clone())).await.unwrap();
    let gets: [_; 4] = core::array::from_fn(|_| cmd::get("large").text());
    let read = within(client.pipeline(gets)).await.unwrap();
    assert!(read.iter().all(|text| text.as_deref() == Some(&value)));
    for number in 0..1_000_i64 {
        assert_eq!(within(client.incr("count")).await.unwrap(), number + 1);
    }
}

#[test]
fn large_values_pass_whole_over_mio() {
    let authority = Authority::new("large-mio");
    let server = TlsServer::start(&authority, &authority.issue(&["127.0.0.1"]), &[]);
    let builder = server.at(TlsConfig::new().ca_file(authority.file()));
    exchange_large(&builder.connect_timeout(Duration::from_secs(30)).build().unwrap());
}

#[test]
fn f30_who_cannot_prove_to_be_the_server_is_refused() {
    let (authority, other) = (Authority::new("right"), Authority::new("wrong"));
    let trusting = || TlsConfig::new().ca_pem(authority.pem());
    let good = TlsServer::start(&authority, &authority.issue(&["127.0.0.1", "db.test"]), &[]);
    let untrusting = good.at(TlsConfig::new().ca_pem(other.pem())).build().unwrap();
    assert_eq!(failure(&untrusting), TlsError::UnknownIssuer);
    let wrong_name = good.at(trusting()).host("localhost").build().unwrap();
    assert_eq!(failure(&wrong_name), TlsError::WrongName);
    let named = good.at(trusting().server_name("other.test")).build().unwrap();
    assert_eq!(failure(&named), TlsError::WrongName);
    works(good.at(trusting().server_name("db.test")).host("localhost"));
    let expired = TlsServer::start(&authority, &authority.issue_expired(&["127.0.0.1"]), &[]);
    assert_eq!(failure(&expired.at(trusting()).build().unwrap()), TlsError::Expired);
}

#[test]
fn f30_a_server_that_speaks_no_tls_is_told_no_secret() {
    let received = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&received);
    let plain = FakeServer::start(move |mut peer| {
        let mut bytes = [0; 4096];
        let count = peer.read(&mut bytes)?;
        log.lock().unwrap().push(bytes[..count].to_vec());
        peer.write_all(b"-ERR unknown command\r\n")?;
        peer.read(&mut bytes).map(drop)
    });
    let plain = plain.unwrap();
    let tls = || TlsConfig::new().ca_pem(Authority::new("plain").pem());
    let error = failure(&to(plain.address().port(), tls()).build().unwrap());
    assert_eq!(error, TlsError::NotTls);
    assert_eq!(error.to_string(), "the server does not speak TLS on this port");
    let received = received.lock().unwrap();
    assert_eq!(received.len(), 2);
    for hello in &*received {
        assert_eq!(hello[0], 22, "a handshake record");
        assert!(!hello.windows(6).any(|part| part == b"s3cret" || part == b"HELLO "));
    }
    // A real server waits for the end of a line.
    let real = Server::start(&[]);
    let config = to(real.port(), tls()).connect_timeout(Duration::from_millis(300)).build().unwrap();
    for driver in DRIVERS {
        let reason = driver.failure(&config);
        let LostReason::Tls(error) = &reason else { panic!("{driver:?}: {reason:?}") };
        assert!(matches!(**error, TlsError::NoAnswer | TlsError::NotTls), "{driver:?}: {error}");
    }
}

#[test]
fn f30_tls_1_1_is_too_old() {
    let authority = Authority::new("old");
    let issued = authority.issue(&["127.0.0.1"]);
    let old = ["--tls-protocols", "TLSv1.1", "--tls-ciphers", "DEFAULT@SECLEVEL=0"];
    let server = TlsServer::start(&authority, &issued, &old);
    let config = server.at(TlsConfig::new().ca_pem(authority.pem())).build().unwrap();
    assert_eq!(failure(&config), TlsError::Version);
}

#[test]
fn f30_a_connection_cut_in_the_handshake_says_so() {
    let server = FakeServer::start(|mut peer| peer.read(&mut [0; 4096]).map(drop)).unwrap();
    let tls = TlsConfig::new().ca_pem(Authority::new("cut").pem());
    let config = to(server.address().port(), tls).build().unwrap();
    assert_eq!(failure(&config), TlsError::Cut);
}

#[test]
fn f30_a_peer_that_says_nothing_is_given_up_at_the_deadline() {
    let server = FakeServer::start(|mut peer| tests::proxy::read_to_end(&mut peer).map(drop)).unwrap();
    let tls = TlsConfig::new().ca_pem(Authority::new("silent").pem());
    let builder = to(server.address().port(), tls).connect_timeout(Duration::from_millis(200));
    assert_eq!(failure(&builder.build().unwrap()), TlsError::NoAnswer);
}

#[test]
fn f30_a_server_may_ask_for_a_certificate() {
    let authority = Authority::new("mutual");
    let issued = authority.issue(&["127.0.0.1"]);
    let server = TlsServer::start(&authority, &issued, &["--tls-auth-clients", "yes"]);
    let trusting = || TlsConfig::new().ca_pem(authority.pem());
    let none = failure(&server.at(trusting()).build().unwrap());
    assert!(matches!(none, TlsError::Alert(_)), "{none}");
    let mine = authority.issue(&["client.test"]);
    works(server.at(trusting().client_files(&mine.chain, &mine.key)));
    let read = |path| std::fs::read(path).unwrap();
    works(server.at(trusting().client_pem(read(&mine.chain), read(&mine.key))));
    let mixed = failure(&server.at(trusting().client_files(&mine.chain, &issued.key)).build().unwrap());
    assert!(matches!(mixed, TlsError::Setup(_)), "{mixed}");
    let other = Authority::new("mutual-other").issue(&["client.test"]);
    assert!(!other.chain.exists());
    let gone = failure(&server.at(trusting().client_files(other.chain, other.key)).build().unwrap());
    assert!(gone.to_string().starts_with("cannot read "), "{gone}");
}

#[tokio::test]
async fn f30_an_end_without_close_notify_is_no_end() {
    let authority = Authority::new("truncated");
    let issued = authority.issue(&["127.0.0.1"]);
    let server = TlsServer::start(&authority, &issued, &[]);
    let proxy = Proxy::start(server.tls_port).unwrap();
    let port = proxy.url().rsplit(':').next().unwrap().parse().unwrap();
    let tls = TlsConfig::new().ca_pem(authority.pem());
    let builder = Config::builder().host("127.0.0.1").tls(tls);
    // Ended by the server, which says so.
    let config = builder.clone().port(server.tls_port).build().unwrap();
    let mut connection = within(Connection::connect_with(&config)).await.unwrap();
    let admin = within(Client::connect(&server.server.url())).await.unwrap();
    let kill = cmd::raw("CLIENT").args(["KILL", "TYPE", "normal"]).returning::<i64>();
    assert_eq!(within(admin.send(kill)).await.unwrap(), 1);
    let reason = within(lost(&mut connection)).await;
    assert!(matches!(reason, LostReason::Session(_)), "{reason:?}");
    // Cut on the way.
    let config = builder.port(port).build().unwrap();
    let mut connection = within(Connection::connect_with(&config)).await.unwrap();
    within(connection.send(cmd::ping())).await.unwrap();
    proxy.all().cut();
    let reason = within(lost(&mut connection)).await;
    let LostReason::Tls(error) = &reason else { panic!("{reason:?}") };
    assert_eq!(**error, TlsError::Truncated);
    // Nothing was sent after that.
    assert_eq!(within(connection.send(cmd::ping())).await.unwrap_err().executed(), Executed::No);
}

/// Why its calls fail, as soon as they do.
async fn lost(connection: &mut Connection) -> LostReason {
    loop {
        match connection.send(cmd::ping()).await {
            Ok(_) => tokio::task::yield_now().await,
            Err(Error::Lost { reason, .. }) => return reason,
            Err(error) => panic!("{error:?}"),
        }
    }
}

#[test]
fn a_configuration_of_rustls_is_taken_as_it_is() {
    let authority = Authority::new("own");
    let issued = authority.issue(&["127.0.0.1"]);
    let server = TlsServer::start(&authority, &issued, &[]);
    let mut roots = rustls::RootCertStore::empty();
    roots.add(authority.der().into()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    works(server.at(TlsConfig::from_rustls(Arc::new(config))));
}
