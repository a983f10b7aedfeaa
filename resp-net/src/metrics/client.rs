//! What a client counts.

use super::Exposition;
use crate::session::Counters;

/// A client's numbers at one moment; see [`Client::metrics`].
/// All counts are since it was made, over all its connections.
///
/// ```no_run
/// use resp_net::{Client, Exposition};
///
/// # async fn example(client: Client) {
/// let metrics = client.metrics();
/// println!("99 % of the calls within {:?}", metrics.counters.latency.quantile(0.99));
///
/// let mut text = Exposition::new();
/// metrics.expose(&mut text, &[("client", "sessions")]);
/// println!("{text}");
/// # }
/// ```
///
#[cfg_attr(feature = "tokio", doc = "[`Client::metrics`]: crate::Client::metrics")]
#[cfg_attr(not(feature = "tokio"), doc = "[`Client::metrics`]: crate::blocking::Client::metrics")]
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ClientMetrics {
    /// Whether there is a connection.
    pub is_connected: bool,
    /// Connections made.
    pub connections: u64,
    /// Connections lost.
    pub losses: u64,
    /// Requests under way, those given up included until they are answered.
    pub in_flight: usize,
    /// Bytes of requests that wait to be written.
    pub queued_len: usize,
    /// Calls that wait for room.
    pub waiting: usize,
    /// What was counted on the connections.
    pub counters: Counters,
}

impl ClientMetrics {
    /// Adds them to a text for Prometheus. Clients of one text are told apart
    /// by `labels`, names and values, which must differ.
    pub fn expose(&self, text: &mut Exposition, labels: &[(&str, &str)]) {
        for (name, help, value) in [
            ("resp_client_connected", "Whether there is a connection.", u64::from(self.is_connected)),
            ("resp_client_in_flight", "Requests under way.", self.in_flight as u64),
            (
                "resp_client_queued_bytes",
                "Bytes of requests that wait to be written.",
                self.queued_len as u64,
            ),
            ("resp_client_waiting", "Calls that wait for room.", self.waiting as u64),
        ] {
            text.gauge(name, help, labels, value);
        }
        let counted = &self.counters;
        for (name, help, value) in [
            ("resp_client_connections_total", "Connections made.", self.connections),
            ("resp_client_losses_total", "Connections lost.", self.losses),
            ("resp_client_timeouts_total", "Calls whose time was over.", counted.timed_out),
            ("resp_client_cancelled_total", "Calls given up before they were written.", counted.cancelled),
            ("resp_client_pushes_total", "Frames that answer nothing.", counted.pushes),
            ("resp_client_writes_total", "Writes, of any number of requests.", counted.writes),
            ("resp_client_reads_total", "Reads.", counted.reads),
            ("resp_client_read_bytes_total", "Bytes read.", counted.bytes_read),
            ("resp_client_written_bytes_total", "Bytes written.", counted.bytes_written),
        ] {
            text.counter(name, help, labels, value);
        }
        let help = "Time from a call's beginning to its answer.";
        text.histogram("resp_client_call_seconds", help, labels, &counted.latency);
    }
}
