// error: E0277 this command needs a connection of its own
blocking.decode_responses().send(cmd::auth("word")).call()?;
