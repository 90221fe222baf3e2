//! The index by delegation: the list of all, and each one's page with its statements and mentions.

use super::collation::Collation;
use super::desk::Desk;
use super::frame::frame;
use super::mentions::PAGE;
use super::prose::{Numbers, whole};
use super::reading::{head, made};
use super::said::{self, Said};
use super::{chart, years};
use crate::model::delegation::{Delegation, DelegationKind};
use crate::model::gist::Texts;
use crate::model::ids::DelegationId;
use crate::model::page::*;
use crate::model::report::Target;
use crate::model::view::*;
use std::collections::{BTreeMap, BTreeSet};

/// Elements of HTML that a page's lines and members may take; the frame, the chart and its figures take some two
/// hundred more.
const ELEMENTS: usize = 1_000;
/// Lines of each kind that a page with years shows itself, and subjects that it sums up.
const NEWEST_STATEMENTS: usize = 8;
const NEWEST_OF_A_KIND: usize = 3;
const NEWEST_MENTIONS: usize = 15;
const SUBJECTS: usize = 50;
/// Lines of the lists beside a group's statements.
const BESIDE: usize = 20;

/// A delegation's page, and those of its years.
pub fn pages(desk: &Desk, id: &DelegationId) -> Vec<Page> {
    let delegation = desk.corpus.registry.delegations.get(id);
    delegation.map_or_else(Vec::new, |delegation| delegation_pages(desk, delegation))
}

/// The list of all delegations.
pub fn list(desk: &Desk) -> Page {
    let route = desk.routes.delegations();
    let total = |id: &DelegationId| desk.totals.get(&Target::Delegation(id.clone())).copied().unwrap_or_default();
    let line = |id: &DelegationId| {
        let delegation = desk.corpus.registry.delegations.get(id)?;
        let link = desk.delegation_link(id);
        let count = total(id).times();
        let counted = Counted { href: link.href, text: link.text, note: None, count };
        Some(DelegationLine { kind: delegation.kind.as_str(), counted })
    };
    // Who is meant by its groups alone was not named: the groups' pages lead to it.
    let is_listed = |id: &&DelegationId| total(id).is_named() || desk.corpus.delegation_words.contains_key(*id);
    let mut lines: Vec<DelegationLine> = desk.delegation_pages.iter().filter(is_listed).filter_map(line).collect();
    lines.sort_by_cached_key(|line| (desk.collation.key(&line.counted.text), line.counted.text.clone()));
    let head = head(desk, &route, "", Vec::new());
    made(head, Parts::Delegations(lines))
}

fn delegation_pages(desk: &Desk, delegation: &Delegation) -> Vec<Page> {
    let id = &delegation.id;
    let route = desk.routes.delegation(delegation);
    let link = desk.delegation_link(id);
    let said = said::of(desk, id);
    let crumb = Link { href: desk.head.countries.clone(), text: String::new(), current: false };
    let mut parts = parts(desk, delegation, &said);
    let mut years = Vec::new();
    if parts.shows == Shows::Summary {
        parts.lines = newest(&said.lines);
        years = years::cut(&route, said.lines);
        parts.years = years::links(desk, &years);
    }
    let mut page_head = head(desk, &route, &link.text, vec![crumb.clone()]);
    page_head.description.clone_from(&parts.summary);
    let own = desk.corpus.delegation_words.get(id);
    let (path, links) = own.map_or((None, Vec::new()), |own| {
        (Some(own.words.path.clone()), desk.written(&own.words.path, &own.words.links))
    });
    let ingredients = Ingredients::Framed(page_head, Parts::Delegation(Box::new(parts)));
    let ids = own.map(|own| own.words.ids.clone()).unwrap_or_default();
    let mut pages = vec![Page { route, source: path, ingredients, links, ids }];
    pages.extend(years::pages(desk, &[crumb, link], &said.subjects, years));
    pages
}

/// A delegation's page as if all of its lines had a place on it.
fn parts(desk: &Desk, delegation: &Delegation, said: &Said) -> DelegationParts {
    let id = &delegation.id;
    let name = desk.delegation_link(id).text;
    let own = desk.corpus.delegation_words.get(id);
    let (statements, mentions) = said::days(&said.lines);
    let members = members(desk, delegation);
    let dissociations = dissociations(desk, id);
    let elements = years::weight(&said.lines) + 4 * members.len() + 6 * dissociations.len();
    let fits = elements <= ELEMENTS && mentions.len() <= PAGE;
    DelegationParts {
        id: id.to_string(),
        kind: delegation.kind.as_str(),
        official: delegation
            .official
            .as_deref()
            .map(str::to_owned)
            .filter(|official| *official != name && desk.head.lang == "en"),
        name,
        alpha2: delegation.alpha2.as_deref().map(str::to_owned),
        m49: delegation.m49.as_deref().map(str::to_owned),
        summary: own.and_then(|own| own.summary.clone()),
        body: own.map(|own| desk.linked_words(&own.words)).unwrap_or_default(),
        foreign: own.and_then(|own| desk.foreign(&own.words.lang)),
        total_mentions: mentions.len(),
        total_statements: statements.len(),
        total_spoken_for: said::part(&said.lines, GroupPart::Speaker),
        total_via: said::part(&said.lines, GroupPart::Member),
        total_dissociated: said::part(&said.lines, GroupPart::Dissociated),
        activity: chart::activity(&statements, &mentions),
        lines: said.lines.clone(),
        subjects: said.subjects.clone(),
        shows: if fits { Shows::All } else { Shows::Summary },
        years: Vec::new(),
        groups: groups_of(desk, id),
        members,
        speakers: speakers(desk, id),
        dissociations,
    }
}

/// The newest lines of each kind, in the order of days; a statement on several subjects is one.
pub fn newest(lines: &[Line]) -> Vec<Line> {
    let mut counts = [0; 6];
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for line in lines.iter().rev() {
        let (kind, most) = match line {
            Line::Position { row, .. } if !seen.insert(&row.href) => continue,
            Line::Position { .. } => (0, NEWEST_STATEMENTS),
            Line::Reading(_) => (1, NEWEST_OF_A_KIND),
            Line::OfGroup { part: GroupPart::Speaker, .. } => (2, NEWEST_OF_A_KIND),
            Line::OfGroup { part: GroupPart::Member, .. } => (3, NEWEST_OF_A_KIND),
            Line::OfGroup { part: GroupPart::Dissociated, .. } => (4, NEWEST_OF_A_KIND),
            Line::Mention(_) => (5, NEWEST_MENTIONS),
        };
        if counts[kind] < most {
            counts[kind] += 1;
            kept.push(line.clone());
        }
    }
    kept.reverse();
    kept
}

/// Who spoke for a group in its positions, most often first.
fn speakers(desk: &Desk, group: &DelegationId) -> Vec<Counted> {
    let mut counts: BTreeMap<&DelegationId, usize> = BTreeMap::new();
    for (id, of_groups) in &desk.indexes.of_groups {
        let spoken = of_groups.spoken.iter().filter(|seen| seen.group == *group && seen.entry.is_position);
        *counts.entry(id).or_default() += spoken.count();
    }
    let named = counts.into_iter().filter(|(_, count)| *count > 0);
    let line = |(id, count): (&DelegationId, usize)| {
        let link = desk.delegation_link(id);
        Counted { href: link.href, text: link.text, note: None, count }
    };
    let mut speakers: Vec<Counted> = named.map(line).collect();
    desk.collation.most_first(&mut speakers);
    speakers
}

/// Members that said that they are not meant, newest first.
fn dissociations(desk: &Desk, group: &DelegationId) -> Vec<Dissociation> {
    let mut found = Vec::new();
    for (id, of_groups) in &desk.indexes.of_groups {
        let dissociated = of_groups.dissociated.iter().filter(|seen| seen.group == *group && seen.entry.is_position);
        for seen in dissociated {
            let row = desk.statement(&seen.entry);
            let on = row.clauses.iter().map(|on| &on.text).chain(row.issues.iter().map(|on| &on.text)).cloned();
            let (member, date, href) = (desk.delegation_link(id), row.date, row.href.clone());
            found.push(Dissociation { member, date, href, on: on.collect() });
        }
    }
    found.sort_by_cached_key(|one| (std::cmp::Reverse(one.date), desk.collation.key(&one.member.text)));
    found
}

/// Groups with a page of which it is or was a member.
fn groups_of(desk: &Desk, id: &DelegationId) -> Vec<Link> {
    let groups = desk.corpus.registry.delegations.values().filter(|group| group.kind != DelegationKind::Country);
    let mut links: Vec<Link> = groups
        .filter(|group| desk.delegation_pages.contains(&group.id) && group.members.iter().any(|m| m.member == *id))
        .map(|group| desk.delegation_link(&group.id))
        .collect();
    links.sort_by_cached_key(|link| desk.collation.key(&link.text));
    links
}

fn members(desk: &Desk, group: &Delegation) -> Vec<MemberRow> {
    let row = |m: &crate::model::delegation::Membership| MemberRow {
        delegation: desk.delegation_link(&m.member),
        from: m.from,
        until: m.until,
    };
    let mut rows: Vec<MemberRow> = group.members.iter().map(row).collect();
    rows.sort_by_cached_key(|row| (desk.collation.key(&row.delegation.text), row.from));
    rows
}

pub fn list_view(head: &PageHead, lines: &[DelegationLine]) -> View {
    let of =
        |kind: &str| lines.iter().filter(|line| line.kind == kind).map(|line| line.counted.clone()).collect::<Vec<_>>();
    let collation = Collation::of(&head.site.lang);
    let mut letters: Vec<Letter> = Vec::new();
    for counted in of("country") {
        let letter = collation.letter(&counted.text);
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

pub fn view(head: &PageHead, parts: &DelegationParts, texts: &dyn Texts) -> View {
    let most = match parts.shows {
        Shows::All => usize::MAX,
        Shows::Summary => BESIDE,
    };
    let (lines, more_subjects) = match parts.shows {
        Shows::All => (said::sorted(head, (&parts.lines, &parts.subjects), texts), 0),
        Shows::Summary => said::summary(head, (parts, SUBJECTS), texts),
    };
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
        original_lang: parts.foreign.as_ref().map(|(lang, _)| lang.clone()),
        original_dir: parts.foreign.as_ref().map(|(_, dir)| *dir),
        total_mentions: parts.total_mentions,
        total_statements: parts.total_statements,
        total_spoken_for: parts.total_spoken_for,
        total_via: parts.total_via,
        total_dissociated: parts.total_dissociated,
        activity: parts.activity.clone(),
        lines,
        more_subjects,
        years: parts.years.clone(),
        groups: parts.groups.clone(),
        members: parts.members.clone(),
        speakers: parts.speakers.iter().take(BESIDE).cloned().collect(),
        dissociations: parts.dissociations.iter().take(most).cloned().collect(),
    }))
}
