//! What a session owes its callers, in the simplest words.

use alloc::collections::VecDeque;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use resp_core::{Command, Reply, cmd};

use super::server::{PONG, REFUSAL, WELCOME, is_number, is_refused, reply};
use crate::session::{Lanes, Tag};

/// A request that was submitted.
pub(super) struct Request {
    /// `None`: nobody waits for it, or any more.
    pub(super) tag: Option<Tag>,
    pub(super) wire: Vec<u8>,
    /// Bytes of it from the start that the server can see and run nothing.
    pub(super) harmless: usize,
    /// Replies still to come, as an honest server sends them.
    pub(super) replies: VecDeque<Vec<u8>>,
    /// It subscribes: errors may come before its reply.
    pub(super) is_fence: bool,
    pub(super) deadline: u64,
    /// Where in the stream of all bytes it begins, once it was handed over.
    pub(super) start: Option<u64>,
    /// How many commands of it count against the cap.
    pub(super) count: usize,
}

impl Request {
    /// Commands with these tokens, one or a batch.
    pub(super) fn calls(tokens: &[u32], padding: u8) -> Self {
        let mut wire = Vec::new();
        tokens.iter().for_each(|&token| command(token, padding).wire().write_to(&mut wire));
        Self::new(wire, tokens.iter().map(|&token| reply(token)))
    }

    /// The same between MULTI and EXEC.
    pub(super) fn transaction(tokens: &[u32]) -> Self {
        let mut wire = Vec::new();
        cmd::raw("MULTI").returning::<Reply>().wire().write_to(&mut wire);
        tokens.iter().for_each(|&token| command(token, 0).wire().write_to(&mut wire));
        let harmless = wire.len();
        cmd::raw("EXEC").returning::<Reply>().wire().write_to(&mut wire);
        let queued = tokens.iter().map(|_| b"+QUEUED\r\n".to_vec());
        let mut results = format!("*{}\r\n", tokens.len()).into_bytes();
        tokens.iter().for_each(|&token| results.extend(reply(token)));
        let replies = [b"+OK\r\n".to_vec()].into_iter().chain(queued).chain([results]);
        Self { harmless, ..Self::new(wire, replies) }
    }

    /// A subscription with its fence.
    pub(super) fn subscription(token: u32, lanes: Lanes) -> Self {
        let mut wire = Vec::new();
        subscribe(token).wire().write_to(&mut wire);
        let (fence, answer) = match lanes {
            Lanes::Subscriber => (cmd::raw("PING"), PONG),
            _ => (cmd::raw("HELLO").arg(3), WELCOME),
        };
        fence.returning::<Reply>().wire().write_to(&mut wire);
        let refusal = is_refused(token).then(|| REFUSAL.to_vec());
        let replies = refusal.into_iter().chain([answer.to_vec()]);
        Self { is_fence: true, count: 1, ..Self::new(wire, replies) }
    }

    /// The session's own sign of life.
    pub(super) fn ping() -> Self {
        Self::new(b"*1\r\n$4\r\nPING\r\n".to_vec(), [PONG.to_vec()])
    }

    fn new(wire: Vec<u8>, replies: impl IntoIterator<Item = Vec<u8>>) -> Self {
        let replies: VecDeque<_> = replies.into_iter().collect();
        let (count, is_fence, deadline) = (replies.len(), false, u64::MAX);
        Self { tag: None, wire, harmless: 0, replies, is_fence, deadline, start: None, count }
    }

    /// Whether the server saw a byte of what runs it.
    pub(super) fn may_have_run(&self, seen: u64) -> bool {
        self.start.is_some_and(|start| seen > start + self.harmless as u64)
    }

    /// Replies that count against the cap.
    fn awaited(&self) -> usize {
        self.replies.len().min(self.count)
    }
}

/// Requests without an end, in the order that they were submitted in. Those
/// given up after they were written stay until something after them is answered.
#[derive(Default)]
pub(super) struct Owed(pub(super) VecDeque<Request>);

impl Owed {
    /// Whether a request of `count` commands and `len` bytes fits, when all that
    /// may be held is, and when only what must be is held.
    pub(super) fn may_fit(&self, count: usize, len: usize, (cap, budget): (usize, usize)) -> [bool; 2] {
        let replies = |request: &Request| request.awaited();
        let upper = (self.0.iter().map(replies).sum(), self.0.iter().map(|request| request.wire.len()).sum());
        let live = || self.0.iter().filter(|request| request.tag.is_some());
        let whole = live().filter(|request| request.awaited() == request.count);
        let lower = (live().map(replies).sum(), whole.map(|request| request.wire.len()).sum());
        [upper, lower].map(|(replies, held): (usize, usize)| {
            replies == 0 || (replies + count <= cap && held + len <= budget)
        })
    }

    /// Takes the oldest one that somebody waits for; replies to those before it
    /// have come and gone.
    pub(super) fn pop(&mut self) -> Request {
        loop {
            let request = self.0.pop_front().expect("an event for nobody");
            if request.tag.is_some() {
                return request;
            }
        }
    }

    /// Gives up the request with this tag; it is forgotten if it was not written.
    pub(super) fn give_up(&mut self, tag: Tag) -> Option<bool> {
        let index = self.0.iter().position(|request| request.tag == Some(tag))?;
        let is_written = self.0[index].start.is_some();
        if is_written {
            self.0[index].tag = None;
        } else {
            self.0.remove(index);
        }
        Some(is_written)
    }
}

/// Its first argument makes the server answer with [`reply`]. Of some the
/// session knows what the reply can be.
pub(super) fn command(token: u32, padding: u8) -> Command<Reply> {
    let name = if is_number(token) { "LPUSH" } else { "ANY" };
    cmd::raw(name).arg(format!("token:{token}")).arg(vec![b'x'; padding_len(padding)]).returning()
}

/// Some arguments are so long that they are not copied.
fn padding_len(padding: u8) -> usize {
    if padding == u8::MAX { 17_000 } else { padding.into() }
}

pub(super) fn subscribe(token: u32) -> Command<Reply> {
    cmd::raw("SUBSCRIBE").arg(format!("token:{token}")).returning()
}
