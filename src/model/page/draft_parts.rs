//! Ingredients of comparisons of drafts.

use crate::model::digest::Digested;
use crate::model::view::*;
use serde::Serialize;

/// A page of a comparison: the whole, or some clauses of it.
#[derive(Clone, Debug, Serialize)]
pub struct CompareParts {
    pub shared: Digested<CompareShared>,
    pub changes: Vec<ChangeGroup>,
    pub sections: Vec<ChangeSection>,
    pub whole: Option<Link>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

/// What all pages of a comparison show.
#[derive(Clone, Debug, Serialize)]
pub struct CompareShared {
    pub instrument: Link,
    pub older: DraftLink,
    pub newer: DraftLink,
    pub totals: ChangeTotals,
    pub comparisons: Vec<ComparisonLink>,
}
