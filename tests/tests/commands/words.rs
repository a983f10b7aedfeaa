//! Lines of words, as the table writes them: quoted where they must be.

/// The words of a line. `"two words"` is one; within quotes `\n`, `\"`, `\\` and `\xNN` are one byte.
pub(crate) fn split(line: &str) -> Vec<Vec<u8>> {
    let mut words = Vec::new();
    let mut rest = line.trim().bytes().peekable();
    while let Some(first) = rest.next() {
        let mut word = Vec::new();
        if first != b'"' {
            word.push(first);
            while let Some(byte) = rest.next_if(|byte| *byte != b' ') {
                word.push(byte);
            }
        } else {
            while let Some(byte) = rest.next().filter(|byte| *byte != b'"') {
                word.push(if byte == b'\\' { escaped(&mut rest) } else { byte });
            }
        }
        words.push(word);
        while rest.next_if(|byte| *byte == b' ').is_some() {}
    }
    words
}

fn escaped(rest: &mut impl Iterator<Item = u8>) -> u8 {
    match rest.next() {
        Some(b'n') => b'\n',
        Some(b'r') => b'\r',
        Some(b't') => b'\t',
        Some(b'x') => {
            let digits: Vec<u8> = rest.take(2).collect();
            let digits = str::from_utf8(&digits).expect("two hexadecimal digits follow");
            u8::from_str_radix(digits, 16).expect("two hexadecimal digits follow")
        }
        Some(other) => other,
        None => panic!("a line ends with a backslash"),
    }
}

/// The line of these words.
pub(crate) fn join(words: &[Vec<u8>]) -> String {
    let word = |word: &Vec<u8>| {
        let is_plain = |byte: &u8| byte.is_ascii_graphic() && !b"\"\\".contains(byte);
        if !word.is_empty() && word.iter().all(is_plain) {
            return String::from_utf8_lossy(word).into_owned();
        }
        let shown: String = word
            .iter()
            .map(|byte| match byte {
                b'"' | b'\\' => format!("\\{}", char::from(*byte)),
                b' '..=b'~' => char::from(*byte).to_string(),
                _ => format!("\\x{byte:02x}"),
            })
            .collect();
        format!("\"{shown}\"")
    };
    words.iter().map(word).collect::<Vec<_>>().join(" ")
}

#[test]
fn words_come_back() {
    let line = r#"SET "two words" "" "\x00\"\\" x=1"#;
    assert_eq!(split(line), [&b"SET"[..], b"two words", b"", b"\0\"\\", b"x=1"]);
    assert_eq!(join(&split(line)), line);
}
