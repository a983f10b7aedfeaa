//! Commands as methods of the clients: each binds what the function of the same
//! name in [`cmd`](crate::cmd) makes.

#[cfg(feature = "mio")]
mod blocking_client;
#[cfg(feature = "mio")]
mod blocking_connection;
#[cfg(feature = "mio")]
mod blocking_text_client;
#[cfg(feature = "tokio")]
mod client;
#[cfg(feature = "tokio")]
mod connection;
#[cfg(feature = "tokio")]
mod text_client;
