//! The first use of each of a glossary's terms in a report.

use super::sentences;
use crate::model::glossary::Glossary;
use crate::model::ids::Lang;
use crate::model::prose::{NodeKind, Prose, Tag, Unit};
use crate::model::report::{Place, Report, TermUse};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The first use of each term, in the text's order. A use is the term as it is written, as words of their own; none
/// stands in a heading, a link, code or a mention: names of delegations and clauses lead where they lead.
pub fn term_uses(report: &Report, glossary: &Glossary, first: &Lang) -> Vec<TermUse> {
    let names = names(glossary, &report.head.lang, first);
    let linked = linked(&report.prose);
    let mentions = mentions(report);
    let mut seen = BTreeSet::new();
    let mut uses = Vec::new();
    for (at, unit) in report.prose.units.iter().enumerate() {
        let passage = &report.prose.passages[unit.passage];
        if matches!(report.prose.nodes[passage.node].kind, NodeKind::Open(Tag::Heading { .. })) {
            continue;
        }
        let taken = mentions.get(&at).map_or(&[][..], Vec::as_slice);
        let is_free = |range: &Range<usize>| {
            let apart = taken.iter().all(|other| range.end <= other.start || other.end <= range.start);
            apart && unit.pieces_in(range).all(|piece| piece.searched && !linked.contains(&piece.node))
        };
        for (range, term) in found(&unit.text, &names) {
            if is_free(&range) && seen.insert(term) {
                uses.push(TermUse { term, passage: unit.passage, unit: at, sentence: sentence(unit, &range), range });
            }
        }
    }
    uses
}

/// Every way to write a term, and which term it is. Apostrophes are curved in texts and often straight in YAML.
fn names(glossary: &Glossary, lang: &Lang, first: &Lang) -> Vec<(String, usize)> {
    let mut names = Vec::new();
    for (at, term) in glossary.terms.iter().enumerate() {
        let Some((_, words)) = term.in_language(lang, first) else { continue };
        for name in std::iter::once(&words.term).chain(&words.aliases).filter(|name| !name.is_empty()) {
            names.push((name.replace('\'', "’"), at));
        }
    }
    names
}

/// Where the names stand in a text: of those that overlap the one that begins first, of these the longest.
fn found(text: &str, names: &[(String, usize)]) -> Vec<(Range<usize>, usize)> {
    let mut all: Vec<(Range<usize>, usize)> = Vec::new();
    for (name, term) in names {
        let ranges = text.match_indices(name.as_str()).map(|(at, _)| at..at + name.len());
        all.extend(ranges.filter(|range| stands_alone(text, range)).map(|range| (range, *term)));
    }
    all.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    all.retain(|(range, _)| {
        let is_free = range.start >= end;
        if is_free {
            end = range.end;
        }
        is_free
    });
    all
}

/// Whether words begin and end where a range does. A hyphen joins words; Chinese and Japanese put nothing between.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let without_spaces = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
    let joins = |c: Option<char>| {
        c.is_some_and(|c| (c.is_alphanumeric() && !without_spaces(c)) || matches!(c, '-' | '‑' | '_'))
    };
    !joins(text[..range.start].chars().next_back()) && !joins(text[range.end..].chars().next())
}

/// The nodes inside links.
fn linked(prose: &Prose) -> BTreeSet<usize> {
    let mut inside = false;
    let mut linked = BTreeSet::new();
    for (at, node) in prose.nodes.iter().enumerate() {
        match node.kind {
            NodeKind::Open(Tag::Link { .. }) => inside = true,
            NodeKind::Close(Tag::Link { .. }) => inside = false,
            _ if inside => drop(linked.insert(at)),
            _ => {}
        }
    }
    linked
}

/// Ranges of the mentions in each unit.
fn mentions(report: &Report) -> BTreeMap<usize, Vec<Range<usize>>> {
    let mut mentions: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
    for mention in &report.mentions {
        if let Place::Prose { unit, range, .. } = &mention.place {
            mentions.entry(*unit).or_default().push(range.clone());
        }
    }
    mentions
}

fn sentence(unit: &Unit, range: &Range<usize>) -> Range<usize> {
    let sentences = sentences::sentences(&unit.text);
    let around = sentences.into_iter().find(|sentence| range.start < sentence.end);
    around.map_or(0..unit.text.len(), |around| around.start.min(range.start)..around.end.max(range.end))
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn a_term_is_found_as_words_of_its_own() {
        let names = [("RIO".to_owned(), 0), ("RIO clause".to_owned(), 1), ("paper".to_owned(), 2)];
        let terms = |text: &str| found(text, &names).into_iter().map(|(_, term)| term).collect::<Vec<_>>();
        assert_eq!(terms("The RIO clause, and an RIO."), [1, 0], "the longest first");
        assert_eq!(terms("Rio, RIOs, TRIO, non-paper, paper-thin, rio"), Vec::<usize>::new());
        assert_eq!(terms("“RIO” (paper)"), [0, 2]);
        assert_eq!(terms("关于RIO的条款"), [0]);
    }
}
