//! How each delegation's stance on each clause and issue changed, in the order of days.

use crate::model::digest::Digested;
use crate::model::gist::Gist;
use crate::model::ids::DelegationId;
use crate::model::indexes::{Holding, Stand, StatementEntry, Subject};
use std::collections::BTreeMap;

/// Every stance that differs from the one before it, whatever conference that was in.
///
/// A stance is taken on the clause as cited: who opposes Article 6(2) has said nothing of Article 6.
pub fn positions(
    reports: &[Digested<Gist>],
    stances: &BTreeMap<Holding, Vec<StatementEntry>>,
) -> BTreeMap<(DelegationId, Subject), Vec<Stand>> {
    let mut positions: BTreeMap<(DelegationId, Subject), Vec<Stand>> = BTreeMap::new();
    for ((_, holder, subject), entries) in stances {
        let stand = |entry: &StatementEntry| {
            let report = &reports[entry.report];
            let stance = report.statements[entry.statement].stance.clone()?;
            Some(Stand { date: report.head.date, stance, entry: entry.clone() })
        };
        positions.entry((holder.clone(), subject.clone())).or_default().extend(entries.iter().filter_map(stand));
    }
    for stands in positions.values_mut() {
        stands.sort_by_key(|stand| (stand.date, stand.entry.report, stand.entry.statement));
        stands.dedup_by(|next, last| next.stance == last.stance);
    }
    positions
}
