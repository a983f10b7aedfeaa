// error: E0599 no method named `xx`
client.set("k", "v").nx().xx().await?;
