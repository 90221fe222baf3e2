//! Pages that compare two drafts: what changed as a list, then clause by clause side by side. Where that would be too
//! much for one page, each changed article has a page of its own.

use super::comparison::{DraftText, Entry, Section, Standing, identity, sections, totals};
use super::differences::{folded, side};
use super::edition::Edition;
use super::frame::frame;
use super::reading::{head, made};
use super::routes;
use crate::model::corpus::Instrument;
use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::ids::{ClauseId, Eid, Route};
use crate::model::page::*;
use crate::model::view::*;
use std::collections::{BTreeMap, BTreeSet};

/// Elements that a page may have, less what the frame, the head and the ways on take.
const BUDGET: usize = 1_350;

/// Parts of a clause that are shown as one text with it, when all of it was added or removed.
const PARTS: usize = 100;

/// Two drafts of an instrument, compared and laid out.
pub struct Comparison<'a> {
    pub link: ComparisonLink,
    older: DraftText<'a>,
    newer: DraftText<'a>,
    route: Route,
    sections: Vec<Section>,
    /// Pages of single articles; none where all is on one page.
    pages: Vec<Part>,
    /// Where each changed clause is compared, by its anchor.
    places: BTreeMap<String, String>,
}

/// The page of some rows of one section.
struct Part {
    route: Route,
    section: ChangeSection,
}

/// All comparisons of an instrument's drafts: of neighbours, and of the pairs that its author names. A draft that has
/// a clause twice is not compared, for nobody could say which of the two became what.
pub fn comparisons<'a>(
    desk: &Edition,
    instrument: &'a Instrument,
    texts: &'a [Digested<LinkedProse>],
    links: &[DraftLink],
) -> Vec<Comparison<'a>> {
    let place = |date| instrument.drafts.iter().position(|draft| draft.date == date);
    let neighbours = (1..instrument.drafts.len()).map(|older| (older - 1, older));
    let named = instrument.compare.iter().filter_map(|[older, newer]| Some((place(*newer)?, place(*older)?)));
    let pairs: BTreeSet<(usize, usize)> = neighbours.chain(named.filter(|(newer, older)| newer < older)).collect();
    let text = |at: usize| DraftText { draft: &instrument.drafts[at], text: &texts[at] };
    let one = |(newer, older): (usize, usize)| {
        let route = desk.routes.comparison(&instrument.id, links[older].date, links[newer].date);
        let link = ComparisonLink { href: desk.href(&route), older: links[older].clone(), newer: links[newer].clone() };
        Comparison::new(desk, link, (text(older), text(newer)), route)
    };
    let is_sound = |at: usize| instrument.drafts[at].has_each_clause_once();
    pairs.into_iter().filter(|(newer, older)| is_sound(*newer) && is_sound(*older)).map(one).collect()
}

impl<'a> Comparison<'a> {
    fn new(desk: &Edition, link: ComparisonLink, drafts: (DraftText<'a>, DraftText<'a>), route: Route) -> Self {
        let (older, newer) = drafts;
        let sections = sections(older, newer);
        let mut comparison = Self { link, older, newer, route, sections, pages: Vec::new(), places: BTreeMap::new() };
        let shown = comparison.shown(desk);
        let lines: usize = comparison.sections.iter().map(|section| section.standing(usize::MAX).len()).sum();
        if 3 * lines + shown.iter().map(weight).sum::<usize>() > BUDGET {
            let parts = shown.into_iter().flat_map(cut);
            comparison.pages = parts.map(|section| comparison.part(section)).collect();
        }
        comparison.places = comparison.placed(desk);
        comparison
    }

    fn part(&self, section: ChangeSection) -> Part {
        // Behind the first cut, a page is known by the clause that it begins with.
        let first = section.rows.first().filter(|row| !row.top).map_or(&section.id, |row| &row.id);
        let begins = if section.id.is_empty() { first } else { &section.id };
        Part { route: routes::part(&self.route, begins), section }
    }

    /// Where each entry's words are shown.
    fn placed(&self, desk: &Edition) -> BTreeMap<String, String> {
        let mut pages = BTreeMap::new();
        for part in &self.pages {
            let href = desk.href(&part.route);
            let rows = part.section.rows.iter().map(|row| &row.id);
            pages.extend(rows.chain([&part.section.id]).map(|id| (id.clone(), href.clone())));
        }
        let mut places = BTreeMap::new();
        let changed = self.sections.iter().filter(|section| section.is_changed());
        for standing in changed.flat_map(|section| section.standing(PARTS)) {
            let id = standing.entry.anchor();
            let href = pages.get(&id).unwrap_or(&self.link.href);
            places.extend(standing.each().map(|entry| (entry.anchor(), format!("{href}#{id}"))));
        }
        places
    }

    /// Where a clause of the newer draft is compared, when it or a part of it changed.
    pub fn place(&self, eid: &Eid) -> Option<&String> {
        let section = self.sections.iter().find(|s| s.entries.iter().any(|entry| entry.newer.as_ref() == Some(eid)))?;
        let inside = format!("{eid}__");
        let is_it = |entry: &&Entry| {
            let own = entry.newer.as_ref().or(entry.older.as_ref());
            own.is_some_and(|own| own == eid || own.as_str().starts_with(&inside))
        };
        let changed = section.entries.iter().filter(is_it).find(|entry| entry.kind != ChangeKind::Unchanged)?;
        // The section's head stands for its clause, whether or not its own words changed.
        let anchor = if eid.parent().is_none() { eid.to_string() } else { changed.anchor() };
        self.places.get(&anchor)
    }

    fn clause(&self, entry: &Entry) -> Option<ClauseId> {
        let newer = entry.newer.as_ref().map(|eid| identity(self.newer.draft, eid));
        newer.or_else(|| entry.older.as_ref().map(|eid| identity(self.older.draft, eid)))
    }

    fn link_of(&self, desk: &Edition, entry: &Entry) -> Link {
        let nowhere = Link { href: String::new(), text: String::new(), current: false };
        self.clause(entry).map_or(nowhere, |id| desk.clause_link(&id))
    }

    fn was(&self, desk: &Edition, entry: &Entry) -> Option<String> {
        entry.was.as_ref().map(|eid| desk.label_in(self.older.draft, eid))
    }

    /// The changed sections with their rows.
    fn shown(&self, desk: &Edition) -> Vec<ChangeSection> {
        let changed = self.sections.iter().filter(|section| section.is_changed());
        changed.filter_map(|section| self.section(desk, section)).collect()
    }

    fn section(&self, desk: &Edition, section: &Section) -> Option<ChangeSection> {
        let whole = section.as_one()?;
        let link = self.link_of(desk, whole.entry);
        let mut rows: Vec<ChangeRow> = Vec::new();
        for (at, standing) in section.standing(PARTS).iter().enumerate() {
            let entry = standing.entry;
            match rows.last_mut().filter(|row| !row.unchanged.is_empty()) {
                _ if entry.kind != ChangeKind::Unchanged => rows.push(self.row(desk, standing, at == 0)),
                // The section's head names it already.
                _ if at == 0 => {}
                Some(row) => row.unchanged.push(self.link_of(desk, entry)),
                None => {
                    let unchanged = vec![self.link_of(desk, entry)];
                    rows.push(ChangeRow { unchanged, ..self.row(desk, standing, false) });
                }
            }
        }
        Some(ChangeSection {
            id: whole.entry.anchor(),
            kind: whole.kind(),
            label: link.text,
            heading: whole.entry.heading.clone(),
            was: self.was(desk, whole.entry),
            href: link.href,
            rows,
        })
    }

    fn row(&self, desk: &Edition, standing: &Standing, top: bool) -> ChangeRow {
        let entry = standing.entry;
        let lines = match entry.kind {
            ChangeKind::Added | ChangeKind::Removed => whole_text(standing),
            ChangeKind::Changed => folded(below_heading(entry)),
            ChangeKind::Moved | ChangeKind::Unchanged => Vec::new(),
        };
        ChangeRow {
            id: if top { String::new() } else { entry.anchor() },
            kind: entry.kind,
            clause: self.link_of(desk, entry),
            was: self.was(desk, entry),
            top,
            older: side(&lines, RunKind::Inserted),
            newer: side(&lines, RunKind::Deleted),
            before: standing.each().map(|entry| entry.before).sum(),
            now: standing.each().map(|entry| entry.now).sum(),
            unchanged: Vec::new(),
        }
    }

    fn line(&self, desk: &Edition, standing: &Standing) -> (ChangeKind, ChangeLine) {
        let link = self.link_of(desk, standing.entry);
        let kind = standing.kind();
        let place = self.places.get(&standing.entry.anchor()).filter(|_| kind != ChangeKind::Unchanged);
        let line = ChangeLine {
            href: place.cloned().unwrap_or(link.href),
            label: link.text,
            heading: standing.entry.heading.clone(),
            was: self.was(desk, standing.entry),
            alone: standing.alone,
            inserted: standing.each().map(|entry| entry.differences.inserted).sum(),
            deleted: standing.each().map(|entry| entry.differences.deleted).sum(),
            before: standing.each().map(|entry| entry.before).sum(),
            now: standing.each().map(|entry| entry.now).sum(),
        };
        (kind, line)
    }

    /// The list of what changed: by clause, or by article where each has its page.
    fn changes(&self, desk: &Edition) -> Vec<ChangeGroup> {
        let totals = totals(&self.sections);
        let mut opening = Vec::new();
        let mut groups: BTreeMap<ChangeKind, Vec<ChangeLine>> = BTreeMap::new();
        for section in &self.sections {
            let standing = if self.pages.is_empty() {
                section.standing(usize::MAX)
            } else {
                section.as_one().into_iter().collect()
            };
            for standing in &standing {
                let (kind, line) = self.line(desk, standing);
                if standing.entry.is_clause() || kind == ChangeKind::Unchanged {
                    groups.entry(kind).or_default().push(line);
                } else {
                    opening.push(ChangeGroup { kind, clauses: None, lines: vec![line] });
                }
            }
        }
        let clauses = |kind| self.pages.is_empty().then(|| totals.of(kind));
        let groups = groups.into_iter().map(|(kind, lines)| ChangeGroup { kind, clauses: clauses(kind), lines });
        opening.into_iter().chain(groups).collect()
    }

    /// The comparison's page or pages; `others` are all comparisons of the instrument.
    pub fn pages(&self, desk: &Edition, instrument: &Instrument, others: &[ComparisonLink]) -> Vec<Page> {
        let instrument_link = desk.link(&desk.routes.instrument(&instrument.id), &instrument.title);
        let (older, newer) = (&self.link.older, &self.link.newer);
        let of_these = |other: &&ComparisonLink| {
            let dates = [other.older.date, other.newer.date];
            other.href != self.link.href && (dates.contains(&older.date) || dates.contains(&newer.date))
        };
        let shared = Digested::of(CompareShared {
            instrument: instrument_link.clone(),
            older: older.clone(),
            newer: newer.clone(),
            totals: totals(&self.sections),
            comparisons: others.iter().filter(of_these).cloned().collect(),
        });
        let clauses = Link { href: desk.head.clauses.clone(), text: String::new(), current: false };
        let draft = Link { href: newer.href.clone(), text: newer.title.clone(), current: false };
        let crumbs = vec![clauses, instrument_link, draft];
        let title = format!("{}: {} – {}", instrument.title, older.date, newer.date);
        let sections = if self.pages.is_empty() { self.shown(desk) } else { Vec::new() };
        let parts = CompareParts {
            shared: shared.clone(),
            changes: self.changes(desk),
            sections,
            whole: None,
            previous: None,
            next: None,
        };
        let page_head = head(desk, &self.route, &title, crumbs.clone());
        let mut pages = vec![made(page_head, Parts::Compare(Box::new(parts)))];
        let whole = desk.link(&self.route, "");
        let neighbour = |at: Option<usize>| {
            let part = self.pages.get(at?)?;
            Some(desk.link(&part.route, &part.section.label))
        };
        for (at, part) in self.pages.iter().enumerate() {
            let parts = CompareParts {
                shared: shared.clone(),
                changes: Vec::new(),
                sections: vec![part.section.clone()],
                whole: Some(whole.clone()),
                previous: neighbour(at.checked_sub(1)),
                next: neighbour(Some(at + 1)),
            };
            // The words above the first clause have no label: the theme names them.
            let label = Some(&part.section.label).filter(|label| !label.is_empty());
            let title = label.map_or_else(|| title.clone(), |label| format!("{label}, {title}"));
            let head = head(desk, &part.route, &title, crumbs.clone());
            pages.push(made(head, Parts::Compare(Box::new(parts))));
        }
        pages
    }
}

/// A clause's lines, without its heading where that is as it was: it stands above them.
fn below_heading(entry: &Entry) -> &[MarkedLine] {
    let kept = |line: &MarkedLine| line.runs.iter().all(|run| run.kind == RunKind::Same);
    match entry.differences.lines.split_first() {
        Some((first, rest)) if entry.heading.is_some() && kept(first) => rest,
        _ => &entry.differences.lines,
    }
}

/// A clause that is new or gone with all its parts, each beside its printed number.
fn whole_text(standing: &Standing) -> Vec<MarkedLine> {
    let top = standing.entry.level();
    let kind = if standing.entry.newer.is_some() { RunKind::Inserted } else { RunKind::Deleted };
    let mut lines = Vec::new();
    for part in standing.each() {
        let mut own = part.differences.lines.clone();
        let number = part.number.as_deref().filter(|_| part.level() > top);
        if let Some(number) = number {
            match own.first_mut().and_then(|line| line.runs.first_mut()) {
                Some(first) => first.text = format!("{number} {}", first.text),
                None => {
                    let run = MarkedRun { kind, text: number.to_owned(), spaced: false };
                    own.push(MarkedLine { level: 0, runs: vec![run] });
                }
            }
        }
        own.iter_mut().for_each(|line| line.level += part.level() - top);
        lines.extend(own);
    }
    lines
}

/// How many elements a section takes, with some to spare.
fn weight(section: &ChangeSection) -> usize {
    6 + section.rows.iter().map(row_weight).sum::<usize>()
}

fn row_weight(row: &ChangeRow) -> usize {
    let marks = |line: &MarkedLine| line.runs.iter().filter(|run| run.kind != RunKind::Same).count();
    let lines = row.older.iter().chain(&row.newer).map(|line| 1 + 2 * marks(line));
    if row.unchanged.is_empty() { 12 + lines.sum::<usize>() } else { 1 + row.unchanged.len() }
}

/// Cuts a section where it is too much for one page. Only the first piece has the section's anchor.
fn cut(section: ChangeSection) -> Vec<ChangeSection> {
    let mut pieces: Vec<ChangeSection> = Vec::new();
    let mut taken = 0;
    let empty = ChangeSection { rows: Vec::new(), ..section.clone() };
    for row in section.rows {
        let weight = row_weight(&row);
        if pieces.is_empty() || taken + weight > BUDGET {
            let id = if pieces.is_empty() { empty.id.clone() } else { String::new() };
            pieces.push(ChangeSection { id, ..empty.clone() });
            taken = 6;
        }
        taken += weight;
        pieces.last_mut().into_iter().for_each(|piece| piece.rows.push(row.clone()));
    }
    pieces
}

/// The comparisons of one draft.
pub fn of_draft(all: &[ComparisonLink], date: Date) -> Vec<ComparisonLink> {
    all.iter().filter(|link| [link.older.date, link.newer.date].contains(&date)).cloned().collect()
}

pub fn view(head: &PageHead, parts: &CompareParts) -> View {
    let shared = &parts.shared;
    View::Compare(Box::new(CompareView {
        frame: frame(head),
        instrument: shared.instrument.clone(),
        older: shared.older.clone(),
        newer: shared.newer.clone(),
        totals: shared.totals.clone(),
        changes: parts.changes.clone(),
        sections: parts.sections.clone(),
        whole: parts.whole.clone(),
        previous: parts.previous.clone(),
        next: parts.next.clone(),
        comparisons: shared.comparisons.clone(),
    }))
}
