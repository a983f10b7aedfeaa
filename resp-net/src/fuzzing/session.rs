//! A session in any order of calls, against a model of what is owed to whom.

use alloc::collections::VecDeque;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use core::time::Duration;

use bytes::BytesMut;
use resp_core::fuzzing::Choices;
use resp_core::{Command, Encoder, Reply, cmd};

use super::server::{Server, reply};
use crate::config::{Config, ProtocolChoice};
use crate::error::Executed;
use crate::session::{Event, Lanes, RequestId, Session, SessionError, SubmitError, Tag};

/// Takes the bytes as a list of things to do: submit, give up, write, receive
/// in pieces, be lied to, be late. Every reply goes to the request that it
/// answers, and every request ends exactly once.
///
/// # Panics
/// A reply went astray, or a request was lost, ended twice or was written
/// after it was given up.
pub fn session(data: &[u8]) {
    let mut choices = Choices(data);
    let mut world = World::new(choices.byte());
    while !choices.0.is_empty() {
        world.step(&mut choices);
    }
    world.finish();
}

/// A session, its peer, and what is owed.
struct World {
    session: Session,
    lanes: Lanes,
    server: Server,
    /// What was received and not used.
    input: BytesMut,
    now: u64,
    next_token: u32,
    /// Requests without an end, in the order that they were submitted in.
    owed: VecDeque<Request>,
    /// Every number that the session gave out, and the tag that goes with it.
    ids: Vec<(RequestId, Tag)>,
    /// Whether the peer has kept to the protocol and the connection should stand.
    is_honest: bool,
    pushes_owed: usize,
    is_closed: bool,
}

struct Request {
    tag: Tag,
    /// Of its replies still to come.
    tokens: VecDeque<u32>,
    is_written: bool,
    is_given_up: bool,
}

/// Room for a handshake's steps at the end.
const FINAL_ROUNDS: usize = 6;

impl World {
    /// Bits of `setup` choose the protocol, password, database, lanes, the age
    /// of the server, and what it is told of the client.
    fn new(setup: u8) -> Self {
        let protocol = [ProtocolChoice::Resp2, ProtocolChoice::Automatic, ProtocolChoice::Resp3];
        let protocol = protocol[usize::from(setup % 4 % 3)];
        let mut config = Config::builder()
            .protocol(protocol)
            .connect_timeout(Duration::from_nanos(10_000))
            .set_info(setup & 64 != 0);
        if setup & 4 != 0 {
            config = config.password("s3cret");
        }
        if setup & 8 != 0 {
            config = config.database(7);
        }
        if setup & 128 != 0 {
            config = config.client_name("fuzz");
        }
        let config = config.build().expect("nothing of it is impossible");
        let lanes = if setup & 16 == 0 { Lanes::Shared } else { Lanes::Dedicated };
        let is_old = setup & 32 != 0;
        Self {
            session: Session::new(&config, lanes, 0),
            lanes,
            server: Server::new(is_old),
            input: BytesMut::new(),
            now: 0,
            next_token: 0,
            owed: VecDeque::new(),
            ids: Vec::new(),
            is_honest: !(is_old && protocol == ProtocolChoice::Resp3),
            pushes_owed: 0,
            is_closed: false,
        }
    }

    fn step(&mut self, choices: &mut Choices<'_>) {
        match choices.byte() % 16 {
            0..=2 => self.submit(choices.byte()),
            3 => self.submit_batch(choices.byte() % 5),
            4 => self.cancel(choices.byte()),
            5..=7 => self.transmit(),
            8..=10 => {
                let len = usize::from(choices.byte());
                self.deliver(len);
            }
            11 => {
                self.server.push();
                self.pushes_owed += 1;
            }
            12 => self.lie(choices),
            13 => self.wait(choices.byte()),
            14 => self.submit_what_is_refused(),
            _ => self.end(choices.byte()),
        }
    }

    fn new_token(&mut self) -> u32 {
        self.next_token += 1;
        self.next_token
    }

    fn submit(&mut self, padding: u8) {
        let token = self.new_token();
        let tag = Tag(token);
        match self.session.submit(command(token, padding).wire(), tag) {
            Ok(id) => self.owe(id, tag, VecDeque::from([token])),
            Err(error) => self.refused(error),
        }
    }

    fn submit_batch(&mut self, count: u8) {
        let tokens: VecDeque<u32> = (0..count).map(|_| self.new_token()).collect();
        let batch: Vec<_> = tokens.iter().map(|&token| command(token, 0)).collect();
        let tag = Tag(self.new_token());
        match self.session.submit_batch(&batch, tag) {
            Ok(id) => self.owe(id, tag, tokens),
            Err(SubmitError::EmptyBatch) => assert_eq!(count, 0, "a command was overlooked"),
            Err(error) => self.refused(error),
        }
    }

    fn owe(&mut self, id: RequestId, tag: Tag, tokens: VecDeque<u32>) {
        assert!(self.ids.iter().all(|(other, _)| *other != id), "a number was given twice");
        self.ids.push((id, tag));
        self.owed.push_back(Request { tag, tokens, is_written: false, is_given_up: false });
    }

    fn refused(&self, error: SubmitError) {
        assert_eq!(error, SubmitError::Closed, "a common command was refused");
        assert!(!self.is_honest, "the connection was given up without need");
    }

    fn submit_what_is_refused(&mut self) {
        let queued = self.session.queued_len();
        let blocking = cmd::raw("BLPOP").arg("key").arg(0).returning::<Reply>();
        for refused in [cmd::raw("SUBSCRIBE").arg("channel"), cmd::raw("GET")] {
            let result = self.session.submit(refused.returning::<Reply>().wire(), Tag(0));
            assert!(result.is_err(), "something was submitted that has no reply of its own");
        }
        if self.lanes == Lanes::Shared {
            let result = self.session.submit_batch(&vec![command(0, 0), blocking], Tag(0));
            assert!(result.is_err(), "something was submitted that blocks all");
        }
        assert_eq!(self.session.queued_len(), queued, "something of it was queued");
    }

    fn cancel(&mut self, which: u8) {
        let Some(&(id, tag)) = self.ids.get(usize::from(which) % self.ids.len().max(1)) else { return };
        let request = self.owed.iter_mut().find(|request| request.tag == tag && !request.is_given_up);
        let expected = request.as_ref().is_some_and(|request| !request.is_written);
        assert_eq!(self.session.cancel(id), expected, "whether it was written is known");
        if let Some(request) = request {
            request.is_given_up = true;
        }
    }

    /// The session writes, and the server answers.
    fn transmit(&mut self) {
        let is_ready = self.session.is_ready();
        let _ = self.session.is_transmit_due();
        let mut out = Vec::new();
        assert_eq!(self.session.poll_transmit(&mut out), !out.is_empty(), "it said otherwise");
        self.server.receive(&out);
        let mut expected = Vec::new();
        if is_ready {
            for request in self.owed.iter_mut().filter(|request| !request.is_written && !request.is_given_up)
            {
                request.is_written = true;
                expected.extend(&request.tokens);
            }
            self.owed.retain(|request| request.is_written);
        }
        assert_eq!(core::mem::take(&mut self.server.tokens), expected, "other commands were written");
    }

    /// The session receives up to `len` bytes of what the server has sent.
    fn deliver(&mut self, len: usize) {
        self.session.reserve(&mut self.input);
        let len = len.min(self.server.sent.len());
        self.input.extend(self.server.sent.drain(..len));
        while let Some(event) = self.session.receive(&mut self.input) {
            self.take(event);
        }
    }

    fn take(&mut self, event: Event) {
        assert!(!self.is_closed, "{event:?} after the end");
        match event {
            Event::Ready(_) => assert!(self.session.is_ready(), "it says it is ready"),
            Event::Reply { tag, reply, last } => self.take_reply(tag, &reply, last),
            Event::Failed { tag, executed } => {
                assert!(!self.is_honest, "{tag:?} failed without need");
                let request = self.next_owed();
                let expected = if request.is_written { Executed::Maybe } else { Executed::No };
                assert_eq!((tag, executed), (request.tag, expected), "another one failed");
            }
            Event::Push(_) => {
                assert!(!self.is_honest || self.pushes_owed > 0, "a push came twice");
                self.pushes_owed = self.pushes_owed.saturating_sub(1);
            }
            Event::Closed(reason) => {
                assert!(!self.is_honest, "{reason}");
                assert!(self.owed.iter().all(|request| request.is_given_up), "a request has no end");
                self.is_closed = true;
            }
        }
    }

    fn take_reply(&mut self, tag: Tag, reply_: &Reply, last: bool) {
        let mut request = self.next_owed();
        assert!(request.is_written, "a reply to something that was not written");
        assert_eq!(tag, request.tag, "the reply to another one");
        let token = request.tokens.pop_front().expect("no request has none left");
        if self.is_honest {
            let mut bytes = Vec::new();
            Encoder::new(&mut bytes).frame(reply_.frame()).expect("a vector has room");
            assert_eq!(bytes, reply(token), "the reply to another one");
        }
        assert_eq!(last, request.tokens.is_empty(), "too few replies or too many");
        if !last {
            self.owed.push_front(request);
        }
    }

    /// The oldest request that was not given up; replies to those before it
    /// have come and gone.
    fn next_owed(&mut self) -> Request {
        loop {
            let request = self.owed.pop_front().expect("an event for nobody");
            if !request.is_given_up {
                return request;
            }
        }
    }

    /// The server sends something of the caller's choice.
    fn lie(&mut self, choices: &mut Choices<'_>) {
        let len = choices.byte() % 64;
        self.server.sent.extend_from_slice(choices.take(len.into()));
        self.is_honest = false;
    }

    fn wait(&mut self, time: u8) {
        self.now += u64::from(time) * 16;
        let is_late = self.session.poll_timeout().is_some_and(|deadline| self.now >= deadline);
        self.session.handle_timeout(self.now);
        assert!(self.session.poll_timeout().is_none_or(|deadline| self.now < deadline), "it is still due");
        self.is_honest &= !is_late;
    }

    /// Ends the connection, if the choice is one of a few.
    fn end(&mut self, choice: u8) {
        match choice {
            0..=7 => self.session.handle_end(&self.input),
            8..=15 => self.session.close(SessionError::Abandoned),
            _ => return,
        }
        self.is_honest = false;
    }

    /// An honest peer answers all there is; then the connection ends.
    fn finish(mut self) {
        if self.is_honest {
            for _ in 0..FINAL_ROUNDS {
                self.transmit();
                self.deliver(usize::MAX);
            }
            assert!(self.session.is_idle(), "something awaits a reply that has come");
            assert_eq!(self.session.awaited_count(), 0, "something awaits a reply that has come");
            assert_eq!(self.session.queued_len(), 0, "something was not written");
            assert!(self.owed.iter().all(|request| request.is_given_up), "a request has no reply");
            assert_eq!(self.pushes_owed, 0, "a push was lost");
        }
        self.is_honest = false;
        self.session.close(SessionError::Abandoned);
        self.deliver(usize::MAX);
        assert!(self.is_closed, "the end is not announced");
        assert!(!self.session.poll_transmit(&mut Vec::new()), "something is written after the end");
        assert!(self.session.is_idle(), "something waits for ever");
        assert_eq!(self.session.submit(command(0, 0).wire(), Tag(0)), Err(SubmitError::Closed));
        assert!(!format!("{:?}", self.session).contains("s3cret"), "the password is shown");
    }
}

/// Its first argument makes the server answer with [`reply`].
fn command(token: u32, padding: u8) -> Command<Reply> {
    cmd::raw("MGET").arg(format!("token:{token}")).arg(vec![b'x'; padding.into()]).returning()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_fuzzer_starts_from() {
        for data in [
            &b""[..],
            b"\x00",
            b"\x01\x00\x00\x05\x08\xff\x00\x01\x03\x04\x05\x08\x03\x08\xff",
            b"\x2d\x03\x02\x05\x08\xff\x05\x08\xff\x05\x08\xff\x05\x0b\x08\x40",
            b"\x00\x00\x01\x08\x00\x04\x00\x00\x02\x04\x01\x05\x04\x02\x05\x08\xff",
            b"\x10\x00\x01\x05\x0c\x03:1\r\x08\xff\x00\x01\x08\xff\x0f\x00",
            b"\x01\x00\x01\x0d\xff\x0d\xff\x0d\xff\x08\x00",
            b"\x12\x0e\x00\x00\x05\x0f\x08\x08\x08\x0e",
            b"\x22\x00\x00\x05\x08\xff\x08\xff",
            b"\xed\x00\x00\x05\x08\xff\x05\x08\xff\x05\x08\xff",
            b"\xce\x00\x00\x05\x08\xff\x05\x08\xff\x05\x08\xff",
        ] {
            super::session(data);
        }
    }
}
