// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::blocking::{Call, Client};
use bytes::Bytes;
use resp_core::ToArg;
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::vec::Vec;

/// Vector sets: elements with a vector each, to be found by how similar they are.
impl Client {
    /// Adds an element with its vector to a vector set, or replaces its vector: whether the
    /// element is new.
    ///
    /// All vectors of a set have the same number of dimensions, quantization and links.
    /// Numbers are sent in 32 bits each.
    ///
    /// `VADD`, since 8.0.0. Complexity: O(log N).
    #[inline]
    pub fn vadd(
        &self,
        key: impl ToArg,
        vector: impl Into<Vector>,
        element: impl ToArg,
    ) -> Call<'_, bool, Vadd> {
        self.send(vadd(key, vector, element))
    }

    /// How many elements a vector set has; 0 if there is no such key.
    ///
    /// `VCARD`, since 8.0.0. Complexity: O(1).
    #[inline]
    pub fn vcard(&self, key: impl ToArg) -> Call<'_, u64> {
        self.send(vcard(key))
    }

    /// How many dimensions the vectors of a set have, after projection.
    ///
    /// It is an error if there is no such key.
    ///
    /// `VDIM`, since 8.0.0. Complexity: O(1).
    #[inline]
    pub fn vdim(&self, key: impl ToArg) -> Call<'_, u64> {
        self.send(vdim(key))
    }

    /// The vector of an element; `None` if there is no such element or key.
    ///
    /// It is not quite the one that was added, but what normalizing and quantization left of
    /// it.
    ///
    /// `VEMB`, since 8.0.0. Complexity: O(D) for D dimensions.
    #[inline]
    pub fn vemb(&self, key: impl ToArg, element: impl ToArg) -> Call<'_, Option<Vec<f64>>, Vemb> {
        self.send(vemb(key, element))
    }

    /// The attributes of an element, a JSON object; `None` if it has none or there is no such
    /// element or key.
    ///
    /// `VGETATTR`, since 8.0.0. Complexity: O(1).
    #[inline]
    pub fn vgetattr(&self, key: impl ToArg, element: impl ToArg) -> Call<'_, Option<Bytes>> {
        self.send(vgetattr(key, element))
    }

    /// How a vector set is made and how large it is; `None` if there is no such key.
    ///
    /// `VINFO`, since 8.0.0. Complexity: O(1).
    #[inline]
    pub fn vinfo(&self, key: impl ToArg) -> Call<'_, Option<VectorSetInfo>> {
        self.send(vinfo(key))
    }

    /// Whether a vector set has an element.
    ///
    /// `VISMEMBER`, since 8.2.0. Complexity: O(1).
    #[inline]
    pub fn vismember(&self, key: impl ToArg, element: impl ToArg) -> Call<'_, bool> {
        self.send(vismember(key, element))
    }

    /// The neighbors that an element is linked to, a list for each layer, the lowest layer
    /// last; `None` if there is no such element or key.
    ///
    /// `VLINKS`, since 8.0.0. Complexity: O(1).
    #[inline]
    pub fn vlinks(&self, key: impl ToArg, element: impl ToArg) -> Call<'_, Option<Vec<Vec<Bytes>>>, Vlinks> {
        self.send(vlinks(key, element))
    }

    /// A random element of a vector set; `None` if there is none.
    ///
    /// `VRANDMEMBER`, since 8.0.0. Complexity: O(M log N) for M elements asked for, O(N) at
    /// most unless some may be the same.
    #[inline]
    pub fn vrandmember(&self, key: impl ToArg) -> Call<'_, Option<Bytes>, Vrandmember> {
        self.send(vrandmember(key))
    }

    /// The elements from one bound to another, in the order of their bytes.
    ///
    /// To walk a large set, ask for some and start the next call at `LexBound::exclusive` of
    /// the last one.
    ///
    /// `VRANGE`, since 8.4.0. Complexity: O(M) for M elements of the range.
    #[inline]
    pub fn vrange(
        &self,
        key: impl ToArg,
        start: impl Into<LexBound>,
        stop: impl Into<LexBound>,
    ) -> Call<'_, Vec<Bytes>, Vrange> {
        self.send(vrange(key, start, stop))
    }

    /// Removes an element of a vector set: whether there was one.
    ///
    /// A vector set with no element left is gone.
    ///
    /// `VREM`, since 8.0.0. Complexity: O(log N).
    #[inline]
    pub fn vrem(&self, key: impl ToArg, element: impl ToArg) -> Call<'_, bool> {
        self.send(vrem(key, element))
    }

    /// Sets the attributes of an element, a JSON object, or removes them if it is empty:
    /// whether there is such an element.
    ///
    /// `VSETATTR`, since 8.0.0. Complexity: O(1).
    #[inline]
    pub fn vsetattr(&self, key: impl ToArg, element: impl ToArg, json: impl ToArg) -> Call<'_, bool> {
        self.send(vsetattr(key, element, json))
    }

    /// The elements whose vectors are most similar to one, which is given or that of an
    /// element, most similar first.
    ///
    /// None if there is no such key; an error if there is no such element.
    ///
    /// `VSIM`, since 8.0.0. Complexity: O(log N).
    #[inline]
    pub fn vsim(&self, key: impl ToArg, near: impl Into<Near>) -> Call<'_, Vec<Bytes>, Vsim> {
        self.send(vsim(key, near))
    }
}
