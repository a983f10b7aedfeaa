//! How deep a reply may nest where a type may hold its own kind.

use super::ConvertError;
use crate::frame::Frame;

/// How many aggregates may lie in each other, empty ones not counted. A type that
/// holds its own kind, as a tree does, is read by recursion, which so takes
/// bounded stack whatever the decoder's limit is.
const MAX_LEVELS: usize = 128;

/// Refuses a frame that nests deeper than 128 levels.
///
/// That a frame has no more nodes than that, or no aggregate inside, as most
/// have, is known at once; from others each aggregate is looked at, and what lies
/// directly in those that could nest too deep.
///
/// # Errors
/// It does.
#[inline]
#[allow(unreachable_pub, reason = "derived code calls it, where there is any")]
pub fn bounded(frame: Frame<'_>) -> Result<Frame<'_>, ConvertError> {
    if frame.nodes().len() <= MAX_LEVELS || nests_within_bounds(frame) {
        return Ok(frame);
    }
    Err(ConvertError::kind("at most 128 levels", frame))
}

#[inline(never)]
fn nests_within_bounds(frame: Frame<'_>) -> bool {
    let nodes = frame.nodes();
    // Where each open aggregate ends.
    let mut ends = [0; MAX_LEVELS];
    let (mut depth, mut at) = (0, 0);
    while let Some(node) = nodes.get(at) {
        while depth > 0 && ends[depth - 1] <= at {
            depth -= 1;
        }
        let span = node.span();
        let left = MAX_LEVELS - depth;
        let is_flat = span as u64 == node.value.saturating_add(1);
        if span == 1 {
            at += 1;
        } else if left == 0 {
            return false;
        } else if span <= left || (node.kind.is_aggregate() && is_flat) {
            // It cannot nest deeper than it has nodes, or holds nothing that holds something.
            at += span;
        } else {
            ends[depth] = at + span;
            depth += 1;
            at += 1;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Decoder, Limits, Progress};
    use alloc::string::String;

    #[test]
    fn levels_are_counted() {
        let nested = |levels: usize| alloc::format!("{}:1\r\n", "*1\r\n".repeat(levels));
        let behind =
            |levels: usize| alloc::format!("*2\r\n{}{}", "*3\r\n:1\r\n:2\r\n:3\r\n", nested(levels - 1));
        let wide = |levels: usize| alloc::format!("*201\r\n{}{}", "*0\r\n".repeat(200), nested(levels - 1));
        let around =
            |levels: usize| alloc::format!("{}*200\r\n{}", "*1\r\n".repeat(levels - 1), "+x\r\n".repeat(200));
        let with_maps = |levels: usize| alloc::format!("{}*0\r\n", "%1\r\n+a\r\n".repeat(levels));
        let forms: [&dyn Fn(usize) -> String; 5] = [&nested, &behind, &wide, &around, &with_maps];
        for (form, make) in forms.iter().enumerate() {
            for (levels, fits) in [(2, true), (127, true), (128, true), (129, false), (900, false)] {
                let input = make(levels);
                let mut decoder = Decoder::with_limits(Limits::default());
                let Progress::Frame(frame) = decoder.decode(input.as_bytes()).unwrap() else { panic!() };
                assert_eq!(bounded(frame).is_ok(), fits, "form {form} of {levels} levels");
            }
        }
    }
}
