//! The issues that a conference declares: the list of all, each one's page, and what they bring to clauses' pages.

use super::clauses::row;
use super::desk::Desk;
use super::edition::Edition;
use super::frame::frame;
use super::reading::{head, made};
use super::{holders, years};
use crate::model::corpus::{Conference, Issue};
use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::ids::{ClauseId, ConferenceId, IssueId, StanceId};
use crate::model::indexes::{Entries, StatementEntry, Subject};
use crate::model::page::*;
use crate::model::view::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What an issue's page shows at the most: statements, and the elements of HTML that these take; days; readings;
/// holders of stances.
const ROWS: usize = 30;
const ELEMENTS: usize = 600;
const DAYS: usize = 30;
const READINGS: usize = 10;
const HOLDERS: usize = 80;
/// Statements that a clause's page shows of one issue; and of all together, and their issues, where it has much to show.
const VIA_ROWS: usize = 20;
const VIA_FEW: usize = 6;

/// The day of the newest statement on an issue.
fn last_day(page: &Page) -> Option<Date> {
    let Ingredients::Framed(_, Parts::Issue(parts)) = &page.ingredients else { return None };
    parts.statements.iter().map(|(_, row)| row.date).max()
}

/// A conference's list of issues and the page of each; none where it declares none.
pub fn pages(desk: &Desk, conference: &Conference) -> Vec<Page> {
    if conference.issues.is_empty() {
        return Vec::new();
    }
    let route = desk.routes.issues(&conference.id);
    let mut pages: Vec<Page> = conference.issues.iter().map(|issue| page(desk, conference, issue)).collect();
    let parts = IssuesParts {
        newest: pages.iter().filter_map(last_day).max(),
        conference: desk.conference_link(conference),
        issues: conference.issues.iter().map(|issue| desk.issue_row(conference, issue)).collect(),
    };
    let list_head = head(desk, &route, "", vec![desk.conference_link(conference)]);
    pages.push(made(list_head, Parts::Issues(parts)));
    pages
}

fn page(desk: &Desk, conference: &Conference, issue: &Issue) -> Page {
    let route = desk.routes.issue(&conference.id, &issue.id);
    let day =
        |entry: &StatementEntry| desk.href(&desk.routes.day(&conference.id, desk.reports[entry.report].head.date));
    let entries = desk.issue_entries(&conference.id, &issue.id);
    let parts = IssueParts {
        id: issue.id.to_string(),
        title: issue.title.clone(),
        conference: desk.conference_link(conference),
        clauses: issue.clauses.iter().map(|id| row(desk, id)).collect(),
        holders: holders::of(desk, &Subject::Issue(conference.id.clone(), issue.id.clone())),
        statements: entries.iter().map(|entry| (day(entry), desk.statement(entry))).collect(),
    };
    let crumbs = vec![desk.conference_link(conference), desk.link(&desk.routes.issues(&conference.id), "")];
    made(head(desk, &route, &issue.title, crumbs), Parts::Issue(Box::new(parts)))
}

impl Edition<'_> {
    /// An issue by its title, leading to its page.
    pub fn issue_link(&self, conference: &ConferenceId, id: &IssueId) -> Link {
        let declared = self.conference(conference).map_or(&[][..], |conference| &conference.issues);
        match declared.iter().find(|issue| issue.id == *id) {
            Some(issue) => self.link(&self.routes.issue(conference, id), &issue.title),
            None => Link { href: String::new(), text: id.to_string(), current: false },
        }
    }

    /// Issues that concern a clause or a part of it, in all conferences.
    pub fn issues_on(&self, id: &ClauseId) -> Vec<(&Conference, &Issue)> {
        let concerns = |clause: &ClauseId| clause.is_within(id);
        let mut issues = Vec::new();
        for conference in &self.corpus.conferences {
            let own = conference.issues.iter().filter(|issue| issue.clauses.iter().any(concerns));
            issues.extend(own.map(|issue| (conference, issue)));
        }
        issues
    }
}

impl Desk<'_> {
    /// All statements on an issue, the author's readings among them.
    pub fn issue_entries(&self, conference: &ConferenceId, id: &IssueId) -> &[StatementEntry] {
        self.indexes.issues.get(&(conference.clone(), id.clone())).map_or(&[], Vec::as_slice)
    }

    pub fn issue_row(&self, conference: &Conference, issue: &Issue) -> IssueRow {
        let entries = self.issue_entries(&conference.id, &issue.id);
        let statements = entries.iter().filter(|entry| entry.is_position).count();
        IssueRow {
            href: self.href(&self.routes.issue(&conference.id, &issue.id)),
            title: issue.title.clone(),
            clauses: issue.clauses.iter().map(|id| self.clause_link(id)).collect(),
            statements,
            readings: entries.len() - statements,
        }
    }

    /// What was said on the issues that concern a clause, and not on the clause itself. What was said on several of
    /// them stands under the first, so that nothing is counted twice.
    pub fn via_issues(&self, id: &ClauseId, own: &Entries) -> Vec<ViaIssue> {
        let place = |entry: &StatementEntry| (entry.report, entry.statement);
        let mut listed: BTreeSet<_> = own.statements.iter().map(place).collect();
        let mut groups = Vec::new();
        for (conference, issue) in self.issues_on(id) {
            let entries = self.issue_entries(&conference.id, &issue.id);
            let others: Vec<&StatementEntry> = entries.iter().filter(|entry| !listed.contains(&place(entry))).collect();
            if others.is_empty() {
                continue;
            }
            groups.push(ViaIssue {
                issue: self.issue_link(&conference.id, &issue.id),
                conference: self.conference_link(conference),
                stances: self.corpus.site.stances.iter().map(|stance| stance.id.clone()).collect(),
                statements: others.iter().map(|entry| self.statement(entry)).collect(),
            });
            listed.extend(others.into_iter().map(place));
        }
        groups
    }
}

/// A clause page's groups of statements on issues. Where the page gives only the newest, so do they.
pub fn via_groups(parts: &[ViaIssue], shows: Shows) -> Vec<IssueGroup> {
    let (groups, rows, most_readings) = match shows {
        Shows::All => (usize::MAX, VIA_ROWS, READINGS),
        Shows::Summary => (VIA_FEW, VIA_FEW / parts.len().clamp(1, VIA_FEW), 0),
    };
    let group = |via: &ViaIssue| {
        let (readings, positions) = parted(&via.statements);
        let (shown, shown_readings) = (newest(&positions, rows), newest(&readings, most_readings));
        IssueGroup {
            issue: via.issue.clone(),
            conference: via.conference.clone(),
            count: positions.len(),
            is_cut: shown.len() < positions.len() || shown_readings.len() < readings.len(),
            statements: by_stance(&via.stances, shown),
            readings: shown_readings.iter().map(Digested::value).collect(),
        }
    };
    parts.iter().take(groups).map(group).collect()
}

/// Elements of HTML that such groups take, at the most.
pub fn via_weight(groups: &[IssueGroup]) -> usize {
    let rows = |group: &IssueGroup| {
        let held = group.statements.iter().flat_map(|held| &held.statements);
        held.chain(&group.readings).map(|row| years::weigh_row(row)).sum::<usize>()
    };
    groups.iter().map(|group| 8 + rows(group)).sum()
}

/// How many of the statements on an issue are positions.
pub fn positions(via: &ViaIssue) -> usize {
    via.statements.iter().filter(|row| row.voice != "author").count()
}

/// Rows under the stances that they take, in the site's order, and then those that take none.
fn by_stance(stances: &[StanceId], rows: &[Digested<StatementRow>]) -> Vec<StatementGroup> {
    let holders = |stance: Option<&str>| -> Vec<Arc<StatementRow>> {
        let is_it = |row: &&Digested<StatementRow>| row.stance.as_ref().map(|own| own.id.as_str()) == stance;
        rows.iter().filter(is_it).map(Digested::value).collect()
    };
    let stances = stances.iter().map(|stance| Some(stance.as_str())).chain([None]);
    let groups = stances.map(holders).filter(|rows| !rows.is_empty());
    groups.map(|rows| StatementGroup { stance: rows[0].stance.clone(), statements: rows }).collect()
}

/// The author's readings, and the positions.
fn parted(rows: &[Digested<StatementRow>]) -> (Vec<Digested<StatementRow>>, Vec<Digested<StatementRow>>) {
    rows.iter().cloned().partition(|row| row.voice == "author")
}

/// The last of some rows in the order of days.
fn newest(rows: &[Digested<StatementRow>], most: usize) -> &[Digested<StatementRow>] {
    &rows[rows.len().saturating_sub(most)..]
}

/// How many of the newest rows an issue's page can hold.
fn rows_that_fit<'a>(rows: impl DoubleEndedIterator<Item = &'a Digested<StatementRow>>) -> usize {
    let mut elements = 0;
    let fits = rows.rev().take(ROWS).take_while(|row| {
        elements += years::weigh_row(row);
        elements <= ELEMENTS
    });
    fits.count()
}

pub fn list_view(head: &PageHead, parts: &IssuesParts) -> View {
    View::Issues(IssuesView { frame: frame(head), conference: parts.conference.clone(), issues: parts.issues.clone() })
}

pub fn view(head: &PageHead, parts: &IssueParts) -> View {
    let is_reading = |(_, row): &&(String, Digested<StatementRow>)| row.voice == "author";
    let readings: Vec<_> = parts.statements.iter().filter(is_reading).map(|(_, row)| row.clone()).collect();
    let positions: Vec<_> = parts.statements.iter().filter(|row| !is_reading(row)).collect();
    let total_statements = positions.len();
    let first_shown = total_statements - rows_that_fit(positions.iter().map(|(_, row)| row));
    let mut days: Vec<IssueDay> = Vec::new();
    for (at, (href, row)) in positions.into_iter().enumerate() {
        if days.last().is_none_or(|day| day.date != row.date) {
            days.push(IssueDay { href: href.clone(), date: row.date, statements: Vec::new(), count: 0 });
        }
        let Some(day) = days.last_mut() else { continue };
        day.count += 1;
        if at >= first_shown {
            day.statements.push(row.value());
        }
    }
    let more_days = days.len().saturating_sub(DAYS);
    days.drain(..more_days);
    View::Issue(Box::new(IssueView {
        frame: frame(head),
        id: parts.id.clone(),
        title: parts.title.clone(),
        conference: parts.conference.clone(),
        clauses: parts.clauses.clone(),
        holders: holders::cut(&parts.holders, HOLDERS),
        days,
        more_days,
        readings: newest(&readings, READINGS).iter().map(Digested::value).collect(),
        total_statements,
        total_readings: readings.len(),
        is_cut: first_shown > 0,
    }))
}
