//! What search knows of reports: each one's words; and, of some that follow each other, which has what.

use super::words::words;
use crate::model::gist::{Gist, Tally};
use crate::model::prose::{NodeKind, Tag};
use crate::model::report::{Place, Report, Target};
use crate::model::search::*;
use std::collections::BTreeMap;

/// How often a word stands in a report that has something to say on it.
const OFTEN: usize = 3;

/// A report's words: of all that its page shows as its own.
pub fn terms(report: &Report) -> Terms {
    let mut found = Found::default();
    let head = &report.head;
    found.take(&head.title, Weight::First);
    for text in head.summary.iter() {
        found.take(text, Weight::Often);
    }
    let corrections = head.corrections.iter().map(|correction| &correction.text);
    for text in head.authors.iter().chain(corrections) {
        found.take(text, Weight::Once);
    }
    // Who speaks, and on what, as the first lines of statements say it.
    for mention in report.mentions.iter().filter(|mention| matches!(mention.place, Place::Statement { .. })) {
        found.take(&mention.surface, Weight::Once);
    }
    for unit in &report.prose.units {
        let opens = &report.prose.nodes[report.prose.passages[unit.passage].node].kind;
        let is_heading = matches!(opens, NodeKind::Open(Tag::Heading { .. }));
        found.take(&unit.text, if is_heading { Weight::Often } else { Weight::Once });
    }
    found.terms()
}

/// Words as they were found, one behind the other.
#[derive(Default)]
struct Found {
    text: String,
    words: Vec<(usize, usize, Weight)>,
}

impl Found {
    fn take(&mut self, text: &str, weight: Weight) {
        words(text, &mut |word| {
            let start = self.text.len();
            self.text.push_str(word);
            self.words.push((start, self.text.len(), weight));
        });
    }

    fn terms(mut self) -> Terms {
        let text = &self.text;
        self.words.sort_unstable_by_key(|(start, end, _)| &text[*start..*end]);
        let same =
            |one: &(usize, usize, Weight), other: &(usize, usize, Weight)| text[one.0..one.1] == text[other.0..other.1];
        let term = |same: &[(usize, usize, Weight)]| {
            let heaviest = same.iter().map(|(_, _, weight)| *weight).max().unwrap_or_default();
            let often = if same.len() < OFTEN { Weight::Once } else { Weight::Often };
            (text[same[0].0..same[0].1].into(), heaviest.max(often))
        };
        Terms(self.words.chunk_by(same).map(term).collect())
    }
}

/// Some reports that follow each other, turned round.
pub fn block(reports: &[(&Gist, &Terms)]) -> Block {
    let marks: Vec<BTreeMap<String, Weight>> = reports.iter().map(|(gist, _)| marks(gist)).collect();
    let mut all: Vec<(&str, usize, Weight)> = Vec::new();
    for (place, ((_, terms), marks)) in reports.iter().zip(&marks).enumerate() {
        all.extend(terms.0.iter().map(|(term, weight)| (&**term, place, *weight)));
        all.extend(marks.iter().map(|(mark, weight)| (mark.as_str(), place, *weight)));
    }
    all.sort_unstable();
    let same = all.chunk_by(|one, other| one.0 == other.0);
    Block::new(same.map(|same| (same[0].0, same.iter().map(|(_, place, weight)| (*place, *weight)).collect())))
}

/// Whom, what, where and how a report speaks.
fn marks(gist: &Gist) -> BTreeMap<String, Weight> {
    let mut marks = BTreeMap::new();
    for (target, tally) in gist.tallies.iter().filter(|(_, tally)| tally.is_named()) {
        let mark = match target {
            Target::Delegation(id) => delegation_mark(id),
            Target::Clause(id) => clause_mark(id),
        };
        marks.insert(mark, weight(*tally));
    }
    let stances = gist.statements.iter().filter_map(|statement| statement.stance.as_ref());
    marks.extend(stances.map(|stance| (stance_mark(stance), Weight::Once)));
    marks.insert(conference_mark(&gist.head.conference), Weight::Once);
    marks
}

fn weight(tally: Tally) -> Weight {
    match tally {
        Tally { positions: 1.., .. } => Weight::First,
        Tally { mentions: OFTEN.., .. } => Weight::Often,
        _ => Weight::Once,
    }
}
