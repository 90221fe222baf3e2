//! Ingredients of what is read from top to bottom: home, conference, day, report, plain pages, feeds.

use super::{LinkedProse, SpeakersParts};
use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::value::Value;
use crate::model::view::*;
use serde::Serialize;
use std::sync::Arc;

#[derive(Clone, Debug, Serialize)]
pub struct HomeParts {
    pub newest: Vec<Digested<ReportCard>>,
    pub conferences: Vec<ConferenceCard>,
    pub delegations: Vec<Counted>,
    pub clauses: Vec<Counted>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ConferenceParts {
    pub card: ConferenceCard,
    pub photo: Option<Photo>,
    pub body: LinkedProse,
    /// The language of the author's words, where it is not the page's.
    pub foreign: Option<(String, &'static str)>,
    pub days: Vec<DayCard>,
    pub delegations: Vec<Counted>,
    pub clauses: Vec<Counted>,
    pub issues: Vec<IssueRow>,
    pub issue_list: Option<String>,
    pub instruments: Vec<Link>,
    pub matrix: Option<Link>,
    pub print: Option<String>,
    pub feed: Option<String>,
    pub glossary: Option<String>,
    pub speakers: Option<SpeakersParts>,
    pub extra: Value,
}

#[derive(Clone, Debug, Serialize)]
pub struct DayParts {
    pub date: Date,
    pub conference: Link,
    pub reports: Vec<Digested<ReportCard>>,
    pub statements: Vec<Digested<StatementRow>>,
    pub readings: Vec<Digested<StatementRow>>,
    pub moved: Moved,
    pub delegations: Vec<Counted>,
    pub clauses: Vec<Counted>,
    pub previous: Option<DayLink>,
    pub next: Option<DayLink>,
}

#[derive(Clone, Debug, Serialize)]
pub struct ReportParts {
    pub card: Digested<ReportCard>,
    pub body: Digested<LinkedProse>,
    pub authors: Vec<String>,
    pub key_points: Vec<String>,
    pub day: Link,
    pub delegations: Vec<Counted>,
    pub clauses: Vec<NamedClause>,
    /// In the text's order: the number of a statement is its place here.
    pub statements: Vec<Digested<StatementRow>>,
    pub previous: Option<Digested<ReportCard>>,
    pub next: Option<Digested<ReportCard>>,
    pub backlinks: Vec<Arc<BacklinkRow>>,
    pub corrections: Vec<CorrectionRow>,
    pub extra: Value,
}

#[derive(Clone, Debug, Serialize)]
pub struct GlossaryParts {
    pub conference: Link,
    pub terms: Vec<Arc<TermRow>>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PlainParts {
    pub title: String,
    pub summary: Option<String>,
    pub body: LinkedProse,
    /// The text's language, where it is not the page's.
    pub foreign: Option<(String, &'static str)>,
    pub extra: Value,
}

#[derive(Clone, Debug, Serialize)]
pub struct FeedParts {
    pub lang: String,
    pub title: String,
    pub subtitle: Option<String>,
    pub own_url: String,
    pub page_url: String,
    pub author: String,
    pub origin: String,
    pub entries: Vec<FeedItem>,
}

/// An entry of a feed.
#[derive(Clone, Debug, Serialize)]
pub enum FeedItem {
    Report(Box<ReportItem>),
    /// What moved on a day; `href` is the place on the day's page that tells it.
    Moved {
        href: String,
        date: Date,
        moved: Moved,
    },
}

/// A report in a feed.
#[derive(Clone, Debug, Serialize)]
pub struct ReportItem {
    pub card: Digested<ReportCard>,
    pub authors: Vec<String>,
    pub lang: String,
    pub body: Digested<LinkedProse>,
    pub statements: Vec<Digested<StatementRow>>,
}
