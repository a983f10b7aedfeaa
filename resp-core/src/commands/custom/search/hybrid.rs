//! The parts of a search by text and vector.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Words, writes_words};
use crate::convert::{Arg, ToArg, ToArgs};

/// The search by text of a hybrid one: a query alone, or more.
///
/// ```
/// use resp_core::cmd::{self, HybridText, HybridVector, RrfFusion};
///
/// let text = HybridText::new("@title:dune").scorer("TFIDF").score_as("text");
/// let vector = HybridVector::new("@v", "$v").knn(20);
/// let found = cmd::ft_hybrid("books", text, vector, RrfFusion::new()).params(("v", [0_u8; 16]));
/// # let _ = found;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct HybridText(Words);

impl HybridText {
    /// What this query finds.
    pub fn new(query: impl ToArg) -> Self {
        Self(Words::default().with(query))
    }

    /// What scores documents. Default: `BM25STD`.
    pub fn scorer(self, scorer: impl ToArg) -> Self {
        Self(self.0.with("SCORER").with(scorer))
    }

    /// The name of the field with the score.
    pub fn score_as(self, name: impl ToArg) -> Self {
        Self(self.0.with("YIELD_SCORE_AS").with(name))
    }
}

impl From<&str> for HybridText {
    fn from(query: &str) -> Self {
        Self::new(query)
    }
}

impl From<String> for HybridText {
    fn from(query: String) -> Self {
        Self::new(query)
    }
}

/// The search by vector of a hybrid one: by default the ten nearest ones.
///
/// ```
/// use resp_core::cmd::HybridVector;
///
/// let near = HybridVector::new("@v", "$v").range(0.3).filter("@year:[1960 1970]").score_as("near");
/// # let _ = near;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct HybridVector {
    place: Words,
    method: Words,
    filter: Words,
    score: Words,
}

impl HybridVector {
    /// In this field, whose name begins with `@`, near this vector: `$` and
    /// the name of a parameter that holds its bytes.
    pub fn new(field: impl ToArg, vector: impl ToArg) -> Self {
        let place = Words::default().with(field).with(vector);
        Self { place, method: Words::default(), filter: Words::default(), score: Words::default() }
    }

    /// The nearest so many.
    pub fn knn(self, count: u64) -> Self {
        self.found_by(Words::default().with("KNN").with(2).with("K").with(count))
    }

    /// The nearest so many, of `ef` candidates: more are more exact and slower.
    pub fn knn_ef(self, count: u64, ef: u64) -> Self {
        self.found_by(Words::default().with("KNN").with(4).with("K").with(count).with("EF_RUNTIME").with(ef))
    }

    /// Those within a distance.
    pub fn range(self, radius: f64) -> Self {
        self.found_by(Words::default().with("RANGE").with(2).with("RADIUS").with(radius))
    }

    /// Those within a distance, looked for up to this part of it further out:
    /// more is more exact and slower.
    pub fn range_epsilon(self, radius: f64, epsilon: f64) -> Self {
        let words = Words::default().with("RANGE").with(4).with("RADIUS").with(radius);
        self.found_by(words.with("EPSILON").with(epsilon))
    }

    fn found_by(mut self, method: Words) -> Self {
        self.method = method;
        self
    }

    /// Only among the documents that this query finds.
    pub fn filter(self, query: impl ToArg) -> Self {
        self.filtered_by(Words::default().with("FILTER").with(query))
    }

    /// The same, comparing the vectors of all these documents, as is fast if
    /// they are few.
    pub fn filter_adhoc(self, query: impl ToArg) -> Self {
        self.filtered_by(Words::default().with("FILTER").with(3).with(query).with("POLICY").with("ADHOC"))
    }

    /// The same, taking so many of the nearest vectors at a time until enough
    /// of them are of these documents, as is fast if they are most.
    pub fn filter_batches(self, query: impl ToArg, size: u64) -> Self {
        let words = Words::default().with("FILTER").with(5).with(query).with("POLICY").with("BATCHES");
        self.filtered_by(words.with("BATCH_SIZE").with(size))
    }

    fn filtered_by(mut self, filter: Words) -> Self {
        self.filter = filter;
        self
    }

    /// The name of the field with the distance.
    pub fn score_as(mut self, name: impl ToArg) -> Self {
        self.score = Words::default().with("YIELD_SCORE_AS").with(name);
        self
    }
}

impl ToArgs for HybridVector {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        for words in [&self.place, &self.method, &self.filter, &self.score] {
            words.each_arg(visit);
        }
    }
}

/// How both results become one: an [`RrfFusion`] or a [`LinearFusion`].
///
/// It is always written, as a filter before it would be one of the vectors.
///
/// ```
/// use resp_core::cmd::{HybridFusion, LinearFusion};
///
/// let fusion: HybridFusion = LinearFusion::new(0.7, 0.3).into();
/// # let _ = fusion;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HybridFusion(Words);

/// Scores by the ranks in both results: for each 1 / (constant + rank).
///
/// ```
/// use resp_core::cmd::RrfFusion;
///
/// let fusion = RrfFusion::new().window(50).score_as("score");
/// # let _ = fusion;
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct RrfFusion {
    constant: f64,
    window: Option<u64>,
    score: Option<Vec<u8>>,
}

impl Default for RrfFusion {
    fn default() -> Self {
        Self { constant: 60.0, window: None, score: None }
    }
}

impl RrfFusion {
    /// With 60 for the constant and the first 20 of each result.
    pub fn new() -> Self {
        Self::default()
    }

    /// Larger ones let lower ranks count more.
    pub const fn constant(mut self, constant: f64) -> Self {
        self.constant = constant;
        self
    }
}

/// Scores by a weighted sum of both scores.
///
/// ```
/// use resp_core::cmd::LinearFusion;
///
/// let mostly_text = LinearFusion::new(0.8, 0.2);
/// # let _ = mostly_text;
/// ```
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct LinearFusion {
    alpha: f64,
    beta: f64,
    window: Option<u64>,
    score: Option<Vec<u8>>,
}

impl LinearFusion {
    /// `alpha` times the score by text and `beta` times that by vector.
    pub const fn new(alpha: f64, beta: f64) -> Self {
        Self { alpha, beta, window: None, score: None }
    }
}

/// What both ways have.
macro_rules! fusions {
    ($($name:ident $word:literal |$self:ident| [$($key:literal $value:expr),*];)*) => {$(
        impl $name {
            /// How many of each result are looked at.
            pub const fn window(mut self, documents: u64) -> Self {
                self.window = Some(documents);
                self
            }

            /// The name of the field with the score.
            pub fn score_as(mut self, name: impl ToArg) -> Self {
                self.score = Some(name.to_arg().as_bytes().to_vec());
                self
            }
        }

        impl From<$name> for HybridFusion {
            fn from($self: $name) -> Self {
                let mut settings = Words::default()$(.with($key).with($value))*;
                if let Some(window) = $self.window {
                    settings = settings.with("WINDOW").with(window);
                }
                if let Some(score) = &$self.score {
                    settings = settings.with("YIELD_SCORE_AS").with(score);
                }
                Self(Words::default().with("COMBINE").with($word).with_counted(&settings))
            }
        }
    )*};
}

fusions! {
    RrfFusion "RRF" |fusion| ["CONSTANT" fusion.constant];
    LinearFusion "LINEAR" |fusion| ["ALPHA" fusion.alpha, "BETA" fusion.beta];
}

writes_words!(HybridText, HybridFusion);
