// error: E0277 this command cannot wait in a queue with others
client.pipeline(vec![cmd::brpop("l", None)]).await?;
