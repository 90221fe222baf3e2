//! What groups said, under those who spoke for them, belonged to them on that day, or dissociated themselves.

use super::Scope;
use super::gist::Parts;
use crate::model::delegation::Registry;
use crate::model::gist::Gist;
use crate::model::ids::DelegationId;
use crate::model::indexes::{GroupEntry, Indexes, OfGroups, StatementEntry};

/// Adds a report's statements of groups.
pub fn statements(indexes: &mut Indexes, of: (&Registry, Scope), report: (usize, &Gist)) {
    let ((registry, scope), (at, gist)) = (of, report);
    if let Scope::Clause(_) = scope {
        return;
    }
    for (number, statement) in gist.statements.iter().enumerate() {
        let is_position = statement.voice.is_position();
        for group in statement.holders() {
            let parts = Parts::of(statement, group, registry, gist.head.date);
            let of_this = scope.has_delegation(group);
            let entry = StatementEntry { report: at, statement: number, is_position };
            let mut add = |id: &DelegationId, list: fn(&mut OfGroups) -> &mut Vec<GroupEntry>| {
                if of_this || scope.has_delegation(id) {
                    let entry = GroupEntry { group: group.clone(), entry: entry.clone() };
                    list(indexes.of_groups.entry(id.clone()).or_default()).push(entry);
                }
            };
            parts.spoken.iter().for_each(|id| add(id, |seen| &mut seen.spoken));
            parts.dissociated.iter().for_each(|id| add(id, |seen| &mut seen.dissociated));
            parts.via.iter().for_each(|id| add(id, |seen| &mut seen.via));
        }
    }
}
