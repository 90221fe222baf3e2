//! Citations of clauses that no draft of their instrument has.

use crate::diag::{self, Diagnostic};
use crate::model::ids::{ClauseId, Eid};
use crate::model::instrument::ClauseBook;
use crate::model::report::{Mention, Target};
use crate::model::source::SourcePath;

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
            findings.push(diag::unknown_clause((path, mention.span), &mention.surface, instrument, near.as_deref()));
        }
    }
    findings
}

/// The clause most like the one cited: its own parent if a draft has that, or the nearest eId.
fn nearest(id: &ClauseId, book: &ClauseBook) -> Option<String> {
    let eids = book.instruments.get(&id.instrument)?;
    let parents = std::iter::successors(id.eid.parent(), Eid::parent);
    let parent = parents.into_iter().find(|eid| eids.contains(eid)).map(|eid| eid.to_string());
    let near = || diag::nearest(id.eid.as_str(), eids.iter().map(Eid::as_str)).map(str::to_owned);
    parent.or_else(near).map(|eid| format!("{}/{eid}", id.instrument))
}
