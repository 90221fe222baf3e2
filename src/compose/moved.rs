//! What moved on a day, as rows with their evidence: on the day's page, and as an entry of the conference's feed.

use super::desk::Desk;
use super::edition::Edition;
use crate::model::corpus::Conference;
use crate::model::date::Date;
use crate::model::indexes::{Movement, StatementEntry, Subject};
use crate::model::view::*;

impl Desk<'_> {
    /// What moved on a day of a conference.
    pub fn moved(&self, conference: &Conference, date: Date) -> Moved {
        let movements = self.indexes.movements.get(&(conference.id.clone(), date));
        let (changed, new): (Vec<_>, Vec<_>) = movements.into_iter().flatten().partition(|m| m.is_change());
        let rows = |movements: Vec<&Movement>| movements.into_iter().map(|m| self.movement(m)).collect();
        Moved { changed: rows(changed), new: rows(new) }
    }

    fn movement(&self, movement: &Movement) -> MovementRow {
        MovementRow {
            who: self.delegation_link(&movement.holder),
            on: movement.subjects.iter().map(|subject| self.subject_link(subject)).collect(),
            was: movement.was.as_ref().and_then(|entry| self.movement_step(entry)),
            steps: movement.steps.iter().filter_map(|entry| self.movement_step(entry)).collect(),
        }
    }

    fn movement_step(&self, entry: &StatementEntry) -> Option<MovementStep> {
        let row = self.statement(entry);
        let (href, text) = (row.href.clone(), row.text.clone());
        Some(MovementStep { stance: row.stance.clone()?, href, date: row.date, voice: row.voice, text })
    }
}

impl Edition<'_> {
    /// A link to what a stance is taken on.
    pub fn subject_link(&self, subject: &Subject) -> Link {
        match subject {
            Subject::Clause(id) => self.clause_link(id),
            Subject::Issue(conference, id) => self.issue_link(conference, id),
        }
    }
}
