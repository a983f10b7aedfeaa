//! Ways to a server: names, addresses that do not answer, sockets of both
//! kinds, on both drivers.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_dial;
mod client_setup;

use core::net::{Ipv4Addr, SocketAddr};
use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use core::time::Duration;
use std::io::{self, ErrorKind};
use std::net::TcpStream;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use client_dial::{DRIVERS, exchange_large};
use client_setup::{Server, within};
use resp_net::{Client, Config, ConfigBuilder, LostReason};
use socket2::{Domain, Socket, Type};
use tests::server::free_port;

/// A builder for a host that only this resolver knows.
fn named(
    resolve: impl Fn(&str, u16) -> io::Result<Vec<SocketAddr>> + Send + Sync + 'static,
) -> ConfigBuilder {
    Config::builder().host("a.test").port(1).resolver(resolve)
}

/// An address that lets nobody connect and refuses nobody: its queue is full.
struct Blackhole {
    address: SocketAddr,
    _listener: Socket,
    _queue: Vec<TcpStream>,
}

impl Blackhole {
    fn new() -> Self {
        let listener = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        listener.bind(&SocketAddr::from((Ipv4Addr::LOCALHOST, 0)).into()).unwrap();
        listener.listen(0).unwrap();
        let address = listener.local_addr().unwrap().as_socket().unwrap();
        let mut queue = Vec::new();
        while let Ok(stream) = TcpStream::connect_timeout(&address, Duration::from_millis(100)) {
            queue.push(stream);
            assert!(queue.len() < 1_000, "the queue has an end");
        }
        Self { address, _listener: listener, _queue: queue }
    }
}

#[test]
fn f29_a_blackholed_first_address_leaves_time_for_the_second() {
    let server = Server::start(&[]);
    let (blackhole, port) = (Blackhole::new(), server.port());
    for driver in DRIVERS {
        let addresses = vec![blackhole.address, SocketAddr::from((Ipv4Addr::LOCALHOST, port))];
        let start = Instant::now();
        driver.ping(&named(move |_, _| Ok(addresses.clone())).build().unwrap()).unwrap();
        let took = start.elapsed();
        let limit = Duration::from_millis(250)..Duration::from_secs(1);
        assert!(limit.contains(&took), "{driver:?}: {took:?}");
    }
}

#[test]
fn f29_a_blackhole_alone_is_given_up_at_the_deadline() {
    let blackhole = Blackhole::new();
    for driver in DRIVERS {
        let address = blackhole.address;
        let timeout = Duration::from_millis(300);
        let config = named(move |_, _| Ok(vec![address])).connect_timeout(timeout).build().unwrap();
        let start = Instant::now();
        let reason = driver.failure(&config);
        assert!(matches!(reason, LostReason::ConnectTimeout), "{driver:?}: {reason}");
        assert!(start.elapsed() >= timeout);
    }
}

#[test]
fn f29_a_name_that_is_not_known_says_so() {
    for driver in DRIVERS {
        let unknown = named(|host, port| {
            assert_eq!((host, port), ("a.test", 1));
            Err(io::Error::other("no such name"))
        });
        let reason = driver.failure(&unknown.build().unwrap());
        assert!(matches!(reason, LostReason::Resolve(_)), "{driver:?}: {reason}");
        assert_eq!(reason.to_string(), "the host name was not resolved: no such name");
        let reason = driver.failure(&named(|_, _| Ok(vec![])).build().unwrap());
        assert!(reason.to_string().contains("no address"), "{driver:?}: {reason}");
        // The system's resolver may need longer to say the same.
        let config = Config::builder().host("no-such-host.invalid").build().unwrap();
        let start = Instant::now();
        let reason = driver.failure(&config);
        assert!(matches!(reason, LostReason::Resolve(_) | LostReason::ConnectTimeout), "{reason}");
        assert!(start.elapsed() < Duration::from_secs(10));
    }
}

#[test]
fn f29_a_resolver_that_hangs_is_given_up_and_hinders_nobody() {
    let server = Server::start(&[]);
    let port = server.port();
    for driver in DRIVERS {
        let (release, wait) = channel::<()>();
        let wait = Mutex::new(wait);
        let stuck = named(move |_, _| {
            let _ = wait.lock().unwrap().recv();
            Ok(vec![])
        });
        let reason = driver.failure(&stuck.connect_timeout(Duration::from_millis(200)).build().unwrap());
        assert!(matches!(reason, LostReason::ConnectTimeout), "{driver:?}: {reason}");
        let other = named(move |_, _| Ok(vec![SocketAddr::from((Ipv4Addr::LOCALHOST, port))]));
        driver.ping(&other.build().unwrap()).unwrap();
        drop(release);
    }
}

#[test]
fn a_name_is_resolved_again_for_every_connection() {
    let server = Server::start(&[]);
    let (asked, port) = (Arc::new(AtomicUsize::new(0)), server.port());
    let counter = Arc::clone(&asked);
    let config = named(move |_, _| {
        counter.fetch_add(1, SeqCst);
        Ok(vec![SocketAddr::from((Ipv4Addr::LOCALHOST, port))])
    });
    let config = config.build().unwrap();
    for (before, driver) in DRIVERS.into_iter().enumerate() {
        driver.ping(&config).unwrap();
        assert_eq!(asked.load(SeqCst), before + 1);
    }
}

#[test]
fn a_value_larger_than_any_buffer_passes_over_mio() {
    let server = Server::start(&[]);
    let config = Config::builder().host("127.0.0.1").port(server.port());
    exchange_large(&config.connect_timeout(Duration::from_secs(30)).build().unwrap());
}

#[test]
fn a_refused_connection_is_the_error_of_the_address_that_was_reached() {
    let port = free_port().unwrap();
    for driver in DRIVERS {
        let config = Config::builder().host("127.0.0.1").port(port).build().unwrap();
        let reason = driver.failure(&config);
        let LostReason::Io(error) = &reason else { panic!("{driver:?}: {reason}") };
        assert_eq!(error.kind(), ErrorKind::ConnectionRefused, "{driver:?}");
    }
}

#[test]
fn an_address_of_ipv6_is_tried_first_and_alone() {
    let server = Server::start(&["--bind", "127.0.0.1", "::1"]);
    for driver in DRIVERS {
        let config = Config::builder().host("::1").port(server.port()).build().unwrap();
        driver.ping(&config).unwrap();
        let config = Config::builder().host("localhost").port(server.port()).build().unwrap();
        driver.ping(&config).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_unix_socket_is_a_way_like_another() {
    let path = std::env::temp_dir().join(format!("resp-dial-{}.sock", std::process::id()));
    let text = path.to_str().unwrap();
    let server = Server::start(&["--unixsocket", text]);
    for driver in DRIVERS {
        driver.ping(&Config::builder().unix(text).build().unwrap()).unwrap();
    }
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let client = within(Client::connect(&format!("unix://{text}?db=3"))).await.unwrap();
        let value = "v".repeat(10 << 20);
        within(client.set("large", value.clone())).await.unwrap();
        let read = within(client.get("large").text()).await.unwrap();
        assert!(read.as_deref() == Some(&value));
    });
    let unix = Config::builder().unix(text).connect_timeout(Duration::from_secs(30));
    exchange_large(&unix.build().unwrap());
    drop(server);
    for driver in DRIVERS {
        let reason = driver.failure(&Config::builder().unix("/nonexistent/socket").build().unwrap());
        let LostReason::Io(error) = &reason else { panic!("{driver:?}: {reason}") };
        assert_eq!(error.kind(), ErrorKind::NotFound);
    }
    let _ = std::fs::remove_file(path);
}

/// The kernel says of each of its sockets what timer it runs.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn keepalive_is_on_unless_switched_off() {
    const KEEPALIVE: &str = "02";
    let server = Server::start(&[]);
    let timer = |port: u16| {
        let table = std::fs::read_to_string("/proc/self/net/tcp").unwrap();
        let sockets = table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
        let to_server = format!("0100007F:{port:04X}");
        let timers: Vec<_> = sockets
            .filter(|fields| fields[2] == to_server && fields[3] == "01")
            .map(|fields| fields[5].split(':').next().unwrap_or_default().to_string())
            .collect();
        timers
    };
    let at = || Config::builder().host("127.0.0.1").port(server.port());
    for (builder, on) in [(at(), true), (at().keepalive(None), false)] {
        let client = within(Client::connect_with(&builder.build().unwrap())).await.unwrap();
        within(client.ping()).await.unwrap();
        assert!(tests::proxy::eventually(|| {
            let timers = timer(server.port());
            timers.len() == 1 && (timers[0] == KEEPALIVE) == on
        }));
        drop(client);
        assert!(tests::proxy::eventually(|| timer(server.port()).is_empty()));
    }
}
