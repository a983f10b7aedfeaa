//! Whom to trust and who to be, over TLS.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};

use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, RootCertStore};

use crate::tls_error::TlsError;

/// Whom to trust and who to be, over TLS 1.2 and 1.3.
///
/// The server's certificate is always verified: that a trusted authority has
/// signed it, for the name that was connected to, and its dates. Nothing here
/// or in a URL switches that off. Who needs something else hands a
/// configuration of rustls over: [`from_rustls`](Self::from_rustls).
///
/// Clones share what was read from files, which happens once, with the first
/// connection.
///
/// ```
/// use resp_net::TlsConfig;
///
/// let tls = TlsConfig::new()
///     .ca_file("/etc/redis/ca.pem")
///     .client_files("/etc/redis/client.pem", "/etc/redis/client.key");
/// assert!(!format!("{tls:?}").contains("PRIVATE KEY"));
/// ```
#[derive(Clone, Default)]
pub struct TlsConfig {
    authorities: Vec<Authority>,
    client: Option<Client>,
    name: Option<String>,
    /// Ready for use: handed over, or made by the first connection.
    ready: Arc<Mutex<Option<Arc<ClientConfig>>>>,
}

#[derive(Clone)]
enum Authority {
    Pem(Source),
    Der(CertificateDer<'static>),
}

#[derive(Clone)]
struct Client {
    chain: Source,
    key: Source,
}

/// Certificates or a key as PEM.
#[derive(Clone)]
enum Source {
    Text(Arc<[u8]>),
    File(PathBuf),
}

impl TlsConfig {
    /// Trusts the authorities that the system trusts, shows no certificate.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What a configuration of rustls says, whatever that is. Only
    /// [`server_name`](Self::server_name) applies to it.
    #[must_use]
    pub fn from_rustls(config: Arc<ClientConfig>) -> Self {
        Self { ready: Arc::new(Mutex::new(Some(config))), ..Self::default() }
    }

    /// Trusts the authorities of these PEM texts, in place of the system's.
    #[must_use]
    pub fn ca_pem(self, pem: impl AsRef<[u8]>) -> Self {
        self.trust(Authority::Pem(Source::Text(pem.as_ref().into())))
    }

    /// Trusts this authority, a certificate in DER, in place of the system's.
    #[must_use]
    pub fn ca_der(self, der: impl Into<Vec<u8>>) -> Self {
        self.trust(Authority::Der(CertificateDer::from(der.into())))
    }

    /// Trusts the authorities in this PEM file, in place of the system's.
    #[must_use]
    pub fn ca_file(self, path: impl Into<PathBuf>) -> Self {
        self.trust(Authority::Pem(Source::File(path.into())))
    }

    /// Shows this certificate, with those that lead to its authority, to a
    /// server that asks; both texts are PEM.
    #[must_use]
    pub fn client_pem(self, chain: impl AsRef<[u8]>, key: impl AsRef<[u8]>) -> Self {
        self.show(Source::Text(chain.as_ref().into()), Source::Text(key.as_ref().into()))
    }

    /// The same from two PEM files, which may be one.
    #[must_use]
    pub fn client_files(self, chain: impl Into<PathBuf>, key: impl Into<PathBuf>) -> Self {
        self.show(Source::File(chain.into()), Source::File(key.into()))
    }

    /// The name that the server is asked for and its certificate has to be
    /// for. Default: the host that is connected to, and `localhost` over a
    /// Unix socket.
    #[must_use]
    pub fn server_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    fn trust(mut self, authority: Authority) -> Self {
        self.authorities.push(authority);
        self.unready()
    }

    fn show(mut self, chain: Source, key: Source) -> Self {
        self.client = Some(Client { chain, key });
        self.unready()
    }

    /// What was made of other settings is not for these.
    fn unready(mut self) -> Self {
        self.ready = Arc::default();
        self
    }

    pub(crate) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// What was loaded before.
    pub(crate) fn loaded(&self) -> Option<Arc<ClientConfig>> {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads what it needs, which may block, and keeps it.
    pub(crate) fn load(&self) -> Result<Arc<ClientConfig>, TlsError> {
        if let Some(loaded) = self.loaded() {
            return Ok(loaded);
        }
        let made = Arc::new(self.make()?);
        *self.ready.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&made));
        Ok(made)
    }

    fn make(&self) -> Result<ClientConfig, TlsError> {
        self.make_with(self.roots()?)
    }

    fn make_with(&self, roots: impl Into<Arc<RootCertStore>>) -> Result<ClientConfig, TlsError> {
        let builder = ClientConfig::builder_with_provider(Arc::new(provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots);
        let Some(client) = &self.client else { return Ok(builder.with_no_client_auth()) };
        let chain = client.chain.certificates()?;
        builder.with_client_auth_cert(chain, client.key.key()?).map_err(|error| {
            TlsError::setup(format_args!("the client's certificate cannot be used: {error}"))
        })
    }

    fn roots(&self) -> Result<Arc<RootCertStore>, TlsError> {
        if self.authorities.is_empty() {
            return system_roots();
        }
        let mut roots = RootCertStore::empty();
        for authority in &self.authorities {
            let certificates = match authority {
                Authority::Pem(source) => source.certificates()?,
                Authority::Der(der) => Vec::from([der.clone()]),
            };
            for certificate in certificates {
                roots.add(certificate).map_err(|error| {
                    TlsError::setup(format_args!("the certificate of an authority cannot be used: {error}"))
                })?;
            }
        }
        Ok(Arc::new(roots))
    }
}

/// Never the process's default: another part of the program may have set
/// another one, or none.
fn provider() -> CryptoProvider {
    #[cfg(feature = "tls")]
    return rustls::crypto::ring::default_provider();
    #[cfg(all(feature = "tls-aws-lc", not(feature = "tls")))]
    return rustls::crypto::aws_lc_rs::default_provider();
    #[cfg(not(any(feature = "tls", feature = "tls-aws-lc")))]
    compile_error!("choose the feature `tls` or `tls-aws-lc`");
}

/// Read once, as it takes many files.
fn system_roots() -> Result<Arc<RootCertStore>, TlsError> {
    static ROOTS: OnceLock<Arc<RootCertStore>> = OnceLock::new();
    if let Some(roots) = ROOTS.get() {
        return Ok(Arc::clone(roots));
    }
    let found = rustls_native_certs::load_native_certs();
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(found.certs);
    if roots.is_empty() {
        let why = found.errors.first().map_or_else(String::new, |error| alloc::format!(": {error}"));
        return Err(TlsError::setup(format_args!("the system trusts no authority{why}")));
    }
    Ok(Arc::clone(ROOTS.get_or_init(|| Arc::new(roots))))
}

impl Source {
    /// At least one certificate.
    fn certificates(&self) -> Result<Vec<CertificateDer<'static>>, TlsError> {
        let pem = self.text()?;
        let found = CertificateDer::pem_slice_iter(&pem).collect::<Result<Vec<_>, _>>();
        match found {
            Ok(certificates) if !certificates.is_empty() => Ok(certificates),
            Ok(_) => Err(self.holds_no("certificate", &pem::Error::NoItemsFound)),
            Err(error) => Err(self.holds_no("certificate", &error)),
        }
    }

    fn key(&self) -> Result<PrivateKeyDer<'static>, TlsError> {
        PrivateKeyDer::from_pem_slice(&self.text()?).map_err(|error| self.holds_no("private key", &error))
    }

    fn text(&self) -> Result<Arc<[u8]>, TlsError> {
        match self {
            Self::Text(text) => Ok(Arc::clone(text)),
            Self::File(path) => std::fs::read(path)
                .map(Into::into)
                .map_err(|error| TlsError::setup(format_args!("cannot read {}: {error}", path.display()))),
        }
    }

    /// Only what kind of error it is: its text may quote the input.
    fn holds_no(&self, what: &str, error: &pem::Error) -> TlsError {
        let why = match error {
            pem::Error::NoItemsFound => "has none",
            _ => "is damaged",
        };
        match self {
            Self::Text(_) => TlsError::setup(format_args!("no {what}: the PEM text {why}")),
            Self::File(path) => TlsError::setup(format_args!("no {what}: {} {why}", path.display())),
        }
    }
}

/// Where things come from; nothing of what they hold.
impl fmt::Debug for TlsConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TlsConfig")
            .field("authorities", &self.authorities)
            .field("client", &self.client)
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pem(source) => source.fmt(f),
            Self::Der(_) => f.write_str("DER"),
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Client").field(&self.chain).field(&self.key).finish()
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(_) => f.write_str("PEM"),
            Self::File(path) => path.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::ToString;

    #[test]
    fn nothing_secret_is_shown() {
        let tls = TlsConfig::new()
            .ca_pem("s3cret")
            .ca_der(*b"s3cret")
            .client_pem("s3cret", "-----BEGIN PRIVATE KEY-----\ns3cret!\n-----END PRIVATE KEY-----\n")
            .server_name("a.name");
        let error = tls.client.as_ref().unwrap().key.key().unwrap_err();
        let shown = format!("{tls:?} {error:?} {error} {}", tls.load().unwrap_err());
        assert!(shown.contains("PEM") && shown.contains("a.name") && !shown.contains("s3cret"), "{shown}");
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        for (tls, named) in [
            (TlsConfig::new().ca_file("/nonexistent/ca.pem"), "cannot read /nonexistent/ca.pem"),
            (TlsConfig::new().ca_pem(""), "no certificate: the PEM text has none"),
            (TlsConfig::new().ca_pem("-----BEGIN CERTIFICATE-----\n"), "the PEM text is damaged"),
            (TlsConfig::new().ca_der(*b"no"), "the certificate of an authority cannot be used"),
        ] {
            let error = tls.load().unwrap_err().to_string();
            assert!(error.contains(named), "{error}");
            assert!(tls.loaded().is_none());
        }
    }

    #[test]
    fn clones_share_what_was_loaded_until_their_settings_differ() {
        let ready = TlsConfig::new().make_with(RootCertStore::empty()).map(Arc::new).unwrap();
        let tls = TlsConfig::from_rustls(Arc::clone(&ready));
        let (named, other) = (tls.clone().server_name("a.name"), tls.ca_pem(""));
        assert!(Arc::ptr_eq(&ready, &named.load().unwrap()));
        assert!(other.loaded().is_none() && other.load().is_err());
    }
}
