//! What pools have in common.

use crate::clients::{Peer, Setup, Text};
use crate::failure::Failure;

/// A pool of connections, which its clones share. What is measured of it is
/// GET, each with the checkout that it needs.
pub(crate) trait Pool: Clone + Send + Sync + 'static {
    /// Its usual owned bytes.
    type Text: Text;

    /// A pool of at most so many connections, which it may open when it needs them.
    fn connect(setup: &Setup, size: u32) -> impl Future<Output = Result<Self, Failure>> + Send;
    /// GET.
    fn get(&mut self, key: &str) -> impl Future<Output = Result<Option<Self::Text>, Failure>> + Send;
    /// Closes its connections, where that takes more than dropping it.
    fn close(self) -> impl Future<Output = Result<(), Failure>> + Send {
        async { Ok(()) }
    }
}

/// A client in the place of a pool: one connection, which all share.
#[derive(Clone)]
pub(crate) struct Single<P>(P);

impl<P: Peer> Pool for Single<P> {
    type Text = P::Text;

    async fn connect(setup: &Setup, _size: u32) -> Result<Self, Failure> {
        P::connect(setup).await.map(Self)
    }

    async fn get(&mut self, key: &str) -> Result<Option<P::Text>, Failure> {
        self.0.get(key).await
    }

    async fn close(self) -> Result<(), Failure> {
        self.0.close().await
    }
}
