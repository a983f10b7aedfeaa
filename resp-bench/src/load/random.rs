//! Numbers for keys and for `__rand__`: cheap, without seed of its user.

use crate::random::{self, Random};

/// Where the numbers of a thread come from.
#[derive(Debug)]
pub(super) struct Numbers {
    random: Random,
    /// The next key in turn.
    turn: u64,
    keyspace: u64,
    order: Order,
}

/// In which order keys are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Uniformly at random.
    Random,
    /// From 0 on, each in turn: to fill and to delete.
    Sequential,
}

/// Numbers of `__rand__` have twelve digits and no zero before them, so that
/// servers take them for integers.
pub(super) const RAND_DIGITS: usize = 12;
const RAND_LEAST: u64 = 100_000_000_000;

impl Numbers {
    /// Of keys below `keyspace`.
    pub(super) fn new(keyspace: u64, order: Order) -> Self {
        Self { random: Random::new(random::seed()), turn: 0, keyspace, order }
    }

    /// The number of the next key.
    pub(super) fn key(&mut self) -> u64 {
        match self.order {
            Order::Random => below(self.random.next(), self.keyspace),
            Order::Sequential => {
                let key = self.turn % self.keyspace;
                self.turn += 1;
                key
            }
        }
    }

    /// The next number of twelve digits.
    pub(super) fn rand(&mut self) -> u64 {
        RAND_LEAST + below(self.random.next(), 9 * RAND_LEAST)
    }
}

/// The upper half of the product: as uniform as 64 bits allow, and no division.
fn below(random: u64, bound: u64) -> u64 {
    u64::try_from((u128::from(random) * u128::from(bound)) >> 64).unwrap_or(u64::MAX)
}

/// Writes the last digits of a number, as many as there is room for.
pub(super) fn put_digits(room: &mut [u8], mut number: u64) {
    for place in room.iter_mut().rev() {
        *place = b'0' + u8::try_from(number % 10).unwrap_or(0);
        number /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_below_the_keyspace_and_all_of_them_come() {
        let mut numbers = Numbers::new(10, Order::Random);
        let mut seen = [0_u32; 10];
        (0..10_000).for_each(|_| seen[usize::try_from(numbers.key()).unwrap()] += 1);
        assert!(seen.iter().all(|count| (800..1200).contains(count)), "{seen:?}");
        let mut numbers = Numbers::new(3, Order::Sequential);
        assert_eq!([0; 5].map(|_| numbers.key()), [0, 1, 2, 0, 1]);
    }

    #[test]
    fn random_numbers_have_twelve_digits() {
        let mut numbers = Numbers::new(1, Order::Random);
        assert!((0..1000).all(|_| numbers.rand().to_string().len() == RAND_DIGITS));
    }

    #[test]
    fn digits_fill_their_room() {
        for (number, expected) in [(7, b"0007"), (1234, b"1234"), (91_234, b"1234")] {
            let mut room = *b"xxxx";
            put_digits(&mut room, number);
            assert_eq!(&room, expected);
        }
    }
}
