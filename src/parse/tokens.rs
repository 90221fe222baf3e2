//! Words, numbers and signs of a sentence, for the citation grammar.

use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters of any script.
    Word,
    /// Digits: ours, Arabic or full width.
    Number,
    /// One character of anything else but white space.
    Sign,
}

#[derive(Clone, Debug)]
pub struct Token {
    pub kind: TokenKind,
    /// Bytes of the text.
    pub range: Range<usize>,
    /// True when white space stands before it.
    pub spaced: bool,
}

/// Takes `text` apart. Soft hyphens and joiners belong to the word they stand in.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut spaced = true;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if letter.is_whitespace() {
            spaced = true;
            continue;
        }
        let kind = kind_of(letter);
        match tokens.last_mut() {
            Some(last) if !spaced && last.kind == kind && kind != TokenKind::Sign && !is_han(letter) => {
                last.range.end = end
            }
            _ => tokens.push(Token { kind, range: at..end, spaced }),
        }
        spaced = false;
    }
    tokens
}

/// Chinese characters are words of their own: nothing parts them.
fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}

fn kind_of(letter: char) -> TokenKind {
    let combining =
        matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{ad}' | '\u{200c}' | '\u{200d}');
    if letter.is_numeric() && letter.to_digit(10).or_else(|| digit(letter)).is_some() {
        TokenKind::Number
    } else if letter.is_alphabetic() || combining {
        TokenKind::Word
    } else {
        TokenKind::Sign
    }
}

/// The value of a digit that is not ASCII: Arabic-Indic, Persian, full width.
fn digit(letter: char) -> Option<u32> {
    let zero = match letter {
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '０'..='９' => '０',
        _ => return None,
    };
    Some(u32::from(letter) - u32::from(zero))
}

/// A number's digits in ASCII.
pub fn digits(number: &str) -> String {
    let value =
        |letter: char| letter.to_digit(10).or_else(|| digit(letter)).and_then(|value| char::from_digit(value, 10));
    number.chars().filter_map(value).collect()
}
