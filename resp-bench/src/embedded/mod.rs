//! The embedded server: enough of Redis to be measured against where none is
//! installed. It runs in a process of its own (`resp-bench serve`), so that
//! its time is not taken for the client's.

mod about;
mod argument;
mod command;
mod hashes;
mod keys;
mod lists;
mod reply;
mod session;
mod store;
mod strings;

use self::session::Session;
use self::store::Store;
use crate::failure::Failure;
use core::cell::RefCell;
use core::net::Ipv4Addr;
use resp_core::{Decoder, Encoder, Progress};
use std::io::{Read, Write};
use std::process::ExitCode;
use std::rc::Rc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::LocalSet;

/// Room for a read, as in Redis.
const READ_LEN: usize = 16 << 10;

/// Serves on a free port of 127.0.0.1, which it prints, until standard input ends.
///
/// # Errors
/// If the system has no port or no thread for it.
pub(crate) fn serve() -> Result<ExitCode, Failure> {
    std::thread::Builder::new().name("end-with-stdin".to_owned()).spawn(|| {
        // Whoever started this process is gone when its end of the pipe is.
        let _ = std::io::stdin().lock().read_to_end(&mut Vec::new());
        std::process::exit(0);
    })?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    LocalSet::new().block_on(&runtime, async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        println!("{}", listener.local_addr()?.port());
        std::io::stdout().flush()?;
        let store = Rc::new(RefCell::new(Store::default()));
        for id in 1.. {
            let (stream, _) = listener.accept().await?;
            // A connection that fails ends alone.
            tokio::task::spawn_local(converse(stream, Session::new(id), Rc::clone(&store)));
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// Answers everything that one read brought by one write.
async fn converse(
    mut stream: TcpStream,
    mut session: Session,
    store: Rc<RefCell<Store>>,
) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut decoder = Decoder::new();
    let (mut input, mut output) = (Vec::with_capacity(READ_LEN), Vec::new());
    loop {
        input.reserve(READ_LEN);
        if stream.read_buf(&mut input).await? == 0 {
            return Ok(());
        }
        let consumed = answer(&mut decoder, &input, &mut session, &mut store.borrow_mut(), &mut output);
        if !output.is_empty() {
            stream.write_all(&output).await?;
            output.clear();
        }
        match consumed {
            Some(consumed) => drop(input.drain(..consumed)),
            None => return Ok(()),
        }
    }
}

/// Runs all complete requests of `input` and returns how long they are; `None`
/// if what follows is no request.
fn answer(
    decoder: &mut Decoder,
    input: &[u8],
    session: &mut Session,
    store: &mut Store,
    output: &mut Vec<u8>,
) -> Option<usize> {
    let mut consumed = 0;
    loop {
        match decoder.decode(&input[consumed..]) {
            Ok(Progress::NeedMore { .. }) => return Some(consumed),
            Ok(Progress::Frame(frame)) => {
                consumed += frame.byte_len();
                let arguments: Option<Vec<&[u8]>> = frame.children().map(|child| child.as_bytes()).collect();
                session.run(store, &arguments.unwrap_or_default(), output);
            }
            Err(error) => {
                let text = format!("ERR Protocol error: {error}");
                // The text holds no line break and a Vec has room: it cannot fail.
                let _ = Encoder::new(output).simple_error(text);
                return None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The answers to requests that arrive together.
    fn answers(input: &[u8]) -> (Option<usize>, String) {
        let mut output = Vec::new();
        let (mut session, mut store) = (Session::new(1), Store::default());
        let consumed = answer(&mut Decoder::new(), input, &mut session, &mut store, &mut output);
        (consumed, String::from_utf8(output).unwrap())
    }

    #[test]
    fn pipelined_requests_are_answered_in_order_and_a_part_waits() {
        let input = b"*1\r\n$4\r\nPING\r\n*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$1\r\nv\r\n*2\r\n$3\r\nget\r\n$1\r\nk\r\n*1\r\n$4\r\nPI";
        assert_eq!(answers(input), (Some(input.len() - 10), "+PONG\r\n+OK\r\n$1\r\nv\r\n".to_owned()));
    }

    #[test]
    fn what_is_no_request_is_refused() {
        let (consumed, output) = answers(b"GET / HTTP/1.1\r\n\r\n");
        assert!(consumed.is_none() && output.starts_with("-ERR Protocol error: "), "{output}");
        let (_, output) = answers(b"*1\r\n:1\r\n*0\r\n");
        assert_eq!(output, "-ERR unknown command '', with args beginning with: \r\n".repeat(2));
    }
}
