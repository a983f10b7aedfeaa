//! What is measured against.

use super::cell::{Cell, Door};
use super::data::Data;
use super::doors::Doors;
use super::raw;
use super::work::Work;
use crate::clients::Setup;
use crate::failure::Failure;
use crate::workload::Endpoint;
use crate::workload::raw::Script;
use resp_net::Connection;
use std::collections::HashMap;
use std::sync::Arc;

/// A server, what lies there, and what the raw loops know of it.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) doors: Doors,
    pub(super) data: Data,
    /// As the raw loops reach it; `None` if they cannot.
    endpoint: Option<Endpoint>,
    /// What the raw loops send, and what they must be answered.
    scripts: HashMap<Work, Arc<Script>>,
}

impl Target {
    /// Writes the data, and records what the raw loops need for these cells.
    ///
    /// # Errors
    /// The server refuses a command, or is lost.
    pub(super) async fn prepare(
        doors: Doors,
        connection: &mut Connection,
        is_shared: bool,
        cells: impl Iterator<Item = &Cell>,
    ) -> Result<Self, Failure> {
        let endpoint = Endpoint::from_url(&doors.tcp);
        let data = Data::new(is_shared);
        data.write(connection).await?;
        let mut scripts = HashMap::new();
        for cell in cells {
            if let Some(endpoint) = &endpoint
                && !scripts.contains_key(&cell.work)
            {
                scripts.insert(cell.work, Arc::new(raw::record(endpoint, &data, cell.work).await?));
            }
        }
        Ok(Self { doors, data, endpoint, scripts })
    }

    /// How the clients of a cell connect.
    ///
    /// # Errors
    /// The server has no such door.
    pub(super) fn setup(&self, cell: &Cell) -> Result<Setup, Failure> {
        let lack = || Failure::new(self.doors.lack(cell).unwrap_or_default());
        let (url, authority) = match cell.door {
            Door::Tcp => (&self.doors.tcp, None),
            Door::Unix => (self.doors.unix.as_ref().ok_or_else(lack)?, None),
            Door::Tls => {
                let (url, authority) = self.doors.tls.as_ref().ok_or_else(lack)?;
                (url, Some(authority.clone()))
            }
        };
        Ok(Setup { url: url.clone(), protocol: cell.protocol, authority })
    }

    /// As the raw loops reach it.
    ///
    /// # Errors
    /// They reach plain TCP alone.
    pub(super) fn endpoint(&self) -> Result<&Endpoint, Failure> {
        self.endpoint.as_ref().ok_or_else(|| Failure::new("raw loops need a redis:// address"))
    }

    /// What was recorded for this work.
    ///
    /// # Errors
    /// Nothing was.
    pub(super) fn script(&self, work: Work) -> Result<&Arc<Script>, Failure> {
        self.scripts.get(&work).ok_or_else(|| Failure::new("nothing was recorded"))
    }
}
