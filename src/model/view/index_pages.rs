//! Views of the two indexes: delegations and clauses.

use super::map::SpeakersView;
use super::parts::*;
use crate::model::date::Date;
use crate::model::value::Value;
use serde::Serialize;
use std::sync::Arc;

/// `countries.html`: everybody who may speak.
#[derive(Clone, Debug, Serialize)]
pub struct DelegationsView {
    pub frame: Frame,
    /// Countries that were mentioned, under their initials.
    pub letters: Vec<Letter>,
    /// Groups that were mentioned, and then organisations and observers.
    pub groups: Vec<Counted>,
    pub organisations: Vec<Counted>,
    pub total: usize,
}

/// The delegations whose names begin with one letter.
#[derive(Clone, Debug, Serialize)]
pub struct Letter {
    pub letter: String,
    pub delegations: Vec<Counted>,
}

/// `country.html` and `group.html`: one delegation.
#[derive(Clone, Debug, Serialize)]
pub struct DelegationView {
    pub frame: Frame,
    /// `NOR`, `x-caricom`.
    pub id: String,
    /// `country`, `group`, `organisation` or `observer`.
    pub kind: &'static str,
    pub name: String,
    /// The full formal name, where it differs.
    pub official: Option<String>,
    /// ISO 3166-1 alpha-2 and UN M49, for countries.
    pub alpha2: Option<String>,
    pub m49: Option<String>,
    pub summary: Option<String>,
    /// The author's own words above the index.
    pub body: Html,
    pub total_mentions: usize,
    pub total_statements: usize,
    /// Its statements by clause; those of the author's voice stand apart.
    pub statements: Vec<StatementGroup>,
    /// What the author reads into its conduct: never counted as a position.
    pub readings: Vec<Arc<StatementRow>>,
    /// Mentions in their sentences, newest conference first. Where they would not fit on one page, the newest.
    pub mentions: Vec<MentionConference>,
    /// The years' own pages, newest first; empty when all mentions stand on this page.
    pub years: Vec<Counted>,
    /// Groups that it belongs to and that were mentioned.
    pub groups: Vec<Link>,
    /// A group's members with the dates of membership.
    pub members: Vec<MemberRow>,
}

/// Statements under one head: a clause on a delegation's page, a stance on a clause's page.
#[derive(Clone, Debug, Serialize)]
pub struct StatementGroup {
    /// `Article 6 (Prohibitions)`, or an issue's title. None on clause pages.
    pub head: Option<Link>,
    pub stance: Option<StanceView>,
    pub statements: Vec<Arc<StatementRow>>,
}

#[derive(Clone, Debug, Serialize)]
pub struct MemberRow {
    pub delegation: Link,
    pub from: Option<Date>,
    pub until: Option<Date>,
}

/// `year.html`: one year's mentions of a delegation or a clause.
#[derive(Clone, Debug, Serialize)]
pub struct YearView {
    pub frame: Frame,
    /// The delegation's or clause's own page.
    pub of: Link,
    pub year: i16,
    pub mentions: Vec<MentionConference>,
    pub count: usize,
    pub years: Vec<Counted>,
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
    /// Newest first.
    pub drafts: Vec<DraftLink>,
    /// In the newest draft's order, then those that only older drafts or citations have.
    pub clauses: Vec<ClauseRow>,
    pub extra: Value,
}

#[derive(Clone, Debug, Serialize)]
pub struct DraftLink {
    pub href: String,
    pub title: String,
    pub date: Date,
    pub current: bool,
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
    /// Its text in each draft that has this number, newest first.
    pub texts: Vec<ClauseText>,
    /// Who holds which stance.
    pub statements: Vec<StatementGroup>,
    pub readings: Vec<Arc<StatementRow>>,
    pub mentions: Vec<MentionConference>,
    pub years: Vec<Counted>,
    pub total_mentions: usize,
    pub total_statements: usize,
    /// Issues that concern it: titles.
    pub issues: Vec<String>,
    /// Who spoke on it or on its parts, on a map; none where no country on the map did.
    pub speakers: Option<SpeakersView>,
}

/// A clause's text in one draft.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseText {
    pub draft: DraftLink,
    pub heading: Option<String>,
    pub body: Html,
    /// What the draft says of itself: "Paraphrase".
    pub note: Option<String>,
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
    pub clauses: Vec<DraftClause>,
    /// All drafts of the instrument, newest first.
    pub drafts: Vec<DraftLink>,
}

/// A clause of a draft's text.
#[derive(Clone, Debug, Serialize)]
pub struct DraftClause {
    /// The anchor: its eId.
    pub id: String,
    pub href: String,
    pub label: String,
    /// As printed in the draft: `6`, `(a)`.
    pub number: Option<String>,
    pub heading: Option<String>,
    pub level: usize,
    pub body: Html,
    pub mentions: usize,
}
