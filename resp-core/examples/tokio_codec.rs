//! How do I use the decoder with tokio and `Framed`?
//!
//! ```sh
//! cargo run -q -p resp-core --features tokio-util --example tokio_codec -- 127.0.0.1:6379
//! ```

use core::time::Duration;
use std::io::{self, ErrorKind};
use std::process::ExitCode;

use futures_util::{SinkExt, StreamExt};
use resp_core::{Kind, Reply, ReplyCodec, cmd};
use tokio::net::TcpStream;
use tokio_util::codec::Framed;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:6379".to_owned());
    let result = tokio::time::timeout(Duration::from_secs(5), run(&address)).await;
    let Err(error) = result.unwrap_or_else(|late| Err(late.into())) else {
        return ExitCode::SUCCESS;
    };
    eprintln!("tokio_codec: {address}: {error}");
    ExitCode::FAILURE
}

async fn run(address: &str) -> io::Result<()> {
    let stream = TcpStream::connect(address).await?;
    let mut connection = Framed::new(stream, ReplyCodec::new());

    // `feed` only encodes, so that both commands leave in one write.
    let get = cmd::get("example:codec").text();
    connection.feed(cmd::set("example:codec", "hello")).await?;
    connection.feed(get.wire()).await?;
    connection.send(&["DEL", "example:codec"][..]).await?;

    println!("SET -> {:?}", reply(&mut connection).await?.frame());
    // A typed command also knows how to read its reply.
    let value = get.decode(reply(&mut connection).await?.frame()).map_err(io::Error::other)?;
    println!("GET -> {value:?}");
    println!("DEL -> {:?}", reply(&mut connection).await?.frame());
    Ok(())
}

/// The next reply. Pushes answer no command and may come between replies.
async fn reply(connection: &mut Framed<TcpStream, ReplyCodec>) -> io::Result<Reply> {
    loop {
        // After an error the stream ends: nobody can tell where a reply would start.
        let reply = connection.next().await.ok_or(ErrorKind::UnexpectedEof)??;
        if reply.kind() != Kind::Push {
            return Ok(reply);
        }
    }
}
