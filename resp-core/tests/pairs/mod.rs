//! Structs as fields and values, and the replies that would bring them back.

use resp_core::{Decoder, Encoder, FromReply, Progress, ToPairs};

/// What `decode` makes of `input`, which is one frame.
pub(crate) fn read<R: FromReply>(input: &[u8]) -> Result<R::Out, String> {
    let mut decoder = Decoder::new();
    let Progress::Frame(frame) = decoder.decode(input).unwrap() else { panic!("incomplete: {input:?}") };
    R::from_reply(frame).map_err(|error| error.to_string())
}

/// Each form of a reply gives the same value.
pub(crate) fn all_read<R: FromReply<Out: PartialEq + core::fmt::Debug>>(inputs: &[&str], expected: &R::Out) {
    for input in inputs {
        assert_eq!(read::<R>(input.as_bytes()).as_ref(), Ok(expected), "{input:?}");
    }
}

/// Fields and values as they are sent.
pub(crate) fn args(value: &impl ToPairs) -> Vec<Vec<u8>> {
    let mut args = Vec::new();
    value.each_arg(&mut |arg| args.push(arg.as_bytes().to_vec()));
    args
}

/// The replies of both protocol versions that say what was sent: a flat array,
/// an array of pairs, a map.
#[cfg(any(feature = "derive", feature = "serde"))]
pub(crate) fn replies(value: &impl ToPairs) -> [Vec<u8>; 3] {
    let args = args(value);
    let pairs = args.len() / 2;
    let mut replies = [Vec::new(), Vec::new(), Vec::new()];
    let [flat, nested, map] = &mut replies;
    let (mut flat, mut nested, mut map) = (Encoder::new(flat), Encoder::new(nested), Encoder::new(map));
    flat.array(args.len()).unwrap();
    nested.array(pairs).unwrap();
    map.map(pairs).unwrap();
    for pair in args.chunks(2) {
        nested.array(2).unwrap();
        for part in pair {
            flat.bulk_string(part).unwrap();
            nested.bulk_string(part).unwrap();
            map.bulk_string(part).unwrap();
        }
    }
    replies
}
