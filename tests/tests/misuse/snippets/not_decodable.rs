// error: E0277 a reply cannot be decoded into `&str`
let greeting = client.get("k").to::<&str>().await?;
