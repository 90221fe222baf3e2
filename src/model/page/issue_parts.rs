//! Ingredients of the issues that a conference declares.

use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::ids::StanceId;
use crate::model::view::*;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct IssuesParts {
    pub conference: Link,
    pub issues: Vec<IssueRow>,
    /// The day of the newest statement on any of them.
    pub newest: Option<Date>,
}

#[derive(Clone, Debug, Serialize)]
pub struct IssueParts {
    pub id: String,
    pub title: String,
    pub conference: Link,
    pub clauses: Vec<ClauseRow>,
    pub holders: Vec<HolderGroup>,
    /// Each with the address of its day's page.
    pub statements: Vec<(String, Digested<StatementRow>)>,
}

/// Statements on an issue that a clause's page shows, with all stances of the site in order, for grouping.
#[derive(Clone, Debug, Serialize)]
pub struct ViaIssue {
    pub issue: Link,
    pub conference: Link,
    pub stances: Vec<StanceId>,
    pub statements: Vec<Digested<StatementRow>>,
}
