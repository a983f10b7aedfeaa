// error: E0599 Zadd<Used, Used>, resp_net::On<'_>>` is not an iterator
client.zadd("board", (1.0, "ada")).nx().gt().await?;
