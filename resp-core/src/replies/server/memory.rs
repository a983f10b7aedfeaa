//! What a server's memory is used for.

use alloc::vec::Vec;

use super::super::{Fields, without_strings};
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;

/// What a server's memory is used for, in bytes unless said otherwise. For
/// figures that have no field here read the reply as `HashMap<String, Reply>`.
///
/// ```no_run
/// use resp_core::{Frame, ReplyError, cmd, replies::MemoryStats};
///
/// fn shows(reply: Frame<'_>) -> Result<(), ReplyError> {
///     let stats = cmd::raw("MEMORY").arg("STATS").returning::<MemoryStats>().decode(reply)?;
///     println!("{} keys in {} bytes", stats.keys_count, stats.dataset_bytes);
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MemoryStats {
    /// The most that was ever allocated.
    pub peak_allocated: u64,
    /// What is allocated.
    pub total_allocated: u64,
    /// What was allocated when the server had started.
    pub startup_allocated: u64,
    /// The replication backlog.
    pub replication_backlog: u64,
    /// Buffers of the connections of replicas.
    pub clients_replicas: u64,
    /// Buffers of all other connections.
    pub clients_normal: u64,
    /// Links to other nodes of a cluster. Since Redis 7.0.
    pub cluster_links: Option<u64>,
    /// Buffers of the append-only file.
    pub aof_buffer: u64,
    /// Scripts. Since Redis 5.0.
    pub lua_caches: Option<u64>,
    /// Functions. Since Redis 7.0.
    pub functions_caches: Option<u64>,
    /// All that is not data.
    pub overhead_total: u64,
    /// How many keys there are in all databases.
    pub keys_count: u64,
    /// Data per key, on average.
    pub keys_bytes_per_key: u64,
    /// The data.
    pub dataset_bytes: u64,
    /// The data's part of what was allocated since the start, in percent.
    pub dataset_percentage: f64,
    /// What is allocated as a part of the peak, in percent.
    pub peak_percentage: f64,
    /// What the allocator gave out. Since Redis 5.0.
    pub allocator_allocated: Option<u64>,
    /// What the allocator needs for that. Since Redis 5.0.
    pub allocator_active: Option<u64>,
    /// What the allocator holds of the system's memory. Since Redis 5.0.
    pub allocator_resident: Option<u64>,
    /// What the server holds of the system's memory by what is allocated.
    pub fragmentation: f64,
    /// The difference of the two. Since Redis 5.0.
    pub fragmentation_bytes: Option<i64>,
    /// The databases that have keys.
    pub databases: Vec<DatabaseMemory>,
}

/// The memory of a database's own tables; see [`MemoryStats`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DatabaseMemory {
    /// Its number.
    pub database: u32,
    /// Bytes of the table of keys.
    pub keys: u64,
    /// Bytes of the table of the times at which keys vanish.
    pub expires: u64,
}

without_strings!(MemoryStats);

impl FromReply for MemoryStats {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "memory figures")?;
        let bytes = |name| fields.required::<u64>(name);
        let newer = |name| fields.optional::<u64>(name);
        Ok(Self {
            peak_allocated: bytes("peak.allocated")?,
            total_allocated: bytes("total.allocated")?,
            startup_allocated: bytes("startup.allocated")?,
            replication_backlog: bytes("replication.backlog")?,
            clients_replicas: bytes("clients.slaves")?,
            clients_normal: bytes("clients.normal")?,
            cluster_links: newer("cluster.links")?,
            aof_buffer: bytes("aof.buffer")?,
            lua_caches: newer("lua.caches")?,
            functions_caches: newer("functions.caches")?,
            overhead_total: bytes("overhead.total")?,
            keys_count: bytes("keys.count")?,
            keys_bytes_per_key: bytes("keys.bytes-per-key")?,
            dataset_bytes: bytes("dataset.bytes")?,
            dataset_percentage: fields.required::<f64>("dataset.percentage")?,
            peak_percentage: fields.required::<f64>("peak.percentage")?,
            allocator_allocated: newer("allocator.allocated")?,
            allocator_active: newer("allocator.active")?,
            allocator_resident: newer("allocator.resident")?,
            fragmentation: fields.required::<f64>("fragmentation")?,
            fragmentation_bytes: fields.optional::<i64>("fragmentation.bytes")?,
            databases: databases(fields)?,
        })
    }
}

/// The fields `db.0`, `db.1` and so on.
fn databases(fields: Fields<'_>) -> Result<Vec<DatabaseMemory>, ConvertError> {
    let mut databases = Vec::new();
    for (name, value) in fields.each() {
        let number = name.as_str().and_then(|name| name.strip_prefix("db.")?.parse().ok());
        if let Some(database) = number {
            let tables = Fields::of(value, "memory of a database").map_err(|error| error.at_entry(name))?;
            let bytes = |table| tables.required::<u64>(table).map_err(|error| error.at_entry(name));
            databases.push(DatabaseMemory {
                database,
                keys: bytes("overhead.hashtable.main")?,
                expires: bytes("overhead.hashtable.expires")?,
            });
        }
    }
    Ok(databases)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{decode, failure};
    use super::*;
    use alloc::string::String;

    const NAMES: [&str; 11] = [
        "peak.allocated",
        "total.allocated",
        "startup.allocated",
        "replication.backlog",
        "clients.slaves",
        "clients.normal",
        "aof.buffer",
        "overhead.total",
        "keys.count",
        "keys.bytes-per-key",
        "dataset.bytes",
    ];

    /// All that must be there, each figure one above the one before it.
    fn wire(head: &str, double: impl Fn(&str) -> String, database: &str) -> String {
        let mut wire = String::from(head);
        for (value, name) in NAMES.iter().enumerate() {
            wire += &alloc::format!("+{name}\r\n:{value}\r\n");
        }
        for name in ["dataset.percentage", "peak.percentage", "fragmentation"] {
            wire += &alloc::format!("+{name}\r\n{}", double("1.484375"));
        }
        wire + "+db.3\r\n"
            + database
            + "$23\r\noverhead.hashtable.main\r\n:72\r\n$26\r\noverhead.hashtable.expires\r\n:0\r\n"
    }

    #[test]
    fn both_versions() {
        let resp2 = wire("*30\r\n", |text| alloc::format!("$8\r\n{text}\r\n"), "*4\r\n");
        let resp3 = wire("%15\r\n", |text| alloc::format!(",{text}\r\n"), "%2\r\n");
        for wire in [resp2, resp3] {
            let stats = decode::<MemoryStats>(&wire);
            assert_eq!((stats.total_allocated, stats.dataset_bytes, stats.lua_caches), (1, 10, None));
            assert_eq!((stats.peak_percentage, stats.fragmentation), (1.484_375, 1.484_375));
            assert_eq!(stats.databases, [DatabaseMemory { database: 3, keys: 72, expires: 0 }]);
        }
        assert_eq!(failure::<MemoryStats>("%0\r\n"), "reply.peak.allocated: expected a value, found nothing");
        assert_eq!(failure::<MemoryStats>("+OK\r\n"), "reply: expected memory figures, found simple string");
    }
}
