//! The server stops; its connections stay.

use super::super::answer::answer;
use super::super::seen::Seen;
use super::super::server::{Server, polite};
use super::super::subjects::Subject;
use super::connect;
use crate::failure::Failure;

pub(super) async fn observe<S: Subject>() -> Result<Seen, Failure> {
    let server = Server::start(polite)?;
    let client: S = connect(&server.url()).await?;
    client.echo("before").await.map_err(|told| Failure::new(format!("no ECHO: {told}")))?;
    server.stop();
    let told = answer(client.echo("after")).await;
    Ok(Seen::new(told.is_error(), format!("the caller {told}")).with_time(told.after))
}
