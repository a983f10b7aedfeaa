// error: E0277 this command cannot wait in a queue with others
client.transaction((cmd::xread([("s", StreamId::MIN)]).block(None),)).await?;
