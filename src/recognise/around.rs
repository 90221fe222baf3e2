//! The words beside a place in a text.

use crate::model::word_list::WordList;
use std::ops::Range;

/// A word beside a place, and what stands between.
#[derive(Clone, Debug)]
pub struct Beside<'a> {
    pub word: &'a str,
    pub gap: &'a str,
    pub range: Range<usize>,
}

/// How many signs may stand between: what is further is not beside.
const NEAR: usize = 5;
/// Longer runs of letters are no words.
const LONGEST: usize = 60;

fn in_word(letter: char) -> bool {
    match letter {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '\'' | '-' => true,
        other if other.is_ascii() => false,
        other => other.is_alphanumeric() || matches!(other, '’' | '‑' | '\u{ad}'),
    }
}

/// The word that ends before `at`.
pub fn before(text: &str, at: usize) -> Option<Beside<'_>> {
    let head = &text[..at];
    let gap: usize =
        head.chars().rev().take(NEAR).take_while(|letter| !letter.is_alphanumeric()).map(char::len_utf8).sum();
    let end = at - gap;
    let last = head[..end].chars().next_back().filter(|letter| letter.is_alphanumeric())?;
    let more = head[..end - last.len_utf8()].chars().rev().take(LONGEST).take_while(|letter| in_word(*letter));
    let start = end - last.len_utf8() - more.map(char::len_utf8).sum::<usize>();
    Some(Beside { word: &head[start..end], gap: &text[end..at], range: start..end })
}

/// The word that begins behind `at`.
pub fn after(text: &str, at: usize) -> Option<Beside<'_>> {
    let tail = &text[at..];
    let gap: usize = tail.chars().take(NEAR).take_while(|letter| !letter.is_alphanumeric()).map(char::len_utf8).sum();
    let rest = &tail[gap..];
    rest.chars().next().filter(|letter| letter.is_alphanumeric())?;
    let length = rest.chars().take(LONGEST).take_while(|letter| in_word(*letter)).map(char::len_utf8).sum();
    let word = rest[..length].trim_end_matches(['\'', '’', '-', '‑']);
    let start = at + gap;
    Some(Beside { word, gap: &tail[..gap], range: start..start + word.len() })
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
