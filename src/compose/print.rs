//! A conference's print edition: its reports one after another, with contents and indexes, in parts of bounded size.

use super::desk::Desk;
use super::frame::frame;
use super::labels::reading_order;
use super::prose::{Numbers, whole};
use super::report::{chunks, corrections, photo_link};
use super::routes::slug;
use crate::model::corpus::Conference;
use crate::model::digest::Digested;
use crate::model::ids::{ClauseId, DelegationId, Route};
use crate::model::page::*;
use crate::model::report::{Report, Target};
use crate::model::view::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// Reports of one part, at the most. An edited report makes its part anew, so that this bounds what an edit costs; what
/// it costs stands in docs/benchmarks.md.
const PART: usize = 20;

/// Where a conference's print edition stands, if it has one.
pub fn link(desk: &Desk, conference: &Conference) -> Option<String> {
    let wanted = desk.corpus.site.print && !desk.reports.is_empty();
    wanted.then(|| desk.href(&desk.routes.print(&conference.id, 1)))
}

/// The parts of a conference's print edition; `texts` are the desk's reports with their texts.
pub fn pages(desk: &Desk, conference: &Conference, texts: &[Arc<Report>]) -> Vec<Page> {
    if link(desk, conference).is_none() {
        return Vec::new();
    }
    let cuts = cuts(desk);
    let parts: Vec<PrintPart> =
        cuts.iter().enumerate().map(|(at, cut)| part(desk, conference, (at + 1, cut))).collect();
    let page = |(at, cut): (usize, &Range<usize>)| {
        let mut parts = parts.clone();
        parts[at].current = true;
        page(desk, conference, (parts, &texts[cut.clone()]), cut.clone())
    };
    cuts.iter().enumerate().map(page).collect()
}

/// Whole days, as many as a part holds; a day with more reports is cut. So what is added later changes the last part.
fn cuts(desk: &Desk) -> Vec<Range<usize>> {
    let days = desk.cards.chunk_by(|one, other| one.date == other.date).map(<[_]>::len);
    let mut cuts: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for day in days {
        let end = start + day;
        match cuts.last_mut().filter(|cut| end - cut.start <= PART) {
            Some(cut) => cut.end = end,
            None => cuts.extend((start..end).step_by(PART).map(|at| at..end.min(at + PART))),
        }
        start = end;
    }
    cuts
}

fn part(desk: &Desk, conference: &Conference, (number, cut): (usize, &Range<usize>)) -> PrintPart {
    PrintPart {
        href: desk.href(&desk.routes.print(&conference.id, number)),
        number,
        from: desk.cards[cut.start].date,
        until: desk.cards[cut.end - 1].date,
        current: false,
    }
}

fn page(
    desk: &Desk,
    conference: &Conference,
    (all, texts): (Vec<PrintPart>, &[Arc<Report>]),
    cut: Range<usize>,
) -> Page {
    let is_first = cut.start == 0;
    let number = all.iter().find(|part| part.current).map_or(1, |part| part.number);
    let route = desk.routes.print(&conference.id, number);
    let home = desk.routes.conference(&conference.id);
    let words = &conference.words;
    let (delegations, clauses) = named(desk, cut.clone());
    let parts = PrintParts {
        title: conference.title.clone(),
        place: conference.place.clone(),
        start: conference.start,
        end: conference.end,
        summary: conference.summary.clone(),
        conference: desk.conference_link(conference),
        parts: all,
        body: is_first.then(|| desk.linked_words(words)),
        foreign: desk.foreign(&words.lang),
        reports: cut.clone().zip(texts).map(|(at, text)| printed(desk, at, text)).collect(),
        delegations,
        clauses,
    };
    let mut head = super::reading::head(desk, &route, &conference.title, vec![desk.conference_link(conference)]);
    head.description.clone_from(&conference.summary);
    head.languages = Some(desk.languages_of(&conference.original));
    head.repeats = Some(home.clone());
    let mut links: Vec<WrittenLink> = texts.iter().flat_map(|text| written(desk, text)).collect();
    if is_first {
        links.extend(desk.written(&words.path, &words.links).into_iter().map(|link| elsewhere(link, &home)));
    }
    let ingredients = Ingredients::Framed(head, Parts::Print(Box::new(parts)));
    Page { route, source: None, ingredients, links, ids: Vec::new() }
}

/// The links of a report's text, as they lead from another page than its own.
fn written(desk: &Desk, report: &Report) -> Vec<WrittenLink> {
    let head = &report.head;
    let own = desk.routes.report(&head.conference, &head.stem);
    let photo = head.photo.iter().map(|photo| photo_link(&photo.src));
    let links: Vec<_> = report.links.iter().cloned().chain(photo).collect();
    desk.written(&head.path, &links).into_iter().map(|link| elsewhere(link, &own)).collect()
}

fn elsewhere(mut link: WrittenLink, own: &Route) -> WrittenLink {
    if let Leads::Here { anchor } = link.leads {
        link.leads = Leads::Page { route: own.clone(), anchor: Some(anchor) };
    }
    link
}

fn printed(desk: &Desk, at: usize, text: &Arc<Report>) -> PrintedParts {
    let gist = desk.reports[at].clone();
    let card = desk.cards[at].clone();
    let day = desk.cards.partition_point(|other| other.date < card.date);
    let many = desk.cards[day..].partition_point(|other| other.date == card.date);
    PrintedParts {
        ordinal: (many > 1).then(|| at - day + 1),
        anchor: slug(&gist.head.stem),
        report: Digested::shared(Arc::clone(text), gist.text),
        body: desk.body(at, |_| Arc::clone(text)),
        statements: desk.statements(at).to_vec(),
        gist,
        card,
    }
}

/// Who and what some reports name, each list in its order.
fn named(desk: &Desk, cut: Range<usize>) -> (Vec<NamedTarget>, Vec<NamedTarget>) {
    let (mut delegations, mut clauses) = (BTreeSet::<&DelegationId>::new(), BTreeSet::<&ClauseId>::new());
    for report in &desk.reports[cut] {
        for listed in report.listed.iter().filter(|listed| listed.mentions.iter().any(|one| one.cited.is_none())) {
            match &listed.target {
                Target::Delegation(id) => drop(delegations.insert(id)),
                Target::Clause(id) => drop(clauses.insert(id)),
            }
        }
        for said in &report.statements {
            delegations.extend(said.who.iter().chain(&said.on_behalf_of).chain(&said.except));
            clauses.extend(&said.clauses);
        }
    }
    let delegation = |id: &DelegationId| NamedTarget {
        target: Target::Delegation(id.clone()),
        text: desk.delegation_link(id).text,
        note: None,
    };
    let mut delegations: Vec<NamedTarget> = delegations.into_iter().map(delegation).collect();
    delegations.sort_by_cached_key(|named| desk.collation.key(&named.text));
    let mut clauses: Vec<&ClauseId> = clauses.into_iter().collect();
    clauses.sort_by_cached_key(|id| (&id.instrument, reading_order(&id.eid)));
    let clause = |id: &ClauseId| NamedTarget {
        target: Target::Clause(id.clone()),
        text: desk.clause_label(id),
        note: desk.clause_heading(id),
    };
    (delegations, clauses.into_iter().map(clause).collect())
}

pub fn view(head: &PageHead, parts: &PrintParts) -> View {
    View::Print(Box::new(PrintView {
        frame: frame(head),
        title: parts.title.clone(),
        place: parts.place.clone(),
        start: parts.start,
        end: parts.end,
        summary: parts.summary.clone(),
        conference: parts.conference.clone(),
        parts: parts.parts.clone(),
        body: parts.body.as_ref().map_or_else(Html::default, |body| whole(body, Numbers::Headings)),
        original_lang: parts.foreign.as_ref().map(|(lang, _)| lang.clone()),
        original_dir: parts.foreign.as_ref().map(|(_, dir)| *dir),
        reports: parts.reports.iter().map(report).collect(),
        bodies: Vec::new(),
        clauses: entries(&parts.clauses, &parts.reports),
        delegations: entries(&parts.delegations, &parts.reports),
    }))
}

fn report(parts: &PrintedParts) -> PrintedReport {
    let card = &parts.card;
    PrintedReport {
        anchor: parts.anchor.clone(),
        href: card.href.clone(),
        title: card.title.clone(),
        date: card.date,
        ordinal: parts.ordinal,
        session: card.session.clone(),
        summary: card.summary.clone(),
        authors: parts.gist.head.authors.clone(),
        photo: card.photo.clone(),
        corrections: corrections(&parts.gist.head),
        withheld: card.withheld,
        lang: card.lang.clone(),
        dir: card.dir,
        chunks: chunks(&parts.body, &parts.statements),
    }
}

/// An index's lines with their places; who is named in front matter alone has none.
fn entries(named: &[NamedTarget], reports: &[PrintedParts]) -> Vec<PrintEntry> {
    let spots: Vec<BTreeMap<Target, Spots>> = reports.iter().map(spots).collect();
    let entry = |named: &NamedTarget| {
        let own = reports.iter().zip(&spots).filter_map(|(report, spots)| Some((report, spots.get(&named.target)?)));
        let places: Vec<PrintPlace> = own.map(|(report, spots)| place(report, spots)).collect();
        (!places.is_empty()).then(|| PrintEntry { text: named.text.clone(), note: named.note.clone(), places })
    };
    named.iter().filter_map(entry).collect()
}

/// Passages of a report, and whether a statement stands there.
type Spots = BTreeMap<usize, bool>;

/// Where a report names whom and what.
fn spots(parts: &PrintedParts) -> BTreeMap<Target, Spots> {
    let mut all: BTreeMap<Target, Spots> = BTreeMap::new();
    for listed in &parts.gist.listed {
        let own = listed.mentions.iter().filter(|one| one.cited.is_none());
        let passages = own.filter_map(|one| parts.report.mentions.get(one.number)?.place.passage());
        for passage in passages {
            all.entry(listed.target.clone()).or_default().entry(passage).or_default();
        }
    }
    for said in &parts.gist.statements {
        let delegations = said.who.iter().chain(&said.on_behalf_of).chain(&said.except).cloned();
        let clauses = said.clauses.iter().cloned().map(Target::Clause);
        for target in delegations.map(Target::Delegation).chain(clauses) {
            all.entry(target).or_default().insert(said.passage, true);
        }
    }
    all
}

fn place(parts: &PrintedParts, spots: &Spots) -> PrintPlace {
    let passages = &parts.body.prose.passages;
    let spot = |(at, is_statement): (&usize, &bool)| {
        let passage = passages.get(*at)?;
        let href = format!("#{}:{}", parts.anchor, passage.anchor);
        Some(PrintRef { href, number: passage.number, is_statement: *is_statement })
    };
    PrintPlace { date: parts.card.date, ordinal: parts.ordinal, refs: spots.iter().filter_map(spot).collect() }
}
