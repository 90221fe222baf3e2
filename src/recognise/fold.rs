//! Typography folded: one form for apostrophes, spaces, hyphens and composed letters, with the way back.

use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

/// A text in the one form that names are compared in.
pub struct Folded {
    pub text: String,
    /// For each byte of `text`, and one past its end, the byte of the original that it came from.
    origin: Vec<usize>,
}

impl Folded {
    pub fn new(original: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(original.len()), origin: Vec::with_capacity(original.len() + 1) };
        if is_nfc(original) {
            for (at, letter) in original.char_indices() {
                folded.push(letter, at);
            }
        } else {
            for (at, cluster) in original.grapheme_indices(true) {
                cluster.nfc().for_each(|letter| folded.push(letter, at));
            }
        }
        folded.origin.push(original.len());
        folded
    }

    fn push(&mut self, letter: char, at: usize) {
        let letter = match letter {
            '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{640}' => return,
            '’' | '‘' | 'ʼ' | '＇' | '′' | '`' => '\'',
            '‐' | '‑' | '‒' | '–' | '−' => '-',
            space if space.is_whitespace() => ' ',
            wide @ '！'..='～' => char::from_u32(u32::from(wide) - 0xfee0).unwrap_or(wide),
            other => other,
        };
        self.text.push(letter);
        self.origin.extend(std::iter::repeat_n(at, letter.len_utf8()));
    }

    /// The original's bytes that became `start..end` of the folded text.
    pub fn back(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        self.origin[start]..self.origin[end]
    }
}

pub fn fold(text: &str) -> String {
    Folded::new(text).text
}
