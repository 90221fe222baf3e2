//! Which paragraphs and sentences of two texts are versions of one another.

use super::super::wording::{Paragraph, Token, tokens};
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::ops::Range;

/// Pairs of words that are compared at once; beyond, sentences are paired first.
pub const WINDOW: usize = 250_000;
/// Pairs of paragraphs or sentences that are tried for likeness; beyond, only those at the same place.
const TRIED: usize = 2_500;
/// The share of words in common, in percent, from which on two paragraphs are versions of one.
const LIKE: usize = 40;

/// A paragraph or a sentence, to be paired with one of the other text.
pub struct Unit<'a> {
    number: Option<&'a str>,
    pub level: usize,
    tokens: Vec<Token<'a>>,
    /// Its words in lower case and in the order of letters, to see how many two have in common.
    bag: Vec<String>,
}

impl<'a> Unit<'a> {
    pub fn of(paragraph: &'a Paragraph) -> Self {
        Self::new(paragraph.number.as_deref(), paragraph.level, tokens(&paragraph.text))
    }

    fn new(number: Option<&'a str>, level: usize, tokens: Vec<Token<'a>>) -> Self {
        let words = tokens.iter().filter(|token| token.is_word);
        let mut bag: Vec<String> = words.map(|token| token.text.to_lowercase()).collect();
        bag.sort_unstable();
        Self { number, level, tokens, bag }
    }

    /// What two units have alike, without their printed numbers.
    fn key(&self) -> Vec<&'a str> {
        self.tokens.iter().map(|token| token.text).collect()
    }

    /// Its printed number and its words.
    pub fn all(&self) -> Vec<Token<'a>> {
        let number = self.number.map(|text| Token { text, spaced: false, is_word: false });
        let first = self.tokens.first().map(|first| Token { spaced: number.is_some(), ..*first });
        number.into_iter().chain(first).chain(self.tokens.iter().skip(1).copied()).collect()
    }

    /// The share of words in common with another, in percent; nothing where it is below what counts.
    fn likeness(&self, other: &Self) -> usize {
        let (long, short) = (self.bag.len().max(other.bag.len()), self.bag.len().min(other.bag.len()));
        if short == 0 || 200 * short / (long + short) < LIKE {
            return 0;
        }
        let (mut at, mut there, mut common) = (0, 0, 0);
        while at < self.bag.len() && there < other.bag.len() {
            match self.bag[at].cmp(&other.bag[there]) {
                std::cmp::Ordering::Less => at += 1,
                std::cmp::Ordering::Greater => there += 1,
                std::cmp::Ordering::Equal => (at, there, common) = (at + 1, there + 1, common + 1),
            }
        }
        let share = 200 * common / (long + short);
        if share < LIKE { 0 } else { share }
    }
}

/// What becomes of a unit: by its place in the old text, in the new one, or in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Gone(usize),
    Come(usize),
    Pair(usize, usize),
}

/// Pairs the units of two texts in their order: those that are equal, and between these those that are alike.
pub fn paired(old: &[Unit], new: &[Unit]) -> Vec<Step> {
    let keys = |units: &'_ [Unit]| -> Vec<String> { units.iter().map(|unit| unit.key().join(" ")).collect() };
    let mut steps = Vec::new();
    let mut gap = (0..0, 0..0);
    for op in capture_diff_slices(Algorithm::Myers, &keys(old), &keys(new)) {
        let (from, to) = (op.old_range(), op.new_range());
        if op.tag() == DiffTag::Equal {
            steps.extend(alike((old, gap.0), (new, gap.1)));
            steps.extend(from.clone().zip(to.clone()).map(|(from, to)| Step::Pair(from, to)));
            gap = (from.end..from.end, to.end..to.end);
        } else {
            gap = (gap.0.start..from.end, gap.1.start..to.end);
        }
    }
    steps.extend(alike((old, gap.0), (new, gap.1)));
    steps
}

/// Pairs units of which none are equal: those with most words in common, none across another pair.
fn alike(old: (&[Unit], Range<usize>), new: (&[Unit], Range<usize>)) -> Vec<Step> {
    let ((old, from), (new, to)) = (old, new);
    let pairs = if from.len() * to.len() <= TRIED {
        best(&old[from.clone()], &new[to.clone()])
    } else {
        let same_place = from.clone().zip(to.clone()).enumerate();
        same_place.filter(|(_, (from, to))| old[*from].likeness(&new[*to]) > 0).map(|(at, _)| (at, at)).collect()
    };
    let mut steps = Vec::new();
    let (mut next_old, mut next_new) = (from.start, to.start);
    for (left, right) in pairs.into_iter().map(|(left, right)| (from.start + left, to.start + right)) {
        steps.extend((next_old..left).map(Step::Gone));
        steps.extend((next_new..right).map(Step::Come));
        steps.push(Step::Pair(left, right));
        (next_old, next_new) = (left + 1, right + 1);
    }
    steps.extend((next_old..from.end).map(Step::Gone));
    steps.extend((next_new..to.end).map(Step::Come));
    steps
}

/// The pairs with most likeness in sum.
fn best(old: &[Unit], new: &[Unit]) -> Vec<(usize, usize)> {
    let likeness: Vec<Vec<usize>> = old.iter().map(|a| new.iter().map(|b| a.likeness(b)).collect()).collect();
    // What pairs can reach from each place to the end.
    let mut reach = vec![vec![0; new.len() + 1]; old.len() + 1];
    for at in (0..old.len()).rev() {
        for there in (0..new.len()).rev() {
            let pair = reach[at + 1][there + 1] + likeness[at][there];
            reach[at][there] = pair.max(reach[at + 1][there]).max(reach[at][there + 1]);
        }
    }
    let mut pairs = Vec::new();
    let (mut at, mut there) = (0, 0);
    while at < old.len() && there < new.len() {
        if likeness[at][there] > 0 && reach[at][there] == reach[at + 1][there + 1] + likeness[at][there] {
            pairs.push((at, there));
            (at, there) = (at + 1, there + 1);
        } else if reach[at][there] == reach[at + 1][there] {
            at += 1;
        } else {
            there += 1;
        }
    }
    pairs
}

/// A stretch of two token lists, and whether its words are compared or replaced as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub old: Range<usize>,
    pub new: Range<usize>,
    pub compared: bool,
}

/// How two paragraphs are taken apart for comparing: at once where they are short, else by pairs of sentences.
pub fn stretches(old: &[Token], new: &[Token]) -> Vec<Stretch> {
    let texts_equal = || old.iter().map(|token| token.text).eq(new.iter().map(|token| token.text));
    if old.len() * new.len() <= WINDOW || texts_equal() {
        return vec![Stretch { old: 0..old.len(), new: 0..new.len(), compared: true }];
    }
    let (from, to) = (sentences(old), sentences(new));
    let olds: Vec<Unit> = from.iter().map(|range| Unit::new(None, 0, old[range.clone()].to_vec())).collect();
    let news: Vec<Unit> = to.iter().map(|range| Unit::new(None, 0, new[range.clone()].to_vec())).collect();
    let (mut at, mut there) = (0, 0);
    let stretch = |step: Step| match step {
        Step::Gone(gone) => {
            at = from[gone].end;
            Stretch { old: from[gone].clone(), new: there..there, compared: false }
        }
        Step::Come(come) => {
            there = to[come].end;
            Stretch { old: at..at, new: to[come].clone(), compared: false }
        }
        Step::Pair(left, right) => {
            (at, there) = (from[left].end, to[right].end);
            let compared = from[left].len() * to[right].len() <= WINDOW || olds[left].key() == news[right].key();
            Stretch { old: from[left].clone(), new: to[right].clone(), compared }
        }
    };
    paired(&olds, &news).into_iter().map(stretch).collect()
}

/// The sentences of a paragraph, each with the sign that ends it.
fn sentences(tokens: &[Token]) -> Vec<Range<usize>> {
    let ends = |token: &Token| matches!(token.text, "." | ";" | ":" | "!" | "?" | "。" | "；" | "؛" | "؟");
    let mut found = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        if ends(token) || at + 1 == tokens.len() {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    found
}
