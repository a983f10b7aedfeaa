//! A URL as the raw loops use it: an address, and what to say first.

use resp_core::Encoder;
use resp_net::Config;

/// A server as the raw loops reach it: plain TCP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Endpoint {
    /// `host:port`.
    pub(crate) address: String,
    /// Commands that come first, AUTH and SELECT, on the wire; each answered by `OK`.
    pub(crate) login: Vec<Vec<u8>>,
}

impl Endpoint {
    /// From a URL that the client takes; `None` if it is not plain TCP.
    pub(crate) fn from_url(url: &str) -> Option<Self> {
        // The client's own reading of it, without the credentials.
        let plain = Config::from_url(url).ok()?.to_string();
        let (address, database) = plain.strip_prefix("redis://")?.split_once('/')?;
        let mut login = Vec::new();
        if let Some((user, password)) = credentials(url) {
            let default = [b"AUTH".to_vec(), password.clone()];
            let named = [b"AUTH".to_vec(), user.clone(), password.clone()];
            match (user.is_empty(), password.is_empty()) {
                (_, true) => {}
                (true, false) => login.push(wire(&default)),
                (false, false) => login.push(wire(&named)),
            }
        }
        if database != "0" {
            login.push(wire(&[b"SELECT".to_vec(), database.as_bytes().to_vec()]));
        }
        Some(Self { address: address.to_owned(), login })
    }
}

fn wire(arguments: &[Vec<u8>]) -> Vec<u8> {
    let mut wire = Vec::new();
    // A Vec has room for every command.
    let _ = Encoder::new(&mut wire).command(arguments);
    wire
}

/// User and password of a URL, which the client keeps to itself.
fn credentials(url: &str) -> Option<(Vec<u8>, Vec<u8>)> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let (credentials, _) = authority.rsplit_once('@')?;
    let (user, password) = credentials.split_once(':').unwrap_or((credentials, ""));
    Some((percent_decoded(user), percent_decoded(password)))
}

/// A percent sign that starts no two hexadecimal digits stands for itself, as in the client.
fn percent_decoded(text: &str) -> Vec<u8> {
    let mut parts = text.split('%');
    let mut decoded: Vec<u8> = parts.next().unwrap_or_default().into();
    for part in parts {
        let digits = part.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                decoded.extend(part.bytes().skip(2));
            }
            None => {
                decoded.push(b'%');
                decoded.extend(part.bytes());
            }
        }
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_become_an_address_and_a_login() {
        let auth = |rest: &str| {
            format!("*{}AUTH\r\n{rest}", if rest.len() > 12 { "3\r\n$4\r\n" } else { "2\r\n$4\r\n" })
        };
        for (url, address, login) in [
            ("redis://localhost", "localhost:6379", vec![]),
            ("redis://:p%40s@h:7", "h:7", vec![auth("$3\r\np@s\r\n")]),
            ("redis://u:pass@[::1]", "[::1]:6379", vec![auth("$1\r\nu\r\n$4\r\npass\r\n")]),
            ("redis://:%zz%4@h", "h:6379", vec![auth("$5\r\n%zz%4\r\n")]),
            ("redis://h/3", "h:6379", vec!["*2\r\n$6\r\nSELECT\r\n$1\r\n3\r\n".to_owned()]),
        ] {
            let endpoint = Endpoint::from_url(url).unwrap();
            let found: Vec<_> = endpoint.login.iter().map(|wire| String::from_utf8_lossy(wire)).collect();
            assert_eq!(
                (endpoint.address.as_str(), found),
                (address, login.iter().map(Into::into).collect()),
                "{url}"
            );
        }
        assert_eq!(Endpoint::from_url("unix:///tmp/s"), None);
    }
}
