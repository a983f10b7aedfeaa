//! One direction of one connection: what waits to be passed on, and when how
//! much of it goes.

use core::time::Duration;
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

use bytes::BytesMut;

use crate::wait::{lock, wait_for};

/// What happens to the bytes of one direction. Counts are those of bytes still
/// to be passed on.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    pub(super) stalled: bool,
    pub(super) half_closed: bool,
    /// Time that each chunk waits at the least, and the most that chance adds.
    pub(super) delay: Option<(Duration, Duration)>,
    /// The longest piece written at once.
    pub(super) split: Option<usize>,
    /// Bytes per second.
    pub(super) rate: Option<u64>,
    pub(super) cut_after: Option<u64>,
    pub(super) corrupt_after: Option<u64>,
}

/// The queue between the thread that reads and the one that writes.
#[derive(Debug)]
pub(super) struct Valve {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug)]
struct State {
    flow: Flow,
    queue: VecDeque<Item>,
    queued_len: usize,
    /// When the rate lets the next piece go.
    next_at: Option<Instant>,
    chance: u64,
    ended: bool,
}

#[derive(Debug)]
enum Item {
    Bytes { due: Instant, bytes: BytesMut },
    HalfClose,
    Close,
}

/// What the writing thread does next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    Write(BytesMut),
    /// The peer sees the end of this direction; the last step.
    HalfClose,
    /// Both directions end; the last step.
    Close,
}

/// Bytes read ahead of the peer. With a delay more, since those of the whole
/// delay are under way.
const ROOM: usize = 64 << 10;
const DELAYED_ROOM: usize = 16 << 20;

/// Pieces a second when there is a rate: so many that it looks steady.
const PIECES_PER_SECOND: u64 = 50;

impl Valve {
    /// `seed` decides what chance adds to delays.
    pub(super) const fn new(flow: Flow, seed: u64) -> Self {
        let state = State {
            flow,
            queue: VecDeque::new(),
            queued_len: 0,
            next_at: None,
            chance: seed | 1,
            ended: false,
        };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    pub(super) fn change(&self, change: impl FnOnce(&mut Flow)) {
        change(&mut lock(&self.state).flow);
        self.changed.notify_all();
    }

    /// Nothing is passed on from here on, in this direction.
    pub(super) fn end(&self) {
        lock(&self.state).ended = true;
        self.changed.notify_all();
    }

    pub(super) fn has_ended(&self) -> bool {
        lock(&self.state).ended
    }

    /// Waits until there is room to read into; false once there never is.
    pub(super) fn wait_for_room(&self) -> bool {
        let mut state = lock(&self.state);
        while !state.ended && !state.flow.half_closed {
            if !state.flow.stalled && state.queued_len < state.room() {
                return true;
            }
            state = wait_for(&self.changed, state, None);
        }
        false
    }

    /// These bytes go after all that came before them.
    pub(super) fn push(&self, bytes: &[u8]) {
        lock(&self.state).push(bytes, Instant::now());
        self.changed.notify_all();
    }

    pub(super) fn push_half_close(&self) {
        self.push_item(Item::HalfClose);
    }

    pub(super) fn push_close(&self) {
        self.push_item(Item::Close);
    }

    fn push_item(&self, item: Item) {
        lock(&self.state).queue.push_back(item);
        self.changed.notify_all();
    }

    /// Waits for the next step; `None` once the connection has ended.
    pub(super) fn next(&self) -> Option<Step> {
        let mut state = lock(&self.state);
        while !state.ended {
            match state.next(Instant::now()) {
                Ok(step) => {
                    self.changed.notify_all();
                    return Some(step);
                }
                Err(until) => state = wait_for(&self.changed, state, until),
            }
        }
        None
    }
}

impl State {
    const fn room(&self) -> usize {
        if self.flow.delay.is_some() { DELAYED_ROOM } else { ROOM }
    }

    fn push(&mut self, bytes: &[u8], now: Instant) {
        if bytes.is_empty() {
            return;
        }
        let due = self.flow.delay.map_or(now, |(least, jitter)| now + least + self.part_of(jitter));
        self.queued_len += bytes.len();
        self.queue.push_back(Item::Bytes { due, bytes: BytesMut::from(bytes) });
    }

    /// A part of this time, by chance (xorshift64).
    fn part_of(&mut self, jitter: Duration) -> Duration {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        jitter.mul_f64((self.chance >> 32) as f64 / 4_294_967_296.0)
    }

    /// The step for now, or when to ask again; `None` if only a change brings one.
    fn next(&mut self, now: Instant) -> Result<Step, Option<Instant>> {
        if self.flow.half_closed {
            return Ok(Step::HalfClose);
        }
        if self.flow.stalled {
            return Err(None);
        }
        if self.flow.cut_after == Some(0) {
            return Ok(Step::Close);
        }
        let (due, len) = match self.queue.front() {
            None => return Err(None),
            Some(Item::HalfClose) => return Ok(Step::HalfClose),
            Some(Item::Close) => return Ok(Step::Close),
            Some(Item::Bytes { due, bytes }) => (*due, bytes.len()),
        };
        let due = self.next_at.map_or(due, |at| at.max(due));
        if due > now {
            return Err(Some(due));
        }
        Ok(Step::Write(self.take(len, now)))
    }

    /// Takes the next piece from the first chunk, which has `len` bytes.
    fn take(&mut self, len: usize, now: Instant) -> BytesMut {
        let at_once = |bytes: u64| usize::try_from(bytes).unwrap_or(usize::MAX);
        let per_piece = self.flow.rate.map(|rate| at_once((rate / PIECES_PER_SECOND).max(1)));
        let bounds = [self.flow.split, per_piece, self.flow.cut_after.map(at_once)];
        let len = bounds.into_iter().flatten().fold(len, usize::min);
        let Some(Item::Bytes { bytes, .. }) = self.queue.front_mut() else { return BytesMut::new() };
        let mut piece = bytes.split_to(len);
        if bytes.is_empty() {
            self.queue.pop_front();
        }
        self.queued_len -= len;
        self.corrupt(&mut piece);
        if let Some(left) = &mut self.flow.cut_after {
            *left -= len as u64;
        }
        self.next_at =
            self.flow.rate.map(|rate| now + Duration::from_secs(1).mul_f64(len as f64 / rate as f64));
        piece
    }

    fn corrupt(&mut self, piece: &mut [u8]) {
        let Some(before) = self.flow.corrupt_after else { return };
        let byte = usize::try_from(before).ok().and_then(|at| piece.get_mut(at));
        self.flow.corrupt_after = match byte {
            Some(byte) => {
                *byte = !*byte;
                None
            }
            None => Some(before - piece.len() as u64),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// The pieces that go, each with the milliseconds since the start at which it does.
    fn pieces(flow: Flow, chunks: &[&[u8]]) -> Vec<(u128, Vec<u8>)> {
        let valve = Valve::new(flow, 7);
        let mut state = lock(&valve.state);
        let start = Instant::now();
        for chunk in chunks {
            state.push(chunk, start);
        }
        let (mut now, mut pieces) = (start, Vec::new());
        loop {
            match state.next(now) {
                Ok(Step::Write(piece)) => pieces.push(((now - start).as_millis(), piece.to_vec())),
                Err(Some(until)) => now = until,
                Ok(Step::Close | Step::HalfClose) | Err(None) => return pieces,
            }
        }
    }

    fn joined(pieces: Vec<(u128, Vec<u8>)>) -> Vec<u8> {
        pieces.into_iter().flat_map(|(_, bytes)| bytes).collect()
    }

    #[test]
    fn bytes_go_at_once_and_as_they_came() {
        assert_eq!(pieces(Flow::default(), &[b"one", b"two"]), [(0, b"one".to_vec()), (0, b"two".to_vec())]);
    }

    #[test]
    fn pieces_have_the_length_and_the_pace_asked_for() {
        let flow = Flow { split: Some(2), ..Flow::default() };
        assert_eq!(pieces(flow, &[b"abc"]), [(0, b"ab".to_vec()), (0, b"c".to_vec())]);
        let flow = Flow { rate: Some(100), ..Flow::default() };
        let paced = pieces(flow, &[b"abcde"]);
        assert_eq!(
            paced.iter().map(|(at, bytes)| (*at, bytes.len())).collect::<Vec<_>>(),
            [(0, 2), (20, 2), (40, 1)]
        );
        let flow = Flow { rate: Some(100), split: Some(1), ..Flow::default() };
        assert_eq!(pieces(flow, &[b"abcde"]).last().unwrap().0, 40);
    }

    #[test]
    fn a_delay_keeps_chunks_in_order_and_costs_no_rate() {
        let flow = Flow { delay: Some((SECOND, Duration::ZERO)), ..Flow::default() };
        assert_eq!(pieces(flow, &[b"a", b"b"]), [(1000, b"a".to_vec()), (1000, b"b".to_vec())]);
        let flow = Flow { delay: Some((SECOND, SECOND)), ..Flow::default() };
        let chunks: Vec<[u8; 1]> = (0..50).map(|byte| [byte]).collect();
        let chunks: Vec<&[u8]> = chunks.iter().map(|chunk| &chunk[..]).collect();
        let delayed = pieces(flow, &chunks);
        assert!(delayed.iter().all(|(at, _)| (1000..2000).contains(at)));
        assert!(delayed.windows(2).any(|two| two[0].0 != two[1].0), "chance has a part in it");
        assert_eq!(joined(delayed), (0..50).collect::<Vec<u8>>());
    }

    #[test]
    fn a_cut_and_a_corruption_count_bytes() {
        let flow = |cut, corrupt| Flow { cut_after: cut, corrupt_after: corrupt, ..Flow::default() };
        assert_eq!(joined(pieces(flow(Some(4), None), &[b"abc", b"def"])), b"abcd");
        assert_eq!(joined(pieces(flow(Some(0), None), &[b"abc"])), b"");
        assert_eq!(
            joined(pieces(flow(None, Some(4)), &[b"abc", b"def"])),
            [b'a', b'b', b'c', b'd', !b'e', b'f']
        );
        assert_eq!(joined(pieces(flow(None, Some(0)), &[b"abc"])), [!b'a', b'b', b'c']);
    }

    #[test]
    fn nothing_goes_while_it_is_stalled_and_half_a_close_comes_first() {
        assert_eq!(pieces(Flow { stalled: true, ..Flow::default() }, &[b"abc"]), []);
        let valve = Valve::new(Flow { stalled: true, half_closed: true, ..Flow::default() }, 7);
        valve.push(b"abc");
        assert_eq!(valve.next(), Some(Step::HalfClose));
        assert!(!valve.wait_for_room());
        valve.end();
        assert_eq!(valve.next(), None);
    }
}
