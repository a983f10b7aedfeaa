//! redis-protocol: frames of ranges into the buffer, and frames that share it.
//! Its parser of RESP2 is the faster one and reads what has nothing of RESP3.

use crate::parsers::commands::Commands;
use crate::parsers::corpus::Corpus;
use crate::parsers::encoder::{Encoder, Write};
use crate::parsers::parser::{Arrival, Parser, Pass, Refused, Yields, over_bytes_mut, over_slices};
use crate::parsers::tally::Tally;
use bytes::{Bytes, BytesMut};
use redis_protocol::resp2::types::{BorrowedFrame, BytesFrame};
use redis_protocol::{resp2, resp3};

pub(super) const PARSERS: [Parser; 2] = [
    Parser { name: "rp-range", yields: Yields::Borrowed, start: start_range },
    Parser { name: "rp-bytes", yields: Yields::Owned, start: start_bytes },
];

pub(super) const ENCODERS: [Encoder; 2] = [
    Encoder { name: "rp-borrowed", start: start_borrowed_encoder },
    Encoder { name: "rp-bytes", start: start_bytes_encoder },
];

fn start_range(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    Some(if corpus.resp3 {
        over_slices(corpus, arrival, |input, tally| {
            let decoded = resp3::decode::complete::decode_range(input).map_err(|_| Refused)?;
            Ok(decoded.map(|(frame, len)| {
                visit_range3(&frame, input, tally);
                len
            }))
        })
    } else {
        over_slices(corpus, arrival, |input, tally| {
            let decoded = resp2::decode::decode_range(input).map_err(|_| Refused)?;
            Ok(decoded.map(|(frame, len)| {
                visit_range2(&frame, input, tally);
                len
            }))
        })
    })
}

fn start_bytes(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    Some(if corpus.resp3 {
        over_bytes_mut(corpus, arrival, |input, tally| {
            let decoded = resp3::decode::complete::decode_bytes_mut(input).map_err(|_| Refused)?;
            Ok(decoded.map(|(frame, ..)| visit_bytes3(&frame, tally)).is_some())
        })
    } else {
        over_bytes_mut(corpus, arrival, |input, tally| {
            let decoded = resp2::decode::decode_bytes_mut(input).map_err(|_| Refused)?;
            Ok(decoded.map(|(frame, ..)| visit_bytes2(&frame, tally)).is_some())
        })
    })
}

fn visit_range2(frame: &resp2::types::RangeFrame, input: &[u8], tally: &mut Tally) {
    use resp2::types::RangeFrame as Frame;
    match frame {
        Frame::SimpleString((start, end)) | Frame::BulkString((start, end)) => {
            tally.text(&input[*start..*end]);
        }
        Frame::Error((start, end)) => tally.error(&input[*start..*end]),
        Frame::Integer(value) => tally.integer(*value),
        Frame::Null => tally.null(),
        Frame::Array(frames) => {
            tally.aggregate(frames.len());
            frames.iter().for_each(|frame| visit_range2(frame, input, tally));
        }
    }
}

fn visit_bytes2(frame: &BytesFrame, tally: &mut Tally) {
    use BytesFrame as Frame;
    match frame {
        Frame::SimpleString(text) | Frame::BulkString(text) => tally.text(text),
        Frame::Error(text) => tally.error(text.as_bytes()),
        Frame::Integer(value) => tally.integer(*value),
        Frame::Null => tally.null(),
        Frame::Array(frames) => {
            tally.aggregate(frames.len());
            frames.iter().for_each(|frame| visit_bytes2(frame, tally));
        }
    }
}

fn visit_range3(frame: &resp3::types::RangeFrame, input: &[u8], tally: &mut Tally) {
    use resp3::types::RangeFrame as Frame;
    let visit_map = |pairs: &resp3::types::FrameMap<Frame, Frame>, tally: &mut Tally| {
        tally.aggregate(pairs.len());
        for (key, value) in pairs {
            visit_range3(key, input, tally);
            visit_range3(value, input, tally);
        }
    };
    let attributes = match frame {
        Frame::BlobString { attributes, .. }
        | Frame::SimpleString { attributes, .. }
        | Frame::Number { attributes, .. }
        | Frame::Array { attributes, .. } => attributes.as_ref(),
        _ => None,
    };
    if let Some(pairs) = attributes {
        visit_map(pairs, tally);
    }
    match frame {
        Frame::BlobString { data: (start, end), .. } | Frame::SimpleString { data: (start, end), .. } => {
            tally.text(&input[*start..*end]);
        }
        Frame::SimpleError { data: (start, end), .. } => tally.error(&input[*start..*end]),
        Frame::Number { data, .. } => tally.integer(*data),
        Frame::Double { data, .. } => tally.double(*data),
        Frame::Boolean { data, .. } => tally.boolean(*data),
        Frame::Null => tally.null(),
        Frame::Map { data, .. } => visit_map(data, tally),
        Frame::Array { data, .. } | Frame::Push { data, .. } => {
            tally.aggregate(data.len());
            data.iter().for_each(|frame| visit_range3(frame, input, tally));
        }
        // No corpus has others; the sum would be wrong, and that is noticed.
        _ => {}
    }
}

fn visit_bytes3(frame: &resp3::types::BytesFrame, tally: &mut Tally) {
    use resp3::types::BytesFrame as Frame;
    let visit_map = |pairs: &resp3::types::FrameMap<Frame, Frame>, tally: &mut Tally| {
        tally.aggregate(pairs.len());
        for (key, value) in pairs {
            visit_bytes3(key, tally);
            visit_bytes3(value, tally);
        }
    };
    let attributes = match frame {
        Frame::BlobString { attributes, .. }
        | Frame::SimpleString { attributes, .. }
        | Frame::Number { attributes, .. }
        | Frame::Array { attributes, .. } => attributes.as_ref(),
        _ => None,
    };
    if let Some(pairs) = attributes {
        visit_map(pairs, tally);
    }
    match frame {
        Frame::BlobString { data, .. } | Frame::SimpleString { data, .. } => tally.text(data),
        Frame::SimpleError { data, .. } => tally.error(data.as_bytes()),
        Frame::Number { data, .. } => tally.integer(*data),
        Frame::Double { data, .. } => tally.double(*data),
        Frame::Boolean { data, .. } => tally.boolean(*data),
        Frame::Null => tally.null(),
        Frame::Map { data, .. } => visit_map(data, tally),
        Frame::Array { data, .. } | Frame::Push { data, .. } => {
            tally.aggregate(data.len());
            data.iter().for_each(|frame| visit_bytes3(frame, tally));
        }
        // No corpus has others; the sum would be wrong, and that is noticed.
        _ => {}
    }
}

fn start_borrowed_encoder(commands: &Commands) -> Write<'_> {
    let mut out = BytesMut::new();
    Box::new(move |stopwatch, see| {
        out.clear();
        stopwatch.time(|| {
            let mut words = Vec::new();
            for call in &commands.commands {
                words.clear();
                words.extend(call.words.iter().map(|word| BorrowedFrame::BulkString(word)));
                // What is written is checked.
                let _ = resp2::encode::extend_encode_borrowed(&mut out, &BorrowedFrame::Array(&words), false);
            }
        });
        see(&out);
    })
}

fn start_bytes_encoder(commands: &Commands) -> Write<'_> {
    let mut out = BytesMut::new();
    Box::new(move |stopwatch, see| {
        out.clear();
        stopwatch.time(|| {
            for call in &commands.commands {
                let arguments = call.arguments.iter().map(|word| Bytes::copy_from_slice(word));
                let name = Bytes::from_static(call.verb.name().as_bytes());
                let words = core::iter::once(name).chain(arguments).map(BytesFrame::BulkString).collect();
                // What is written is checked.
                let _ = resp2::encode::extend_encode(&mut out, &BytesFrame::Array(words), false);
            }
        });
        see(&out);
    })
}
