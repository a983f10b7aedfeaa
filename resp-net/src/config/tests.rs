//! Settings, right and wrong, from a builder and from URLs.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use bytes::BytesMut;

use super::*;
use crate::error::{Error, Executed, LostReason};
use crate::session::{Event, Lanes, Session, Transmit};
use crate::url::UrlError;

const NANO: Duration = Duration::from_nanos(1);
const SECOND: Duration = Duration::from_secs(1);
const YEARS_30: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);

fn builder() -> ConfigBuilder {
    Config::builder()
}

fn built(builder: ConfigBuilder) -> String {
    format!("{:?}", builder.build().unwrap())
}

fn limits(change: impl FnOnce(Limits) -> Limits) -> ConfigBuilder {
    builder().limits(change(Limits::default()))
}

#[test]
fn what_cannot_be_is_refused_by_name() {
    let text = |len: usize| "s".repeat(len);
    let zero = "it must not be zero";
    let rows: Vec<(ConfigBuilder, &str, &str)> = vec![
        (builder().host(""), "host", "empty"),
        (builder().host("a b"), "host", "neither a name nor an address"),
        (builder().host("a:b"), "host", "neither a name nor an address"),
        (builder().host("[::1]"), "host", "neither a name nor an address"),
        (builder().host("::1%"), "host", "neither a name nor an address"),
        (builder().host("h\0"), "host", "neither a name nor an address"),
        (builder().port(0), "port", zero),
        (builder().unix("/a").port(0), "port", zero),
        (builder().unix(""), "unix", "empty"),
        (builder().unix("/a\0b"), "unix", "NUL"),
        (builder().username("a b"), "username", "white space"),
        (builder().username("a\n"), "username", "white space"),
        (builder().username("a\0"), "username", "NUL"),
        (builder().username(text(16385)), "username", "longer than 16 KiB"),
        (builder().password(text(16385)), "password", "longer than 16 KiB"),
        (builder().database(1_000_000_000), "database", "no server has so many"),
        (builder().database(u32::MAX), "database", "no server has so many"),
        (builder().client_name(""), "client_name", "empty"),
        (builder().client_name("a b"), "client_name", "without spaces"),
        (builder().client_name("a\n"), "client_name", "without spaces"),
        (builder().client_name("\u{fc}"), "client_name", "ASCII"),
        (builder().client_name("\x7f"), "client_name", "ASCII"),
        (builder().connect_timeout(Duration::ZERO), "connect_timeout", zero),
        (builder().connect_timeout(YEARS_30 + NANO), "connect_timeout", "30 years"),
        (builder().connect_timeout(Duration::MAX), "connect_timeout", "30 years"),
        (builder().call_timeout(Duration::ZERO), "call_timeout", zero),
        (builder().call_timeout(Duration::MAX), "call_timeout", "30 years"),
        (builder().liveness_timeout(Duration::ZERO), "liveness_timeout", zero),
        (builder().liveness_timeout(Duration::MAX), "liveness_timeout", "30 years"),
        (builder().idle_ping(Duration::ZERO), "idle_ping", zero),
        (builder().idle_ping(Duration::MAX), "idle_ping", "30 years"),
        (builder().budget(0), "budget", zero),
        (builder().max_in_flight(0), "max_in_flight", zero),
        (builder().max_waiting(0), "max_waiting", zero),
        (builder().backoff_first(Duration::ZERO), "backoff_first", zero),
        (builder().backoff_max(Duration::ZERO), "backoff_max", zero),
        (builder().backoff_max(Duration::MAX), "backoff_max", "30 years"),
        (builder().backoff_first(SECOND + NANO).backoff_max(SECOND), "backoff_first", "above backoff_max"),
        (builder().keepalive(Duration::ZERO), "keepalive", "less than a second"),
        (builder().keepalive(SECOND - NANO), "keepalive", "less than a second"),
        (builder().keepalive(SECOND * 32_767 + NANO), "keepalive", "more than 32767 seconds"),
        (builder().user_timeout(Duration::from_micros(999)), "user_timeout", "less than a millisecond"),
        (builder().user_timeout(Duration::from_millis(1 << 31)), "user_timeout", "more than 24 days"),
        (builder().max_dedicated(0), "max_dedicated", zero),
        (builder().push_queue(0), "push_queue", zero),
        (limits(|limits| limits.max_depth(0)), "max_depth", zero),
        (limits(|limits| limits.max_bulk_len(0)), "max_bulk_len", zero),
        (limits(|limits| limits.max_aggregate_len(0)), "max_aggregate_len", zero),
        (limits(|limits| limits.max_nodes(0)), "max_nodes", zero),
        (limits(|limits| limits.max_frame_len(0)), "max_frame_len", zero),
        (limits(|limits| limits.max_line_len(0)), "max_line_len", zero),
    ];
    for (builder, expected, why) in rows {
        let error = builder.build().unwrap_err();
        let ConfigError::Setting { name, reason } = error else { panic!("{error}") };
        assert_eq!(name, expected, "{reason}");
        assert!(reason.contains(why), "{name}: {reason}");
        assert_eq!(error.to_string(), format!("invalid setting {name}: {reason}"));
        assert_eq!(Error::from(error).executed(), Executed::No);
    }
}

#[test]
fn the_least_and_the_most_are_accepted() {
    let text = |len: usize| "s".repeat(len);
    for builder in [
        builder().port(1),
        builder().port(u16::MAX),
        builder().host("::1"),
        builder().host("fe80::1%eth0"),
        builder().host("b\u{fc}cher.example"),
        builder().host("%"),
        builder().unix("redis.sock"),
        builder().username(text(16384)).password(text(16384)),
        builder().username("").password(""),
        builder().database(999_999_999),
        builder().client_name("!"),
        builder().client_name("~"),
        builder().connect_timeout(NANO).call_timeout(NANO).liveness_timeout(NANO).idle_ping(NANO),
        builder().connect_timeout(YEARS_30).call_timeout(YEARS_30).backoff_max(YEARS_30),
        builder().liveness_timeout(YEARS_30).idle_ping(YEARS_30),
        builder().call_timeout(None).idle_ping(None).keepalive(None).user_timeout(None),
        builder().budget(1).max_in_flight(1).max_waiting(1).max_dedicated(1).push_queue(1),
        builder().budget(usize::MAX).max_in_flight(usize::MAX).max_waiting(usize::MAX),
        builder().backoff_first(SECOND).backoff_max(SECOND),
        builder().keepalive(SECOND).user_timeout(Duration::from_millis(1)),
        builder().keepalive(SECOND * 32_767).user_timeout(Duration::from_millis((1 << 31) - 1)),
        limits(|limits| limits.max_depth(1).max_bulk_len(1).max_aggregate_len(1).max_nodes(1)),
        limits(|limits| limits.max_frame_len(1).max_line_len(1).max_attributes(0)),
    ] {
        let debug = format!("{builder:?}");
        assert!(builder.build().is_ok(), "{debug}");
    }
}

#[test]
fn where_to_connect_is_what_was_said_last() {
    for (builder, shown) in [
        (builder(), "redis://localhost:6379/0"),
        (builder().port(1).host("h").database(2), "redis://h:1/2"),
        (builder().host("::1"), "redis://[::1]:6379/0"),
        (builder().host("fe80::1%eth0"), "redis://[fe80::1%25eth0]:6379/0"),
        (builder().host("h").port(1).unix("/a").database(3), "unix:///a?db=3"),
        (builder().unix("/a b?c#d%e\n"), "unix:///a%20b%3Fc%23d%25e%0A?db=0"),
        (builder().unix("/a").host("h"), "redis://h:6379/0"),
        (builder().unix("/a").port(7), "redis://localhost:7/0"),
    ] {
        let config = builder.build().unwrap();
        assert_eq!(config.to_string(), shown);
        assert_eq!(Config::from_url(shown).unwrap().target(), config.target(), "{shown}");
    }
}

#[test]
fn a_url_sets_every_part() {
    let config = Config::from_url("valkey://user:s3cret@[::1]:1/2?protocol=3").unwrap();
    assert_eq!(config.to_string(), "redis://[::1]:1/2");
    assert_eq!(config.username.as_deref(), Some("user"));
    assert_eq!(config.password.as_ref().map(Secret::reveal), Some("s3cret"));
    assert_eq!(config.protocol, ProtocolChoice::Resp3);
    assert!(!format!("{config:?} {config}").contains("s3cret"));
    let config = Config::from_url("redis+unix://:s3cret@/run/redis.sock?db=3").unwrap();
    assert_eq!(config.to_string(), "unix:///run/redis.sock?db=3");
    assert_eq!(config.password.as_ref().map(Secret::reveal), Some("s3cret"));
    #[cfg(feature = "tls")]
    assert_eq!(Config::from_url("valkeys://h/1").unwrap().to_string(), "rediss://h:6379/1");
    // The query wins over the path, as with other clients.
    assert_eq!(Config::from_url("redis://h/1?db=2").unwrap().database, 2);
}

#[test]
fn every_setting_has_its_place_in_a_url() {
    let rows: Vec<(&str, ConfigBuilder)> = vec![
        ("db=7", builder().database(7)),
        ("protocol=2", builder().protocol(ProtocolChoice::Resp2)),
        ("resp=3", builder().protocol(ProtocolChoice::Resp3)),
        ("client_name=a%20%26b", builder().client_name("a &b")),
        ("client_name=shop", builder().client_name("shop")),
        ("set_info=false", builder().set_info(false)),
        ("connect_timeout=500ms", builder().connect_timeout(SECOND / 2)),
        ("call_timeout=2s", builder().call_timeout(2 * SECOND)),
        ("call_timeout=none", builder().call_timeout(None)),
        ("liveness_timeout=1m", builder().liveness_timeout(60 * SECOND)),
        ("idle_ping=1h", builder().idle_ping(3600 * SECOND)),
        ("idle_ping=none", builder().idle_ping(None)),
        ("budget=1048577", builder().budget(1_048_577)),
        ("budget=2mb", builder().budget(2 << 20)),
        ("budget=1GB", builder().budget(1 << 30)),
        ("budget=3kb", builder().budget(3 << 10)),
        ("budget=3k", builder().budget(3_000)),
        ("budget=3m", builder().budget(3_000_000)),
        ("budget=1g", builder().budget(1_000_000_000)),
        ("budget=77b", builder().budget(77)),
        ("max_in_flight=1", builder().max_in_flight(1)),
        ("max_waiting=2", builder().max_waiting(2)),
        ("when_full=fail", builder().when_full(WhenFull::Fail)),
        ("when_disconnected=queue", builder().when_disconnected(WhenDisconnected::Queue)),
        ("retry=reads", builder().retry(Retry::Reads)),
        ("backoff_first=1s", builder().backoff_first(SECOND)),
        ("backoff_max=3s", builder().backoff_max(3 * SECOND)),
        ("nodelay=false", builder().nodelay(false)),
        ("keepalive=60s", builder().keepalive(60 * SECOND)),
        ("keepalive=none", builder().keepalive(None)),
        ("user_timeout=5s", builder().user_timeout(5 * SECOND)),
        ("max_dedicated=3", builder().max_dedicated(3)),
        ("push_queue=4", builder().push_queue(4)),
        ("max_depth=5", limits(|limits| limits.max_depth(5))),
        ("max_bulk_len=1mb", limits(|limits| limits.max_bulk_len(1 << 20))),
        ("max_aggregate_len=6", limits(|limits| limits.max_aggregate_len(6))),
        ("max_nodes=7", limits(|limits| limits.max_nodes(7))),
        ("max_frame_len=2mb", limits(|limits| limits.max_frame_len(2 << 20))),
        ("max_line_len=1kb", limits(|limits| limits.max_line_len(1 << 10))),
        ("max_attributes=0", limits(|limits| limits.max_attributes(0))),
    ];
    for (query, builder) in &rows {
        let from_url = ConfigBuilder::from_url(&format!("redis://localhost?{query}")).unwrap();
        assert_eq!(format!("{from_url:?}"), format!("{builder:?}"), "{query}");
        assert_ne!(format!("{builder:?}"), format!("{:?}", Config::builder()), "{query}: the default");
    }
    // Each is in the table above, and two of them go together.
    for (name, _) in query::SETTINGS {
        assert!(rows.iter().any(|(query, _)| query.split('=').next() == Some(name)), "{name}");
    }
    let both =
        ConfigBuilder::from_url("unix:///a?max_depth=2&when_full=wait&max_nodes=3&retry=unsent").unwrap();
    assert_eq!(built(both), built(limits(|limits| limits.max_depth(2).max_nodes(3)).unix("/a")));
    // What has a default may be said all the same.
    let same = "redis://localhost:6379/0?call_timeout=1s&budget=16mb&set_info=true&when_disconnected=fail";
    assert_eq!(built(ConfigBuilder::from_url(same).unwrap()), built(builder()));
}

#[test]
fn what_a_url_cannot_say_is_refused_by_name() {
    let unknown = |key: &str| ConfigError::Url(UrlError::UnknownKey(key.to_string()));
    for (url, error, named) in [
        #[cfg(not(feature = "__tls"))]
        ("rediss://:s3cret@h", UrlError::NeedsFeature("tls").into(), "`tls`"),
        #[cfg(not(feature = "__tls"))]
        ("valkeys://:s3cret@h?colour=s3cret", UrlError::NeedsFeature("tls").into(), "`tls`"),
        ("redis://:s3cret@h:0", UrlError::Port.into(), "port"),
        ("redis://:s3cret@h:65536", UrlError::Port.into(), "port"),
        ("redis://h/1e9", UrlError::Database.into(), "database"),
        ("redis://h?db=-1", UrlError::Database.into(), "database"),
        ("redis://h?colour=s3cret", unknown("colour"), "'colour'"),
        ("unix:///a?colour=s3cret", unknown("colour"), "'colour'"),
        ("redis://u:1?s3cret@h", UrlError::Query.into(), "%3F"),
        ("redis://u:1?s3cret&x@h", UrlError::Query.into(), "%3F"),
        ("redis://u:1?s3cret&x#y@h", UrlError::Fragment.into(), "%23"),
        ("redis://u:1#s3cret@h", UrlError::Fragment.into(), "%23"),
        ("redis://h?s3cret%20=1", UrlError::Query.into(), "%3F"),
        ("redis://h?=s3cret", UrlError::UnknownKey(String::new()).into(), "''"),
        // No switch makes a connection less safe, whatever it is called.
        ("redis://s3cret@h?insecure", unknown("insecure"), "'insecure'"),
        ("redis://h?ssl_cert_reqs=none", unknown("ssl_cert_reqs"), "'ssl_cert_reqs'"),
        ("redis://h?verify=false", unknown("verify"), "'verify'"),
        ("redis://h?tls=false", unknown("tls"), "'tls'"),
        // Secrets have one place.
        ("redis://h?password=s3cret", unknown("password"), "'password'"),
        ("redis://h?Call_Timeout=1s", unknown("Call_Timeout"), "'Call_Timeout'"),
        ("redis://h?call_timeout=1s&call_timeout=1s", UrlError::RepeatedKey("call_timeout").into(), "twice"),
        (
            "redis://h?call_timeout=1s&call%5ftimeout=s3cret",
            UrlError::RepeatedKey("call_timeout").into(),
            "twice",
        ),
        ("redis://h?db=1&db=2", UrlError::RepeatedKey("db").into(), "'db'"),
        ("redis://h?resp=3&protocol=3", UrlError::RepeatedKey("protocol").into(), "'protocol'"),
    ] {
        let found: ConfigError = Config::from_url(url).unwrap_err();
        assert_eq!(found, error, "{url}");
        let shown = found.to_string();
        assert!(shown.starts_with("invalid URL: "), "{url}: {shown}");
        assert!(shown.contains(named) && !format!("{shown}{found:?}").contains("s3cret"), "{url}: {shown}");
    }
}

#[test]
fn values_of_a_url_that_cannot_be_read_or_cannot_be() {
    let (time, bytes, number) = ("a time", "bytes", "a number");
    for (query, why) in [
        ("connect_timeout=", time),
        ("connect_timeout=s", time),
        ("connect_timeout=500", time),
        ("connect_timeout=-1s", time),
        ("connect_timeout=+1s", time),
        ("connect_timeout=1.5s", time),
        ("connect_timeout=1 s", time),
        ("connect_timeout=s3cret", time),
        ("connect_timeout=none", time),
        ("connect_timeout=18446744073709551615h", time),
        ("connect_timeout=99999999999999999999s", time),
        ("connect_timeout=0s", "not be zero"),
        ("connect_timeout=262801h", "30 years"),
        ("call_timeout=s3cret", "none or a time"),
        ("idle_ping=0ms", "not be zero"),
        ("keepalive=999ms", "less than a second"),
        ("budget=", bytes),
        ("budget=-1", bytes),
        ("budget=mb", bytes),
        ("budget=1tb", bytes),
        ("budget=18446744073709551615gb", bytes),
        ("budget=0mb", "not be zero"),
        ("max_in_flight=s3cret", number),
        ("max_in_flight=-1", number),
        ("max_in_flight=0", "not be zero"),
        ("max_nodes=4294967296", number),
        ("max_attributes=256", number),
        ("max_line_len=0", "not be zero"),
        ("nodelay=s3cret", "true or false"),
        ("set_info=", "true or false"),
        ("when_full=s3cret", "wait or fail"),
        ("when_disconnected=wait", "fail or queue"),
        ("retry=always", "unsent or reads"),
        ("client_name=s3cret%20", "without spaces"),
        ("client_name=", "empty"),
        ("backoff_first=3s", "above backoff_max"),
    ] {
        let error = Config::from_url(&format!("redis://h?{query}")).unwrap_err();
        let ConfigError::Setting { name, reason } = &error else { panic!("{query}: {error}") };
        assert_eq!(query.split('=').next(), Some(*name));
        assert!(reason.contains(why), "{query}: {reason}");
        assert!(!format!("{error} {error:?}").contains("s3cret"), "{query}: {error}");
    }
    // This one has another name in a URL.
    let error = Config::from_url("redis://h/1000000000").unwrap_err();
    assert!(matches!(error, ConfigError::Setting { name: "database", .. }), "{error}");
}

const CANARY: &str = "s3cr3t-CANARY";

/// A value in both forms, with the errors beneath it.
fn shown(value: &(impl fmt::Debug + ?Sized), error: Option<&dyn core::error::Error>) -> String {
    let mut shown = format!("{value:?} {value:#?}");
    let mut next = error;
    while let Some(error) = next {
        shown.push_str(&format!(" {error} {error:?}"));
        next = error.source();
    }
    shown
}

#[test]
fn no_secret_is_ever_shown() {
    let mut texts = Vec::new();
    let secret = Secret::new(CANARY);
    texts.push(format!("{secret} {secret:?} {secret:#?}"));
    let credentials = Credentials { username: Some("app".into()), password: secret.clone() };
    texts.push(shown(&credentials, None));

    let builders = [
        builder().username("app").password(CANARY),
        builder().password(secret),
        builder().credentials_provider(move || credentials.clone()),
        ConfigBuilder::from_url(&format!("redis://app:{CANARY}@h/1?client_name=c")).unwrap(),
        ConfigBuilder::from_url(&format!("unix://:{CANARY}@/run/redis.sock")).unwrap(),
    ];
    for builder in builders {
        texts.push(shown(&builder, None));
        let config = builder.clone().build().unwrap();
        texts.push(format!("{config} {}", shown(&config, None)));
        let error = builder.port(0).client_name(CANARY).build().unwrap_err();
        texts.push(shown(&error, Some(&error)));
        texts.extend(errors_of_handshakes(&config));
    }
    for (place, _) in URL.match_indices('_') {
        let url = format!("{}{CANARY}{}", &URL[..place], &URL[place + 1..]).replace('_', "1");
        texts.push(match Config::from_url(&url) {
            Ok(config) => format!("{config} {config:?}").replace(&format!("username: Some({CANARY:?})"), ""),
            Err(error) => shown(&error, Some(&error)) + &shown_as_error(error.into()),
        });
    }
    for setting in query::SETTINGS.map(|(name, _)| name).into_iter().filter(|name| *name != "client_name") {
        for url in [
            format!("redis://h?{setting}={CANARY}"),
            format!("redis://h?{setting}={CANARY}&{setting}={CANARY}"),
            format!("unix://u:{CANARY}@/a?{setting}={CANARY}"),
        ] {
            texts.push(shown_as_error(Config::from_url(&url).unwrap_err().into()));
        }
    }
    for text in texts {
        assert!(!text.contains(CANARY), "{text}");
    }
}

/// Each underline is a place that a secret may have slipped into, but for
/// those that are named in errors or logs: a host and the key of an option.
const URL: &str = "redis_://_:_@[::1_]:_/_?db=_&protocol=_&budget=_&retry=_#_";

fn shown_as_error(error: Error) -> String {
    let lost = Error::Lost { executed: Executed::Maybe, reason: LostReason::Closed };
    [error, lost].map(|error| shown(&error, Some(&error))).concat()
}

/// What comes of servers that repeat what they were told, in every way there is.
fn errors_of_handshakes(config: &Config) -> Vec<String> {
    let echoes = [
        format!("-WRONGPASS {CANARY} is not it\r\n"),
        format!("-ERR unknown command 'HELLO', with args beginning with: '{CANARY}'\r\n-ERR {CANARY}\r\n"),
        format!("-ERR unknown command 'HELLO', with args beginning with: 's3cr3t-\r\n-NOAUTH {CANARY}\r\n"),
        format!("-NOPERM {CANARY}{CANARY}\r\n"),
        format!("!{}\r\nERR {CANARY}\r\n", CANARY.len() + 4),
        format!("%0\r\n-ERR {CANARY}\r\n-ERR {CANARY}\r\n:1\r\n"),
        format!("+{CANARY}\r\n"),
        format!("{CANARY}\r\n"),
    ];
    let mut texts = Vec::new();
    for echo in echoes {
        let mut session = Session::new(config, Lanes::Shared, 0);
        let mut input = BytesMut::new();
        for line in echo.split_inclusive("\r\n") {
            session.poll_transmit(&mut Transmit::default(), 0);
            texts.push(shown(&session, None));
            input.extend_from_slice(line.as_bytes());
            while let Some(event) = session.receive(&mut input) {
                texts.push(shown(&event, None));
                if let Event::Closed(reason) = event {
                    texts.push(shown_as_error(Error::Connect(LostReason::from(reason))));
                }
            }
        }
    }
    texts
}
