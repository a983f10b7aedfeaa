//! What encodes commands.

use super::commands::Commands;
use super::measure::{self, Figures};
use super::stopwatch::{Measures, Stopwatch};

/// An encoder, ours or another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Encoder {
    pub(super) name: &'static str,
    pub(super) start: for<'c> fn(&'c Commands) -> Write<'c>,
}

/// Writes all commands once, on the clock, into a buffer that is kept, and
/// hands what was written to the second argument, in one or more parts.
pub(super) type Write<'c> = Box<dyn FnMut(&mut Stopwatch, &mut dyn FnMut(&[u8])) + 'c>;

/// An encoder's figures; none if it wrote something else.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) encoder: Encoder,
    pub(super) figures: Option<Figures>,
}

/// Checks what each encoder writes, and times those that are right for
/// `seconds` each.
pub(super) fn rows(commands: &Commands, encoders: &[Encoder], seconds: f64) -> Vec<Row> {
    let mut checked: Vec<_> = encoders.iter().map(|encoder| check(*encoder, commands)).collect();
    let passes = checked
        .iter_mut()
        .filter_map(Option::as_mut)
        .map(|write| |stopwatch: &mut Stopwatch| write(stopwatch, &mut |_| {}));
    let mut figures =
        measure::in_turns(passes, seconds, commands.commands.len(), commands.expected.len()).into_iter();
    let mut figures_of = |write: Option<Write<'_>>| write.and_then(|_| figures.next());
    let rows = encoders.iter().zip(checked);
    rows.map(|(encoder, write)| Row { encoder: *encoder, figures: figures_of(write) }).collect()
}

/// The encoder's pass, if it writes what it should.
fn check(encoder: Encoder, commands: &Commands) -> Option<Write<'_>> {
    let mut write = (encoder.start)(commands);
    for _ in 0..2 {
        let mut written = Vec::new();
        write(&mut Stopwatch::new(Measures::Nothing), &mut |part| written.extend_from_slice(part));
        if written != commands.expected {
            return None;
        }
    }
    Some(write)
}

/// What a program without any library would do: copies of prepared slices
/// into room that is reserved. No encoder can be much faster.
pub(super) const BY_HAND: Encoder = Encoder { name: "by-hand", start: start_by_hand };

fn start_by_hand(commands: &Commands) -> Write<'_> {
    let mut out: Vec<u8> = Vec::new();
    // What stands before each argument of a command, from the `*` on.
    let heads: Vec<Vec<Vec<u8>>> = commands.commands.iter().map(|call| heads(&call.words)).collect();
    Box::new(move |stopwatch, see| {
        out.clear();
        stopwatch.time(|| {
            for (call, heads) in commands.commands.iter().zip(&heads) {
                for (argument, head) in call.arguments.iter().zip(heads) {
                    out.reserve(head.len() + argument.len() + 2);
                    out.extend_from_slice(head);
                    out.extend_from_slice(argument);
                }
                out.extend_from_slice(b"\r\n");
            }
        });
        see(&out);
    })
}

fn heads(words: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let Some((name, arguments)) = words.split_first() else { return Vec::new() };
    let mut head = format!("*{}\r\n${}\r\n", words.len(), name.len()).into_bytes();
    head.extend_from_slice(name);
    let heads = arguments.iter().map(|argument| {
        head.extend(format!("\r\n${}\r\n", argument.len()).bytes());
        core::mem::take(&mut head)
    });
    heads.collect()
}

#[cfg(test)]
mod tests {
    use super::super::commands::RECIPES;
    use super::super::ours;
    use super::*;

    #[test]
    fn ours_and_by_hand_write_what_they_should() {
        for commands in RECIPES.iter().map(|recipe| recipe.commands()) {
            for encoder in ours::ENCODERS.into_iter().chain([BY_HAND]) {
                assert!(check(encoder, &commands).is_some(), "{} {}", encoder.name, commands.name);
            }
        }
    }

    #[test]
    fn a_wrong_encoder_is_found_out() {
        let silent = Encoder { name: "", start: |_| Box::new(|_, _| {}) };
        assert!(rows(&RECIPES[0].commands(), &[silent], 0.01)[0].figures.is_none());
    }
}
