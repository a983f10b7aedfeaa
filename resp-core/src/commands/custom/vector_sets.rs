//! Arguments of the commands of vector sets.

use alloc::vec::Vec;
use core::fmt;

use bytes::Bytes;

use crate::convert::{Arg, ToArg, ToArgs};

/// A vector to be sent, 32 bits for each number.
///
/// It is made of floats of either size, which are rounded as the server would
/// round them.
///
/// ```
/// use resp_core::cmd::{self, Vector};
///
/// let embedding: Vec<f32> = vec![0.25, -1.5];
/// let add = cmd::vadd("points", &embedding, "a");
/// assert_eq!(Vector::from([0.25, -1.5]), Vector::from(&embedding));
/// # let _ = add;
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Vector(Vec<u8>);

impl Vector {
    /// A vector that is in wire form already: four bytes for each number, the
    /// low one first.
    #[must_use]
    pub fn from_bytes(bytes: impl Into<Vec<u8>>) -> Self {
        Self(bytes.into())
    }

    /// How many numbers it has.
    #[must_use]
    pub const fn dimensions(&self) -> usize {
        self.0.len() / 4
    }
}

/// Shows how many numbers there are; none of them.
impl fmt::Debug for Vector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Vector({} dimensions)", self.dimensions())
    }
}

impl ToArg for Vector {
    fn to_arg(&self) -> Arg<'_> {
        Arg::bytes(&self.0)
    }
}

impl From<&[f32]> for Vector {
    fn from(numbers: &[f32]) -> Self {
        Self(numbers.iter().flat_map(|number| number.to_le_bytes()).collect())
    }
}

impl From<&[f64]> for Vector {
    fn from(numbers: &[f64]) -> Self {
        #[allow(clippy::cast_possible_truncation, reason = "the server keeps no more bits")]
        Self(numbers.iter().flat_map(|number| (*number as f32).to_le_bytes()).collect())
    }
}

macro_rules! of_lists {
    ($($number:ty),*) => {$(
        impl From<Vec<$number>> for Vector {
            fn from(numbers: Vec<$number>) -> Self {
                Self::from(numbers.as_slice())
            }
        }

        impl From<&Vec<$number>> for Vector {
            fn from(numbers: &Vec<$number>) -> Self {
                Self::from(numbers.as_slice())
            }
        }

        impl<const N: usize> From<[$number; N]> for Vector {
            fn from(numbers: [$number; N]) -> Self {
                Self::from(numbers.as_slice())
            }
        }

        impl<const N: usize> From<&[$number; N]> for Vector {
            fn from(numbers: &[$number; N]) -> Self {
                Self::from(numbers.as_slice())
            }
        }
    )*};
}

of_lists!(f32, f64);

/// What [`vsim`](crate::cmd::vsim) compares with: a vector, or that of an
/// element of the set.
///
/// ```
/// use resp_core::cmd::{self, Near};
///
/// let by_name = cmd::vsim("words", Near::element("apple"));
/// let by_vector = cmd::vsim("points", [0.25, -1.5]);
/// # let _ = (by_name, by_vector);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Near {
    /// A vector: `FP32` and its bytes.
    Vector(Vector),
    /// The vector of an element: `ELE` and its name.
    Element(Bytes),
}

impl Near {
    /// The vector of an element.
    pub fn element(name: impl ToArg) -> Self {
        Self::Element(Bytes::copy_from_slice(name.to_arg().as_bytes()))
    }
}

impl<T: Into<Vector>> From<T> for Near {
    fn from(vector: T) -> Self {
        Self::Vector(vector.into())
    }
}

impl ToArgs for Near {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        let (word, arg) = match self {
            Self::Vector(vector) => (&b"FP32"[..], vector.to_arg()),
            Self::Element(name) => (&b"ELE"[..], name.to_arg()),
        };
        visit(Arg::bytes(word));
        visit(arg);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::vec;

    fn words(near: impl Into<Near>) -> Vec<Vec<u8>> {
        let mut words = Vec::new();
        near.into().each_arg(&mut |arg| words.push(arg.as_bytes().to_vec()));
        words
    }

    #[test]
    fn numbers_have_four_bytes_low_one_first() {
        let expected = b"\x00\x00\x80\x3f\x00\x00\x00\xc0";
        for vector in [
            Vector::from([1.0, -2.0]),
            Vector::from(&[1.0_f32, -2.0]),
            Vector::from(vec![1.0_f32, -2.0]),
            Vector::from(&vec![1.0_f64, -2.0]),
            Vector::from_bytes(*expected),
        ] {
            assert_eq!(vector.to_arg().as_bytes(), expected);
            assert_eq!((vector.dimensions(), format!("{vector:?}")), (2, "Vector(2 dimensions)".into()));
        }
    }

    #[test]
    fn a_vector_or_an_element() {
        assert_eq!(words(Near::element("a")), [&b"ELE"[..], b"a"]);
        assert_eq!(words([1.0_f32]), [&b"FP32"[..], b"\x00\x00\x80\x3f"]);
        assert_eq!(words(Vector::from([1.0])), words([1.0]));
    }
}
