//! The keys of this run: named apart from all others, expiring, deleted at the end.

use crate::failure::Failure;
use crate::plan::Workload;
use crate::random;
use bytes::Bytes;
use core::time::Duration;
use resp_core::Encoder;
use resp_net::{Connection, cmd};

/// Keys, and the value of each.
#[derive(Debug)]
pub(crate) struct Keys {
    names: Vec<Bytes>,
    values: Vec<Bytes>,
    expiry: Option<Duration>,
}

/// Most keys; as many as the largest batch has commands.
const MAX_KEYS: usize = 1000;
/// Bound on what all values together take of the server's memory.
const MAX_VALUE_BYTES: usize = 32 << 20;
/// How long a key outlives a run that was killed.
pub(crate) const EXPIRY: Duration = Duration::from_secs(900);
/// Keys written or deleted at once outside of measurements.
const CHUNK: usize = 100;

impl Keys {
    /// Names, and a different value of `value_size` for each. With `expire`, as
    /// on servers of other people, names have a random prefix and each SET gives
    /// its key an expiry.
    pub(crate) fn new(value_size: usize, expire: bool) -> Self {
        let prefix = prefix(expire);
        let count = (MAX_VALUE_BYTES / value_size).min(MAX_KEYS);
        Self {
            names: (0..count).map(|index| format!("{prefix}:{index:04}").into()).collect(),
            values: (0..count).map(|index| value(index, value_size)).collect(),
            expiry: expire.then_some(EXPIRY),
        }
    }

    /// How many there are.
    pub(crate) const fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether SET carries an expiry.
    pub(crate) const fn expire(&self) -> bool {
        self.expiry.is_some()
    }

    /// The name of a key, counted round and round.
    pub(crate) fn name(&self, index: usize) -> &Bytes {
        &self.names[index % self.names.len()]
    }

    /// The same as text.
    pub(crate) fn text_name(&self, index: usize) -> &str {
        // They are made of text.
        core::str::from_utf8(self.name(index)).unwrap_or_default()
    }

    /// The value of a key, counted round and round.
    pub(crate) fn value(&self, index: usize) -> &Bytes {
        &self.values[index % self.values.len()]
    }

    /// Whether GET answered with the key's value.
    ///
    /// # Errors
    /// If not.
    pub(crate) fn check(&self, index: usize, answer: Option<&[u8]>) -> Result<(), Failure> {
        if answer == Some(self.value(index)) {
            return Ok(());
        }
        let got =
            answer.map_or_else(|| "no value".to_owned(), |bytes| format!("{} other bytes", bytes.len()));
        Err(Failure::new(format!("wrong answer to GET: {got} in place of the value of key {index}")))
    }

    /// The command that writes a key, as the wire carries it.
    pub(crate) fn request(&self, workload: Workload, index: usize) -> Vec<u8> {
        let seconds = self.expiry.map(|expiry| expiry.as_secs().to_string());
        let mut arguments: Vec<&[u8]> = vec![workload.name().as_bytes(), self.name(index)];
        if workload == Workload::Set {
            arguments.push(self.value(index));
            if let Some(seconds) = &seconds {
                arguments.extend([b"EX", seconds.as_bytes()]);
            }
        }
        let mut wire = Vec::new();
        // A Vec has room for every command.
        let _ = Encoder::new(&mut wire).command(&arguments);
        wire
    }

    /// The answer to [`request`](Self::request), as the wire carries it.
    pub(crate) fn reply(&self, workload: Workload, index: usize) -> Vec<u8> {
        match workload {
            Workload::Set => b"+OK\r\n".to_vec(),
            Workload::Get => {
                let mut wire = Vec::new();
                let _ = Encoder::new(&mut wire).bulk_string(self.value(index));
                wire
            }
        }
    }

    /// Sets one key by the client, checked by its type: anything but `OK` is an error.
    pub(crate) async fn set(&self, connection: &mut Connection, index: usize) -> Result<(), Failure> {
        let command = cmd::set(self.name(index), self.value(index));
        match self.expiry {
            None => connection.send(command).await?,
            Some(expiry) => connection.send(command.ex(expiry)).await?,
        }
        Ok(())
    }

    /// Writes all keys, so that each GET finds its value.
    pub(crate) async fn write_all(&self, connection: &mut Connection) -> Result<(), Failure> {
        for index in 0..self.len() {
            self.set(connection, index).await?;
        }
        Ok(())
    }

    /// Deletes all keys.
    pub(crate) async fn delete_all(&self, connection: &mut Connection) -> Result<(), Failure> {
        for names in self.names.chunks(CHUNK) {
            connection.send(cmd::del(names)).await?;
        }
        Ok(())
    }
}

/// What names begin with: short as names of keys are, or apart from all others
/// on a server that others use as well.
pub(crate) fn prefix(is_shared: bool) -> String {
    if !is_shared {
        return "key".to_owned();
    }
    format!("resp-bench:{:016x}", random::seed())
}

/// A value that no other key has, as long as it has room for its number.
fn value(index: usize, size: usize) -> Bytes {
    format!("{index:04}-").bytes().cycle().take(size).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_this_runs_own_and_values_differ() {
        let (one, other) = (Keys::new(64, true), Keys::new(64, true));
        assert!(one.name(0).starts_with(b"resp-bench:"));
        assert_ne!(one.name(0), other.name(0));
        assert_eq!(&Keys::new(64, false).name(7)[..], b"key:0007");
        assert_eq!((one.name(0), one.value(7).len()), (one.name(1000), 64));
        assert_ne!(one.value(1), one.value(2));
        assert_eq!(Keys::new(65_536, false).len(), 512);
    }

    #[test]
    fn answers_are_compared() {
        let keys = Keys::new(8, false);
        assert_eq!(keys.check(3, Some(b"0003-000")), Ok(()));
        assert!(keys.check(3, Some(b"0004-000")).is_err());
        assert!(keys.check(3, None).unwrap_err().to_string().contains("no value"));
    }

    #[test]
    fn prepared_bytes_carry_the_expiry_where_it_is_wanted() {
        let wire = |expire| {
            let keys = Keys { names: vec!["k".into()], values: vec!["v".into()], ..Keys::new(1, expire) };
            String::from_utf8(keys.request(Workload::Set, 0)).unwrap()
        };
        assert_eq!(wire(false), "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n");
        assert_eq!(wire(true), "*5\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n$2\r\nEX\r\n$3\r\n900\r\n");
    }
}
