//! The world's failures: always the deed and the path.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug)]
pub enum ShellError {
    /// A deed at a path failed.
    Io { deed: &'static str, path: PathBuf, error: io::Error },
    /// Something that we refuse, with what to do instead.
    Refused { why: String, instead: String },
    /// Another process is at work on the site; its number.
    Held { process: String },
}

impl ShellError {
    /// For `map_err`: what was tried, and where.
    pub fn at(deed: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Io { deed, path, error }
    }

    pub fn refused(why: impl Into<String>, instead: impl Into<String>) -> Self {
        Self::Refused { why: why.into(), instead: instead.into() }
    }
}

impl fmt::Display for ShellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { deed, path, error } => write!(f, "cannot {deed} {}: {error}", path.display()),
            Self::Refused { why, instead } => write!(f, "{why}\nhelp: {instead}"),
            Self::Held { process } => write!(
                f,
                "another rapporteur (process {process}) is at work on this site\nhelp: wait for it to end, or stop it"
            ),
        }
    }
}

impl std::error::Error for ShellError {}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Fine,
    /// The author's mistakes.
    Findings,
    /// Wrong usage, or the world failed.
    Failed,
    /// Warnings under `--strict`.
    Warnings,
}

impl Exit {
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Failed => 2,
            Self::Warnings => 3,
        }
    }
}
