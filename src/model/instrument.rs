//! A treaty or decision in the making: its drafts, and the clauses that each draft has.

use super::date::Date;
use super::ids::{Eid, InstrumentId, Lang};
use super::prose::Prose;
use super::source::{SourcePath, Span};
use serde::Serialize;
use std::collections::BTreeMap;
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
    /// Places of the clauses, by eId and by lasting eId.
    pub places: ClausePlaces,
}

/// Where a draft has which clause. Of two with one eId the first counts.
#[derive(Clone, Debug, Default)]
pub struct ClausePlaces {
    by_eid: BTreeMap<Eid, usize>,
    by_lasting: BTreeMap<Eid, usize>,
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
        self.place(eid).map(|at| &self.clauses[at])
    }

    /// Where in the list the clause of an eId is.
    pub fn place(&self, eid: &Eid) -> Option<usize> {
        self.places.by_eid.get(eid).copied()
    }

    /// Looks up anew where each clause is, when the list has changed or the clauses have their lasting eIds.
    pub fn find_places(&mut self) {
        let all = || self.clauses.iter().enumerate().rev();
        let by_eid = all().map(|(at, clause)| (clause.eid.clone(), at)).collect();
        let by_lasting = all().map(|(at, clause)| (clause.lasting.clone(), at)).collect();
        self.places = ClausePlaces { by_eid, by_lasting };
    }

    /// A clause's parts at all depths, which stand behind it.
    pub fn parts<'a>(&'a self, clause: &'a Clause) -> impl Iterator<Item = &'a Clause> {
        let behind = self.place(&clause.eid).map_or(self.clauses.len(), |at| at + 1);
        let inside = |part: &&Clause| {
            let rest = part.eid.as_str().strip_prefix(clause.eid.as_str());
            rest.is_some_and(|rest| rest.starts_with("__"))
        };
        self.clauses[behind..].iter().take_while(inside)
    }

    /// The clause by its lasting eId.
    pub fn lasting(&self, eid: &Eid) -> Option<&Clause> {
        self.places.by_lasting.get(eid).map(|at| &self.clauses[*at])
    }

    /// False where a number stands twice, which is an author's mistake and told.
    pub fn has_each_clause_once(&self) -> bool {
        self.places.by_eid.len() == self.clauses.len()
    }

    /// What is unsettled in a clause and its parts.
    pub fn unsettled_in(&self, eid: &Eid) -> Unsettled {
        let Some(clause) = self.clause(eid) else { return Unsettled::default() };
        clause.unsettled + self.parts(clause).map(|part| part.unsettled).sum()
    }

    /// What is unsettled in the whole text: in its clauses and outside them.
    pub fn unsettled(&self) -> Unsettled {
        self.clauses.iter().map(|clause| clause.unsettled).sum::<Unsettled>() + self.outside
    }
}
