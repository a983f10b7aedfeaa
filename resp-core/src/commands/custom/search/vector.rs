//! Fields of vectors.

use super::schema::{FieldWords, field, options};
use crate::convert::{Arg, ToArg};

/// Words of the wire, one a variant.
macro_rules! words {
    ($($(#[$about:meta])* $name:ident { $($(#[$variant_about:meta])* $variant:ident $word:literal,)* })*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_about])* $variant,)*
        }

        impl ToArg for $name {
            fn to_arg(&self) -> Arg<'_> {
                Arg::bytes(match self {
                    $(Self::$variant => $word,)*
                })
            }
        }
    )*};
}

words! {
    /// What the numbers of a vector are.
    ///
    /// ```
    /// use resp_core::cmd::{FlatVectorField, VectorMetric, VectorType};
    ///
    /// let small = FlatVectorField::new("v", VectorType::Int8, 384, VectorMetric::L2);
    /// # let _ = small;
    /// ```
    VectorType {
        /// BFLOAT16. Since RediSearch 2.10.
        BFloat16 b"BFLOAT16",
        /// FLOAT16. Since RediSearch 2.10.
        Float16 b"FLOAT16",
        /// FLOAT32.
        Float32 b"FLOAT32",
        /// FLOAT64.
        Float64 b"FLOAT64",
        /// INT8. Since Redis 8.0.
        Int8 b"INT8",
        /// UINT8. Since Redis 8.0.
        Uint8 b"UINT8",
    }

    /// What the distance of two vectors is.
    ///
    /// ```
    /// use resp_core::cmd::{HnswVectorField, VectorMetric, VectorType};
    ///
    /// let meaning = HnswVectorField::new("v", VectorType::Float32, 1536, VectorMetric::Cosine);
    /// # let _ = meaning;
    /// ```
    VectorMetric {
        /// L2: Euclid's.
        L2 b"L2",
        /// IP: 1 less the inner product.
        InnerProduct b"IP",
        /// COSINE: 1 less the cosine of their angle.
        Cosine b"COSINE",
    }

    /// How vectors are kept in less memory.
    ///
    /// ```
    /// use resp_core::cmd::{SvsVectorField, VectorCompression, VectorMetric, VectorType};
    ///
    /// let field = SvsVectorField::new("v", VectorType::Float32, 1536, VectorMetric::L2);
    /// let field = field.compression(VectorCompression::LeanVec4x8).reduce(512);
    /// # let _ = field;
    /// ```
    VectorCompression {
        /// LVQ4: 4 bits a number.
        Lvq4 b"LVQ4",
        /// LVQ8: 8 bits a number.
        Lvq8 b"LVQ8",
        /// LVQ4x4: 4 bits, then 4 for what they are off.
        Lvq4x4 b"LVQ4x4",
        /// LVQ4x8: 4 bits, then 8 for what they are off.
        Lvq4x8 b"LVQ4x8",
        /// LeanVec4x8: fewer dimensions of 4 bits, then 8 for all of them.
        LeanVec4x8 b"LeanVec4x8",
        /// LeanVec8x8: fewer dimensions of 8 bits, then 8 for all of them.
        LeanVec8x8 b"LeanVec8x8",
    }
}

macro_rules! vectors {
    ($($(#[$about:meta])* $name:ident $word:literal;)*) => {$(
        field! { $(#[$about])* $name }

        impl $name {
            /// Vectors of so many numbers of a type.
            pub fn new(name: impl ToArg, of: VectorType, dimensions: u32, metric: VectorMetric) -> Self {
                let mut field = FieldWords::new(name, &["VECTOR", $word]);
                field.settings = field.settings.with("TYPE").with(of).with("DIM").with(dimensions);
                field.settings = field.settings.with("DISTANCE_METRIC").with(metric);
                Self(field)
            }
        }
    )*};
}

vectors! {
    /// Vectors that are all compared: exact, for up to some hundred thousand.
    ///
    /// ```
    /// use resp_core::cmd::{FlatVectorField, VectorMetric, VectorType};
    ///
    /// let field = FlatVectorField::new("v", VectorType::Float32, 768, VectorMetric::Cosine);
    /// # let _ = field;
    /// ```
    FlatVectorField "FLAT";
    /// Vectors in a graph of layers (HNSW): not exact, for any number.
    ///
    /// ```
    /// use resp_core::cmd::{HnswVectorField, VectorMetric, VectorType};
    ///
    /// let field = HnswVectorField::new("$.v", VectorType::Float32, 768, VectorMetric::Cosine);
    /// let field = field.alias("v").m(40).ef_construction(250);
    /// # let _ = field;
    /// ```
    HnswVectorField "HNSW";
    /// Vectors in a graph that works well with compressed ones (SVS-VAMANA): not
    /// exact, for any number. Since Redis 8.2.
    ///
    /// ```
    /// use resp_core::cmd::{SvsVectorField, VectorCompression, VectorMetric, VectorType};
    ///
    /// let field = SvsVectorField::new("v", VectorType::Float32, 768, VectorMetric::Cosine);
    /// let field = field.graph_max_degree(40).compression(VectorCompression::Lvq8);
    /// # let _ = field;
    /// ```
    SvsVectorField "SVS-VAMANA";
}

options! { HnswVectorField settings {
    /// Edges of each node at the most, twice as many in the lowest layer. Default:
    /// 16. More are more exact and take more memory.
    m(edges: u32) "M";
    /// Neighbors looked at for a new node. Default: 200.
    ef_construction(candidates: u32) "EF_CONSTRUCTION";
    /// Candidates of a search. Default: 10. More are more exact and slower.
    ef_runtime(candidates: u32) "EF_RUNTIME";
    /// By which part a search by distance looks further out. Default: 0.01.
    epsilon(part: f64) "EPSILON";
} }

options! { SvsVectorField settings {
    /// Keeps vectors in less memory.
    compression(compression: VectorCompression) "COMPRESSION";
    /// Candidates for a new node. Default: 200.
    construction_window_size(candidates: u32) "CONSTRUCTION_WINDOW_SIZE";
    /// Edges of each node at the most. Default: 32.
    graph_max_degree(edges: u32) "GRAPH_MAX_DEGREE";
    /// Candidates of a search. Default: 10. More are more exact and slower.
    search_window_size(candidates: u32) "SEARCH_WINDOW_SIZE";
    /// By which part a search by distance looks further out. Default: 0.01.
    epsilon(part: f64) "EPSILON";
    /// Vectors to learn the compression from. Default: 10240.
    training_threshold(vectors: u32) "TRAINING_THRESHOLD";
    /// Dimensions left by a LeanVec compression. Default: half of them.
    reduce(dimensions: u32) "REDUCE";
} }
