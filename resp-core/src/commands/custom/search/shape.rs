//! Options of FT.SEARCH that say what each document comes with.
#![allow(clippy::type_complexity, reason = "the type says which of them were given")]

use crate::command::{Command, Free, Used};
use crate::replies::SearchReply;

impl<P, S, C, K, V, M, X> Command<SearchReply<(Free, P, S, C), K, V>, M, X> {
    /// The score of each document.
    pub fn with_scores(self) -> Command<SearchReply<(Used, P, S, C), K, V>, M, X> {
        self.with(|wire| wire.push(b"WITHSCORES")).retyped()
    }
}

impl<P, S, C, K, V, M, X> Command<SearchReply<(Used, P, S, C), K, V>, M, X> {
    /// How each score came about.
    pub fn explain_score(self) -> Self {
        self.with(|wire| wire.push(b"EXPLAINSCORE"))
    }
}

impl<R, S, C, K, V, M, X> Command<SearchReply<(R, Free, S, C), K, V>, M, X> {
    /// The payload of each document. Deprecated since RediSearch 2.0.
    pub fn with_payloads(self) -> Command<SearchReply<(R, Used, S, C), K, V>, M, X> {
        self.with(|wire| wire.push(b"WITHPAYLOADS")).retyped()
    }
}

impl<R, P, C, K, V, M, X> Command<SearchReply<(R, P, Free, C), K, V>, M, X> {
    /// What each document was sorted by, for those who merge results.
    pub fn with_sort_keys(self) -> Command<SearchReply<(R, P, Used, C), K, V>, M, X> {
        self.with(|wire| wire.push(b"WITHSORTKEYS")).retyped()
    }
}

impl<R, P, S, K, V, M, X> Command<SearchReply<(R, P, S, Free), K, V>, M, X> {
    /// Only the keys of the documents, not their fields.
    pub fn no_content(self) -> Command<SearchReply<(R, P, S, Used), K, V>, M, X> {
        self.with(|wire| wire.push(b"NOCONTENT")).retyped()
    }
}
