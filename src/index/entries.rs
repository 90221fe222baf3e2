//! Mentions and statements under the delegations and clauses that they speak of.

use crate::model::ids::ClauseId;
use crate::model::indexes::{Indexes, MentionEntry, StatementEntry};
use crate::model::report::{Mention, Place, Report, Target};
use std::collections::BTreeSet;

/// Adds a report's mentions. A sentence that names somebody twice is one entry; a name in a statement's first line
/// is none, for the statement itself is listed.
pub fn mentions(indexes: &mut Indexes, at: usize, report: &Report) {
    let mut seen = BTreeSet::new();
    for (number, mention) in report.mentions.iter().enumerate() {
        let sentence = match &mention.place {
            Place::Statement { .. } => continue,
            Place::FrontMatter => None,
            Place::Prose { unit, sentence, .. } => Some((*unit, sentence.start)),
        };
        for (target, cited) in listed_under(mention) {
            if !seen.insert((target.clone(), sentence)) {
                continue;
            }
            let entry = MentionEntry { report: at, mention: number, cited };
            match target {
                Target::Delegation(id) => indexes.delegations.entry(id).or_default().mentions.push(entry),
                Target::Clause(id) => indexes.clauses.entry(id).or_default().mentions.push(entry),
            }
        }
    }
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

/// Adds a report's statements: under those whose they are, each clause and what it is a part of, and each issue.
pub fn statements(indexes: &mut Indexes, at: usize, report: &Report) {
    for (number, statement) in report.statements.iter().enumerate() {
        let entry = StatementEntry { report: at, statement: number, is_position: statement.voice.is_position() };
        for id in statement.holders() {
            indexes.delegations.entry(id.clone()).or_default().statements.push(entry.clone());
        }
        let clauses: BTreeSet<ClauseId> = statement.clauses.iter().flat_map(ClauseId::with_parents).collect();
        for id in clauses {
            indexes.clauses.entry(id).or_default().statements.push(entry.clone());
        }
        for issue in &statement.issues {
            let key = (report.head.conference.clone(), issue.clone());
            indexes.issues.entry(key).or_default().push(entry.clone());
        }
    }
}
