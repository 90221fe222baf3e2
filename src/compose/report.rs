//! A report's page: its text, who and what is in it, its neighbours.

use super::desk::Desk;
use super::frame::frame;
use super::prose::{self, Numbers, Part};
use crate::model::digest::Digested;
use crate::model::ids::ClauseId;
use crate::model::page::*;
use crate::model::prose::{NodeKind, Prose, Tag, Unit};
use crate::model::report::{Report, ReportHead, Target};
use crate::model::view::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The pages of the desk's reports, which are one conference's; `texts` are these with their texts.
pub fn pages(desk: &Desk, texts: &[Arc<Report>]) -> Vec<Page> {
    texts.iter().enumerate().map(|(at, text)| page(desk, at, text)).collect()
}

fn page(desk: &Desk, at: usize, report: &Arc<Report>) -> Page {
    let head = &report.head;
    let route = desk.routes.report(&head.conference, &head.stem);
    let card = desk.cards[at].clone();
    let neighbour = |other: Option<usize>| desk.cards.get(other?).cloned();
    let day = desk.routes.day(&head.conference, head.date);
    let photo = head.photo.iter().map(|photo| photo_link(&photo.src));
    let links: Vec<_> = report.links.iter().cloned().chain(photo).collect();
    let (delegations, clauses) = named(desk, at, report);
    let parts = ReportParts {
        body: desk.body(at, |_| Arc::clone(report)),
        authors: head.authors.clone(),
        key_points: head.key_points.clone(),
        day: desk.link(&day, &head.date.to_string()),
        delegations,
        clauses,
        statements: desk.statements(at).to_vec(),
        previous: neighbour(at.checked_sub(1)),
        next: neighbour(Some(at + 1)),
        backlinks: desk.backlinks(at),
        corrections: corrections(head),
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
        withheld: card.withheld,
        repeats: None,
    };
    Page {
        route,
        source: Some(head.path.clone()),
        ingredients: Ingredients::Framed(page_head, Parts::Report(Box::new(parts))),
        links: desk.written(&head.path, &links),
        ids: report.ids.clone(),
    }
}

/// What was corrected in a report.
pub fn corrections(head: &ReportHead) -> Vec<CorrectionRow> {
    head.corrections.iter().map(|c| CorrectionRow { date: c.date, text: c.text.clone() }).collect()
}

/// A photo as a link of the report, so that a missing file is found like any other.
pub fn photo_link(src: &crate::model::manuscript::Written<String>) -> crate::model::manuscript::LinkUse {
    let kind = crate::model::manuscript::LinkKind::Picture;
    crate::model::manuscript::LinkUse { dest: src.value.clone(), span: src.span, kind }
}

/// Delegations and clauses named in a report, most often spoken of first: counted as its day's page counts them.
/// A clause that is there by its parts alone is left to these.
fn named(desk: &Desk, at: usize, report: &Report) -> (Vec<Counted>, Vec<NamedClause>) {
    let spoken = desk.spoken(at);
    let targets = report.mentions.iter().flat_map(|mention| &mention.targets);
    let cited: BTreeSet<&ClauseId> = targets
        .filter_map(|target| match target {
            Target::Clause(id) => Some(id),
            Target::Delegation(_) => None,
        })
        .collect();
    let day = report.head.numbers_day;
    let clause = |id: &ClauseId| {
        let (statements, mentions) = spoken.clauses.get(id)?;
        let count = statements + mentions;
        Some(NamedClause { clause: desk.cited(id, day), heading: desk.clause_heading_on(id, day), count })
    };
    let cited = cited.into_iter().filter(|id| desk.clause_pages.contains(*id));
    let mut clauses: Vec<NamedClause> = cited.filter_map(clause).collect();
    clauses.sort_by_key(|clause| std::cmp::Reverse(clause.count));
    (desk.named_delegations(&spoken.delegations, usize::MAX), clauses)
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
        key_points: parts.key_points.clone(),
        photo: card.photo.clone(),
        body: Html::default(),
        chunks: chunks(&parts.body, &parts.statements),
        headings: headings(&parts.body.prose),
        conference: card.conference.clone(),
        day: parts.day.clone(),
        delegations: parts.delegations.clone(),
        clauses: parts.clauses.clone(),
        statements: parts.statements.iter().map(Digested::value).collect(),
        previous: parts.previous.as_ref().map(Digested::value),
        next: parts.next.as_ref().map(Digested::value),
        backlinks: parts.backlinks.clone(),
        corrections: parts.corrections.clone(),
        original_lang: card.lang.clone(),
        original_dir: card.dir,
        extra: parts.extra.clone(),
    }))
}

/// A report's text, cut where its statements stand.
pub fn chunks(body: &LinkedProse, rows: &[Digested<StatementRow>]) -> Vec<Chunk> {
    let chunk = |part| match part {
        Part::Markup(html) => Chunk::Markup(html),
        Part::Statement { statement, passage, body: words } => {
            let passage = &body.prose.passages[passage];
            Chunk::Statement(Box::new(StatementView {
                number: passage.number.unwrap_or_default(),
                anchor: passage.anchor.clone(),
                row: rows[statement].value(),
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
        unit.map_or_else(String::new, |unit| unit.shown().text.into_owned())
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
