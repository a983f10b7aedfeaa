// error: E0599 no method named `block`
client.xread([("s", StreamId::MIN)]).block(None).block(None).await?;
