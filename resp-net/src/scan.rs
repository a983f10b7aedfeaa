//! All items of a scan, page by page; pure.

use alloc::boxed::Box;
use core::hash::Hash;
use std::collections::HashSet;

use resp_core::replies::{Cursor, ScanPage};
use resp_core::{Command, FromReply};

use crate::error::Error;

/// The items of the page that is there, and how the next one is asked for.
pub(crate) struct Pages<T: FromReply<Out: IntoIterator>, K> {
    command: Command<ScanPage<T>, K>,
    items: Option<<T::Out as IntoIterator>::IntoIter>,
    /// Where the next page starts; `None` after the last one.
    next: Option<Next>,
    /// Which items are shown; all of them if it is not there.
    keep: Option<Box<Keep<Item<T>>>>,
}

/// What a scan shows, one by one.
pub(crate) type Item<T> = <<T as FromReply>::Out as IntoIterator>::Item;

type Keep<I> = dyn FnMut(&I) -> bool + Send;

/// Which page is next.
#[derive(Clone, Copy)]
enum Next {
    /// The one that the command asks for as it was given.
    First,
    From(Cursor),
}

impl<T: FromReply<Out: IntoIterator>, K> Pages<T, K> {
    pub(crate) const fn new(command: Command<ScanPage<T>, K>) -> Self {
        Self { command, items: None, next: Some(Next::First), keep: None }
    }

    /// Shows an item only if no other with the same `key` was shown before.
    pub(crate) fn set_distinct<D: Eq + Hash + Send + 'static>(
        &mut self,
        mut key: impl FnMut(&Item<T>) -> D + Send + 'static,
    ) {
        let mut seen = HashSet::new();
        self.keep = Some(Box::new(move |item| seen.insert(key(item))));
    }

    /// The next item of the page that is there.
    pub(crate) fn item(&mut self) -> Option<Item<T>> {
        let Self { items, keep, .. } = self;
        items.as_mut()?.find(|item| keep.as_mut().is_none_or(|keep| keep(item)))
    }

    /// What asks for the next page, if there is one.
    pub(crate) fn command(&self) -> Option<Command<ScanPage<T>, K>> {
        Some(match self.next? {
            Next::First => self.command.clone(),
            Next::From(cursor) => self.command.from_cursor(cursor),
        })
    }

    /// Takes what the next page was answered with. After an error there is none.
    pub(crate) fn take(&mut self, page: Result<ScanPage<T::Out>, Error>) -> Result<(), Error> {
        self.next = None;
        let page = page?;
        self.items = Some(page.items.into_iter());
        self.next = (!page.cursor.is_finished()).then_some(Next::From(page.cursor));
        Ok(())
    }
}

/// The options of a scan that is under way.
macro_rules! scan_options {
    () => {
        /// Shows each item once, however often the server does. This remembers all
        /// of them.
        pub fn distinct(self) -> Self
        where
            Item<T>: Clone + Eq + Hash + Send + 'static,
        {
            self.distinct_by(Item::<T>::clone)
        }

        /// Shows one item for each `key`, such as the field of a field and its
        /// value. This remembers all keys.
        pub fn distinct_by<D: Eq + Hash + Send + 'static>(
            mut self,
            key: impl FnMut(&Item<T>) -> D + Send + 'static,
        ) -> Self {
            self.pages.set_distinct(key);
            self
        }
    };
}

pub(crate) use scan_options;
