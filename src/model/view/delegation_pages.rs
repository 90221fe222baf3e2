//! Views of the index by delegation, and of the years of both indexes.

use super::parts::*;
use crate::model::date::Date;
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
    /// The language of the author's words, where the page is in another for want of a translation.
    pub original_lang: Option<String>,
    pub original_dir: Option<&'static str>,
    pub total_mentions: usize,
    /// Its own positions: neither the author's readings nor what was said for a group count.
    pub total_statements: usize,
    /// Positions of groups that it spoke for, and that it belonged to: none of them is counted as its own.
    pub total_spoken_for: usize,
    pub total_via: usize,
    /// Positions of groups that it said it is not meant by.
    pub total_dissociated: usize,
    /// Own statements and mentions over time; none where all of them are of one day.
    pub activity: Option<ActivityView>,
    /// Its statements and mentions. Where they would not fit on one page, a summary and the newest.
    pub lines: Lines,
    /// Subjects that a summary leaves out; the years' pages have them.
    pub more_subjects: usize,
    /// The years' own pages, newest first, with all their statements and mentions counted; empty when everything stands
    /// on this page.
    pub years: Vec<Counted>,
    /// Groups that it belongs to and that were mentioned.
    pub groups: Vec<Link>,
    /// A group's members with the dates of membership.
    pub members: Vec<MemberRow>,
    /// Who spoke for this group, most often first; the count is of its statements.
    pub speakers: Vec<Counted>,
    /// Members that said that they are not meant, each with the statement.
    pub dissociations: Vec<Dissociation>,
}

/// `year.html`: one year of a delegation or a clause, or a part of it where the year is long.
#[derive(Clone, Debug, Serialize)]
pub struct YearView {
    pub frame: Frame,
    /// The delegation's or clause's own page.
    pub of: Link,
    pub year: i16,
    /// Statements and mentions; all of a clause's positions stand under the clause.
    pub lines: Lines,
    /// On this page; each statement counts once.
    pub total_statements: usize,
    pub total_mentions: usize,
    pub years: Vec<Counted>,
    /// All pages of this year in the order of days, when it has several; their texts are numbers.
    pub parts: Vec<Link>,
    /// The first and the last day on this page.
    pub from: Option<Date>,
    pub until: Option<Date>,
}

/// What an index page lists, sorted into its sections.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Lines {
    /// Its own positions, by clause or issue and then by day.
    pub subjects: Vec<SubjectGroup>,
    /// The newest positions, newest first, where the page only sums the subjects up; else empty.
    pub newest: Vec<Arc<StatementRow>>,
    /// What the author reads into its conduct: never counted as a position.
    pub readings: Vec<Arc<StatementRow>>,
    /// Statements that it spoke for a group: the group's, and counted there alone.
    pub spoken_for: Vec<Arc<StatementRow>>,
    /// Statements of groups that it belonged to on that day, never counted as its own.
    pub via: Vec<ViaGroup>,
    /// Statements of a group that it said it is not meant by.
    pub dissociated: Vec<Arc<StatementRow>>,
    /// Mentions in their sentences, newest conference first.
    pub mentions: Vec<MentionConference>,
}

/// What a delegation said on one clause or issue.
#[derive(Clone, Debug, Serialize)]
pub struct SubjectGroup {
    /// `Article 6: Prohibitions`, or an issue's title; none for statements on neither.
    pub head: Option<Link>,
    /// Every change of stance in the order of days; the last one holds. A year has its own changes alone.
    pub history: Vec<StanceChange>,
    /// How many statements there are, on this page or in all.
    pub count: usize,
    /// Empty where the page only sums up.
    pub days: Vec<StatementDay>,
}

/// A stance that differs from the one before it, with its evidence.
#[derive(Clone, Debug, Serialize)]
pub struct StanceChange {
    pub stance: StanceView,
    pub date: Date,
    pub href: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct StatementDay {
    pub date: Date,
    pub statements: Vec<Arc<StatementRow>>,
}

/// What one group said while the delegation belonged to it.
#[derive(Clone, Debug, Serialize)]
pub struct ViaGroup {
    pub group: Link,
    pub statements: Vec<ViaStatement>,
}

/// A group's statement in short: its words stand in the report and on the group's own pages, not on all its members'.
#[derive(Clone, Debug, Serialize)]
pub struct ViaStatement {
    /// The very paragraph that holds the statement.
    pub href: String,
    pub stance: Option<StanceView>,
    /// Clauses it was made on, by their numbers of that day.
    pub clauses: Vec<CitedClause>,
    pub issues: Vec<Link>,
    pub date: Date,
}

/// A member that dissociated itself from its group's statement.
#[derive(Clone, Debug, Serialize)]
pub struct Dissociation {
    pub member: Link,
    pub date: Date,
    /// The statement's paragraph.
    pub href: String,
    /// What it was made on.
    pub on: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct MemberRow {
    pub delegation: Link,
    pub from: Option<Date>,
    pub until: Option<Date>,
}

/// A small chart of statements and mentions over time: bars in a box of `width` by `height`, with their figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActivityView {
    pub width: usize,
    pub height: usize,
    /// `day`, `week`, `month`, `year` or `years` (several): what a bar stands for.
    pub unit: &'static str,
    /// In the order of time, those without anything left out.
    pub bars: Vec<ActivityBar>,
    /// The first and the last day with anything.
    pub from: Date,
    pub until: Date,
    /// The bar with most, the first of equals.
    pub peak: Date,
    pub peak_count: usize,
    pub statements: usize,
    pub mentions: usize,
}

/// One bar: mentions on top of statements.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActivityBar {
    /// Its first day.
    pub date: Date,
    pub statements: usize,
    pub mentions: usize,
    /// From the box's beginning; `bar` is its width.
    pub x: usize,
    pub bar: usize,
    pub statements_y: usize,
    pub statements_height: usize,
    pub mentions_y: usize,
    pub mentions_height: usize,
}
