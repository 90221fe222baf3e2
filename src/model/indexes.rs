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
