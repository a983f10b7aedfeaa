//! The thread that looks after a shared connection: it makes it, drives it while
//! no caller does or there are subscribers, and makes it again when it is lost.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::task::Waker;
use std::time::Instant;
use std::{io, thread};

use bytes::BytesMut;

use super::reader::Reader;
use super::{FAR, Helm, Stream, dial};
use crate::driver::backoff::{Backoff, seed};
use crate::driver::hub::Hub;
use crate::driver::park;

/// Starts the thread. It runs until the hub is closed or abandoned.
pub(crate) fn start(hub: Arc<Hub<Stream>>) -> io::Result<Arc<Helm>> {
    let helm = Arc::new(Helm::new(hub));
    let watched = Ending(Arc::clone(&helm));
    thread::Builder::new().name("resp-net watcher".into()).spawn(move || run(&watched.0))?;
    Ok(helm)
}

fn run(helm: &Helm) {
    let (hub, config) = (helm.hub(), helm.hub().config());
    let mut backoff = Backoff::new(config.backoff_first, config.backoff_max, seed());
    let mut wakers = Vec::new();
    while !helm.pause(backoff.next_pause()) {
        let deadline = Instant::now() + config.connect_timeout.min(FAR);
        let is_unwanted = |waker: &Waker| hub.poll_unwanted(waker).is_ready();
        let reader = dial(config, deadline, is_unwanted).and_then(|stream| Ok(Reader::new(stream)?));
        let mut lost = None;
        let mut input = BytesMut::new();
        match reader {
            Ok(reader) => {
                hub.handle_connected(Arc::clone(reader.stream()), hub.time(deadline));
                let ended = watch(helm, reader);
                if ended.was_useful {
                    backoff.reset();
                }
                input = ended.input;
            }
            Err(reason) => lost = Some(reason),
        }
        hub.handle_lost(lost, &mut input, &mut wakers);
        // Until there is a connection again, nobody drives.
        hub.leave();
        wakers.drain(..).for_each(Waker::wake);
    }
}

/// Looks after a connection until it is over.
fn watch(helm: &Helm, mut reader: Reader) -> Reader {
    let own = park::waker();
    loop {
        let mut ended = false;
        while !ended && (helm.is_watched() || !reader.has_answered() || !helm.hub().is_up()) {
            ended = reader.turn(helm.hub(), &own).is_err();
        }
        if ended {
            return reader;
        }
        helm.leave(reader, false);
        reader = helm.rest();
    }
}

/// However the thread ends, nobody may wait for it then.
#[derive(Debug)]
struct Ending(Arc<Helm>);

impl Drop for Ending {
    fn drop(&mut self) {
        let mut wakers = Vec::new();
        self.0.hub().handle_driver_gone(&mut wakers);
        wakers.drain(..).for_each(Waker::wake);
    }
}
