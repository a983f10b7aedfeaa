//! Random steps, against what a session should do in the simplest words.

use super::*;

/// xorshift64*: small, and the same everywhere.
struct Random(u64);

impl Random {
    /// A number below `bound`.
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).unwrap_or_default() % bound
    }
}

/// What a session should do, in the simplest words.
#[derive(Default)]
struct Model {
    /// Submitted, not written, not given up.
    queued: VecDeque<Request>,
    /// Written: the next reply is the first one's.
    written: VecDeque<Request>,
    /// What the server has still to send.
    replies: VecDeque<u8>,
    /// How many requests ended with all their replies.
    answered: usize,
}

struct Request {
    id: RequestId,
    tag: Tag,
    tokens: VecDeque<String>,
    given_up: bool,
}

impl Model {
    /// The server's answer to what was just written.
    fn write(&mut self, random: &mut Random) {
        for request in self.queued.drain(..) {
            for token in &request.tokens {
                if random.below(8) == 0 {
                    self.replies.extend(PUSH.bytes());
                }
                self.replies.extend(format!("${}\r\n{token}\r\n", token.len()).bytes());
            }
            self.written.push_back(request);
        }
    }

    /// Checks an event against what must come next.
    fn check(&mut self, event: &Event) {
        let Event::Reply { tag, reply, last } = event else {
            assert!(matches!(event, Event::Push(_)), "{event:?}");
            return;
        };
        while self.written.front().is_some_and(|request| request.given_up) {
            self.written.pop_front();
        }
        let request = self.written.front_mut().expect("a reply to a request");
        let token = request.tokens.pop_front().expect("requests have tokens");
        assert_eq!(reply.frame().as_str(), Some(token.as_str()), "a reply of another's");
        assert_eq!((*tag, *last), (request.tag, request.tokens.is_empty()));
        if *last {
            self.written.pop_front();
            self.answered += 1;
        }
    }

    /// The events that a closed connection must still give.
    fn failures(&self) -> Vec<(Tag, Executed)> {
        let written = self.written.iter().filter(|request| !request.given_up);
        let written = written.map(|request| (request.tag, Executed::Maybe));
        written.chain(self.queued.iter().map(|request| (request.tag, Executed::No))).collect()
    }
}

/// One run of random steps; returns how many requests were submitted,
/// answered, given up and failed.
fn run_model(seed: u64) -> [usize; 4] {
    let mut random = Random(seed);
    let mut session = Session::new(&config(Resp2), Lanes::Shared, 0);
    let mut input = BytesMut::new();
    assert!(matches!(session.receive(&mut input), Some(Event::Ready(_))));
    let mut model = Model::default();
    let (mut submitted, mut given_up) = (0_u32, 0);
    // Some runs let much pile up, others keep the queue short.
    let eager = 1 + random.below(6);
    for _ in 0..200 {
        match random.below(6 + eager) {
            0..3 => {
                let count = if random.below(3) == 0 { 1 + random.below(4) } else { 1 };
                let padding = "x".repeat(random.below(60));
                let tokens: VecDeque<_> =
                    (0..count).map(|part| format!("{seed}-{submitted}-{part}{padding}")).collect();
                let tag = Tag(submitted);
                let commands: Vec<_> = tokens.iter().map(cmd::echo).collect();
                let id = match &commands[..] {
                    [command] => session.submit(command.wire(), tag, Span::default()),
                    _ => session.submit_batch(&commands, tag, Span::default()),
                }
                .expect("nothing is wrong with it");
                submitted += 1;
                model.queued.push_back(Request { id, tag, tokens, given_up: false });
            }
            3 if !model.queued.is_empty() => {
                let index = random.below(model.queued.len());
                let request = model.queued.remove(index).expect("it is within");
                assert!(session.cancel(request.id), "it was not written");
                given_up += 1;
            }
            4 if !model.written.is_empty() => {
                let index = random.below(model.written.len());
                let request = &mut model.written[index];
                if !request.given_up {
                    assert!(!session.cancel(request.id), "it was written");
                    request.given_up = true;
                    given_up += 1;
                }
            }
            5 => {
                let mut expected = Vec::new();
                for token in model.queued.iter().flat_map(|request| &request.tokens) {
                    cmd::echo(token).wire().write_to(&mut expected);
                }
                let mut out = Transmit::default();
                assert_eq!(session.poll_transmit(&mut out, 0), !expected.is_empty());
                assert_eq!(escape(out.chunk()), escape(&expected), "what leaves");
                session.handle_written(expected.len());
                model.write(&mut random);
            }
            _ => {
                let count = random.below(model.replies.len() + 1);
                input.extend(model.replies.drain(..count));
                while let Some(event) = session.receive(&mut input) {
                    model.check(&event);
                }
            }
        }
        let live: usize = model.queued.iter().map(|request| request.tokens.len() * 128).sum();
        assert!(session.queued_len() <= 2 * live, "the dead outnumber the living");
    }
    let failures = model.failures();
    let reason = match random.below(3) {
        0 => {
            session.handle_end(&input);
            SessionError::PeerClosed { mid_reply: !input.is_empty() }
        }
        _ => {
            session.close(SessionError::Abandoned);
            SessionError::Abandoned
        }
    };
    for expected in &failures {
        let event = session.receive(&mut input);
        let Some(Event::Failed { tag, failure }) = event else { panic!("{event:?} for {expected:?}") };
        assert_eq!((tag, failure.executed), *expected);
    }
    let event = session.receive(&mut input);
    assert!(matches!(&event, Some(Event::Closed(error)) if *error == reason), "{event:?}");
    assert!(session.receive(&mut input).is_none());
    assert!(session.is_idle());
    [submitted.try_into().unwrap_or_default(), model.answered, given_up, failures.len()]
}

#[test]
fn random_interleavings_keep_every_promise() {
    let mut totals = [0; 4];
    for seed in 1..=3_000 {
        let seed_said = Seed(seed);
        let counts = run_model(seed);
        drop(seed_said);
        // Every request ended once, one way or another.
        assert_eq!(counts[0], counts[1..].iter().sum::<usize>(), "seed {seed}: {counts:?}");
        totals.iter_mut().zip(counts).for_each(|(total, count)| *total += count);
    }
    // The steps were random, but not idle.
    assert!(totals.iter().all(|&total| total > 10_000), "{totals:?}");
}

/// Says which run it was when it fails.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            std::eprintln!("in the run of seed {}", self.0);
        }
    }
}
