// error: E0277 is no batch of commands
client.pipeline((client.get("a"), client.get("b"))).await?;
