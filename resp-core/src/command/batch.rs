//! Several commands sent together, their replies typed one by one.

use alloc::vec::Vec;

use super::{Command, Queueable, Wire};
use crate::convert::{FromReply, HasStrings, ReplyError};
use crate::reply::Reply;

/// Commands that are sent together: a tuple of up to twelve, an array, or a
/// vector. The result has the same shape.
///
/// ```
/// use resp_core::{Batch, cmd};
///
/// let batch = (cmd::incr("visits"), cmd::get("greeting"));
/// let mut wire = Vec::new();
/// batch.each_wire(&mut |command| command.write_to(&mut wire));
/// assert!(wire.starts_with(b"*2\r\n$4\r\nINCR\r\n"));
/// assert_eq!(batch.count(), 2);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no batch of commands",
    note = "commands made by a client run alone: in a batch use `cmd::get(..)`",
    note = "a batch is a tuple, an array or a `Vec` of commands"
)]
pub trait Batch {
    /// The results, in the same shape.
    type Out;

    /// How many commands there are.
    fn count(&self) -> usize;

    /// Calls `visit` with each command in order.
    fn each_wire(&self, visit: &mut dyn FnMut(&Wire));

    /// Types the replies, which must be as many as the commands.
    ///
    /// # Errors
    /// The first error among them and the index of its command. Use
    /// [`Command::caught`] to have a server's error as a value.
    fn decode(&self, replies: impl Iterator<Item = Reply>) -> Result<Self::Out, (usize, ReplyError)>;
}

/// A [`Batch`] of commands that may wait in a queue: none of them blocks or
/// needs a connection of its own.
#[diagnostic::on_unimplemented(
    message = "not every command of this batch can wait in a queue with others",
    note = "commands that block, or leave state on their connection, run alone or through a `Connection`"
)]
pub trait QueueableBatch: Batch {}

impl<R: FromReply, K: Queueable> QueueableBatch for Vec<Command<R, K>> {}
impl<R: FromReply, K: Queueable, const N: usize> QueueableBatch for [Command<R, K>; N] {}

/// A [`Batch`] whose commands can all have their strings decoded as text.
pub trait TextBatch: QueueableBatch {
    /// The batch of the same commands with [`Command::text`].
    type Text: QueueableBatch;

    /// Has the strings of all replies decoded as text.
    fn text(self) -> Self::Text;
}

impl<R, K: Queueable> TextBatch for Vec<Command<R, K>>
where
    R: FromReply + HasStrings,
{
    type Text = Vec<Command<R::Text, K>>;

    fn text(self) -> Self::Text {
        self.into_iter().map(Command::text).collect()
    }
}

impl<R, K: Queueable, const N: usize> TextBatch for [Command<R, K>; N]
where
    R: FromReply + HasStrings,
{
    type Text = [Command<R::Text, K>; N];

    fn text(self) -> Self::Text {
        self.map(Command::text)
    }
}

fn decode_one<R: FromReply, K>(
    command: &Command<R, K>,
    index: usize,
    replies: &mut impl Iterator<Item = Reply>,
) -> Result<R::Out, (usize, ReplyError)> {
    let reply = replies.next().unwrap_or(Reply::NULL);
    command.decode_owned::<R>(reply).map_err(|error| (index, error))
}

impl<R: FromReply, K> Batch for Vec<Command<R, K>> {
    type Out = Vec<R::Out>;

    fn count(&self) -> usize {
        self.len()
    }

    fn each_wire(&self, visit: &mut dyn FnMut(&Wire)) {
        self.iter().for_each(|command| visit(command.wire()));
    }

    fn decode(&self, mut replies: impl Iterator<Item = Reply>) -> Result<Self::Out, (usize, ReplyError)> {
        let mut results = Vec::with_capacity(self.len());
        for (index, command) in self.iter().enumerate() {
            results.push(decode_one(command, index, &mut replies)?);
        }
        Ok(results)
    }
}

impl<R: FromReply, K, const N: usize> Batch for [Command<R, K>; N] {
    type Out = [R::Out; N];

    fn count(&self) -> usize {
        N
    }

    fn each_wire(&self, visit: &mut dyn FnMut(&Wire)) {
        self.iter().for_each(|command| visit(command.wire()));
    }

    fn decode(&self, mut replies: impl Iterator<Item = Reply>) -> Result<Self::Out, (usize, ReplyError)> {
        let outs: Result<Vec<R::Out>, _> = self
            .iter()
            .enumerate()
            .map(|(index, command)| decode_one(command, index, &mut replies))
            .collect();
        match outs?.try_into() {
            Ok(array) => Ok(array),
            Err(_) => unreachable!("each of N commands has one result"),
        }
    }
}

macro_rules! tuples {
    ($($type:ident $kind:ident $index:tt),*; $count:literal) => {
        impl<$($type: FromReply, $kind: Queueable),*> QueueableBatch for ($(Command<$type, $kind>,)*) {}

        impl<$($type: FromReply + HasStrings, $kind: Queueable),*> TextBatch for ($(Command<$type, $kind>,)*) {
            type Text = ($(Command<$type::Text, $kind>,)*);

            fn text(self) -> Self::Text {
                ($(self.$index.text(),)*)
            }
        }

        impl<$($type: FromReply, $kind),*> Batch for ($(Command<$type, $kind>,)*) {
            type Out = ($($type::Out,)*);

            fn count(&self) -> usize {
                $count
            }

            fn each_wire(&self, visit: &mut dyn FnMut(&Wire)) {
                $(visit(self.$index.wire());)*
            }

            fn decode(&self, mut replies: impl Iterator<Item = Reply>) -> Result<Self::Out, (usize, ReplyError)> {
                Ok(($(decode_one(&self.$index, $index, &mut replies)?,)*))
            }
        }
    };
}

tuples!(A K0 0; 1);
tuples!(A K0 0, B K1 1; 2);
tuples!(A K0 0, B K1 1, C K2 2; 3);
tuples!(A K0 0, B K1 1, C K2 2, D K3 3; 4);
tuples!(A K0 0, B K1 1, C K2 2, D K3 3, E K4 4; 5);
tuples!(A K0 0, B K1 1, C K2 2, D K3 3, E K4 4, F K5 5; 6);
tuples!(A K0 0, B K1 1, C K2 2, D K3 3, E K4 4, F K5 5, G K6 6; 7);
tuples!(A K0 0, B K1 1, C K2 2, D K3 3, E K4 4, F K5 5, G K6 6, H K7 7; 8);
tuples!(A K0 0, B K1 1, C K2 2, D K3 3, E K4 4, F K5 5, G K6 6, H K7 7, I K8 8; 9);
tuples!(A K0 0, B K1 1, C K2 2, D K3 3, E K4 4, F K5 5, G K6 6, H K7 7, I K8 8, J K9 9; 10);
tuples!(A K0 0, B K1 1, C K2 2, D K3 3, E K4 4, F K5 5, G K6 6, H K7 7, I K8 8, J K9 9, L K10 10; 11);
tuples!(A K0 0, B K1 1, C K2 2, D K3 3, E K4 4, F K5 5, G K6 6, H K7 7, I K8 8, J K9 9, L K10 10, M K11 11; 12);
