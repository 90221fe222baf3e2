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
        let holders = statement.holders();
        for group in &holders {
            let entry = GroupEntry {
                group: (*group).clone(),
                entry: StatementEntry { report: at, statement: number, is_position },
            };
            let mut add = |id: &DelegationId, list: List| {
                list(indexes.of_groups.entry(id.clone()).or_default()).push(entry.clone());
            };
            match scope {
                // Most of a delegation's reports have groups that it has no part in.
                Scope::Delegation(own) if own != *group => {
                    let is_member = registry.belongs(own, group, gist.head.date);
                    Parts::of_one((statement, &holders), own, is_member).each(&mut add);
                }
                _ => Parts::of((statement, &holders), group, registry, gist.head.date).each(&mut add),
            }
        }
    }
}

type List = fn(&mut OfGroups) -> &mut Vec<GroupEntry>;

impl Parts {
    fn each(&self, add: &mut impl FnMut(&DelegationId, List)) {
        self.spoken.iter().for_each(|id| add(id, |seen| &mut seen.spoken));
        self.dissociated.iter().for_each(|id| add(id, |seen| &mut seen.dissociated));
        self.via.iter().for_each(|id| add(id, |seen| &mut seen.via));
    }
}
