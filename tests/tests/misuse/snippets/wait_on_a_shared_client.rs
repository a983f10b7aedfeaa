// error: E0277 this command needs a connection of its own
client.send(cmd::wait(1, None)).await?;
