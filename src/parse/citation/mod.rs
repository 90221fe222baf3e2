//! The citation grammar: clauses as people write them, found in a sentence and opened into all that they name.
//!
//! ```text
//! citation = [draft] label list { [","] part list } [of citation] | ordinal {sep ordinal} "preambular paragraph"
//! list     = item { sep item }         sep  = "," | "and" | "/" | "–" | "to" …
//! item     = number { sub }            sub  = "(" mark ")" | mark ")" | "." mark
//! ```
//!
//! A label in the singular takes one number (`Article 6 and 40 States` is Article 6), one in the plural takes all.
//! What instrument is meant, whether it has such a clause, and of which clause a paragraph by itself is a part, is
//! not asked here.

mod candidates;
mod chinese;
mod list;
#[rustfmt::skip]
mod words;

use super::tokens::{Token, TokenKind, digits, tokens};
use crate::model::ids::ClausePath as Path;
use crate::model::manuscript::{Citation, CitationKind};
use list::List;
use std::cell::Cell;
use words::*;
pub use words::{Label, is_insertion, is_preambular, label, roman};

/// All citations in `text`, in its order.
pub fn find(text: &str) -> Vec<Citation> {
    let mut found = Vec::new();
    let mut tokens = Vec::new();
    let mut from = 0;
    while let Some(at) = candidates::next(text, from) {
        let mut most = FIRST_LOOK;
        let read = loop {
            let whole = self::tokens(text, at, most, &mut tokens);
            let reader = Reader { text, tokens: &tokens, whole, ran_out: Cell::new(false) };
            let read = reader.read_at_start();
            if !reader.ran_out.get() {
                break read;
            }
            most *= 4;
        };
        from = read.as_ref().map_or_else(|| candidates::word_end(text, at), |citation| citation.range.end);
        found.extend(read);
    }
    found
}

/// Parts of parts of parts: no instrument has more levels, and no text may make us look for them without end.
const DEEPEST: usize = 4;
/// "paragraphs 1–9 of Articles 1–9" opens into so many clauses at most.
const MOST_CLAUSES: usize = 240;
const MOST_ORDINALS: usize = 12;

/// So many tokens are taken from a label on; a citation that goes on makes it more.
const FIRST_LOOK: usize = 8;

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// Whether the text ends with the last token.
    whole: bool,
    /// Set when a token was asked for that was not taken.
    ran_out: Cell<bool>,
}

/// What was read of a citation, and the token behind it.
struct Chain {
    paths: Vec<Path>,
    kind: CitationKind,
    end: usize,
}

/// A label and the token behind it.
struct Labelled {
    label: Label,
    many: Many,
    next: usize,
}

impl Reader<'_> {
    /// The citation that begins with the first token.
    fn read_at_start(&self) -> Option<Citation> {
        let Chain { paths, kind, end } = self.citation(0).filter(|chain| !self.is_class(chain))?;
        let range = self.tokens[0].range.start + prefix(self.word(0))..self.tokens[end - 1].range.end;
        let surface = self.text[range.clone()].to_owned();
        Some(Citation { unit: None, range, surface, kind, clauses: paths })
    }

    fn token(&self, at: usize) -> Option<&Token> {
        if at >= self.tokens.len() && !self.whole {
            self.ran_out.set(true);
        }
        self.tokens.get(at)
    }

    fn word(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| &self.text[token.range.clone()])
    }

    /// A number in ASCII digits.
    fn number(&self, at: usize) -> Option<String> {
        let token = self.token(at).filter(|token| token.kind == TokenKind::Number)?;
        Some(digits(&self.text[token.range.clone()])).filter(|number| number.len() <= 3)
    }

    fn is_sign(&self, at: usize, signs: &str) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Sign) && signs.contains(self.word(at))
    }

    fn spaced(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| token.spaced)
    }

    /// The citation that begins at token `at`.
    fn citation(&self, at: usize) -> Option<Chain> {
        let first = self.token(at)?;
        if first.kind == TokenKind::Sign && self.word(at) != "§" {
            return None;
        }
        if first.kind == TokenKind::Number {
            return self.ordinals(at);
        }
        if let Some(found) = self.chinese(at).or_else(|| self.ordinals(at)) {
            return Some(found);
        }
        let found = self.labelled(at)?;
        let before = candidates::word_before(self.text, first.range.start);
        let draft = self.word(at) == "draft" || is_draft_of(self.word(at));
        let small = !self.word(found.next - 1).contains(char::is_uppercase) && !draft;
        let writing = found.label == Label::Article && small && is_indefinite(before);
        // "an article 3 weeks old" is a writing; "an article 11 bis" can only be a clause.
        self.read(found, DEEPEST).filter(|chain| !writing || chain.paths.iter().any(is_inserted))
    }

    /// The label at token `at`: `draft Article`, `preambular paragraph`, `Art.`, `sub-paragraph`, `PP`.
    fn labelled(&self, at: usize) -> Option<Labelled> {
        let mut next = at;
        let mut kind = None;
        let word = self.word(next);
        if word.eq_ignore_ascii_case("draft") {
            next += 1;
        } else if is_draft_of(word) && matches!(self.word(next + 1), "de" | "d") {
            next += 2 + usize::from(self.is_sign(next + 2, "'’"));
        } else if is_preambular(word) {
            kind = Some(Label::Recital);
            next += 1;
        } else if is_operative(word) {
            kind = Some(Label::Operative);
            next += 1;
        } else if word.eq_ignore_ascii_case("sub") && self.is_sign(next + 1, "-‑") {
            kind = Some(Label::Subparagraph);
            next += 2;
        }
        let (mut label, many) = label(self.word(next))?;
        let draft_of_other = next > at && kind.is_none() && label != Label::Article;
        if draft_of_other || kind.is_some() && label != Label::Paragraph {
            return None;
        }
        label = kind.unwrap_or(label);
        let word = self.word(next);
        next += 1;
        // French and Spanish put the kind of a paragraph behind it: "párrafos preambulares 3 y 7".
        if kind.is_none() && label == Label::Paragraph && self.number(next + 1).is_some() {
            let behind = self.word(next);
            let (preambular, operative) = (is_preambular(behind), is_operative(behind));
            label = if preambular { Label::Recital } else { label };
            label = if operative { Label::Operative } else { label };
            next += usize::from(preambular || operative);
        }
        let stop = self.is_sign(next, ".") && !self.spaced(next);
        let small = word.chars().all(char::is_lowercase);
        // "modern art 20 years", "op. cit.", "pp. 12–15" are no citations.
        let is = |known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(word));
        let short = is(&["art", "arts"]);
        let capitals = is(&["pp", "op", "pps", "ops"]);
        if short && small && !stop || capitals && !word.starts_with("PP") && !word.starts_with("OP") {
            return None;
        }
        next += usize::from(stop);
        if matches!(self.word(next), "No" | "no" | "Nos" | "nº" | "№") {
            next += 1 + usize::from(self.is_sign(next + 1, "."));
        }
        Some(Labelled { label, many, next })
    }

    /// The numbers behind a label, and all that still belongs to them.
    fn read(&self, from: Labelled, deeper: usize) -> Option<Chain> {
        let Labelled { label, many, next } = from;
        let list = self.list(next, label, many)?;
        // "the article I read" has a pronoun, not a number.
        let pronoun = list.end == next + 1 && self.word(next) == "I" && label == Label::Article;
        let small = self.word(next - 1).chars().next().is_some_and(char::is_lowercase);
        if pronoun && small && !is_of(self.word(next + 1)) {
            return None;
        }
        let (behind, linked) = self.skip_of(list.end);
        let may_be_recital = matches!(label, Label::Article | Label::Paragraph | Label::Recital);
        if may_be_recital && is_preambular(self.word(behind)) && self.is_inside(list.end, behind) {
            let paths = list.paths.into_iter().filter_map(recital).collect();
            return Some(Chain { paths, kind: CitationKind::Whole, end: behind + 1 });
        }
        match label {
            Label::Paragraph | Label::Subparagraph => Some(self.part(list, (behind, linked), deeper)),
            Label::Article | Label::Annex => Some(self.with_parts(list, CitationKind::Whole)),
            Label::Recital | Label::Operative => {
                Some(Chain { paths: list.paths, kind: CitationKind::Whole, end: list.end })
            }
            Label::Section | Label::Chapter | Label::Schedule | Label::Rule => {
                Some(self.with_parts(list, CitationKind::Weak))
            }
        }
    }

    /// Paragraphs: with "of Article 6" behind them of that article, else of a clause that was named before.
    fn part(&self, list: List, of: (usize, bool), deeper: usize) -> Chain {
        let (behind, linked) = of;
        let alone = |list: List| Chain { paths: list.paths, kind: CitationKind::Part, end: list.end };
        // Russian joins the two by case alone.
        let joined = linked || behind == list.end && is_cyrillic(self.word(behind));
        let outer = (joined && deeper > 0).then(|| self.labelled(behind)).flatten();
        let outer = outer.filter(|outer| outer.label != Label::Operative);
        let outer = outer.and_then(|outer| self.read(outer, deeper - 1));
        let outer = outer.filter(|outer| outer.paths.len() * list.paths.len() <= MOST_CLAUSES);
        let Some(outer) = outer else { return alone(list) };
        let mut paths = Vec::new();
        for head in &outer.paths {
            paths.extend(list.paths.iter().map(|tail| join(head, tail)));
        }
        Chain { paths, ..outer }
    }

    /// `Article 7, paragraphs 2 to 4`, `Art. 11, para. 2, sub-para. (b)`.
    fn with_parts(&self, mut list: List, kind: CitationKind) -> Chain {
        for _ in 0..DEEPEST {
            let next = list.end + usize::from(self.is_sign(list.end, ",،"));
            let part = self.labelled(next).filter(|part| matches!(part.label, Label::Paragraph | Label::Subparagraph));
            let inner = part.and_then(|part| self.list(part.next, part.label, part.many));
            // "Articles 12 and 13, paragraph 2": of which of them, only the author knows.
            let one = list.paths.len() == 1;
            let (Some(inner), Some(head), true) = (inner, list.paths.last().cloned(), one) else { break };
            let (behind, linked) = self.skip_of(inner.end);
            if linked && (label(self.word(behind)).is_some() || is_preambular(self.word(behind))) {
                break;
            }
            list.paths.pop();
            list.paths.extend(inner.paths.iter().map(|tail| join(&head, tail)));
            list.end = inner.end;
        }
        Chain { paths: list.paths, kind, end: list.end }
    }

    /// Whether the small words from token `at` on say "of" and not "to": "move Article 17 to the preamble" and
    /// "Article 14, the preamble" name two things.
    fn is_inside(&self, at: usize, end: usize) -> bool {
        let words = || (at..end).map(|token| self.word(token));
        let of = |word: &str| matches!(word, "of" | "in" | "de" | "du" | "del" | "en" | "dans" | "من" | "في");
        !words().any(|word| matches!(word, "to" | "under")) && (!self.is_sign(at, ",") || words().any(of))
    }

    /// The token behind up to three small words such as "of the", and whether there was one.
    fn skip_of(&self, at: usize) -> (usize, bool) {
        let mut next = at;
        let comma = usize::from(self.is_sign(at, ",") && is_of(self.word(at + 1)));
        next += comma;
        while next < at + 3 + comma && (is_of(self.word(next)) || self.is_sign(next, "'’")) {
            next += 1;
        }
        (next, next > at)
    }

    /// `12th preambular paragraph`, `5th and 6th preambular paragraphs`, `twelfth paragraph of the preamble`,
    /// `second paragraph of Article 6`.
    fn ordinals(&self, at: usize) -> Option<Chain> {
        let (number, mut next) = self.ordinal(at)?;
        let mut numbers = vec![number];
        while let Some((is_range, after)) = self.separator(next) {
            let Some((number, after)) = self.ordinal(after).filter(|_| numbers.len() < MOST_ORDINALS) else { break };
            if is_range {
                numbers.extend(numbers.last().map_or(number, |last| last + 1)..number);
            }
            numbers.push(number);
            next = after;
        }
        let before = is_preambular(self.word(next));
        next += usize::from(before);
        let noun = self.word(next).to_lowercase();
        if !is_paragraph_noun(&noun) {
            return None;
        }
        next += 1;
        let recitals = || numbers.iter().map(|n| vec![("recs", "1".to_owned()), ("rec", n.to_string())]).collect();
        if before || noun.starts_with("recital") || noun.starts_with("considérant") {
            return Some(Chain { paths: recitals(), kind: CitationKind::Whole, end: next });
        }
        let (behind, linked) = self.skip_of(next);
        if is_preambular(self.word(behind)) {
            return Some(Chain { paths: recitals(), kind: CitationKind::Whole, end: behind + 1 });
        }
        let outer = self.labelled(behind).filter(|outer| linked && outer.label == Label::Article)?;
        let outer = self.read(outer, 0)?;
        let tails: Vec<Path> = numbers.iter().map(|n| vec![("para", n.to_string())]).collect();
        let paths = outer.paths.iter().flat_map(|head| tails.iter().map(|tail| join(head, tail))).collect();
        Some(Chain { paths, ..outer })
    }

    fn ordinal(&self, at: usize) -> Option<(u32, usize)> {
        match self.token(at)?.kind {
            TokenKind::Number if is_ordinal_ending(self.word(at + 1)) && !self.spaced(at + 1) => {
                Some((self.number(at)?.parse().ok()?, at + 2))
            }
            TokenKind::Word => Some((ordinal(self.word(at))?, at + 1)),
            _ => None,
        }
    }

    /// "Annex I Parties" are a class of States.
    fn is_class(&self, chain: &Chain) -> bool {
        let class = matches!(self.word(chain.end), "Parties" | "Party" | "parties" | "countries" | "Countries");
        class && chain.paths.first().is_some_and(|path| path.len() == 1 && path[0].0 == "annex")
    }
}

/// A part of a clause, its levels set by what it is a part of.
fn join(head: &Path, tail: &Path) -> Path {
    let mut path = head.clone();
    for (name, number) in tail {
        let outer = path.last().map_or("", |(name, _)| *name);
        let name = match (outer, *name) {
            ("para", "para") => "subpara",
            ("subpara", "subpara" | "para") => "point",
            (_, name) => name,
        };
        path.push((name, number.clone()));
    }
    path
}

/// A number that was put between two others, or a part: `11bis`, `7(1)`.
fn is_inserted(path: &Path) -> bool {
    path.len() > 1 || path.iter().any(|(_, number)| number.trim_start_matches(|c: char| c.is_ascii_digit()).len() > 1)
}

fn recital(path: Path) -> Option<Path> {
    let number = path.last().map(|(_, number)| number.clone())?;
    Some(vec![("recs", "1".to_owned()), ("rec", number)])
}
