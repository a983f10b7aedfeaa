//! The task that makes and closes the connections of a pool.

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::future::poll_fn;
use core::pin::{Pin, pin};
use core::task::{Context, Poll};
use core::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Sleep, sleep};

use super::Connection;
use crate::error::{Error, LostReason};
use crate::pool::{Chore, Held, Keeping, Shared};

/// Makes and closes connections until the pool is closed.
pub(super) async fn keep(keeping: Keeping<Connection>) {
    let mut attempts = JoinSet::new();
    let mut alarm = pin!(sleep(Duration::ZERO));
    poll_fn(|context| poll_keep(&keeping.0, &mut attempts, alarm.as_mut(), context)).await;
}

/// What came of an attempt to connect, and when it began.
type Attempt = (Result<Held<Connection>, Error>, u64);

fn poll_keep(
    shared: &Arc<Shared<Connection>>,
    attempts: &mut JoinSet<Attempt>,
    mut alarm: Pin<&mut Sleep>,
    context: &mut Context<'_>,
) -> Poll<()> {
    loop {
        while let Poll::Ready(Some(joined)) = attempts.poll_join_next(context) {
            let now = shared.now();
            // The other case is a panic, which is a bug of ours.
            let (result, since) = joined.unwrap_or((Err(Error::Connect(LostReason::Closed)), now));
            shared.update(|state| state.connected(result, since, now));
        }
        let now = shared.now();
        let chore = shared.lock().next_chore(context.waker(), now);
        match chore {
            Chore::Connect => {
                let connecting = Arc::clone(shared);
                attempts.spawn(async move {
                    let connection = Connection::connect_with(&connecting.config).await;
                    (connection.map(Box::new), now)
                });
            }
            Chore::Close(connection) => drop(connection),
            Chore::Sleep(None) => return Poll::Pending,
            Chore::Sleep(Some(until)) => {
                let pause = Duration::from_nanos(until.saturating_sub(now));
                // The timer counts in milliseconds, and never wakes too early.
                alarm.set(sleep(pause));
                if alarm.as_mut().poll(context).is_pending() {
                    return Poll::Pending;
                }
            }
            Chore::End => return Poll::Ready(()),
        }
    }
}
