//! View of the position matrix: who holds which stance on which clause of a conference.

use super::parts::*;
use crate::model::date::Date;
use serde::Serialize;
use std::sync::Arc;

/// `matrix.html`: the positions taken at a conference, delegations × clauses: the whole, or one cut of it.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixView {
    pub frame: Frame,
    /// `whole`, `clause` or `issues`.
    pub kind: &'static str,
    pub conference: Link,
    /// The conference's whole matrix. Its text is empty: the theme names it.
    pub overview: Link,
    /// The clause that a cut is of, with the link to its own page; none for the whole and for the issues.
    pub clause: Option<Link>,
    pub heading: Option<String>,
    /// Which part of the delegations this page has, of how many, where one column is longer than a page: `2` and `3`.
    pub part: Option<usize>,
    pub parts: usize,
    /// The parts before and after this one. Their texts are empty: the theme names them.
    pub previous: Option<Link>,
    pub next: Option<Link>,
    pub summary: MatrixSummary,
    /// A drawing of the whole; none on cuts.
    pub picture: Option<MatrixPicture>,
    /// The cuts below this page: every clause that was spoken on, or the parts of one that is too long for a page.
    /// The count is of filled cells and of statements without attribution. Empty text stands for the issues.
    pub cuts: Vec<Counted>,
    /// The signs that stand in cells, in the site's order.
    pub key: Vec<MatrixKey>,
    /// Groups to filter by: those with most members among the rows.
    pub groups: Vec<MatrixGroup>,
    /// The table. Empty where the whole does not fit on a page: then the cuts have it.
    pub columns: Vec<MatrixColumn>,
    pub rows: Vec<MatrixRow>,
    /// The same as a list: each column that somebody spoke on.
    pub list: Vec<MatrixClause>,
    /// Delegations that spoke at the conference, though on none of these clauses: they have no row. Empty on the page of
    /// the whole.
    pub silent: Vec<String>,
    /// Clauses of the draft, or declared issues, on which our reports hold no position.
    pub uncovered: Vec<Link>,
}

/// A matrix in numbers: each is a count of what its table shows.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixSummary {
    /// Delegations with a position, positions (cells with a stance), and columns with a position.
    pub delegations: usize,
    pub positions: usize,
    pub columns: usize,
    /// Delegations that spoke and took no position, and cells without a stance: none of them is counted above.
    pub only_spoke: usize,
    pub spoken: usize,
    /// Positions that changed or differ from part to part.
    pub changed: usize,
    /// Where most pairs of delegations hold different stances; five at the most.
    pub contested: Vec<MatrixContest>,
    /// Who spoke most, by statements; five at the most.
    pub speakers: Vec<Counted>,
}

/// How many delegations hold each stance on a contested clause.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixContest {
    pub clause: Link,
    pub heading: Option<String>,
    pub stances: Vec<MatrixTally>,
}

#[derive(Clone, Debug, Serialize)]
pub struct MatrixTally {
    pub stance: StanceView,
    pub count: usize,
}

/// A sign of the key with its shape in the picture: an SVG path within 10 × 10.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixKey {
    /// None for "spoke without a position".
    pub stance: Option<StanceView>,
    pub path: String,
}

/// The whole as a drawing: one path for each stance.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixPicture {
    /// In units of the drawing; a cell is 10 × 10.
    pub width: usize,
    pub height: usize,
    pub layers: Vec<MatrixKey>,
    /// The columns on which our reports hold no position, as one path.
    pub uncovered: String,
    /// Words at the edges; empty where there are too many to read.
    pub column_labels: Vec<MatrixLabel>,
    pub row_labels: Vec<MatrixLabel>,
}

#[derive(Clone, Debug, Serialize)]
pub struct MatrixLabel {
    pub x: usize,
    pub y: usize,
    pub text: String,
}

/// A group that the table can be filtered by.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixGroup {
    /// From 1: rows and holders carry it as the class `g1`.
    pub number: usize,
    pub name: String,
    /// Rows that belong to it.
    pub count: usize,
}

/// A clause or an issue.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixColumn {
    /// To its cut from the whole, to its own page from a cut.
    pub link: Link,
    pub heading: Option<String>,
    /// False where our reports hold no position of anybody on it.
    pub covered: bool,
    /// Positions without attribution, newest first: ten at the most, and how many there are. They fill no cell.
    pub unattributed: Vec<Arc<MatrixPosition>>,
    pub unattributed_count: usize,
}

/// One delegation's line.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    pub delegation: Link,
    /// The groups it belongs to, as classes: `g1 g4`.
    pub groups: String,
    pub cells: Vec<MatrixCell>,
}

/// What a delegation did on a clause.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixCell {
    /// `stance`, `spoke` (without a stance), `silent` (it spoke at the conference, not on this) or `uncovered`
    /// (nobody spoke on this).
    pub state: &'static str,
    /// None for the last two.
    pub held: Option<Arc<MatrixPosition>>,
}

/// The newest stance of a delegation on a clause or its parts, with the paragraph that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatrixPosition {
    /// The very paragraph that holds the statement.
    pub href: String,
    /// None when it never took one.
    pub stance: Option<StanceView>,
    pub date: Date,
    /// What the statement names: the clause, a part of it, or an issue that concerns it.
    pub on: String,
    /// True when that is not the column's own clause.
    pub elsewhere: bool,
    /// True when it took more than one stance.
    pub changed: bool,
    /// The stances before this one, newest first; three at the most, and how many more there were.
    pub earlier: Vec<MatrixStep>,
    pub more: usize,
}

/// A stance that a delegation took before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatrixStep {
    pub href: String,
    pub stance: StanceView,
    pub date: Date,
}

/// A column as a list.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixClause {
    pub link: Link,
    pub heading: Option<String>,
    pub count: usize,
    pub stances: Vec<MatrixHolders>,
    pub unattributed: Vec<Arc<MatrixPosition>>,
    pub unattributed_count: usize,
}

/// Who holds one stance on a clause.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixHolders {
    /// None for those who spoke without one.
    pub stance: Option<StanceView>,
    pub holders: Vec<MatrixHolder>,
}

#[derive(Clone, Debug, Serialize)]
pub struct MatrixHolder {
    pub name: String,
    /// As on rows: `g1 g4`.
    pub groups: String,
    pub held: Arc<MatrixPosition>,
}
