// error: E0277 it is not said which strings of `Celsius` are to be read as text
struct Celsius(f64);

impl resp_net::FromReply for Celsius {
    type Out = Self;

    fn from_reply(frame: resp_core::Frame<'_>) -> Result<Self, resp_core::ConvertError> {
        f64::from_reply(frame).map(Self)
    }
}

client.decode_responses().send(cmd::get("outside").to::<Celsius>()).await?;
