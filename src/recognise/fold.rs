//! Typography, width and case folded: the one form that names are compared in.

use unicode_normalization::UnicodeNormalization;

/// What a letter of a text counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Nothing: soft hyphens, joiners, the Arabic stroke that only stretches a word.
    Nothing,
    /// A space, however wide; several in a row are one.
    Space,
    Letter(char),
    /// `&` is read as `and`.
    And,
}

/// Folds one letter, its case included.
pub fn fold(letter: char) -> Fold {
    let letter = match letter {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{640}' | '\u{64b}'..='\u{652}' => {
            return Fold::Nothing;
        }
        '’' | '‘' | 'ʼ' | 'ʻ' | '＇' | '′' | '`' => '\'',
        '‐' | '‑' | '‒' | '–' | '−' => '-',
        '&' | '＆' => return Fold::And,
        space if space.is_whitespace() => return Fold::Space,
        wide @ '！'..='～' => char::from_u32(u32::from(wide) - 0xfee0).unwrap_or(wide),
        'ё' | 'Ё' => 'е',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'İ' => 'i',
        other => other,
    };
    // Letters whose small form is several do not occur in names, and may stay as they are.
    let mut small = letter.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) => Fold::Letter(one),
        _ => Fold::Letter(letter),
    }
}

/// The whole of a name, composed and folded.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in text.nfc() {
        match fold(letter) {
            Fold::Nothing => {}
            Fold::Space if key.is_empty() || key.ends_with(' ') => {}
            Fold::Space => key.push(' '),
            Fold::Letter(letter) => key.push(letter),
            Fold::And => key.push_str("and"),
        }
    }
    key.trim_end().to_owned()
}
