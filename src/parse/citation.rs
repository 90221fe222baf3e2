//! The citation grammar: clauses as people write them, found in a sentence and opened into all that they name.
//!
//! `citation = label list [of article] | ordinal "preambular paragraph"`, where `list = item { sep item }`,
//! `item = number { sub } | sub { sub }`, `sub = "(" number | letter | roman ")"`. A label in the singular takes one
//! number (`Article 6 and 40 States` is Article 6), one in the plural takes all. What instrument is meant, and whether
//! it has such a clause, is not asked here.

use super::citation_words::*;
use super::tokens::{Token, TokenKind, tokens};
use crate::model::manuscript::Citation;
use std::ops::Range;

type Path = Vec<(&'static str, String)>;

/// Clauses that one range may open into; a longer range is a slip of the pen.
const MAX_RANGE: u32 = 60;

/// All citations in `text`, in its order.
pub fn find(text: &str) -> Vec<Citation> {
    let tokens = tokens(text);
    let reader = Reader { text, tokens: &tokens };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match reader.citation(at) {
            Some((paths, end)) => {
                let range = tokens[at].range.start..tokens[end - 1].range.end;
                let surface = text[range.clone()].to_owned();
                found.push(Citation { unit: None, range, surface, clauses: paths });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

/// The numbers behind a label, and the token after the last of them.
struct List {
    paths: Vec<Path>,
    end: usize,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.text[token.range.clone()])
    }

    fn is_sign(&self, at: usize, signs: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Sign) && signs.contains(self.word(at))
    }

    fn spaced(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.spaced)
    }

    /// The citation that begins at token `at`, and the token after it.
    fn citation(&self, at: usize) -> Option<(Vec<Path>, usize)> {
        if let Some(found) = self.chinese(at) {
            return Some(found);
        }
        if let Some(found) = self.ordinal_recital(at) {
            return Some(found);
        }
        let mut next = at;
        let mut kind = None;
        if matches!(self.word(next).to_lowercase().as_str(), "draft" | "proposed") {
            next += 1;
        } else if is_preambular(self.word(next)) {
            kind = Some(Label::Recital);
            next += 1;
        } else if is_operative(self.word(next)) {
            kind = Some(Label::Operative);
            next += 1;
        }
        let (mut label, many) = label(self.word(next))?;
        if let Some(kind) = kind {
            if label != Label::Paragraph {
                return None;
            }
            label = kind;
        }
        next += 1;
        if self.is_sign(next, ".") && !self.spaced(next) {
            next += 1;
        }
        // "PP12", "OP 3": capitals only, or "op. cit." and page numbers would be clauses.
        if matches!(self.word(next - 1).to_lowercase().as_str(), "pp" | "op")
            && self.word(next - 1) != self.word(next - 1).to_uppercase()
        {
            return None;
        }
        let list = self.list(next, label, many)?;
        self.finish(label, list)
    }

    /// What follows the numbers can still change what they are: "in the preamble", "of Article 6".
    fn finish(&self, label: Label, list: List) -> Option<(Vec<Path>, usize)> {
        let mut next = list.end;
        // French and Spanish put the adjective behind; "in the preamble" takes up to two small words.
        while next < list.end + 3 && (is_of(self.word(next)) || self.is_sign(next, "'’")) {
            next += 1;
        }
        if is_preambular(self.word(next)) && matches!(label, Label::Article | Label::Paragraph | Label::Recital) {
            let paths = list.paths.into_iter().filter_map(recital).collect();
            return Some((paths, next + 1));
        }
        match label {
            Label::Paragraph if next > list.end => {
                let (outer, many) = super::citation_words::label(self.word(next))?;
                if outer != Label::Article || many != Many::One {
                    return None;
                }
                let skip = usize::from(self.is_sign(next + 1, "."));
                let article = self.list(next + 1 + skip, Label::Article, Many::One)?;
                let head = article.paths.first()?;
                let join = |tail: Path| head.iter().cloned().chain(tail).collect();
                Some((list.paths.into_iter().map(join).collect(), article.end))
            }
            Label::Paragraph => None,
            Label::Annex if self.word(list.end) == "Parties" => None,
            _ => Some((list.paths, list.end)),
        }
    }

    /// `第6条`.
    fn chinese(&self, at: usize) -> Option<(Vec<Path>, usize)> {
        let fits = self.word(at) == "第" && self.is_number(at + 1) && self.word(at + 2) == "条";
        fits.then(|| (vec![vec![("art", self.word(at + 1).to_owned())]], at + 3))
    }

    /// `12th preambular paragraph`, `twelfth paragraph of the preamble`, `dixième alinéa du préambule`.
    fn ordinal_recital(&self, at: usize) -> Option<(Vec<Path>, usize)> {
        let (number, mut next) = match self.tokens.get(at)?.kind {
            TokenKind::Number if is_ordinal_ending(self.word(at + 1)) && !self.spaced(at + 1) => {
                (self.word(at).parse().ok()?, at + 2)
            }
            TokenKind::Word => (ordinal(self.word(at))?, at + 1),
            _ => return None,
        };
        let before = is_preambular(self.word(next));
        next += usize::from(before);
        let noun = self.word(next).to_lowercase();
        if !matches!(
            noun.as_str(),
            "paragraph" | "para" | "recital" | "paragraphe" | "alinéa" | "considérant" | "párrafo"
        ) {
            return None;
        }
        next += 1;
        let path = || vec![vec![("recs", "1".to_owned()), ("rec", u32::to_string(&number))]];
        if before || noun == "recital" || noun == "considérant" {
            return Some((path(), next));
        }
        let mut behind = next;
        while behind < next + 2 && is_of(self.word(behind)) {
            behind += 1;
        }
        is_preambular(self.word(behind)).then(|| (path(), behind + 1))
    }

    fn list(&self, start: usize, label: Label, many: Many) -> Option<List> {
        let (first, mut end) = self.item(start, label)?;
        let mut paths = vec![first];
        while let Some((is_range, next)) = self.separator(end) {
            let previous = paths.last()?.clone();
            let Some((path, after)) = self.next_item(next, label, &previous) else { break };
            let same_head = path.len() > 1 && path[0] == previous[0];
            if many == Many::One && !is_range && !same_head {
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

    /// The item behind a separator: a whole one, or only the parts in brackets of the one before.
    fn next_item(&self, at: usize, label: Label, previous: &Path) -> Option<(Path, usize)> {
        if !self.is_sign(at, "(") {
            return self.item(at, label);
        }
        let (word, after) = self.bracketed(at)?;
        let depth = depth_of(&word, previous)?;
        let mut path: Path = previous[..depth].to_vec();
        path.push((previous.get(depth).map_or(next_level(&path, &word), |(name, _)| name), word));
        let after = self.subs(after, &mut path);
        Some((path, after))
    }

    /// `,` `and` `, and` `&` `/` between items; `–` `-` `to` between the ends of a range.
    fn separator(&self, at: usize) -> Option<(bool, usize)> {
        if self.is_sign(at, "–—-‑‐") || is_to(self.word(at)) {
            return Some((true, at + 1));
        }
        if self.is_sign(at, "&/") || is_and(self.word(at)) {
            return Some((false, at + 1));
        }
        if self.is_sign(at, ",،、") {
            let and = usize::from(is_and(self.word(at + 1)));
            return Some((false, at + 1 + and));
        }
        None
    }

    fn item(&self, at: usize, label: Label) -> Option<(Path, usize)> {
        let token = self.tokens.get(at)?;
        let word = self.word(at);
        let mut number = match token.kind {
            TokenKind::Number if word.len() <= 3 => word.trim_start_matches('0').to_owned(),
            TokenKind::Word if matches!(label, Label::Article | Label::Annex) => roman_number(word)?,
            TokenKind::Sign if label == Label::Paragraph => {
                let (word, after) = self.bracketed(at)?;
                let name = if word.starts_with(|c: char| c.is_ascii_digit()) { "para" } else { "subpara" };
                let mut path = vec![(name, word)];
                let after = self.subs(after, &mut path);
                return Some((path, after));
            }
            _ => return None,
        };
        let mut next = at + 1;
        if is_insertion(self.word(next)) {
            number.push_str(self.word(next));
            next += 1;
        } else if token.kind == TokenKind::Number && !self.spaced(next) && self.tokens[next].kind == TokenKind::Word {
            return None;
        }
        if number.is_empty() {
            return None;
        }
        let mut path = match label {
            Label::Article => vec![("art", number)],
            Label::Paragraph | Label::Operative => vec![("para", number)],
            Label::Recital => vec![("recs", "1".to_owned()), ("rec", number)],
            Label::Annex => vec![("annex", number)],
        };
        while self.is_sign(next, ".") && !self.spaced(next) && !self.spaced(next + 1) && self.is_number(next + 1) {
            path.push((next_level(&path, self.word(next + 1)), self.word(next + 1).to_owned()));
            next += 2;
        }
        let next = self.subs(next, &mut path);
        Some((path, next))
    }

    fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Adds each `(…)` to the path; gives the token behind the last.
    fn subs(&self, mut at: usize, path: &mut Path) -> usize {
        while let Some((word, after)) = self.bracketed(at) {
            let level = next_level(path, &word);
            path.push((level, word));
            at = after;
        }
        at
    }

    /// `(1)`, `(a)`, `(iv)`, `(2 bis)`: what stands in the brackets, and the token behind them.
    fn bracketed(&self, at: usize) -> Option<(String, usize)> {
        if !self.is_sign(at, "(") {
            return None;
        }
        let mut word = self.word(at + 1).to_owned();
        let fits = match self.tokens.get(at + 1)?.kind {
            TokenKind::Number => word.len() <= 3,
            TokenKind::Word => word.len() == 1 && word.is_ascii() || roman(&word).is_some_and(|_| word.len() <= 5),
            TokenKind::Sign => false,
        };
        let mut next = at + 2;
        if fits && is_insertion(self.word(next)) {
            word.push_str(self.word(next));
            next += 1;
        }
        (fits && self.is_sign(next, ")")).then_some((word, next + 1))
    }
}

fn roman_number(word: &str) -> Option<String> {
    let capitals = word.bytes().all(|b| b.is_ascii_uppercase());
    (capitals && roman(word).is_some()).then(|| word.to_owned())
}

/// The kind of part that `word` is below `path`: digits are paragraphs, letters sub-paragraphs, and below these
/// roman numbers are points.
fn next_level(path: &Path, word: &str) -> &'static str {
    let below = path.last().map_or("", |(name, _)| *name);
    let digits = word.starts_with(|c: char| c.is_ascii_digit());
    match below {
        "subpara" => "point",
        _ if digits && matches!(below, "art" | "annex") => "para",
        _ if digits => "subpara",
        _ if word.len() > 1 => "point",
        _ => "subpara",
    }
}

/// How many parts of `previous` a bracket behind a separator keeps: `(h)` after `2(1)(a)` keeps two.
fn depth_of(word: &str, previous: &Path) -> Option<usize> {
    let is_digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let last = previous.len().checked_sub(1).filter(|last| *last > 0);
    match last {
        Some(last) if is_digit(&previous[last].1) == is_digit(word) => Some(last),
        Some(last) if last > 1 && is_digit(&previous[last - 1].1) == is_digit(word) => Some(last - 1),
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
    if let ([a], [b]) = (a.as_bytes(), b.as_bytes()) {
        let inner = |range: Range<u8>| range.map(|letter| step(char::from(letter).to_string())).collect();
        return (a < b).then(|| inner(a + 1..*b));
    }
    Some(Vec::new())
}

fn recital(path: Path) -> Option<Path> {
    let number = path.last().map(|(_, number)| number.clone())?;
    Some(vec![("recs", "1".to_owned()), ("rec", number)])
}
