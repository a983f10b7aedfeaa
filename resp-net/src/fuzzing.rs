//! What fuzz targets and the conformance driver need. No part of the interface.

use alloc::format;
use alloc::string::String;

use crate::config::{Config, ProtocolChoice};
pub use crate::url::{Target, Url, UrlError};

/// Any text is refused or taken apart without a panic; what was taken apart
/// and is put together again says the same.
///
/// # Panics
/// A property does not hold.
pub fn url(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    let accepted = Config::from_url(text).is_ok();
    let Ok(url) = Url::parse(text) else {
        return assert!(!accepted, "what is no URL was accepted");
    };
    match Url::parse(&encode(&url)) {
        // Encoding makes it longer.
        Err(UrlError::TooLong) => {}
        again => assert_eq!(again, Ok(url)),
    }
}

fn encode(url: &Url) -> String {
    let text = |part: &Option<String>| part.as_deref().map(percent_encode).unwrap_or_default();
    let credentials = format!("{}:{}@", text(&url.username), text(&url.password));
    let mut encoded = match &url.target {
        Target::Tcp { host, port, tls } => {
            let scheme = if *tls { "rediss" } else { "redis" };
            let host = match host.split_once('%') {
                Some((address, zone)) if address.contains(':') => {
                    format!("[{address}%25{}]", percent_encode(zone))
                }
                None if host.contains(':') => format!("[{host}]"),
                _ => percent_encode(host),
            };
            format!("{scheme}://{credentials}{host}:{port}")
        }
        Target::Unix(path) => format!("unix://{credentials}{}", percent_encode(path).replace("%2f", "/")),
    };
    encoded.push_str(&format!("?db={}", url.database));
    match url.protocol {
        ProtocolChoice::Automatic => {}
        ProtocolChoice::Resp2 => encoded.push_str("&protocol=2"),
        ProtocolChoice::Resp3 => encoded.push_str("&protocol=3"),
    }
    for (key, value) in &url.options {
        encoded.push_str(&format!("&{}={}", percent_encode(key), percent_encode(value)));
    }
    encoded
}

fn percent_encode(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => String::from(char::from(byte)),
        _ => format!("%{byte:02x}"),
    };
    text.bytes().map(encode).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_fuzzer_starts_from() {
        for text in [
            "",
            "redis://user:p%40ss:%zz%@h.example:6380/2?protocol=3&a=b&=&a",
            "VALKEYS://[fe80::1%25eth0]/?db=4294967295",
            "redis://[::1%25]",
            "redis://u%:@h%zz",
            "unix://u:p@/run/a%20b%2fc?db=1",
            "redis://[::1",
            "unix:///\0",
        ] {
            super::url(text.as_bytes());
        }
        super::url(b"redis://\xff");
    }
}
