//! The index by clause: instruments, their tables of clauses, drafts, and each clause's page.

use super::clause_page;
use super::compare::{self, Comparison};
use super::desk::{Desk, Resolved};
use super::frame::frame;
use super::labels;
use super::markup::escape;
use super::prose::{Numbers, excerpt, whole};
use super::reading::{head, made};
use crate::model::corpus::Instrument;
use crate::model::digest::Digested;
use crate::model::ids::{ClauseId, Eid};
use crate::model::instrument::Draft;
use crate::model::page::*;
use crate::model::view::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub fn pages(desk: &Desk) -> Vec<Page> {
    let route = desk.routes.clauses();
    let cards = desk.corpus.instruments.iter().map(|instrument| card(desk, instrument)).collect();
    let list_head = head(desk, &route, "", Vec::new());
    let mut pages = vec![made(list_head, Parts::Clauses(cards))];
    for instrument in &desk.corpus.instruments {
        let texts = linked_drafts(desk, instrument);
        let table = Table::new(desk, instrument, &texts);
        let compared: Vec<ComparisonLink> = table.comparisons.iter().map(|one| one.link.clone()).collect();
        pages.push(self::instrument(desk, instrument, compared.clone()));
        for (draft, text) in instrument.drafts.iter().zip(&texts) {
            pages.push(self::draft(desk, (instrument, draft), text, &compared));
        }
        pages.extend(table.comparisons.iter().flat_map(|one| one.pages(desk, instrument, &compared)));
        for id in &table.clauses {
            pages.extend(clause_page::pages(desk, &table, id));
        }
    }
    pages
}

/// An instrument with what all its clauses' pages share.
pub struct Table<'a> {
    pub instrument: &'a Instrument,
    pub clauses: Vec<ClauseId>,
    pub texts: &'a [Digested<LinkedProse>],
    pub comparisons: Vec<Comparison<'a>>,
}

impl<'a> Table<'a> {
    fn new(desk: &Desk, instrument: &'a Instrument, texts: &'a [Digested<LinkedProse>]) -> Self {
        let comparisons = compare::comparisons(desk, instrument, texts, &draft_links(desk, instrument, None));
        Self { instrument, clauses: clauses_of(desk, instrument), texts, comparisons }
    }
}

/// Texts of an instrument's drafts, newest first. Names in them lead nowhere: they are law, not what was said.
fn linked_drafts(desk: &Desk, instrument: &Instrument) -> Vec<Digested<LinkedProse>> {
    let text = |draft: &Arc<Draft>| {
        Digested::of(desk.linked(&Resolved {
            path: &draft.path,
            prose: &draft.prose,
            mentions: &[],
            links: &[],
            day: None,
        }))
    };
    instrument.drafts.iter().map(text).collect()
}

/// An instrument's clauses in the newest draft's order, then those that only older drafts or citations have.
pub fn clauses_of(desk: &Desk, instrument: &Instrument) -> Vec<ClauseId> {
    let id = |eid: &Eid| ClauseId { instrument: instrument.id.clone(), eid: eid.clone() };
    let mut seen = BTreeSet::new();
    let drafts = instrument.drafts.iter().flat_map(|draft| draft.clauses.iter().map(|clause| id(&clause.lasting)));
    let others = desk.clause_pages.iter().filter(|clause| clause.instrument == instrument.id);
    let mut others: Vec<ClauseId> = others.cloned().collect();
    others.sort_by_cached_key(|clause| labels::reading_order(&clause.eid));
    let clauses: Vec<ClauseId> = drafts.chain(others).filter(|clause| seen.insert(clause.clone())).collect();
    under_parents(clauses)
}

/// Puts parts behind what they are parts of; between equals the order given stays.
fn under_parents(clauses: Vec<ClauseId>) -> Vec<ClauseId> {
    let order: BTreeMap<ClauseId, usize> = clauses.iter().cloned().enumerate().map(|(at, id)| (id, at)).collect();
    let place = |id: &ClauseId| order.get(id).copied().unwrap_or(usize::MAX);
    let key = |id: &ClauseId| {
        let mut path: Vec<usize> = id.with_parents().map(|up| place(&up)).collect();
        path.reverse();
        path
    };
    let mut clauses = clauses;
    clauses.sort_by_cached_key(key);
    clauses
}

fn counts(desk: &Desk, id: &ClauseId) -> (usize, usize) {
    desk.indexes.clauses.get(id).map_or((0, 0), |entries| (entries.positions(), entries.mentions.len()))
}

/// A clause in a list.
pub fn row(desk: &Desk, id: &ClauseId) -> ClauseRow {
    let link = desk.clause_link(id);
    let (statements, mentions) = counts(desk, id);
    ClauseRow {
        href: link.href,
        heading: desk.clause_heading(id).filter(|heading| *heading != link.text),
        label: link.text,
        level: id.eid.parts().count(),
        statements,
        mentions,
    }
}

fn card(desk: &Desk, instrument: &Instrument) -> InstrumentCard {
    let clauses = clauses_of(desk, instrument);
    let top = clauses.iter().filter(|id| id.eid.parent().is_none());
    InstrumentCard {
        href: desk.href(&desk.routes.instrument(&instrument.id)),
        title: instrument.title.clone(),
        note: instrument.note.clone(),
        drafts: instrument.drafts.len(),
        clauses: clauses.len(),
        mentions: top.map(|id| counts(desk, id).1).sum(),
    }
}

pub fn draft_links(desk: &Desk, instrument: &Instrument, current: Option<&Draft>) -> Vec<DraftLink> {
    let link = |draft: &Arc<Draft>| {
        let foreign = desk.foreign(&draft.lang);
        DraftLink {
            href: desk.href(&desk.routes.draft(&instrument.id, draft.date)),
            title: draft.title.clone().unwrap_or_else(|| instrument.title.clone()),
            date: draft.date,
            current: current.is_some_and(|current| current.date == draft.date),
            lang: foreign.as_ref().map(|(lang, _)| lang.clone()),
            dir: foreign.map(|(_, dir)| dir),
        }
    };
    instrument.drafts.iter().map(link).collect()
}

pub fn index_crumb(desk: &Desk) -> Link {
    Link { href: desk.head.clauses.clone(), text: String::new(), current: false }
}

pub fn instrument_link(desk: &Desk, instrument: &Instrument) -> Link {
    desk.link(&desk.routes.instrument(&instrument.id), &instrument.title)
}

fn instrument(desk: &Desk, instrument: &Instrument, comparisons: Vec<ComparisonLink>) -> Page {
    let route = desk.routes.instrument(&instrument.id);
    let parts = InstrumentParts {
        title: instrument.title.clone(),
        note: instrument.note.clone(),
        body: desk.linked_words(&instrument.words),
        drafts: draft_links(desk, instrument, None),
        comparisons,
        clauses: clauses_of(desk, instrument).iter().map(|id| row(desk, id)).collect(),
        extra: instrument.extra.clone(),
    };
    let mut head = head(desk, &route, &instrument.title, vec![index_crumb(desk)]);
    head.languages = Some(desk.languages_of(&instrument.original));
    Page {
        route,
        source: Some(instrument.words.path.clone()),
        ingredients: Ingredients::Framed(head, Parts::Instrument(Box::new(parts))),
        links: desk.written(&instrument.words.path, &instrument.words.links),
        ids: instrument.words.ids.clone(),
    }
}

fn draft(desk: &Desk, of: (&Instrument, &Draft), text: &Digested<LinkedProse>, compared: &[ComparisonLink]) -> Page {
    let (instrument, draft) = of;
    let route = desk.routes.draft(&instrument.id, draft.date);
    let clauses = draft.clauses.iter().map(|clause| {
        let id = ClauseId { instrument: instrument.id.clone(), eid: clause.lasting.clone() };
        let link = desk.clause_link(&id);
        let label = desk.label_in(draft, &clause.eid);
        let (statements, mentions) = counts(desk, &id);
        let clause_view = DraftClause {
            id: clause.eid.to_string(),
            href: link.href,
            now: desk.now(&id).filter(|now| *now != label),
            label,
            number: clause.number.clone(),
            heading: clause.heading.clone(),
            level: clause.level,
            body: Html::default(),
            statements,
            mentions,
        };
        let words = ClauseWords { text: text.clone(), nodes: clause.nodes.clone(), skip: clause.skip };
        DraftClauseParts { clause: clause_view, words }
    });
    let title = draft.title.clone().unwrap_or_else(|| instrument.title.clone());
    let parts = DraftParts {
        instrument: instrument_link(desk, instrument),
        date: draft.date,
        note: draft.note.clone(),
        intro: ClauseWords { text: text.clone(), nodes: vec![draft.intro.clone()], skip: 0 },
        clauses: clauses.collect(),
        drafts: draft_links(desk, instrument, Some(draft)),
        comparisons: compare::of_draft(compared, draft.date),
        unsettled: draft.unsettled(),
        title: title.clone(),
    };
    let head = head(desk, &route, &title, vec![index_crumb(desk), instrument_link(desk, instrument)]);
    let ingredients = Ingredients::Framed(head, Parts::Draft(Box::new(parts)));
    Page { route, source: Some(draft.path.clone()), ingredients, links: Vec::new(), ids: Vec::new() }
}

pub fn list_view(head: &PageHead, cards: &[InstrumentCard]) -> View {
    View::Clauses(ClausesView { frame: frame(head), instruments: cards.to_vec() })
}

pub fn instrument_view(head: &PageHead, parts: &InstrumentParts) -> View {
    View::Instrument(InstrumentView {
        frame: frame(head),
        title: parts.title.clone(),
        note: parts.note.clone(),
        body: whole(&parts.body, Numbers::Headings),
        drafts: parts.drafts.clone(),
        comparisons: parts.comparisons.clone(),
        clauses: parts.clauses.clone(),
        extra: parts.extra.clone(),
    })
}

/// Numbered words under one another, each beside its number.
pub fn numbered(parts: &[NumberedWords]) -> Html {
    let mut out = String::new();
    for part in parts {
        let body = words(&part.words).0;
        match &part.number {
            Some(number) => {
                let (level, number) = (part.level, escape(number));
                out.push_str(&format!(
                    "<div class=\"part part-{level}\"><span class=\"num\">{number}</span><div>{body}</div></div>\n"
                ));
            }
            None => out.push_str(&body),
        }
    }
    Html(out)
}

fn words(words: &ClauseWords) -> Html {
    excerpt(&words.text, &words.nodes, words.skip)
}

pub fn draft_view(head: &PageHead, parts: &DraftParts) -> View {
    let clauses = parts.clauses.iter().map(|part| DraftClause { body: words(&part.words), ..part.clause.clone() });
    View::Draft(DraftView {
        frame: frame(head),
        instrument: parts.instrument.clone(),
        title: parts.title.clone(),
        date: parts.date,
        note: parts.note.clone(),
        intro: words(&parts.intro),
        clauses: clauses.collect(),
        drafts: parts.drafts.clone(),
        comparisons: parts.comparisons.clone(),
        unsettled: parts.unsettled,
    })
}
