//! Keeps short what LPUSH makes longer.

use super::cell::Cell;
use super::target::Target;
use super::work::Work;
use core::time::Duration;
use resp_net::{Connection, Error, cmd};
use std::sync::Arc;

/// Between two looks: some ten thousand elements, of 64 KiB some hundreds.
const PAUSE: Duration = Duration::from_millis(10);

/// Empties the list again and again, where the cell has one, from a connection
/// apart and for as long as the runtime lasts. It is there for every contestant
/// alike, and the commands that it sends are few.
pub(super) fn start(cell: &Cell, target: &Arc<Target>) {
    if matches!(cell.work, Work::Lpush(_)) {
        tokio::spawn(trim(Arc::clone(target)));
    }
}

async fn trim(target: Arc<Target>) -> Result<(), Error> {
    let mut connection = Connection::connect(&target.doors.tcp).await?;
    loop {
        connection.send(cmd::unlink(&target.data.stack)).await?;
        tokio::time::sleep(PAUSE).await;
    }
}
