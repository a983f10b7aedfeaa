//! The data, and what replies about them must say. `measure.py` has the same rules.

use super::work::{BATCH_LEN, Command};
use crate::clients::Text;
use crate::failure::Failure;
use crate::random;
use core::time::Duration;
use resp_net::{Connection, cmd};
use std::collections::HashMap;

/// Fields of each hash that is read.
const FIELD_COUNT: usize = 10;
/// How long keys on a server of other people outlive a run that was killed.
const EXPIRY: Duration = Duration::from_secs(900);
/// Keys written or deleted at once outside of measurements.
const CHUNK: usize = 100;

/// Keys under a prefix that is this run's own.
#[derive(Debug)]
pub(super) struct Data {
    pub(super) prefix: String,
    pub(super) keys: Vec<String>,
    pub(super) values: Vec<String>,
    pub(super) hashes: Vec<String>,
    /// Fields that HSET writes.
    pub(super) fields: Vec<String>,
    pub(super) new_hash: String,
    pub(super) new_list: String,
}

/// A reply, as far as it can be checked.
pub(super) enum Reply<T> {
    /// `OK`, which the client has checked.
    Done,
    Count(u64),
    Value(Option<T>),
    Map(HashMap<T, T>),
}

impl Data {
    /// Names under a random prefix, and a different value for each.
    pub(super) fn new() -> Self {
        let random = random::seed();
        Self::with_prefix(format!("resp-bench:{random:016x}"))
    }

    fn with_prefix(prefix: String) -> Self {
        let numbers = 0..BATCH_LEN;
        Self {
            keys: numbers.clone().map(|index| format!("{prefix}:{index:04}")).collect(),
            values: numbers.clone().map(|index| format!("{index:04}-").repeat(13)[..64].to_owned()).collect(),
            hashes: numbers.clone().map(|index| format!("{prefix}:hash:{index:04}")).collect(),
            fields: numbers.map(|index| format!("field-{index}")).collect(),
            new_hash: format!("{prefix}:new-hash"),
            new_list: format!("{prefix}:new-list"),
            prefix,
        }
    }

    /// Writes what GET and HGETALL read.
    pub(super) async fn write(&self, connection: &mut Connection) -> Result<(), Failure> {
        for index in 0..BATCH_LEN {
            let pairs: Vec<_> = (0..FIELD_COUNT).map(|field| pair(index, field)).collect();
            let set = cmd::set(&*self.keys[index], &*self.values[index]);
            let hset = cmd::hset(&*self.hashes[index], pairs);
            connection.pipeline((set, hset)).await?;
        }
        Ok(())
    }

    /// Lets everything expire by itself, as SET makes keys that last.
    pub(super) async fn expire(&self, connection: &mut Connection) -> Result<(), Failure> {
        for names in self.names().chunks(CHUNK) {
            let commands: Vec<_> = names.iter().map(|name| cmd::expire(*name, EXPIRY)).collect();
            connection.pipeline(commands).await?;
        }
        Ok(())
    }

    /// Deletes everything.
    pub(super) async fn delete(&self, connection: &mut Connection) -> Result<(), Failure> {
        for names in self.names().chunks(CHUNK) {
            connection.send(cmd::del(names)).await?;
        }
        Ok(())
    }

    fn names(&self) -> Vec<&str> {
        let all = self.keys.iter().chain(&self.hashes).chain([&self.new_hash, &self.new_list]);
        all.map(String::as_str).collect()
    }

    /// Whether these are the replies to a batch.
    ///
    /// # Errors
    /// If not.
    pub(super) fn check<T: Text>(&self, command: Command, replies: &[Reply<T>]) -> Result<(), Failure> {
        let right = |(index, reply): (usize, &Reply<T>)| match (command, reply) {
            (Command::Set, Reply::Done) => true,
            (Command::Get, Reply::Value(Some(value))) => value.bytes() == self.values[index].as_bytes(),
            (Command::Hset, Reply::Count(new)) => *new == 1,
            (Command::Lpush, Reply::Count(len)) => (1..=BATCH_LEN as u64).contains(len),
            (Command::Hgetall, Reply::Map(map)) => is_map(index, map),
            _ => false,
        };
        if replies.len() == BATCH_LEN && replies.iter().enumerate().all(right) {
            return Ok(());
        }
        Err(Failure::new(format!("wrong replies to {}", command.title())))
    }
}

fn pair(index: usize, field: usize) -> (String, String) {
    (format!("field-{field}"), format!("{index:04}-{field}"))
}

fn is_map<T: Text>(index: usize, map: &HashMap<T, T>) -> bool {
    let wanted: HashMap<_, _> = (0..FIELD_COUNT).map(|field| pair(index, field)).collect();
    let is_there = |(field, value): (&T, &T)| {
        let field = core::str::from_utf8(field.bytes()).ok();
        field.and_then(|field| wanted.get(field)).is_some_and(|wanted| wanted.as_bytes() == value.bytes())
    };
    map.len() == FIELD_COUNT && map.iter().all(is_there)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replies_are_compared() {
        let data = Data::with_prefix("p".to_owned());
        let replies = |change: fn(&str) -> String| -> Vec<_> {
            data.values.iter().map(|value| Reply::Value(Some(change(value)))).collect()
        };
        assert_eq!(data.check(Command::Get, &replies(str::to_owned)), Ok(()));
        assert!(data.check(Command::Get, &replies(|value| value.replace('7', "8"))).is_err());
        assert!(data.check(Command::Get, &replies(str::to_owned)[1..]).is_err());
        let maps = |fields| -> Vec<Reply<String>> {
            let map = |index| (0..fields).map(|field| pair(index, field)).collect();
            (0..BATCH_LEN).map(|index| Reply::Map(map(index))).collect()
        };
        assert_eq!(data.check(Command::Hgetall, &maps(FIELD_COUNT)), Ok(()));
        assert!(data.check(Command::Hgetall, &maps(FIELD_COUNT - 1)).is_err());
        assert!(data.check(Command::Set, &maps(FIELD_COUNT)).is_err());
    }
}
