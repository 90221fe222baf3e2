//! Views of the pages that are read from top to bottom: home, conference, day, report, plain page, 404, and the
//! files that machines read.

use super::map::SpeakersView;
use super::moved::Moved;
use super::parts::*;
use crate::model::date::Date;
use crate::model::value::Value;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// `home.html`: the site's front page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    pub frame: Frame,
    /// The newest reports, newest first; ten at the most.
    pub newest: Vec<Arc<ReportCard>>,
    /// All conferences, newest first.
    pub conferences: Vec<ConferenceCard>,
    /// The delegations with most statements and mentions, and the clauses; a dozen of each at the most.
    pub delegations: Vec<Counted>,
    pub clauses: Vec<Counted>,
}

/// A conference in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ConferenceCard {
    pub href: String,
    pub title: String,
    pub place: Option<String>,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub summary: Option<String>,
    pub reports: usize,
    /// Positions: the author's readings do not count.
    pub statements: usize,
}

/// `conference.html`: a conference, its days in order.
#[derive(Clone, Debug, Serialize)]
pub struct ConferenceView {
    pub frame: Frame,
    pub card: ConferenceCard,
    pub photo: Option<Photo>,
    /// The author's own introduction.
    pub body: Html,
    /// The language of the author's words, where the page is in another for want of a translation.
    pub original_lang: Option<String>,
    pub original_dir: Option<&'static str>,
    pub days: Vec<DayCard>,
    /// Who spoke most, by statements and then mentions; a dozen at the most.
    pub delegations: Vec<Counted>,
    /// What was discussed most.
    pub clauses: Vec<Counted>,
    pub issues: Vec<IssueRow>,
    /// The page that lists the issues, where there are any.
    pub issue_list: Option<String>,
    pub instruments: Vec<Link>,
    /// The matrix of positions, once somebody has taken one. Its text is empty: the theme names it.
    pub matrix: Option<Link>,
    /// The print edition, once there is a report; none where `site.yaml` says `print: false`.
    pub print: Option<String>,
    /// The conference's Atom feed, when the site has a `base_url`.
    pub feed: Option<String>,
    /// The conference's glossary, where it has one.
    pub glossary: Option<String>,
    /// Who spoke, on a map; none where no country on the map did.
    pub speakers: Option<SpeakersView>,
    pub extra: Value,
}

/// A day in a conference's list.
#[derive(Clone, Debug, Serialize)]
pub struct DayCard {
    pub href: String,
    pub date: Date,
    pub reports: Vec<Arc<ReportCard>>,
}

/// An issue that a conference declares.
#[derive(Clone, Debug, Serialize)]
pub struct IssueRow {
    pub href: String,
    pub title: String,
    pub clauses: Vec<Link>,
    pub statements: usize,
    /// The author's readings, which are no statements of anybody.
    pub readings: usize,
}

/// `day.html`: one day of a conference: its reports and all its statements.
#[derive(Clone, Debug, Serialize)]
pub struct DayView {
    pub frame: Frame,
    pub date: Date,
    pub conference: Link,
    pub reports: Vec<Arc<ReportCard>>,
    /// Its positions.
    pub statements: Vec<Arc<StatementRow>>,
    /// The author's readings: never counted as positions.
    pub readings: Vec<Arc<StatementRow>>,
    /// Stances that are new or changed on this day.
    pub moved: Moved,
    pub delegations: Vec<Counted>,
    pub clauses: Vec<Counted>,
    /// The conference's day before and after.
    pub previous: Option<DayLink>,
    pub next: Option<DayLink>,
}

/// A day's page.
#[derive(Clone, Debug, Serialize)]
pub struct DayLink {
    pub href: String,
    pub date: Date,
}

/// `report.html`: one report.
#[derive(Clone, Debug, Serialize)]
pub struct ReportView {
    pub frame: Frame,
    pub title: String,
    pub date: Date,
    /// `morning`, `afternoon` or `evening`.
    pub session: Option<String>,
    pub summary: Option<String>,
    pub authors: Vec<String>,
    /// What a reader in a hurry must know, a sentence or two each.
    pub key_points: Vec<String>,
    pub photo: Option<Photo>,
    /// The text, with paragraph numbers, permalinks, linked mentions and statements set off.
    pub body: Html,
    /// The text as it is before the theme's `statement.html` has made its statements; no template sees this.
    #[serde(skip)]
    pub chunks: Vec<Chunk>,
    /// The text's headings, for "on this page".
    pub headings: Vec<Heading>,
    pub conference: Link,
    pub day: Link,
    /// Delegations and clauses of this report, those with most positions and mentions first; each leads to its index
    /// page.
    pub delegations: Vec<Counted>,
    pub clauses: Vec<NamedClause>,
    pub statements: Vec<Arc<StatementRow>>,
    /// The neighbours in the conference's order.
    pub previous: Option<Arc<ReportCard>>,
    pub next: Option<Arc<ReportCard>>,
    /// Where reports of the same day or later refer to this one, the oldest first; the newest forty.
    pub backlinks: Vec<Arc<BacklinkRow>>,
    pub corrections: Vec<CorrectionRow>,
    /// The language of title and body, where the page is in another for want of a translation.
    pub original_lang: Option<String>,
    pub original_dir: Option<&'static str>,
    pub extra: Value,
}

/// A stretch of a report's text: markup, or a statement that the theme sets off.
#[derive(Clone, Debug)]
pub enum Chunk {
    Markup(Html),
    Statement(Box<StatementView>),
    /// What moved on a day, in a feed.
    Moved(Moved),
}

/// `statement.html`: one statement within a report's text.
#[derive(Clone, Debug, Serialize)]
pub struct StatementView {
    /// The paragraph's number and its anchor, `p9`.
    pub number: u32,
    pub anchor: String,
    pub row: Arc<StatementRow>,
    /// The words below the first line.
    pub body: Html,
}

/// A heading inside a text. `level` is 2 to 6.
#[derive(Clone, Debug, Serialize)]
pub struct Heading {
    pub level: u8,
    pub href: String,
    pub text: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct CorrectionRow {
    pub date: Date,
    pub text: String,
}

/// A sentence of another report that links here.
#[derive(Clone, Debug, Serialize)]
pub struct BacklinkRow {
    /// The very paragraph that holds the sentence.
    pub href: String,
    pub date: Date,
    pub report: Link,
    /// True where that report is withheld, and shown by `--drafts`.
    pub withheld: bool,
    /// The sentence up to the link's words, these, and the sentence after them.
    pub before: String,
    pub words: String,
    pub after: String,
    /// Where that report's language differs from the page's.
    pub lang: Option<String>,
    pub dir: Option<&'static str>,
}

/// `page.html`: a plain page, such as "about".
#[derive(Clone, Debug, Serialize)]
pub struct PlainView {
    pub frame: Frame,
    pub title: String,
    pub summary: Option<String>,
    pub body: Html,
    pub headings: Vec<Heading>,
    pub original_lang: Option<String>,
    pub original_dir: Option<&'static str>,
    pub extra: Value,
}

/// `404.html`: what a server answers for an address that does not exist.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    pub frame: Frame,
}

/// `feed.xml` (RFC 4287), written by a serialiser and not by a template.
#[derive(Clone, Debug, Serialize)]
pub struct FeedView {
    pub lang: String,
    pub title: String,
    pub subtitle: Option<String>,
    /// The feed's own address and that of the page it belongs to.
    pub own_url: String,
    pub page_url: String,
    /// The newest entry's instant, RFC 3339.
    pub updated: String,
    pub author: String,
    /// Before every address within the site.
    pub origin: String,
    pub entries: Vec<FeedEntry>,
}

#[derive(Clone, Debug, Serialize)]
pub struct FeedEntry {
    pub url: String,
    pub title: FeedTitle,
    pub lang: String,
    pub updated: String,
    pub authors: Vec<String>,
    pub summary: Option<String>,
    #[serde(skip)]
    pub content: Vec<Chunk>,
}

/// An entry's title: a report's own, or the theme's words for what moved on a day.
#[derive(Clone, Debug, Serialize)]
pub enum FeedTitle {
    Own(String),
    Moved(Date),
}

/// `sitemap.xml`, or a part of one that is too long for one file; written by a serialiser.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapView {
    pub urls: Vec<SitemapUrl>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SitemapUrl {
    pub url: String,
    pub lastmod: Option<Date>,
    /// Language and address of the same page in all languages, this one included.
    pub alternates: Vec<(String, String)>,
}

/// `sitemap.xml` where it has several parts.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapIndexView {
    pub parts: Vec<SitemapPart>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SitemapPart {
    pub url: String,
    /// The newest day of its pages.
    pub lastmod: Option<Date>,
}

/// `robots.txt`.
#[derive(Clone, Debug, Serialize)]
pub struct RobotsView {
    pub sitemap: Option<String>,
}
