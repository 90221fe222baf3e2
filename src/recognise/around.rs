//! The words beside a place in a text.

use super::{clause_words, doubt_words};
use crate::model::word_filter::WordFilter;
use std::ops::Range;

/// A word beside a place, and what stands between.
#[derive(Clone, Debug)]
pub struct Beside<'a> {
    pub word: &'a str,
    pub gap: &'a str,
    pub range: Range<usize>,
    /// False for a word that is in none of our lists.
    known: bool,
}

/// Every word that settles what stands beside it.
static SETTLING: WordFilter = doubt_words::filter(clause_words::filter(WordFilter::new()));

/// How far a word may be away: what is further is not beside.
const NEAR: usize = 6;
/// Longer runs of letters are no words.
const LONGEST: usize = 60;

fn in_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '-' | '‑' | '\u{ad}')
}

/// The word that ends before `at`.
pub fn before(text: &str, at: usize) -> Option<Beside<'_>> {
    let head = &text[..at];
    let end = head.char_indices().rev().take(NEAR).find(|(_, letter)| letter.is_alphanumeric())?;
    let end = end.0 + end.1.len_utf8();
    let letters = head[..end].char_indices().rev().take(LONGEST).take_while(|(_, letter)| in_word(*letter));
    let start = letters.last().map_or(end, |(start, _)| start);
    let word = &head[start..end];
    Some(Beside { word, gap: &text[end..at], range: start..end, known: SETTLING.may_hold(word) })
}

/// The word that begins behind `at`.
pub fn after(text: &str, at: usize) -> Option<Beside<'_>> {
    let tail = &text[at..];
    let start = tail.char_indices().take(NEAR).find(|(_, letter)| letter.is_alphanumeric())?.0;
    let letters = tail[start..].char_indices().take(LONGEST).take_while(|(_, letter)| in_word(*letter));
    let end = letters.last().map_or(start, |(last, letter)| start + last + letter.len_utf8());
    let word = tail[start..end].trim_end_matches(['\'', '’', '-', '‑']);
    let range = at + start..at + start + word.len();
    Some(Beside { word, gap: &tail[..start], range, known: SETTLING.may_hold(word) })
}

impl Beside<'_> {
    /// Whether nothing but space stands between.
    pub fn is_adjacent(&self) -> bool {
        !self.gap.is_empty() && self.gap.chars().all(char::is_whitespace)
    }

    /// The same, or the full stop of an abbreviation: `Mr. `
    pub fn is_close(&self) -> bool {
        self.is_adjacent() || self.gap.strip_prefix('.').is_some_and(|gap| gap.chars().all(char::is_whitespace))
    }

    /// A capital and small letters behind it.
    pub fn is_title_case(&self) -> bool {
        let mut letters = self.word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    }

    pub fn is_in_capitals(&self) -> bool {
        self.word.chars().count() > 1 && self.word.chars().all(|c| !c.is_lowercase() && c.is_alphabetic())
    }

    /// Whether it is one of `words`, all in small letters.
    pub fn is(&self, words: &[&str]) -> bool {
        debug_assert!(words.iter().all(|word| SETTLING.may_hold(word)), "{words:?} are not all in our lists");
        if !self.known {
            return false;
        }
        if self.word.is_ascii() {
            return words.iter().any(|word| word.eq_ignore_ascii_case(self.word));
        }
        let small = self.word.to_lowercase();
        words.contains(&small.as_str())
    }
}
