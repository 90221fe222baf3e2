//! Views of what became of a text: two drafts beside one another, and the marks in a clause's words.

use super::index_pages::DraftLink;
use super::parts::*;
use crate::model::instrument::Unsettled;
use serde::Serialize;

/// `compare.html`: two drafts of an instrument beside one another; or some of their clauses, where all would not fit
/// on one page.
#[derive(Clone, Debug, Serialize)]
pub struct CompareView {
    pub frame: Frame,
    pub instrument: Link,
    pub older: DraftLink,
    pub newer: DraftLink,
    /// Of the whole text, on each of its pages.
    pub totals: ChangeTotals,
    /// What changed, by kind: `added`, `removed`, `moved`, `changed`, `unchanged`, those that there are. Empty on the
    /// page of some clauses.
    pub changes: Vec<ChangeGroup>,
    /// The changed clauses with their words; empty where each has a page of its own.
    pub sections: Vec<ChangeSection>,
    /// On the page of some clauses: the comparison that it belongs to, and the pages before and after. Their texts
    /// are clauses' labels; that of `whole` is empty: the theme names it.
    pub whole: Option<Link>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
    /// The instrument's other comparisons of one of the two drafts.
    pub comparisons: Vec<ComparisonLink>,
}

/// A comparison of two drafts, to be linked to.
#[derive(Clone, Debug, Serialize)]
pub struct ComparisonLink {
    pub href: String,
    pub older: DraftLink,
    pub newer: DraftLink,
}

/// What changed between two drafts, in numbers: clauses at any depth, words, brackets and options.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChangeTotals {
    pub added: usize,
    pub removed: usize,
    /// Of another number, with the same words.
    pub moved: usize,
    /// Of other words, whatever their number.
    pub changed: usize,
    pub unchanged: usize,
    /// Words.
    pub inserted: usize,
    pub deleted: usize,
    pub before: Unsettled,
    pub now: Unsettled,
}

impl ChangeTotals {
    /// How many clauses one thing happened to.
    pub fn of(&self, kind: ChangeKind) -> usize {
        match kind {
            ChangeKind::Added => self.added,
            ChangeKind::Removed => self.removed,
            ChangeKind::Moved => self.moved,
            ChangeKind::Changed => self.changed,
            ChangeKind::Unchanged => self.unchanged,
        }
    }
}

/// The clauses to which one thing happened.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeGroup {
    /// `added`, `removed`, `moved`, `changed` or `unchanged`.
    pub kind: ChangeKind,
    /// How many clauses: a line can stand for some, or for the own words of one alone. None where each line is an
    /// article with all its parts, and for the words above the first clause, which stand first and apart where they
    /// changed.
    pub clauses: Option<usize>,
    /// Never empty.
    pub lines: Vec<ChangeLine>,
}

/// What happened to a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    Added,
    Removed,
    Moved,
    Changed,
    Unchanged,
}

/// A clause in the list of what changed. The lines of a comparison add up to its totals.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeLine {
    /// Where its words are compared; for an unchanged clause its own page.
    pub href: String,
    /// Empty for the words above the first clause: the theme names them.
    pub label: String,
    pub heading: Option<String>,
    /// Its label in the older draft, where that was another.
    pub was: Option<String>,
    /// True when the line is of its own words alone, because its parts have lines of their own.
    pub alone: bool,
    pub inserted: usize,
    pub deleted: usize,
    pub before: Unsettled,
    pub now: Unsettled,
}

/// An article or another clause of the top level, with those of its parts that changed.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeSection {
    /// The anchor.
    pub id: String,
    pub kind: ChangeKind,
    /// Empty for the words above the first clause.
    pub label: String,
    pub heading: Option<String>,
    pub was: Option<String>,
    /// The clause's own page, where it has one.
    pub href: String,
    pub rows: Vec<ChangeRow>,
}

/// A clause's own words in both drafts; or some clauses in between that did not change.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeRow {
    pub id: String,
    pub kind: ChangeKind,
    pub clause: Link,
    pub was: Option<String>,
    /// True for the section's own words.
    pub top: bool,
    /// Empty where the draft does not have it.
    pub older: Vec<MarkedLine>,
    pub newer: Vec<MarkedLine>,
    pub before: Unsettled,
    pub now: Unsettled,
    /// Clauses in between that did not change; the row is of them alone when there are any.
    pub unchanged: Vec<Link>,
}

/// A paragraph with marks: of two texts together, or of one of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MarkedLine {
    /// 0 for a clause's own words, 1 for its parts…
    pub level: usize,
    /// Empty where paragraphs that did not change are left out.
    pub runs: Vec<MarkedRun>,
}

/// Some words to which one thing happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MarkedRun {
    /// `same`, `inserted` or `deleted`.
    pub kind: RunKind,
    pub text: String,
    /// Whether a space stands before it.
    pub spaced: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RunKind {
    Same,
    Inserted,
    Deleted,
}

/// What became of a clause's words since the draft before.
#[derive(Clone, Debug, Serialize)]
pub struct TextChanges {
    pub older: DraftLink,
    pub inserted: usize,
    pub deleted: usize,
    /// Brackets and options of the older text.
    pub before: Unsettled,
    /// Empty where they would be too much for the clause's page.
    pub lines: Vec<MarkedLine>,
    /// The clause in the comparison of the two drafts, when there is one.
    pub href: Option<String>,
}
