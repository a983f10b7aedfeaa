//! Which slot of a cluster a key belongs to.

/// Slots of a cluster.
const SLOT_COUNT: u16 = 16_384;

/// The cluster slot of a key, 0 to 16383: CRC16 of the key or, if it has one,
/// of its hash tag. The tag is what stands between the first `{` and the first
/// `}` after it, unless that is nothing; keys with the same tag share a slot.
///
/// Specification: Redis cluster specification, "Hash tags".
///
/// ```
/// use resp_core::key_slot;
///
/// assert_eq!(key_slot(b"user:1"), 10778);
/// assert_eq!(key_slot(b"{user:1}:name"), key_slot(b"{user:1}:email"));
/// ```
#[must_use]
pub const fn key_slot(key: &[u8]) -> u16 {
    crc16(hash_tag(key)) % SLOT_COUNT
}

/// The part of a key that is hashed.
const fn hash_tag(key: &[u8]) -> &[u8] {
    let Some(open) = find(b'{', key) else { return key };
    let (_, after) = key.split_at(open + 1);
    match find(b'}', after) {
        Some(0) | None => key,
        Some(close) => after.split_at(close).0,
    }
}

const fn find(wanted: u8, bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == wanted {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// CRC-16 of polynomial 0x1021, highest bit first, starting from zero: XMODEM.
const fn crc16(bytes: &[u8]) -> u16 {
    let mut crc = 0_u16;
    let mut at = 0;
    while at < bytes.len() {
        let [high, _] = crc.to_be_bytes();
        crc = crc << 8 ^ TABLE[(high ^ bytes[at]) as usize];
        at += 1;
    }
    crc
}

/// The remainder of each byte followed by sixteen zero bits.
const TABLE: [u16; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u16;
    while byte < 256 {
        let mut remainder = byte << 8;
        let mut bit = 0;
        while bit < 8 {
            let carry = remainder & 0x8000 != 0;
            remainder = if carry { remainder << 1 ^ 0x1021 } else { remainder << 1 };
            bit += 1;
        }
        table[byte as usize] = remainder;
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_value_of_the_algorithm() {
        assert_eq!(crc16(b"123456789"), 0x31c3);
        assert_eq!(crc16(b""), 0);
    }

    #[test]
    fn what_is_hashed() {
        for (key, tag) in [
            (&b"user:1"[..], &b"user:1"[..]),
            (b"{user:1}:name", b"user:1"),
            (b"a{b}c{d}", b"b"),
            (b"a{}{b}", b"a{}{b}"),
            (b"a{{b}}c", b"{b"),
            (b"a}{b", b"a}{b"),
            (b"a}{b}", b"b"),
            (b"{", b"{"),
            (b"{}", b"{}"),
            (b"{ }", b" "),
            (b"", b""),
        ] {
            assert_eq!(hash_tag(key), tag, "{}", key.escape_ascii());
        }
    }

    #[test]
    fn it_is_known_when_the_program_is_compiled() {
        const SLOT: u16 = key_slot(b"foo");
        assert_eq!(SLOT, 12182);
    }
}
