//! Views of the index by clause.

use super::delegation_pages::{ActivityView, StatementDay};
use super::draft_pages::{ComparisonLink, TextChanges};
use super::issue_pages::{HolderGroup, IssueGroup};
use super::map::SpeakersView;
use super::parts::*;
use crate::model::date::Date;
use crate::model::instrument::Unsettled;
use crate::model::value::Value;
use serde::Serialize;
use std::sync::Arc;

/// Statements under one head: a stance on an issue that concerns a clause.
#[derive(Clone, Debug, Serialize)]
pub struct StatementGroup {
    pub stance: Option<StanceView>,
    pub statements: Vec<Arc<StatementRow>>,
}

/// `clauses.html`: all instruments.
#[derive(Clone, Debug, Serialize)]
pub struct ClausesView {
    pub frame: Frame,
    pub instruments: Vec<InstrumentCard>,
}

#[derive(Clone, Debug, Serialize)]
pub struct InstrumentCard {
    pub href: String,
    pub title: String,
    pub note: Option<String>,
    pub drafts: usize,
    pub clauses: usize,
    pub mentions: usize,
}

/// `instrument.html`: one instrument and the table of its clauses.
#[derive(Clone, Debug, Serialize)]
pub struct InstrumentView {
    pub frame: Frame,
    pub title: String,
    pub note: Option<String>,
    pub body: Html,
    /// The language of the author's words, where the page is in another for want of a translation.
    pub original_lang: Option<String>,
    pub original_dir: Option<&'static str>,
    /// Newest first.
    pub drafts: Vec<DraftLink>,
    /// Pairs of drafts that are compared, newest first.
    pub comparisons: Vec<ComparisonLink>,
    /// In the newest draft's order, then those that only older drafts or citations have.
    pub clauses: Vec<ClauseRow>,
    pub extra: Value,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DraftLink {
    pub href: String,
    pub title: String,
    pub date: Date,
    pub current: bool,
    /// The language that the draft is in, where it differs from the page's.
    pub lang: Option<String>,
    pub dir: Option<&'static str>,
}

/// A clause in its instrument's table.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseRow {
    pub href: String,
    /// `Article 6(2)`.
    pub label: String,
    pub heading: Option<String>,
    /// 1 for an article, 2 for its paragraphs…
    pub level: usize,
    pub statements: usize,
    pub mentions: usize,
}

/// `clause.html`: one clause.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseView {
    pub frame: Frame,
    /// `att/art_6__para_2`.
    pub id: String,
    /// `Article 6(2)`.
    pub label: String,
    pub heading: Option<String>,
    pub instrument: Link,
    pub parent: Option<Link>,
    pub children: Vec<ClauseRow>,
    pub summary: Option<String>,
    /// The author's own words above the index.
    pub body: Html,
    /// The language of the author's words, where the page is in another for want of a translation.
    pub original_lang: Option<String>,
    pub original_dir: Option<&'static str>,
    /// Its text in each draft that has this number, newest first.
    pub texts: Vec<ClauseText>,
    /// Who holds which stance now: each delegation once, by its latest statement that takes one. A statement that
    /// names the clause itself goes before one on a part of it.
    pub holders: Vec<HolderGroup>,
    /// Positions on it and its parts by day, oldest first; where they would not fit on one page, the newest.
    pub days: Vec<StatementDay>,
    /// The author's readings: never counted as positions.
    pub readings: Vec<Arc<StatementRow>>,
    pub mentions: Vec<MentionConference>,
    /// The years' own pages, newest first, with all their statements and mentions counted; empty when everything stands
    /// on this page.
    pub years: Vec<Counted>,
    pub total_mentions: usize,
    pub total_statements: usize,
    pub total_readings: usize,
    /// Statements and mentions over time; none where all of them are of one day.
    pub activity: Option<ActivityView>,
    /// Issues that concern it or a part of it.
    pub issues: Vec<Link>,
    /// What was said on these issues and not on the clause itself; counted apart.
    pub via_issues: Vec<IssueGroup>,
    pub total_via_issues: usize,
    /// Who spoke on it or on its parts, on a map; none where no country on the map did.
    pub speakers: Option<SpeakersView>,
}

/// A clause's text in one draft.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseText {
    pub draft: DraftLink,
    /// Its number in that draft: `Article 4`.
    pub label: String,
    pub heading: Option<String>,
    /// Empty where the texts of so many drafts would not fit on one page: the draft's page has it.
    pub body: Html,
    /// What the draft says of itself: "Paraphrase".
    pub note: Option<String>,
    /// Brackets and options in it and its parts.
    pub unsettled: Unsettled,
    /// What became of it since the draft before it here; none where it is the same, and for the oldest.
    pub changes: Option<TextChanges>,
    /// The oldest draft since which it has been the same, where that is an older one.
    pub unchanged_since: Option<Date>,
}

/// `draft.html`: a draft's whole text.
#[derive(Clone, Debug, Serialize)]
pub struct DraftView {
    pub frame: Frame,
    pub instrument: Link,
    pub title: String,
    pub date: Date,
    pub note: Option<String>,
    /// What stands above the first clause.
    pub intro: Html,
    /// The language of the author's words, where the page is in another for want of a translation.
    pub original_lang: Option<String>,
    pub original_dir: Option<&'static str>,
    pub clauses: Vec<DraftClause>,
    /// All drafts of the instrument, newest first.
    pub drafts: Vec<DraftLink>,
    /// Its comparisons with other drafts.
    pub comparisons: Vec<ComparisonLink>,
    /// Brackets and options in the whole text.
    pub unsettled: Unsettled,
}

/// A clause of a draft's text.
#[derive(Clone, Debug, Serialize)]
pub struct DraftClause {
    /// The anchor: its eId.
    pub id: String,
    pub href: String,
    pub label: String,
    /// What it is called in the newest draft, where that is something else.
    pub now: Option<String>,
    /// As printed in the draft: `6`, `(a)`.
    pub number: Option<String>,
    pub heading: Option<String>,
    pub level: usize,
    pub body: Html,
    pub statements: usize,
    pub mentions: usize,
}
