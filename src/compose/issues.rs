//! The issues that a conference declares: the list of all, each one's page, and what they bring to clauses' pages.

use super::clauses::{by_stance, row};
use super::desk::Desk;
use super::frame::frame;
use super::reading::{head, made};
use crate::model::corpus::{Conference, Issue};
use crate::model::ids::{ClauseId, ConferenceId, DelegationId, IssueId};
use crate::model::indexes::{Entries, StatementEntry};
use crate::model::page::*;
use crate::model::view::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Statements that an issue's page shows, and those that a clause's page shows of one issue; readings that either does.
const ROWS: usize = 40;
const VIA_ROWS: usize = 20;
const READINGS: usize = 10;

/// A conference's list of issues and the page of each; none where it declares none.
pub fn pages(desk: &Desk) -> Vec<Page> {
    let mut pages = Vec::new();
    for conference in desk.corpus.conferences.iter().filter(|conference| !conference.issues.is_empty()) {
        let route = desk.routes.issues(&conference.id);
        let parts = IssuesParts {
            conference: desk.conference_link(conference),
            issues: conference.issues.iter().map(|issue| desk.issue_row(conference, issue)).collect(),
        };
        let list_head = head(desk, &route, "", vec![desk.conference_link(conference)]);
        pages.push(made(list_head, Parts::Issues(parts)));
        pages.extend(conference.issues.iter().map(|issue| page(desk, conference, issue)));
    }
    pages
}

fn page(desk: &Desk, conference: &Conference, issue: &Issue) -> Page {
    let route = desk.routes.issue(&conference.id, &issue.id);
    let day = |entry: &StatementEntry| {
        desk.href(&desk.routes.day(&conference.id, desk.corpus.reports[entry.report].head.date))
    };
    let entries = desk.issue_entries(&conference.id, &issue.id);
    let parts = IssueParts {
        id: issue.id.to_string(),
        title: issue.title.clone(),
        conference: desk.conference_link(conference),
        clauses: issue.clauses.iter().map(|id| row(desk, id)).collect(),
        holders: holders(desk, conference, issue),
        statements: entries.iter().map(|entry| (day(entry), desk.statement(entry))).collect(),
    };
    let crumbs = vec![desk.conference_link(conference), desk.link(&desk.routes.issues(&conference.id), "")];
    made(head(desk, &route, &issue.title, crumbs), Parts::Issue(Box::new(parts)))
}

/// Who holds which stance, by the site's order of stances; then who spoke and holds none.
fn holders(desk: &Desk, conference: &Conference, issue: &Issue) -> Vec<HolderGroup> {
    let positions = || desk.issue_entries(&conference.id, &issue.id).iter().filter(|entry| entry.is_position);
    let with_stance = positions().filter(|entry| desk.said(entry).stance.is_some());
    let latest: BTreeMap<&DelegationId, &StatementEntry> =
        with_stance.flat_map(|entry| desk.said(entry).holders().into_iter().map(move |id| (id, entry))).collect();
    let holder = |id: &DelegationId, entry: &StatementEntry| {
        let row = desk.statement(entry);
        Holder { delegation: desk.delegation_link(id), href: row.href.clone(), date: row.date, voice: row.voice }
    };
    let mut groups = Vec::new();
    for stance in &desk.corpus.site.stances {
        let takes_it = |entry: &StatementEntry| desk.said(entry).stance.as_ref() == Some(&stance.id);
        let takers = latest.iter().filter(|(_, entry)| takes_it(entry));
        let holders: Vec<Holder> = takers.clone().map(|(id, entry)| holder(id, entry)).collect();
        let view = takers.map(|(_, entry)| desk.statement(entry)).find_map(|row| row.stance.clone());
        groups.extend(view.map(|view| HolderGroup { stance: Some(view), holders }));
    }
    let mut spoke: BTreeMap<&DelegationId, &StatementEntry> = BTreeMap::new();
    for entry in positions() {
        let without = desk.said(entry).holders().into_iter().filter(|id| !latest.contains_key(id));
        spoke.extend(without.map(|id| (id, entry)));
    }
    if !spoke.is_empty() {
        groups.push(HolderGroup { stance: None, holders: spoke.iter().map(|(id, entry)| holder(id, entry)).collect() });
    }
    groups
}

impl Desk<'_> {
    /// An issue by its title, leading to its page.
    pub fn issue_link(&self, conference: &ConferenceId, id: &IssueId) -> Link {
        let declared = self.conference(conference).map_or(&[][..], |conference| &conference.issues);
        match declared.iter().find(|issue| issue.id == *id) {
            Some(issue) => self.link(&self.routes.issue(conference, id), &issue.title),
            None => Link { href: String::new(), text: id.to_string(), current: false },
        }
    }

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

    /// Issues that concern a clause or a part of it, in all conferences.
    pub fn issues_on(&self, id: &ClauseId) -> Vec<(&Conference, &Issue)> {
        let concerns =
            |clause: &ClauseId| std::iter::successors(Some(clause.clone()), ClauseId::parent).any(|up| up == *id);
        let mut issues = Vec::new();
        for conference in &self.corpus.conferences {
            let own = conference.issues.iter().filter(|issue| issue.clauses.iter().any(concerns));
            issues.extend(own.map(|issue| (conference, issue)));
        }
        issues
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

/// A clause page's groups of statements on issues.
pub fn via_groups(parts: &[ViaIssue]) -> Vec<IssueGroup> {
    let group = |via: &ViaIssue| {
        let (readings, positions) = parted(&via.statements);
        let (shown, shown_readings) = (newest(&positions, VIA_ROWS), newest(&readings, READINGS));
        IssueGroup {
            issue: via.issue.clone(),
            conference: via.conference.clone(),
            count: positions.len(),
            is_cut: shown.len() < positions.len() || shown_readings.len() < readings.len(),
            statements: by_stance(&via.stances, shown),
            readings: shown_readings.to_vec(),
        }
    };
    parts.iter().map(group).collect()
}

/// The author's readings, and the positions.
fn parted(rows: &[Arc<StatementRow>]) -> (Vec<Arc<StatementRow>>, Vec<Arc<StatementRow>>) {
    rows.iter().cloned().partition(|row| row.voice == "author")
}

/// The last of some rows in the order of days.
fn newest(rows: &[Arc<StatementRow>], most: usize) -> &[Arc<StatementRow>] {
    &rows[rows.len().saturating_sub(most)..]
}

pub fn list_view(head: &PageHead, parts: &IssuesParts) -> View {
    View::Issues(IssuesView { frame: frame(head), conference: parts.conference.clone(), issues: parts.issues.clone() })
}

pub fn view(head: &PageHead, parts: &IssueParts) -> View {
    let is_reading = |(_, row): &&(String, Arc<StatementRow>)| row.voice == "author";
    let readings: Vec<_> = parts.statements.iter().filter(is_reading).map(|(_, row)| row.clone()).collect();
    let positions: Vec<_> = parts.statements.iter().filter(|row| !is_reading(row)).collect();
    let total_statements = positions.len();
    let first_shown = total_statements.saturating_sub(ROWS);
    let mut days: Vec<IssueDay> = Vec::new();
    for (at, (href, row)) in positions.into_iter().enumerate() {
        if days.last().is_none_or(|day| day.date != row.date) {
            days.push(IssueDay { href: href.clone(), date: row.date, statements: Vec::new(), count: 0 });
        }
        let Some(day) = days.last_mut() else { continue };
        day.count += 1;
        if at >= first_shown {
            day.statements.push(row.clone());
        }
    }
    View::Issue(Box::new(IssueView {
        frame: frame(head),
        id: parts.id.clone(),
        title: parts.title.clone(),
        conference: parts.conference.clone(),
        clauses: parts.clauses.clone(),
        holders: parts.holders.clone(),
        days,
        readings: newest(&readings, READINGS).to_vec(),
        total_statements,
        total_readings: readings.len(),
        is_cut: first_shown > 0,
    }))
}
