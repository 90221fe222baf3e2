//! Citations of clauses that no draft of their instrument has.

use crate::diag::{self, Diagnostic};
use crate::model::ids::{ClauseId, Eid};
use crate::model::lineage::ClauseBook;
use crate::model::manuscript::Written;
use crate::model::report::{Mention, Target};
use crate::model::source::SourcePath;
use std::collections::BTreeSet;

/// Looks up every clause that `mentions`, found in the file `path`, name.
pub fn clauses(path: &SourcePath, mentions: &[Mention], book: &ClauseBook) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for mention in mentions {
        let clauses = mention.targets.iter().filter_map(|target| match target {
            Target::Clause(id) => Some(id),
            Target::Delegation(_) => None,
        });
        let unknown = clauses.filter(|id| !book.accepts(&id.instrument, &id.eid));
        for id in unknown.take(1) {
            let near = nearest(id, book);
            let instrument = id.instrument.as_str();
            let word = match mention.targets.len() {
                1 => format!("`{}`", mention.surface),
                _ => format!("`{}`, cited in `{}`", id.eid, mention.surface),
            };
            findings.push(diag::unknown_clause((path, mention.span), &word, instrument, near.as_deref()));
        }
    }
    findings
}

/// Looks up the clauses that an issue, declared in the file `path`, is said to concern.
pub fn concerned(path: &SourcePath, clauses: &[Written<String>], book: &ClauseBook) -> Vec<Diagnostic> {
    let unknown = clauses.iter().filter_map(|written| {
        let id = ClauseId::read(written.value.trim())?;
        let known = !book.instruments.contains_key(&id.instrument) || book.accepts(&id.instrument, &id.eid);
        (!known).then_some((written, id))
    });
    let finding = |(written, id): (&Written<String>, ClauseId)| {
        let word = format!("`{}`", written.value);
        diag::unknown_clause((path, written.span), &word, id.instrument.as_str(), nearest(&id, book).as_deref())
    };
    unknown.map(finding).collect()
}

/// A clause of the same kind whose number is one slip away: `66` for `6`. Of one digit for another nothing is said.
fn slip(eid: &Eid, eids: &BTreeSet<Eid>) -> Option<String> {
    let (kind, number) = eid.as_str().rsplit_once('_').filter(|(_, number)| number.len() > 1)?;
    let same_kind = eids.iter().filter_map(|other| other.as_str().rsplit_once('_')).filter(|(other, _)| *other == kind);
    let near = diag::nearest(number, same_kind.map(|(_, number)| number))?;
    Some(format!("{kind}_{near}"))
}

/// The clause most like the one cited: its own parent if a draft has that, or the nearest eId.
fn nearest(id: &ClauseId, book: &ClauseBook) -> Option<String> {
    let eids = book.instruments.get(&id.instrument)?;
    let parents = std::iter::successors(id.eid.parent(), Eid::parent);
    let parent = parents.into_iter().find(|eid| eids.contains(eid)).map(|eid| eid.to_string());
    parent.or_else(|| slip(&id.eid, eids)).map(|eid| format!("{}/{eid}", id.instrument))
}
