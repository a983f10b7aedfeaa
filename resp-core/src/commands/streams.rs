// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Streams: logs of entries, read by each reader for itself or shared out within groups.

#[doc(inline)]
pub use super::custom::streams::*;
use super::times;
use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{Pairs, ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use core::time::Duration;
use std::string::String;
use std::time::SystemTime;
use std::vec::Vec;

/// Says that a group is done with these entries, so that they are no longer pending: how
/// many were.
///
/// `XACK`, since 5.0.0. Complexity: O(1) for each id.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xack("s", "g", [StreamId::new(1, 1), StreamId::new(2, 0)]);
/// // XACK s g 1-1 2-0
/// # let _ = command;
/// ```
#[inline]
pub fn xack(key: impl ToArg, group: impl ToArg, ids: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::XACK, [key.to_arg().as_bytes(), group.to_arg().as_bytes()]);
    wire.push_args(&ids);
    Command::new(wire)
}

/// The options of [`xackdel`].
#[derive(Debug)]
pub struct Xackdel<References = Free>(PhantomData<(References,)>);

impl<References> Shareable for Xackdel<References> {}
impl<References> Queueable for Xackdel<References> {}

/// Says that a group is done with these entries and removes them from the stream: what
/// became of each.
///
/// `XACKDEL`, since 8.2.0. Complexity: O(1) for each id.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xackdel("s", "g", StreamId::new(1, 1)).keep_ref();
/// // XACKDEL s g KEEPREF IDS 1 1-1
/// # let _ = command;
/// ```
#[inline]
pub fn xackdel(key: impl ToArg, group: impl ToArg, ids: impl ToArgs) -> Command<Vec<Deletion>, Xackdel> {
    let mut wire = Wire::of(&metas::XACKDEL, [key.to_arg().as_bytes(), group.to_arg().as_bytes(), b"IDS"]);
    wire.push_counted(&ids);
    Command::new(wire)
}

impl<R, X> Command<R, Xackdel<Free>, X> {
    /// Leaves them pending in the other groups. The default.
    #[inline]
    pub fn keep_ref(self) -> Command<R, Xackdel<Used>, X> {
        self.with_at(2, |wire| {
            wire.push(b"KEEPREF");
        })
        .retyped()
    }

    /// Also takes them off what is pending in every group.
    #[inline]
    pub fn del_ref(self) -> Command<R, Xackdel<Used>, X> {
        self.with_at(2, |wire| {
            wire.push(b"DELREF");
        })
        .retyped()
    }

    /// Removes only entries that all groups have read and acknowledged.
    #[inline]
    pub fn acked(self) -> Command<R, Xackdel<Used>, X> {
        self.with_at(2, |wire| {
            wire.push(b"ACKED");
        })
        .retyped()
    }
}

/// The options of [`xadd`].
#[derive(Debug)]
pub struct Xadd<References = Free, Producer = Free>(PhantomData<(References, Producer)>);

impl<References, Producer> Shareable for Xadd<References, Producer> {}
impl<References, Producer> Queueable for Xadd<References, Producer> {}

/// Adds an entry of these fields and values to a stream, which is made if there is none:
/// the id of the entry.
///
/// An id must be higher than all before; `NewId::Auto` has the server choose it by its
/// clock.
///
/// `XADD`, since 5.0.0. Complexity: O(1), and O(N) for N entries trimmed.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xadd("s", NewId::Auto, [("total", "5"), ("item", "tea")]);
/// // XADD s * total 5 item tea
/// # let _ = command;
/// ```
#[inline]
pub fn xadd(key: impl ToArg, id: impl Into<NewId>, fields: impl ToPairs) -> Command<StreamId, Xadd> {
    let id: NewId = id.into();
    let mut wire = Wire::of(&metas::XADD, [key.to_arg().as_bytes(), id.to_arg().as_bytes()]);
    wire.push_pairs(&fields);
    Command::new(wire)
}

impl<References, Producer, X> Command<StreamId, Xadd<References, Producer>, X> {
    /// Makes no stream; `None` if there is none. Since 6.2.0.
    #[inline]
    pub fn no_mkstream(self) -> Command<Option<StreamId>, Xadd<References, Producer>, X> {
        self.with_at(1, |wire| {
            wire.push(b"NOMKSTREAM");
        })
        .retyped()
    }
}

impl<R, References, Producer, X> Command<R, Xadd<References, Producer>, X> {
    /// Then removes the oldest entries.
    #[inline]
    pub fn trim(self, trim: impl Into<Trim>) -> Self {
        self.with_at(1, |wire| {
            let trim: Trim = trim.into();
            wire.push_args(&trim);
        })
    }
}

impl<R, Producer, X> Command<R, Xadd<Free, Producer>, X> {
    /// Leaves trimmed entries pending in the groups that have not acknowledged them. The
    /// default. Since 8.2.0.
    #[inline]
    pub fn keep_ref(self) -> Command<R, Xadd<Used, Producer>, X> {
        self.with_at(1, |wire| {
            wire.push(b"KEEPREF");
        })
        .retyped()
    }

    /// Also takes trimmed entries off what is pending in every group. Since 8.2.0.
    #[inline]
    pub fn del_ref(self) -> Command<R, Xadd<Used, Producer>, X> {
        self.with_at(1, |wire| {
            wire.push(b"DELREF");
        })
        .retyped()
    }

    /// Trims only entries that all groups have read and acknowledged. Since 8.2.0.
    #[inline]
    pub fn acked(self) -> Command<R, Xadd<Used, Producer>, X> {
        self.with_at(1, |wire| {
            wire.push(b"ACKED");
        })
        .retyped()
    }
}

impl<R, References, X> Command<R, Xadd<References, Free>, X> {
    /// Adds nothing if this producer has added an entry under the same id before: the reply
    /// is then that entry's. Since 8.6.0.
    #[inline]
    pub fn idmp(self, producer: impl ToArg, id: impl ToArg) -> Command<R, Xadd<References, Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"IDMP");
            wire.push(producer.to_arg().as_bytes());
            wire.push(id.to_arg().as_bytes());
        })
        .retyped()
    }

    /// The same with an id that the server makes of the fields and values. Since 8.6.0.
    #[inline]
    pub fn idmp_auto(self, producer: impl ToArg) -> Command<R, Xadd<References, Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"IDMPAUTO");
            wire.push(producer.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// The options of [`xautoclaim`].
#[derive(Debug)]
pub struct Xautoclaim;

impl Shareable for Xautoclaim {}
impl Queueable for Xautoclaim {}

/// Makes a consumer the owner of entries from `start` on that have been pending for at
/// least `min_idle`: the entries, and where to go on.
///
/// `XAUTOCLAIM`, since 6.2.0. Complexity: O(1) for each entry looked at.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xautoclaim("s", "g", "d", Duration::ZERO, StreamId::MIN).text();
/// // XAUTOCLAIM s g d 0 0-0
/// # let _ = command;
/// ```
#[inline]
pub fn xautoclaim(
    key: impl ToArg,
    group: impl ToArg,
    consumer: impl ToArg,
    min_idle: Duration,
    start: StreamId,
) -> Command<AutoClaim, Xautoclaim> {
    Command::new(Wire::of(
        &metas::XAUTOCLAIM,
        [
            key.to_arg().as_bytes(),
            group.to_arg().as_bytes(),
            consumer.to_arg().as_bytes(),
            times::millis(min_idle).to_arg().as_bytes(),
            start.to_arg().as_bytes(),
        ],
    ))
}

impl<R, X> Command<R, Xautoclaim, X> {
    /// Claims up to this many. Default: 100.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

impl<X> Command<AutoClaim, Xautoclaim, X> {
    /// Gives ids in place of entries and does not count it as a delivery.
    #[inline]
    pub fn just_id(self) -> Command<AutoClaim<StreamId>, Xautoclaim, X> {
        self.with(|wire| {
            wire.push(b"JUSTID");
        })
        .retyped()
    }
}

/// The options of [`xcfgset`].
#[derive(Debug)]
pub struct Xcfgset;

impl Shareable for Xcfgset {}
impl Queueable for Xcfgset {}

/// Sets for how long and for how many entries a stream remembers what its producers have
/// added; give at least one of the options.
///
/// What it remembers is forgotten by this.
///
/// `XCFGSET`, since 8.6.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xcfgset("s").idmp_duration(Duration::from_secs(300)).idmp_max_size(1000);
/// // XCFGSET s IDMP-DURATION 300 IDMP-MAXSIZE 1000
/// # let _ = command;
/// ```
#[inline]
pub fn xcfgset(key: impl ToArg) -> Command<(), Xcfgset> {
    Command::new(Wire::of(&metas::XCFGSET, [key.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Xcfgset, X> {
    /// Remembers each for this long: a second to a day. Default: 100 seconds.
    #[inline]
    pub fn idmp_duration(self, time: Duration) -> Self {
        self.with(|wire| {
            wire.push(b"IDMP-DURATION");
            wire.push(times::seconds(time).to_arg().as_bytes());
        })
    }

    /// Remembers this many of each producer: 1 to 10,000. Default: 100.
    #[inline]
    pub fn idmp_max_size(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"IDMP-MAXSIZE");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// The options of [`xclaim`].
#[derive(Debug)]
pub struct Xclaim<Time = Free>(PhantomData<(Time,)>);

impl<Time> Shareable for Xclaim<Time> {}
impl<Time> Queueable for Xclaim<Time> {}

/// Makes a consumer the owner of those of these entries that have been pending for at
/// least `min_idle`: the entries.
///
/// Entries that were removed from the stream are left out.
///
/// `XCLAIM`, since 5.0.0. Complexity: O(log N) for each id, N entries being pending.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xclaim("s", "g", "d", Duration::ZERO, [StreamId::new(1, 1), StreamId::new(3, 0)]).text();
/// // XCLAIM s g d 0 1-1 3-0
/// # let _ = command;
/// ```
#[inline]
pub fn xclaim(
    key: impl ToArg,
    group: impl ToArg,
    consumer: impl ToArg,
    min_idle: Duration,
    ids: impl ToArgs,
) -> Command<Claimed<StreamEntry>, Xclaim> {
    let mut wire = Wire::of(
        &metas::XCLAIM,
        [
            key.to_arg().as_bytes(),
            group.to_arg().as_bytes(),
            consumer.to_arg().as_bytes(),
            times::millis(min_idle).to_arg().as_bytes(),
        ],
    );
    wire.push_args(&ids);
    Command::new(wire)
}

impl<R, X> Command<R, Xclaim<Free>, X> {
    /// Has them count as last delivered this long ago, not now.
    #[inline]
    pub fn idle(self, time: Duration) -> Command<R, Xclaim<Used>, X> {
        self.with(|wire| {
            wire.push(b"IDLE");
            wire.push(times::millis(time).to_arg().as_bytes());
        })
        .retyped()
    }

    /// Has them count as last delivered then, not now.
    #[inline]
    pub fn time(self, time: SystemTime) -> Command<R, Xclaim<Used>, X> {
        self.with(|wire| {
            wire.push(b"TIME");
            wire.push(times::unix_millis(time).to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<R, Time, X> Command<R, Xclaim<Time>, X> {
    /// Sets how often they count as delivered.
    #[inline]
    pub fn retry_count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"RETRYCOUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }

    /// Claims also entries that are pending for nobody.
    #[inline]
    pub fn force(self) -> Self {
        self.with(|wire| {
            wire.push(b"FORCE");
        })
    }

    /// Moves the last id that was delivered to the group up to this one.
    #[inline]
    pub fn last_id(self, id: StreamId) -> Self {
        self.with(|wire| {
            wire.push(b"LASTID");
            wire.push(id.to_arg().as_bytes());
        })
    }
}

impl<Time, X> Command<Claimed<StreamEntry>, Xclaim<Time>, X> {
    /// Gives ids in place of entries and does not count it as a delivery.
    #[inline]
    pub fn just_id(self) -> Command<Vec<StreamId>, Xclaim<Time>, X> {
        self.with(|wire| {
            wire.push(b"JUSTID");
        })
        .retyped()
    }
}

/// Removes entries from a stream: how many there were.
///
/// They stay pending in the groups that have them pending.
///
/// `XDEL`, since 5.0.0. Complexity: O(1) for each id.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xdel("s", [StreamId::new(1, 1), StreamId::new(2, 0)]);
/// // XDEL s 1-1 2-0
/// # let _ = command;
/// ```
#[inline]
pub fn xdel(key: impl ToArg, ids: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::XDEL, [key.to_arg().as_bytes()]);
    wire.push_args(&ids);
    Command::new(wire)
}

/// The options of [`xdelex`].
#[derive(Debug)]
pub struct Xdelex<References = Free>(PhantomData<(References,)>);

impl<References> Shareable for Xdelex<References> {}
impl<References> Queueable for Xdelex<References> {}

/// Removes entries from a stream with regard to the groups: what became of each.
///
/// `XDELEX`, since 8.2.0. Complexity: O(1) for each id.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xdelex("s", StreamId::new(1, 1)).keep_ref();
/// // XDELEX s KEEPREF IDS 1 1-1
/// # let _ = command;
/// ```
#[inline]
pub fn xdelex(key: impl ToArg, ids: impl ToArgs) -> Command<Vec<Deletion>, Xdelex> {
    let mut wire = Wire::of(&metas::XDELEX, [key.to_arg().as_bytes(), b"IDS"]);
    wire.push_counted(&ids);
    Command::new(wire)
}

impl<R, X> Command<R, Xdelex<Free>, X> {
    /// Leaves them pending in the groups that have not acknowledged them. The default.
    #[inline]
    pub fn keep_ref(self) -> Command<R, Xdelex<Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"KEEPREF");
        })
        .retyped()
    }

    /// Also takes them off what is pending in every group.
    #[inline]
    pub fn del_ref(self) -> Command<R, Xdelex<Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"DELREF");
        })
        .retyped()
    }

    /// Removes only entries that all groups have read and acknowledged.
    #[inline]
    pub fn acked(self) -> Command<R, Xdelex<Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"ACKED");
        })
        .retyped()
    }
}

/// The options of [`xgroup_create`].
#[derive(Debug)]
pub struct XgroupCreate;

impl Shareable for XgroupCreate {}
impl Queueable for XgroupCreate {}

/// Makes a consumer group of a stream that is to get the entries after `start`.
///
/// The error code is `BUSYGROUP` if there is one of that name.
///
/// `XGROUP CREATE`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xgroup_create("s", "g", StreamId::MIN);
/// // XGROUP CREATE s g 0-0
/// # let _ = command;
/// ```
#[inline]
pub fn xgroup_create(
    key: impl ToArg,
    group: impl ToArg,
    start: impl Into<GroupStart>,
) -> Command<(), XgroupCreate> {
    let start: GroupStart = start.into();
    Command::new(Wire::of(
        &metas::XGROUP_CREATE,
        [key.to_arg().as_bytes(), group.to_arg().as_bytes(), start.to_arg().as_bytes()],
    ))
}

impl<R, X> Command<R, XgroupCreate, X> {
    /// Makes an empty stream if there is none, which is an error otherwise.
    #[inline]
    pub fn mkstream(self) -> Self {
        self.with(|wire| {
            wire.push(b"MKSTREAM");
        })
    }

    /// Says how many entries count as read by the group: its lag is reckoned from it. Since
    /// 7.0.0.
    #[inline]
    pub fn entries_read(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"ENTRIESREAD");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// Makes a consumer of a group, as reading does by itself: whether it is new.
///
/// `XGROUP CREATECONSUMER`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xgroup_createconsumer("s", "g", "c");
/// // XGROUP CREATECONSUMER s g c
/// # let _ = command;
/// ```
#[inline]
pub fn xgroup_createconsumer(key: impl ToArg, group: impl ToArg, consumer: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(
        &metas::XGROUP_CREATECONSUMER,
        [key.to_arg().as_bytes(), group.to_arg().as_bytes(), consumer.to_arg().as_bytes()],
    ))
}

/// Removes a consumer from a group: how many entries were pending for it.
///
/// Those are pending for nobody then and will not be delivered again; claim them before.
///
/// `XGROUP DELCONSUMER`, since 5.0.0. Complexity: O(N) for N entries pending for the
/// consumer.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xgroup_delconsumer("s", "g", "c");
/// // XGROUP DELCONSUMER s g c
/// # let _ = command;
/// ```
#[inline]
pub fn xgroup_delconsumer(key: impl ToArg, group: impl ToArg, consumer: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(
        &metas::XGROUP_DELCONSUMER,
        [key.to_arg().as_bytes(), group.to_arg().as_bytes(), consumer.to_arg().as_bytes()],
    ))
}

/// Removes a consumer group with all that is pending in it: whether there was one.
///
/// `XGROUP DESTROY`, since 5.0.0. Complexity: O(N) for N entries pending in the group.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xgroup_destroy("s", "g");
/// // XGROUP DESTROY s g
/// # let _ = command;
/// ```
#[inline]
pub fn xgroup_destroy(key: impl ToArg, group: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::XGROUP_DESTROY, [key.to_arg().as_bytes(), group.to_arg().as_bytes()]))
}

/// The server's own help on XGROUP, line by line.
///
/// `XGROUP HELP`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xgroup_help();
/// // XGROUP HELP
/// # let _ = command;
/// ```
#[inline]
pub fn xgroup_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::XGROUP_HELP, []))
}

/// The options of [`xgroup_setid`].
#[derive(Debug)]
pub struct XgroupSetid;

impl Shareable for XgroupSetid {}
impl Queueable for XgroupSetid {}

/// Has a consumer group go on with the entries after `start`, whatever it was delivered
/// before.
///
/// `XGROUP SETID`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xgroup_setid("s", "g", GroupStart::Now);
/// // XGROUP SETID s g $
/// # let _ = command;
/// ```
#[inline]
pub fn xgroup_setid(
    key: impl ToArg,
    group: impl ToArg,
    start: impl Into<GroupStart>,
) -> Command<(), XgroupSetid> {
    let start: GroupStart = start.into();
    Command::new(Wire::of(
        &metas::XGROUP_SETID,
        [key.to_arg().as_bytes(), group.to_arg().as_bytes(), start.to_arg().as_bytes()],
    ))
}

impl<R, X> Command<R, XgroupSetid, X> {
    /// Says how many entries count as read by the group: its lag is reckoned from it. Since
    /// 7.0.0.
    #[inline]
    pub fn entries_read(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"ENTRIESREAD");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// The consumers of a group, how much is pending for each and when they were last seen.
///
/// `XINFO CONSUMERS`, since 5.0.0. Complexity: O(1) for each consumer.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xinfo_consumers("s", "g").text();
/// // XINFO CONSUMERS s g
/// # let _ = command;
/// ```
#[inline]
pub fn xinfo_consumers(key: impl ToArg, group: impl ToArg) -> Command<Vec<ConsumerInfo>> {
    Command::new(Wire::of(&metas::XINFO_CONSUMERS, [key.to_arg().as_bytes(), group.to_arg().as_bytes()]))
}

/// The consumer groups of a stream and how far each has come.
///
/// `XINFO GROUPS`, since 5.0.0. Complexity: O(1) for each group.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xinfo_groups("s").text();
/// // XINFO GROUPS s
/// # let _ = command;
/// ```
#[inline]
pub fn xinfo_groups(key: impl ToArg) -> Command<Vec<GroupInfo>> {
    Command::new(Wire::of(&metas::XINFO_GROUPS, [key.to_arg().as_bytes()]))
}

/// The server's own help on XINFO, line by line.
///
/// `XINFO HELP`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xinfo_help();
/// // XINFO HELP
/// # let _ = command;
/// ```
#[inline]
pub fn xinfo_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::XINFO_HELP, []))
}

/// The options of [`xinfo_stream`].
#[derive(Debug)]
pub struct XinfoStream<Full = Free>(PhantomData<(Full,)>);

impl<Full> Shareable for XinfoStream<Full> {}
impl<Full> Queueable for XinfoStream<Full> {}

/// What the server knows of a stream: its length, its ids, its first and last entry.
///
/// `XINFO STREAM`, since 5.0.0. Complexity: O(1), and O(N) for N entries given.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xinfo_stream("s").text();
/// // XINFO STREAM s
/// # let _ = command;
/// ```
#[inline]
pub fn xinfo_stream(key: impl ToArg) -> Command<StreamInfo, XinfoStream> {
    Command::new(Wire::of(&metas::XINFO_STREAM, [key.to_arg().as_bytes()]))
}

impl<X> Command<StreamInfo, XinfoStream<Free>, X> {
    /// Gives entries, groups, consumers and what is pending, the first 10 of each. Since
    /// 6.0.0.
    #[inline]
    pub fn full(self) -> Command<FullStreamInfo, XinfoStream<Used>, X> {
        self.with(|wire| {
            wire.push(b"FULL");
        })
        .retyped()
    }
}

impl<R, X> Command<R, XinfoStream<Used>, X> {
    /// Gives so many of each, or all if 0. Default: 10.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// How many entries a stream has; 0 if there is no such key.
///
/// `XLEN`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xlen("s");
/// // XLEN s
/// # let _ = command;
/// ```
#[inline]
pub fn xlen(key: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::XLEN, [key.to_arg().as_bytes()]))
}

/// The options of [`xnack`].
#[derive(Debug)]
pub struct Xnack;

impl Shareable for Xnack {}
impl Queueable for Xnack {}

/// Gives entries that are pending for a consumer back to its group, so that they can be
/// claimed at once: how many.
///
/// `XNACK`, since 8.8.0. Complexity: O(1) for each id.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xnack("s", "g", Nack::Fail, [StreamId::new(1, 1), StreamId::new(2, 0)]);
/// // XNACK s g FAIL IDS 2 1-1 2-0
/// # let _ = command;
/// ```
#[inline]
pub fn xnack(key: impl ToArg, group: impl ToArg, why: Nack, ids: impl ToArgs) -> Command<u64, Xnack> {
    let mut wire = Wire::of(
        &metas::XNACK,
        [key.to_arg().as_bytes(), group.to_arg().as_bytes(), why.to_arg().as_bytes(), b"IDS"],
    );
    wire.push_counted(&ids);
    Command::new(wire)
}

impl<R, X> Command<R, Xnack, X> {
    /// Sets how often they count as delivered, whatever `why` says.
    #[inline]
    pub fn retry_count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"RETRYCOUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }

    /// Makes entries of the stream pending that were not, for nobody yet.
    #[inline]
    pub fn force(self) -> Self {
        self.with(|wire| {
            wire.push(b"FORCE");
        })
    }
}

/// The options of [`xpending`].
#[derive(Debug)]
pub struct Xpending<Range = Free>(PhantomData<(Range,)>);

impl<Range> Shareable for Xpending<Range> {}
impl<Range> Queueable for Xpending<Range> {}

/// How many entries a group was delivered and has not acknowledged, for each consumer;
/// with `range` the entries themselves.
///
/// `XPENDING`, since 5.0.0. Complexity: O(N) for N entries given; of the number alone
/// O(1) for each consumer.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xpending("s", "g").text();
/// // XPENDING s g
/// # let _ = command;
/// ```
#[inline]
pub fn xpending(key: impl ToArg, group: impl ToArg) -> Command<PendingSummary, Xpending> {
    Command::new(Wire::of(&metas::XPENDING, [key.to_arg().as_bytes(), group.to_arg().as_bytes()]))
}

impl<X> Command<PendingSummary, Xpending<Free>, X> {
    /// Gives the first `count` pending entries with ids between two bounds.
    #[inline]
    pub fn range(
        self,
        start: impl Into<IdBound>,
        end: impl Into<IdBound>,
        count: u64,
    ) -> Command<Vec<PendingEntry>, Xpending<Used>, X> {
        self.with(|wire| {
            let start: IdBound = start.into();
            wire.push(start.to_arg().as_bytes());
            let end: IdBound = end.into();
            wire.push(end.to_arg().as_bytes());
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<R, X> Command<R, Xpending<Used>, X> {
    /// Only entries whose last delivery is at least this long ago. Since 6.2.0.
    #[inline]
    pub fn idle(self, min_idle: Duration) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"IDLE");
            wire.push(times::millis(min_idle).to_arg().as_bytes());
        })
    }

    /// Only entries that are pending for this consumer.
    #[inline]
    pub fn consumer(self, consumer: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(consumer.to_arg().as_bytes());
        })
    }
}

/// The options of [`xrange`].
#[derive(Debug)]
pub struct Xrange;

impl Shareable for Xrange {}
impl Queueable for Xrange {}

/// The entries of a stream with ids between two bounds, the oldest first.
///
/// `StreamId::MIN` and `StreamId::MAX` are all of them; times are bounds too.
///
/// `XRANGE`, since 5.0.0. Complexity: O(N) for N entries given.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xrange("s", StreamId::MIN, StreamId::MAX).text();
/// // XRANGE s - +
/// # let _ = command;
/// ```
#[inline]
pub fn xrange(
    key: impl ToArg,
    start: impl Into<IdBound>,
    end: impl Into<IdBound>,
) -> Command<Vec<StreamEntry>, Xrange> {
    let start: IdBound = start.into();
    let end: IdBound = end.into();
    Command::new(Wire::of(
        &metas::XRANGE,
        [key.to_arg().as_bytes(), start.to_arg().as_bytes(), end.to_arg().as_bytes()],
    ))
}

impl<R, X> Command<R, Xrange, X> {
    /// Gives up to this many.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// The options of [`xread`].
#[derive(Debug)]
pub struct Xread<Block = Free>(PhantomData<(Block,)>);

impl<Block> Shareable for Xread<Block> {}
impl Queueable for Xread<Free> {}

/// The entries of streams after an id for each, as pairs of stream and id: each stream
/// that has any, and them.
///
/// An id is a [`StreamId`] or a [`ReadFrom`]. Nothing if there is nothing, or the timeout
/// of `block` passed.
///
/// `XREAD`, since 5.0.0. Complexity: O(N) for N entries given.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xread([("s", StreamId::MIN), ("t", StreamId::MIN)]).text();
/// // XREAD STREAMS s t 0-0 0-0
/// # let _ = command;
/// ```
#[inline]
pub fn xread(streams: impl ToPairs) -> Command<Pairs<Bytes, Vec<StreamEntry>>, Xread> {
    let mut wire = Wire::of(&metas::XREAD, [b"STREAMS"]);
    wire.push_columns(&streams);
    Command::new(wire)
}

impl<R, Block, X> Command<R, Xread<Block>, X> {
    /// Up to this many of each stream.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with_at(0, |wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

impl<R, X> Command<R, Xread<Free>, X> {
    /// Waits for an entry if there is none: at most `timeout`, or for as long as it takes.
    #[inline]
    pub fn block(self, timeout: impl Into<Option<Duration>>) -> Command<R, Xread<Used>, X> {
        self.with_at(0, |wire| {
            wire.push(b"BLOCK");
            wire.push(times::wait_millis(timeout.into()).to_arg().as_bytes());
        })
        .retyped()
    }
}

/// The options of [`xreadgroup`].
#[derive(Debug)]
pub struct Xreadgroup<Block = Free>(PhantomData<(Block,)>);

impl<Block> Shareable for Xreadgroup<Block> {}
impl Queueable for Xreadgroup<Free> {}

/// The next entries of streams for a consumer of a group, pending for it from then on:
/// each stream that has any, and them.
///
/// `ReadFrom::Undelivered` asks for entries that no consumer of the group was given yet;
/// an id asks again for those after it that are pending for this consumer, where entries
/// that were removed have no fields. Nothing if there is nothing, or the timeout of
/// `block` passed.
///
/// `XREADGROUP`, since 5.0.0. Complexity: O(N) for N entries given.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xreadgroup("g", "c", [("s", ReadFrom::Undelivered)]).text();
/// // XREADGROUP GROUP g c STREAMS s >
/// # let _ = command;
/// ```
#[inline]
pub fn xreadgroup(
    group: impl ToArg,
    consumer: impl ToArg,
    streams: impl ToPairs,
) -> Command<Pairs<Bytes, Vec<StreamEntry>>, Xreadgroup> {
    let mut wire = Wire::of(
        &metas::XREADGROUP,
        [b"GROUP", group.to_arg().as_bytes(), consumer.to_arg().as_bytes(), b"STREAMS"],
    );
    wire.push_columns(&streams);
    Command::new(wire)
}

impl<R, Block, X> Command<R, Xreadgroup<Block>, X> {
    /// Up to this many of each stream.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with_at(3, |wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }

    /// First takes over entries that have been pending for any consumer this long; each then
    /// tells its [`Delivery`]. Since 8.4.0.
    #[inline]
    pub fn claim(self, min_idle: Duration) -> Self {
        self.with_at(3, |wire| {
            wire.push(b"CLAIM");
            wire.push(times::millis(min_idle).to_arg().as_bytes());
        })
    }

    /// Counts the entries as acknowledged at once.
    #[inline]
    pub fn no_ack(self) -> Self {
        self.with_at(3, |wire| {
            wire.push(b"NOACK");
        })
    }
}

impl<R, X> Command<R, Xreadgroup<Free>, X> {
    /// Waits for an entry if there is none: at most `timeout`, or for as long as it takes.
    #[inline]
    pub fn block(self, timeout: impl Into<Option<Duration>>) -> Command<R, Xreadgroup<Used>, X> {
        self.with_at(3, |wire| {
            wire.push(b"BLOCK");
            wire.push(times::wait_millis(timeout.into()).to_arg().as_bytes());
        })
        .retyped()
    }
}

/// The entries of a stream with ids between two bounds, the latest first; the higher
/// bound comes first.
///
/// `XREVRANGE`, since 5.0.0. Complexity: O(N) for N entries given.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xrevrange("s", StreamId::MAX, StreamId::MIN).count(1).text();
/// // XREVRANGE s + - COUNT 1
/// # let _ = command;
/// ```
#[inline]
pub fn xrevrange(
    key: impl ToArg,
    end: impl Into<IdBound>,
    start: impl Into<IdBound>,
) -> Command<Vec<StreamEntry>, Xrange> {
    let end: IdBound = end.into();
    let start: IdBound = start.into();
    Command::new(Wire::of(
        &metas::XREVRANGE,
        [key.to_arg().as_bytes(), end.to_arg().as_bytes(), start.to_arg().as_bytes()],
    ))
}

/// The options of [`xsetid`].
#[derive(Debug)]
pub struct Xsetid;

impl Shareable for Xsetid {}
impl Queueable for Xsetid {}

/// Sets the last id of a stream, which replication uses.
///
/// `XSETID`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xsetid("s", StreamId::new(9, 0));
/// // XSETID s 9-0
/// # let _ = command;
/// ```
#[inline]
pub fn xsetid(key: impl ToArg, last: StreamId) -> Command<(), Xsetid> {
    Command::new(Wire::of(&metas::XSETID, [key.to_arg().as_bytes(), last.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Xsetid, X> {
    /// Sets how many entries count as ever added. Since 7.0.0.
    #[inline]
    pub fn entries_added(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"ENTRIESADDED");
            wire.push(count.to_arg().as_bytes());
        })
    }

    /// Sets the highest id that counts as removed. Since 7.0.0.
    #[inline]
    pub fn max_deleted_id(self, id: StreamId) -> Self {
        self.with(|wire| {
            wire.push(b"MAXDELETEDID");
            wire.push(id.to_arg().as_bytes());
        })
    }
}

/// The options of [`xtrim`].
#[derive(Debug)]
pub struct Xtrim<References = Free>(PhantomData<(References,)>);

impl<References> Shareable for Xtrim<References> {}
impl<References> Queueable for Xtrim<References> {}

/// Removes the oldest entries of a stream: how many.
///
/// `XTRIM`, since 5.0.0. Complexity: O(N) for N entries removed.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = xtrim("s", Trim::max_len(1));
/// // XTRIM s MAXLEN 1
/// # let _ = command;
/// ```
#[inline]
pub fn xtrim(key: impl ToArg, trim: impl Into<Trim>) -> Command<u64, Xtrim> {
    let mut wire = Wire::of(&metas::XTRIM, [key.to_arg().as_bytes()]);
    let trim: Trim = trim.into();
    wire.push_args(&trim);
    Command::new(wire)
}

impl<R, X> Command<R, Xtrim<Free>, X> {
    /// Leaves them pending in the groups that have not acknowledged them. The default. Since
    /// 8.2.0.
    #[inline]
    pub fn keep_ref(self) -> Command<R, Xtrim<Used>, X> {
        self.with(|wire| {
            wire.push(b"KEEPREF");
        })
        .retyped()
    }

    /// Also takes them off what is pending in every group. Since 8.2.0.
    #[inline]
    pub fn del_ref(self) -> Command<R, Xtrim<Used>, X> {
        self.with(|wire| {
            wire.push(b"DELREF");
        })
        .retyped()
    }

    /// Removes only entries that all groups have read and acknowledged. Since 8.2.0.
    #[inline]
    pub fn acked(self) -> Command<R, Xtrim<Used>, X> {
        self.with(|wire| {
            wire.push(b"ACKED");
        })
        .retyped()
    }
}
