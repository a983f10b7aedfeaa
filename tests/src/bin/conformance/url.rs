//! URLs: the fields that one gives, or why it is none.

use resp_net::fuzzing::{Target, Url};
use resp_net::{ProtocolChoice, UrlError};
use serde_json::{Value, json};

/// The fields or the error, to be put behind the id. Nothing is fed here, so
/// all modes are the same.
pub(crate) fn answer(case: &Value) -> Option<String> {
    let (key, answer) = match Url::parse(case["url"].as_str()?) {
        Ok(url) => ("fields", fields(&url)),
        Err(error) => ("error", class(&error).into()),
    };
    Some(format!(r#","{key}":{answer}"#))
}

fn fields(url: &Url) -> Value {
    let (host, port, path) = match &url.target {
        Target::Tcp { host, port } => (Some(host), Some(port), None),
        Target::Unix(path) => (None, None, Some(path)),
        _ => unreachable!("a URL leads to a port or a socket"),
    };
    let protocol = match url.protocol {
        ProtocolChoice::Automatic => None,
        ProtocolChoice::Resp2 => Some(2),
        ProtocolChoice::Resp3 => Some(3),
    };
    json!({
        "tls": url.tls,
        "host": host,
        "port": port,
        "unix_path": path,
        "username": url.username,
        "password": url.password,
        "db": url.database,
        "protocol": protocol,
    })
}

/// The name that the cases have for an error.
const fn class(error: &UrlError) -> &'static str {
    match error {
        UrlError::Scheme => "bad_scheme",
        UrlError::MissingHost | UrlError::Host => "bad_host",
        UrlError::Port => "bad_port",
        UrlError::Path => "bad_path",
        UrlError::Database => "bad_db",
        UrlError::Protocol => "bad_protocol",
        UrlError::PercentEncoding(_) => "bad_escape",
        _ => "other",
    }
}
