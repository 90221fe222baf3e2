//! Where sentences begin and end, so that an index can show a mention in its own.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Words whose full stop ends no sentence.
const SHORT: &[&str] = &[
    "art", "arts", "para", "paras", "no", "nos", "mr", "mrs", "ms", "dr", "st", "amb", "gen", "sen", "prof", "vs",
    "cf", "e.g", "i.e", "u.s", "u.k", "u.n", "u.s.a", "u.a.e", "d.p.r.k", "p.m", "a.m", "approx", "ed", "eds", "p",
    "pp", "vol", "fig", "sec", "ch", "rev", "add", "corr", "mme", "mm", "ст", "ee", "uu",
];

/// The sentences of `text` in order, each without the space around it.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (begin, piece) in text.split_sentence_bound_indices() {
        let end = begin + piece.len();
        if end < text.len() && runs_on(piece, &text[end..]) {
            continue;
        }
        let inside = &text[start..end];
        let first = start + inside.len() - inside.trim_start().len();
        sentences.push(first..first + inside.trim().len());
        start = end;
    }
    sentences
}

/// Whether a piece that looks like a sentence goes on: it ends in an abbreviation, or what follows is no beginning.
fn runs_on(piece: &str, rest: &str) -> bool {
    let last = piece.trim_end();
    let Some(body) = last.strip_suffix('.') else { return false };
    let word = body.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"')).next().unwrap_or_default();
    let word = word.to_lowercase();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let next = rest.trim_start().chars().next().unwrap_or(' ');
    let goes_on = next.is_lowercase()
        || next.is_ascii_digit() && matches!(word.as_str(), "art" | "arts" | "no" | "nos" | "para" | "paras" | "ст");
    // "U.S. delegation" runs on; "… by the U.S. The text …" does not, for a sentence begins with such a word.
    let begins = ["The ", "In ", "It ", "This ", "That ", "On ", "A ", "At ", "But ", "And ", "They ", "He ", "She "];
    let likely_end = begins.iter().any(|word| rest.trim_start().starts_with(word));
    goes_on || (initial || SHORT.contains(&word.as_str())) && !likely_end
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        let text = "Norway spoke. The U.S. delegation cited Art. 6(2) at length. Chad left.";
        let cut: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(cut, ["Norway spoke.", "The U.S. delegation cited Art. 6(2) at length.", "Chad left."]);
    }
}
