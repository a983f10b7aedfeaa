//! How the system is to treat a TCP connection.

use core::time::Duration;
use std::io;

use socket2::{SockRef, TcpKeepalive};

use crate::config::Config;

/// Probes that may go unanswered before the connection is lost.
const KEEPALIVE_PROBES: u32 = 3;

/// Sets on a TCP socket what `config` says.
pub(super) fn set(config: &Config, socket: &SockRef<'_>) -> io::Result<()> {
    socket.set_tcp_nodelay(config.nodelay)?;
    if let Some(quiet) = config.keepalive {
        // The system counts in whole seconds, and none would be refused.
        let interval = (quiet / KEEPALIVE_PROBES).max(Duration::from_secs(1));
        let probes =
            TcpKeepalive::new().with_time(quiet).with_interval(interval).with_retries(KEEPALIVE_PROBES);
        socket.set_tcp_keepalive(&probes)?;
    }
    #[cfg(target_os = "linux")]
    if config.user_timeout.is_some() {
        socket.set_tcp_user_timeout(config.user_timeout)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::ConfigBuilder;
    use std::net::{TcpListener, TcpStream};

    /// Checks a socket with what a builder says set on it.
    fn with(builder: ConfigBuilder, check: impl FnOnce(&SockRef<'_>)) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let stream = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let socket = SockRef::from(&stream);
        set(&builder.build().unwrap(), &socket).unwrap();
        check(&socket);
    }

    #[test]
    fn options_are_on_the_socket() {
        let builder =
            Config::builder().keepalive(Duration::from_millis(30_900)).user_timeout(Duration::from_secs(7));
        with(builder, |socket| {
            assert!(socket.tcp_nodelay().unwrap() && socket.keepalive().unwrap());
            #[cfg(target_os = "linux")]
            {
                assert_eq!(socket.tcp_keepalive_time().unwrap(), Duration::from_secs(30));
                assert_eq!(socket.tcp_keepalive_interval().unwrap(), Duration::from_secs(10));
                assert_eq!(socket.tcp_keepalive_retries().unwrap(), 3);
                assert_eq!(socket.tcp_user_timeout().unwrap(), Some(Duration::from_secs(7)));
            }
        });
    }

    #[test]
    fn none_the_least_and_the_most_of_them_are_taken() {
        with(Config::builder().nodelay(false).keepalive(None), |socket| {
            assert!(!socket.tcp_nodelay().unwrap() && !socket.keepalive().unwrap());
        });
        for (keepalive, user_timeout) in [(1_000, 1), (32_767_999, 2_147_483_647)]
            .map(|(keepalive, timeout)| (Duration::from_millis(keepalive), Duration::from_millis(timeout)))
        {
            let builder = Config::builder().keepalive(keepalive.min(Duration::from_secs(32_767)));
            with(builder.user_timeout(user_timeout), |socket| assert!(socket.keepalive().unwrap()));
        }
    }
}
