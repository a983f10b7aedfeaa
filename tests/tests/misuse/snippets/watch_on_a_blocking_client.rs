// error: E0277 this command needs a connection of its own
blocking.send(cmd::watch("k")).call()?;
