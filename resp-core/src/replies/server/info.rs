//! The state of a server and its figures.

use alloc::string::String;
use core::str::FromStr;
use core::time::Duration;
use std::time::SystemTime;

use super::super::without_strings;
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::replies::time::since_1970;

/// The state of a server and its figures, as INFO gives them.
///
/// [`get`](Self::get) and [`parse`](Self::parse) reach any field by its name;
/// the usual ones have methods of their names. A field that the server does not
/// have, or in another form, is `None`.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::ServerInfo};
///
/// let mut decoder = Decoder::new();
/// let wire = b"$57\r\n# Memory\r\nused_memory:1048576\r\n\r\n# Keyspace\r\ndb0:keys=3\r\n\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let info = cmd::raw("INFO").returning::<ServerInfo>().decode(reply).unwrap();
/// assert_eq!(info.used_memory(), Some(1 << 20));
/// assert_eq!(info.keyspace().next().map(|database| database.keys), Some(3));
/// assert_eq!(info.section("memory").next(), Some(("used_memory", "1048576")));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerInfo {
    text: String,
}

without_strings!(ServerInfo);

impl FromReply for ServerInfo {
    type Out = Self;

    /// Bytes that are not UTF-8, as a path may have, are replaced.
    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match frame.payload() {
            Some(text) if !frame.is_error() => Ok(Self { text: String::from_utf8_lossy(&text).into_owned() }),
            _ => Err(ConvertError::kind("server information", frame)),
        }
    }
}

/// Methods of fields' names: what they give and how the field is read.
macro_rules! fields {
    ($($(#[$about:meta])* $name:ident: $type:ty = $read:ident;)*) => {$(
        $(#[$about])*
        #[must_use]
        pub fn $name(&self) -> Option<$type> {
            self.$read(stringify!($name))
        }
    )*};
}

impl ServerInfo {
    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<&str> {
        self.fields().find(|(name, _)| *name == field).map(|(_, value)| value)
    }

    /// The value of a field as a `T`; `None` also if it does not read as one.
    #[must_use]
    pub fn parse<T: FromStr>(&self, field: &str) -> Option<T> {
        self.get(field)?.parse().ok()
    }

    /// All fields and their values, in their order.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.text.lines().filter_map(field)
    }

    /// The names of the sections, such as `Memory`.
    pub fn sections(&self) -> impl Iterator<Item = &str> {
        self.text.lines().filter_map(heading)
    }

    /// The fields of a section, whose name may be in any case, and their values.
    pub fn section(&self, name: &str) -> impl Iterator<Item = (&str, &str)> {
        let mut lines = self.text.lines();
        let found = lines.any(|line| heading(line).is_some_and(|heading| heading.eq_ignore_ascii_case(name)));
        let body = lines.take_while(|line| heading(line).is_none());
        body.filter(move |_| found).filter_map(field)
    }

    fields! {
        /// The version of Redis that it is, or that it says to behave as.
        redis_version: &str = get;
        /// `valkey`; Redis does not say.
        server_name: &str = get;
        /// The version of Valkey that it is.
        valkey_version: &str = get;
        /// `standalone`, `cluster` or `sentinel`.
        redis_mode: &str = get;
        /// 40 digits that are others at each start.
        run_id: &str = get;
        /// The port that it listens on.
        tcp_port: u16 = parse;
        /// How long it has run.
        uptime_in_seconds: Duration = seconds;
        /// Connections of clients.
        connected_clients: u64 = parse;
        /// Connections that wait in a blocking command.
        blocked_clients: u64 = parse;
        /// Connections that it takes at the most.
        maxclients: u64 = parse;
        /// Bytes allocated.
        used_memory: u64 = parse;
        /// Bytes of the system's memory.
        used_memory_rss: u64 = parse;
        /// The most bytes that were ever allocated.
        used_memory_peak: u64 = parse;
        /// Bytes of data.
        used_memory_dataset: u64 = parse;
        /// Bytes that it may allocate; 0: as many as there are.
        maxmemory: u64 = parse;
        /// What it removes when memory is full, such as `noeviction`.
        maxmemory_policy: &str = get;
        /// Memory of the system by memory allocated.
        mem_fragmentation_ratio: f64 = parse;
        /// Whether it reads its data from disk.
        loading: bool = flag;
        /// Changes that are not saved yet.
        rdb_changes_since_last_save: u64 = parse;
        /// Whether it saves in the background.
        rdb_bgsave_in_progress: bool = flag;
        /// When it last saved with success, to the second.
        rdb_last_save_time: SystemTime = time;
        /// Whether saving in the background last succeeded.
        rdb_last_bgsave_status: bool = flag;
        /// Whether it keeps an append-only file.
        aof_enabled: bool = flag;
        /// Whether it writes that file anew.
        aof_rewrite_in_progress: bool = flag;
        /// Connections so far.
        total_connections_received: u64 = parse;
        /// Commands so far.
        total_commands_processed: u64 = parse;
        /// Commands in a second, of late.
        instantaneous_ops_per_sec: u64 = parse;
        /// Bytes read so far.
        total_net_input_bytes: u64 = parse;
        /// Bytes written so far.
        total_net_output_bytes: u64 = parse;
        /// Connections turned away as there were too many.
        rejected_connections: u64 = parse;
        /// Keys whose time passed.
        expired_keys: u64 = parse;
        /// Keys removed to make room.
        evicted_keys: u64 = parse;
        /// Reads of keys that were there.
        keyspace_hits: u64 = parse;
        /// Reads of keys that were not.
        keyspace_misses: u64 = parse;
        /// Channels with subscribers.
        pubsub_channels: u64 = parse;
        /// How long the latest fork took, in which all clients waited.
        latest_fork_usec: Duration = microseconds;
        /// Error replies so far. Since Redis 6.2.
        total_error_replies: u64 = parse;
        /// Whether it is a node of a cluster.
        cluster_enabled: bool = flag;
    }

    /// Whether it is a primary.
    #[must_use]
    pub fn is_primary(&self) -> Option<bool> {
        self.get("role").map(|role| matches!(role, "master" | "primary"))
    }

    /// Whether the link to the primary that it follows is up.
    #[must_use]
    pub fn is_linked(&self) -> Option<bool> {
        self.get("master_link_status").map(|status| status == "up")
    }

    /// The host and port of the primary that it follows.
    #[must_use]
    pub fn primary(&self) -> Option<(&str, u16)> {
        Some((self.get("master_host")?, self.parse("master_port")?))
    }

    /// How many bytes of the replication stream there were.
    #[must_use]
    pub fn replication_offset(&self) -> Option<u64> {
        self.parse("master_repl_offset")
    }

    /// How many replicas follow it.
    #[must_use]
    pub fn connected_replicas(&self) -> Option<u64> {
        self.parse("connected_slaves")
    }

    fn flag(&self, field: &str) -> Option<bool> {
        self.get(field).map(|value| matches!(value, "1" | "ok"))
    }

    fn seconds(&self, field: &str) -> Option<Duration> {
        self.parse(field).map(Duration::from_secs)
    }

    fn microseconds(&self, field: &str) -> Option<Duration> {
        self.parse(field).map(Duration::from_micros)
    }

    fn time(&self, field: &str) -> Option<SystemTime> {
        since_1970(self.seconds(field)?).ok()
    }
}

/// The name of the section that a line begins.
fn heading(line: &str) -> Option<&str> {
    line.strip_prefix("# ").map(str::trim_end)
}

fn field(line: &str) -> Option<(&str, &str)> {
    line.split_once(':').filter(|_| heading(line).is_none())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{bulk, decode, failure, verbatim};
    use super::*;
    use alloc::vec::Vec;
    use std::time::UNIX_EPOCH;

    const TEXT: &str = "# Server\r\nredis_version:7.0.15\r\nredis_mode:standalone\r\ntcp_port:7741\r\n\
        uptime_in_seconds:41\r\nexecutable:/usr/local/a:b/redis-server\r\nconfig_file:\r\n\r\n\
        # Memory\r\nused_memory:2085104\r\nmem_fragmentation_ratio:3.85\r\n\r\n\
        # Persistence\r\nloading:0\r\nrdb_last_save_time:1795285517\r\nrdb_last_bgsave_status:ok\r\n\r\n\
        # Replication\r\nrole:master\r\nconnected_slaves:0\r\n\r\n# Modules\r\n\r\n# Cluster\r\ncluster_enabled:0\r\n";

    #[test]
    fn fields_of_both_versions() {
        for wire in [bulk(TEXT), verbatim(TEXT)] {
            let info = decode::<ServerInfo>(&wire);
            assert_eq!((info.redis_version(), info.valkey_version()), (Some("7.0.15"), None));
            assert_eq!(info.tcp_port(), Some(7741));
            assert_eq!(info.uptime_in_seconds(), Some(Duration::from_secs(41)));
            assert_eq!(
                (info.get("executable"), info.get("config_file")),
                (Some("/usr/local/a:b/redis-server"), Some(""))
            );
            assert_eq!((info.used_memory(), info.mem_fragmentation_ratio()), (Some(2_085_104), Some(3.85)));
            assert_eq!((info.loading(), info.rdb_last_bgsave_status()), (Some(false), Some(true)));
            assert_eq!(info.rdb_last_save_time(), Some(UNIX_EPOCH + Duration::from_secs(1_795_285_517)));
            assert_eq!((info.is_primary(), info.connected_replicas()), (Some(true), Some(0)));
            assert_eq!((info.is_linked(), info.cluster_enabled()), (None, Some(false)));
            assert_eq!(info.parse::<u64>("redis_mode"), None);
        }
    }

    #[test]
    fn a_replica() {
        let info = decode::<ServerInfo>(&bulk(
            "# Replication\r\nrole:slave\r\nmaster_host:127.0.0.1\r\nmaster_port:7741\r\nmaster_link_status:up\r\n\
             master_repl_offset:14\r\n",
        ));
        assert_eq!((info.is_primary(), info.is_linked()), (Some(false), Some(true)));
        assert_eq!((info.primary(), info.replication_offset()), (Some(("127.0.0.1", 7741)), Some(14)));
    }

    #[test]
    fn sections() {
        let info = decode::<ServerInfo>(&bulk(TEXT));
        let names: Vec<_> = info.sections().collect();
        assert_eq!(names, ["Server", "Memory", "Persistence", "Replication", "Modules", "Cluster"]);
        let memory: Vec<_> = info.section("MEMORY").collect();
        assert_eq!(memory, [("used_memory", "2085104"), ("mem_fragmentation_ratio", "3.85")]);
        assert_eq!((info.section("modules").count(), info.section("nosuch").count()), (0, 0));
        assert_eq!(info.fields().count(), 14);
    }

    #[test]
    fn odd_texts() {
        assert_eq!(decode::<ServerInfo>("$0\r\n\r\n").fields().count(), 0);
        let odd = decode::<ServerInfo>(&bulk(
            "no colon\r\n#x:y\r\n:\r\nrdb_last_save_time:99999999999999999999\r\nloading",
        ));
        assert_eq!((odd.get(""), odd.rdb_last_save_time(), odd.loading()), (Some(""), None, None));
        assert_eq!(failure::<ServerInfo>("*0\r\n"), "reply: expected server information, found array");
    }
}
