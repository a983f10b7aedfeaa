// error: E0061 argument
client.watch("k").await?;
