//! Ingredients of a conference's print edition.

use super::LinkedProse;
use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::gist::Gist;
use crate::model::report::{Report, Target};
use crate::model::view::*;
use serde::Serialize;

/// One part of a print edition. It repeats what other pages show and is the only one that does so at length, so that all of
/// it is known by digests.
#[derive(Clone, Debug, Serialize)]
pub struct PrintParts {
    pub title: String,
    pub place: Option<String>,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub summary: Option<String>,
    pub conference: Link,
    pub parts: Vec<PrintPart>,
    /// The author's introduction, in the first part.
    pub body: Option<LinkedProse>,
    /// The language of title and introduction, where it is not the page's.
    pub foreign: Option<(String, &'static str)>,
    pub reports: Vec<PrintedParts>,
    /// Who and what its reports name, in the order of the two indexes.
    pub delegations: Vec<NamedTarget>,
    pub clauses: Vec<NamedTarget>,
}

/// A report in a print edition.
#[derive(Clone, Debug, Serialize)]
pub struct PrintedParts {
    pub card: Digested<ReportCard>,
    pub gist: Digested<Gist>,
    /// For its mentions.
    pub report: Digested<Report>,
    pub body: Digested<LinkedProse>,
    pub statements: Vec<Digested<StatementRow>>,
    /// What stands before its ids.
    pub anchor: String,
    /// Its place among its day's reports, where there are several.
    pub ordinal: Option<usize>,
}

/// A line of an index, without its places.
#[derive(Clone, Debug, Serialize)]
pub struct NamedTarget {
    pub target: Target,
    pub text: String,
    pub note: Option<String>,
}
