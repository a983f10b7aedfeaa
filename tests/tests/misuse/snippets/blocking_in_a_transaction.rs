// error: E0277 this command cannot wait in a queue with others
client.transaction((cmd::incr("n"), cmd::blpop("l", None))).await?;
