//! Scripts that were written, and many that were not.

extern crate std;

use alloc::vec::Vec;

use super::{Tally, play};

#[test]
fn what_a_fuzzer_starts_from() {
    for data in [
        &b""[..],
        b"\x00",
        b"\x01\x00\x00\x01\x00\x05\x08\xff\x00\x01\x00\x03\x04\x00\x05\x08\x03\x08\xff",
        b"\x2d\x00\x03\x02\x00\x05\x08\xff\x05\x08\xff\x05\x08\xff\x05\x0b\x08\x40",
        b"\x00\x00\x00\x01\x00\x08\x00\x04\x00\x00\x02\x00\x04\x01\x05\x04\x02\x05\x08\xff",
        b"\x10\x00\x00\x01\x00\x05\x0c\x03:1\r\x08\xff\x00\x01\x00\x08\xff\x0f\x00",
        b"\x01\x00\x00\x01\x09\x0d\xff\x0d\xff\x0d\xff\x08\x00",
        b"\x12\x00\x0e\x00\x00\x00\x05\x0f\x08\x08\x08\x0e",
        b"\xed\x00\x00\x00\x00\x05\x08\xff\x05\x08\xff\x05\x08\xff",
        // Small budgets, deadlines, half of what is written taken.
        b"\x00\x05\x00\x00\x00\x00\xff\x00\x05\x10\x05\x0f\x00",
        b"\x00\x00\x03\x04\x01\x00\x00\x02\x10\x11\x0d\x20\x0d\xff\x0f\x00",
        // A transaction and subscriptions.
        b"\x02\x00\x05\x08\xff\x11\x03\x00\x12\x00\x12\x00\x12\x00\x13\x05\x08\x07\x13\x08\xff",
        b"\x00\x00\x11\x03\x00\x10\x21\x0f\x00",
        b"\x21\x00\x12\x00\x00\x00\x00\x05\x08\xff\x05\x08\xff",
        b"\x00\x10\x12\x00\x12\x00\x12\x00\x05\x13\x08\x07\x08\xff",
    ] {
        play(data);
    }
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

/// The same scripts each time: a failure can be looked at again.
#[test]
fn scripts_by_chance() {
    let mut total = Tally::default();
    for seed in 1..=4_000_u64 {
        let said = Seed(seed);
        total += play(&script(seed));
        drop(said);
    }
    // Chance left nothing out.
    let Tally { answered, pushes, refused_full, given_up, timed_out, lost_unsent, lost_maybe, .. } = total;
    let often = [answered, pushes, refused_full, given_up, timed_out, lost_unsent, lost_maybe];
    assert!(often.into_iter().all(|count| count > 500), "{total:?}");
    assert!(total.pings > 50 && total.unresponsive > 100, "{total:?}");
}

impl core::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.answered += other.answered;
        self.pushes += other.pushes;
        self.refused_full += other.refused_full;
        self.given_up += other.given_up;
        self.timed_out += other.timed_out;
        self.lost_unsent += other.lost_unsent;
        self.lost_maybe += other.lost_maybe;
        self.pings += other.pings;
        self.unresponsive += other.unresponsive;
    }
}

/// xorshift64*: small, and the same everywhere. Lies and ends are rare in most
/// scripts, so that much happens before.
fn script(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut next = || {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        (state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 56) as u8
    };
    let len = 20 + usize::from(next());
    let is_rough = seed.is_multiple_of(8);
    let mut bytes: Vec<u8> = (0..len).map(|_| next()).collect();
    if !is_rough {
        bytes.iter_mut().skip(2).filter(|byte| matches!(**byte % 20, 12 | 15)).for_each(|byte| *byte /= 20);
    }
    // Half of them with room for much.
    bytes[1] &= if seed.is_multiple_of(2) { 0b1111_0000 } else { u8::MAX };
    bytes
}
