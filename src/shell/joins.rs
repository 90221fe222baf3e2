//! Which clauses of neighbouring drafts were taken for one: a line for each pair of drafts, and on demand each join.

use super::print;
use crate::model::date::Date;
use crate::model::ids::InstrumentId;
use crate::model::lineage::{Join, JoinedBy, Lineage};
use std::collections::BTreeMap;

/// How much is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joins {
    Counted,
    Each,
}

pub fn print(lineages: &BTreeMap<InstrumentId, Lineage>, how: Joins) {
    for (id, lineage) in lineages {
        let mut by_drafts: BTreeMap<(Date, Date), Vec<&Join>> = BTreeMap::new();
        for join in &lineage.joins {
            by_drafts.entry((join.newer.0, join.older.0)).or_default().push(join);
        }
        for ((newer, older), joins) in by_drafts {
            let renumbered = joins.iter().filter(|join| join.newer.1 != join.older.1).count();
            let by_number = joins.iter().filter(|join| join.by == JoinedBy::Number).count();
            let mut line = format!("{id}, {older} → {newer}: {} clauses joined, {renumbered} renumbered", joins.len());
            if by_number > 0 {
                line.push_str(&format!(", {by_number} by their number alone"));
            }
            print::out(&line);
            let looked_at = joins.iter().filter(|join| how == Joins::Each && !join.is_plain());
            looked_at.for_each(|join| print::out(&told(join)));
        }
    }
}

fn told(join: &Join) -> String {
    let (now, was) = (&join.newer.1, &join.older.1);
    let how = match join.by {
        JoinedBy::Author => "the author says so".to_owned(),
        JoinedBy::Heading => format!("by its heading, {} % sure", join.sure),
        JoinedBy::Words => format!("by its words, {} % alike", join.sure),
        JoinedBy::Number => "by its number alone, the words are others".to_owned(),
    };
    format!("  {now} was {was}: {how}")
}
