//! The parsers of others, each in a file of its own.

#[cfg(hiredis)]
mod hiredis;
#[cfg(feature = "peers")]
mod redis_async;
#[cfg(feature = "peers")]
mod redis_parser;
#[cfg(feature = "peers")]
mod redis_protocol;
#[cfg(feature = "peers")]
mod redis_rs;
#[cfg(feature = "peers")]
mod redis_zero;
#[cfg(feature = "peers")]
mod redust;
#[cfg(feature = "peers")]
mod resp_rs;
#[cfg(feature = "peers")]
mod rustis;

use super::encoder::Encoder;
use super::parser::Parser;

/// All parsers that are built into this program.
pub(super) fn parsers() -> Vec<Parser> {
    let peers: &[&[Parser]] = &[
        #[cfg(feature = "peers")]
        &redust::PARSERS,
        #[cfg(feature = "peers")]
        &redis_zero::PARSERS,
        #[cfg(feature = "peers")]
        &redis_protocol::PARSERS,
        #[cfg(feature = "peers")]
        &redis_parser::PARSERS,
        #[cfg(feature = "peers")]
        &rustis::PARSERS,
        #[cfg(feature = "peers")]
        &resp_rs::PARSERS,
        #[cfg(feature = "peers")]
        &redis_rs::PARSERS,
        #[cfg(feature = "peers")]
        &redis_async::PARSERS,
        #[cfg(hiredis)]
        &hiredis::PARSERS,
    ];
    peers.concat()
}

/// All encoders that are built into this program.
pub(super) fn encoders() -> Vec<Encoder> {
    let peers: &[&[Encoder]] = &[
        #[cfg(feature = "peers")]
        &redust::ENCODERS,
        #[cfg(feature = "peers")]
        &redis_protocol::ENCODERS,
        #[cfg(feature = "peers")]
        &rustis::ENCODERS,
        #[cfg(feature = "peers")]
        &resp_rs::ENCODERS,
        #[cfg(feature = "peers")]
        &redis_rs::ENCODERS,
        #[cfg(feature = "peers")]
        &redis_async::ENCODERS,
        #[cfg(hiredis)]
        &hiredis::ENCODERS,
    ];
    peers.concat()
}

/// The crates among them, in the versions of the lock file, which a test compares.
pub(super) const VERSIONS: &[(&str, &str)] = if cfg!(feature = "peers") {
    &[
        ("redust-resp", "0.3.0"),
        ("redis-zero-protocol-parser", "0.3.4"),
        ("redis-protocol", "6.0.0"),
        ("redis-parser", "0.1.2"),
        ("rustis", "0.27.2"),
        ("resp-rs", "0.3.0"),
        ("redis", "1.8.1"),
        ("redis-async", "0.18.0"),
    ]
} else {
    &[]
};

/// Why hiredis is not among them, if it should be.
pub(super) const MISSING: Option<&str> = if cfg!(all(feature = "peers", not(hiredis))) {
    Some(
        "hiredis: not compared, as none of version 1 was found when this was built. Install its development \
         package\n(libhiredis-dev, hiredis-devel) or set HIREDIS_DIR to a folder with hiredis.h and \
         libhiredis.a, and build again.",
    )
} else {
    None
};

#[cfg(all(test, feature = "peers"))]
mod tests {
    use super::super::corpus::RECIPES;
    use super::super::measure::{self, Outcome};
    use super::super::parser::Arrival;
    use super::super::{commands, encoder};
    use super::*;

    #[test]
    fn all_read_an_array_of_strings() {
        let recipe = RECIPES.iter().find(|recipe| recipe.name == "mget-100").unwrap();
        let parsers: Vec<_> =
            parsers().into_iter().filter(|parser| parser.name != "redis-zero-server").collect();
        let outcomes = measure::outcomes(&recipe.corpus(16), Arrival::Whole, &parsers, 0.001);
        for (parser, outcome) in parsers.iter().zip(outcomes) {
            assert!(matches!(outcome, Outcome::Measured(_)), "{}: {outcome:?}", parser.name);
        }
    }

    #[test]
    fn versions_are_those_of_the_lock_file() {
        let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock")).unwrap();
        for (name, version) in VERSIONS {
            let entry = format!("name = \"{name}\"\nversion = \"{version}\"\n");
            assert!(lock.contains(&entry), "{name}: correct it in VERSIONS");
        }
    }

    #[test]
    fn all_write_the_same() {
        for recipe in &commands::RECIPES {
            for row in encoder::rows(&recipe.commands(), &encoders(), 0.001) {
                assert!(row.figures.is_some(), "{}, {}", recipe.name, row.encoder.name);
            }
        }
    }
}
