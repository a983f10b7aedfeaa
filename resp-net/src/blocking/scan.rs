//! All items of a scan as an iterator.

use core::fmt;
use core::hash::Hash;

use resp_core::replies::ScanPage;
use resp_core::{Command, FromReply, Shareable};

use super::Client;
use crate::error::Error;
use crate::scan::{Item, Pages, scan_options};

impl Client {
    /// Every item of a scan: asks for one page after the other, each when the
    /// one before is used up.
    ///
    /// The command says what is scanned, from where on and how: SCAN, HSCAN,
    /// SSCAN or ZSCAN with its options, and with [`text`](Command::text) or
    /// another type of item. What is there all the while comes at least once,
    /// and may come again; [`distinct`](ScanIter::distinct) has it come once.
    ///
    /// ```no_run
    /// # fn example(client: resp_net::blocking::Client) -> Result<(), resp_net::Error> {
    /// use resp_net::cmd;
    /// use resp_net::resp_core::replies::Cursor;
    ///
    /// for key in client.iterate(cmd::scan(Cursor::START).matching("session:*").count(1000).text()) {
    ///     println!("{}", key?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub const fn iterate<T, K>(&self, scan: Command<ScanPage<T>, K>) -> ScanIter<'_, T, K>
    where
        T: FromReply<Out: IntoIterator>,
        K: Shareable,
    {
        ScanIter { client: self, pages: Pages::new(scan) }
    }
}

/// The items of a scan; see [`Client::iterate`]. An error ends it.
///
/// ```no_run
/// # fn example(client: resp_net::blocking::Client) -> Result<(), resp_net::Error> {
/// use resp_net::cmd;
/// use resp_net::resp_core::replies::Cursor;
///
/// let members = client.iterate(cmd::sscan("tags", Cursor::START).text()).distinct();
/// let members: Vec<String> = members.collect::<Result<_, _>>()?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is asked for until its first item is"]
pub struct ScanIter<'a, T: FromReply<Out: IntoIterator>, K> {
    client: &'a Client,
    pages: Pages<T, K>,
}

impl<T: FromReply<Out: IntoIterator>, K: Shareable> ScanIter<'_, T, K> {
    scan_options!();
}

impl<T: FromReply<Out: IntoIterator>, K: Shareable> Iterator for ScanIter<'_, T, K> {
    type Item = Result<Item<T>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.pages.item() {
                return Some(Ok(item));
            }
            let page = self.client.send(self.pages.command()?).call();
            if let Err(error) = self.pages.take(page) {
                return Some(Err(error));
            }
        }
    }
}

impl<T: FromReply<Out: IntoIterator>, K> fmt::Debug for ScanIter<'_, T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ScanIter")
    }
}
