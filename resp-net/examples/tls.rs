//! How do I connect over TLS, with an authority of my own?
//!
//! `cargo run -p resp-net --features tls --example tls rediss://localhost:6380 [ca.pem]`

use resp_net::{Client, Config, ConfigBuilder, Error, LostReason, TlsConfig};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let mut args = std::env::args().skip(1);
    let url = args.next().unwrap_or_else(|| "rediss://localhost:6380".to_owned());

    // The server's chain and name are verified, always. `rediss://` alone trusts
    // what the system trusts.
    let config: Config = match args.next() {
        Some(file) => ConfigBuilder::from_url(&url)?.tls(TlsConfig::new().ca_file(file)).build()?,
        None => Config::from_url(&url)?,
    };
    match Client::connect_with(&config).await {
        Ok(client) => println!("{} answers: {}", config, client.echo("over TLS").text().await?),
        // The reason says what to do about it.
        Err(Error::Connect(LostReason::Tls(error))) => println!("{config} is not trusted: {error}"),
        Err(error) => return Err(error),
    }
    Ok(())
}
