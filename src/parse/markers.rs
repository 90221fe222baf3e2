//! Markers of statements that do not begin one, through a slip or by their place: without a finding, a statement would
//! turn into a plain quotation, or into words of another speaker.

use super::markdown::MARKER;
use crate::diag::{self, Diagnostic};
use crate::model::prose::{NodeKind, Prose, Tag, Unit};
use crate::model::source::{SourcePath, Span};

/// Words that may stand in `[!…]`: ours, then GitHub's.
const WORDS: &[&str] = &["STATEMENT", "NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
/// Bytes of a line within which a marker closes.
const LONGEST: usize = 40;

/// A finding for each line of the text, in `file`, that begins with what was meant for a statement's marker.
pub fn mistyped(path: &SourcePath, file: &str, prose: &Prose) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for unit in prose.units.iter().filter(|unit| unit.text.contains(['[', '!'])) {
        let (Some(first), Some(last)) = (unit.pieces.first(), unit.pieces.last()) else { continue };
        let quoted = is_quoted(prose, unit);
        let mut start = file[..first.span.start].rfind('\n').map_or(0, |at| at + 1);
        for line in file[start..last.span.end].split_inclusive('\n') {
            findings.extend(finding(path, (line, start), quoted));
            start += line.len();
        }
    }
    findings
}

fn is_quoted(prose: &Prose, unit: &Unit) -> bool {
    let around = prose.passages.get(unit.passage).and_then(|passage| prose.nodes.get(passage.node));
    around.is_some_and(|node| matches!(node.kind, NodeKind::Open(Tag::Quote | Tag::Alert(_) | Tag::Statement(_))))
}

fn finding(path: &SourcePath, line: (&str, usize), quoted: bool) -> Option<Diagnostic> {
    let (line, start) = line;
    let words = line.trim_start_matches([' ', '\t', '>', '-', '+']);
    let quoted = quoted || line[..line.len() - words.len()].contains('>');
    let at = start + line.len() - words.len();
    let marker = Marker::read(words)?;
    let place = (path, Span::new(at, at + marker.text.len()));
    match (quoted, marker.text == MARKER) {
        (true, true) => Some(diag::second_statement(place)),
        (true, false) => marker.is_meant(words).then(|| diag::mistyped_marker(place, marker.text)),
        (false, _) => {
            let plain = marker.text.starts_with('[') && marker.alert;
            (plain && marker.is_meant(words)).then(|| diag::marker_unquoted(place, marker.text))
        }
    }
}

/// A word in brackets at the beginning of a line: `[!STATEMENT]`, `**[Statement]**`.
struct Marker<'a> {
    text: &'a str,
    word: &'a str,
    /// Whether the `!` is there.
    alert: bool,
}

impl<'a> Marker<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let inside = line.trim_start_matches(['*', '_', '\\']).strip_prefix('[')?;
        let start = line.len() - inside.len();
        let end = inside.find([']', '\n', '·']).unwrap_or(inside.len());
        let closed = inside[end..].starts_with(']');
        let within = inside[..end].trim_end_matches('\\').trim();
        let bare = within.trim_start_matches('!').trim_start();
        let alert = bare.len() < within.len();
        if !closed {
            // A bracket that is open: its first word, if it is marked.
            let word = bare.split_whitespace().next().filter(|_| alert)?;
            let end = start + inside.find(word)? + word.len();
            return Some(Self { text: &line[..end], word, alert });
        }
        let behind = &inside[end + 1..];
        let is_link = behind.starts_with(['(', '[', ':']);
        let behind = behind.trim_start_matches(['*', '_']);
        let fits = end <= LONGEST && !is_link && bare.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
        fits.then(|| Self { text: &line[..line.len() - behind.len()], word: bare, alert })
    }

    /// Whether it was meant for a statement's: by its word, or by the parts of a first line behind it.
    fn is_meant(&self, line: &str) -> bool {
        let is_word = diag::nearest(self.word, WORDS.iter().copied()) == Some("STATEMENT");
        let has_parts = line.contains('·');
        match self.alert {
            true => is_word || has_parts && !WORDS.contains(&self.word.to_uppercase().as_str()),
            false => is_word && (has_parts || !self.word.contains(char::is_lowercase)),
        }
    }
}
