//! What must be true of all that comes out of a session.

use super::*;

impl World {
    /// Notes what is owed for a request, or checks why it was not taken.
    pub(super) fn submitted(
        &mut self,
        request: Request,
        tag: u32,
        span: Span,
        result: Result<RequestId, SubmitError>,
    ) {
        let len = request.wire.len() + self.input.len();
        let [fits_surely, fits_perhaps] = self.owed.may_fit(request.count, len, self.room);
        match result {
            Ok(id) => {
                assert!(fits_perhaps, "more is held than the budget");
                assert!(request.is_fence || self.lanes != Lanes::Subscriber, "it is for subscriptions alone");
                assert!(self.ids.iter().all(|(other, _)| *other < id), "a number was given twice");
                self.ids.push((id, Tag(tag)));
                let (tag, deadline) = (Some(Tag(tag)), span.deadline);
                self.owed.0.push_back(Request { tag, deadline, ..request });
            }
            Err(SubmitError::Full) => {
                assert!(!fits_surely, "there was room");
                self.tally.refused_full += 1;
            }
            Err(SubmitError::Closed) => assert!(!self.is_sound, "given up without need"),
            Err(SubmitError::EmptyBatch) => {
                assert!(
                    request.replies.len() == 2 * usize::from(request.harmless > 0),
                    "a command was overlooked"
                );
            }
            Err(SubmitError::NeedsDedicated { .. }) => {
                assert!(request.is_fence && !self.session.has_pushes(), "it may be sent here");
            }
            Err(error) => {
                let other = if request.is_fence { Lanes::Dedicated } else { Lanes::Subscriber };
                assert_eq!(self.lanes, other, "{error}");
            }
        }
    }

    pub(super) fn take_what_is_to_be_written(&mut self) {
        let (is_ready, owes_nothing) = (self.session.is_ready(), self.session.awaited_count() == 0);
        let is_suspect = self.lanes == Lanes::Shared && !owes_nothing && self.now - self.since > LIVENESS / 2;
        let any = self.session.poll_transmit(&mut self.out, self.now);
        assert_eq!(any, self.out.has_remaining(), "it said otherwise");
        let begin = self.handed;
        self.handed += self.out.remaining() as u64;
        if !is_ready {
            return;
        }
        let mut next = begin;
        if !is_suspect {
            for request in self.owed.0.iter_mut().filter(|request| request.start.is_none()) {
                request.start = Some(next);
                next += request.wire.len() as u64;
            }
        }
        assert_eq!(next, self.handed, "more was written, or less");
        if any && owes_nothing {
            self.since = self.now;
        }
        // What is long comes as a piece of its own, which the server will see.
        let chunk = self.out.chunk();
        let written = self.owed.0.iter().filter(|request| request.start.is_some_and(|start| start >= begin));
        let expected: Vec<u8> =
            written.flat_map(|request| &request.wire).copied().take(chunk.len()).collect();
        assert_eq!(chunk, expected, "other commands were written");
    }

    pub(super) fn take(&mut self, event: Event) {
        assert!(!self.is_closed, "{event:?} after the end");
        match event {
            Event::Ready(_) => assert!(self.session.is_ready(), "it says it is ready"),
            Event::Reply { tag, reply, last } => self.take_reply(tag, &reply, last),
            Event::Failed { tag, failure } => self.take_failure(tag, failure),
            Event::Push(_) => {
                self.tally.pushes += 1;
                assert!(self.has_lied || self.tally.pushes <= self.server.pushes, "a push came twice");
            }
            Event::Closed(reason) => {
                assert!(!self.is_sound, "{reason}");
                assert!(self.owed.0.iter().all(|request| request.tag.is_none()), "a request has no end");
                self.is_closed = true;
            }
        }
    }

    fn take_reply(&mut self, tag: Tag, reply: &Reply, last: bool) {
        let mut request = self.owed.pop();
        assert!(request.start.is_some(), "a reply to something that was not written");
        assert_eq!(Some(tag), request.tag, "the reply to another one");
        if self.has_lied && request.is_fence {
            // There may be errors before the fence as the liar likes.
            if !last {
                self.owed.0.push_front(request);
            }
            return;
        }
        let expected = request.replies.pop_front().expect("no request has none left");
        if !self.has_lied {
            let mut bytes = Vec::new();
            Encoder::new(&mut bytes).frame(reply.frame()).expect("a vector has room");
            assert_eq!(bytes, expected, "the reply to another one");
        }
        assert_eq!(last, request.replies.is_empty(), "too few replies or too many");
        self.tally.answered += usize::from(last);
        if !last {
            self.owed.0.push_front(request);
        }
    }

    fn take_failure(&mut self, tag: Tag, failure: Failure) {
        if failure.timed_out || !self.session.is_closed() {
            return self.take_failure_of_one(tag, failure);
        }
        assert!(!self.is_sound, "{tag:?} failed without need: {:?}", self.session);
        let request = self.owed.pop();
        assert_eq!(Some(tag), request.tag, "another one failed");
        let may_have_run = request.may_have_run(self.server.seen);
        assert!(failure.executed == Executed::Maybe || !may_have_run, "it may have run");
        assert!(self.has_lied || failure.executed == Executed::No || may_have_run, "nothing of it was seen");
        self.tally.lost_unsent += usize::from(!may_have_run);
        self.tally.lost_maybe += usize::from(may_have_run);
    }

    /// While the connection stands a request fails only if its time is over, or
    /// if it subscribes and the server turns out not to know RESP3.
    fn take_failure_of_one(&mut self, tag: Tag, failure: Failure) {
        let of_tag = |request: &&Request| request.tag == Some(tag);
        let request = self.owed.0.iter().find(of_tag).expect("it was given up, or ended before");
        if failure.timed_out {
            assert!(request.deadline <= self.now, "it had time");
        } else {
            assert!(request.is_fence && !self.session.has_pushes(), "it failed without need");
        }
        let was_written = self.owed.give_up(tag).expect("it was there");
        assert_eq!(failure.executed, if was_written { Executed::Maybe } else { Executed::No });
        self.tally.timed_out += usize::from(failure.timed_out);
    }

    /// An honest peer answers all there is; then the connection ends.
    pub(super) fn finish(mut self) -> Tally {
        if self.is_sound {
            for _ in 0..FINAL_ROUNDS {
                // Whatever was held back leaves after a sign of life.
                self.server.push();
                self.transmit(usize::MAX);
                self.deliver(usize::MAX);
            }
            assert!(self.session.is_idle(), "something awaits a reply that has come");
            assert_eq!(self.session.awaited_count(), 0, "something awaits a reply that has come");
            assert_eq!(self.session.queued_len(), 0, "something was not written");
            assert!(self.owed.0.iter().all(|request| request.tag.is_none()), "a request has no reply");
            assert_eq!(self.tally.pushes, self.server.pushes, "a push was lost");
        }
        self.is_sound = false;
        self.session.close(SessionError::Abandoned);
        self.deliver(usize::MAX);
        assert!(self.is_closed, "the end is not announced");
        assert!(!self.session.poll_transmit(&mut Transmit::default(), self.now), "written after the end");
        assert!(self.session.is_idle(), "something waits for ever");
        assert!(self.session.has_room(usize::MAX, usize::MAX), "something is held for ever");
        assert_eq!(self.session.poll_timeout(), None, "there is nothing to wait for");
        let refused = self.session.submit(command(1, 0).wire(), Tag(0), Span::default());
        assert_eq!(refused, Err(SubmitError::Closed));
        assert!(!format!("{:?}", self.session).contains("s3cret"), "the password is shown");
        self.tally
    }
}
