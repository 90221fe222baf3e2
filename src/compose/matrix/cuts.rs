//! How a matrix is cut so that no page grows without bound: by clause, then by the parts of a clause, then by rows.

use super::positions::Positions;
use crate::model::ids::{ClauseId, DelegationId};
use crate::model::indexes::Subject;

/// Elements that a page may have, with some to spare for what themes add around ours.
const BUDGET: usize = 4_700;
/// The frame, heads, notes, summary and key of a page; a language or plain page adds some.
const PAGE: usize = 420;
/// A row's own elements: the row, its head, its link.
const ROW: usize = 3;
/// A column's: its head, link and heading, and its head in the list with link, count and heading.
const COLUMN: usize = 8;
/// A stance's head in the list.
const STANCE: usize = 7;
/// A filled cell's link, and its item and link in the list.
const FILLED: usize = 4;

/// One page of a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// None for the cut by issues.
    pub clause: Option<ClauseId>,
    pub columns: Vec<Subject>,
    pub rows: Vec<DelegationId>,
    /// Delegations without a filled cell, whose rows are folded into a list.
    pub silent: Vec<DelegationId>,
    /// From 1, of `parts`: delegations where one column is too long for a page.
    pub part: usize,
    pub parts: usize,
    /// The cuts that hold the parts of this clause.
    pub below: Vec<ClauseId>,
}

/// Cuts one conference's matrix.
pub struct Cutter<'a> {
    pub positions: &'a Positions,
    /// Elements that all its pages share: more languages, plain pages, stances and groups than usual.
    pub shared: usize,
    /// How many stances the site has.
    pub stances: usize,
}

impl Cutter<'_> {
    /// The elements of a page with these columns and rows: never fewer than our template makes.
    fn weight(&self, columns: &[Subject], rows: &[DelegationId]) -> usize {
        let mut weight = PAGE + self.shared + rows.len() * (ROW + columns.len());
        for subject in columns {
            let held = rows.iter().filter_map(|row| self.positions.on(subject, row));
            let filled: Vec<usize> = held.map(|position| position.earlier.len()).collect();
            let stances = filled.len().min(self.stances + 1);
            let unattributed = self.positions.unattributed(subject).0.len();
            weight += unattributed * 2 + if unattributed > 0 { STANCE } else { 0 };
            weight += COLUMN + stances * STANCE + filled.len() * FILLED + filled.iter().sum::<usize>();
        }
        weight
    }

    /// Whether a page can hold these columns for all delegations, with some other elements besides.
    pub fn fits(&self, columns: &[Subject], besides: usize) -> bool {
        self.weight(columns, &self.positions.delegations) + besides <= BUDGET
    }

    /// The cuts of a clause: one page if it fits, else one for itself and one for each of its parts.
    ///
    /// `columns` are the clause and its parts in their order.
    pub fn clause(&self, clause: &ClauseId, columns: &[ClauseId]) -> Vec<Cut> {
        let subjects: Vec<Subject> = columns.iter().cloned().map(Subject::Clause).collect();
        let below: Vec<ClauseId> = columns.iter().filter(|id| id.parent().as_ref() == Some(clause)).cloned().collect();
        let whole = Cut { below: Vec::new(), ..self.cut(Some(clause.clone()), subjects) };
        if self.weight(&whole.columns, &whole.rows) <= BUDGET {
            return vec![whole];
        }
        let own = Cut { below: below.clone(), ..self.cut(Some(clause.clone()), vec![Subject::Clause(clause.clone())]) };
        let mut cuts = self.by_rows(own);
        for part in &below {
            let inside: Vec<ClauseId> = columns.iter().filter(|id| id.is_within(part)).cloned().collect();
            cuts.extend(self.clause(part, &inside));
        }
        cuts
    }

    /// The cut by issues: as many pages of rows as it takes.
    pub fn issues(&self, columns: Vec<Subject>) -> Vec<Cut> {
        self.by_rows(self.cut(None, columns))
    }

    /// A cut with the delegations that spoke on any of its columns. Who is silent in all of them is named, not shown
    /// cell by cell: most of a conference is silent on most of its clauses.
    fn cut(&self, clause: Option<ClauseId>, columns: Vec<Subject>) -> Cut {
        let speaks = |row: &DelegationId| columns.iter().any(|subject| self.positions.on(subject, row).is_some());
        let (rows, silent) = self.positions.delegations.iter().cloned().partition(speaks);
        Cut { clause, columns, rows, silent, part: 1, parts: 1, below: Vec::new() }
    }

    /// One cut, or as many with some of its rows each as it takes. The links below it stand on the first.
    fn by_rows(&self, cut: Cut) -> Vec<Cut> {
        let besides = cut.below.len() * 3;
        let fits = |rows: &[DelegationId]| self.weight(&cut.columns, rows) + besides <= BUDGET;
        if fits(&cut.rows) {
            return vec![cut];
        }
        let mut parts: Vec<Vec<DelegationId>> = vec![Vec::new()];
        for row in cut.rows.iter().cloned() {
            let at = parts.len() - 1;
            parts[at].push(row);
            if parts[at].len() > 1 && !fits(&parts[at]) {
                let last = parts[at].pop();
                parts.push(last.into_iter().collect());
            }
        }
        let count = parts.len();
        let part = |(at, rows): (usize, Vec<DelegationId>)| Cut {
            rows,
            part: at + 1,
            parts: count,
            below: if at == 0 { cut.below.clone() } else { Vec::new() },
            ..cut.clone()
        };
        parts.into_iter().enumerate().map(part).collect()
    }
}
