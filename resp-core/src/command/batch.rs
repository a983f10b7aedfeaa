//! Several commands sent together, their replies typed one by one.

use alloc::vec::Vec;

use super::{Command, Wire};
use crate::convert::{FromReply, ReplyError};
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

fn decode_one<R: FromReply, K>(
    command: &Command<R, K>,
    index: usize,
    replies: &mut impl Iterator<Item = Reply>,
) -> Result<R::Out, (usize, ReplyError)> {
    let reply = replies.next().unwrap_or(Reply::NULL);
    command.decode_owned(reply).map_err(|error| (index, error))
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
