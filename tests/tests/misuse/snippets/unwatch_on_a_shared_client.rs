// error: E0599 no method named `unwatch`
client.unwatch().await?;
