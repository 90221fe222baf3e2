//! Two texts of a clause compared by words. Pure: no draft, no clause, no page.
//!
//! Paragraphs are paired first, then the words within each pair compared, so that words of unrelated paragraphs are
//! never woven together. Where two paragraphs are too long to compare all their words at once, their sentences are
//! paired in between: the work grows with the texts and not with their product.

mod pairing;
#[cfg(test)]
mod tests;

use self::pairing::{Step, Unit, paired, stretches};
use super::wording::{Paragraph, Token};
use crate::model::view::{MarkedLine, MarkedRun, RunKind};
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// Marks in one comparison; with more, short stretches between marks are marked too.
const MARKS: usize = 120;
/// Paragraphs in one comparison; further ones are strung together.
const LINES: usize = 100;

/// What became of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Both texts woven into one.
    pub lines: Vec<MarkedLine>,
    /// Words, printed numbers left out.
    pub inserted: usize,
    pub deleted: usize,
}

/// Compares two texts; either may be empty.
pub fn compare(old: &[Paragraph], new: &[Paragraph]) -> Differences {
    let old: Vec<Unit> = old.iter().map(Unit::of).collect();
    let new: Vec<Unit> = new.iter().map(Unit::of).collect();
    let line = |step: Step| match step {
        Step::Gone(at) => (old[at].level, vec![Piece::new(RunKind::Deleted, &old[at].all())]),
        Step::Come(at) => (new[at].level, vec![Piece::new(RunKind::Inserted, &new[at].all())]),
        Step::Pair(from, to) => (new[to].level, rewritten(&old[from], &new[to])),
    };
    let lines = paired(&old, &new).into_iter().map(line).collect();
    put_together(few(strung(lines)))
}

impl Differences {
    pub fn is_same(&self) -> bool {
        !self.lines.iter().any(is_changed)
    }
}

/// One of the two texts that were woven together: the older without what was inserted, the newer without what was
/// deleted.
pub fn side(lines: &[MarkedLine], without: RunKind) -> Vec<MarkedLine> {
    let of_it = |line: &&MarkedLine| line.runs.is_empty() || line.runs.iter().any(|run| run.kind != without);
    let shown = |line: &MarkedLine| MarkedLine {
        level: line.level,
        runs: line.runs.iter().filter(|run| run.kind != without).cloned().collect(),
    };
    lines.iter().filter(of_it).map(shown).collect()
}

fn is_changed(line: &MarkedLine) -> bool {
    line.runs.iter().any(|run| run.kind != RunKind::Same)
}

/// Marked paragraphs, those left out that did not change and stand beside none that did; a line without runs stands
/// where some are left out.
pub fn folded(lines: &[MarkedLine]) -> Vec<MarkedLine> {
    let near = |at: usize| lines[at.saturating_sub(1)..lines.len().min(at + 2)].iter().any(is_changed);
    let mut kept: Vec<MarkedLine> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if near(at) {
            kept.push(line.clone());
        } else if kept.last().is_none_or(|last| !last.runs.is_empty()) {
            kept.push(MarkedLine { level: 0, runs: Vec::new() });
        }
    }
    kept
}

/// Some words to which one thing happened.
#[derive(Clone, Debug)]
struct Piece<'a> {
    kind: RunKind,
    tokens: Vec<Token<'a>>,
    /// The same words as the older text has them: spaces may differ.
    older: Vec<Token<'a>>,
}

impl<'a> Piece<'a> {
    fn new(kind: RunKind, tokens: &[Token<'a>]) -> Self {
        Self { kind, tokens: tokens.to_vec(), older: tokens.to_vec() }
    }

    fn words(&self) -> usize {
        self.tokens.iter().filter(|token| token.is_word).count()
    }
}

/// A paragraph's level and its words.
type Line<'a> = (usize, Vec<Piece<'a>>);

/// A paragraph that became another.
fn rewritten<'a>(old: &Unit<'a>, new: &Unit<'a>) -> Vec<Piece<'a>> {
    let (old, new) = (old.all(), new.all());
    let mut pieces = Vec::new();
    for stretch in stretches(&old, &new) {
        let (from, to) = (&old[stretch.old], &new[stretch.new]);
        if stretch.compared {
            compared(from, to, &mut pieces);
        } else {
            add(&mut pieces, RunKind::Deleted, from);
            add(&mut pieces, RunKind::Inserted, to);
        }
    }
    pieces
}

/// Adds words to the last piece where the same happened to it, else as a piece of their own.
fn add<'a>(pieces: &mut Vec<Piece<'a>>, kind: RunKind, tokens: &[Token<'a>]) {
    push(pieces, Piece::new(kind, tokens));
}

fn push<'a>(pieces: &mut Vec<Piece<'a>>, piece: Piece<'a>) {
    match pieces.last_mut().filter(|last| last.kind == piece.kind) {
        _ if piece.tokens.is_empty() => {}
        Some(last) => {
            last.tokens.extend(piece.tokens);
            last.older.extend(piece.older);
        }
        None => pieces.push(piece),
    }
}

/// Two runs of words, word by word.
fn compared<'a>(old: &[Token<'a>], new: &[Token<'a>], pieces: &mut Vec<Piece<'a>>) {
    let texts = |tokens: &[Token<'a>]| -> Vec<&'a str> { tokens.iter().map(|token| token.text).collect() };
    for op in capture_diff_slices(Algorithm::Myers, &texts(old), &texts(new)) {
        if op.tag() == DiffTag::Equal {
            let older = old[op.old_range()].to_vec();
            push(pieces, Piece { older, ..Piece::new(RunKind::Same, &new[op.new_range()]) });
        } else {
            add(pieces, RunKind::Deleted, &old[op.old_range()]);
            add(pieces, RunKind::Inserted, &new[op.new_range()]);
        }
    }
}

/// Paragraphs beyond the most that are shown, put behind the last.
fn strung(mut lines: Vec<Line>) -> Vec<Line> {
    let further = lines.split_off(lines.len().min(LINES));
    let Some((_, last)) = lines.last_mut() else { return lines };
    for (_, mut pieces) in further {
        pieces.iter_mut().take(1).flat_map(|piece| piece.tokens.first_mut()).for_each(|first| first.spaced = true);
        pieces.iter().for_each(|piece| add(last, piece.kind, &piece.tokens));
    }
    lines
}

/// Marks short stretches between marks too, until there are few enough marks to read.
fn few(lines: Vec<Line>) -> Vec<Line> {
    let mut short = 0;
    loop {
        let settled: Vec<Line> = lines.iter().map(|(level, pieces)| (*level, settled(pieces, short))).collect();
        let marks = settled.iter().flat_map(|(_, pieces)| pieces).filter(|piece| piece.kind != RunKind::Same).count();
        if marks <= MARKS || short > 1_000 {
            return settled;
        }
        short = 2 * short + 1;
    }
}

/// Whether the stretch at `at` between two changes is too short to be read as one: signs alone, up to `short` words, or
/// a word or two that unrelated words have in common.
fn is_short(pieces: &[Piece], at: usize, short: usize) -> bool {
    let words = pieces[at].words();
    let changed = |piece: &&Piece| piece.kind != RunKind::Same;
    let before = pieces[..at].iter().rev().take_while(changed).map(Piece::words).max();
    let behind = pieces[at + 1..].iter().take_while(changed).map(Piece::words).max();
    let (Some(before), Some(behind)) = (before, behind) else { return false };
    words <= short || 4 * words < before + behind
}

/// A paragraph's pieces, each change as what was deleted and then what was inserted; short stretches between two changes
/// are a part of them.
fn settled<'a>(pieces: &[Piece<'a>], short: usize) -> Vec<Piece<'a>> {
    let mut out = Vec::new();
    let (mut deleted, mut inserted) = (Vec::new(), Vec::new());
    for (at, piece) in pieces.iter().enumerate() {
        if piece.kind == RunKind::Same && !is_short(pieces, at, short) {
            add(&mut out, RunKind::Deleted, &std::mem::take(&mut deleted));
            add(&mut out, RunKind::Inserted, &std::mem::take(&mut inserted));
            add(&mut out, RunKind::Same, &piece.tokens);
            continue;
        }
        if piece.kind != RunKind::Inserted {
            deleted.extend_from_slice(&piece.older);
        }
        if piece.kind != RunKind::Deleted {
            inserted.extend_from_slice(&piece.tokens);
        }
    }
    add(&mut out, RunKind::Deleted, &deleted);
    add(&mut out, RunKind::Inserted, &inserted);
    out
}

/// Words as text, counted.
fn put_together(lines: Vec<Line>) -> Differences {
    let mut all = Differences::default();
    for (level, pieces) in lines {
        for piece in &pieces {
            match piece.kind {
                RunKind::Same => {}
                RunKind::Inserted => all.inserted += piece.words(),
                RunKind::Deleted => all.deleted += piece.words(),
            }
        }
        let mut runs: Vec<MarkedRun> = pieces.iter().map(run).collect();
        // What follows a deleted beginning began a line itself, and now stands behind words.
        if runs.first().is_some_and(|first| first.kind == RunKind::Deleted) {
            runs.iter_mut().skip(1).take(1).for_each(|second| second.spaced = true);
        }
        all.lines.push(MarkedLine { level, runs });
    }
    all
}

fn run(piece: &Piece) -> MarkedRun {
    let mut text = String::new();
    for token in &piece.tokens {
        if token.spaced && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(token.text);
    }
    MarkedRun { kind: piece.kind, text, spaced: piece.tokens.first().is_some_and(|first| first.spaced) }
}
