//! Why something in `.rapporteur/` could not be read, in words for a note.

use crate::shell::ShellError;
use std::fmt;
use std::io;

#[derive(Debug)]
pub enum Damage {
    /// Another program's, or another version's: nothing is wrong, and nothing can be used.
    Foreign,
    CutShort,
    Altered,
    Unreadable(io::Error),
}

impl From<io::Error> for Damage {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Self::CutShort,
            _ => Self::Unreadable(error),
        }
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("of another program"),
            Self::CutShort => f.write_str("cut short"),
            Self::Altered => f.write_str("altered"),
            Self::Unreadable(error) => write!(f, "{error}"),
        }
    }
}

impl From<Damage> for ShellError {
    fn from(damage: Damage) -> Self {
        Self::refused(format!("the memory is {damage}"), "delete .rapporteur/ and build anew")
    }
}
