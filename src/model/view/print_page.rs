//! The view of a conference's print edition.

use super::parts::*;
use super::reading_pages::{Chunk, CorrectionRow};
use crate::model::date::Date;
use serde::Serialize;

/// `print.html`: a conference's reports one after another, with contents and indexes, to be printed. A long conference has
/// several parts, each a document of its own.
#[derive(Clone, Debug, Serialize)]
pub struct PrintView {
    pub frame: Frame,
    pub title: String,
    pub place: Option<String>,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub summary: Option<String>,
    /// The conference's page.
    pub conference: Link,
    /// All parts, this one marked `current`; one where the whole is in one.
    pub parts: Vec<PrintPart>,
    /// The author's introduction; empty but in the first part.
    pub body: Html,
    /// The language of title and introduction, where the page is in another for want of a translation.
    pub original_lang: Option<String>,
    pub original_dir: Option<&'static str>,
    pub reports: Vec<PrintedReport>,
    /// The text of each of `reports`, in their order: its ids begin with the report's `anchor`, its headings are one level
    /// lower than on its own page, and links to reports of the same part lead within the page.
    pub bodies: Vec<Html>,
    /// The two indexes of the part.
    pub clauses: Vec<PrintEntry>,
    pub delegations: Vec<PrintEntry>,
}

/// A part of a print edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PrintPart {
    pub href: String,
    pub number: usize,
    /// Its first and last day.
    pub from: Date,
    pub until: Date,
    pub current: bool,
}

/// A report in a print edition.
#[derive(Clone, Debug, Serialize)]
pub struct PrintedReport {
    /// The id to give it; those of its text begin with it.
    pub anchor: String,
    /// Its own page.
    pub href: String,
    pub title: String,
    pub date: Date,
    /// Its place among its day's reports, where there are several; indexes have it too.
    pub ordinal: Option<usize>,
    /// `morning`, `afternoon` or `evening`.
    pub session: Option<String>,
    pub summary: Option<String>,
    pub authors: Vec<String>,
    pub photo: Option<Photo>,
    pub corrections: Vec<CorrectionRow>,
    pub withheld: bool,
    /// Where the report's language differs from the page's.
    pub lang: Option<String>,
    pub dir: Option<&'static str>,
    /// Its text before the theme's `statement.html` has made its statements; no template sees this.
    #[serde(skip)]
    pub chunks: Vec<Chunk>,
}

/// A line of an index: a clause or a delegation, and where it is named.
#[derive(Clone, Debug, Serialize)]
pub struct PrintEntry {
    pub text: String,
    /// A clause's heading.
    pub note: Option<String>,
    pub places: Vec<PrintPlace>,
}

/// The places of one report.
#[derive(Clone, Debug, Serialize)]
pub struct PrintPlace {
    pub date: Date,
    pub ordinal: Option<usize>,
    pub refs: Vec<PrintRef>,
}

/// A paragraph within the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PrintRef {
    pub href: String,
    /// None for a heading.
    pub number: Option<u32>,
    /// Whether a statement stands there.
    pub is_statement: bool,
}
