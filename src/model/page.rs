//! One output to be: its address, and the values that its view is made of.
//!
//! A page's composer receives its ingredients and nothing else, so that what a page depends on can be read off its
//! type. What many pages share is made once and held by `Arc`.

use super::ids::{Route, StanceId};
use super::manuscript::Written;
use super::prose::Prose;
use super::source::{SourcePath, Span};
use super::value::Value;
use super::view::*;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

#[derive(Clone, Debug)]
pub struct Page {
    pub route: Route,
    /// The file that the page comes from first; none for those that only the indexes make.
    pub source: Option<SourcePath>,
    pub ingredients: Ingredients,
    /// Links and ids that its authors wrote, for the audit.
    pub links: Vec<WrittenLink>,
    pub ids: Vec<Written<String>>,
}

/// A link in an author's text, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenLink {
    pub path: SourcePath,
    pub span: Span,
    pub dest: String,
    pub leads: Leads,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To another site.
    Outside,
    /// To an anchor of the page it stands on.
    Here {
        anchor: String,
    },
    Page {
        route: Route,
        anchor: Option<String>,
    },
    /// To no file of the site; the nearest name, if any.
    Nowhere {
        near: Option<String>,
    },
    /// By a scheme that could run a program.
    Unsafe,
}

/// What a page is made of, by its kind.
#[derive(Clone, Debug)]
pub enum Ingredients {
    Home(PageHead, HomeParts),
    Conference(PageHead, Box<ConferenceParts>),
    Day(PageHead, DayParts),
    Report(PageHead, Box<ReportParts>),
    Plain(PageHead, PlainParts),
    NotFound(PageHead),
    Delegations(PageHead, Vec<DelegationLine>),
    Delegation(PageHead, Box<DelegationParts>),
    Year(PageHead, YearParts),
    Clauses(PageHead, Vec<InstrumentCard>),
    Instrument(PageHead, Box<InstrumentParts>),
    Clause(PageHead, Box<ClauseParts>),
    Draft(PageHead, Box<DraftParts>),
    Feed(FeedParts),
    Sitemap(Vec<SitemapUrl>),
    Robots(Option<String>),
}

impl Ingredients {
    /// The head of a page that has a frame; files for machines have none.
    pub fn head(&self) -> Option<&PageHead> {
        match self {
            Self::Home(head, _) | Self::NotFound(head) | Self::Conference(head, _) | Self::Day(head, _) => Some(head),
            Self::Report(head, _) | Self::Plain(head, _) | Self::Delegations(head, _) => Some(head),
            Self::Delegation(head, _) | Self::Year(head, _) | Self::Clauses(head, _) => Some(head),
            Self::Instrument(head, _) | Self::Clause(head, _) | Self::Draft(head, _) => Some(head),
            Self::Feed(_) | Self::Sitemap(_) | Self::Robots(_) => None,
        }
    }

    pub fn head_mut(&mut self) -> Option<&mut PageHead> {
        match self {
            Self::Home(head, _) | Self::NotFound(head) | Self::Conference(head, _) | Self::Day(head, _) => Some(head),
            Self::Report(head, _) | Self::Plain(head, _) | Self::Delegations(head, _) => Some(head),
            Self::Delegation(head, _) | Self::Year(head, _) | Self::Clauses(head, _) => Some(head),
            Self::Instrument(head, _) | Self::Clause(head, _) | Self::Draft(head, _) => Some(head),
            Self::Feed(_) | Self::Sitemap(_) | Self::Robots(_) => None,
        }
    }
}

/// What the frame around a page needs.
#[derive(Clone, Debug)]
pub struct PageHead {
    pub site: Arc<SiteHead>,
    pub title: String,
    pub description: Option<String>,
    pub route: Route,
    pub crumbs: Vec<Link>,
    pub translations: Vec<Translation>,
    /// Languages that its text is in; none for pages that the indexes make, which are in all.
    pub languages: Option<Vec<String>>,
}

/// What all pages of an edition share.
#[derive(Clone, Debug)]
pub struct SiteHead {
    pub lang: String,
    pub dir: &'static str,
    pub title: String,
    pub tagline: Option<String>,
    pub publisher: Option<String>,
    pub licence: Option<String>,
    pub origin: Option<String>,
    pub base_path: String,
    pub home: String,
    pub assets: Assets,
    pub feed: String,
    pub countries: String,
    pub clauses: String,
    pub pages: Vec<Link>,
    pub extra: Value,
}

/// A text with everything that leads somewhere resolved.
#[derive(Clone, Debug, Default)]
pub struct LinkedProse {
    pub prose: Arc<Prose>,
    /// Destinations as written → as browsers need them. What is not here is printed as written.
    pub destinations: BTreeMap<String, String>,
    /// Mentions by the node that holds their words.
    pub marks: BTreeMap<usize, Vec<Mark>>,
}

/// Words of a text node that lead to an index page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub range: Range<usize>,
    pub href: String,
    pub class: &'static str,
}

#[derive(Clone, Debug)]
pub struct HomeParts {
    pub newest: Vec<Arc<ReportCard>>,
    pub conferences: Vec<ConferenceCard>,
    pub delegations: Vec<Counted>,
    pub clauses: Vec<Counted>,
}

#[derive(Clone, Debug)]
pub struct ConferenceParts {
    pub card: ConferenceCard,
    pub photo: Option<Photo>,
    pub body: LinkedProse,
    pub days: Vec<DayCard>,
    pub delegations: Vec<Counted>,
    pub clauses: Vec<Counted>,
    pub issues: Vec<IssueRow>,
    pub instruments: Vec<Link>,
    pub extra: Value,
}

#[derive(Clone, Debug)]
pub struct DayParts {
    pub date: super::date::Date,
    pub conference: Link,
    pub reports: Vec<Arc<ReportCard>>,
    pub statements: Vec<Arc<StatementRow>>,
    pub delegations: Vec<Counted>,
    pub clauses: Vec<Counted>,
    pub previous: Option<Link>,
    pub next: Option<Link>,
}

#[derive(Clone, Debug)]
pub struct ReportParts {
    pub card: Arc<ReportCard>,
    pub body: LinkedProse,
    pub authors: Vec<String>,
    pub day: Link,
    pub delegations: Vec<Counted>,
    pub clauses: Vec<Counted>,
    /// In the text's order: the number of a statement is its place here.
    pub statements: Vec<Arc<StatementRow>>,
    pub previous: Option<Arc<ReportCard>>,
    pub next: Option<Arc<ReportCard>>,
    pub corrections: Vec<CorrectionRow>,
    pub extra: Value,
}

#[derive(Clone, Debug)]
pub struct PlainParts {
    pub title: String,
    pub summary: Option<String>,
    pub body: LinkedProse,
    /// The text's language, where it is not the page's.
    pub foreign: Option<(String, &'static str)>,
    pub extra: Value,
}

/// A delegation in the list of all.
#[derive(Clone, Debug)]
pub struct DelegationLine {
    pub kind: &'static str,
    pub counted: Counted,
}

#[derive(Clone, Debug)]
pub struct DelegationParts {
    pub id: String,
    pub kind: &'static str,
    pub name: String,
    pub official: Option<String>,
    pub alpha2: Option<String>,
    pub m49: Option<String>,
    pub summary: Option<String>,
    pub body: LinkedProse,
    pub total_mentions: usize,
    /// With the heads they stand under: clauses and issues.
    pub statements: Vec<HeadedStatement>,
    pub mentions: Vec<Arc<MentionEntryRow>>,
    pub years: Vec<Counted>,
    pub groups: Vec<Link>,
    pub members: Vec<MemberRow>,
}

/// A statement and one of the heads that a delegation's page lists it under.
#[derive(Clone, Debug)]
pub struct HeadedStatement {
    pub head: Option<Link>,
    pub row: Arc<StatementRow>,
}

/// A mention's row with the report and conference it is grouped by.
#[derive(Clone, Debug)]
pub struct MentionEntryRow {
    pub conference: Link,
    pub report: Link,
    pub date: super::date::Date,
    pub row: MentionRow,
}

#[derive(Clone, Debug)]
pub struct YearParts {
    pub of: Link,
    pub year: i16,
    pub mentions: Vec<Arc<MentionEntryRow>>,
    pub years: Vec<Counted>,
}

#[derive(Clone, Debug)]
pub struct InstrumentParts {
    pub title: String,
    pub note: Option<String>,
    pub body: LinkedProse,
    pub drafts: Vec<DraftLink>,
    pub clauses: Vec<ClauseRow>,
    pub extra: Value,
}

#[derive(Clone, Debug)]
pub struct ClauseParts {
    pub id: String,
    pub label: String,
    pub heading: Option<String>,
    pub instrument: Link,
    pub parent: Option<Link>,
    pub children: Vec<ClauseRow>,
    pub summary: Option<String>,
    pub body: LinkedProse,
    pub texts: Vec<ClauseTextParts>,
    /// All stances of the site in order, for grouping.
    pub stances: Vec<StanceId>,
    pub statements: Vec<Arc<StatementRow>>,
    pub mentions: Vec<Arc<MentionEntryRow>>,
    pub years: Vec<Counted>,
    pub total_mentions: usize,
    pub issues: Vec<String>,
}

/// A clause's own words in one draft.
#[derive(Clone, Debug)]
pub struct ClauseTextParts {
    pub draft: DraftLink,
    pub heading: Option<String>,
    pub note: Option<String>,
    /// Its own words first, then its parts'.
    pub words: Vec<NumberedWords>,
}

/// Words of a clause or a part of it, with the number printed beside them.
#[derive(Clone, Debug)]
pub struct NumberedWords {
    pub number: Option<String>,
    /// 0 for the clause itself, 1 for its parts…
    pub level: usize,
    pub words: ClauseWords,
}

/// Which nodes of a draft are a clause's own words, and the bytes of its printed number at their beginning.
#[derive(Clone, Debug)]
pub struct ClauseWords {
    pub text: Arc<LinkedProse>,
    pub nodes: Vec<Range<usize>>,
    pub skip: usize,
}

#[derive(Clone, Debug)]
pub struct DraftParts {
    pub instrument: Link,
    pub title: String,
    pub date: super::date::Date,
    pub note: Option<String>,
    pub intro: ClauseWords,
    pub clauses: Vec<DraftClauseParts>,
    pub drafts: Vec<DraftLink>,
}

#[derive(Clone, Debug)]
pub struct DraftClauseParts {
    /// Complete but for its body.
    pub clause: DraftClause,
    pub words: ClauseWords,
}

#[derive(Clone, Debug)]
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

/// A report in a feed.
#[derive(Clone, Debug)]
pub struct FeedItem {
    pub card: Arc<ReportCard>,
    pub authors: Vec<String>,
    pub lang: String,
    pub body: LinkedProse,
    pub statements: Vec<Arc<StatementRow>>,
}
