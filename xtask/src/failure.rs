//! A failure always names what could not be done, where, and what would cure it.

use std::fmt;
use std::io;
use std::path::Path;

pub type Result<T> = std::result::Result<T, Failure>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What could not be done, and where.
    pub what: String,
    /// What the reader can do about it.
    pub cure: String,
}

impl Failure {
    pub fn new(what: impl Into<String>, cure: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            cure: cure.into(),
        }
    }

    /// For a file or folder that could not be read or written.
    pub fn at(path: &Path, error: &io::Error) -> Self {
        Self::new(
            format!("{}: {error}", path.display()),
            "see that the path exists, is yours to write, and that the disk is not full",
        )
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n  cure: {}", self.what, self.cure)
    }
}
