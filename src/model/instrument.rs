//! A treaty or decision in the making: its drafts, and the clauses that each draft has.

use super::date::Date;
use super::ids::{Eid, InstrumentId, Lang};
use super::prose::Prose;
use super::source::{SourcePath, Span};
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One dated version of an instrument's text.
#[derive(Clone, Debug)]
pub struct Draft {
    pub instrument: InstrumentId,
    pub path: SourcePath,
    pub date: Date,
    pub lang: Lang,
    pub title: Option<String>,
    pub note: Option<String>,
    pub prose: Arc<Prose>,
    /// The nodes above the first clause.
    pub intro: std::ops::Range<usize>,
    /// In the text's order.
    pub clauses: Vec<Clause>,
    /// What is unsettled in words that belong to no clause.
    pub outside: Unsettled,
}

/// What negotiators have yet to settle in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Unsettled {
    /// Brackets opened, nested ones too; one that was never opened counts where it closes.
    pub brackets: usize,
    /// Paragraphs that begin as an option: `Option 1`, `Alternative A`.
    pub options: usize,
}

impl std::ops::Add for Unsettled {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { brackets: self.brackets + other.brackets, options: self.options + other.options }
    }
}

impl std::iter::Sum for Unsettled {
    fn sum<I: Iterator<Item = Self>>(each: I) -> Self {
        each.fold(Self::default(), std::ops::Add::add)
    }
}

/// An addressable part of a draft, at any depth.
#[derive(Clone, Debug)]
pub struct Clause {
    pub eid: Eid,
    /// The same clause in all drafts, whatever its number: set when the drafts have been held against each other.
    pub lasting: Eid,
    /// As printed: `6`, `(a)`, `2 bis`. None for a heading without a number.
    pub number: Option<String>,
    pub heading: Option<String>,
    /// 1 for an article, 2 for its paragraphs…
    pub level: usize,
    /// The nodes of its own text, its parts' text left out.
    pub nodes: Vec<std::ops::Range<usize>>,
    /// Bytes of the first text node that are its printed number, and not its text.
    pub skip: usize,
    pub span: Span,
    /// In its heading and its own words.
    pub unsettled: Unsettled,
}

impl Draft {
    pub fn clause(&self, eid: &Eid) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.eid == *eid)
    }

    /// The clause by its lasting eId.
    pub fn lasting(&self, eid: &Eid) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.lasting == *eid)
    }

    /// False where a number stands twice, which is an author's mistake and told.
    pub fn has_each_clause_once(&self) -> bool {
        let eids: BTreeSet<&Eid> = self.clauses.iter().map(|clause| &clause.eid).collect();
        eids.len() == self.clauses.len()
    }

    /// What is unsettled in a clause and its parts.
    pub fn unsettled_in(&self, eid: &Eid) -> Unsettled {
        let inside = format!("{eid}__");
        let parts = self.clauses.iter().filter(|part| part.eid == *eid || part.eid.as_str().starts_with(&inside));
        parts.map(|part| part.unsettled).sum()
    }

    /// What is unsettled in the whole text: in its clauses and outside them.
    pub fn unsettled(&self) -> Unsettled {
        self.clauses.iter().map(|clause| clause.unsettled).sum::<Unsettled>() + self.outside
    }
}
