//! The words beside a place in a text.

use crate::model::word_filter::WordList;
use std::ops::Range;

/// A word beside a place, and what stands between.
#[derive(Clone, Debug)]
pub struct Beside<'a> {
    pub word: &'a str,
    pub gap: &'a str,
    pub range: Range<usize>,
}

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
    Some(Beside { word, gap: &text[end..at], range: start..end })
}

/// The word that begins behind `at`.
pub fn after(text: &str, at: usize) -> Option<Beside<'_>> {
    let tail = &text[at..];
    let start = tail.char_indices().take(NEAR).find(|(_, letter)| letter.is_alphanumeric())?.0;
    let letters = tail[start..].char_indices().take(LONGEST).take_while(|(_, letter)| in_word(*letter));
    let end = letters.last().map_or(start, |(last, letter)| start + last + letter.len_utf8());
    let word = tail[start..end].trim_end_matches(['\'', '’', '-', '‑']);
    let range = at + start..at + start + word.len();
    Some(Beside { word, gap: &tail[..start], range })
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

    /// The word without an article that is joined to it: `l'organisation`.
    pub fn without_article(self) -> Self {
        match self.word.find(['\'', '’']).filter(|at| *at <= 2) {
            Some(at) => {
                let cut = at + self.word[at..].chars().next().map_or(1, char::len_utf8);
                Self { word: &self.word[cut..], range: self.range.start + cut..self.range.end, gap: self.gap }
            }
            None => self,
        }
    }

    /// Whether it is one of a list's words, in whatever case.
    pub fn is(&self, words: &WordList) -> bool {
        words.holds(self.word)
    }

    /// The same for a few words.
    pub fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| word.eq_ignore_ascii_case(self.word) || *word == self.word)
    }
}
