//! Pushes that nobody asked for.

use super::super::answer::{Echoes, answer};
use super::super::seen::Seen;
use super::super::server::{Server, polite};
use super::super::subjects::Subject;
use crate::failure::Failure;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

const SUBSCRIBED: &[u8] = b">3\r\n$10\r\nssubscribe\r\n$7\r\nchannel\r\n:1\r\n";
const UNSUBSCRIBED: &[u8] = b">3\r\n$12\r\nsunsubscribe\r\n$7\r\nchannel\r\n:0\r\n";
const UNKNOWN: &[u8] = b">2\r\n$8\r\nsurprise\r\n$4\r\ntext\r\n";

pub(super) async fn observe<S: Subject>() -> Result<Seen, Failure> {
    let push = Arc::new(Mutex::new(UNKNOWN));
    let of_server = Arc::clone(&push);
    let server = Server::start(move |args, stream| match args {
        [name, _] if name.eq_ignore_ascii_case(b"SSUBSCRIBE") => stream.write_all(SUBSCRIBED),
        // Before the reply to one of the commands in flight.
        [_, b"tag-50"] => {
            stream.write_all(*of_server.lock().unwrap_or_else(PoisonError::into_inner))?;
            polite(args, stream)
        }
        _ => polite(args, stream),
    })?;
    let connected = S::connect_for_pushes(&server.url()).await;
    let client = connected.map_err(|told| Failure::new(format!("it does not connect: {told}")))?;
    let subscribed = answer(client.subscribe("channel")).await;
    let _subscription = match subscribed.outcome {
        Some(Ok(subscription)) => subscription,
        Some(Err(told)) => return Ok(Seen::unasked(format!("it does not subscribe: {told}"))),
        None => return Ok(Seen::unasked("it waits for more than the confirmation of SSUBSCRIBE")),
    };
    let unknown = Echoes::ask(&client, 100).await;
    *push.lock().unwrap_or_else(PoisonError::into_inner) = UNSUBSCRIBED;
    let ended = Echoes::ask(&client, 100).await;
    let text = format!("around the unknown push {unknown}; around the server's sunsubscribe {ended}");
    Ok(Seen::new(unknown.are_right() && ended.are_right(), text))
}
