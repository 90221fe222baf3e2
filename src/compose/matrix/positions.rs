//! Who holds what at one conference: each delegation's newest stance on each clause and issue, with its paragraph.

use super::super::desk::Desk;
use crate::model::corpus::Conference;
use crate::model::ids::{ClauseId, DelegationId};
use crate::model::indexes::Subject;
use crate::model::report::Statement;
use crate::model::view::{MatrixPosition, MatrixStep, StanceView};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Earlier stances that a position keeps; so a cell's size has a bound, however often a delegation changes its mind.
const EARLIER: usize = 3;
/// Positions without attribution that a column lists.
const UNATTRIBUTED: usize = 10;

/// One statement on a subject, and what of it the statement names.
struct Taken {
    report: usize,
    statement: usize,
    named: Vec<Subject>,
}

pub struct Positions {
    pub held: BTreeMap<Subject, BTreeMap<DelegationId, Arc<MatrixPosition>>>,
    /// Positions of nobody named: they fill no cell, but what they are on is not uncovered. Newest first, and how many.
    unattributed: BTreeMap<Subject, (Vec<Arc<MatrixPosition>>, usize)>,
    /// Whoever took a position at the conference, in the order of rows.
    pub delegations: Vec<DelegationId>,
    /// How many statements each of them made.
    pub statements: BTreeMap<DelegationId, usize>,
}

impl Positions {
    /// Reads the conference's reports in their order. The author's readings are no positions.
    pub fn of(desk: &Desk, conference: &Conference) -> Self {
        let mut taken: BTreeMap<(Subject, DelegationId), Vec<Taken>> = BTreeMap::new();
        let mut nobody: BTreeMap<Subject, Vec<Taken>> = BTreeMap::new();
        let mut statements: BTreeMap<DelegationId, usize> = BTreeMap::new();
        for report in 0..desk.reports.len() {
            for (number, statement) in desk.reports[report].statements.iter().enumerate() {
                let subjects = subjects(desk, conference, statement);
                for (subject, named) in subjects.iter().filter(|_| is_unattributed(statement)) {
                    let one = Taken { report, statement: number, named: named.clone() };
                    nobody.entry(subject.clone()).or_default().push(one);
                }
                for holder in statement.holders().into_iter().filter(|_| statement.voice.is_position()) {
                    *statements.entry(holder.clone()).or_default() += 1;
                    for (subject, named) in &subjects {
                        let one = Taken { report, statement: number, named: named.clone() };
                        taken.entry((subject.clone(), holder.clone())).or_default().push(one);
                    }
                }
            }
        }
        let mut held: BTreeMap<Subject, BTreeMap<_, _>> = BTreeMap::new();
        for ((subject, holder), taken) in taken {
            let position = position(desk, conference, (&subject, &taken));
            held.entry(subject).or_default().insert(holder, Arc::new(position));
        }
        let unattributed = nobody.into_iter().map(|(subject, taken)| {
            let newest = taken.chunks(1).rev().take(UNATTRIBUTED);
            let positions = newest.map(|one| Arc::new(position(desk, conference, (&subject, one)))).collect();
            (subject, (positions, taken.len()))
        });
        let unattributed = unattributed.collect();
        let mut delegations: Vec<DelegationId> = statements.keys().cloned().collect();
        delegations.sort_by_cached_key(|id| order(desk, id));
        Self { held, unattributed, delegations, statements }
    }

    /// Whether our reports hold any position on a subject, of a delegation or without attribution.
    pub fn covers(&self, subject: &Subject) -> bool {
        self.held.contains_key(subject) || self.unattributed.contains_key(subject)
    }

    pub fn covered(&self) -> impl Iterator<Item = &Subject> {
        self.held.keys().chain(self.unattributed.keys())
    }

    pub fn unattributed(&self, subject: &Subject) -> (&[Arc<MatrixPosition>], usize) {
        self.unattributed.get(subject).map_or((&[], 0), |(newest, count)| (newest, *count))
    }

    pub fn on(&self, subject: &Subject, delegation: &DelegationId) -> Option<&Arc<MatrixPosition>> {
        self.held.get(subject)?.get(delegation)
    }

    /// How many positions there are on a subject: one for each delegation, and those without attribution.
    pub fn all(&self, subject: &Subject) -> usize {
        self.held.get(subject).map_or(0, BTreeMap::len) + self.unattributed(subject).1
    }
}

/// Whether anybody took a position on anything at the conference.
pub fn any(desk: &Desk, conference: &Conference) -> bool {
    desk.reports.iter().any(|report| {
        let mut positions = report.statements.iter().filter(|statement| statement.voice.is_position());
        positions.any(|statement| !subjects(desk, conference, statement).is_empty())
    })
}

fn is_unattributed(statement: &Statement) -> bool {
    statement.voice.is_position() && statement.who.is_empty() && statement.on_behalf_of.is_none()
}

/// All that a statement counts for, each with what of it the statement names.
///
/// A statement on Article 6(2) counts for 6(2) and for 6; one on an issue counts for the clauses that the issue
/// concerns too, unless the statement names them itself.
fn subjects(desk: &Desk, conference: &Conference, statement: &Statement) -> BTreeMap<Subject, Vec<Subject>> {
    let mut subjects: BTreeMap<Subject, Vec<Subject>> = BTreeMap::new();
    let ours = |id: &&ClauseId| desk.corpus.instrument(&id.instrument).is_some();
    for id in statement.clauses.iter().filter(ours) {
        let named = Subject::Clause(id.clone());
        for up in id.with_parents() {
            let names = subjects.entry(Subject::Clause(up)).or_default();
            if !names.contains(&named) {
                names.push(named.clone());
            }
        }
    }
    // Named itself, a clause needs no word of its parts.
    for (subject, names) in subjects.iter_mut().filter(|(subject, names)| names.contains(subject)) {
        *names = vec![subject.clone()];
    }
    let direct: BTreeSet<Subject> = subjects.keys().cloned().collect();
    for issue in &statement.issues {
        let named = Subject::Issue(conference.id.clone(), issue.clone());
        let declared = conference.issues.iter().find(|declared| declared.id == *issue);
        let concerned = declared.iter().flat_map(|issue| &issue.clauses).filter(ours).flat_map(ClauseId::with_parents);
        let all: BTreeSet<Subject> = concerned.map(Subject::Clause).chain([named.clone()]).collect();
        for subject in all.into_iter().filter(|subject| !direct.contains(subject)) {
            subjects.entry(subject).or_default().push(named.clone());
        }
    }
    subjects
}

/// How near a statement is to a subject: on it, on parts of it alone, or on issues that concern it.
fn nearness(subject: &Subject, one: &Taken) -> u8 {
    match &one.named[..] {
        named if named.contains(subject) => 0,
        named if named.iter().any(|named| matches!(named, Subject::Clause(_))) => 1,
        _ => 2,
    }
}

/// The newest stance among the statements that are nearest to the subject, or the newest of them if none has one.
///
/// Who supports Article 6 and later opposes an issue that concerns it, or a part of it, still supports Article 6.
fn position(desk: &Desk, conference: &Conference, (subject, taken): (&Subject, &[Taken])) -> MatrixPosition {
    let nearest = taken.iter().map(|one| nearness(subject, one)).min();
    let taken: Vec<&Taken> = taken.iter().filter(|one| Some(nearness(subject, one)) == nearest).collect();
    let row = |one: &Taken| &desk.statements(one.report)[one.statement];
    let mut steps: Vec<(&StanceView, &Taken)> = Vec::new();
    for one in &taken {
        if let Some(stance) = row(one).stance.as_ref().filter(|stance| steps.last().is_none_or(|s| s.0 != *stance)) {
            steps.push((stance, one));
        }
    }
    let newest = taken.iter().rev().find(|one| row(one).stance.is_some()).or(taken.last());
    let newest: &Taken = newest.unwrap_or_else(|| unreachable!("a position is made of at least one statement"));
    let step = |(stance, one): &(&StanceView, &Taken)| MatrixStep {
        href: row(one).href.clone(),
        stance: (*stance).clone(),
        date: row(one).date,
    };
    let before = steps.len().saturating_sub(1);
    let names: Vec<String> = newest.named.iter().map(|named| name(desk, conference, named)).collect();
    MatrixPosition {
        href: row(newest).href.clone(),
        stance: row(newest).stance.clone(),
        date: row(newest).date,
        on: names.join(", "),
        elsewhere: newest.named != [subject.clone()],
        changed: before > 0,
        earlier: steps[..before].iter().rev().take(EARLIER).map(step).collect(),
        more: before.saturating_sub(EARLIER),
    }
}

/// A clause's label or an issue's title.
pub fn name(desk: &Desk, conference: &Conference, subject: &Subject) -> String {
    match subject {
        Subject::Clause(id) => desk.clause_label(id),
        Subject::Issue(_, id) => {
            let declared = conference.issues.iter().find(|issue| issue.id == *id);
            declared.map_or_else(|| id.to_string(), |issue| issue.title.clone())
        }
    }
}

/// Countries by name, then groups, then all others.
fn order(desk: &Desk, id: &DelegationId) -> (usize, Vec<u8>, String) {
    let kind = desk.corpus.registry.delegations.get(id).map_or(3, |delegation| delegation.kind as usize);
    let name = desk.corpus.registry.name(id, &desk.corpus.lang);
    (kind, desk.collation.key(name), name.to_owned())
}
