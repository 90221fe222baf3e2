//! Where a citation can begin: at a label, at an ordinal. Decides it from a word alone, for most words are none.

use super::words::can_begin;

/// The next byte at or behind `from` where a citation can begin.
pub fn next(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_alphabetic() {
            let end = at + bytes[at..].iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(bytes.len() - at);
            let goes_on = bytes.get(end).is_some_and(|byte| !byte.is_ascii());
            if goes_on || can_begin(&text[at..end]) {
                return Some(at);
            }
            at = end;
        } else if byte.is_ascii_digit() {
            let end = at + bytes[at..].iter().position(|b| !b.is_ascii_digit()).unwrap_or(bytes.len() - at);
            // "12th"
            if bytes.get(end).is_some_and(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii()) {
                return Some(at);
            }
            at = end;
        } else if byte.is_ascii() {
            at += 1;
        } else {
            let letter = text[at..].chars().next().unwrap_or(' ');
            if letter.is_alphabetic() || letter == '§' {
                return Some(at);
            }
            at += letter.len_utf8();
        }
    }
    None
}

/// Where the word at `at` ends; Chinese characters are words of their own.
pub fn word_end(text: &str, at: usize) -> usize {
    let mut letters = text[at..].chars();
    let Some(first) = letters.next() else { return text.len() };
    if !first.is_alphanumeric() || super::words::is_unspaced(first) {
        return at + first.len_utf8();
    }
    let more: usize = letters
        .take_while(|letter| (letter.is_alphanumeric() || *letter == '\u{ad}') && !super::words::is_unspaced(*letter))
        .map(char::len_utf8)
        .sum();
    at + first.len_utf8() + more
}

/// The word before `at`, if nothing but space is between.
pub fn word_before(text: &str, at: usize) -> &str {
    let head = text[..at].trim_end();
    let start = head
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
    &head[start..]
}
