//! The index by delegation: the list of all, and each one's page with its statements and mentions.

use super::desk::Desk;
use super::frame::frame;
use super::mentions::{self, grouped};
use super::prose::{Numbers, whole};
use super::reading::{head, made};
use crate::model::delegation::{Delegation, DelegationKind};
use crate::model::ids::{ClauseId, DelegationId};
use crate::model::indexes::Entries;
use crate::model::page::*;
use crate::model::report::Statement;
use crate::model::view::*;
use std::collections::BTreeSet;

pub fn pages(desk: &Desk) -> Vec<Page> {
    let mut pages = vec![list(desk)];
    for id in &desk.delegation_pages {
        if let Some(delegation) = desk.corpus.registry.delegations.get(id) {
            pages.extend(delegation_pages(desk, delegation));
        }
    }
    pages
}

fn list(desk: &Desk) -> Page {
    let route = desk.routes.delegations();
    let line = |id: &DelegationId| {
        let delegation = desk.corpus.registry.delegations.get(id)?;
        let link = desk.delegation_link(id);
        let entries = desk.indexes.delegations.get(id);
        let count = entries.map_or(0, |entries| entries.mentions.len() + entries.statements.len());
        let counted = Counted { href: link.href, text: link.text, note: None, count };
        Some(DelegationLine { kind: delegation.kind.as_str(), counted })
    };
    let mut lines: Vec<DelegationLine> = desk.delegation_pages.iter().filter_map(line).collect();
    lines.sort_by_cached_key(|line| (sort_key(&line.counted.text), line.counted.text.clone()));
    let head = head(desk, &route, "", Vec::new());
    made(head, Parts::Delegations(lines))
}

/// A name as lists are sorted by: accents and case left out.
pub fn sort_key(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let letters = name.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}' | '’' | '\''));
    let key: String = letters.flat_map(char::to_lowercase).collect();
    key.strip_prefix("ال").map(str::to_owned).unwrap_or(key)
}

fn delegation_pages(desk: &Desk, delegation: &Delegation) -> Vec<Page> {
    let id = &delegation.id;
    let nothing = Entries::default();
    let entries = desk.indexes.delegations.get(id).unwrap_or(&nothing);
    let route = desk.routes.delegation(delegation);
    let link = desk.delegation_link(id);
    let shown = mentions::shown(desk, &route, entries);
    let own = desk.corpus.delegation_words.get(id);
    let parts = DelegationParts {
        id: id.to_string(),
        kind: delegation.kind.as_str(),
        name: link.text.clone(),
        official: delegation
            .official
            .as_deref()
            .map(str::to_owned)
            .filter(|official| *official != link.text && desk.head.lang == "en"),
        alpha2: delegation.alpha2.as_deref().map(str::to_owned),
        m49: delegation.m49.as_deref().map(str::to_owned),
        summary: own.and_then(|own| own.summary.clone()),
        body: own.map(|own| desk.linked_words(&own.words)).unwrap_or_default(),
        total_mentions: entries.mentions.len(),
        statements: headed(desk, id, entries),
        mentions: shown.rows.clone(),
        years: shown.years.clone(),
        groups: groups_of(desk, id),
        members: members(desk, delegation),
    };
    let crumb = Link { href: desk.head.countries.clone(), text: String::new(), current: false };
    let mut page_head = head(desk, &route, &link.text, vec![crumb.clone()]);
    page_head.description.clone_from(&parts.summary);
    let (path, links) = own.map_or((None, Vec::new()), |own| {
        (Some(own.words.path.clone()), desk.written(&own.words.path, &own.words.links))
    });
    let ingredients = Ingredients::Framed(page_head, Parts::Delegation(Box::new(parts)));
    let mut pages = vec![Page {
        route,
        source: path,
        ingredients,
        links,
        ids: own.map(|own| own.words.ids.clone()).unwrap_or_default(),
    }];
    pages.extend(mentions::year_pages(desk, &link, vec![crumb, link.clone()], shown));
    pages
}

/// Its statements under each clause and issue that they were made on, in the order of clauses.
fn headed(desk: &Desk, id: &DelegationId, entries: &Entries) -> Vec<HeadedStatement> {
    let mut headed: Vec<((Option<ClauseId>, String), HeadedStatement)> = Vec::new();
    for entry in &entries.statements {
        let report = &desk.corpus.reports[entry.report];
        let statement: &Statement = &report.statements[entry.statement];
        let row = desk.statement(entry);
        let clauses: BTreeSet<&ClauseId> = statement.clauses.iter().collect();
        for clause in clauses {
            let mut link = desk.clause_link(clause);
            if let Some(heading) = desk.clause_heading(clause) {
                link.text = super::frame::clause_title(&link.text, Some(&heading));
            }
            let key = (Some(clause.clone()), String::new());
            headed.push((key, HeadedStatement { head: Some(link), row: row.clone() }));
        }
        for issue in &row.issues {
            let link = Link { href: String::new(), text: issue.clone(), current: false };
            headed.push(((None, issue.clone()), HeadedStatement { head: Some(link), row: row.clone() }));
        }
        if statement.clauses.is_empty() && row.issues.is_empty() {
            headed.push(((None, String::new()), HeadedStatement { head: None, row }));
        }
    }
    debug_assert!(entries.statements.is_empty() || !headed.is_empty(), "{id} lost its statements");
    headed.sort_by(|a, b| (a.0.0.is_none(), &a.0).cmp(&(b.0.0.is_none(), &b.0)));
    headed.into_iter().map(|(_, statement)| statement).collect()
}

/// Groups with a page of which it is or was a member.
fn groups_of(desk: &Desk, id: &DelegationId) -> Vec<Link> {
    let groups = desk.corpus.registry.delegations.values().filter(|group| group.kind != DelegationKind::Country);
    let mut links: Vec<Link> = groups
        .filter(|group| desk.delegation_pages.contains(&group.id) && group.members.iter().any(|m| m.member == *id))
        .map(|group| desk.delegation_link(&group.id))
        .collect();
    links.sort_by(|a, b| a.text.cmp(&b.text));
    links
}

fn members(desk: &Desk, group: &Delegation) -> Vec<MemberRow> {
    let row = |m: &crate::model::delegation::Membership| MemberRow {
        delegation: desk.delegation_link(&m.member),
        from: m.from,
        until: m.until,
    };
    let mut rows: Vec<MemberRow> = group.members.iter().map(row).collect();
    rows.sort_by_cached_key(|row| (sort_key(&row.delegation.text), row.from));
    rows
}

pub fn list_view(head: &PageHead, lines: &[DelegationLine]) -> View {
    let of =
        |kind: &str| lines.iter().filter(|line| line.kind == kind).map(|line| line.counted.clone()).collect::<Vec<_>>();
    let mut letters: Vec<Letter> = Vec::new();
    for counted in of("country") {
        let letter = initial(&counted.text);
        match letters.last_mut().filter(|last| last.letter == letter) {
            Some(last) => last.delegations.push(counted),
            None => letters.push(Letter { letter, delegations: vec![counted] }),
        }
    }
    let mut organisations = of("organisation");
    organisations.extend(of("observer"));
    let total = lines.len();
    View::Delegations(DelegationsView { frame: frame(head), letters, groups: of("group"), organisations, total })
}

fn initial(name: &str) -> String {
    sort_key(name).chars().next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default()
}

pub fn view(head: &PageHead, parts: &DelegationParts) -> View {
    let is_reading = |statement: &&HeadedStatement| statement.row.voice == "author";
    let mut statements: Vec<StatementGroup> = Vec::new();
    let mut positions = BTreeSet::new();
    for statement in parts.statements.iter().filter(|statement| !is_reading(statement)) {
        positions.insert(statement.row.href.clone());
        match statements.last_mut().filter(|last| last.head == statement.head) {
            Some(last) => last.statements.push(statement.row.clone()),
            None => statements.push(StatementGroup {
                head: statement.head.clone(),
                stance: None,
                statements: vec![statement.row.clone()],
            }),
        }
    }
    let mut readings: Vec<_> = Vec::new();
    for statement in parts.statements.iter().filter(is_reading) {
        if !readings.iter().any(|row: &std::sync::Arc<StatementRow>| row.href == statement.row.href) {
            readings.push(statement.row.clone());
        }
    }
    View::Delegation(Box::new(DelegationView {
        frame: frame(head),
        id: parts.id.clone(),
        kind: parts.kind,
        name: parts.name.clone(),
        official: parts.official.clone(),
        alpha2: parts.alpha2.clone(),
        m49: parts.m49.clone(),
        summary: parts.summary.clone(),
        body: whole(&parts.body, Numbers::Headings),
        total_mentions: parts.total_mentions,
        total_statements: positions.len(),
        statements,
        readings,
        mentions: grouped(&parts.mentions),
        years: parts.years.clone(),
        groups: parts.groups.clone(),
        members: parts.members.clone(),
    }))
}
