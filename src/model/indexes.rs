//! Sorted ways into the reports: by delegation, by clause, by day. Entries are places in the corpus's lists, so that
//! an index of a large site stays small.

use super::date::Date;
use super::ids::{ClauseId, ConferenceId, DelegationId, IssueId};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Indexes {
    pub delegations: BTreeMap<DelegationId, Entries>,
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

/// What a stance can be taken on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Clause(ClauseId),
    Issue(IssueId),
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
