// error: E0277 cannot be one argument of a command
client.set("k", Some(1)).await?;
