//! What is shown when it does not work: one line.

use core::error::Error;
use core::fmt;

/// One line that says what went wrong and, where it is known, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure(String);

impl Failure {
    /// From a text; line breaks become semicolons.
    pub(crate) fn new(text: impl AsRef<str>) -> Self {
        let lines = text.as_ref().lines().map(str::trim).filter(|line| !line.is_empty());
        Self(lines.collect::<Vec<_>>().join("; "))
    }

    /// From an error with its causes, after what was being done.
    pub(crate) fn because(what: impl fmt::Display, error: &(dyn Error + 'static)) -> Self {
        let mut text = what.to_string();
        let mut cause = Some(error);
        while let Some(error) = cause {
            let part = error.to_string();
            // Some errors repeat their cause in their own text.
            if !text.contains(&part) {
                text.push_str(": ");
                text.push_str(&part);
            }
            cause = error.source();
        }
        Self::new(text)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<resp_net::Error> for Failure {
    fn from(error: resp_net::Error) -> Self {
        Self::because("command failed", &error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::because("connection failed", &error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_one_line_with_its_causes() {
        let error = std::io::Error::other("refused\n  by peer");
        assert_eq!(
            Failure::because("cannot connect", &error).to_string(),
            "cannot connect: refused; by peer"
        );
    }
}
