//! All items of a scan as a stream.

use core::fmt;
use core::future::poll_fn;
use core::hash::Hash;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::Stream;
use resp_core::replies::ScanPage;
use resp_core::{Command, FromReply, Shareable};

use super::{Call, Client};
use crate::error::Error;
use crate::scan::{Item, Pages, scan_options};

impl Client {
    /// Every item of a scan: asks for one page after the other, each when the
    /// one before is used up.
    ///
    /// The command says what is scanned, from where on and how: SCAN, HSCAN,
    /// SSCAN or ZSCAN with its options, and with [`text`](Command::text) or
    /// another type of item. What is there all the while comes at least once,
    /// and may come again; [`distinct`](ScanStream::distinct) has it come once.
    ///
    /// ```no_run
    /// # async fn example(client: resp_net::Client) -> Result<(), resp_net::Error> {
    /// use resp_net::cmd;
    /// use resp_net::resp_core::replies::Cursor;
    ///
    /// let sessions = cmd::scan(Cursor::START).matching("session:*").count(1000).text();
    /// let mut sessions = client.iterate(sessions);
    /// while let Some(key) = sessions.next().await {
    ///     println!("{}", key?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn iterate<T, K>(&self, scan: Command<ScanPage<T>, K>) -> ScanStream<'_, T, K>
    where
        T: FromReply<Out: IntoIterator>,
        K: Shareable,
    {
        ScanStream { client: self, pages: Pages::new(scan), call: None }
    }
}

/// The items of a scan; see [`Client::iterate`]. An error ends it.
///
/// # Cancellation
/// Nothing is lost by dropping [`next`](Self::next).
///
/// ```no_run
/// # async fn example(client: resp_net::Client) -> Result<(), resp_net::Error> {
/// use resp_net::cmd;
/// use resp_net::resp_core::replies::Cursor;
///
/// let mut fields = client.iterate(cmd::hscan("user:1", Cursor::START).text());
/// while let Some((field, value)) = fields.next().await.transpose()? {
///     println!("{field} is {value}");
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is asked for until it is awaited"]
pub struct ScanStream<'a, T: FromReply<Out: IntoIterator>, K> {
    client: &'a Client,
    pages: Pages<T, K>,
    /// The next page under way.
    call: Option<Call<'a, ScanPage<T>, K>>,
}

impl<T: FromReply<Out: IntoIterator>, K: Shareable> ScanStream<'_, T, K> {
    /// The next item; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Item<T>, Error>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    scan_options!();

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Item<T>, Error>>> {
        loop {
            if let Some(item) = self.pages.item() {
                return Poll::Ready(Some(Ok(item)));
            }
            if self.call.is_none() {
                self.call = self.pages.command().map(|page| self.client.send(page));
            }
            let Some(call) = &mut self.call else { return Poll::Ready(None) };
            let page = ready!(Pin::new(call).poll(context));
            self.call = None;
            if let Err(error) = self.pages.take(page) {
                return Poll::Ready(Some(Err(error)));
            }
        }
    }
}

impl<T: FromReply<Out: IntoIterator>, K: Shareable> Stream for ScanStream<'_, T, K> {
    type Item = Result<Item<T>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(context)
    }
}

impl<T: FromReply<Out: IntoIterator>, K> Unpin for ScanStream<'_, T, K> {}

impl<T: FromReply<Out: IntoIterator>, K> fmt::Debug for ScanStream<'_, T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ScanStream")
    }
}
