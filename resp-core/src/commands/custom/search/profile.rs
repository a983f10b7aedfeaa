//! A query to be looked at.

use super::{Words, writes_words};
use crate::command::{Command, Wire};
use crate::commands::search::{FtAggregate, FtSearch};

/// A search or an aggregation, for `ft_profile`.
///
/// ```
/// use resp_core::cmd;
///
/// let profile = cmd::ft_profile(cmd::ft_search("books", "dune").limit(0, 5)).limited();
/// # let _ = profile;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfiledQuery(Words);

impl ProfiledQuery {
    fn of(kind: &str, query: &Wire) -> Self {
        let mut args = query.args();
        let index = args.next().unwrap_or_default();
        let mut words = Words::default().with(index).with(kind).with("QUERY");
        args.for_each(|arg| words.push(arg));
        Self(words)
    }
}

impl<R, Order, Total, X> From<Command<R, FtSearch<Order, Total>, X>> for ProfiledQuery {
    fn from(search: Command<R, FtSearch<Order, Total>, X>) -> Self {
        Self::of("SEARCH", search.wire())
    }
}

impl<R, Total, X> From<Command<R, FtAggregate<Total>, X>> for ProfiledQuery {
    fn from(aggregation: Command<R, FtAggregate<Total>, X>) -> Self {
        Self::of("AGGREGATE", aggregation.wire())
    }
}

writes_words!(ProfiledQuery);
