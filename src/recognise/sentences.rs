//! Where sentences begin and end, so that an index can show a mention in its own.

use std::ops::Range;

/// Words whose full stop ends no sentence.
const SHORT: &[&str] = &[
    "art", "arts", "para", "paras", "no", "nos", "mr", "mrs", "ms", "dr", "st", "amb", "gen", "sen", "prof", "vs",
    "cf", "e.g", "i.e", "u.s", "u.k", "u.n", "u.s.a", "u.a.e", "d.p.r.k", "p.m", "a.m", "approx", "ed", "eds", "p",
    "pp", "vol", "fig", "sec", "ch", "rev", "add", "corr", "mme", "mm", "ст", "ee", "uu",
];

/// Signs that end a sentence; the Chinese ones need no space behind them.
const STOPS: [char; 8] = ['.', '!', '?', '…', '؟', '。', '！', '？'];
/// Signs that still belong to the sentence behind its stop.
const CLOSERS: [char; 9] = ['”', '"', '\'', '’', ')', ']', '»', '」', '』'];

/// The sentences of `text` in order, each without the space around it.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut from = 0;
    while let Some(stop) = next_stop(text, from) {
        let end = text.len() - text[stop..].trim_start_matches(STOPS).trim_start_matches(CLOSERS).len();
        from = end;
        let parted = text[end..].starts_with(char::is_whitespace) || text[stop..].starts_with(['。', '！', '？']);
        if end == text.len() || !parted || runs_on(&text[start..end], &text[end..]) {
            continue;
        }
        push(&mut sentences, text, start..end);
        start = end;
    }
    push(&mut sentences, text, start..text.len());
    sentences
}

static MAY_STOP: [bool; 256] = {
    let mut table = [true; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = matches!(byte as u8, b'.' | b'!' | b'?');
        byte += 1;
    }
    table
};

fn next_stop(text: &str, from: usize) -> Option<usize> {
    // All that is not ASCII is looked at letter by letter; the rest is passed over byte by byte.
    let may_be = |byte: u8| MAY_STOP[usize::from(byte)];
    let mut at = from;
    loop {
        at += text.as_bytes()[at..].iter().position(|byte| may_be(*byte))?;
        let letter = text[at..].chars().next()?;
        if STOPS.contains(&letter) {
            return Some(at);
        }
        at += letter.len_utf8();
    }
}

fn push(sentences: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let inside = &text[range.clone()];
    let first = range.start + inside.len() - inside.trim_start().len();
    let words = inside.trim();
    if !words.is_empty() {
        sentences.push(first..first + words.len());
    }
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
    let small = rest.trim_start().starts_with(['(', ',', ';', ':', '–', '—']);
    goes_on || small || (initial || SHORT.contains(&word.as_str())) && !likely_end
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
