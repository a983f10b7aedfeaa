// error: E0599 no method named `keep_ttl`
client.set("k", "v").ex(Duration::from_secs(1)).keep_ttl().await?;
