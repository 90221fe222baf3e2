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
    /// Days with statements on it that are positions, the newest thirty.
    pub days: Vec<IssueDay>,
    /// How many earlier days have some.
    pub more_days: usize,
    /// The author's readings: never counted as positions. The newest ten.
    pub readings: Vec<Arc<StatementRow>>,
    pub total_statements: usize,
    pub total_readings: usize,
    /// True where not all of these statements would fit on one page.
    pub is_cut: bool,
}

/// Holders of one stance; of none, those who spoke without a position.
#[derive(Clone, Debug, Serialize)]
pub struct HolderGroup {
    pub stance: Option<StanceView>,
    /// How many there are; where so many would not fit on one page, fewer are shown.
    pub count: usize,
    /// By name.
    pub holders: Vec<Holder>,
}

/// Who holds a stance, with the statement that says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Holder {
    pub delegation: Link,
    /// Labels of the parts of the clause that the statement names, where it does not name the clause itself.
    pub parts: Vec<String>,
    /// The very paragraph that holds the statement.
    pub href: String,
    pub date: Date,
    /// `quoted` or `reported`.
    pub voice: &'static str,
}

/// The statements of one day.
#[derive(Clone, Debug, Serialize)]
pub struct IssueDay {
    /// The day's page.
    pub href: String,
    pub date: Date,
    /// Those of them that are shown: the newest of all days together, thirty at the most.
    pub statements: Vec<Arc<StatementRow>>,
    pub count: usize,
}

/// Statements on an issue, on the page of a clause that it concerns.
#[derive(Clone, Debug, Serialize)]
pub struct IssueGroup {
    pub issue: Link,
    pub conference: Link,
    /// By stance; the newest twenty, or fewer where the clause's page has much to show.
    pub statements: Vec<StatementGroup>,
    /// The newest ten, or fewer.
    pub readings: Vec<Arc<StatementRow>>,
    /// True where the issue's page has more.
    pub is_cut: bool,
    /// How many positions these are; on the clause itself they are not counted.
    pub count: usize,
}
