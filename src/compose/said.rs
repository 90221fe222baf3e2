//! What a delegation said and was named for, line by line, and how the lines are sorted into a page's sections.

use super::clauses::clauses_of;
use super::collation::Collation;
use super::desk::Desk;
use super::edition::Edition;
use super::frame::clause_title;
use super::mentions::grouped;
use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::gist::Texts;
use crate::model::ids::DelegationId;
use crate::model::indexes::{Entries, GroupEntry, OfGroups, Stand, StatementEntry, Subject};
use crate::model::page::*;
use crate::model::report::Target;
use crate::model::view::*;
use std::collections::{BTreeMap, BTreeSet};

/// All lines of a delegation, and the subjects that its positions stand under.
pub struct Said {
    pub lines: Vec<Line>,
    pub subjects: Digested<Vec<SubjectParts>>,
}

/// Clauses in the order of their instruments' tables, then issues as their conferences declare them.
pub type Order = BTreeMap<Subject, usize>;

/// A subject's place: in that order, then clauses of other instruments, then what was said on neither.
type Place = (usize, Option<Subject>);

/// When something was said: the day, the report in the corpus, and its place in the report.
type Time = (Date, usize, usize);

/// The order of all subjects of an edition.
pub fn order(edition: &Edition) -> Order {
    let instruments = edition.corpus.instruments.iter();
    let clauses = instruments.flat_map(|instrument| clauses_of(edition, instrument)).map(Subject::Clause);
    let issues = edition.corpus.conferences.iter().flat_map(|conference| {
        conference.issues.iter().map(|issue| Subject::Issue(conference.id.clone(), issue.id.clone()))
    });
    clauses.chain(issues).enumerate().map(|(at, subject)| (subject, at)).collect()
}

/// What a delegation said, or was named for.
pub fn of(desk: &Desk, id: &DelegationId) -> Said {
    let order = desk.order();
    let nothing = (Entries::default(), OfGroups::default());
    let entries = desk.indexes.delegations.get(id).unwrap_or(&nothing.0);
    let of_groups = desk.indexes.of_groups.get(id).unwrap_or(&nothing.1);
    let mut by_subject: BTreeMap<Place, Vec<&StatementEntry>> = BTreeMap::new();
    let mut lines: Vec<(Time, Line)> = Vec::new();
    let time = |entry: &StatementEntry| (desk.cards[entry.report].date, entry.report, entry.statement);
    for entry in &entries.statements {
        if !entry.is_position {
            lines.push((time(entry), Line::Reading(desk.statement(entry))));
            continue;
        }
        let report = &desk.reports[entry.report];
        let statement = &report.statements[entry.statement];
        let subjects = statement.subjects(&report.head.conference);
        let place = |subject: Subject| (order.get(&subject).copied().unwrap_or(usize::MAX - 1), Some(subject));
        let mut places: BTreeSet<Place> = subjects.into_iter().map(place).collect();
        if places.is_empty() {
            places.insert((usize::MAX, None));
        }
        places.into_iter().for_each(|place| by_subject.entry(place).or_default().push(entry));
    }
    let mut subjects = Vec::new();
    for ((_, subject), entries) in by_subject {
        let at = subjects.len();
        subjects.push(subject_parts(desk, id, subject.as_ref(), entries.len()));
        let line = |entry| (time(entry), Line::Position { subject: at, row: desk.statement(entry) });
        lines.extend(entries.into_iter().map(line));
    }
    let parts = [
        (GroupPart::Speaker, &of_groups.spoken),
        (GroupPart::Member, &of_groups.via),
        (GroupPart::Dissociated, &of_groups.dissociated),
    ];
    for (part, list) in parts {
        lines.extend(list.iter().map(|seen| (time(&seen.entry), of_group(desk, part, seen))));
    }
    let target = Target::Delegation(id.clone());
    lines.extend(entries.mentions.iter().map(|entry| {
        let time = (desk.cards[entry.report].date, entry.report, entry.mention);
        (time, Line::Mention(desk.mention(&target, entry)))
    }));
    lines.sort_by_key(|(time, _)| *time);
    Said { lines: lines.into_iter().map(|(_, line)| line).collect(), subjects: Digested::of(subjects) }
}

/// A group's statement as a line; what the author reads into a group's conduct is a reading everywhere.
fn of_group(desk: &Desk, part: GroupPart, seen: &GroupEntry) -> Line {
    let row = desk.statement(&seen.entry);
    if seen.entry.is_position {
        Line::OfGroup { part, group: desk.delegation_link(&seen.group), row }
    } else {
        Line::Reading(row)
    }
}

fn subject_parts(desk: &Desk, id: &DelegationId, subject: Option<&Subject>, count: usize) -> SubjectParts {
    let stands = subject.and_then(|subject| desk.indexes.positions.get(&(id.clone(), subject.clone())));
    let history = stands.into_iter().flatten().filter_map(|stand| change(desk, stand)).collect();
    SubjectParts { head: subject.map(|subject| head(desk, subject)), history, count }
}

fn change(desk: &Desk, stand: &Stand) -> Option<StanceChange> {
    let row = desk.statement(&stand.entry);
    Some(StanceChange { stance: row.stance.clone()?, date: stand.date, href: row.href.clone() })
}

/// A subject's name. Where the site has several conferences, an issue says whose it is.
fn head(desk: &Desk, subject: &Subject) -> Link {
    match subject {
        Subject::Clause(id) => {
            let mut link = desk.clause_link(id);
            link.text = clause_title(&link.text, desk.clause_heading(id).as_deref());
            link
        }
        Subject::Issue(conference, id) => {
            let mut link = desk.issue_link(conference, id);
            let conference = desk.conference(conference).filter(|_| desk.corpus.conferences.len() > 1);
            if let Some(conference) = conference {
                link.text = format!("{} · {}", link.text, desk.conference_link(conference).text);
            }
            link
        }
    }
}

/// Days of own positions and of mentions, each statement once.
pub fn days(lines: &[Line]) -> (Vec<Date>, Vec<Date>) {
    let mut seen = BTreeSet::new();
    let (mut statements, mut mentions) = (Vec::new(), Vec::new());
    for line in lines {
        match line {
            Line::Position { row, .. } if seen.insert(&row.href) => statements.push(row.date),
            Line::Mention(mention) => mentions.push(mention.card.date),
            _ => {}
        }
    }
    (statements, mentions)
}

/// In how many positions of groups it has a part; two groups may hold one statement.
pub fn part(lines: &[Line], part: GroupPart) -> usize {
    let rows = lines.iter().filter_map(|line| match line {
        Line::OfGroup { part: own, row, .. } if *own == part => Some(row.href.as_str()),
        _ => None,
    });
    rows.collect::<BTreeSet<_>>().len()
}

/// How many statements and mentions some lines are: what stands under two heads counts once.
pub fn count(lines: &[Line]) -> usize {
    let rows: BTreeSet<&str> = lines.iter().filter_map(Line::row).map(|row| row.href.as_str()).collect();
    rows.len() + lines.iter().filter(|line| line.row().is_none()).count()
}

/// Lines in their sections. Lines are in the order of days; a stance's changes are those of these days.
pub fn sorted(head: &PageHead, (lines, subjects): (&[Line], &[SubjectParts]), texts: &dyn Texts) -> Lines {
    let mut page = others(head, lines, texts);
    let mut by_subject: BTreeMap<usize, Vec<StatementDay>> = BTreeMap::new();
    for line in lines {
        let Line::Position { subject, row } = line else { continue };
        let days = by_subject.entry(*subject).or_default();
        match days.last_mut().filter(|day| day.date == row.date) {
            Some(day) => day.statements.push(row.value()),
            None => days.push(StatementDay { date: row.date, statements: vec![row.value()] }),
        }
    }
    let group = |(subject, days): (usize, Vec<StatementDay>)| {
        let SubjectParts { head, history, .. } = &subjects[subject];
        let shown: BTreeSet<&str> = days.iter().flat_map(|day| &day.statements).map(|row| row.href.as_str()).collect();
        let history = history.iter().filter(|change| shown.contains(change.href.as_str())).cloned();
        let count = days.iter().map(|day| day.statements.len()).sum();
        SubjectGroup { head: head.clone(), history: history.collect(), count, days }
    };
    page.subjects = by_subject.into_iter().map(group).collect();
    page
}

/// The newest lines, and of each of `most` subjects the stance that holds; gives how many subjects are left out.
pub fn summary(head: &PageHead, (parts, most): (&DelegationParts, usize), texts: &dyn Texts) -> (Lines, usize) {
    let (lines, subjects) = (&parts.lines, &parts.subjects);
    let mut page = others(head, lines, texts);
    let positions = lines.iter().rev().filter(|line| matches!(line, Line::Position { .. })).filter_map(Line::row);
    let mut seen = BTreeSet::new();
    page.newest = positions.filter(|row| seen.insert(&row.href)).map(Digested::value).collect();
    let mut busiest: Vec<usize> = (0..subjects.len()).collect();
    busiest.sort_by_key(|at| std::cmp::Reverse(subjects[*at].count));
    busiest.truncate(most);
    busiest.sort_unstable();
    let group = |at: usize| SubjectGroup {
        head: subjects[at].head.clone(),
        history: subjects[at].history.last().cloned().into_iter().collect(),
        count: subjects[at].count,
        days: Vec::new(),
    };
    let left_out = subjects.len() - busiest.len();
    page.subjects = busiest.into_iter().map(group).collect();
    (page, left_out)
}

/// All sections but that of own positions.
fn others(head: &PageHead, lines: &[Line], texts: &dyn Texts) -> Lines {
    let mut page = Lines::default();
    let mut mentions = Vec::new();
    for line in lines {
        match line {
            Line::Position { .. } => {}
            Line::Reading(row) => page.readings.push(row.value()),
            Line::OfGroup { part: GroupPart::Speaker, row, .. } => page.spoken_for.push(row.value()),
            Line::OfGroup { part: GroupPart::Dissociated, row, .. } => page.dissociated.push(row.value()),
            Line::OfGroup { part: GroupPart::Member, group, row } => via(&mut page.via, group, row),
            Line::Mention(mention) => mentions.push(mention),
        }
    }
    let collation = Collation::of(&head.site.lang);
    page.via.sort_by_cached_key(|via| collation.key(&via.group.text));
    page.mentions = grouped(&mentions, texts);
    page
}

fn via(groups: &mut Vec<ViaGroup>, group: &Link, row: &StatementRow) {
    let statement = ViaStatement {
        href: row.href.clone(),
        stance: row.stance.clone(),
        clauses: row.clauses.clone(),
        issues: row.issues.clone(),
        date: row.date,
    };
    match groups.iter_mut().find(|known| known.group == *group) {
        Some(known) => known.statements.push(statement),
        None => groups.push(ViaGroup { group: group.clone(), statements: vec![statement] }),
    }
}
