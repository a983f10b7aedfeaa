//! Arguments that are put together before there is a command.

use alloc::vec::Vec;

use crate::convert::{Arg, ToArg, ToArgs};

/// Arguments in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(Vec<Vec<u8>>);

impl Words {
    pub(super) fn push(&mut self, word: impl ToArg) {
        self.0.push(word.to_arg().as_bytes().to_vec());
    }

    pub(super) fn with(mut self, word: impl ToArg) -> Self {
        self.push(word);
        self
    }

    pub(super) fn with_all(mut self, words: &impl ToArgs) -> Self {
        words.each_arg(&mut |word| self.push(word.as_bytes()));
        self
    }

    /// How many there are, then they.
    pub(super) fn with_counted(self, words: &impl ToArgs) -> Self {
        let mut count = 0_u64;
        words.each_arg(&mut |_| count += 1);
        self.with(count).with_all(words)
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl ToArgs for Words {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        self.0.each_arg(visit);
    }
}

/// Types that are [`Words`] and no more.
macro_rules! writes_words {
    ($($name:ty),* $(,)?) => {$(
        impl $crate::convert::ToArgs for $name {
            fn each_arg(&self, visit: &mut dyn FnMut($crate::convert::Arg<'_>)) {
                self.0.each_arg(visit);
            }
        }
    )*};
}
pub(super) use writes_words;
