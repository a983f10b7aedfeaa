//! One connection: what is under way on it, and since when.

use super::random::Numbers;
use super::reel::Reel;
use super::replies::{Found, Known, Replies};
use super::socket::Socket;
use crate::distribution::Distribution;
use resp_core::DecodeError;
use std::collections::VecDeque;
use std::io;

/// A connection and its requests.
#[derive(Debug)]
pub(super) struct Connection {
    pub(super) socket: Socket,
    replies: Replies,
    /// Bytes of requests that the system had no room for.
    unsent: Vec<u8>,
    /// Places in the reel: of the next request to send, and of the oldest that is not answered.
    next: usize,
    oldest: usize,
    in_flight: usize,
    /// Times from which latencies count, each with its number of requests.
    times: VecDeque<(u64, usize)>,
}

impl Connection {
    /// Without requests; the first is at this place of the reel.
    pub(super) fn new(socket: Socket, place: usize, pipeline: usize) -> Self {
        Self {
            socket,
            replies: Replies::default(),
            unsent: Vec::new(),
            next: place,
            oldest: place,
            in_flight: 0,
            times: VecDeque::with_capacity(pipeline.min(1024)),
        }
    }

    /// Requests that are not answered.
    pub(super) const fn in_flight(&self) -> usize {
        self.in_flight
    }

    /// Whether all bytes have left.
    pub(super) const fn is_flushed(&self) -> bool {
        self.unsent.is_empty()
    }

    /// Notes that the latency of `count` requests, which are sent next, counts from `time`.
    pub(super) fn note(&mut self, time: u64, count: usize) {
        self.times.push_back((time, count));
    }

    /// Sends requests by one write, if there is room: how many bytes they have.
    pub(super) fn send(&mut self, count: usize, reel: &mut Reel, numbers: &mut Numbers) -> io::Result<usize> {
        let bytes = reel.next(self.next, count, numbers);
        let len = bytes.len();
        let mut written = 0;
        if self.unsent.is_empty() {
            written = write(&mut self.socket, bytes)?;
        }
        if written < len {
            self.unsent.extend_from_slice(&bytes[written..]);
        }
        self.next = reel.after(self.next, count);
        self.in_flight += count;
        Ok(len)
    }

    /// Sends what there was no room for.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        if !self.unsent.is_empty() {
            let written = write(&mut self.socket, &self.unsent)?;
            self.unsent.drain(..written);
        }
        Ok(())
    }

    /// Takes what was read at this time.
    ///
    /// # Errors
    /// The bytes are not RESP.
    pub(super) fn receive(
        &mut self,
        bytes: &[u8],
        now: u64,
        reel: &Reel,
        known: &mut Known,
        latencies: &mut Distribution,
    ) -> Result<Found, DecodeError> {
        let oldest = self.oldest;
        let command = |number| reel.kind(oldest + number);
        let found = self.replies.take(bytes, self.in_flight, command, known)?;
        self.oldest = reel.after(oldest, found.count);
        self.in_flight -= found.count;
        self.settle(found.count, now, latencies);
        Ok(found)
    }

    /// Replies that one read brought have one time.
    fn settle(&mut self, mut count: usize, now: u64, latencies: &mut Distribution) {
        while count > 0 {
            let Some((since, waiting)) = self.times.front_mut() else { return };
            let part = count.min(*waiting);
            latencies.record(now.saturating_sub(*since), part as u64);
            *waiting -= part;
            count -= part;
            if *waiting == 0 {
                self.times.pop_front();
            }
        }
    }
}

/// Writes until there is no room: how much. Nearly always that is one call.
fn write(socket: &mut Socket, bytes: &[u8]) -> io::Result<usize> {
    let mut written = 0;
    while written < bytes.len() {
        match socket.write(&bytes[written..])? {
            Some(count) => written += count,
            None => break,
        }
    }
    Ok(written)
}
