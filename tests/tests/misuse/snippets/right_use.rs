// compiles
client.set("k", "v").ex(Duration::from_secs(1)).await?;
let (n, v) = client.pipeline((cmd::incr("n"), cmd::get("k").text())).await?;
let (n, v): (i64, Option<String>) = (n, v);
client.transaction((cmd::incr("n"), cmd::set("k", "v"))).await?;
let popped: Option<(String, String)> = client.blpop("l", Duration::from_secs(1)).text().await?;
connection.watch("k").await?;
let pops = connection.pipeline((cmd::incr("n"), cmd::blpop("l", None))).await?;
let all = vec![cmd::set("a", 1).plain(), cmd::set("b", 2).ex(Duration::from_secs(1)).plain()];
client.pipeline(all).await?;
blocking.set("k", "v").keep_ttl().call()?;
let old: Option<String> = client.set("k", "v").nx().get().text().ex(Duration::from_secs(1)).await?;
let old: Option<String> = client.set("k", "v").ex(Duration::from_secs(1)).get().text().nx().await?;
let was_set: bool = client.set("k", "v").ex(Duration::from_secs(1)).xx().await?;
client.zadd("board", (1.0, "ada")).xx().gt().ch().await?;
client.zrange("board", cmd::ScoreBound::MIN, cmd::ScoreBound::MAX).limit(0, 5).with_scores().await?;
client.transaction((cmd::xread([("s", StreamId::MIN)]),)).await?;
connection.pipeline((cmd::xread([("s", StreamId::MIN)]).block(None),)).await?;
let number: i64 = client.incr("n").text().await?;
