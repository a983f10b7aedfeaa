//! How the bytes of a case arrive.

#[derive(Clone, Copy)]
pub(crate) enum Mode {
    Whole,
    Bytes,
    Random,
}

/// Where pieces end. Random ones are the same for the same case.
pub(crate) fn arrivals(mode: Mode, len: usize, id: &str) -> Vec<usize> {
    match mode {
        Mode::Whole => vec![len],
        Mode::Bytes => (1..len).chain([len]).collect(),
        Mode::Random => {
            let mut state = id.bytes().fold(0_u64, |state, byte| state.rotate_left(5) ^ u64::from(byte));
            let mut ends = Vec::new();
            let mut at = 0;
            while at < len {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                at = (at + 1 + usize::from(state.to_be_bytes()[0] % 13)).min(len);
                ends.push(at);
            }
            ends
        }
    }
}
