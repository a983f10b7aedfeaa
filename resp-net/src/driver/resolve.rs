//! Host names to addresses. The system's resolver blocks for as long as it
//! likes, so it is asked on a thread of its own.

use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;
use core::net::{IpAddr, SocketAddr};
use std::io;

use super::helpers::{Help, Helpers};
use crate::config::Resolver;
use crate::error::LostReason;

/// Look-ups at the same time. They seldom last; those that do are stuck for
/// many seconds, and mostly for the same reason.
static LOOKUPS: Helpers = Helpers::new("resp-net resolver", 4);

/// Begins to look `host` up.
pub(super) fn look_up(resolver: &Resolver, host: &str, port: u16) -> Help<Vec<SocketAddr>> {
    match host.parse::<IpAddr>() {
        Ok(address) if resolver.is_system() => Help::known(vec![SocketAddr::new(address, port)]),
        _ => {
            let (resolver, host) = (resolver.clone(), host.to_string());
            LOOKUPS.run(move || resolver.resolve(&host, port))
        }
    }
}

/// That no address is known.
pub(super) fn failed(error: io::Error) -> LostReason {
    LostReason::Resolve(Arc::new(error))
}

#[cfg(test)]
mod tests {
    use super::super::park::wait;
    use super::*;
    use core::time::Duration;
    use std::time::Instant;

    fn resolve(resolver: &Resolver, host: &str) -> io::Result<Vec<SocketAddr>> {
        wait(look_up(resolver, host, 1), Instant::now() + Duration::from_secs(20)).expect("it ends")
    }

    #[test]
    fn addresses_need_no_thread() {
        for (host, address) in [("127.0.0.1", "127.0.0.1:1"), ("::1", "[::1]:1"), ("fe80::1", "[fe80::1]:1")]
        {
            let known = wait(look_up(&Resolver::default(), host, 1), Instant::now());
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
    }
}
