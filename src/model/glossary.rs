//! A conference's glossary: terms that its reports use, with what they mean.

use super::ids::Lang;
use super::source::{SourcePath, Span};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Glossary {
    pub terms: Vec<Term>,
}

/// One term in all languages that the glossary is in.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Term {
    /// Its anchor on the glossary's page.
    pub anchor: String,
    /// What the original calls it.
    pub name: String,
    /// Where the original declares it.
    pub path: SourcePath,
    pub span: Span,
    pub words: BTreeMap<Lang, TermWords>,
}

/// A term in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TermWords {
    pub term: String,
    /// What stands behind its first use in a report.
    pub full: String,
    pub meaning: Option<String>,
    /// Other forms of the term, its plural among them.
    pub aliases: Vec<String>,
}

impl Term {
    /// The term in `lang`, or else in the site's first language.
    pub fn in_language<'a>(&'a self, lang: &'a Lang, first: &'a Lang) -> Option<(&'a Lang, &'a TermWords)> {
        [lang, first].into_iter().find_map(|lang| Some((lang, self.words.get(lang)?)))
    }
}
