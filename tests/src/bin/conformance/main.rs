//! Answers a checker's cases, a line of JSON each, with what this project makes
//! of their bytes. The last argument says how the bytes are fed: `whole`,
//! `bytes` or `random`.

use std::io::{self, BufRead, Write};

use feeding::Mode;
use resp_core::{Encoder, key_slot};
use serde_json::Value;

mod feeding;
#[path = "../../../../resp-core/examples/json/mod.rs"]
mod json;
mod reply;
mod request;
mod url;

fn main() -> io::Result<()> {
    let mode = match std::env::args().next_back().as_deref() {
        Some("bytes") => Mode::Bytes,
        Some("random") => Mode::Random,
        _ => Mode::Whole,
    };
    let mut printer = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let case: Value = serde_json::from_str(&line?)?;
        let id = &case["id"];
        let answer = match case["kind"].as_str() {
            Some("reply") => reply::answer(mode, &case),
            Some("request") => request::answer(mode, &case),
            Some("encode") => encode(&case),
            Some("slot") => slot(&case),
            Some("url") => url::answer(&case),
            // A kind of cases that is newer than this program.
            _ => Some(r#","skip":true"#.into()),
        };
        let answer = answer.ok_or_else(|| io::Error::other(format!("case {id} is malformed")))?;
        writeln!(printer, r#"{{"id":{id}{answer}}}"#)?;
    }
    Ok(())
}

fn encode(case: &Value) -> Option<String> {
    let args = case["args_hex"].as_array()?.iter();
    let args = args.map(|arg| from_hex(arg.as_str()?)).collect::<Option<Vec<_>>>()?;
    let mut wire = Vec::new();
    Encoder::new(&mut wire).command(&args).ok()?;
    let mut answer = String::from(r#","wire_hex":""#);
    json::push_hex(&wire, &mut answer);
    Some(answer + "\"")
}

fn slot(case: &Value) -> Option<String> {
    let key = from_hex(case["key_hex"].as_str()?)?;
    Some(format!(r#","slot":{}"#, key_slot(&key)))
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    text.as_bytes().chunks(2).map(|pair| Some(digit(pair[0])? << 4 | digit(*pair.get(1)?)?)).collect()
}
