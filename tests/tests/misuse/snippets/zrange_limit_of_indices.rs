// error: E0599 no method named `limit`
client.zrange("board", 0, -1).limit(0, 5).await?;
