//! Findings: what an author is told, as data. One constructor for each finding keeps its wording in one place;
//! who prints it, and how, is the shell's business.

mod code;
mod findings;
mod first_line;
mod nearest;
mod structure;
mod theme;

pub use code::{CODES, Code, Severity};
pub use findings::*;
pub use first_line::*;
pub use nearest::nearest;
pub use structure::*;
pub use theme::*;

use crate::model::source::{SourcePath, Span};
use serde::{Deserialize, Serialize};

/// The author's mistake, or a doubt: where, in which of their words, and what to type instead.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Diagnostic {
    pub path: SourcePath,
    pub span: Span,
    pub code: Code,
    /// One sentence, lower case, no full stop, with the author's own word.
    pub message: String,
    /// What stands beside the caret: usually what to type.
    pub label: String,
    /// Other places that matter: the second of two pages at one route.
    pub also: Vec<(SourcePath, Span, String)>,
    /// A second sentence, when the label does not say it all.
    pub help: Option<String>,
    /// Of a guess: what to write instead of the words, to make the reading one's own.
    pub accept: Option<String>,
}

impl Diagnostic {
    fn new(code: Code, at: (&SourcePath, Span), message: String, label: String) -> Self {
        let (path, span) = at;
        Self { path: path.clone(), span, code, message, label, also: Vec::new(), help: None, accept: None }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// A stage's result: always a value, and what was wrong on the way to it.
#[derive(Clone, Debug, Default)]
pub struct Outcome<T> {
    pub value: T,
    pub findings: Vec<Diagnostic>,
}

impl<T> Outcome<T> {
    pub fn new(value: T, findings: Vec<Diagnostic>) -> Self {
        Self { value, findings }
    }

    pub fn has_errors(&self) -> bool {
        has_errors(&self.findings)
    }
}

pub fn has_errors(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity() == Severity::Error)
}

/// Line and column of a byte of `text`, both from 1; columns count characters.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let offset = floor_char(text, offset);
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The nearest byte at or before `offset` where a character of `text` begins.
pub fn floor_char(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
