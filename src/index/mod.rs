//! Reports → ways in: who said what on which clause, in what order. Looks at ids and places alone;
//! only what search knows of a report is made of its words.

mod calendar;
mod entries;
mod gist;
mod groups;
mod history;
mod search;
mod stances;
mod words;

pub use gist::{gist, sentences};
pub use search::{block, terms};
pub use words::words;

use crate::model::delegation::Registry;
use crate::model::digest::Digested;
use crate::model::gist::Gist;
use crate::model::ids::{ClauseId, DelegationId};
use crate::model::indexes::Indexes;

/// What of some reports is wanted in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    Everything,
    /// What one delegation said, and what concerns it in the words of groups; for a group, what concerns its members.
    Delegation(&'a DelegationId),
    /// What was said on one clause or its parts, and on all issues.
    Clause(&'a ClauseId),
}

impl Scope<'_> {
    fn has_delegation(&self, id: &DelegationId) -> bool {
        match self {
            Self::Everything => true,
            Self::Delegation(own) => *own == id,
            Self::Clause(_) => false,
        }
    }

    fn has_clause(&self, id: &ClauseId) -> bool {
        match self {
            Self::Everything => true,
            Self::Delegation(_) => false,
            Self::Clause(own) => id.is_within(own),
        }
    }
}

/// Indexes some reports, which are in the order of the corpus.
pub fn index(reports: &[Digested<Gist>], registry: &Registry, scope: Scope) -> Indexes {
    let mut indexes = Indexes::default();
    for (at, report) in reports.iter().enumerate() {
        entries::mentions(&mut indexes, scope, (at, report));
        entries::statements(&mut indexes, scope, (at, report));
        groups::statements(&mut indexes, (registry, scope), (at, report));
    }
    if let Scope::Clause(_) = scope {
        return indexes;
    }
    indexes.stances = stances::stances(reports, scope);
    indexes.positions = history::positions(reports, &indexes.stances);
    if scope == Scope::Everything {
        indexes.days = calendar::days(reports);
        indexes.movements = stances::movements(reports, &indexes.stances);
    }
    indexes
}
