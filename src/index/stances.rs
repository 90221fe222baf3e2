//! Who held which stance when, and what moved on each day.

use super::Scope;
use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::gist::Gist;
use crate::model::ids::{ConferenceId, StanceId};
use crate::model::indexes::{Holding, Movement, StatementEntry};
use std::collections::BTreeMap;

/// Every position that takes a stance, by holder and subject. The author's readings are none, nor is what was said
/// without a stance; what is said for a group is the group's.
pub fn stances(reports: &[Digested<Gist>], scope: Scope) -> BTreeMap<Holding, Vec<StatementEntry>> {
    let mut stances: BTreeMap<Holding, Vec<StatementEntry>> = BTreeMap::new();
    for (report, text) in reports.iter().enumerate() {
        for (number, statement) in text.statements.iter().enumerate() {
            if statement.stance.is_none() || !statement.voice.is_position() {
                continue;
            }
            let entry = StatementEntry { report, statement: number, is_position: true };
            for holder in statement.holders().into_iter().filter(|id| scope.has_delegation(id)) {
                for subject in statement.subjects(&text.head.conference) {
                    let holding = (text.head.conference.clone(), holder.clone(), subject);
                    stances.entry(holding).or_default().push(entry.clone());
                }
            }
        }
    }
    stances
}

/// What moved on each day: stances that are new, or other than the holder's latest earlier one.
///
/// A day counts by its last statement, but a stance that was left and taken up again within a day has moved too:
/// its steps are kept.
pub fn movements(
    reports: &[Digested<Gist>],
    stances: &BTreeMap<Holding, Vec<StatementEntry>>,
) -> BTreeMap<(ConferenceId, Date), Vec<Movement>> {
    let date = |entry: &StatementEntry| reports[entry.report].head.date;
    let stance = |entry: &StatementEntry| reports[entry.report].statements[entry.statement].stance.clone();
    let mut days: BTreeMap<(ConferenceId, Date), Vec<Movement>> = BTreeMap::new();
    for ((conference, holder, subject), entries) in stances {
        let mut was: Option<&StatementEntry> = None;
        for day in entries.chunk_by(|a, b| date(a) == date(b)) {
            let steps = steps(was.and_then(stance), day, stance);
            if !steps.is_empty() {
                let (holder, subjects) = (holder.clone(), vec![subject.clone()]);
                let movement = Movement { holder, subjects, was: was.cloned(), steps };
                join(days.entry((conference.clone(), date(&day[0]))).or_default(), movement);
            }
            was = day.last();
        }
    }
    let place = |entry: &StatementEntry| (entry.report, entry.statement);
    for movements in days.values_mut() {
        movements.sort_by_key(|m| (!m.is_change(), m.steps.last().map(place), m.holder.clone()));
    }
    days
}

/// The entries of a day at which the stance became another.
fn steps(
    was: Option<StanceId>,
    day: &[StatementEntry],
    stance: impl Fn(&StatementEntry) -> Option<StanceId>,
) -> Vec<StatementEntry> {
    let mut last = was;
    let mut steps = Vec::new();
    for entry in day {
        let now = stance(entry);
        if now != last {
            steps.push(entry.clone());
            last = now;
        }
    }
    steps
}

/// Adds a movement to its day; one that rests on the same statements as another is one with it.
fn join(movements: &mut Vec<Movement>, movement: Movement) {
    // Holders come one after another, so that an equal one stands at the end.
    let own = movements.iter_mut().rev().take_while(|other| other.holder == movement.holder);
    match { own }.find(|other| other.was == movement.was && other.steps == movement.steps) {
        Some(other) => other.subjects.extend(movement.subjects),
        None => movements.push(movement),
    }
}

#[cfg(test)]
mod tests {
    use super::steps;
    use crate::model::ids::StanceId;
    use crate::model::indexes::StatementEntry;

    /// The stances at which a day steps, given as letters: `a` for one stance, `b` for another.
    fn said(was: Option<&str>, day: &[&str]) -> Vec<usize> {
        let entries: Vec<StatementEntry> =
            (0..day.len()).map(|statement| StatementEntry { report: 0, statement, is_position: true }).collect();
        let stance = |entry: &StatementEntry| StanceId::read(day[entry.statement]);
        steps(was.and_then(StanceId::read), &entries, stance).into_iter().map(|entry| entry.statement).collect()
    }

    #[test]
    fn a_day_steps_where_its_stance_becomes_another() {
        assert_eq!(said(None, &["a"]), [0], "new");
        assert_eq!(said(Some("a"), &["a", "a"]), Vec::<usize>::new(), "repeated");
        assert_eq!(said(Some("a"), &["a", "b"]), [1], "changed after a repetition");
        assert_eq!(said(Some("a"), &["b", "a"]), [0, 1], "left and taken up again");
        assert_eq!(said(None, &["a", "b", "b"]), [0, 1], "new and changed within the day");
    }
}
