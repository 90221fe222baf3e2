//! Views of the issues that a conference declares.

use super::index_pages::{ClauseRow, StatementGroup};
use super::parts::*;
use super::reading_pages::IssueRow;
use crate::model::date::Date;
use serde::Serialize;
use std::sync::Arc;

/// `issues.html`: all issues of a conference.
#[derive(Clone, Debug, Serialize)]
pub struct IssuesView {
    pub frame: Frame,
    pub conference: Link,
    /// In the order in which the conference declares them.
    pub issues: Vec<IssueRow>,
}

/// `issue.html`: one issue.
#[derive(Clone, Debug, Serialize)]
pub struct IssueView {
    pub frame: Frame,
    /// `ammunition`.
    pub id: String,
    pub title: String,
    pub conference: Link,
    /// The clauses that it concerns.
    pub clauses: Vec<ClauseRow>,
    /// Who holds which stance now: each delegation once, by its latest statement that takes one.
    pub holders: Vec<HolderGroup>,
    /// All statements on it that are positions, by day.
    pub days: Vec<StatementDay>,
    /// The author's readings: never counted as positions.
    pub readings: Vec<Arc<StatementRow>>,
    pub total_statements: usize,
}

/// Holders of one stance; of none, those who spoke without a position.
#[derive(Clone, Debug, Serialize)]
pub struct HolderGroup {
    pub stance: Option<StanceView>,
    pub holders: Vec<Holder>,
}

/// Who holds a stance, with the statement that says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Holder {
    pub delegation: Link,
    /// The very paragraph that holds the statement.
    pub href: String,
    pub date: Date,
    /// `quoted` or `reported`.
    pub voice: &'static str,
}

/// The statements of one day.
#[derive(Clone, Debug, Serialize)]
pub struct StatementDay {
    /// The day's page.
    pub href: String,
    pub date: Date,
    pub statements: Vec<Arc<StatementRow>>,
}

/// Statements on an issue, on the page of a clause that it concerns.
#[derive(Clone, Debug, Serialize)]
pub struct IssueGroup {
    pub issue: Link,
    pub conference: Link,
    /// By stance.
    pub statements: Vec<StatementGroup>,
    pub readings: Vec<Arc<StatementRow>>,
    /// How many positions these are; on the clause itself they are not counted.
    pub count: usize,
}
