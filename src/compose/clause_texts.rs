//! A clause's text in each draft that has it, each with what became of it since the one before.

use super::clauses::{Table, draft_links, numbered};
use super::compare::Comparison;
use super::differences::{compare, folded};
use super::edition::Edition;
use super::wording::{Paragraph, paragraphs};
use crate::model::digest::Digested;
use crate::model::ids::{ClauseId, Eid};
use crate::model::instrument::{Clause, Draft};
use crate::model::page::{ClauseTextParts, ClauseWords, LinkedProse, NumberedWords};
use crate::model::view::{ClauseText, Html, TextChanges};

/// The texts of a clause's page; they come newest first. They take `left` elements together; older ones beyond are
/// left to the drafts' own pages.
pub fn views(texts: &[ClauseTextParts], left: usize) -> Vec<ClauseText> {
    let words: Vec<Vec<Paragraph>> = texts.iter().map(all_paragraphs).collect();
    let mut left = left;
    let mut views: Vec<ClauseText> = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let mut changes = texts.get(at + 1).and_then(|older| changes(text, older, (&words[at], &words[at + 1])));
        let fits = takes(&mut left, 10 + 4 * text.words.len());
        if let Some(changes) = &mut changes
            && !takes(&mut left, changes_weight(changes))
        {
            changes.lines.clear();
        }
        let older = texts[at..].iter().zip(&words[at..]).skip(1);
        let same = older.take_while(|(_, older)| **older == words[at]).last();
        views.push(ClauseText {
            draft: text.draft.clone(),
            label: text.label.clone(),
            heading: text.heading.clone(),
            body: if fits || at == 0 { numbered(&text.words) } else { Html::default() },
            note: text.note.clone(),
            unsettled: text.unsettled,
            changes,
            unchanged_since: same.map(|(older, _)| older.draft.date),
        });
    }
    views
}

/// A clause's own words in each draft that has it, newest first.
pub fn of(desk: &Edition, table: &Table, id: &ClauseId) -> Vec<ClauseTextParts> {
    let links = draft_links(desk, table.instrument, None);
    let drafts = table.instrument.drafts.iter().zip(table.texts).zip(links);
    let mut texts: Vec<(&Eid, ClauseTextParts)> = drafts
        .filter_map(|((draft, text), link)| {
            let clause = draft.lasting(&id.eid)?;
            let parts = ClauseTextParts {
                label: desk.label_in(draft, &clause.eid),
                draft: link,
                heading: clause.heading.clone(),
                note: draft.note.clone(),
                words: all_words(draft, clause, text),
                unsettled: draft.unsettled_in(&clause.eid),
                compared: None,
            };
            Some((&clause.eid, parts))
        })
        .collect();
    for at in 1..texts.len() {
        let older = texts[at].1.draft.date;
        let (eid, newer) = &mut texts[at - 1];
        let of_these = |one: &&Comparison| one.link.older.date == older && one.link.newer.date == newer.draft.date;
        newer.compared = table.comparisons.iter().find(of_these).and_then(|one| one.place(eid).cloned());
    }
    texts.into_iter().map(|(_, text)| text).collect()
}

/// A clause's own words and those of its parts: a reader of Article 6 wants all of it.
fn all_words(draft: &Draft, clause: &Clause, text: &Digested<LinkedProse>) -> Vec<NumberedWords> {
    let parts = draft.parts(clause);
    let words = |part: &Clause| NumberedWords {
        number: part.number.clone().filter(|_| part.level > clause.level),
        level: part.level - clause.level,
        words: ClauseWords { text: text.clone(), nodes: part.nodes.clone(), skip: part.skip },
    };
    std::iter::once(clause).chain(parts).map(words).collect()
}

/// Takes so many elements of those left, if there are as many.
fn takes(left: &mut usize, weight: usize) -> bool {
    let rest = left.checked_sub(weight);
    *left = rest.unwrap_or(*left);
    rest.is_some()
}

fn changes_weight(changes: &TextChanges) -> usize {
    10 + changes.lines.iter().map(|line| 1 + 2 * line.runs.len()).sum::<usize>()
}

/// What became of a text since an older one; none where it is the same.
fn changes(
    text: &ClauseTextParts,
    older: &ClauseTextParts,
    words: (&[Paragraph], &[Paragraph]),
) -> Option<TextChanges> {
    let (new, old) = words;
    let found = (new != old).then(|| compare(old, new)).filter(|found| !found.is_same())?;
    Some(TextChanges {
        older: older.draft.clone(),
        inserted: found.inserted,
        deleted: found.deleted,
        before: older.unsettled,
        lines: folded(&found.lines),
        href: text.compared.clone(),
    })
}

/// The heading, then all paragraphs, each beside its printed number.
fn all_paragraphs(text: &ClauseTextParts) -> Vec<Paragraph> {
    let heading = text.heading.iter().map(|heading| Paragraph { number: None, level: 0, text: heading.clone() });
    heading.chain(text.words.iter().flat_map(part_paragraphs)).collect()
}

fn part_paragraphs(part: &NumberedWords) -> Vec<Paragraph> {
    let mut texts = paragraphs(&part.words);
    if texts.is_empty() && part.number.is_some() {
        texts.push(String::new());
    }
    let paragraph = |(at, text): (usize, String)| {
        let number = part.number.clone().filter(|_| at == 0);
        Paragraph { number, level: part.level, text }
    };
    texts.into_iter().enumerate().map(paragraph).collect()
}
