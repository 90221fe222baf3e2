//! What groups said, under those who spoke for them, belonged to them on that day, or dissociated themselves.

use crate::model::delegation::Registry;
use crate::model::ids::DelegationId;
use crate::model::indexes::{GroupEntry, Indexes, OfGroups, StatementEntry};
use crate::model::report::Report;
use std::collections::BTreeSet;

/// Adds a report's statements of groups. Membership is that of the report's day; whoever speaks is listed as the
/// speaker alone, and whoever holds the statement itself needs no group to have made it.
pub fn statements(indexes: &mut Indexes, registry: &Registry, at: usize, report: &Report) {
    for (number, statement) in report.statements.iter().enumerate() {
        let is_position = statement.voice.is_position();
        let holders = statement.holders();
        let speakers: BTreeSet<&DelegationId> = statement.who.iter().filter(|id| !holders.contains(id)).collect();
        for group in &holders {
            let members = registry.members_on(group, report.head.date);
            // Where the registry has no list, or the list lacks the name, the author's word counts: a finding asked.
            let is_meant = |id: &DelegationId| holders.len() == 1 || members.contains(id);
            let entry = StatementEntry { report: at, statement: number, is_position };
            let mut add = |id: &DelegationId, list: fn(&mut OfGroups) -> &mut Vec<GroupEntry>| {
                let entry = GroupEntry { group: (*group).clone(), entry: entry.clone() };
                list(indexes.of_groups.entry(id.clone()).or_default()).push(entry);
            };
            speakers.iter().for_each(|id| add(id, |seen| &mut seen.spoken));
            let excepted: BTreeSet<&DelegationId> = statement.except.iter().filter(|id| is_meant(id)).collect();
            excepted.iter().for_each(|id| add(id, |seen| &mut seen.dissociated));
            let others = members.iter().filter(|id| {
                is_position && !speakers.contains(id) && !holders.contains(id) && !statement.except.contains(id)
            });
            others.for_each(|id| add(id, |seen| &mut seen.via));
        }
    }
}
