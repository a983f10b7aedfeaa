//! A first PING over the streams of either driver.

use resp_net::fuzzing::exchange;
use resp_net::{Client, Config, Error, LostReason};
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
            Self::Mio => {
                let answer = exchange(config, b"PING\r\n", 7)?;
                assert_eq!(answer, b"+PONG\r\n");
                Ok(())
            }
        }
    }

    /// Why that fails.
    pub(crate) fn failure(self, config: &Config) -> LostReason {
        self.ping(config).expect_err("it must not connect")
    }
}
