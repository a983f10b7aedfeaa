//! What is asked over the streams of either driver.
#![allow(dead_code, reason = "not every test uses all of it")]

use resp_net::{Client, Config, Error, LostReason, blocking};
use tokio::runtime::Runtime;

/// Whose stream it is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Driver {
    Tokio,
    Mio,
}

pub(crate) const DRIVERS: [Driver; 2] = [Driver::Tokio, Driver::Mio];

impl Driver {
    /// Connects and has a PING answered.
    pub(crate) fn ping(self, config: &Config) -> Result<(), LostReason> {
        match self {
            Self::Tokio => Runtime::new().unwrap().block_on(async {
                match Client::connect_with(config).await {
                    Ok(client) => client.ping().await.map(drop).map_err(|error| match error {
                        Error::Lost { reason, .. } => reason,
                        error => panic!("{error}"),
                    }),
                    Err(Error::Connect(reason)) => Err(reason),
                    Err(error) => panic!("{error}"),
                }
            }),
            Self::Mio => match blocking::Client::connect_with(config) {
                Ok(client) => client.ping().call().map(drop).map_err(|error| match error {
                    Error::Lost { reason, .. } => reason,
                    error => panic!("{error}"),
                }),
                Err(Error::Connect(reason)) => Err(reason),
                Err(error) => panic!("{error}"),
            },
        }
    }

    /// Why that fails.
    pub(crate) fn failure(self, config: &Config) -> LostReason {
        self.ping(config).expect_err("it must not connect")
    }
}

/// A value much larger than what a socket takes at once goes and comes back
/// over a stream of mio.
pub(crate) fn exchange_large(config: &Config) {
    let value: Vec<u8> = (0..10_u32 << 20).map(|index| (index % 251) as u8).collect();
    let client = blocking::Client::connect_with(config).unwrap();
    client.set("large", &value[..]).call().unwrap();
    assert!(client.get("large").call().unwrap().unwrap() == value);
}
