//! What FT.HYBRID answers.

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use bytes::Bytes;

use super::rows::{AggregateValue, rows, rows_with_strings};
use super::warnings;
use crate::convert::{ConvertError, FromReply, HasStrings};
use crate::frame::Frame;
use crate::replies::Fields;

/// What a search by text and vector found.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd::{self, HybridVector, RrfFusion}};
///
/// let vector = HybridVector::new("@v", "$v");
/// let command = cmd::ft_hybrid("books", "dune", vector, RrfFusion::new()).params(("v", [0_u8; 16])).text();
/// let wire = b"*4\r\n$13\r\ntotal_results\r\n:1\r\n$7\r\nresults\r\n*1\r\n*2\r\n$5\r\n__key\r\n$6\r\nbook:1\r\n";
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let found = command.decode(reply).unwrap();
/// assert_eq!((found.total, found.rows[0][0].0.as_str()), (1, "__key"));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HybridResults<K = Bytes, V = Bytes> {
    /// How many documents there are, those outside of the limit included.
    pub total: u64,
    /// Names and values of each row.
    pub rows: Vec<Vec<(K, AggregateValue<V>)>>,
    /// Why the result may lack something, such as a time-out.
    pub warnings: Vec<String>,
    /// How long the server took over it, if it says so.
    pub execution_time: Option<Duration>,
}

impl<K: FromReply, V: FromReply> FromReply for HybridResults<K, V> {
    type Out = HybridResults<K::Out, V::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "hybrid results")?;
        let results = fields.get("results");
        let millis = fields.optional::<f64>("execution_time")?;
        Ok(HybridResults {
            total: fields.required::<u64>("total_results")?,
            rows: rows::<K, V>(results.iter().flat_map(Frame::children).enumerate())?,
            warnings: warnings(&fields)?,
            execution_time: millis.and_then(|millis| Duration::try_from_secs_f64(millis / 1000.0).ok()),
        })
    }
}

rows_with_strings!(HybridResults);

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    type Text = HybridResults<String, String>;

    #[test]
    fn rows_of_both_versions() {
        let row = Vec::from([
            ("__key".into(), AggregateValue::One("d1".into())),
            ("__score".into(), AggregateValue::One("0.5".into())),
        ]);
        let expected: Text = HybridResults {
            total: 1,
            rows: Vec::from([row]),
            warnings: Vec::from(["Timeout limit was reached".into()]),
            execution_time: Some(Duration::from_micros(1500)),
        };
        let fields = "$5\r\n__key\r\n$2\r\nd1\r\n$7\r\n__score\r\n$3\r\n0.5\r\n";
        let warnings = "$8\r\nwarnings\r\n*1\r\n+Timeout limit was reached\r\n$14\r\nexecution_time\r\n";
        let resp2 = alloc::format!(
            "*8\r\n$13\r\ntotal_results\r\n:1\r\n$7\r\nresults\r\n*1\r\n*4\r\n{fields}{warnings}$3\r\n1.5\r\n"
        );
        assert_eq!(read::<Text>(&resp2), Ok(expected.clone()));
        let resp3 = alloc::format!(
            "%4\r\n$13\r\ntotal_results\r\n:1\r\n$7\r\nresults\r\n*1\r\n%2\r\n{fields}{warnings},1.5\r\n"
        );
        assert_eq!(read::<Text>(&resp3), Ok(expected));
        assert_eq!(
            read::<Text>("*1\r\n:1\r\n").unwrap_err(),
            "reply: expected hybrid results, found 1 elements"
        );
    }
}
