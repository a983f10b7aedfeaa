//! The wire text of both versions.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::*;
use crate::convert::decode;
use crate::{Decoder, Progress};

fn read<R: FromReply>(wire: &str) -> Result<R::Out, String> {
    let mut decoder = Decoder::new();
    let Ok(Progress::Frame(frame)) = decoder.decode(wire.as_bytes()) else { panic!("{wire}") };
    decode::<R>(frame).map_err(|error| error.to_string())
}

/// The same fields as RESP2 and as RESP3 sends them.
fn both(fields: &[(&str, &str)]) -> [String; 2] {
    let lines: String = fields.iter().map(|(name, value)| alloc::format!("+{name}\r\n{value}\r\n")).collect();
    [alloc::format!("*{}\r\n{lines}", 2 * fields.len()), alloc::format!("%{}\r\n{lines}", fields.len())]
}

#[test]
fn what_became_of_items() {
    use FilterInsert::{Added, Full, Present};
    type Inserted = Vec<FilterInsert>;
    assert_eq!(read::<Inserted>("*3\r\n:1\r\n:0\r\n:-1\r\n").unwrap(), [Added, Present, Full]);
    let resp3 = "*4\r\n#t\r\n#f\r\n:-1\r\n-ERR non scaling filter is full\r\n";
    assert_eq!(read::<Inserted>(resp3).unwrap(), [Added, Present, Full, Full]);
    let older = "*2\r\n:1\r\n-Non scaling filter is full\r\n";
    assert_eq!(read::<Inserted>(older).unwrap(), [Added, Full]);
    assert_eq!(
        read::<Inserted>("*1\r\n-ERR problem inserting\r\n").unwrap_err(),
        "reply[0]: expected boolean, found simple error"
    );
    assert_eq!(
        read::<Inserted>("*1\r\n:7\r\n").unwrap_err(),
        "reply[0]: expected 1, 0 or -1, found other text"
    );
}

#[test]
fn chunks_until_the_end() {
    let chunk = read::<FilterChunk>("*2\r\n:9\r\n$2\r\n\u{1}\u{0}\r\n").unwrap();
    assert_eq!((chunk.iterator, &chunk.data[..], chunk.is_end()), (9, &[1, 0][..], false));
    for end in ["*2\r\n:0\r\n$-1\r\n", "*2\r\n:0\r\n_\r\n", "*2\r\n:0\r\n$0\r\n\r\n"] {
        let chunk = read::<FilterChunk>(end).unwrap();
        assert!(chunk.is_end() && chunk.data.is_empty());
    }
    assert_eq!(
        read::<FilterChunk>("*1\r\n:0\r\n").unwrap_err(),
        "reply: expected array of 2, found 1 elements"
    );
}

#[test]
fn one_value_of_many() {
    for wire in ["*1\r\n:100\r\n", "%1\r\n+Capacity\r\n:100\r\n", ":100\r\n"] {
        assert_eq!(read::<SingleValue<u64>>(wire), Ok(100));
    }
    assert_eq!(read::<SingleValue<Option<u64>>>("*1\r\n$-1\r\n"), Ok(None));
    assert_eq!(read::<SingleValue<Option<u64>>>("%1\r\n+Expansion rate\r\n_\r\n"), Ok(None));
    assert_eq!(
        read::<SingleValue<u64>>("*0\r\n").unwrap_err(),
        "reply: expected one value, found 0 elements"
    );
}

#[test]
fn filters_tell_about_themselves() {
    let bloom = [
        ("Capacity", ":100"),
        ("Size", ":240"),
        ("Number of filters", ":1"),
        ("Number of items inserted", ":3"),
        ("Expansion rate", "_"),
    ];
    for wire in both(&bloom) {
        let expected = BloomInfo { capacity: 100, size: 240, filters: 1, items: 3, expansion: None };
        assert_eq!(read::<BloomInfo>(&wire), Ok(expected));
    }
    let cuckoo = [
        ("Size", ":1080"),
        ("Number of buckets", ":512"),
        ("Number of filters", ":1"),
        ("Number of items inserted", ":4"),
        ("Number of items deleted", ":5"),
        ("Bucket size", ":2"),
        ("Expansion rate", ":1"),
        ("Max iterations", ":20"),
    ];
    for wire in both(&cuckoo) {
        let expected = CuckooInfo {
            size: 1080,
            buckets: 512,
            filters: 1,
            items: 4,
            deleted: 5,
            bucket_size: 2,
            expansion: 1,
            max_iterations: 20,
        };
        assert_eq!(read::<CuckooInfo>(&wire), Ok(expected));
    }
    assert_eq!(
        read::<BloomInfo>("%1\r\n+Capacity\r\n:1\r\n").unwrap_err(),
        "reply.Size: expected a value, found nothing"
    );
    assert_eq!(
        read::<CuckooInfo>("+OK\r\n").unwrap_err(),
        "reply: expected cuckoo filter, found simple string"
    );
}

#[test]
fn sketches_tell_about_themselves() {
    for wire in both(&[("width", ":2000"), ("depth", ":5"), ("count", ":3")]) {
        assert_eq!(read::<CountMinInfo>(&wire), Ok(CountMinInfo { width: 2000, depth: 5, count: 3 }));
    }
    for (wire, decay) in both(&[("k", ":3"), ("width", ":8"), ("depth", ":7"), ("decay", "DECAY")])
        .iter()
        .zip(["$3\r\n0.9", ",0.9"])
    {
        let expected = TopKInfo { k: 3, width: 8, depth: 7, decay: 0.9 };
        assert_eq!(read::<TopKInfo>(&wire.replace("DECAY", decay)), Ok(expected));
    }
    let digest = [
        ("Compression", ":100"),
        ("Capacity", ":610"),
        ("Merged nodes", ":1"),
        ("Unmerged nodes", ":2"),
        ("Merged weight", ":3"),
        ("Unmerged weight", ":4"),
        ("Observations", ":7"),
        ("Total compressions", ":5"),
        ("Memory usage", ":9768"),
    ];
    for wire in both(&digest) {
        let expected = TDigestInfo {
            compression: 100,
            capacity: 610,
            merged_nodes: 1,
            unmerged_nodes: 2,
            merged_weight: 3,
            unmerged_weight: 4,
            observations: 7,
            compressions: 5,
            memory: 9768,
        };
        assert_eq!(read::<TDigestInfo>(&wire), Ok(expected));
    }
    assert_eq!(
        read::<TopKInfo>("*1\r\n:3\r\n").unwrap_err(),
        "reply: expected top-k sketch, found 1 elements"
    );
    assert_eq!(
        read::<CountMinInfo>("%1\r\n+width\r\n:-1\r\n").unwrap_err(),
        "reply.width: expected integer within u64, found other text"
    );
    assert_eq!(
        read::<TDigestInfo>("%0\r\n").unwrap_err(),
        "reply.Compression: expected a value, found nothing"
    );
}

#[test]
fn ranks_and_no_ranks() {
    use TDigestRank::{At, Empty, Outside};
    assert_eq!(read::<Vec<TDigestRank>>("*3\r\n:-2\r\n:-1\r\n:0\r\n").unwrap(), [Empty, Outside, At(0)]);
    assert_eq!(
        read::<Vec<TDigestRank>>("*1\r\n:-3\r\n").unwrap_err(),
        "reply[0]: expected rank, found other text"
    );
}
