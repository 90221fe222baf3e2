//! One output to be: its address, and the values that its view is made of.
//!
//! A page's composer receives its ingredients and nothing else, so that what a page depends on can be read off its
//! type. What many pages share is made once and held by `Arc`.

mod draft_parts;
mod index_parts;
mod issue_parts;
mod map_parts;
mod matrix_parts;
mod print_parts;
mod reading_parts;
mod search_parts;

pub use draft_parts::*;
pub use index_parts::*;
pub use issue_parts::*;
pub use map_parts::*;
pub use matrix_parts::*;
pub use print_parts::*;
pub use reading_parts::*;
pub use search_parts::*;

use super::digest::Digested;
use super::ids::Route;
use super::manuscript::Written;
use super::prose::Prose;
use super::source::{SourcePath, Span};
use super::value::Value;
use super::view::*;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

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

impl Page {
    /// A page that no file stands for.
    pub fn made(route: Route, ingredients: Ingredients) -> Self {
        Self { route, source: None, ingredients, links: Vec::new(), ids: Vec::new() }
    }
}

/// A link in an author's text, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenLink {
    pub path: SourcePath,
    pub span: Span,
    pub dest: String,
    pub leads: Leads,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

/// What a page is made of.
#[derive(Clone, Debug, Serialize)]
#[allow(clippy::large_enum_variant, reason = "nearly all pages are framed: a box would save nothing")]
pub enum Ingredients {
    /// A page for readers: what stands around it, and what it shows.
    Framed(PageHead, Parts),
    Feed(FeedParts),
    Map(MapParts),
    /// A card has no words of its own to fetch: its view is all that it is made of.
    Card(Box<CardView>),
    Sitemap(Vec<SitemapUrl>),
    SitemapIndex(Vec<SitemapPart>),
    Robots(Option<String>),
    Search(SearchFile),
}

/// What a page for readers shows, by its kind.
#[derive(Clone, Debug, Serialize)]
pub enum Parts {
    Home(HomeParts),
    Conference(Box<ConferenceParts>),
    Day(Box<DayParts>),
    Report(Box<ReportParts>),
    Plain(PlainParts),
    NotFound,
    Delegations(Vec<DelegationLine>),
    Delegation(Box<DelegationParts>),
    Year(YearParts),
    Clauses(Vec<InstrumentCard>),
    Instrument(Box<InstrumentParts>),
    Clause(Box<ClauseParts>),
    Draft(Box<DraftParts>),
    Matrix(Box<MatrixParts>),
    Issues(IssuesParts),
    Issue(Box<IssueParts>),
    Glossary(GlossaryParts),
    Compare(Box<CompareParts>),
    Search(SearchParts),
    Print(Box<PrintParts>),
}

impl Ingredients {
    /// The head of a page that has a frame; files for machines have none.
    pub fn head(&self) -> Option<&PageHead> {
        match self {
            Self::Framed(head, _) => Some(head),
            _ => None,
        }
    }

    pub fn head_mut(&mut self) -> Option<&mut PageHead> {
        match self {
            Self::Framed(head, _) => Some(head),
            _ => None,
        }
    }
}

impl Parts {
    /// The template that shows it.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Home(_) => "home.html",
            Self::Conference(_) => "conference.html",
            Self::Day(_) => "day.html",
            Self::Report(_) => "report.html",
            Self::Plain(_) => "page.html",
            Self::NotFound => "404.html",
            Self::Delegations(_) => "countries.html",
            Self::Delegation(parts) if parts.kind == "country" => "country.html",
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
        }
    }
}

/// What the frame around a page needs.
#[derive(Clone, Debug, Serialize)]
pub struct PageHead {
    pub site: Digested<SiteHead>,
    pub title: String,
    pub description: Option<String>,
    pub route: Route,
    pub crumbs: Vec<Link>,
    pub translations: Vec<Translation>,
    /// Languages that its text is in; none for pages that the indexes make, which are in all.
    pub languages: Option<Vec<String>>,
    /// Whether its text is shown for the author alone.
    pub withheld: bool,
    /// The page that says the same, where this one only repeats it: search engines are told of that one.
    pub repeats: Option<Route>,
    /// What stands for it where it is shared.
    pub image: Option<SocialImage>,
}

/// What all pages of an edition share.
#[derive(Clone, Debug, Serialize)]
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
    pub options: FrameOptions,
    pub feed: String,
    pub countries: String,
    pub clauses: String,
    /// Where readers search, if the site has it.
    pub search: Option<String>,
    pub pages: Vec<Link>,
    pub footer_pages: Vec<Link>,
    /// Whether any text of the edition is shown for the author alone.
    pub shows_withheld: bool,
    pub extra: Value,
}

/// A text with everything that leads somewhere resolved.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LinkedProse {
    pub prose: Digested<Prose>,
    /// Destinations as written → as browsers need them. What is not here is printed as written.
    pub destinations: BTreeMap<String, String>,
    /// The files of its pictures, by destinations as written.
    pub pictures: BTreeMap<String, PictureFiles>,
    /// Mentions by the node that holds their words.
    pub marks: BTreeMap<usize, Vec<Mark>>,
}

/// Words of a text node that lead to an index page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    pub range: Range<usize>,
    pub href: String,
    pub class: &'static str,
    /// What a term of the glossary stands for.
    pub title: Option<String>,
}
