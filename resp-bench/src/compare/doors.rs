//! The ways into the server.

use super::cell::{Cell, Door};
use crate::failure::Failure;
use crate::options::Common;
use crate::server::Server;
use ::tests::server::RedisServer;

/// The URLs of one server.
#[derive(Debug, Clone)]
pub(super) struct Doors {
    /// What it was given by or is always there, mostly TCP.
    pub(super) tcp: String,
    pub(super) unix: Option<String>,
    /// With the authority that vouches for it, PEM.
    pub(super) tls: Option<(String, String)>,
}

impl Doors {
    /// Of a server of which no more is known.
    pub(super) const fn only(url: String) -> Self {
        Self { tcp: url, unix: None, tls: None }
    }

    /// Starts the server that the options ask for with all doors that it can
    /// have: a server found on the PATH all of them, unless it was built without
    /// TLS; any other the one of its URL.
    ///
    /// # Errors
    /// As [`Server::start`].
    pub(super) fn open(options: &Common, workers: u32) -> Result<(Server, Self), Failure> {
        let builder = RedisServer::builder();
        let plain = if cfg!(unix) { builder.unix_socket() } else { builder };
        #[cfg(feature = "peers")]
        let (settings, authority) = {
            let made = super::certificates::Certificates::for_localhost()?;
            let tls = plain.clone().tls(&made.authority, &made.certificate, &made.key);
            ([tls, plain], Some(made.authority))
        };
        #[cfg(not(feature = "peers"))]
        let (settings, authority) = ([plain], None);
        let server = Server::start_as(options, workers, &settings)?;
        let mut doors = Self::only(server.url.clone());
        if let Some(found) = server.found_here() {
            let socket = found.socket_path();
            doors.unix = socket.exists().then(|| format!("unix://{}", socket.display()));
            doors.tls = found.tls_url_if_there().zip(authority);
        }
        Ok((server, doors))
    }

    /// Why a cell cannot be measured here, if so.
    pub(super) const fn lack(&self, cell: &Cell) -> Option<&'static str> {
        match cell.door {
            Door::Unix if self.unix.is_none() => Some("this server has no Unix socket that is known"),
            Door::Tls if cfg!(not(feature = "peers")) => Some("without the feature `peers` there is no TLS"),
            Door::Tls if self.tls.is_none() => Some("this server has no TLS that is known"),
            _ => None,
        }
    }
}

#[cfg(test)]
#[cfg(feature = "peers")]
mod tests {
    use super::*;
    use crate::clients::{Fred, Ours, Peer, Protocol, Rustis, Setup, newest, stable};

    /// What CLIENT LIST says of the connection over which the client set a key.
    async fn seen<P: Peer>(server: &RedisServer, setup: &Setup) -> String {
        let mut client = P::connect(setup).await.unwrap();
        client.set("k", "v").await.unwrap();
        let list = server.run(&["CLIENT", "LIST"]);
        let text = String::from_utf8(list.frame().as_bytes().unwrap().to_vec()).unwrap();
        // Connections of clients before it may still be there; the list is in their order.
        text.lines().rfind(|line| line.contains("cmd=set ")).unwrap().to_owned()
    }

    async fn all(server: &RedisServer, setup: &Setup) -> Vec<String> {
        let mut lines = vec![
            seen::<Ours>(server, setup).await,
            seen::<stable::Multiplexed>(server, setup).await,
            seen::<newest::Multiplexed>(server, setup).await,
            seen::<Fred>(server, setup).await,
        ];
        if setup.protocol != Some(Protocol::Resp2) {
            lines.push(seen::<Rustis>(server, setup).await);
        }
        lines
    }

    #[tokio::test]
    async fn clients_connect_as_the_setup_says() {
        let (server, doors) = Doors::open(&Common { no_pin: true, ..Common::default() }, 0).unwrap();
        let server = server.found_here().unwrap();
        let tls_port = format!("laddr=127.0.0.1:{} ", server.tls_port());
        let (tls, authority) = doors.tls.clone().unwrap();
        let unix = Setup::plain(doors.unix.unwrap());
        for (setup, part) in [
            (Setup { protocol: Some(Protocol::Resp2), ..Setup::plain(&doors.tcp) }, " resp=2"),
            (Setup { protocol: Some(Protocol::Resp3), ..Setup::plain(&doors.tcp) }, " resp=3"),
            (Setup { authority: Some(authority), ..Setup::plain(tls) }, &*tls_port),
            (unix.clone(), "redis.sock:0 "),
            (Setup { protocol: Some(Protocol::Resp2), ..unix.clone() }, " resp=2"),
            (Setup { protocol: Some(Protocol::Resp3), ..unix }, " resp=3"),
        ] {
            for line in all(server, &setup).await {
                assert!(line.contains(part), "{setup:?}: {line}");
            }
        }
    }
}
