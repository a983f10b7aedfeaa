// error: E0599 no method named `select`
client.select(1).await?;
