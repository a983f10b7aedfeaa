//! What an asynchronous client has to do, and the tasks that have it do so.

use super::cell::{Cell, Work};
use super::contestant::Target;
use super::data::{Data, HASH, LIST};
use crate::failure::Failure;
use crate::meter::{Gauge, Latencies, Meter};
use crate::workload::{Tasks, first_key};
use std::collections::HashMap;
use std::sync::Arc;

/// Bytes as a client hands them out.
pub(super) trait Text: Send + 'static {
    /// The bytes.
    fn bytes(&self) -> &[u8];
}

impl Text for bytes::Bytes {
    fn bytes(&self) -> &[u8] {
        self
    }
}

impl Text for Vec<u8> {
    fn bytes(&self) -> &[u8] {
        self
    }
}

impl Text for String {
    fn bytes(&self) -> &[u8] {
        self.as_bytes()
    }
}

/// The fields of a hash.
pub(super) type Map<T> = HashMap<T, T>;

/// A client with one connection, which its clones share. Each method is what
/// the client's own documentation would have a user write.
pub(super) trait Peer: Clone + Send + Sync + 'static {
    /// Its usual owned bytes.
    type Text: Text;
    /// Its type for any reply.
    type Value: Send;

    /// Connects with the settings that it has by default, but for time limits.
    fn connect(url: &str) -> impl Future<Output = Result<Self, Failure>> + Send;
    /// GET.
    fn get(&mut self, key: &str) -> impl Future<Output = Result<Option<Self::Text>, Failure>> + Send;
    /// LRANGE of all elements.
    fn lrange(&mut self, key: &str) -> impl Future<Output = Result<Vec<Self::Text>, Failure>> + Send;
    /// HGETALL.
    fn hgetall(&mut self, key: &str) -> impl Future<Output = Result<Map<Self::Text>, Failure>> + Send;
    /// HGETALL as text.
    fn hgetall_strings(&mut self, key: &str) -> impl Future<Output = Result<Map<String>, Failure>> + Send;
    /// HGETALL as it comes.
    fn hgetall_value(&mut self, key: &str) -> impl Future<Output = Result<Self::Value, Failure>> + Send;
    /// How many pairs there are, and one of them.
    fn pair(value: &Self::Value) -> Option<(usize, &[u8], &[u8])>;
    /// A pipeline of GETs.
    fn get_each(
        &mut self,
        keys: &[String],
    ) -> impl Future<Output = Result<Vec<Option<Self::Text>>, Failure>> + Send;
    /// A pipeline of HGETALLs.
    fn hgetall_each(
        &mut self,
        keys: &[String],
    ) -> impl Future<Output = Result<Vec<Map<Self::Text>>, Failure>> + Send;
    /// A pipeline of HGETALLs as text.
    fn hgetall_strings_each(
        &mut self,
        keys: &[String],
    ) -> impl Future<Output = Result<Vec<Map<String>>, Failure>> + Send;
}

/// Connects and starts the tasks of a cell.
pub(super) async fn start<P: Peer>(
    cell: &'static Cell,
    target: Arc<Target>,
    gauge: Arc<Gauge>,
) -> Result<Tasks, Failure> {
    let peer = P::connect(&target.url).await?;
    let mut tasks = Tasks::new();
    for meter in gauge.meters() {
        tasks.spawn(repeat(peer.clone(), cell.work, Arc::clone(&target), meter));
    }
    Ok(tasks)
}

async fn repeat<P: Peer>(
    mut peer: P,
    work: Work,
    target: Arc<Target>,
    mut meter: Meter,
) -> Result<Latencies, Failure> {
    let mut turn = first_key(meter.index());
    while meter.running() {
        let whole = meter.warming_up();
        let started = meter.begin();
        let commands = once(&mut peer, work, &target.data, turn, whole).await?;
        meter.end(started, commands);
        turn += 1;
    }
    Ok(meter.finish())
}

/// Does the work once and checks it; how many commands that was.
async fn once<P: Peer>(
    peer: &mut P,
    work: Work,
    data: &Data,
    turn: usize,
    whole: bool,
) -> Result<u64, Failure> {
    match work {
        Work::Get | Work::GetLarge => {
            let text = peer.get(data.name(work, turn)).await?;
            data.check_text(work, turn, text.as_ref(), whole)?;
        }
        Work::List => data.check_list(turn, &peer.lrange(LIST).await?, whole)?,
        Work::Map => data.check_map(&peer.hgetall(HASH).await?, whole)?,
        Work::MapOfStrings => data.check_map(&peer.hgetall_strings(HASH).await?, whole)?,
        Work::Value => data.check_pair(P::pair(&peer.hgetall_value(HASH).await?))?,
        Work::Gets => {
            let keys = data.names(work);
            data.check_texts(&peer.get_each(keys).await?)?;
            return Ok(keys.len() as u64);
        }
        Work::Maps => {
            let keys = data.names(work);
            data.check_maps(turn, &peer.hgetall_each(keys).await?, whole)?;
            return Ok(keys.len() as u64);
        }
        Work::MapsOfStrings => {
            let keys = data.names(work);
            data.check_maps(turn, &peer.hgetall_strings_each(keys).await?, whole)?;
            return Ok(keys.len() as u64);
        }
    }
    Ok(1)
}
