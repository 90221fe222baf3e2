//! The position matrix of a conference: which pages it is cut into, and what each holds.

mod cuts;
mod picture;
mod positions;
mod view;

pub use view::view;

use super::clauses::clauses_of;
use super::desk::Desk;
use super::labels::reading_order;
use super::reading::{dates_of, head, made};
use super::routes;
use crate::model::corpus::Conference;
use crate::model::delegation::DelegationKind;
use crate::model::ids::{ClauseId, DelegationId, Route};
use crate::model::indexes::Subject;
use crate::model::page::*;
use crate::model::view::*;
use cuts::{Cut, Cutter};
use positions::Positions;
use std::collections::BTreeSet;

/// Groups that a matrix can be filtered by; the theme's style sheet has a rule for each number.
const GROUPS: usize = 12;
/// Lines of the list of those who spoke most.
const TOP: usize = 5;

/// The link from a conference's page to its matrix, when there is one.
pub fn link(desk: &Desk, conference: &Conference) -> Option<Link> {
    positions::any(desk, conference).then(|| desk.link(&desk.routes.matrix(&conference.id), ""))
}

/// The pages of a conference's matrix; none where nobody took a position.
pub fn pages(desk: &Desk, conference: &Conference) -> Vec<Page> {
    Matrix::of(desk, conference).map_or_else(Vec::new, Matrix::pages)
}

/// One conference's matrix, and what all its pages share.
struct Matrix<'a> {
    desk: &'a Desk<'a>,
    conference: &'a Conference,
    positions: Positions,
    route: Route,
    /// All clauses of the conference's instruments in their order, then those of others that were spoken on.
    clauses: Vec<ClauseId>,
    stances: Vec<StanceView>,
    groups: Vec<(MatrixGroup, BTreeSet<DelegationId>)>,
}

impl<'a> Matrix<'a> {
    fn of(desk: &'a Desk<'a>, conference: &'a Conference) -> Option<Self> {
        let positions = Positions::of(desk, conference);
        positions.covered().next()?;
        let stances = desk.corpus.site.stances.iter().map(|stance| StanceView {
            id: stance.id.to_string(),
            sign: stance.sign.clone(),
            label: stance.label(&desk.corpus.lang),
            colour: stance.colour.clone(),
        });
        let route = desk.routes.matrix(&conference.id);
        let clauses = clauses(desk, conference, &positions);
        let groups = groups(desk, &positions.delegations);
        Some(Self { desk, conference, positions, route, clauses, stances: stances.collect(), groups })
    }

    fn pages(self) -> Vec<Page> {
        let cutter = self.cutter();
        let mut pages = vec![self.whole(&cutter)];
        let covered = |id: &&ClauseId| self.covered(&Subject::Clause((*id).clone()));
        for top in self.clauses.iter().filter(|id| id.parent().is_none()).filter(covered) {
            let columns: Vec<ClauseId> =
                self.clauses.iter().filter(|id| id.is_within(top)).filter(covered).cloned().collect();
            pages.extend(cutter.clause(top, &columns).into_iter().map(|cut| self.cut(cut)));
        }
        let issues = self.issues(|_| true);
        if !issues.is_empty() {
            pages.extend(cutter.issues(issues).into_iter().map(|cut| self.cut(cut)));
        }
        pages
    }

    fn cutter(&self) -> Cutter<'_> {
        let head = &self.desk.head;
        let languages = self.desk.corpus.site.languages.len() * 6;
        let shared = languages + head.pages.len() * 2 + self.stances.len() * 6 + self.groups.len() * 2;
        Cutter { positions: &self.positions, shared, stances: self.stances.len() }
    }

    /// Issues that were spoken on, in the order they are declared in.
    fn issues(&self, wanted: impl Fn(&crate::model::corpus::Issue) -> bool) -> Vec<Subject> {
        let issues = self.conference.issues.iter().filter(|issue| wanted(issue));
        let subjects = issues.map(|issue| Subject::Issue(self.conference.id.clone(), issue.id.clone()));
        subjects.filter(|subject| self.covered(subject)).collect()
    }

    fn clause_route(&self, id: &ClauseId) -> Route {
        routes::matrix_clause(&self.route, id, self.conference.instruments.first())
    }

    fn covered(&self, subject: &Subject) -> bool {
        self.positions.covers(subject)
    }

    fn name(&self, subject: &Subject) -> String {
        positions::name(self.desk, self.conference, subject)
    }

    /// Top-level clauses, and issues that concern none: as a picture, and as a table where it fits.
    fn whole(&self, cutter: &Cutter) -> Page {
        let tops = self.clauses.iter().filter(|id| id.parent().is_none()).cloned().map(Subject::Clause);
        let mut subjects: Vec<Subject> = tops.collect();
        subjects.extend(self.issues(|issue| issue.clauses.is_empty()));
        let cut_of = |subject: &Subject| match subject {
            Subject::Clause(id) => self.desk.href(&self.clause_route(id)),
            Subject::Issue(..) => self.desk.href(&routes::matrix_issues(&self.route)),
        };
        let column = |subject: &Subject| {
            let covered = self.covered(subject);
            let href = if covered { cut_of(subject) } else { self.own_page(subject) };
            self.column(subject, href)
        };
        let columns: Vec<MatrixColumn> = subjects.iter().map(column).collect();
        let counted = |subject: &Subject| Counted {
            href: cut_of(subject),
            text: self.name(subject),
            note: self.heading(subject),
            count: self.positions.all(subject),
        };
        let clauses = subjects.iter().filter(|subject| matches!(subject, Subject::Clause(_)) && self.covered(subject));
        let mut cuts: Vec<Counted> = clauses.map(counted).collect();
        let issues = self.issues(|_| true);
        if let Some(first) = issues.first() {
            let count = issues.iter().map(|issue| self.positions.all(issue)).sum();
            cuts.push(Counted { text: String::new(), note: None, count, href: cut_of(first) });
        }
        let labels = subjects.len() + self.positions.delegations.len();
        let table = cutter.fits(&subjects, cuts.len() * 4 + labels + subjects.len());
        let shown = if table { MatrixShown::PictureAndTable } else { MatrixShown::Picture };
        let uncovered = self.clauses.iter().filter(|id| id.parent().is_none());
        let parts = MatrixParts {
            kind: "whole",
            speakers: self.speakers(),
            rows: self.rows(&subjects, &self.positions.delegations),
            cuts,
            shown,
            uncovered: self.uncovered(uncovered),
            ..self.parts(columns)
        };
        let crumbs = vec![self.desk.conference_link(self.conference)];
        made(head(self.desk, &self.route, "", crumbs), Parts::Matrix(Box::new(parts)))
    }

    fn cut(&self, cut: Cut) -> Page {
        let first = cut.clause.as_ref().map_or_else(|| routes::matrix_issues(&self.route), |id| self.clause_route(id));
        let route = routes::matrix_part(&first, cut.part);
        let part_link = |part: usize| self.desk.link(&routes::matrix_part(&first, part), "");
        let column = |subject: &Subject| self.column(subject, self.own_page(subject));
        let clause = cut.clause.as_ref().map(|id| self.desk.clause_link(id));
        let heading = cut.clause.as_ref().and_then(|id| self.heading(&Subject::Clause(id.clone())));
        let inside = cut.clause.iter().flat_map(|of| self.clauses.iter().filter(|id| id.is_within(of)));
        let counted = |id: &ClauseId| Counted {
            href: self.desk.href(&self.clause_route(id)),
            text: self.desk.clause_label(id),
            note: None,
            count: self.positions.all(&Subject::Clause(id.clone())),
        };
        let parts = MatrixParts {
            kind: if cut.clause.is_some() { "clause" } else { "issues" },
            heading: heading.filter(|heading| clause.as_ref().is_none_or(|clause| clause.text != *heading)),
            part: (cut.parts > 1).then_some(cut.part),
            parts: cut.parts,
            previous: (cut.part > 1).then(|| part_link(cut.part - 1)),
            next: (cut.part < cut.parts).then(|| part_link(cut.part + 1)),
            rows: self.rows(&cut.columns, &cut.rows),
            groups: self.groups(&cut.rows),
            cuts: cut.below.iter().map(counted).collect(),
            silent: cut.silent.iter().map(|id| self.desk.delegation_link(id).text).collect(),
            // Parts that only their own cuts show are not said to be uncovered here.
            uncovered: match &cut.clause {
                Some(_) if cut.below.is_empty() => self.uncovered(inside),
                Some(_) => Vec::new(),
                None => self.uncovered_issues(),
            },
            clause: clause.clone(),
            ..self.parts(cut.columns.iter().map(column).collect())
        };
        let crumbs = vec![self.desk.conference_link(self.conference)];
        let title = clause.map_or_else(String::new, |clause| clause.text);
        made(head(self.desk, &route, &title, crumbs), Parts::Matrix(Box::new(parts)))
    }

    /// What every page of the matrix has.
    fn parts(&self, columns: Vec<MatrixColumn>) -> MatrixParts {
        MatrixParts {
            kind: "whole",
            conference: self.desk.conference_link(self.conference),
            overview: self.desk.link(&self.route, ""),
            clause: None,
            heading: None,
            part: None,
            parts: 1,
            previous: None,
            next: None,
            columns,
            rows: Vec::new(),
            shown: MatrixShown::Table,
            speakers: Vec::new(),
            cuts: Vec::new(),
            stances: self.stances.clone(),
            groups: self.groups(&self.positions.delegations),
            silent: Vec::new(),
            uncovered: Vec::new(),
            changed: self.desk.cards.iter().map(|card| card.date).max(),
        }
    }

    fn own_page(&self, subject: &Subject) -> String {
        self.desk.subject_link(subject).href
    }

    fn heading(&self, subject: &Subject) -> Option<String> {
        let Subject::Clause(id) = subject else { return None };
        self.desk.clause_heading(id).filter(|heading| *heading != self.desk.clause_label(id))
    }

    fn column(&self, subject: &Subject, href: String) -> MatrixColumn {
        let link = Link { href, text: self.name(subject), current: false };
        let (unattributed, unattributed_count) = self.positions.unattributed(subject);
        MatrixColumn {
            link,
            heading: self.heading(subject),
            covered: self.covered(subject),
            unattributed: unattributed.to_vec(),
            unattributed_count,
        }
    }

    /// The groups that some of these rows belong to, and not all.
    fn groups(&self, rows: &[DelegationId]) -> Vec<MatrixGroup> {
        let here = |(group, members): &(MatrixGroup, BTreeSet<DelegationId>)| {
            let count = rows.iter().filter(|row| members.contains(*row)).count();
            (count > 1 && count < rows.len()).then(|| MatrixGroup { count, ..group.clone() })
        };
        self.groups.iter().filter_map(here).collect()
    }

    fn rows(&self, columns: &[Subject], rows: &[DelegationId]) -> Vec<MatrixRowParts> {
        let shown: BTreeSet<usize> = self.groups(rows).into_iter().map(|group| group.number).collect();
        let belongs = |id: &DelegationId| {
            let groups =
                self.groups.iter().filter(|(group, members)| shown.contains(&group.number) && members.contains(id));
            groups.map(|(group, _)| group.number).collect()
        };
        let row = |id: &DelegationId| MatrixRowParts {
            delegation: self.desk.delegation_link(id),
            groups: belongs(id),
            cells: columns.iter().map(|subject| self.positions.on(subject, id).cloned()).collect(),
        };
        rows.iter().map(row).collect()
    }

    fn uncovered<'b>(&self, clauses: impl Iterator<Item = &'b ClauseId>) -> Vec<Link> {
        let nobody = clauses.filter(|id| !self.covered(&Subject::Clause((*id).clone())));
        nobody.map(|id| self.desk.clause_link(id)).collect()
    }

    fn uncovered_issues(&self) -> Vec<Link> {
        let nobody = |issue: &&crate::model::corpus::Issue| {
            !self.covered(&Subject::Issue(self.conference.id.clone(), issue.id.clone()))
        };
        let issues = self.conference.issues.iter().filter(nobody);
        issues.map(|issue| self.desk.issue_link(&self.conference.id, &issue.id)).collect()
    }

    fn speakers(&self) -> Vec<Counted> {
        let counted = |(id, count): (&DelegationId, &usize)| {
            let link = self.desk.delegation_link(id);
            Counted { href: link.href, text: link.text, note: None, count: *count }
        };
        let mut speakers: Vec<Counted> = self.positions.statements.iter().map(counted).collect();
        self.desk.collation.most_first(&mut speakers);
        speakers.truncate(TOP);
        speakers
    }
}

/// All clauses of the conference's instruments, then those of the site's other instruments that were spoken on.
fn clauses(desk: &Desk, conference: &Conference, positions: &Positions) -> Vec<ClauseId> {
    let of = |id| desk.corpus.instrument(id).map(|instrument| clauses_of(desk, instrument)).unwrap_or_default();
    let own = conference.instruments.iter().flat_map(of);
    let spoken = positions.covered().filter_map(|subject| match subject {
        Subject::Clause(id) => Some(id),
        Subject::Issue(..) => None,
    });
    let spoken: BTreeSet<&ClauseId> = spoken.collect();
    let others = desk.corpus.instruments.iter().flat_map(|instrument| clauses_of(desk, instrument));
    let others = others.filter(|id| spoken.contains(id));
    // Last, clauses without a page: an issue concerns them, and nobody cited them.
    let mut rest: Vec<ClauseId> = spoken.iter().map(|id| (*id).clone()).collect();
    rest.sort_by_cached_key(|id| (id.instrument.clone(), reading_order(&id.eid)));
    let mut seen = BTreeSet::new();
    own.chain(others).chain(rest).filter(|id| seen.insert(id.clone())).collect()
}

/// The groups with most members among the rows, on any day of the conference's reports.
fn groups(desk: &Desk, rows: &[DelegationId]) -> Vec<(MatrixGroup, BTreeSet<DelegationId>)> {
    let days = dates_of(desk);
    let all = desk.corpus.registry.delegations.values().filter(|group| group.kind == DelegationKind::Group);
    let belonging = all.map(|group| {
        let members = group.members.iter().filter(|member| days.iter().any(|day| member.holds_on(*day)));
        let members: BTreeSet<&DelegationId> = members.map(|member| &member.member).chain([&group.id]).collect();
        let here: BTreeSet<DelegationId> = rows.iter().filter(|row| members.contains(row)).cloned().collect();
        (desk.corpus.registry.name(&group.id, &desk.corpus.lang).to_owned(), here)
    });
    let mut groups: Vec<_> = belonging.filter(|(_, here)| here.len() > 1 && here.len() < rows.len()).collect();
    groups.sort_by_cached_key(|(name, here)| desk.collation.by_count(here.len(), name));
    groups.truncate(GROUPS);
    let numbered = groups.into_iter().enumerate();
    numbered.map(|(at, (name, here))| (MatrixGroup { number: at + 1, name, count: here.len() }, here)).collect()
}
