//! Who holds which stance on a clause or an issue now: each delegation once, whatever it said before.

use super::desk::Desk;
use crate::model::date::Date;
use crate::model::ids::{ClauseId, DelegationId};
use crate::model::indexes::{StatementEntry, Subject};
use crate::model::view::{Holder, HolderGroup};
use std::collections::BTreeMap;

/// What decides between two statements of one delegation, the greatest first: that it names the subject itself and
/// not a part of it; that it takes a stance; its day and its place.
type Weight = (bool, bool, (Date, usize, usize));

/// Who holds which stance, by the site's order of stances; then who spoke and holds none.
pub fn of(desk: &Desk, subject: &Subject) -> Vec<HolderGroup> {
    let mut latest: BTreeMap<&DelegationId, (Weight, &StatementEntry)> = BTreeMap::new();
    for entry in entries(desk, subject).iter().filter(|entry| entry.is_position) {
        let said = desk.said(entry);
        let names_it = match subject {
            Subject::Clause(id) => said.clauses.contains(id),
            Subject::Issue(..) => true,
        };
        let time = (desk.cards[entry.report].date, entry.report, entry.statement);
        let weight = (names_it, said.stance.is_some(), time);
        for id in said.holders() {
            let known = latest.entry(id).or_insert((weight, entry));
            if known.0 < weight {
                *known = (weight, entry);
            }
        }
    }
    let stances = desk.corpus.site.stances.iter().map(|stance| Some(&stance.id)).chain([None]);
    let mut groups = Vec::new();
    for stance in stances {
        let own = latest.iter().filter(|(_, (_, entry))| desk.said(entry).stance.as_ref() == stance);
        let own: Vec<(&DelegationId, &StatementEntry)> = own.map(|(id, (_, entry))| (*id, *entry)).collect();
        let Some((_, first)) = own.first() else { continue };
        let stance = desk.statement(first).stance.clone();
        let mut holders: Vec<Holder> = own.iter().map(|(id, entry)| holder(desk, subject, id, entry)).collect();
        holders.sort_by_cached_key(|holder| desk.collation.key(&holder.delegation.text));
        groups.push(HolderGroup { stance, count: holders.len(), holders });
    }
    groups
}

fn entries<'a>(desk: &'a Desk, subject: &Subject) -> &'a [StatementEntry] {
    match subject {
        Subject::Clause(id) => desk.indexes.clauses.get(id).map_or(&[], |entries| &entries.statements),
        Subject::Issue(conference, id) => desk.issue_entries(conference, id),
    }
}

fn holder(desk: &Desk, subject: &Subject, id: &DelegationId, entry: &StatementEntry) -> Holder {
    let row = desk.statement(entry);
    let parts = match subject {
        Subject::Clause(clause) => parts(desk, clause, entry),
        Subject::Issue(..) => Vec::new(),
    };
    Holder { delegation: desk.delegation_link(id), parts, href: row.href.clone(), date: row.date, voice: row.voice }
}

/// The parts of a clause that a statement names where it does not name the clause itself.
fn parts(desk: &Desk, clause: &ClauseId, entry: &StatementEntry) -> Vec<String> {
    let named = &desk.said(entry).clauses;
    if named.contains(clause) {
        return Vec::new();
    }
    let is_part = |id: &&ClauseId| std::iter::successors(Some((*id).clone()), ClauseId::parent).any(|up| up == *clause);
    let day = desk.reports[entry.report].head.numbers_day;
    named.iter().filter(is_part).map(|id| desk.cited(id, day).text).collect()
}

/// Elements of HTML that some holders take, at the most.
pub fn weight(groups: &[HolderGroup]) -> usize {
    let holders = |group: &HolderGroup| group.holders.iter().map(|holder| 4 + holder.parts.len().min(1)).sum::<usize>();
    groups.iter().map(|group| 6 + holders(group)).sum()
}

/// The groups with so many holders at the most; where there are more, each group gives as many as its share.
pub fn cut(groups: &[HolderGroup], most: usize) -> Vec<HolderGroup> {
    let mut groups = groups.to_vec();
    if groups.iter().map(|group| group.count).sum::<usize>() > most {
        let share = most / groups.len();
        groups.iter_mut().for_each(|group| group.holders.truncate(share));
    }
    groups
}
