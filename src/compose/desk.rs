//! The reports that some pages are made of, in order, with what is shared by all pages of their edition. Pages that are
//! listed together see the reports of their desk and no others.

use super::collation::Collation;
use super::edition::Edition;
use super::labels::reading_order;
use crate::model::digest::{Digest, Digested};
use crate::model::gist::Gist;
use crate::model::ids::{ClauseId, DelegationId};
use crate::model::indexes::{Indexes, MentionEntry, StatementEntry};
use crate::model::page::*;
use crate::model::report::{Report, Statement, Target};
use crate::model::view::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

pub struct Desk<'a> {
    edition: &'a Edition<'a>,
    /// The places of its reports in the corpus, in order.
    window: Vec<usize>,
    /// By a report's place on the desk.
    pub reports: Vec<Digested<Gist>>,
    pub cards: Vec<Digested<ReportCard>>,
    pub indexes: Indexes,
    /// Texts as pages and feeds show them.
    bodies: Vec<OnceLock<Digested<LinkedProse>>>,
}

impl<'a> Deref for Desk<'a> {
    type Target = Edition<'a>;

    fn deref(&self) -> &Edition<'a> {
        self.edition
    }
}

impl<'a> Desk<'a> {
    pub fn new(edition: &'a Edition<'a>, window: Vec<usize>, indexes: Indexes) -> Self {
        let reports = window.iter().map(|at| edition.corpus.reports[*at].clone()).collect();
        let cards = window.iter().map(|at| edition.card(*at).clone()).collect();
        let bodies = window.iter().map(|_| OnceLock::new()).collect();
        Self { edition, window, reports, cards, indexes, bodies }
    }

    /// The statement itself, by ids.
    pub fn said(&self, entry: &StatementEntry) -> &Statement {
        &self.reports[entry.report].statements[entry.statement]
    }

    pub fn statements(&self, report: usize) -> &'a [Digested<StatementRow>] {
        self.edition.rows(self.window[report])
    }

    pub fn statement(&self, entry: &StatementEntry) -> Digested<StatementRow> {
        self.statements(entry.report)[entry.statement].clone()
    }

    /// The place of one of its reports in the corpus.
    pub fn place(&self, report: usize) -> usize {
        self.window[report]
    }

    /// A report with its text.
    pub fn text(&self, report: usize) -> Arc<Report> {
        self.texts.report(&self.reports[report])
    }

    /// A report's text with its links and mentions resolved, once for its page and its feed; `text` has it.
    pub fn body(&self, report: usize, text: impl FnOnce(usize) -> Arc<Report>) -> Digested<LinkedProse> {
        let digest = self.reports[report].text;
        let linked = || Digested::of(self.linked_report(&text(report), digest));
        self.bodies[report].get_or_init(linked).clone()
    }

    /// A mention of a target, whose words are not needed before its page is composed.
    pub fn mention(&self, target: &Target, entry: &MentionEntry) -> MentionLine {
        let report = &self.reports[entry.report];
        MentionLine {
            card: self.cards[entry.report].clone(),
            report: report.clone(),
            sentences: report.listed(target).map_or_else(Digest::default, |listed| listed.digest),
            number: entry.mention,
            part: entry.cited.as_ref().map(|id| self.cited(id, report.head.numbers_day).text),
        }
    }

    /// Whom and what a report speaks of.
    pub fn spoken(&self, report: usize) -> Spoken {
        self.spoken_in([report])
    }

    /// Whom and what some reports speak of, taken together.
    pub fn spoken_in(&self, reports: impl IntoIterator<Item = usize>) -> Spoken {
        let mut all = Spoken::default();
        for report in reports.into_iter().map(|report| &self.reports[report]) {
            let delegations = report.delegations().filter(|(_, tally)| tally.is_spoken_of());
            // Who speaks for a group, or is excepted from its words, is spoken of there and takes no position of its own.
            delegations.for_each(|(id, t)| add(&mut all.delegations, id, (t.positions, t.mentions + t.beside)));
            let clauses = report.clauses().filter(|(_, tally)| tally.is_spoken_of());
            clauses.for_each(|(id, tally)| add(&mut all.clauses, id, (tally.positions, tally.mentions)));
        }
        all
    }

    /// Whom and what all reports of the edition speak of.
    pub fn spoken_in_all(&self) -> Spoken {
        let mut all = Spoken::default();
        for (target, t) in self.totals.iter().filter(|(_, tally)| tally.is_spoken_of()) {
            match target {
                Target::Delegation(id) => add(&mut all.delegations, id, (t.positions, t.mentions + t.beside)),
                Target::Clause(id) => add(&mut all.clauses, id, (t.positions, t.mentions)),
            }
        }
        all
    }

    /// Delegations by the positions that they took; those that took none are left out.
    pub fn speakers(&self, counts: &BTreeMap<DelegationId, Count>, most: usize) -> Vec<Counted> {
        let spoke = counts.iter().filter(|(_, (positions, _))| *positions > 0);
        let lines = spoke.map(|(id, (positions, _))| counted(*positions, self.delegation_link(id), None));
        first(lines.collect(), most, &self.collation)
    }

    /// Delegations by how often they are spoken of.
    pub fn named_delegations(&self, counts: &BTreeMap<DelegationId, Count>, most: usize) -> Vec<Counted> {
        let lines = counts.iter().map(|(id, (s, m))| counted(s + m, self.delegation_link(id), None));
        first(lines.collect(), most, &self.collation)
    }

    /// Clauses by how often they are spoken of; equals as one reads them.
    pub fn named_clauses(&self, counts: &BTreeMap<ClauseId, Count>, most: usize) -> Vec<Counted> {
        let known = counts.iter().filter(|(id, _)| self.clause_pages.contains(id));
        let mut clauses: Vec<(&ClauseId, usize)> = known.map(|(id, (s, m))| (id, s + m)).collect();
        clauses.sort_by_cached_key(|(id, count)| (Reverse(*count), &id.instrument, reading_order(&id.eid)));
        let line = |(id, count)| counted(count, self.clause_link(id), self.clause_heading(id));
        clauses.into_iter().take(most).map(line).collect()
    }
}

fn counted(count: usize, link: Link, note: Option<String>) -> Counted {
    Counted { href: link.href, text: link.text, note, count }
}

/// The first lines of a list, the most first.
fn first(mut lines: Vec<Counted>, most: usize, collation: &Collation) -> Vec<Counted> {
    collation.most_first(&mut lines);
    lines.truncate(most);
    lines
}

/// How often something is spoken of: positions taken, and mentions.
pub type Count = (usize, usize);

/// Whom and what one report speaks of, and how often.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    pub delegations: BTreeMap<DelegationId, Count>,
    pub clauses: BTreeMap<ClauseId, Count>,
}

fn add<K: Ord + Clone>(counts: &mut BTreeMap<K, Count>, key: &K, more: Count) {
    let count = counts.entry(key.clone()).or_default();
    *count = (count.0 + more.0, count.1 + more.1);
}
