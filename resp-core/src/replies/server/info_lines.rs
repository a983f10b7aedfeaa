//! The fields of INFO that hold several figures each.

use core::str::FromStr;
use core::time::Duration;

use super::ServerInfo;

/// A database that has keys; see [`ServerInfo::keyspace`].
///
/// ```no_run
/// # fn shows(info: &resp_core::replies::ServerInfo) {
/// for database in info.keyspace() {
///     println!("database {}: {} keys", database.database, database.keys);
/// }
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Keyspace {
    /// Its number.
    pub database: u32,
    /// How many keys it has.
    pub keys: u64,
    /// How many of them will vanish at some time.
    pub expires: u64,
    /// The time after which they will, on average; zero if that is not known.
    pub average_ttl: Duration,
    /// How many hashes have fields that will vanish. Since Redis 7.4.
    pub subexpiry: Option<u64>,
}

/// How often a command ran and how long; see [`ServerInfo::command_stats`].
///
/// ```no_run
/// # fn shows(info: &resp_core::replies::ServerInfo) {
/// for command in info.command_stats() {
///     println!("{} took {:?} in {} calls", command.name, command.time, command.calls);
/// }
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CommandStats<'info> {
    /// The name, of a subcommand such as `config|get`.
    pub name: &'info str,
    /// How often it ran.
    pub calls: u64,
    /// How long it ran in all.
    pub time: Duration,
    /// How often it was refused before it ran. Since Redis 6.2.
    pub rejected_calls: Option<u64>,
    /// How often it ran and failed. Since Redis 6.2.
    pub failed_calls: Option<u64>,
}

/// A replica that follows the server; see [`ServerInfo::replicas`].
///
/// ```no_run
/// # fn shows(info: &resp_core::replies::ServerInfo) {
/// for replica in info.replicas().filter(|replica| replica.state == "online") {
///     println!("{}:{} is {:?} behind", replica.host, replica.port, replica.lag);
/// }
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReplicaInfo<'info> {
    /// Its host.
    pub host: &'info str,
    /// Its port.
    pub port: u16,
    /// `wait_bgsave`, `send_bulk` or `online`.
    pub state: &'info str,
    /// How many bytes of the replication stream it said to have.
    pub offset: u64,
    /// How long ago it said so, to the second; `None` before it first does.
    pub lag: Option<Duration>,
}

impl ServerInfo {
    /// The databases that have keys.
    pub fn keyspace(&self) -> impl Iterator<Item = Keyspace> {
        self.fields().filter_map(|(name, items)| {
            Some(Keyspace {
                database: name.strip_prefix("db")?.parse().ok()?,
                keys: number(items, "keys")?,
                expires: number(items, "expires").unwrap_or_default(),
                average_ttl: Duration::from_millis(number(items, "avg_ttl").unwrap_or_default()),
                subexpiry: number(items, "subexpiry"),
            })
        })
    }

    /// How often the commands ran and how long, of those that did; in the
    /// section `commandstats`.
    pub fn command_stats(&self) -> impl Iterator<Item = CommandStats<'_>> {
        self.fields().filter_map(|(name, items)| {
            Some(CommandStats {
                name: name.strip_prefix("cmdstat_")?,
                calls: number(items, "calls")?,
                time: Duration::from_micros(number(items, "usec")?),
                rejected_calls: number(items, "rejected_calls"),
                failed_calls: number(items, "failed_calls"),
            })
        })
    }

    /// The codes of error replies and how many of each there were; in the
    /// section `errorstats`. Since Redis 6.2.
    pub fn error_stats(&self) -> impl Iterator<Item = (&str, u64)> {
        self.fields()
            .filter_map(|(name, items)| Some((name.strip_prefix("errorstat_")?, number(items, "count")?)))
    }

    /// The replicas that follow the server.
    pub fn replicas(&self) -> impl Iterator<Item = ReplicaInfo<'_>> {
        self.fields().filter_map(|(name, items)| {
            name.strip_prefix("slave")?.parse::<u32>().ok()?;
            Some(ReplicaInfo {
                host: item(items, "ip")?,
                port: number(items, "port")?,
                state: item(items, "state")?,
                offset: number(items, "offset")?,
                lag: number(items, "lag").map(Duration::from_secs),
            })
        })
    }
}

/// The value of an item of `a=1,b=2`.
fn item<'info>(items: &'info str, name: &str) -> Option<&'info str> {
    items
        .split(',')
        .filter_map(|item| item.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

fn number<T: FromStr>(items: &str, name: &str) -> Option<T> {
    item(items, name)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{bulk, decode};
    use super::*;
    use alloc::vec::Vec;

    fn info(text: &str) -> ServerInfo {
        decode::<ServerInfo>(&bulk(text))
    }

    #[test]
    fn keyspaces() {
        let info = info(
            "# Keyspace\r\ndb0:keys=2,expires=1,avg_ttl=59500,subexpiry=0\r\ndb12:keys=1,expires=0,avg_ttl=0\r\n",
        );
        let found: Vec<_> = info.keyspace().collect();
        assert_eq!((found[0].database, found[0].keys, found[0].expires), (0, 2, 1));
        assert_eq!((found[0].average_ttl, found[0].subexpiry), (Duration::from_millis(59_500), Some(0)));
        assert_eq!((found[1].database, found[1].subexpiry, found.len()), (12, None, 2));
    }

    #[test]
    fn commands_and_errors() {
        let info = info(
            "cmdstat_acl|list:calls=2,usec=451,usec_per_call=225.50,rejected_calls=0,failed_calls=1\r\n\
             cmdstat_old:calls=1,usec=3,usec_per_call=3.00\r\ncmdstat_bad:calls=x\r\nerrorstat_ERR:count=8\r\n",
        );
        let commands: Vec<_> = info.command_stats().collect();
        assert_eq!((commands[0].name, commands[0].calls), ("acl|list", 2));
        assert_eq!((commands[0].time, commands[0].failed_calls), (Duration::from_micros(451), Some(1)));
        assert_eq!((commands[1].rejected_calls, commands.len()), (None, 2));
        assert_eq!(info.error_stats().collect::<Vec<_>>(), [("ERR", 8)]);
    }

    #[test]
    fn replicas() {
        let info = info(
            "slave_expires_tracked_keys:0\r\nslave0:ip=127.0.0.1,port=7742,state=online,offset=14,lag=1\r\n\
             slave1:ip=::1,port=7743,state=wait_bgsave,offset=0,lag=-1\r\n",
        );
        let replicas: Vec<_> = info.replicas().collect();
        assert_eq!((replicas[0].host, replicas[0].port, replicas[0].offset), ("127.0.0.1", 7742, 14));
        assert_eq!((replicas[0].state, replicas[0].lag), ("online", Some(Duration::from_secs(1))));
        assert_eq!((replicas[1].host, replicas[1].lag, replicas.len()), ("::1", None, 2));
    }
}
