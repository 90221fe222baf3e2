//! The numbers behind a label: lists, ranges, and the marks of parts in brackets or behind dots.

use super::words::*;
use super::{Path, Reader};
use crate::parse::tokens::TokenKind;
use std::ops::Range;

/// Clauses that one range may open into; a longer range is a slip of the pen.
const MAX_RANGE: u32 = 60;

/// Article, paragraph, sub-paragraph, point, and one more.
const DEEPEST_PATH: usize = 6;

/// The numbers behind a label, and the token after the last of them.
pub struct List {
    pub paths: Vec<Path>,
    pub end: usize,
}

impl Reader<'_> {
    pub fn list(&self, start: usize, label: Label, many: Many) -> Option<List> {
        let (first, mut end) = self.item(start, label)?;
        // "Article 10 years ago".
        if is_duration(self.word(end)) {
            return None;
        }
        let mut paths = vec![first];
        while let Some((is_range, next)) = self.separator(self.skip_title(end)) {
            let previous = paths.last()?.clone();
            let Some((path, after)) = self.next_item(next, label, &previous) else { break };
            let same_head = path.len() > 1 && path[0] == previous[0];
            let comma = self.is_sign(self.skip_title(end), ",،、");
            // "Articles 6, 7 and 40 States", "Article 6, 12 speakers".
            if is_counted(self.word(after)) {
                break;
            }
            if many == Many::One && !is_range && !same_head && (comma || !self.may_end_list(after)) {
                break;
            }
            if is_range {
                let Some(between) = open_range(&previous, &path) else { break };
                paths.extend(between);
            }
            paths.push(path);
            end = after;
        }
        Some(List { paths, end })
    }

    /// `Article 6 and 7 were …`: behind a second number no thing counted follows.
    fn may_end_list(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| token.kind == TokenKind::Sign) || is_function_word(self.word(at))
    }

    /// The token behind a title in brackets, `(General Implementation)`, if a list goes on there.
    fn skip_title(&self, at: usize) -> usize {
        let is_word = |at: usize| self.token(at).is_some_and(|token| token.kind == TokenKind::Word);
        if !self.is_sign(at, "(") || !is_word(at + 1) || self.word(at + 1).chars().count() < 3 {
            return at;
        }
        let close = (at + 2..at + 12).find(|next| self.is_sign(*next, ")"));
        let Some(close) = close else { return at };
        let goes_on = self.separator(close + 1).is_some_and(|(_, next)| self.number(next).is_some());
        if goes_on { close + 1 } else { at }
    }

    /// The item behind a separator: a whole one, or only the parts in brackets of the one before.
    fn next_item(&self, at: usize, label: Label, previous: &Path) -> Option<(Path, usize)> {
        let Some((word, after)) = self.bracketed(at) else { return self.item(at, label) };
        let depth = depth_of(&word, previous)?;
        let mut path: Path = previous[..depth].to_vec();
        path.push((previous.get(depth).map_or_else(|| next_level(&path, &word), |(name, _)| name), word));
        let after = self.subs(after, &mut path);
        Some((path, after))
    }

    /// `,` `and` `, and` `as well as` `&` `/` between items; `–` `-` `to` between the ends of a range.
    pub fn separator(&self, at: usize) -> Option<(bool, usize)> {
        if self.is_sign(at, "–—-‑‐") || is_to(self.word(at)) {
            return Some((true, at + 1));
        }
        if self.is_sign(at, "&/") || is_and(self.word(at)) {
            return Some((false, at + 1));
        }
        if self.word(at) == "as" && self.word(at + 1) == "well" && self.word(at + 2) == "as" {
            return Some((false, at + 3));
        }
        if self.is_sign(at, ",،、;") {
            let and = usize::from(is_and(self.word(at + 1)) || self.is_sign(at + 1, "&"));
            return Some((false, at + 1 + and));
        }
        None
    }

    fn item(&self, at: usize, label: Label) -> Option<(Path, usize)> {
        let (number, mut next) = match self.token(at)?.kind {
            TokenKind::Number => self.plain_number(at)?,
            TokenKind::Word => self.number_word(at, label)?,
            TokenKind::Sign if matches!(label, Label::Paragraph | Label::Subparagraph) => {
                let (word, after) = self.bracketed(at)?;
                return Some(self.parts(word, after, label));
            }
            TokenKind::Sign => return None,
        };
        if let Some((word, after)) = self.insertion(next) {
            return Some(self.parts(format!("{number}{word}"), after, label));
        }
        // `a)` after the French and Spanish fashion.
        let is_part = matches!(label, Label::Paragraph | Label::Subparagraph);
        next += usize::from(
            is_part && number.starts_with(char::is_alphabetic) && self.is_sign(next, ")") && !self.spaced(next),
        );
        Some(self.parts(number, next, label))
    }

    fn parts(&self, number: String, next: usize, label: Label) -> (Path, usize) {
        let digits = number.starts_with(|c: char| c.is_ascii_digit());
        let mut path = match label {
            Label::Article => vec![("art", number)],
            Label::Paragraph if digits => vec![("para", number)],
            Label::Operative => vec![("para", number)],
            Label::Paragraph | Label::Subparagraph => vec![("subpara", number)],
            Label::Recital => vec![("recs", "1".to_owned()), ("rec", number)],
            Label::Annex => vec![("annex", number)],
            Label::Section => vec![("sec", number)],
            Label::Chapter => vec![("chp", number)],
            Label::Schedule => vec![("schedule", number)],
            Label::Rule => vec![("rule", number)],
        };
        let next = self.subs(next, &mut path);
        (path, next)
    }

    /// `bis` behind a number, also joined by a hyphen or in capitals: the word, and the token behind it.
    fn insertion(&self, at: usize) -> Option<(String, usize)> {
        let joined = self.is_sign(at, "-‑") && !self.spaced(at) && !self.spaced(at + 1);
        let at = at + usize::from(joined);
        let word = self.word(at).to_lowercase();
        is_insertion(&word).then_some((word, at + 1))
    }

    /// `6`, `06`, `13A`, `1er`; not `6th` nor `6kg`.
    fn plain_number(&self, at: usize) -> Option<(String, usize)> {
        let number = self.number(at)?;
        let number = Some(number.trim_start_matches('0').to_owned()).filter(|number| !number.is_empty())?;
        let joined = self.token(at + 1).filter(|next| next.kind == TokenKind::Word && !next.spaced);
        let Some(_) = joined else { return Some((number, at + 1)) };
        let word = self.word(at + 1);
        if self.insertion(at + 1).is_some() || word.starts_with(is_unspaced) {
            return Some((number, at + 1));
        }
        if matches!(word, "er" | "º" | "ª") {
            return Some((number, at + 2));
        }
        let letter = word.len() == 1 && word.is_ascii();
        letter.then(|| (format!("{number}{word}"), at + 2))
    }

    /// `VI`, `six`, `premier`, the letter of an annex or of a sub-paragraph.
    fn number_word(&self, at: usize, label: Label) -> Option<(String, usize)> {
        let word = self.word(at);
        let capitals = word.bytes().all(|b| b.is_ascii_uppercase());
        let letter = word.len() == 1 && word.is_ascii();
        if word == "Ier" && label == Label::Article {
            return Some(("I".to_owned(), at + 1));
        }
        match label {
            Label::Paragraph if letter && self.is_sign(at + 1, ")") => Some((word.to_owned(), at + 1)),
            Label::Subparagraph if letter || roman(word).is_some() => Some((word.to_owned(), at + 1)),
            Label::Paragraph | Label::Subparagraph | Label::Recital | Label::Operative => None,
            _ if capitals && roman(word).is_some() => Some((word.to_owned(), at + 1)),
            Label::Annex | Label::Schedule if letter && capitals => Some((word.to_owned(), at + 1)),
            Label::Article => {
                let (number, words) = cardinal(word, self.word(at + 1))?;
                let unit = cardinal(self.word(at + 2), "").filter(|_| number == 20 && self.is_sign(at + 1, "-‑"));
                let unit = unit.filter(|(unit, _)| *unit < 10);
                match unit {
                    Some((unit, _)) => Some(((number + unit).to_string(), at + 3)),
                    None => Some((number.to_string(), at + words)),
                }
            }
            _ => None,
        }
    }

    /// Adds each `(…)`, `.…` and `…)` to the path; gives the token behind the last.
    fn subs(&self, mut at: usize, path: &mut Path) -> usize {
        while path.len() < DEEPEST_PATH {
            if let Some((word, after)) = self.bracketed(at).or_else(|| self.half_bracketed(at)) {
                path.push((next_level(path, &word), word));
                at = after;
            } else if let Some(word) = self.dotted(at) {
                path.push((next_level(path, &word), word));
                at += 2;
            } else {
                break;
            }
        }
        at
    }

    /// `.4` and `.a` joined to the number before.
    fn dotted(&self, at: usize) -> Option<String> {
        if !self.is_sign(at, ".") || self.spaced(at) || self.spaced(at + 1) {
            return None;
        }
        let word = self.word(at + 1);
        let letter = word.len() == 1 && word.bytes().all(|b| b.is_ascii_lowercase());
        self.number(at + 1).or_else(|| letter.then(|| word.to_owned()))
    }

    /// `a)` behind a number: `paragraphe 1 a)`.
    fn half_bracketed(&self, at: usize) -> Option<(String, usize)> {
        let word = self.word(at);
        let letter = word.len() == 1 && word.bytes().all(|b| b.is_ascii_lowercase());
        (letter && self.is_sign(at + 1, ")") && !self.spaced(at + 1)).then(|| (word.to_owned(), at + 2))
    }

    /// `(1)`, `(a)`, `(iv)`, `(2 bis)`: what stands in the brackets, and the token behind them.
    fn bracketed(&self, at: usize) -> Option<(String, usize)> {
        if !self.is_sign(at, "(（") {
            return None;
        }
        let mut word = self.number(at + 1).unwrap_or_else(|| self.word(at + 1).to_owned());
        let twice = |word: &str| word.len() == 2 && word.as_bytes()[0] == word.as_bytes()[1];
        let fits = match self.token(at + 1)?.kind {
            TokenKind::Number => word.len() <= 3,
            TokenKind::Word if !word.is_ascii() => false,
            TokenKind::Word => word.len() == 1 || twice(&word) || roman(&word).is_some_and(|_| word.len() <= 5),
            TokenKind::Sign => false,
        };
        let mut next = at + 2;
        if let Some((inserted, after)) = self.insertion(next).filter(|_| fits) {
            word.push_str(&inserted);
            next = after;
        }
        (fits && self.is_sign(next, ")）")).then_some((word, next + 1))
    }
}

/// The kind of part that `word` is below `path`: digits are paragraphs, letters sub-paragraphs, and below these
/// roman numbers are points.
fn next_level(path: &Path, word: &str) -> &'static str {
    let below = path.last().map_or("", |(name, _)| *name);
    let digits = word.starts_with(|c: char| c.is_ascii_digit());
    match below {
        "subpara" => "point",
        _ if digits && below != "para" => "para",
        _ if digits => "subpara",
        _ if word.len() > 1 && roman(word).is_some() => "point",
        _ => "subpara",
    }
}

/// How many parts of `previous` a bracket behind a separator keeps: `(h)` after `2(1)(a)` keeps two.
fn depth_of(word: &str, previous: &Path) -> Option<usize> {
    let is_digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let first = usize::from(!matches!(previous[0].0, "subpara" | "para"));
    let last = previous.len().checked_sub(1).filter(|last| *last >= first);
    match last {
        Some(last) if is_digit(&previous[last].1) == is_digit(word) => Some(last),
        Some(last) if last > first && is_digit(&previous[last - 1].1) == is_digit(word) => Some(last - 1),
        _ => Some(previous.len()),
    }
}

/// The clauses between two ends that differ in their last number alone; none when they do not make a range.
fn open_range(from: &Path, to: &Path) -> Option<Vec<Path>> {
    let (head, last) = from.split_at(from.len() - 1);
    let ends_fit = to.len() == from.len() && to[..head.len()] == *head && to[head.len()].0 == last[0].0;
    if !ends_fit {
        return Some(Vec::new());
    }
    let step = |label: String| {
        let mut path = head.to_vec();
        path.push((last[0].0, label));
        path
    };
    let (a, b) = (&last[0].1, &to[head.len()].1);
    if let (Ok(a), Ok(b)) = (a.parse::<u32>(), b.parse::<u32>()) {
        return (a < b && b - a <= MAX_RANGE).then(|| (a + 1..b).map(|n| step(n.to_string())).collect());
    }
    let letters = a.len() == 1 && b.len() == 1 && last[0].0 == "subpara";
    if let (Some(x), Some(y)) = (roman(a).filter(|_| !letters), roman(b).filter(|_| !letters)) {
        let small = a.chars().all(char::is_lowercase);
        let spell =
            |n| to_roman(n).map(|number| if small { number.to_lowercase() } else { number }).unwrap_or_default();
        return (x < y && y - x <= MAX_RANGE).then(|| (x + 1..y).map(|n| step(spell(n))).collect());
    }
    if let ([a @ (b'a'..=b'z' | b'A'..=b'Z')], [b @ (b'a'..=b'z' | b'A'..=b'Z')]) = (a.as_bytes(), b.as_bytes()) {
        let inner = |range: Range<u8>| range.map(|letter| step(char::from(letter).to_string())).collect();
        return (a < b).then(|| inner(a + 1..*b));
    }
    Some(Vec::new())
}
