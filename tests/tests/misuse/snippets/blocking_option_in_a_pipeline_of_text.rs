// error: E0277 this command cannot wait in a queue with others
client.decode_responses().pipeline((cmd::xread([("s", StreamId::MIN)]).block(None),)).await?;
