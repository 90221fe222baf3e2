//! Sorted ways into the reports: by delegation, by clause, by day. Entries are places in the corpus's lists, so that
//! an index of a large site stays small.

use super::date::Date;
use super::ids::{ClauseId, ConferenceId, DelegationId, IssueId, StanceId};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Indexes {
    /// Own statements alone: what was said for a group is the group's.
    pub delegations: BTreeMap<DelegationId, Entries>,
    /// What groups said, under those who spoke for them, belonged to them or dissociated themselves.
    pub of_groups: BTreeMap<DelegationId, OfGroups>,
    /// Every change of a delegation's stance on one subject, in the order of days.
    pub positions: BTreeMap<(DelegationId, Subject), Vec<Stand>>,
    /// A clause's own entries and those of its parts.
    pub clauses: BTreeMap<ClauseId, Entries>,
    pub issues: BTreeMap<(ConferenceId, IssueId), Vec<StatementEntry>>,
    /// Reports of each day of each conference.
    pub days: BTreeMap<(ConferenceId, Date), Vec<usize>>,
    /// Positions that take a stance, in the order of the reports.
    pub stances: BTreeMap<Holding, Vec<StatementEntry>>,
    /// What moved on each day of each conference: changes first, then what is new.
    pub movements: BTreeMap<(ConferenceId, Date), Vec<Movement>>,
}

/// What an index knows of one delegation or clause, in the order of the reports.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    pub mentions: Vec<MentionEntry>,
    pub statements: Vec<StatementEntry>,
}

impl Entries {
    /// Statements that are positions; the author's readings are not.
    pub fn positions(&self) -> usize {
        self.statements.iter().filter(|entry| entry.is_position).count()
    }
}

/// One mention: a report of the corpus, and a mention of that report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionEntry {
    pub report: usize,
    pub mention: usize,
    /// The part of the clause that was cited, when it is not the clause itself.
    pub cited: Option<ClauseId>,
}

/// One statement: a report of the corpus, and a statement of that report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementEntry {
    pub report: usize,
    pub statement: usize,
    pub is_position: bool,
}

/// Statements of groups, seen from one delegation. None of them is counted as its own.
#[derive(Clone, Debug, Default)]
pub struct OfGroups {
    /// It spoke for the group.
    pub spoken: Vec<GroupEntry>,
    /// It belonged to the group on that day. The author's readings are not here: they bind nobody.
    pub via: Vec<GroupEntry>,
    /// It said that it is not meant.
    pub dissociated: Vec<GroupEntry>,
}

/// One statement of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupEntry {
    pub group: DelegationId,
    pub entry: StatementEntry,
}

/// What a stance is taken on: a clause as cited, or an issue of one conference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Clause(ClauseId),
    Issue(ConferenceId, IssueId),
}

/// A stance that differs from the one before it, and the statement that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    pub date: Date,
    pub stance: StanceId,
    pub entry: StatementEntry,
}

/// Who holds a stance on what, in which conference.
pub type Holding = (ConferenceId, DelegationId, Subject);

/// A stance that is new on a day, or another than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    pub holder: DelegationId,
    /// All that it moved on with the same words.
    pub subjects: Vec<Subject>,
    /// Its latest earlier statement in the conference; none where the stance is new.
    pub was: Option<StatementEntry>,
    /// The day's steps, each to another stance than the one before; the last is the day's. Never empty.
    pub steps: Vec<StatementEntry>,
}

impl Movement {
    /// False for a first stance that stayed the same all day.
    pub fn is_change(&self) -> bool {
        self.was.is_some() || self.steps.len() > 1
    }
}
