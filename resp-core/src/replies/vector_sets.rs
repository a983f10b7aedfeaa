//! What the commands of vector sets answer.

use alloc::string::String;
use alloc::vec::Vec;
use core::marker::PhantomData;

use bytes::Bytes;

use super::{Fields, without_strings};
use crate::convert::{ConvertError, FromReply, HasStrings};
use crate::frame::Frame;
use crate::marker::Kind;

/// How a vector set keeps the numbers of its vectors.
///
/// ```
/// use resp_core::replies::Quantization;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("ECHO").arg("int8").returning::<Quantization>();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"+int8\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), Quantization::Int8);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Quantization {
    /// In 32 bits each.
    None,
    /// In 8 bits each.
    Int8,
    /// In one bit each, which is its sign.
    Binary,
    /// In a way that a later server has.
    Other,
}

impl FromReply for Quantization {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        Ok(match &*String::from_reply(frame)? {
            "f32" | "fp32" => Self::None,
            "int8" | "q8" => Self::Int8,
            "bin" => Self::Binary,
            _ => Self::Other,
        })
    }
}

/// How a vector set is made and how large it is.
///
/// ```
/// use resp_core::replies::Quantization;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let reply = b"%3\r\n+quant-type\r\n+int8\r\n+vector-dim\r\n:300\r\n+size\r\n:7\r\n";
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let info = cmd::vinfo("words").decode(reply).unwrap().unwrap();
/// assert_eq!((info.quantization, info.dimensions, info.len), (Quantization::Int8, 300, 7));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VectorSetInfo {
    /// How the numbers are kept.
    pub quantization: Quantization,
    /// How many numbers a vector has, after projection.
    pub dimensions: u64,
    /// How many numbers a vector has before projection; `None` if there is none.
    pub projected_from: Option<u64>,
    /// How many elements there are.
    pub len: u64,
    /// How many of them have attributes.
    pub with_attributes: Option<u64>,
    /// How many links an element has at most, on the lowest layer twice that.
    pub links: Option<u64>,
    /// The number of the highest layer.
    pub max_level: Option<u64>,
    /// The number that the server gave the set.
    pub uid: Option<u64>,
    /// The highest number that the server gave an element.
    pub max_node_uid: Option<u64>,
}

impl FromReply for VectorSetInfo {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "vector set")?;
        let number = |name| fields.optional::<u64>(name);
        Ok(Self {
            quantization: fields.required::<Quantization>("quant-type")?,
            dimensions: fields.required::<u64>("vector-dim")?,
            projected_from: number("projection-input-dim")?.filter(|dimensions| *dimensions != 0),
            len: fields.required::<u64>("size")?,
            with_attributes: number("attributes-count")?,
            links: number("hnsw-m")?,
            max_level: number("max-level")?,
            uid: number("vset-uid")?,
            max_node_uid: number("hnsw-max-node-uid")?,
        })
    }
}

/// A vector as the server holds it: of length one, and quantized.
///
/// ```
/// use resp_core::replies::Quantization;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let mut decoder = Decoder::new();
/// let reply = b"*4\r\n+int8\r\n$2\r\n\x7f\x00\r\n$1\r\n2\r\n$3\r\n0.5\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let vector = cmd::vemb("points", "east").raw().decode(reply).unwrap().unwrap();
/// assert_eq!(vector.quantization, Quantization::Int8);
/// assert_eq!((&vector.data[..], vector.norm, vector.range), (&[127, 0][..], 2.0, Some(0.5)));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RawVector {
    /// What `data` consists of.
    pub quantization: Quantization,
    /// Floats of 32 bits with the low byte first, integers of 8 bits, or bits.
    pub data: Bytes,
    /// The length that the vector had: multiply by it to undo the normalizing.
    pub norm: f64,
    /// Of integers of 8 bits: what 127 stands for.
    pub range: Option<f64>,
}

impl FromReply for RawVector {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        if frame.kind() != Kind::Array {
            return Err(ConvertError::kind("raw vector", frame));
        }
        let mut parts = frame.children().enumerate();
        Ok(Self {
            quantization: part::<Quantization>(frame, parts.next())?,
            data: part::<Bytes>(frame, parts.next())?,
            norm: part::<f64>(frame, parts.next())?,
            range: parts.next().map(|range| part::<f64>(frame, Some(range))).transpose()?,
        })
    }
}

/// The part of a raw vector, which must be there.
fn part<T: FromReply>(whole: Frame<'_>, part: Option<(usize, Frame<'_>)>) -> Result<T::Out, ConvertError> {
    let (index, part) = part.ok_or_else(|| ConvertError::len("raw vector", whole.len()))?;
    T::from_reply(part).map_err(|error| error.at_index(index))
}

/// An element that a search found.
///
/// ```
/// use resp_core::cmd::Near;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::vsim("points", Near::element("east")).with_scores().with_attribs().text();
/// let mut decoder = Decoder::new();
/// let reply = b"%1\r\n$4\r\neast\r\n*2\r\n,1\r\n$2\r\n{}\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let found = &command.decode(reply).unwrap()[0];
/// assert_eq!((&*found.element, found.score, found.attributes.as_deref()), ("east", 1.0, Some("{}")));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SimilarElement<E = Bytes, A = Bytes> {
    /// The element.
    pub element: E,
    /// How similar it is: from 0 for opposite to 1 for the same direction.
    pub score: f64,
    /// Its attributes, a JSON object.
    pub attributes: Option<A>,
}

/// A marker for elements with their similarity and attributes, which come as
/// `Vec<SimilarElement<E, A>>`.
///
/// ```
/// use resp_core::replies::Similar;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let search = cmd::raw("VSIM").args(["points", "ELE", "east", "WITHSCORES", "WITHATTRIBS"]);
/// let mut decoder = Decoder::new();
/// let reply = b"*3\r\n$5\r\nnorth\r\n$3\r\n0.5\r\n$-1\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let found = search.returning::<Similar<String>>().decode(reply).unwrap();
/// assert_eq!((&*found[0].element, found[0].attributes.is_none()), ("north", true));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct Similar<E = Bytes, A = Bytes>(PhantomData<fn() -> (E, A)>);

impl<E: FromReply, A: FromReply> Similar<E, A> {
    fn element(
        element: Frame<'_>,
        score: Frame<'_>,
        attributes: Frame<'_>,
    ) -> Result<Found<E, A>, ConvertError> {
        Ok(SimilarElement {
            element: E::from_reply(element)?,
            score: f64::from_reply(score).map_err(|error| error.at_entry(element))?,
            attributes: Option::<A>::from_reply(attributes).map_err(|error| error.at_entry(element))?,
        })
    }
}

type Found<E, A> = SimilarElement<<E as FromReply>::Out, <A as FromReply>::Out>;

/// In RESP2 a flat list of threes, in RESP3 a map to pairs.
impl<E: FromReply, A: FromReply> FromReply for Similar<E, A> {
    type Out = Vec<Found<E, A>>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        match frame.kind() {
            Kind::Map => {
                let mut found = Vec::with_capacity(frame.len());
                for (element, both) in frame.entries() {
                    let mut both_parts = both.children();
                    let (Some(score), Some(attributes), None) =
                        (both_parts.next(), both_parts.next(), both_parts.next())
                    else {
                        return Err(ConvertError::kind("score and attributes", both).at_entry(element));
                    };
                    found.push(Self::element(element, score, attributes)?);
                }
                Ok(found)
            }
            Kind::Array if frame.len().is_multiple_of(3) => {
                let mut found = Vec::with_capacity(frame.len() / 3);
                let mut parts = frame.children();
                while let (Some(element), Some(score), Some(attributes)) =
                    (parts.next(), parts.next(), parts.next())
                {
                    found.push(Self::element(element, score, attributes)?);
                }
                Ok(found)
            }
            Kind::Array => Err(ConvertError::len("threes", frame.len())),
            _ => Err(ConvertError::kind("similar elements", frame)),
        }
    }
}

impl<E: HasStrings, A: HasStrings> HasStrings for Similar<E, A> {
    type Text = Similar<E::Text, A::Text>;
    type Lossy = Similar<E::Lossy, A::Lossy>;
    type With<T> = Similar<E, A::With<T>>;
}

without_strings!(Quantization, VectorSetInfo, RawVector);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::ToString;

    #[test]
    fn info_of_both_versions() {
        let pairs = "+quant-type\r\n+f32\r\n+hnsw-m\r\n:16\r\n+vector-dim\r\n:2\r\n\
                     +projection-input-dim\r\n:0\r\n+size\r\n:1\r\n+max-level\r\n:0\r\n\
                     +attributes-count\r\n:1\r\n+vset-uid\r\n:4\r\n+hnsw-max-node-uid\r\n:9\r\n";
        let expected = VectorSetInfo {
            quantization: Quantization::None,
            dimensions: 2,
            projected_from: None,
            len: 1,
            with_attributes: Some(1),
            links: Some(16),
            max_level: Some(0),
            uid: Some(4),
            max_node_uid: Some(9),
        };
        for head in ["*18\r\n", "%9\r\n"] {
            let wire = [head, pairs].concat();
            assert_eq!(decode::<Option<VectorSetInfo>>(&wire), Ok(Some(expected.clone())));
        }
        for null in ["*-1\r\n", "_\r\n"] {
            assert_eq!(decode::<Option<VectorSetInfo>>(null), Ok(None));
        }
        let error = |wire| decode::<VectorSetInfo>(wire).unwrap_err().to_string();
        assert_eq!(error(":1\r\n"), "reply: expected vector set, found integer");
        assert_eq!(
            error("%1\r\n+quant-type\r\n+bin\r\n"),
            "reply.vector-dim: expected a value, found nothing"
        );
    }

    #[test]
    fn raw_vectors_of_both_versions() {
        for wire in [
            "*4\r\n+int8\r\n$2\r\nab\r\n$3\r\n1.5\r\n$1\r\n1\r\n",
            "*4\r\n+int8\r\n$2\r\nab\r\n,1.5\r\n,1\r\n",
        ] {
            let vector = decode::<RawVector>(wire).unwrap();
            assert_eq!((vector.quantization, &vector.data[..]), (Quantization::Int8, &b"ab"[..]));
            assert_eq!((vector.norm, vector.range), (1.5, Some(1.0)));
        }
        let vector = decode::<RawVector>("*3\r\n+bin\r\n$1\r\na\r\n,2\r\n").unwrap();
        assert_eq!((vector.quantization, vector.range), (Quantization::Binary, None));
        assert_eq!(decode::<Quantization>("+new\r\n"), Ok(Quantization::Other));
        let error = |wire| decode::<RawVector>(wire).unwrap_err().to_string();
        assert_eq!(error("*1\r\n+bin\r\n"), "reply: expected raw vector, found 1 elements");
        assert_eq!(error("*2\r\n+bin\r\n*0\r\n"), "reply[1]: expected string, found array");
        assert_eq!(error("+OK\r\n"), "reply: expected raw vector, found simple string");
    }

    #[test]
    fn similar_elements_of_both_versions() {
        let expected = [
            SimilarElement { element: "a".to_string(), score: 1.0, attributes: Some(1950) },
            SimilarElement { element: "b".to_string(), score: 0.25, attributes: None },
        ];
        for wire in [
            "*6\r\n$1\r\na\r\n$1\r\n1\r\n$4\r\n1950\r\n$1\r\nb\r\n$4\r\n0.25\r\n$-1\r\n",
            "%2\r\n$1\r\na\r\n*2\r\n,1\r\n$4\r\n1950\r\n$1\r\nb\r\n*2\r\n,0.25\r\n_\r\n",
        ] {
            assert_eq!(decode::<Similar<String, i64>>(wire).unwrap(), expected);
        }
        assert_eq!(decode::<Similar>("*0\r\n"), Ok(Vec::new()));
        let error = |wire| decode::<Similar>(wire).unwrap_err().to_string();
        assert_eq!(error("*2\r\n$1\r\na\r\n,1\r\n"), "reply: expected threes, found 2 elements");
        assert_eq!(error("%1\r\n$1\r\na\r\n,1\r\n"), "reply.a: expected score and attributes, found double");
        assert_eq!(error("%1\r\n$1\r\na\r\n*2\r\n*0\r\n_\r\n"), "reply.a: expected number, found array");
        assert_eq!(error("+OK\r\n"), "reply: expected similar elements, found simple string");
    }
}
