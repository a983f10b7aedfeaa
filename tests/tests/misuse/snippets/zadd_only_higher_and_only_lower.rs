// error: E0599 Zadd<Free, Used>, resp_net::On<'_>>` is not an iterator
client.zadd("board", (1.0, "ada")).gt().lt().await?;
