//! Settings whose effect a real server shows.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use std::sync::{Arc, Mutex};

use client_setup::{Server, chain, within};
use resp_net::{
    Client, Config, ConfigBuilder, Credentials, Error, LostReason, ProtocolChoice, SessionError, cmd,
};

const BOTH: [ProtocolChoice; 2] = [ProtocolChoice::Resp2, ProtocolChoice::Resp3];

async fn client_info(config: &Config) -> String {
    let client =
        within(Client::connect_with(config)).await.unwrap_or_else(|error| panic!("{}", chain(&error)));
    within(client.send(cmd::raw("CLIENT").arg("INFO").returning::<String>())).await.unwrap()
}

#[tokio::test]
async fn names_of_the_client_and_of_the_library() {
    let server = Server::start(&[]);
    for protocol in BOTH {
        let builder = ConfigBuilder::from_url(&server.url()).unwrap().protocol(protocol).database(3);
        for (set_info, name) in [(true, "shop"), (false, "a-b_c.d~!")] {
            let info =
                client_info(&builder.clone().set_info(set_info).client_name(name).build().unwrap()).await;
            assert!(info.contains(&format!(" name={name} ")) && info.contains(" db=3 "), "{info}");
            // Servers before 7.2 do not know of the library, which is no fault.
            let known = info.contains(" lib-name=");
            assert_eq!(info.contains(" lib-name=resp-net "), known && set_info, "{info}");
        }
    }
}

#[tokio::test]
async fn a_password_that_changes() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let set_password = async |password: &str| {
        let user = ["SETUSER", "app", "on", "resetpass", "~*", "+@all"];
        let user = cmd::raw("ACL").args(user).arg(format!(">{password}")).returning::<()>();
        within(admin.send(user)).await.unwrap();
    };
    let current = Arc::new(Mutex::new(String::from("first")));
    let provide = {
        let current = Arc::clone(&current);
        move || Credentials { username: Some("app".into()), password: current.lock().unwrap().clone().into() }
    };
    let builder = ConfigBuilder::from_url(&server.url()).unwrap().credentials_provider(provide);
    for protocol in BOTH {
        let config = builder.clone().protocol(protocol).build().unwrap();
        for password in ["first", "second"] {
            set_password(password).await;
            *current.lock().unwrap() = String::from("stale");
            let error = within(Client::connect_with(&config)).await.unwrap_err();
            let Error::Connect(LostReason::Session(reason)) = &error else { panic!("{}", chain(&error)) };
            let SessionError::Auth(refusal) = &**reason else { panic!("{reason}") };
            assert_eq!(refusal.code(), "WRONGPASS");
            assert!(!format!("{} {error:?}", chain(&error)).contains("stale"));
            *current.lock().unwrap() = String::from(password);
            assert!(client_info(&config).await.contains(" user=app "));
        }
    }
}
