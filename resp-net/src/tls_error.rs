//! What can go wrong with TLS.

use alloc::boxed::Box;
use alloc::string::ToString;
use core::fmt;

use rustls::{AlertDescription, CertificateError, InvalidMessage, PeerIncompatible};

/// Why there is no encrypted connection, or not any more.
///
/// ```
/// use resp_net::TlsError;
///
/// let shown = TlsError::WrongName.to_string();
/// assert_eq!(shown, "the server's certificate is for another name");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum TlsError {
    /// No authority that is trusted here has signed the server's certificate.
    UnknownIssuer,
    /// The server's certificate is for another name.
    WrongName,
    /// The server's certificate is not valid any more.
    Expired,
    /// The server's certificate is not valid yet.
    NotYetValid,
    /// The server's certificate is not acceptable for another reason.
    Certificate(CertificateError),
    /// What the server answered is not TLS.
    NotTls,
    /// The handshake did not end within the connect time-out. A server that
    /// does not speak TLS on this port may wait for ever.
    NoAnswer,
    /// The server speaks no version from TLS 1.2 on.
    Version,
    /// The server ended the connection with this alert: often that it wants
    /// a certificate of the client, or another one.
    Alert(AlertDescription),
    /// The connection ended within the handshake.
    Cut,
    /// The connection ended without the word that this is the end, so that
    /// something may be missing.
    Truncated,
    /// The settings cannot be used; the text says which one and why.
    Setup(Box<str>),
    /// Another violation of the protocol.
    Protocol(rustls::Error),
}

impl TlsError {
    pub(crate) fn setup(why: fmt::Arguments<'_>) -> Self {
        Self::Setup(why.to_string().into())
    }

    /// The same before anything is encrypted, when the peer may be anything.
    pub(crate) fn in_handshake(error: rustls::Error) -> Self {
        use InvalidMessage::{InvalidContentType, MessageTooLarge, UnknownProtocolVersion};
        match error {
            rustls::Error::InvalidMessage(InvalidContentType | MessageTooLarge | UnknownProtocolVersion) => {
                Self::NotTls
            }
            error => error.into(),
        }
    }
}

impl From<rustls::Error> for TlsError {
    fn from(error: rustls::Error) -> Self {
        use PeerIncompatible::{ServerDoesNotSupportTls12Or13, ServerTlsVersionIsDisabledByOurConfig};
        match error {
            rustls::Error::InvalidCertificate(error) => error.into(),
            rustls::Error::AlertReceived(AlertDescription::ProtocolVersion)
            | rustls::Error::PeerIncompatible(
                ServerDoesNotSupportTls12Or13 | ServerTlsVersionIsDisabledByOurConfig,
            ) => Self::Version,
            rustls::Error::AlertReceived(alert) => Self::Alert(alert),
            error => Self::Protocol(error),
        }
    }
}

impl From<CertificateError> for TlsError {
    fn from(error: CertificateError) -> Self {
        use CertificateError as E;
        match error {
            E::UnknownIssuer => Self::UnknownIssuer,
            E::NotValidForName | E::NotValidForNameContext { .. } => Self::WrongName,
            E::Expired | E::ExpiredContext { .. } => Self::Expired,
            E::NotValidYet | E::NotValidYetContext { .. } => Self::NotYetValid,
            error => Self::Certificate(error),
        }
    }
}

impl fmt::Display for TlsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::UnknownIssuer => "no trusted authority has signed the server's certificate",
            Self::WrongName => "the server's certificate is for another name",
            Self::Expired => "the server's certificate has expired",
            Self::NotYetValid => "the server's certificate is not valid yet",
            Self::Certificate(error) => {
                return write!(f, "the server's certificate is not acceptable: {error}");
            }
            Self::NotTls => "the server does not speak TLS on this port",
            Self::NoAnswer => "no TLS handshake in time; does the server speak TLS on this port?",
            Self::Version => "the server speaks no version from TLS 1.2 on",
            Self::Alert(alert) => return write!(f, "the server ended the connection: TLS alert {alert:?}"),
            Self::Cut => "the connection ended within the TLS handshake",
            Self::Truncated => "the connection was cut: TLS was not ended",
            Self::Setup(why) => why,
            Self::Protocol(_) => "TLS failed",
        };
        f.write_str(text)
    }
}

impl core::error::Error for TlsError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Protocol(error) => Some(error),
            _ => None,
        }
    }
}
