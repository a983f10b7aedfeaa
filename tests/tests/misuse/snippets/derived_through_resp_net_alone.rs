// compiles
#[derive(resp_net::FromReply, resp_net::ToArgs)]
struct User {
    name: String,
    role: Role,
}

#[derive(resp_net::FromReply, resp_net::ToArg)]
enum Role {
    Author,
}

#[derive(resp_net::FromReply)]
struct Both<A, B>(A, B);

client.hset("user", User { name: "Ada".into(), role: Role::Author }).await?;
let user: User = client.hgetall("user").to::<User>().await?;
let user: User = client.decode_responses().hgetall("user").to::<User>().await?;
let numbers: Option<Vec<i64>> = client.get("numbers").json::<Vec<i64>>().await?;
let Both(name, role) = blocking.hmget("user", ["name", "role"]).to::<Both<String, Role>>().call()?;
