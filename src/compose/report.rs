//! A report's page: its text, who and what is in it, its neighbours.

use super::desk::Desk;
use super::frame::frame;
use super::prose::{self, Numbers, Part};
use crate::model::page::*;
use crate::model::prose::{NodeKind, Prose, Tag, Unit};
use crate::model::report::{Place, Report, Target};
use crate::model::view::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All reports of the edition.
pub fn pages(desk: &Desk) -> Vec<Page> {
    let mut backlinks = super::backlinks::backlinks(desk);
    let reports = desk.corpus.reports.iter().enumerate();
    reports.map(|(at, report)| page(desk, (at, report), backlinks.remove(&at).unwrap_or_default())).collect()
}

fn page(desk: &Desk, report: (usize, &Report), backlinks: Vec<Arc<BacklinkRow>>) -> Page {
    let (at, report) = report;
    let head = &report.head;
    let route = desk.routes.report(&head.conference, &head.stem);
    let card = desk.cards[at].clone();
    let neighbour = |other: Option<usize>| {
        let other =
            other.filter(|other| desk.corpus.reports.get(*other).is_some_and(|r| r.head.conference == head.conference));
        other.map(|other| desk.cards[other].clone())
    };
    let day = desk.routes.day(&head.conference, head.date);
    let photo = head.photo.iter().map(|photo| photo_link(&photo.src));
    let links: Vec<_> = report.links.iter().cloned().chain(photo).collect();
    let (delegations, clauses) = named(desk, report);
    let parts = ReportParts {
        body: desk.linked_report(at),
        authors: head.authors.clone(),
        day: desk.link(&day, &head.date.to_string()),
        delegations,
        clauses,
        statements: desk.statements[at].clone(),
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(Some(at + 1)),
        backlinks,
        corrections: head.corrections.iter().map(|c| CorrectionRow { date: c.date, text: c.text.clone() }).collect(),
        extra: head.extra.clone(),
        card: card.clone(),
    };
    let page_head = PageHead {
        site: desk.head.clone(),
        title: head.title.clone(),
        description: head.summary.clone(),
        route: route.clone(),
        crumbs: vec![card.conference.clone()],
        translations: Vec::new(),
        languages: Some(desk.languages_of(&head.path)),
    };
    Page {
        route,
        source: Some(head.path.clone()),
        ingredients: Ingredients::Framed(page_head, Parts::Report(Box::new(parts))),
        links: desk.written(&head.path, &links),
        ids: report.ids.clone(),
    }
}

/// A photo as a link of the report, so that a missing file is found like any other.
pub fn photo_link(src: &crate::model::manuscript::Written<String>) -> crate::model::manuscript::LinkUse {
    let kind = crate::model::manuscript::LinkKind::Picture;
    crate::model::manuscript::LinkUse { dest: src.value.clone(), span: src.span, kind }
}

/// Delegations and clauses named in a report, most often named first.
fn named(desk: &Desk, report: &Report) -> (Vec<Counted>, Vec<NamedClause>) {
    let mut counts: BTreeMap<&Target, usize> = BTreeMap::new();
    for mention in &report.mentions {
        let weight = usize::from(!matches!(mention.place, Place::FrontMatter));
        for target in &mention.targets {
            *counts.entry(target).or_default() += weight;
        }
    }
    let mut delegations = Vec::new();
    let mut clauses = Vec::new();
    for (target, count) in counts {
        match target {
            Target::Delegation(id) => {
                let link = desk.delegation_link(id);
                delegations.push(Counted { href: link.href, text: link.text, note: None, count });
            }
            Target::Clause(id) if desk.clause_pages.contains(id) => {
                let clause = desk.cited(id, report.head.numbers_day);
                let heading = desk.clause_heading_on(id, report.head.numbers_day);
                clauses.push(NamedClause { clause, heading, count });
            }
            Target::Clause(_) => {}
        }
    }
    super::labels::most_first(&mut delegations);
    clauses.sort_by_key(|clause: &NamedClause| std::cmp::Reverse(clause.count));
    (delegations, clauses)
}

pub fn view(head: &PageHead, parts: &ReportParts) -> View {
    let card = &parts.card;
    View::Report(Box::new(ReportView {
        frame: frame(head),
        title: card.title.clone(),
        date: card.date,
        session: card.session.clone(),
        summary: card.summary.clone(),
        authors: parts.authors.clone(),
        photo: card.photo.clone(),
        body: Html::default(),
        chunks: chunks(&parts.body, &parts.statements),
        headings: headings(&parts.body.prose),
        conference: card.conference.clone(),
        day: parts.day.clone(),
        delegations: parts.delegations.clone(),
        clauses: parts.clauses.clone(),
        statements: parts.statements.clone(),
        previous: parts.previous.clone(),
        next: parts.next.clone(),
        backlinks: parts.backlinks.clone(),
        corrections: parts.corrections.clone(),
        original_lang: card.lang.clone(),
        original_dir: card.dir,
        extra: parts.extra.clone(),
    }))
}

/// A report's text, cut where its statements stand.
pub fn chunks(body: &LinkedProse, rows: &[Arc<StatementRow>]) -> Vec<Chunk> {
    let chunk = |part| match part {
        Part::Markup(html) => Chunk::Markup(html),
        Part::Statement { statement, passage, body: words } => {
            let passage = &body.prose.passages[passage];
            Chunk::Statement(Box::new(StatementView {
                number: passage.number.unwrap_or_default(),
                anchor: passage.anchor.clone(),
                row: rows[statement].clone(),
                body: words,
            }))
        }
    };
    prose::parts(body, Numbers::Shown).into_iter().map(chunk).collect()
}

/// The headings at a text's margin.
pub fn headings(text: &Prose) -> Vec<Heading> {
    let words_after = |at: usize| {
        let first_node = |unit: &Unit| unit.pieces.first().map_or(0, |piece| piece.node);
        let unit = text.units.get(text.units.partition_point(|unit| first_node(unit) <= at));
        unit.map_or_else(String::new, |unit| unit.text.clone())
    };
    let heading =
        |at: usize, level: u8, id: &str| Heading { level: level.max(2), href: format!("#{id}"), text: words_after(at) };
    let passages = text.passages.iter().filter(|passage| passage.number.is_none());
    passages
        .filter_map(|passage| match &text.nodes[passage.node].kind {
            NodeKind::Open(Tag::Heading { level, id }) => Some(heading(passage.node, *level, id)),
            _ => None,
        })
        .collect()
}
