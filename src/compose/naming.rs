//! Whom and what reports have to do with: how often, which reports these are, and who and what has a page therefore.

use super::edition::Edition;
use crate::model::corpus::Corpus;
use crate::model::digest::Digest;
use crate::model::gist::{Gist, Tally};
use crate::model::ids::{ClauseId, DelegationId};
use crate::model::report::Target;
use std::collections::{BTreeMap, BTreeSet};

/// The reports that have to do with a target.
#[derive(Default)]
pub struct Naming {
    /// Their places in the corpus, in order.
    pub reports: Vec<usize>,
    /// Of what each has listed under the target.
    pub listed: Vec<Digest>,
}

/// How often each target is spoken of, and by which reports.
pub fn totals(corpus: &Corpus) -> (BTreeMap<Target, Tally>, BTreeMap<Target, Naming>) {
    let mut all: BTreeMap<&Target, (Tally, Naming)> = BTreeMap::new();
    for (at, report) in corpus.reports.iter().enumerate() {
        for (target, tally, listed) in tallied(report) {
            let (total, naming) = all.entry(target).or_default();
            total.add(tally);
            naming.reports.push(at);
            naming.listed.push(listed);
        }
    }
    let (mut totals, mut namings) = (BTreeMap::new(), BTreeMap::new());
    for (target, (total, naming)) in all {
        totals.insert(target.clone(), total);
        namings.insert(target.clone(), naming);
    }
    (totals, namings)
}

/// All targets of a report, with the digest of what is listed under each.
pub fn tallied(report: &Gist) -> impl Iterator<Item = (&Target, Tally, Digest)> {
    // Both are in the order of targets.
    let mut listed = report.listed.iter().peekable();
    report.tallies.iter().map(move |(target, tally)| {
        while listed.next_if(|one| one.target < *target).is_some() {}
        let own = listed.next_if(|one| one.target == *target);
        (target, *tally, own.map_or_else(Digest::default, |one| one.digest))
    })
}

/// Clauses that have a page: all of the drafts, and for an instrument without drafts all that are cited.
pub fn clause_pages(corpus: &Corpus, totals: &BTreeMap<Target, Tally>) -> BTreeSet<ClauseId> {
    let mut pages = BTreeSet::new();
    for instrument in &corpus.instruments {
        let clauses = instrument.drafts.iter().flat_map(|draft| &draft.clauses);
        pages.extend(clauses.map(|clause| ClauseId { instrument: instrument.id.clone(), eid: clause.lasting.clone() }));
        if instrument.drafts.is_empty() {
            let cited = totals.keys().filter_map(|target| match target {
                Target::Clause(id) => Some(id),
                Target::Delegation(_) => None,
            });
            pages.extend(cited.filter(|id| id.instrument == instrument.id).cloned());
        }
    }
    pages.extend(corpus.clause_words.keys().cloned());
    pages
}

/// Delegations that have a page: whoever is named, and whoever a group spoke for.
pub fn delegation_pages(corpus: &Corpus, totals: &BTreeMap<Target, Tally>) -> BTreeSet<DelegationId> {
    let named = totals.keys().filter_map(|target| match target {
        Target::Delegation(id) => Some(id),
        Target::Clause(_) => None,
    });
    let all = named.chain(corpus.delegation_words.keys());
    all.filter(|id| corpus.registry.delegations.contains_key(*id)).cloned().collect()
}

/// By a clause the places of the reports in which something was said on an issue that concerns it, in order.
pub fn on_issues(edition: &Edition) -> BTreeMap<ClauseId, Vec<usize>> {
    let mut all: BTreeMap<ClauseId, Vec<usize>> = BTreeMap::new();
    for conference in &edition.corpus.conferences {
        for issue in &conference.issues {
            let on_it = |at: &usize| edition.corpus.reports[*at].is_on(&issue.id);
            let reports: Vec<usize> = edition.reports_of(conference).filter(on_it).collect();
            for clause in issue.clauses.iter().flat_map(ClauseId::with_parents) {
                all.entry(clause).or_default().extend(&reports);
            }
        }
    }
    for reports in all.values_mut() {
        reports.sort_unstable();
        reports.dedup();
    }
    all
}
