//! A clause's page: its texts, who holds which position on it, what was said and where it was named; where that is
//! more than one page can hold, the newest, and the years' own pages.

use super::clauses::{Table, index_crumb, instrument_link, row};
use super::delegations::newest;
use super::desk::Desk;
use super::frame::{clause_title, frame};
use super::mentions::PAGE;
use super::prose::{Numbers, whole};
use super::reading::head;
use super::{chart, clause_texts, holders, issues, map, said, years};
use crate::model::digest::Digested;
use crate::model::gist::Texts;
use crate::model::ids::ClauseId;
use crate::model::indexes::{Entries, Subject};
use crate::model::page::*;
use crate::model::report::Target;
use crate::model::view::*;

/// Elements of HTML that a page may have, those that all of it but the texts may take before the page gives only the
/// newest, and the fewest that are kept for the texts.
const PAGE_ELEMENTS: usize = 1_450;
const ELEMENTS: usize = 1_000;
const TEXTS: usize = 250;
/// Elements around everything, and those of a chart and a map without their rows.
const FRAME: usize = 110;
const CHART: usize = 25;
const MAP: usize = 45;

/// Holders of stances that a page with years shows, and countries beside its map.
const HOLDERS: usize = 50;
const COUNTRIES: usize = 10;

pub fn pages(desk: &Desk, table: &Table, id: &ClauseId) -> Vec<Page> {
    let nothing = Entries::default();
    let entries = desk.indexes.clauses.get(id).unwrap_or(&nothing);
    let route = desk.routes.clause(id);
    let link = desk.clause_link(id);
    let own = desk.corpus.clause_words.get(id);
    let mut parts = parts(desk, table, id, entries);
    let mut years = Vec::new();
    if weight(&parts) > ELEMENTS || parts.total_mentions > PAGE {
        parts.shows = Shows::Summary;
        let shown = newest(&parts.lines);
        years = years::cut(&route, std::mem::replace(&mut parts.lines, shown));
        parts.years = years::links(desk, &years);
    }
    parts.left = PAGE_ELEMENTS.saturating_sub(weight(&parts)).max(TEXTS);
    let mut crumbs = vec![index_crumb(desk), instrument_link(desk, table.instrument)];
    crumbs.extend(parts.parent.clone());
    let title = clause_title(&link.text, parts.heading.as_deref());
    let mut page_head = head(desk, &route, &title, crumbs.clone());
    page_head.description.clone_from(&parts.summary);
    let (source, links) = own.map_or((None, Vec::new()), |own| {
        (Some(own.words.path.clone()), desk.written(&own.words.path, &own.words.links))
    });
    let subjects = parts.subjects.clone();
    let mut pages = vec![Page {
        route,
        source,
        ingredients: Ingredients::Framed(page_head, Parts::Clause(Box::new(parts))),
        links,
        ids: own.map(|own| own.words.ids.clone()).unwrap_or_default(),
    }];
    crumbs.push(link);
    pages.extend(years::pages(desk, &crumbs, &subjects, years));
    pages
}

/// A clause's page as if all of its lines had a place on it.
fn parts(desk: &Desk, table: &Table, id: &ClauseId, entries: &Entries) -> ClauseParts {
    let route = desk.routes.clause(id);
    let link = desk.clause_link(id);
    let heading = desk.clause_heading(id);
    let own = desk.corpus.clause_words.get(id);
    let is_child = |child: &ClauseId| child.eid.parent().as_ref() == Some(&id.eid);
    let lines = lines(desk, id, entries);
    let (statements, mentions) = said::days(&lines);
    let title = Link { text: clause_title(&link.text, heading.as_deref()), ..link.clone() };
    let subject = SubjectParts { head: Some(title), history: Vec::new(), count: statements.len() };
    ClauseParts {
        id: id.to_string(),
        label: link.text,
        heading,
        instrument: instrument_link(desk, table.instrument),
        parent: id.parent().as_ref().map(|parent| desk.clause_link(parent)),
        children: table.clauses.iter().filter(|c| is_child(c)).map(|c| row(desk, c)).collect(),
        summary: own.and_then(|own| own.summary.clone()),
        body: own.map(|own| desk.linked_words(&own.words)).unwrap_or_default(),
        foreign: own.and_then(|own| desk.foreign(&own.words.lang)),
        texts: clause_texts::of(desk, table, id),
        holders: holders::of(desk, &Subject::Clause(id.clone())),
        total_statements: statements.len(),
        total_mentions: mentions.len(),
        total_readings: entries.statements.len() - entries.positions(),
        activity: chart::activity(&statements, &mentions),
        lines,
        subjects: Digested::of(vec![subject]),
        shows: Shows::All,
        left: 0,
        years: Vec::new(),
        issues: desk.issues_on(id).iter().map(|(of, issue)| desk.issue_link(&of.id, &issue.id)).collect(),
        via_issues: desk.via_issues(id, entries),
        speakers: map::of_entries(desk, &route, &entries.statements),
    }
}

/// All that was said on a clause and where it was named, in the order of days.
fn lines(desk: &Desk, id: &ClauseId, entries: &Entries) -> Vec<Line> {
    let target = Target::Clause(id.clone());
    let statements = entries.statements.iter().map(|entry| {
        let row = desk.statement(entry);
        let line = if entry.is_position { Line::Position { subject: 0, row } } else { Line::Reading(row) };
        (entry.report, entry.statement, line)
    });
    let mentions = entries.mentions.iter();
    let mentions = mentions.map(|entry| (entry.report, entry.mention, Line::Mention(desk.mention(&target, entry))));
    let mut lines: Vec<(usize, usize, Line)> = statements.chain(mentions).collect();
    lines.sort_by_key(|(report, place, line)| (line.date(), *report, *place));
    lines.into_iter().map(|(.., line)| line).collect()
}

/// Elements that all of a page but its texts will take, at the most.
fn weight(parts: &ClauseParts) -> usize {
    let chart = parts.activity.as_ref().map_or(0, |chart| CHART + 6 * chart.bars.len());
    let map = parts.speakers.as_ref().map_or(0, |speakers| {
        MAP + 8 * speakers.countries.len().min(listed(parts)) + 2 * speakers.others.len().min(listed(parts))
    });
    let holders = holders::weight(&shown_holders(parts));
    let beside = 3 * parts.children.len() + 2 * parts.issues.len() + 2 * parts.years.len();
    let own = parts.body.prose.nodes.len() / 2;
    FRAME + chart + map + holders + beside + own + years::weight(&parts.lines) + issues::via_weight(&via(parts))
}

fn listed(parts: &ClauseParts) -> usize {
    match parts.shows {
        Shows::All => map::LISTED,
        Shows::Summary => COUNTRIES,
    }
}

fn shown_holders(parts: &ClauseParts) -> Vec<HolderGroup> {
    let most = match parts.shows {
        Shows::All => usize::MAX,
        Shows::Summary => HOLDERS,
    };
    holders::cut(&parts.holders, most)
}

fn via(parts: &ClauseParts) -> Vec<IssueGroup> {
    issues::via_groups(&parts.via_issues, parts.shows)
}

pub fn view(head: &PageHead, parts: &ClauseParts, texts: &dyn Texts) -> View {
    let lines = said::sorted(head, (&parts.lines, &parts.subjects), texts);
    View::Clause(Box::new(ClauseView {
        frame: frame(head),
        id: parts.id.clone(),
        label: parts.label.clone(),
        heading: parts.heading.clone(),
        instrument: parts.instrument.clone(),
        parent: parts.parent.clone(),
        children: parts.children.clone(),
        summary: parts.summary.clone(),
        body: whole(&parts.body, Numbers::Headings),
        original_lang: parts.foreign.as_ref().map(|(lang, _)| lang.clone()),
        original_dir: parts.foreign.as_ref().map(|(_, dir)| *dir),
        texts: clause_texts::views(&parts.texts, parts.left),
        holders: shown_holders(parts),
        days: lines.subjects.into_iter().flat_map(|group| group.days).collect(),
        readings: lines.readings,
        mentions: lines.mentions,
        years: parts.years.clone(),
        total_mentions: parts.total_mentions,
        total_statements: parts.total_statements,
        total_readings: parts.total_readings,
        activity: parts.activity.clone(),
        issues: parts.issues.clone(),
        via_issues: via(parts),
        total_via_issues: parts.via_issues.iter().map(issues::positions).sum(),
        speakers: parts.speakers.as_ref().map(|speakers| map::view(speakers, listed(parts))),
    }))
}
