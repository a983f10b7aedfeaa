// error: E0277 this command cannot wait in a queue with others
blocking.transaction((cmd::blpop("l", None),)).call()?;
