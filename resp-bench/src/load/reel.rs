//! All requests of a thread, prepared as bytes. They stand one behind the other
//! in the order in which they are sent, so that one write takes as many as are
//! wanted; between writes only the digits in their holes change.
//!
//! The order repeats itself after `cycle` requests. Behind the cycle stands as
//! much of its beginning as one write can take, so that no write is cut in two.

use super::random::{Numbers, put_digits};
use super::template::{Hole, Names, Template, What};
use crate::failure::Failure;
use crate::format;

/// Commands, how often each of them comes, and how large their values are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mix {
    /// With their weights.
    pub(super) commands: Vec<(Template, u32)>,
    /// Bytes of `__data__`: the least and the most.
    pub(super) sizes: (usize, usize),
}

/// Requests that follow each other.
#[derive(Debug, Clone)]
pub(super) struct Reel {
    bytes: Vec<u8>,
    /// Where each request begins, and the end.
    starts: Vec<usize>,
    holes: Vec<Hole>,
    /// The first hole of each request, and the end.
    first_holes: Vec<usize>,
    /// Which command each is.
    kinds: Vec<u16>,
    cycle: usize,
}

/// Bytes of all requests of one thread.
const MAX_BYTES: usize = 256 << 20;
/// Requests until they repeat themselves.
const MAX_CYCLE: u64 = 100_000;
/// Values of sizes that differ need some requests to differ in.
const SIZED_CYCLE: usize = 256;

impl Reel {
    /// With room for writes of up to `pipeline` requests.
    ///
    /// # Errors
    /// The weights are too large, or the requests take too much memory.
    pub(super) fn new(mix: &Mix, names: &Names, pipeline: usize) -> Result<Self, Failure> {
        let weights: Vec<_> = mix.commands.iter().map(|(_, weight)| *weight).collect();
        let mut order = order(&weights)?;
        if mix.sizes.0 < mix.sizes.1 {
            order = order.repeat(SIZED_CYCLE.div_ceil(order.len()));
        }
        let cycle = order.len();
        let all = order.iter().copied().cycle().take(cycle + pipeline - 1);
        let value = value(mix.sizes.1);
        let mut sizes = Numbers::new((mix.sizes.1 - mix.sizes.0) as u64 + 1, super::random::Order::Random);
        let mut reel = Self {
            bytes: Vec::new(),
            starts: vec![0],
            holes: Vec::new(),
            first_holes: vec![0],
            kinds: Vec::new(),
            cycle,
        };
        for kind in all {
            let size = mix.sizes.0 + usize::try_from(sizes.key()).unwrap_or(0);
            let (template, _) = &mix.commands[usize::from(kind)];
            let (wire, holes) = template.wire(names, &value[..size]);
            reel.push(kind, &wire, holes);
            if reel.bytes.len() > MAX_BYTES {
                let limit = MAX_BYTES >> 20;
                let text = format!(
                    "the requests of one write ({pipeline} of up to {} bytes) take more than {limit} MiB: \
                     a smaller --pipeline or --data-size is needed",
                    format::count(mix.sizes.1 as f64)
                );
                return Err(Failure::new(text));
            }
        }
        Ok(reel)
    }

    fn push(&mut self, kind: u16, wire: &[u8], holes: Vec<Hole>) {
        let start = self.bytes.len();
        self.bytes.extend(wire);
        self.starts.push(self.bytes.len());
        self.holes.extend(holes.into_iter().map(|hole| Hole { at: hole.at + start, ..hole }));
        self.first_holes.push(self.holes.len());
        self.kinds.push(kind);
    }

    /// The next `count` requests from `from` on, with new numbers.
    pub(super) fn next(&mut self, from: usize, count: usize, numbers: &mut Numbers) -> &[u8] {
        let holes = &self.holes[self.first_holes[from]..self.first_holes[from + count]];
        for hole in holes {
            let number = match hole.what {
                What::Key => numbers.key(),
                What::Rand => numbers.rand(),
            };
            put_digits(&mut self.bytes[hole.at..hole.at + hole.len], number);
        }
        &self.bytes[self.starts[from]..self.starts[from + count]]
    }

    /// Which command the request at this place is.
    pub(super) fn kind(&self, at: usize) -> usize {
        usize::from(self.kinds[at])
    }

    /// The place `count` requests after this one.
    pub(super) const fn after(&self, at: usize, count: usize) -> usize {
        let next = at + count;
        if next < self.cycle { next } else { next % self.cycle }
    }
}

/// Each command as often as its weight says, as evenly spread as can be: who has
/// waited longest for its share comes next.
fn order(weights: &[u32]) -> Result<Vec<u16>, Failure> {
    let divisor = weights.iter().copied().fold(0, greatest_common_divisor).max(1);
    let weights: Vec<_> = weights.iter().map(|weight| i64::from(weight / divisor)).collect();
    let total: i64 = weights.iter().sum();
    if !(1..=MAX_CYCLE).contains(&total.unsigned_abs()) {
        return Err(Failure::new(format!("weights must be 1 to {MAX_CYCLE} together")));
    }
    let mut owed = vec![0; weights.len()];
    let next = |_| {
        owed.iter_mut().zip(&weights).for_each(|(owed, weight)| *owed += weight);
        let most = (0..owed.len()).rev().max_by_key(|index| owed[*index]).unwrap_or(0);
        owed[most] -= total;
        u16::try_from(most).unwrap_or(0)
    };
    Ok((0..total).map(next).collect())
}

const fn greatest_common_divisor(mut one: u32, mut other: u32) -> u32 {
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// Letters, which compress as little as any, but are read easily.
fn value(size: usize) -> Vec<u8> {
    (b'a'..=b'z').cycle().take(size).collect()
}

#[cfg(test)]
mod tests {
    use super::super::random::Order;
    use super::*;

    fn names() -> Names {
        Names { prefix: "k".to_owned(), digits: 2 }
    }

    fn mix(lines: &[(&str, u32)], sizes: (usize, usize)) -> Mix {
        let commands = lines.iter().map(|(line, weight)| (Template::parse(line).unwrap(), *weight));
        Mix { commands: commands.collect(), sizes }
    }

    #[test]
    fn ratios_are_kept_and_spread() {
        assert_eq!(order(&[1, 2]).unwrap(), [1, 0, 1]);
        assert_eq!(order(&[20, 10]).unwrap(), order(&[2, 1]).unwrap());
        assert_eq!(order(&[0, 5]).unwrap(), [1]);
        let order_of_11 = order(&[1, 10]).unwrap();
        assert_eq!((order_of_11.len(), order_of_11.iter().filter(|kind| **kind == 0).count()), (11, 1));
        assert!(order(&[0, 0]).is_err() && order(&[1, 4_000_000_000]).is_err());
    }

    #[test]
    fn writes_go_round_without_being_cut() {
        let mut reel =
            Reel::new(&mix(&[("SET __key__ __data__", 1), ("GET __key__", 2)], (3, 3)), &names(), 5);
        let reel = reel.as_mut().unwrap();
        let mut numbers = Numbers::new(100, Order::Sequential);
        let get = |key: &str| format!("*2\r\n$3\r\nGET\r\n$3\r\n{key}\r\n");
        let set = |key: &str| format!("*3\r\n$3\r\nSET\r\n$3\r\n{key}\r\n$3\r\nabc\r\n");
        let expected = [get("k00"), set("k01"), get("k02"), get("k03"), set("k04")].concat();
        assert_eq!(String::from_utf8_lossy(reel.next(0, 5, &mut numbers)), expected);
        let at = reel.after(0, 5);
        assert_eq!((at, reel.kind(at)), (2, 1));
        let expected = [get("k05"), get("k06"), set("k07"), get("k08"), get("k09")].concat();
        assert_eq!(String::from_utf8_lossy(reel.next(at, 5, &mut numbers)), expected);
    }

    #[test]
    fn sizes_differ_within_their_range() {
        let reel = Reel::new(&mix(&[("SET __key__ __data__", 1)], (10, 20)), &names(), 1).unwrap();
        let lens: Vec<_> = reel.starts.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let overhead = "*3\r\n$3\r\nSET\r\n$3\r\nk00\r\n$10\r\n\r\n".len();
        assert_eq!(lens.iter().min(), Some(&(overhead + 10)));
        assert_eq!(lens.iter().max(), Some(&(overhead + 20)));
    }

    #[test]
    fn too_much_is_refused_in_one_line() {
        let failure = Reel::new(&mix(&[("SET __key__ __data__", 1)], (1 << 20, 1 << 20)), &names(), 1000);
        assert!(failure.unwrap_err().to_string().contains("--pipeline"));
    }
}
