//! What authors say of a draft's clauses, held against the drafts; and joins that nobody should trust unseen.

use crate::diag::{self, Diagnostic};
use crate::model::ids::Eid;
use crate::model::instrument::Draft;
use crate::model::lineage::{JoinedBy, Lineage};
use crate::model::manuscript::Written;

/// Below this many hundredths a renumbered clause may well be another.
const DOUBTFUL: u8 = 55;

/// Looks up the eIds of a draft's `was`: the newer in the draft itself, the older in those before it.
pub fn was(draft: &Draft, said: &[(Written<String>, Written<String>)], older: &[&Draft]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (now, before) in said {
        findings.extend(unknown(draft, now, &[draft]));
        if before.value != "none" {
            findings.extend(unknown(draft, before, older));
        }
    }
    findings
}

/// A finding for an eId that none of some drafts has.
fn unknown(of: &Draft, written: &Written<String>, drafts: &[&Draft]) -> Option<Diagnostic> {
    let known = |eid: Eid| drafts.iter().any(|draft| draft.clause(&eid).is_some());
    if Eid::read(&written.value).is_some_and(known) {
        return None;
    }
    let eids = drafts.iter().flat_map(|draft| &draft.clauses).map(|clause| clause.eid.as_str());
    let near = diag::nearest(&written.value, eids);
    Some(diag::unknown_was((&of.path, written.span), &written.value, near))
}

/// Clauses of a draft that were renumbered and are not much alike.
pub fn joins(draft: &Draft, lineage: &Lineage) -> Vec<Diagnostic> {
    let own = lineage.joins.iter().filter(|join| join.newer.0 == draft.date);
    let doubtful = own.filter(|join| {
        let judged = matches!(join.by, JoinedBy::Heading | JoinedBy::Words);
        judged && join.newer.1 != join.older.1 && join.sure < DOUBTFUL
    });
    let finding = |join: &crate::model::lineage::Join| {
        let clause = draft.clause(&join.newer.1)?;
        let older = (join.older.1.as_str(), join.older.0.to_string());
        Some(diag::doubtful_join((&draft.path, clause.span), join.newer.1.as_str(), (older.0, &older.1), join.sure))
    };
    doubtful.filter_map(finding).collect()
}
