//! Whether a statement marked `quoted` quotes: its words must stand in quotation marks, here or in the report's text.

use crate::model::manuscript::StatementLine;
use crate::model::prose::Prose;

/// Opening marks, each with the marks that close it.
const MARKS: &[(char, &str)] =
    &[('“', "”"), ('„', "“”"), ('"', "\""), ('«', "»"), ('»', "«"), ('‘', "’"), ('「', "」"), ('『', "』"), ('”', "”")];

/// Whether the statement's block holds a quotation, or the report's text quotes all of the block's words.
pub fn stands(prose: &Prose, line: &StatementLine) -> bool {
    if !quotations(&line.text).is_empty() {
        return true;
    }
    let words = plain(&line.text);
    !words.is_empty() && prose.units.iter().any(|unit| quotations(&unit.text).iter().any(|q| plain(q).contains(&words)))
}

/// The words between quotation marks.
fn quotations(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((at, open)) = rest.char_indices().find(|(_, c)| MARKS.iter().any(|(open, _)| open == c)) {
        let inside = &rest[at + open.len_utf8()..];
        let closing = MARKS.iter().find(|(mark, _)| *mark == open).map_or("", |(_, closing)| *closing);
        match inside.find(|c: char| closing.contains(c)) {
            Some(end) => {
                if inside[..end].chars().any(char::is_alphanumeric) {
                    found.push(&inside[..end]);
                }
                rest = &inside[end..];
                rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
            }
            None => rest = inside,
        }
    }
    found
}

/// The words alone, in small letters.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
