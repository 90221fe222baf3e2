//! Report → gist: what is listed under whom and what, and how often. Registry and report decide it alone, so that it is
//! made once for each report and kept.

use crate::model::date::Date;
use crate::model::delegation::Registry;
use crate::model::digest::Digest;
use crate::model::gist::*;
use crate::model::ids::{ClauseId, DelegationId};
use crate::model::report::{Mention, Place, Report, Statement, Target, TextLink};
use std::collections::{BTreeMap, BTreeSet};

/// A report's gist; `sentences` are its own.
pub fn gist(report: &Report, sentences: &Sentences, registry: &Registry) -> Gist {
    let anchor = |passage: usize| report.prose.passages[passage].anchor.clone();
    let listed = listed(report, sentences);
    let (references, quoted) = references(report);
    let anchors: Vec<String> = report.statements.iter().map(|statement| anchor(statement.passage)).collect();
    Gist {
        head: report.head.clone(),
        said: Digest::of_value(&(&report.head, &report.statements, &anchors)),
        anchors,
        tallies: tallies(report, &listed, registry),
        listed,
        mentions: report.mentions.len(),
        references,
        quoted,
        terms: report.terms.iter().map(|found| TermPlace { term: found.term, anchor: anchor(found.passage) }).collect(),
        statements: report.statements.clone(),
        text: Digest::default(),
    }
}

/// A report's mentions in their sentences.
pub fn sentences(report: &Report) -> Sentences {
    let mut all = Sentences::default();
    let mut known: BTreeMap<usize, usize> = BTreeMap::new();
    for mention in &report.mentions {
        let (text, sentence, words) = match &mention.place {
            Place::Prose { unit, range, sentence, .. } => {
                let shown = report.prose.units[*unit].shown();
                let places = (shown.range(sentence), shown.range(range));
                let at = *known.entry(*unit).or_insert_with(|| {
                    all.texts.push(shown.text.into_owned());
                    all.texts.len() - 1
                });
                (at, places.0, places.1)
            }
            Place::Statement { .. } | Place::FrontMatter => {
                all.texts.push(mention.surface.clone());
                (all.texts.len() - 1, 0..mention.surface.len(), 0..mention.surface.len())
            }
        };
        all.mentions.push(Sentence {
            anchor: mention.place.passage().map(|passage| report.prose.passages[passage].anchor.clone()),
            text,
            sentence,
            words,
            is_listed: mention.place == Place::FrontMatter,
        });
    }
    all
}

/// Mentions under their targets. A sentence that names somebody twice is one entry; a name in a statement's first line
/// is none, for the statement itself is listed.
fn listed(report: &Report, sentences: &Sentences) -> Vec<Listed> {
    let mut seen = BTreeSet::new();
    let mut by_target: BTreeMap<Target, Vec<ListedMention>> = BTreeMap::new();
    for (number, mention) in report.mentions.iter().enumerate() {
        let sentence = match &mention.place {
            Place::Statement { .. } => continue,
            Place::FrontMatter => None,
            Place::Prose { unit, sentence, .. } => Some((*unit, sentence.start)),
        };
        for (target, cited) in listed_under(mention) {
            if seen.insert((target.clone(), sentence)) {
                by_target.entry(target).or_default().push(ListedMention { number, cited });
            }
        }
    }
    let listed = |(target, mentions): (Target, Vec<ListedMention>)| {
        let own = mentions.iter().map(|one| &sentences.mentions[one.number]);
        let own: Vec<_> = own.map(|one| (&one.anchor, sentences.parts(one), one.is_listed)).collect();
        Listed { target, digest: Digest::of_value(&(own, &mentions)), mentions }
    };
    by_target.into_iter().map(listed).collect()
}

/// All that a mention is listed under.
///
/// A mention of Article 6(2) is listed under 6(2) and under 6, because a reader of Article 6 wants all of it; the
/// entry keeps the clause as cited, so that a page can say which part was meant.
fn listed_under(mention: &Mention) -> Vec<(Target, Option<ClauseId>)> {
    let mut under = Vec::new();
    for target in &mention.targets {
        match target {
            Target::Delegation(_) => under.push((target.clone(), None)),
            Target::Clause(id) => {
                under.extend(id.with_parents().map(|up| (Target::Clause(up.clone()), (up != *id).then(|| id.clone()))))
            }
        }
    }
    under
}

fn tallies(report: &Report, listed: &[Listed], registry: &Registry) -> Vec<(Target, Tally)> {
    let mut tallies: BTreeMap<Target, Tally> = BTreeMap::new();
    for one in listed {
        tallies.entry(one.target.clone()).or_default().mentions += one.mentions.len();
    }
    for statement in &report.statements {
        let own = match statement.voice.is_position() {
            true => Tally { positions: 1, ..Tally::default() },
            false => Tally { readings: 1, ..Tally::default() },
        };
        let holders = statement.holders().into_iter().cloned().map(Target::Delegation);
        let clauses: BTreeSet<ClauseId> = statement.clauses.iter().flat_map(ClauseId::with_parents).collect();
        for target in holders.chain(clauses.into_iter().map(Target::Clause)) {
            tallies.entry(target).or_default().add(own);
        }
        beside(statement, report, registry, &mut tallies);
    }
    tallies.into_iter().collect()
}

/// Whom a group's statement concerns beside the group.
fn beside(statement: &Statement, report: &Report, registry: &Registry, tallies: &mut BTreeMap<Target, Tally>) {
    let seen = Tally { beside: 1, beside_positions: usize::from(statement.voice.is_position()), ..Tally::default() };
    let holders = statement.holders();
    for group in &holders {
        let parts = Parts::of((statement, &holders), group, registry, report.head.date);
        let mut add = |id: &DelegationId, tally: Tally| {
            tallies.entry(Target::Delegation(id.clone())).or_default().add(tally);
        };
        parts.spoken.iter().chain(&parts.dissociated).for_each(|id| add(id, seen));
        parts.via.iter().for_each(|id| add(id, Tally::default()));
    }
}

/// The parts that others have in the statement of one holder, if that is a group.
#[derive(Default)]
pub struct Parts {
    pub spoken: BTreeSet<DelegationId>,
    pub dissociated: BTreeSet<DelegationId>,
    pub via: BTreeSet<DelegationId>,
}

/// A statement with those whose it is.
pub type Held<'a> = (&'a Statement, &'a BTreeSet<&'a DelegationId>);

impl Parts {
    /// The parts of all. Membership is that of the report's day.
    pub fn of(held: Held, group: &DelegationId, registry: &Registry, date: Date) -> Self {
        let members = registry.members_on(group, date);
        let named = held.0.who.iter().chain(&held.0.except);
        let mut parts = Self::default();
        for id in named.chain(&members).collect::<BTreeSet<_>>() {
            parts.add(held, id, members.contains(id));
        }
        parts
    }

    /// The parts of one delegation alone.
    pub fn of_one(held: Held, id: &DelegationId, is_member: bool) -> Self {
        let mut parts = Self::default();
        parts.add(held, id, is_member);
        parts
    }

    /// Whoever speaks is listed as the speaker alone, and whoever holds the statement itself needs no group to have
    /// made it.
    fn add(&mut self, (statement, holders): Held, id: &DelegationId, is_member: bool) {
        let is_excepted = statement.except.contains(id);
        // Where the registry has no list, or the list lacks the name, the author's word counts: a finding asked.
        if is_excepted && (holders.len() == 1 || is_member) {
            self.dissociated.insert(id.clone());
        }
        if holders.contains(id) {
            return;
        }
        if statement.who.contains(id) {
            self.spoken.insert(id.clone());
        } else if is_member && !is_excepted && statement.voice.is_position() {
            self.via.insert(id.clone());
        }
    }
}

/// Links of the text itself, and the sentences that they stand in, each once.
fn references(report: &Report) -> (Vec<ReferenceRow>, Vec<String>) {
    let mut known: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut quoted = Vec::new();
    let mut row = |link: &TextLink| {
        let shown = report.prose.units[link.unit].shown();
        let (around, words) = (shown.range(&link.sentence), shown.range(&link.range));
        let sentence = *known.entry((link.unit, link.sentence.start)).or_insert_with(|| {
            quoted.push(shown.text[around.clone()].to_owned());
            quoted.len() - 1
        });
        ReferenceRow {
            dest: link.dest.clone(),
            anchor: report.prose.passages[link.passage].anchor.clone(),
            sentence,
            words: words.start - around.start..words.end - around.start,
        }
    };
    let references = report.text_links.iter().map(&mut row).collect();
    (references, quoted)
}
