//! Text as a URL.

use alloc::format;
use alloc::string::{String, ToString};

use crate::config::{Config, ConfigError};
use crate::url::{Target, Url, UrlError};

/// What no message may show where it stands as a password.
const SECRET: &str = "s3cret";

/// Any text is refused or taken apart without a panic; what was taken apart
/// and is put together again says the same; no message shows a password.
///
/// # Panics
/// A property does not hold.
pub fn url(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    let config = Config::from_url(text);
    assert_secret_is_kept(text, &config);
    // Host, port and database, for logs.
    if let Ok(config) = &config {
        let short = config.to_string();
        match Config::from_url(&short).map(|config| config.to_string()) {
            // Encoding makes it longer.
            Err(ConfigError::Url(UrlError::TooLong)) => {}
            again => assert_eq!(again, Ok(short), "the short form reads back as another one"),
        }
    }
    let Ok(url) = Url::parse(text) else {
        return assert!(config.is_err(), "what is no URL was accepted");
    };
    match Url::parse(&encode(&url)) {
        // Encoding makes it longer.
        Err(UrlError::TooLong) => {}
        again => assert_eq!(again, Ok(url), "put together again it says something else"),
    }
}

fn assert_secret_is_kept(text: &str, config: &Result<Config, ConfigError>) {
    if !hides_secret(text) {
        return;
    }
    let shown = match config {
        Ok(config) => format!("{config} {config:?}"),
        Err(error) => format!("{error} {error:?}"),
    };
    assert!(!shown.contains(SECRET), "a password is shown: {shown}");
    if let Ok(url) = Url::parse(text) {
        assert!(!format!("{url:?}").contains(SECRET), "a password is shown: {url:?}");
    }
}

/// Whether the secret stands in the password and nowhere else.
fn hides_secret(text: &str) -> bool {
    let Some((_, rest)) = text.split_once("://") else { return false };
    let (authority, after) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let Some((credentials, host)) = authority.rsplit_once('@') else { return false };
    let Some((user, _)) = credentials.split_once(':') else { return false };
    [user, host, after].iter().all(|part| !part.contains(SECRET) && !part.contains('%'))
}

fn encode(url: &Url) -> String {
    let text = |part: &Option<String>| part.as_deref().map(percent_encode).unwrap_or_default();
    let credentials = format!("{}:{}@", text(&url.username), text(&url.password));
    let mut encoded = match &url.target {
        Target::Tcp { host, port } => {
            let scheme = if url.tls { "rediss" } else { "redis" };
            let host = match host.split_once('%') {
                Some((address, zone)) if address.contains(':') => {
                    format!("[{address}%25{}]", percent_encode(zone))
                }
                None if host.contains(':') => format!("[{host}]"),
                _ => percent_encode(host),
            };
            format!("{scheme}://{credentials}{host}:{port}/{}", url.database)
        }
        Target::Unix(path) => format!("unix://{credentials}{}", percent_encode(path).replace("%2f", "/")),
    };
    encoded.push('?');
    for (key, value) in &url.options {
        encoded.push_str(&format!("{}={}&", percent_encode(key), percent_encode(value)));
    }
    encoded
}

fn percent_encode(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
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
            "redis://user:s3cret@[::1]:6380/2?colour=blue",
            "redis://:s3cret@h?call_timeout=none&budget=16mb&keepalive=0s&db=7",
            "redis://u:s3cret@h?retry=reads&max_depth=0",
            "VALKEYS://[fe80::1%25eth0]/?db=4294967295",
            "redis://[::1%25]",
            "redis://u%:@h%zz",
            "unix://u:s3cret@/run/a%20b%2fc%3f%23%25?db=1&resp=2",
            "redis://[::1",
            "unix:///\0",
        ] {
            super::url(text.as_bytes());
        }
        super::url(b"redis://\xff");
    }
}
