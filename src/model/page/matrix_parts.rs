//! Ingredients of the position matrix: one grid of positions, and what the page shows of it.

use crate::model::date::Date;
use crate::model::view::*;
use serde::Serialize;
use std::sync::Arc;

#[derive(Clone, Debug, Serialize)]
pub struct MatrixParts {
    pub kind: &'static str,
    pub conference: Link,
    pub overview: Link,
    pub clause: Option<Link>,
    pub heading: Option<String>,
    pub part: Option<usize>,
    pub parts: usize,
    pub previous: Option<Link>,
    pub next: Option<Link>,
    pub columns: Vec<MatrixColumn>,
    pub rows: Vec<MatrixRowParts>,
    /// Whether the grid is shown as a table and a list, or in the picture alone.
    pub shown: MatrixShown,
    pub speakers: Vec<Counted>,
    pub cuts: Vec<Counted>,
    /// All stances of the site in order.
    pub stances: Vec<StanceView>,
    pub groups: Vec<MatrixGroup>,
    pub silent: Vec<String>,
    pub uncovered: Vec<Link>,
    /// The newest report's day.
    pub changed: Option<Date>,
}

/// How much of a grid its page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum MatrixShown {
    Table,
    Picture,
    PictureAndTable,
}

/// A delegation's positions, one place for each column.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRowParts {
    pub delegation: Link,
    pub groups: Vec<usize>,
    pub cells: Vec<Option<Arc<MatrixPosition>>>,
}
