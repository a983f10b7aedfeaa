//! Host names to addresses. The system's resolver blocks for as long as it
//! likes, so it is asked on a thread of its own.

use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;
use core::net::{IpAddr, SocketAddr};
use std::io;
use std::net::ToSocketAddrs;

use super::helpers::{Help, Helpers};

/// Look-ups at the same time. They seldom last; those that do are stuck for
/// many seconds, and mostly for the same reason.
static LOOKUPS: Helpers = Helpers::new("resp-net resolver", 4);

/// Who knows the addresses of a name: the system, unless a program has its own
/// way.
#[derive(Clone, Default)]
pub(crate) struct Resolver(Option<Arc<Resolve>>);

type Resolve = dyn Fn(&str, u16) -> io::Result<Vec<SocketAddr>> + Send + Sync;

impl Resolver {
    /// A way of one's own, which is asked for addresses as well as for names
    /// and may block.
    pub(crate) fn new(
        resolve: impl Fn(&str, u16) -> io::Result<Vec<SocketAddr>> + Send + Sync + 'static,
    ) -> Self {
        Self(Some(Arc::new(resolve)))
    }

    /// Begins to look `host` up.
    pub(crate) fn look_up(&self, host: &str, port: u16) -> Help<Vec<SocketAddr>> {
        let host = host.to_string();
        match (&self.0, host.parse::<IpAddr>()) {
            (Some(resolve), _) => {
                let resolve = Arc::clone(resolve);
                LOOKUPS.run(move || resolve(&host, port))
            }
            (None, Ok(address)) => Help::known(vec![SocketAddr::new(address, port)]),
            (None, Err(_)) => LOOKUPS.run(move || ask_system(&host, port)),
        }
    }
}

impl fmt::Debug for Resolver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Resolver(own)" } else { "Resolver(system)" })
    }
}

fn ask_system(host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
    Ok((host, port).to_socket_addrs()?.collect())
}

#[cfg(test)]
mod tests {
    use super::super::park::wait;
    use super::*;
    use alloc::format;
    use core::time::Duration;
    use std::time::Instant;

    fn resolve(resolver: &Resolver, host: &str) -> io::Result<Vec<SocketAddr>> {
        wait(resolver.look_up(host, 1), Instant::now() + Duration::from_secs(20)).expect("it ends")
    }

    #[test]
    fn addresses_need_no_thread() {
        for (host, address) in [("127.0.0.1", "127.0.0.1:1"), ("::1", "[::1]:1"), ("fe80::1", "[fe80::1]:1")]
        {
            let known = wait(Resolver::default().look_up(host, 1), Instant::now());
            assert_eq!(known.unwrap().unwrap()[0].to_string(), address);
        }
    }

    #[test]
    fn names_are_the_systems() {
        let addresses = resolve(&Resolver::default(), "localhost").unwrap();
        assert!(!addresses.is_empty());
        assert!(addresses.iter().all(|address| address.ip().is_loopback() && address.port() == 1));
        assert!(resolve(&Resolver::default(), "no\0name").is_err());
    }

    #[test]
    fn ones_own_way_is_asked_for_everything() {
        let own = Resolver::new(|host, port| match host {
            "10.0.0.1" => Ok(vec![SocketAddr::from(([127, 0, 0, 1], port + 1))]),
            _ => Err(io::Error::other("no such name")),
        });
        assert_eq!(resolve(&own, "10.0.0.1").unwrap(), [SocketAddr::from(([127, 0, 0, 1], 2))]);
        assert_eq!(resolve(&own, "other").unwrap_err().to_string(), "no such name");
        assert_eq!(format!("{own:?} {:?}", Resolver::default()), "Resolver(own) Resolver(system)");
    }
}
