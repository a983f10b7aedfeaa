//! TLS for the clients of others, all with the same cryptography.

use crate::failure::Failure;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

/// Has ring do the cryptography where a client leaves the choice to the process.
pub(super) fn install() {
    // It fails if there is one already, which is this one.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// A configuration that trusts this authority, PEM, and nobody else.
pub(super) fn trusting(authority: &str) -> Result<ClientConfig, Failure> {
    install();
    let certificate = CertificateDer::from_pem_slice(authority.as_bytes())
        .map_err(|error| Failure::because("the authority is no certificate", &error))?;
    let mut roots = RootCertStore::empty();
    roots.add(certificate).map_err(|error| Failure::because("no authority", &error))?;
    Ok(ClientConfig::builder().with_root_certificates(roots).with_no_client_auth())
}
