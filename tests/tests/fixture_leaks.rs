//! What the fixtures leave behind: nothing, or no leak of a client could be
//! told from theirs. A program of its own, as threads are counted.
#![cfg(target_os = "linux")]

use std::io::{Read, Write};
use std::net::TcpStream;

use tests::leaks::Held;
use tests::peer::FakeServer;
use tests::proxy::{Direction, Proxy};

#[test]
fn a_proxy_ends_its_threads_whatever_they_wait_for() {
    let echo = FakeServer::start(|mut peer| {
        let mut copy = peer.try_clone()?;
        std::io::copy(&mut peer, &mut copy).map(drop)
    });
    let echo = echo.unwrap();
    let before = Held::now().unwrap();
    let harm: [fn(&Proxy); 6] = [
        |_| {},
        |proxy| proxy.all().stall(Direction::ToServer),
        |proxy| proxy.all().blackhole(),
        |proxy| proxy.live().rst(),
        |proxy| proxy.live().half_close(Direction::ToClient),
        Proxy::refuse,
    ];
    for harm in harm {
        let proxy = Proxy::start(echo.address().port()).unwrap();
        let mut sockets: Vec<_> = (0..3).map(|_| TcpStream::connect(proxy.address()).unwrap()).collect();
        for socket in &mut sockets {
            socket.write_all(b"x").unwrap();
            socket.read_exact(&mut [0]).unwrap();
        }
        harm(&proxy);
        drop(proxy);
        drop(sockets);
        before.assert_again();
    }
}
