//! Callers that have other things to do between their calls.

use core::time::Duration;

use resp_net::Client;

use crate::client_setup::within;
use crate::door::{config, server};

/// The driver shares the thread: it sleeps as long as the caller does.
#[tokio::test]
async fn a_caller_that_keeps_the_thread_has_all_the_time_of_its_next_call() {
    let server = server(&[]);
    let time = Duration::from_millis(200);
    let config = config(server.port()).call_timeout(time).build().unwrap();
    let client = within(Client::connect_with(&config)).await.unwrap();
    let caller = tokio::spawn(async move {
        for _ in 0..5 {
            client.ping().await.unwrap();
            // In place of a computation.
            std::thread::sleep(time + Duration::from_millis(50));
            client.ping().await.unwrap();
        }
    });
    within(caller).await.unwrap();
}
