//! The view of a conference's glossary.

use super::parts::*;
use crate::model::date::Date;
use serde::Serialize;
use std::sync::Arc;

/// `glossary.html`: the terms of a conference. In a report the first use of a term is `<a class="m m-term" title="…">`;
/// the default theme prints the title behind it.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryView {
    pub frame: Frame,
    pub conference: Link,
    /// By their names.
    pub terms: Vec<Arc<TermRow>>,
}

/// A term, and where reports use it first.
#[derive(Clone, Debug, Serialize)]
pub struct TermRow {
    /// `term-rio`, to which its first uses lead.
    pub anchor: String,
    pub term: String,
    /// What stands behind its first use in a report.
    pub full: String,
    pub meaning: Option<String>,
    pub aliases: Vec<String>,
    /// The language of these words, where there is no translation into the page's.
    pub lang: Option<String>,
    pub dir: Option<&'static str>,
    /// The first use in each report, the oldest first; a dozen at the most.
    pub uses: Vec<TermUseRow>,
    /// In how many reports it is used.
    pub reports: usize,
}

/// The first use of a term in a report.
#[derive(Clone, Debug, Serialize)]
pub struct TermUseRow {
    /// The very paragraph that holds it.
    pub href: String,
    pub date: Date,
    pub title: String,
    /// Where the report's language differs from the page's.
    pub lang: Option<String>,
    pub dir: Option<&'static str>,
}
