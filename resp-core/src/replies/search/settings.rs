//! What FT.CONFIG HELP answers.

use alloc::string::String;
use alloc::vec::Vec;
use core::marker::PhantomData;

use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::replies::{Fields, without_strings};

/// The reply of `ft_config_help`, which comes as a list of [`SearchSetting`].
#[derive(Debug)]
pub struct SearchSettings(PhantomData<SearchSetting>);

/// A setting of the search engine.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let wire = b"*1\r\n*5\r\n+TIMEOUT\r\n+Description\r\n+Query timeout\r\n+Value\r\n$3\r\n500\r\n";
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let settings = cmd::ft_config_help("TIMEOUT").decode(reply).unwrap();
/// assert_eq!(settings[0].value.as_deref(), Some("500"));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SearchSetting {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// What it is set to, if to anything.
    pub value: Option<String>,
}

impl FromReply for SearchSettings {
    type Out = Vec<SearchSetting>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        match frame.kind() {
            Kind::Map => {
                let setting = |(name, help)| {
                    let fields = Fields::of(help, "setting")?;
                    let description = fields.required::<String>("Description")?;
                    let value = fields.optional::<String>("Value")?;
                    Ok(SearchSetting { name: String::from_reply(name)?, description, value })
                };
                frame.entries().map(setting).collect()
            }
            Kind::Array => {
                frame.children().enumerate().map(|(index, setting)| listed(setting, index)).collect()
            }
            _ => Err(ConvertError::kind("settings", frame)),
        }
    }
}

/// A name, then names and values.
fn listed(frame: Frame<'_>, index: usize) -> Result<SearchSetting, ConvertError> {
    let texts = Vec::<Option<String>>::from_reply(frame).map_err(|error| error.at_index(index))?;
    let [Some(name), _, description, _, value] = <[_; 5]>::try_from(texts)
        .map_err(|texts| ConvertError::len("setting", texts.len()).at_index(index))?
    else {
        return Err(ConvertError::missing("name").at_index(index));
    };
    Ok(SearchSetting { name, description: description.unwrap_or_default(), value })
}

without_strings!(SearchSettings);

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn settings_of_both_versions() {
        let expected = Vec::from([
            SearchSetting {
                name: "TIMEOUT".into(),
                description: "Query timeout".into(),
                value: Some("500".into()),
            },
            SearchSetting { name: "EXTLOAD".into(), description: "Load".into(), value: None },
        ]);
        let resp2 = "*2\r\n*5\r\n+TIMEOUT\r\n+Description\r\n+Query timeout\r\n+Value\r\n$3\r\n500\r\n\
            *5\r\n+EXTLOAD\r\n+Description\r\n+Load\r\n+Value\r\n$-1\r\n";
        assert_eq!(read::<SearchSettings>(resp2), Ok(expected.clone()));
        let resp3 = "%2\r\n+TIMEOUT\r\n%2\r\n+Description\r\n+Query timeout\r\n+Value\r\n$3\r\n500\r\n\
            +EXTLOAD\r\n%2\r\n+Description\r\n+Load\r\n+Value\r\n_\r\n";
        assert_eq!(read::<SearchSettings>(resp3), Ok(expected));
        assert_eq!(
            read::<SearchSettings>("*1\r\n*1\r\n+A\r\n").unwrap_err(),
            "reply[0]: expected setting, found 1 elements"
        );
        assert_eq!(read::<SearchSettings>(":1\r\n").unwrap_err(), "reply: expected settings, found integer");
    }
}
