//! Replies to tuples: arrays whose length is known.

use super::lists::exactly;
use super::{ConvertError, FromReply, HasStrings};
use crate::frame::Frame;

macro_rules! tuples {
    ($($len:literal $expected:literal: $first:ident $zero:tt $(, $name:ident $index:tt)*;)*) => {$(
        /// Arrays and sets of exactly so many values.
        impl<$first: FromReply $(, $name: FromReply)*> FromReply for ($first, $($name,)*) {
            type Out = ($first::Out, $($name::Out,)*);

            fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
                let mut children = exactly(frame, $len, $expected)?;
                let mut next = |index| children.next().ok_or_else(|| ConvertError::len($expected, index));
                Ok((
                    $first::from_reply(next($zero)?).map_err(|error| error.at_index($zero))?,
                    $($name::from_reply(next($index)?).map_err(|error| error.at_index($index))?,)*
                ))
            }
        }

        /// What comes first is the key of the others, such as the list that a
        /// value was popped off.
        impl<$first: HasStrings $(, $name: HasStrings)*> HasStrings for ($first, $($name,)*)
        where
            ($first::Text, $($name::Text,)*): FromReply,
            ($first::Lossy, $($name::Lossy,)*): FromReply,
        {
            type Text = ($first::Text, $($name::Text,)*);
            type Lossy = ($first::Lossy, $($name::Lossy,)*);
            type With<U> = ($first, $($name::With<U>,)*);
        }
    )*};
}

tuples! {
    1 "array of 1": A 0;
    2 "array of 2": A 0, B 1;
    3 "array of 3": A 0, B 1, C 2;
    4 "array of 4": A 0, B 1, C 2, D 3;
    5 "array of 5": A 0, B 1, C 2, D 3, E 4;
    6 "array of 6": A 0, B 1, C 2, D 3, E 4, F 5;
    7 "array of 7": A 0, B 1, C 2, D 3, E 4, F 5, G 6;
    8 "array of 8": A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7;
    9 "array of 9": A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8;
    10 "array of 10": A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9;
    11 "array of 11": A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10;
    12 "array of 12": A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11;
}
