//! Differences by example, and that their cost grows with the texts.

use super::super::wording::{Paragraph, tokens};
use super::pairing::{WINDOW, stretches};
use super::{Differences, MARKS, compare, folded, side};
use crate::model::view::{MarkedLine, RunKind};

fn text(paragraphs: &[&str]) -> Vec<Paragraph> {
    let paragraph = |text: &&str| match text.split_once('|') {
        Some((number, text)) => Paragraph { number: Some(number.to_owned()), level: 1, text: text.to_owned() },
        None => Paragraph { number: None, level: 0, text: (*text).to_owned() },
    };
    paragraphs.iter().map(paragraph).collect()
}

/// Marks as `{+inserted+}` and `{-deleted-}`.
fn plain(lines: &[MarkedLine]) -> Vec<String> {
    let line = |line: &MarkedLine| {
        let mut text = String::new();
        for run in &line.runs {
            text.push_str(if run.spaced { " " } else { "" });
            text.push_str(&match run.kind {
                RunKind::Same => run.text.clone(),
                RunKind::Inserted => format!("{{+{}+}}", run.text),
                RunKind::Deleted => format!("{{-{}-}}", run.text),
            });
        }
        text
    };
    lines.iter().map(line).collect()
}

fn said(old: &[&str], new: &[&str]) -> Vec<String> {
    plain(&compare(&text(old), &text(new)).lines)
}

#[test]
fn words_are_marked() {
    assert_eq!(
        said(&["A State shall not authorize any transfer."], &["A State Party may authorize no transfer."]),
        ["A State {-shall not-} {+Party may+} authorize {-any-} {+no+} transfer."]
    );
    assert_eq!(said(&["Arms, and parts."], &["Arms and parts."]), ["Arms{-,-} and parts."]);
    assert_eq!(said(&["Option 1: Arms."], &["Arms."]), ["{-Option 1:-} Arms."]);
    assert_eq!(said(&[], &["New."]), ["{+New.+}"]);
    assert_eq!(said(&["Old."], &[]), ["{-Old.-}"]);
    assert_eq!(said(&[], &[]), Vec::<String>::new());
}

#[test]
fn paragraphs_are_paired_before_their_words() {
    let old = ["1|Tanks of all kinds;", "2|Ships;", "3|The end."];
    let new = ["1|Tanks of all kinds;", "2|Small arms and light weapons;", "3|Ships;", "4|Whatever follows."];
    assert_eq!(
        said(&old, &new),
        [
            "1 Tanks of all kinds;",
            "{+2 Small arms and light weapons;+}",
            "{-2-} {+3+} Ships;",
            "{-3 The end.-}",
            "{+4 Whatever follows.+}"
        ]
    );
}

#[test]
fn both_sides_of_a_comparison_are_the_two_texts() {
    let old = text(&["One two, three.", "a|Four five.", "Six seven eight nine."]);
    let new = text(&["One, three two.", "Six seven eight or nine.", "b|Ten."]);
    let found = compare(&old, &new);
    let joined = |lines: &[MarkedLine]| -> Vec<String> {
        let words = |line: &MarkedLine| line.runs.iter().map(|run| run.text.replace(' ', "")).collect::<String>();
        lines.iter().map(words).collect()
    };
    let whole = |paragraphs: &[Paragraph]| -> Vec<String> {
        let joined = |p: &Paragraph| format!("{}{}", p.number.as_deref().unwrap_or_default(), p.text.replace(' ', ""));
        paragraphs.iter().map(joined).collect()
    };
    assert_eq!(joined(&side(&found.lines, RunKind::Inserted)), whole(&old));
    assert_eq!(joined(&side(&found.lines, RunKind::Deleted)), whole(&new));
    let count = |kind| {
        let runs = found.lines.iter().flat_map(|line| &line.runs).filter(|run| run.kind == kind);
        runs.map(|run| tokens(&run.text).iter().filter(|token| token.is_word).count()).sum::<usize>()
    };
    // The printed numbers `a` and `b` are marked but are no words.
    assert_eq!((found.inserted + 1, found.deleted + 1), (count(RunKind::Inserted), count(RunKind::Deleted)));
}

#[test]
fn what_did_not_change_is_folded() {
    let old = text(&["One.", "Two.", "Three.", "Four.", "Five.", "Six."]);
    let new = text(&["One.", "Two.", "Three.", "Four.", "Five.", "Six seven."]);
    assert_eq!(plain(&folded(&compare(&old, &new).lines)), ["", "Five.", "Six {+seven+}."]);
    assert!(compare(&old, &old).is_same());
    assert_eq!(folded(&compare(&old, &old).lines).len(), 1);
}

/// A text of some size out of few or many words, in one paragraph, with a sentence's end now and then or never.
fn long(words: usize, vocabulary: usize, sentence: usize, seed: usize) -> String {
    let mut state = seed;
    let mut text = String::new();
    for at in 1..=words {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push_str(&format!("w{}", (state >> 33) % vocabulary));
        text.push_str(if at % sentence == 0 { ". " } else { " " });
    }
    text
}

/// How many pairs of words are compared at the most for two texts.
fn work(old: &str, new: &str) -> usize {
    let compared = |s: &super::pairing::Stretch| if s.compared { s.old.len() * s.new.len() } else { 0 };
    stretches(&tokens(old), &tokens(new)).iter().map(compared).sum()
}

#[test]
fn work_grows_with_the_texts_and_not_with_their_product() {
    for (vocabulary, sentence) in [(2, 20), (50, 20), (50, 400), (5_000, 30), (50, usize::MAX)] {
        let sizes = [5_000, 10_000, 20_000, 40_000];
        let pair = |words: usize| (long(words, vocabulary, sentence, 1), long(words, vocabulary, sentence, 2));
        let works: Vec<usize> = sizes.iter().map(|words| pair(*words)).map(|(old, new)| work(&old, &new)).collect();
        for (words, work) in sizes.iter().zip(&works) {
            // A stretch is of 500 words by 500 at the most, or longer on one side and shorter on the other.
            assert!(*work <= WINDOW / 500 * 2 * 2 * words, "{vocabulary} {sentence}: {works:?}");
        }
    }
}

#[test]
fn texts_of_100_kilobytes_are_compared_and_their_marks_stay_few() {
    for (vocabulary, sentence) in [(2, 20), (50, usize::MAX), (5_000, 30)] {
        let (old, new) = (long(35_000, vocabulary, sentence, 1), long(35_000, vocabulary, sentence, 2));
        assert!(old.len() > 100_000);
        let edited = old.replacen("w1 ", "other ", 300);
        for new in [new, edited] {
            let found = compare(&text(&[&old]), &text(&[&new]));
            assert!(!found.is_same() && marks(&found) <= MARKS, "{} marks", marks(&found));
        }
    }
    let many = |word: &str| (0..5_000).map(|at| format!("{word}{at} stands here.")).collect::<Vec<_>>();
    let (old, new) = (many("a"), many("b"));
    let borrowed = |all: &[String]| text(&all.iter().map(String::as_str).collect::<Vec<_>>());
    let found = compare(&borrowed(&old), &borrowed(&new));
    assert!(found.lines.len() <= 100 && marks(&found) <= 2 * MARKS, "{} marks", marks(&found));
}

fn marks(found: &Differences) -> usize {
    found.lines.iter().flat_map(|line| &line.runs).filter(|run| run.kind != RunKind::Same).count()
}
