//! The steps of an aggregation.

use alloc::vec::Vec;
use core::time::Duration;

use super::{Words, writes_words};
use crate::commands::times;
use crate::convert::{Arg, ToArg, ToArgs};

/// One row for each value of some fields.
///
/// ```
/// use resp_core::cmd::{self, GroupBy, Reducer, SortBy};
///
/// let by_author = GroupBy::new("@author").reduce(Reducer::count().alias("books"));
/// let most = cmd::ft_aggregate("books", "*").group_by(by_author).sort_by(SortBy::desc("@books").max(3));
/// # let _ = most;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct GroupBy(Words);

impl GroupBy {
    /// By these fields, whose names begin with `@`.
    pub fn new(fields: impl ToArgs) -> Self {
        Self(Words::default().with_counted(&fields))
    }

    /// All rows as one group.
    pub fn all() -> Self {
        Self(Words::default().with(0))
    }

    /// A further field: something reckoned over the rows of each group.
    pub fn reduce(self, reducer: Reducer) -> Self {
        Self(self.0.with_all(&reducer))
    }
}

/// Something reckoned over the rows of a group.
///
/// ```
/// use resp_core::cmd::{GroupBy, Reducer};
///
/// let prices = GroupBy::new("@author")
///     .reduce(Reducer::avg("@price").alias("price"))
///     .reduce(Reducer::first_value_by_desc("@title", "@year").alias("latest"));
/// # let _ = prices;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Reducer {
    function: &'static str,
    args: Words,
    alias: Option<Vec<u8>>,
}

/// Functions of one field.
macro_rules! reducers {
    ($($(#[$about:meta])* $name:ident $function:literal;)*) => {$(
        $(#[$about])*
        pub fn $name(field: impl ToArg) -> Self {
            Self::new($function, &field.to_arg().as_bytes())
        }
    )*};
}

impl Reducer {
    /// A function with these arguments, for one that has no constructor here.
    pub fn new(function: &'static str, args: &impl ToArgs) -> Self {
        Self { function, args: Words::default().with_all(args), alias: None }
    }

    /// The number of rows.
    pub fn count() -> Self {
        Self::new("COUNT", &[""; 0])
    }

    reducers! {
        /// The number of different values of a field.
        count_distinct "COUNT_DISTINCT";
        /// About that number, some 3 % off, in less memory and time.
        count_distinctish "COUNT_DISTINCTISH";
        /// The sum of the values of a field.
        sum "SUM";
        /// The smallest value of a field.
        min "MIN";
        /// The largest value of a field.
        max "MAX";
        /// The mean of the values of a field.
        avg "AVG";
        /// The standard deviation of the values of a field.
        stddev "STDDEV";
        /// All different values of a field, as a list.
        to_list "TOLIST";
        /// The value of a field in the first row.
        first_value "FIRST_VALUE";
    }

    /// The value of a field that this fraction of its values is below, between
    /// 0 and 1: 0.5 is the median.
    pub fn quantile(field: impl ToArg, fraction: f64) -> Self {
        let mut reducer = Self::new("QUANTILE", &field.to_arg().as_bytes());
        reducer.args.push(fraction);
        reducer
    }

    /// The value of a field in the row where field `by` is the smallest.
    pub fn first_value_by(field: impl ToArg, by: impl ToArg) -> Self {
        Self::first_value_in_order(&field, &by, "ASC")
    }

    /// The value of a field in the row where field `by` is the largest.
    pub fn first_value_by_desc(field: impl ToArg, by: impl ToArg) -> Self {
        Self::first_value_in_order(&field, &by, "DESC")
    }

    fn first_value_in_order(field: &impl ToArg, by: &impl ToArg, order: &str) -> Self {
        let (field, by) = (field.to_arg(), by.to_arg());
        Self::new("FIRST_VALUE", &[field.as_bytes(), b"BY", by.as_bytes(), order.as_bytes()])
    }

    /// Up to so many values of a field, chosen at random, as a list.
    pub fn random_sample(field: impl ToArg, count: u64) -> Self {
        let mut reducer = Self::new("RANDOM_SAMPLE", &field.to_arg().as_bytes());
        reducer.args.push(count);
        reducer
    }

    /// The name of the field that it makes.
    pub fn alias(mut self, name: impl ToArg) -> Self {
        self.alias = Some(name.to_arg().as_bytes().to_vec());
        self
    }
}

impl ToArgs for Reducer {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        let words = Words::default().with("REDUCE").with(self.function).with_counted(&self.args);
        words.each_arg(visit);
        if let Some(alias) = &self.alias {
            ["AS".as_bytes(), alias.as_slice()].each_arg(visit);
        }
    }
}

/// By which fields rows are sorted.
///
/// ```
/// use resp_core::cmd::{self, SortBy};
///
/// let latest = cmd::ft_aggregate("books", "*").load(["@title", "@year"]).sort_by(SortBy::desc("@year").max(5));
/// # let _ = latest;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct SortBy {
    keys: Words,
    max: Option<u64>,
}

impl SortBy {
    /// By a field, the smallest value first; its name begins with `@`.
    pub fn asc(field: impl ToArg) -> Self {
        Self { keys: Words::default().with(field).with("ASC"), max: None }
    }

    /// By a field, the largest value first; its name begins with `@`.
    pub fn desc(field: impl ToArg) -> Self {
        Self { keys: Words::default().with(field).with("DESC"), max: None }
    }

    /// Those that are equal so far by this field, the smallest value first.
    pub fn then_asc(mut self, field: impl ToArg) -> Self {
        self.keys = self.keys.with(field).with("ASC");
        self
    }

    /// Those that are equal so far by this field, the largest value first.
    pub fn then_desc(mut self, field: impl ToArg) -> Self {
        self.keys = self.keys.with(field).with("DESC");
        self
    }

    /// Only the first so many rows, which is faster than to sort them all.
    pub const fn max(mut self, rows: u64) -> Self {
        self.max = Some(rows);
        self
    }
}

impl ToArgs for SortBy {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        Words::default().with_counted(&self.keys).each_arg(visit);
        if let Some(max) = self.max {
            Words::default().with("MAX").with(max).each_arg(visit);
        }
    }
}

/// How a cursor gives its rows, and how long it lives.
///
/// ```
/// use std::time::Duration;
/// use resp_core::cmd::{self, CursorSettings};
///
/// let settings = CursorSettings::new().count(500).max_idle(Duration::from_secs(30));
/// let first = cmd::ft_aggregate("books", "*").load("@title").with_cursor(settings);
/// # let _ = first;
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct CursorSettings(Words);

impl CursorSettings {
    /// 1000 rows each time, and gone after five minutes without use.
    pub fn new() -> Self {
        Self::default()
    }

    /// So many rows each time.
    pub fn count(self, rows: u64) -> Self {
        Self(self.0.with("COUNT").with(rows))
    }

    /// Gone after so long without use, to the millisecond.
    pub fn max_idle(self, time: Duration) -> Self {
        Self(self.0.with("MAXIDLE").with(times::millis(time)))
    }
}

writes_words!(GroupBy, CursorSettings);
