//! How do I speak to a server from a device without a heap?
//!
//! Everything is in arrays of fixed size: what is received, what is to be
//! sent, the tape. A UART is played by an iterator of single bytes. Nothing
//! in [`Device`] allocates, so it would run as it is on a microcontroller.
//!
//! ```sh
//! cargo run -q -p resp-core --no-default-features --example fixed_array
//! ```

use resp_core::{
    DecodeError, DecodeErrorKind, Decoder, EncodeError, Encoder, Frame, Limits, Node, Progress, SliceOutput,
    SliceTape,
};

/// The longest reply; a longer one is refused as soon as it is announced.
const RX_LEN: usize = 64;
/// The longest command.
const TX_LEN: usize = 64;
/// The most values in one reply, with the aggregates that hold them.
const NODES: usize = 8;

/// The receiving side of a connection.
struct Device<'tape> {
    decoder: Decoder<SliceTape<'tape>>,
    rx: [u8; RX_LEN],
    /// Bytes of `rx` that hold something.
    rx_len: usize,
}

impl<'tape> Device<'tape> {
    fn new(nodes: &'tape mut [Node; NODES]) -> Self {
        // A payload that does not fit is refused when it is announced.
        let limits = Limits::default().max_frame_len(RX_LEN).max_depth(4);
        let decoder = Decoder::with_tape(SliceTape::new(nodes), limits);
        Self { decoder, rx: [0; RX_LEN], rx_len: 0 }
    }

    /// Takes a byte that has arrived. Calls `on_reply` when it completes one.
    fn receive(&mut self, byte: u8, on_reply: impl FnOnce(Frame<'_>)) -> Result<(), DecodeError> {
        let Some(place) = self.rx.get_mut(self.rx_len) else {
            // A line tells how long it is by its end alone.
            let offset = self.decoder.stream_offset() + RX_LEN as u64;
            return Err(DecodeError { kind: DecodeErrorKind::FrameLimit, offset });
        };
        *place = byte;
        self.rx_len += 1;
        // A byte that decides nothing costs a comparison: the decoder knows
        // how many it needs.
        if let Progress::Frame(frame) = self.decoder.decode(&self.rx[..self.rx_len])? {
            on_reply(frame);
            self.rx_len = 0;
        }
        Ok(())
    }
}

/// A command in wire form, ready for the UART.
fn command<'tx>(room: &'tx mut [u8; TX_LEN], args: &[&str]) -> Result<&'tx [u8], EncodeError> {
    let mut output = SliceOutput::new(room);
    Encoder::new(&mut output).command(args)?;
    let len = output.written().len();
    Ok(&room[..len])
}

/// What a server sends in a short life: replies, then one that does not fit.
const REPLIES: &[u8] = b"+OK\r\n\
    *3\r\n:21\r\n,0.5\r\n$7\r\nceiling\r\n\
    $500\r\n";
/// What comes over a line that is broken.
const NOISE: &[u8] = &[b'-'; 1000];

fn main() {
    let mut room = [0; TX_LEN];
    match command(&mut room, &["SET", "sensor:1", "21.5"]) {
        Ok(wire) => println!("sent: {}", wire.escape_ascii()),
        Err(error) => println!("not sent: {error}"),
    }
    if let Err(error) = command(&mut room, &["SET", "sensor:1", &"x".repeat(TX_LEN)]) {
        println!("not sent: {error}");
    }

    let mut nodes = [Node::EMPTY; NODES];
    for uart in [REPLIES, NOISE] {
        if let Err(error) = receive(uart, &mut nodes) {
            // What follows cannot be told apart any more.
            println!("reset: {error}");
        }
    }
}

fn receive(uart: &[u8], nodes: &mut [Node; NODES]) -> Result<(), DecodeError> {
    let mut device = Device::new(nodes);
    uart.iter().try_for_each(|&byte| {
        device.receive(byte, |reply| {
            println!("received: {reply:?}");
            reply.children().for_each(|child| println!("  {child:?}"));
        })
    })
}
