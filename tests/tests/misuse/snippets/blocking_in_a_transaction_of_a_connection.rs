// error: E0277 this command cannot wait in a queue with others
connection.transaction((cmd::blpop("l", None),)).await?;
