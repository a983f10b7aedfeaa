//! Properties of arbitrary streams: the decoder answers as the oracle does, and
//! the same however the stream arrives.
#![cfg(feature = "bytes")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

mod feeding;
mod oracle;

use feeding::{End, Outcome};
use oracle::Bounds;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use resp_core::{Decoder, Limits, Node, SliceTape};

type Bytes = Vec<u8>;

/// The bytes that mean something in RESP, and some that do not.
const ALPHABET: &[u8] = b"+-:$*_#,(!=%~>|;.?0123456789\r\n\r\n\r\ntfeinfa @\xff";

/// Whole tokens and parts of them, so that structure is put to the test.
const TOKENS: &[&[u8]] = &[
    b"*1\r\n",
    b"*2\r\n",
    b"*0\r\n",
    b"*-1\r\n",
    b"*?\r\n",
    b"~1\r\n",
    b"~?\r\n",
    b">1\r\n",
    b"%1\r\n",
    b"%?\r\n",
    b"|0\r\n",
    b"|1\r\n",
    b"|?\r\n",
    b".\r\n",
    b";0\r\n",
    b";1\r\na\r\n",
    b";2\r\nt:\r\n",
    b";4\r\ntxt:\r\n",
    b"$?\r\n",
    b"!?\r\n",
    b"=?\r\n",
    b"$0\r\n\r\n",
    b"$3\r\nabc\r\n",
    b"$-1\r\n",
    b"$10\r\n0123456789\r\n",
    b"!1\r\na\r\n",
    b"=4\r\ntxt:\r\n",
    b":1\r\n",
    b"+\r\n",
    b"+a\r\n",
    b"-E\r\n",
    b"_\r\n",
    b"#t\r\n",
    b",1.5\r\n",
    b",nan\r\n",
    b"(12\r\n",
    b"$03\r\nabc\r\n",
    b"$3\r\nabcd",
    b"$3\r\n",
    b"\r\n",
    b"\r",
    b"*",
    b"$",
    b"@",
    b"*16777217\r\n",
    b"*1000000\r\n",
];

/// Values with nothing to choose in them.
const CONSTANTS: &[&[u8]] = &[b"_\r\n", b"$-1\r\n", b"*-1\r\n", b"#t\r\n", b"#f\r\n"];

fn line(marker: &str, text: impl AsRef<[u8]>) -> Bytes {
    [marker.as_bytes(), text.as_ref(), b"\r\n"].concat()
}

fn bulk(marker: &str, payload: &[u8]) -> Bytes {
    [line(marker, payload.len().to_string()), payload.to_vec(), b"\r\n".to_vec()].concat()
}

fn streamed(marker: &str, chunks: &[Bytes]) -> Bytes {
    let chunks = chunks.iter().map(|chunk| bulk(";", chunk)).collect::<Vec<_>>().concat();
    [line(marker, "?"), chunks, line(";", "0")].concat()
}

fn text() -> impl Strategy<Value = Bytes> {
    vec(any::<u8>().prop_filter("ends a line", |byte| !b"\r\n".contains(byte)), 0..40)
}

fn payload() -> impl Strategy<Value = Bytes> {
    prop_oneof![vec(any::<u8>(), 0..30), vec(select(ALPHABET), 0..12), vec(any::<u8>(), 90..120)]
}

/// A value that holds no others.
fn scalar() -> impl Strategy<Value = Bytes> {
    let doubles = "[-+]?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][-+]?[0-9]{1,3})?|[-+]?inf|-?nan";
    let chunks = || vec(vec(any::<u8>(), 1..9), 0..4);
    prop_oneof![
        text().prop_map(|text| line("+", text)),
        text().prop_map(|text| line("-", text)),
        any::<i64>().prop_map(|value| line(":", value.to_string())),
        "[-+]?0{0,3}[0-9]{1,15}".prop_map(|text| line(":", text)),
        payload().prop_map(|payload| bulk("$", &payload)),
        payload().prop_map(|payload| bulk("!", &payload)),
        payload().prop_map(|payload| bulk("=", &[b"txt:", &payload[..]].concat())),
        doubles.prop_map(|text| line(",", text)),
        any::<f64>().prop_map(|value| line(",", format!("{value:e}"))),
        "[-+]?[0-9]{1,50}".prop_map(|text| line("(", text)),
        select(CONSTANTS).prop_map(<[u8]>::to_vec),
        chunks().prop_map(|chunks| streamed("$", &chunks)),
        chunks().prop_map(|chunks| streamed("!", &chunks)),
        chunks().prop_map(|rest| streamed("=", &[vec![b"mk".to_vec(), b"d:".to_vec()], rest].concat())),
    ]
}

/// An aggregate around `elements`, a value or something a value goes after.
fn aggregate(marker: &str, is_streamed: bool, elements: &[Bytes]) -> Bytes {
    let paired = matches!(marker, "%" | "|");
    let kept = if paired { elements.len() / 2 * 2 } else { elements.len() };
    let count = if paired { kept / 2 } else { kept };
    let (count, end) = if is_streamed { ("?".into(), line(".", "")) } else { (count.to_string(), vec![]) };
    [line(marker, count), elements[..kept].concat(), end].concat()
}

/// A whole value.
fn value() -> impl Strategy<Value = Bytes> {
    scalar().prop_recursive(6, 40, 6, |inner| {
        let list = || vec(inner.clone(), 0..6);
        prop_oneof![
            3 => (select(&["*", "~", ">", "%"]), any::<bool>(), list())
                .prop_map(|(marker, is_streamed, elements)| aggregate(marker, is_streamed, &elements)),
            1 => (any::<bool>(), list(), inner.clone())
                .prop_map(|(is_streamed, pairs, value)| [aggregate("|", is_streamed, &pairs), value].concat()),
        ]
    })
}

fn frames() -> impl Strategy<Value = Bytes> {
    vec(value(), 0..4).prop_map(|frames| frames.concat())
}

/// Something done to a stream at some place.
#[derive(Clone, Debug)]
enum Damage {
    Replace(Index, u8),
    Insert(Index, u8),
    InsertToken(Index, &'static [u8]),
    Remove(Index, usize),
    Truncate(Index),
}

impl Damage {
    fn apply(&self, bytes: &mut Bytes) {
        let len = bytes.len();
        match *self {
            Self::Replace(at, byte) if len > 0 => bytes[at.index(len)] = byte,
            Self::Insert(at, byte) => bytes.insert(at.index(len + 1), byte),
            Self::InsertToken(at, token) => {
                let at = at.index(len + 1);
                bytes.splice(at..at, token.iter().copied());
            }
            Self::Remove(at, count) if len > 0 => {
                let at = at.index(len);
                bytes.drain(at..(at + count).min(len));
            }
            Self::Truncate(at) => bytes.truncate(at.index(len + 1)),
            Self::Replace(..) | Self::Remove(..) => {}
        }
    }
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        4 => (any::<Index>(), select(ALPHABET)).prop_map(|(at, byte)| Damage::Replace(at, byte)),
        2 => (any::<Index>(), select(ALPHABET)).prop_map(|(at, byte)| Damage::Insert(at, byte)),
        2 => (any::<Index>(), select(TOKENS)).prop_map(|(at, token)| Damage::InsertToken(at, token)),
        2 => (any::<Index>(), 1_usize..6).prop_map(|(at, count)| Damage::Remove(at, count)),
        1 => any::<Index>().prop_map(Damage::Truncate),
    ]
}

fn damaged_frames() -> impl Strategy<Value = Bytes> {
    (frames(), vec(damage(), 1..4)).prop_map(|(mut bytes, damages)| {
        damages.iter().for_each(|damage| damage.apply(&mut bytes));
        bytes
    })
}

fn stream() -> impl Strategy<Value = Bytes> {
    prop_oneof![
        2 => frames(),
        4 => damaged_frames(),
        2 => vec(select(TOKENS), 0..30).prop_map(|tokens| tokens.concat()),
        1 => vec(select(ALPHABET), 0..60),
        1 => vec(any::<u8>(), 0..60),
    ]
}

/// The defaults, or limits so small that streams run into them.
fn bounds() -> impl Strategy<Value = Bounds> {
    let small = (0_u32..6, 0_u64..40, 0_u64..8, 1_u32..30, 1_u64..200, 0_usize..40, 0_u8..4).prop_map(
        |(depth, bulk_len, aggregate_len, nodes, frame_len, line_len, attributes)| Bounds {
            depth,
            bulk_len,
            aggregate_len,
            nodes,
            frame_len,
            line_len,
            attributes,
        },
    );
    let one_small = (small.clone(), 0..7).prop_map(|(small, which)| Bounds {
        depth: if which == 0 { small.depth } else { oracle::DEFAULT.depth },
        bulk_len: if which == 1 { small.bulk_len } else { oracle::DEFAULT.bulk_len },
        aggregate_len: if which == 2 { small.aggregate_len } else { oracle::DEFAULT.aggregate_len },
        nodes: if which == 3 { small.nodes } else { oracle::DEFAULT.nodes },
        frame_len: if which == 4 { small.frame_len } else { oracle::DEFAULT.frame_len },
        line_len: if which == 5 { small.line_len } else { oracle::DEFAULT.line_len },
        attributes: if which == 6 { small.attributes } else { oracle::DEFAULT.attributes },
    });
    prop_oneof![3 => Just(oracle::DEFAULT), 2 => one_small, 1 => small]
}

fn arrivals(len: usize, cuts: &[Index]) -> Vec<usize> {
    let mut arrivals: Vec<usize> = cuts.iter().map(|cut| cut.index(len + 1)).chain([len]).collect();
    arrivals.sort_unstable();
    arrivals
}

fn decode(limits: Limits, input: &[u8], arrivals: &[usize]) -> Outcome {
    feeding::decode(&mut Decoder::with_limits(limits), input, arrivals)
}

/// At least `cases`, more if the environment asks for more (`PROPTEST_CASES`).
fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: default.cases.max(cases), failure_persistence: None, ..default }
}

proptest! {
    #![proptest_config(config(4000))]

    #[test]
    fn the_oracle_says_the_same(input in stream(), bounds in bounds()) {
        let expected = oracle::decode(bounds, &input);
        let whole = decode(bounds.limits(), &input, &[input.len()]);
        prop_assert_eq!(whole, expected, "{}", input.escape_ascii());
    }

    #[test]
    fn cuts_change_nothing(input in stream(), bounds in bounds(), cuts in vec(any::<Index>(), 0..8)) {
        let limits = bounds.limits();
        let whole = decode(limits, &input, &[input.len()]);
        let arrivals = arrivals(input.len(), &cuts);
        let shown = input.escape_ascii();
        prop_assert_eq!(&decode(limits, &input, &arrivals), &whole, "{} at {:?}", shown, arrivals);
        let bytes = feeding::steps(input.len(), 1);
        prop_assert_eq!(&decode(limits, &input, &bytes), &whole, "{}", shown);
    }

    #[test]
    fn all_doors_lead_to_the_same(input in stream(), bounds in bounds(), cuts in vec(any::<Index>(), 0..8)) {
        let limits = bounds.limits();
        let whole = decode(limits, &input, &[input.len()]);
        let arrivals = arrivals(input.len(), &cuts);
        let shown = input.escape_ascii();
        let replies = feeding::decode_replies(limits, &input, &arrivals);
        prop_assert_eq!(&replies, &whole, "replies of {} at {:?}", shown, arrivals);

        let mut nodes = vec![Node::EMPTY; input.len() + 1];
        let mut on_a_slice = Decoder::with_tape(SliceTape::new(&mut nodes), limits);
        let framed = feeding::decode(&mut on_a_slice, &input, &arrivals);
        prop_assert_eq!(&framed, &whole, "{} at {:?} on a slice", shown, arrivals);

        let tokens = feeding::tokens(limits, &input, &arrivals);
        if let End::Error(_, token_at) = tokens.end {
            let End::Error(_, at) = whole.end else {
                return Err(TestCaseError::fail(format!("{shown}: an error of the tokenizer alone")));
            };
            prop_assert!(token_at >= at, "{}", shown);
        }
    }

    #[test]
    fn tokens_do_not_depend_on_cuts(input in stream(), bounds in bounds(), cuts in vec(any::<Index>(), 0..8)) {
        let limits = bounds.limits();
        let whole = feeding::tokens(limits, &input, &[input.len()]);
        let pieces = feeding::tokens(limits, &input, &arrivals(input.len(), &cuts));
        prop_assert_eq!(pieces, whole, "{}", input.escape_ascii());
    }

    #[test]
    fn whole_frames_are_decoded_whole(input in frames()) {
        let whole = decode(Limits::default(), &input, &[input.len()]);
        prop_assert_eq!(whole.end, End::Complete, "{}", input.escape_ascii());
    }

    /// A tape that is too small is an error like any other limit.
    #[test]
    fn a_full_tape_does_not_depend_on_cuts(
        input in stream(), room in 0_usize..12, cuts in vec(any::<Index>(), 0..8),
    ) {
        let run = |arrivals: &[usize]| {
            let mut nodes = vec![Node::EMPTY; room];
            feeding::decode(&mut Decoder::with_tape(SliceTape::new(&mut nodes), Limits::default()), &input, arrivals)
        };
        prop_assert_eq!(run(&arrivals(input.len(), &cuts)), run(&[input.len()]), "{}", input.escape_ascii());
    }
}
