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

/// Takes the first `most` tokens of `text` from byte `from` into `tokens`; says whether these are all. Soft hyphens and
/// joiners belong to the word they stand in.
pub fn tokens(text: &str, from: usize, most: usize, tokens: &mut Vec<Token>) -> bool {
    tokens.clear();
    let mut spaced = text[..from].chars().next_back().is_none_or(char::is_whitespace);
    let mut at = from;
    while let Some(letter) = text[at..].chars().next() {
        let start = at;
        at += letter.len_utf8();
        if letter.is_whitespace() {
            spaced = true;
            continue;
        }
        let kind = kind_of(letter);
        // ASCII letters and digits are taken by the run.
        at += match kind {
            TokenKind::Word if letter.is_ascii() => run(text, at, u8::is_ascii_alphabetic),
            TokenKind::Number if letter.is_ascii() => run(text, at, u8::is_ascii_digit),
            _ => 0,
        };
        let full = tokens.len() == most;
        match tokens.last_mut() {
            Some(last) if !spaced && last.kind == kind && kind != TokenKind::Sign && !is_han(letter) => {
                last.range.end = at
            }
            _ if full => return false,
            _ => tokens.push(Token { kind, range: start..at, spaced }),
        }
        spaced = false;
    }
    true
}

fn run(text: &str, at: usize, belongs: fn(&u8) -> bool) -> usize {
    text.as_bytes()[at..].iter().take_while(|byte| belongs(byte)).count()
}

/// Chinese characters are words of their own: nothing parts them.
fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}

fn kind_of(letter: char) -> TokenKind {
    if letter.is_ascii() {
        return match letter {
            '0'..='9' => TokenKind::Number,
            'a'..='z' | 'A'..='Z' => TokenKind::Word,
            _ => TokenKind::Sign,
        };
    }
    let combining =
        matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{ad}' | '\u{200c}' | '\u{200d}');
    if digit(letter).is_some() {
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
