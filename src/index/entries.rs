//! Mentions and statements under the delegations and clauses that they speak of.

use super::Scope;
use crate::model::gist::Gist;
use crate::model::ids::ClauseId;
use crate::model::indexes::{Indexes, MentionEntry, StatementEntry};
use crate::model::report::Target;
use std::collections::BTreeSet;

/// Adds a report's mentions.
pub fn mentions(indexes: &mut Indexes, scope: Scope, report: (usize, &Gist)) {
    let (at, gist) = report;
    for listed in &gist.listed {
        let mentions = match &listed.target {
            Target::Delegation(id) if scope.has_delegation(id) => {
                &mut indexes.delegations.entry(id.clone()).or_default().mentions
            }
            Target::Clause(id) if scope.has_clause(id) => &mut indexes.clauses.entry(id.clone()).or_default().mentions,
            _ => continue,
        };
        let entry = listed.mentions.iter().map(|one| MentionEntry {
            report: at,
            mention: one.number,
            cited: one.cited.clone(),
        });
        mentions.extend(entry);
    }
}

/// Adds a report's statements: under those whose they are, each clause and what it is a part of, and each issue.
pub fn statements(indexes: &mut Indexes, scope: Scope, report: (usize, &Gist)) {
    let (at, gist) = report;
    for (number, statement) in gist.statements.iter().enumerate() {
        let entry = StatementEntry { report: at, statement: number, is_position: statement.voice.is_position() };
        for id in statement.holders().into_iter().filter(|id| scope.has_delegation(id)) {
            indexes.delegations.entry(id.clone()).or_default().statements.push(entry.clone());
        }
        if let Scope::Delegation(_) = scope {
            continue;
        }
        let clauses: BTreeSet<ClauseId> = statement.clauses.iter().flat_map(ClauseId::with_parents).collect();
        for id in clauses.into_iter().filter(|id| scope.has_clause(id)) {
            indexes.clauses.entry(id).or_default().statements.push(entry.clone());
        }
        for issue in &statement.issues {
            let key = (gist.head.conference.clone(), issue.clone());
            indexes.issues.entry(key).or_default().push(entry.clone());
        }
    }
}
