//! How each delegation's stance on each clause and issue changed, in the order of days.

use crate::model::corpus::Corpus;
use crate::model::ids::DelegationId;
use crate::model::indexes::{Stand, StatementEntry, Subject};
use crate::model::report::{Report, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// Every stance that differs from the one before it.
///
/// A stance is taken on the clause as cited: who opposes Article 6(2) has said nothing of Article 6. The author's
/// readings and statements without a stance change nothing.
pub fn positions(corpus: &Corpus) -> BTreeMap<(DelegationId, Subject), Vec<Stand>> {
    let mut positions: BTreeMap<(DelegationId, Subject), Vec<Stand>> = BTreeMap::new();
    let mut days: Vec<(usize, &Report)> = corpus.reports.iter().map(|report| &**report).enumerate().collect();
    days.sort_by_key(|(at, report)| (report.head.date, *at));
    for (at, report) in days {
        for (number, statement) in report.statements.iter().enumerate() {
            let Some(stance) = statement.stance.as_ref().filter(|_| statement.voice.is_position()) else { continue };
            let entry = StatementEntry { report: at, statement: number, is_position: true };
            let stand = Stand { date: report.head.date, stance: stance.clone(), entry };
            for holder in statement.holders() {
                for subject in subjects(report, statement) {
                    let stands = positions.entry((holder.clone(), subject)).or_default();
                    if stands.last().is_none_or(|last| last.stance != stand.stance) {
                        stands.push(stand.clone());
                    }
                }
            }
        }
    }
    positions
}

/// What a statement was made on.
fn subjects(report: &Report, statement: &Statement) -> BTreeSet<Subject> {
    let clauses = statement.clauses.iter().cloned().map(Subject::Clause);
    let issues = statement.issues.iter().map(|id| Subject::Issue(report.head.conference.clone(), id.clone()));
    clauses.chain(issues).collect()
}
