//! Views: all that a template may see. One struct for each template, and the small parts they share.
//!
//! A template sees the fields of its view as variables (`report.html` sees `frame`, `title`, `body`…) and nothing
//! else. Every `href` is ready to print. Fields of type [`Html`] are markup made safe and printed as they are;
//! all other text is escaped by the engine.

mod card;
mod delegation_pages;
mod draft_pages;
mod glossary_page;
mod index_pages;
mod issue_pages;
mod map;
mod matrix_pages;
mod moved;
mod parts;
mod print_page;
mod reading_pages;
mod search_page;

pub use card::*;
pub use delegation_pages::*;
pub use draft_pages::*;
pub use glossary_page::*;
pub use index_pages::*;
pub use issue_pages::*;
pub use map::*;
pub use matrix_pages::*;
pub use moved::*;
pub use parts::*;
pub use print_page::*;
pub use reading_pages::*;
pub use search_page::*;

use serde::Serialize;

/// One page's view, with the template that it is for.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    Home(HomeView),
    Conference(Box<ConferenceView>),
    Day(DayView),
    Report(Box<ReportView>),
    Plain(PlainView),
    NotFound(NotFoundView),
    Delegations(DelegationsView),
    Delegation(Box<DelegationView>),
    Year(YearView),
    Clauses(ClausesView),
    Instrument(InstrumentView),
    Clause(Box<ClauseView>),
    Draft(DraftView),
    Matrix(Box<MatrixView>),
    Issues(IssuesView),
    Issue(Box<IssueView>),
    Glossary(GlossaryView),
    Compare(Box<CompareView>),
    Search(SearchView),
    Print(Box<PrintView>),
    Feed(FeedView),
    Map(MapView),
    Card(Box<CardView>),
    Sitemap(SitemapView),
    SitemapIndex(SitemapIndexView),
    Robots(RobotsView),
    #[serde(skip)]
    SearchFile(SearchFileView),
}

impl View {
    /// The template that shows this view; none for what a serialiser writes.
    pub fn template(&self) -> Option<&'static str> {
        Some(match self {
            Self::Home(_) => "home.html",
            Self::Conference(_) => "conference.html",
            Self::Day(_) => "day.html",
            Self::Report(_) => "report.html",
            Self::Plain(_) => "page.html",
            Self::NotFound(_) => "404.html",
            Self::Delegations(_) => "countries.html",
            Self::Delegation(view) if view.kind == "country" => "country.html",
            Self::Delegation(_) => "group.html",
            Self::Year(_) => "year.html",
            Self::Clauses(_) => "clauses.html",
            Self::Instrument(_) => "instrument.html",
            Self::Clause(_) => "clause.html",
            Self::Draft(_) => "draft.html",
            Self::Matrix(_) => "matrix.html",
            Self::Issues(_) => "issues.html",
            Self::Issue(_) => "issue.html",
            Self::Glossary(_) => "glossary.html",
            Self::Compare(_) => "compare.html",
            Self::Search(_) => "search.html",
            Self::Print(_) => "print.html",
            Self::Feed(_) | Self::Map(_) | Self::Card(_) | Self::SearchFile(_) => return None,
            Self::Sitemap(_) | Self::SitemapIndex(_) | Self::Robots(_) => return None,
        })
    }
}

/// The templates of what stands within a report's text and in feeds.
pub const CHUNK_TEMPLATES: &[&str] = &["moved.html", "statement.html"];

/// Every template that a theme, or what it extends, must have.
pub const TEMPLATES: &[&str] = &[
    "404.html",
    "clause.html",
    "clauses.html",
    "compare.html",
    "conference.html",
    "countries.html",
    "country.html",
    "day.html",
    "draft.html",
    "glossary.html",
    "group.html",
    "home.html",
    "instrument.html",
    "issue.html",
    "issues.html",
    "matrix.html",
    "page.html",
    "print.html",
    "report.html",
    "search.html",
    "year.html",
];
