// error: E0308 expected `Command<ScanPage<_>, _>`, found `Command<Vec<Bytes>>`
client.iterate(cmd::smembers("tags"));
