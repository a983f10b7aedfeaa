//! A connection on loan.

use alloc::sync::Arc;
use core::fmt;
use core::ops::{Deref, DerefMut};
use core::time::Duration;

use resp_core::cmd;
use tokio::time::timeout;

use super::Connection;
use crate::error::Error;
use crate::pool::{Health, Held, Lent, Loan, Shared};

/// A connection lent by a [`Pool`](super::Pool), to which it goes back when it is dropped.
///
/// One that is leaked by [`mem::forget`](core::mem::forget) never comes back:
/// its place in the pool is lost, and its socket stays open.
///
/// ```no_run
/// # async fn example(pool: resp_net::Pool) -> Result<(), resp_net::Error> {
/// use resp_net::cmd;
///
/// let mut connection = pool.acquire().await?;
/// let pong = connection.send(cmd::ping()).await?;
/// drop(connection);
/// # let _ = pong;
/// # Ok(())
/// # }
/// ```
pub struct Pooled {
    loan: Loan<Connection>,
}

impl Pooled {
    pub(super) fn new(shared: &Arc<Shared<Connection>>, lent: Lent<Held<Connection>>) -> Self {
        Self { loan: Loan::new(shared, lent) }
    }

    /// Whether it can be used by a caller who has so much time left; if not, it is closed.
    pub(super) async fn is_alive(&mut self, left: Duration) -> bool {
        match self.loan.health() {
            Health::Alive => return true,
            Health::Dead => return false,
            Health::Unknown => {}
        }
        let answered = timeout(left / 2, self.loan.send(cmd::ping())).await;
        let is_alive = matches!(answered, Ok(Ok(_) | Err(Error::Server(_))));
        if !is_alive {
            self.loan.fail_test();
        }
        is_alive
    }
}

impl Deref for Pooled {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.loan
    }
}

impl DerefMut for Pooled {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.loan
    }
}

impl fmt::Debug for Pooled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pooled").field(&**self).finish()
    }
}
