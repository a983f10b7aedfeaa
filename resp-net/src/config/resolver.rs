//! Who knows the addresses of a name.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::net::SocketAddr;
use std::io;
use std::net::ToSocketAddrs;

/// The system, unless a program has its own way.
#[derive(Clone, Default)]
pub(crate) struct Resolver(Option<Arc<Resolve>>);

type Resolve = dyn Fn(&str, u16) -> io::Result<Vec<SocketAddr>> + Send + Sync;

impl Resolver {
    pub(crate) fn new(
        resolve: impl Fn(&str, u16) -> io::Result<Vec<SocketAddr>> + Send + Sync + 'static,
    ) -> Self {
        Self(Some(Arc::new(resolve)))
    }

    /// Whether it is the system, who has nothing to say about addresses.
    pub(crate) const fn is_system(&self) -> bool {
        self.0.is_none()
    }

    /// Asks, which blocks.
    #[allow(dead_code, reason = "for drivers, which are features")]
    pub(crate) fn resolve(&self, host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        match &self.0 {
            Some(resolve) => resolve(host, port),
            None => Ok((host, port).to_socket_addrs()?.collect()),
        }
    }
}

impl fmt::Debug for Resolver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_system() { "system" } else { "own" })
    }
}
