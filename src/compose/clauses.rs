//! The index by clause: instruments, their tables of clauses, drafts, and each clause's page.

use super::compare::{self, Comparison};
use super::desk::Desk;
use super::edition::Edition;
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

/// The list of all instruments.
pub fn list(desk: &Desk) -> Page {
    let cards = desk.corpus.instruments.iter().map(|instrument| card(desk, instrument)).collect();
    made(head(desk, &desk.routes.clauses(), "", Vec::new()), Parts::Clauses(cards))
}

/// An instrument's page, and those of its drafts.
pub fn instrument_pages(desk: &Desk, table: &Table) -> Vec<Page> {
    let instrument = table.instrument;
    let compared = table.compared();
    let mut pages = vec![self::instrument(desk, instrument, compared.clone())];
    let drafts = instrument.drafts.iter().zip(table.texts);
    pages.extend(drafts.map(|(draft, text)| self::draft(desk, (instrument, draft), text, &compared)));
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
    pub fn new(edition: &'a Edition<'a>, instrument: &'a Instrument) -> Self {
        let texts = edition.draft_texts(instrument);
        let comparisons = compare::comparisons(edition, instrument, texts, &draft_links(edition, instrument, None));
        Self { instrument, clauses: clauses_of(edition, instrument), texts, comparisons }
    }

    /// Links to all comparisons of its drafts.
    pub fn compared(&self) -> Vec<ComparisonLink> {
        self.comparisons.iter().map(|one| one.link.clone()).collect()
    }
}

/// An instrument's clauses in the newest draft's order, then those that only older drafts or citations have.
pub fn clauses_of(edition: &Edition, instrument: &Instrument) -> Vec<ClauseId> {
    let id = |eid: &Eid| ClauseId { instrument: instrument.id.clone(), eid: eid.clone() };
    let mut seen = BTreeSet::new();
    let drafts = instrument.drafts.iter().flat_map(|draft| draft.clauses.iter().map(|clause| id(&clause.lasting)));
    let others = edition.clause_pages.iter().filter(|clause| clause.instrument == instrument.id);
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

/// A clause in a list, with how often the reports of the desk speak of it.
pub fn row(desk: &Desk, id: &ClauseId) -> ClauseRow {
    let entries = desk.indexes.clauses.get(id);
    clause_row(desk, id, entries.map_or((0, 0), |entries| (entries.positions(), entries.mentions.len())))
}

/// A clause in its instrument's list, with how often all reports speak of it.
fn whole_row(edition: &Edition, id: &ClauseId) -> ClauseRow {
    let total = edition.total(id);
    clause_row(edition, id, (total.positions, total.mentions))
}

fn clause_row(edition: &Edition, id: &ClauseId, (statements, mentions): (usize, usize)) -> ClauseRow {
    let link = edition.clause_link(id);
    ClauseRow {
        href: link.href,
        heading: edition.clause_heading(id).filter(|heading| *heading != link.text),
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
        mentions: top.map(|id| desk.total(id).mentions).sum(),
    }
}

pub fn draft_links(edition: &Edition, instrument: &Instrument, current: Option<&Draft>) -> Vec<DraftLink> {
    let link = |draft: &Arc<Draft>| {
        let foreign = edition.foreign(&draft.lang);
        DraftLink {
            href: edition.href(&edition.routes.draft(&instrument.id, draft.date)),
            title: draft.title.clone().unwrap_or_else(|| instrument.title.clone()),
            date: draft.date,
            current: current.is_some_and(|current| current.date == draft.date),
            lang: foreign.as_ref().map(|(lang, _)| lang.clone()),
            dir: foreign.map(|(_, dir)| dir),
        }
    };
    instrument.drafts.iter().map(link).collect()
}

pub fn index_crumb(desk: &Edition) -> Link {
    Link { href: desk.head.clauses.clone(), text: String::new(), current: false }
}

pub fn instrument_link(desk: &Edition, instrument: &Instrument) -> Link {
    desk.link(&desk.routes.instrument(&instrument.id), &instrument.title)
}

fn instrument(desk: &Desk, instrument: &Instrument, comparisons: Vec<ComparisonLink>) -> Page {
    let route = desk.routes.instrument(&instrument.id);
    let parts = InstrumentParts {
        title: instrument.title.clone(),
        note: instrument.note.clone(),
        body: desk.linked_words(&instrument.words),
        foreign: desk.foreign(&instrument.words.lang),
        drafts: draft_links(desk, instrument, None),
        comparisons,
        clauses: clauses_of(desk, instrument).iter().map(|id| whole_row(desk, id)).collect(),
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
        let total = desk.total(&id);
        let clause_view = DraftClause {
            id: clause.eid.to_string(),
            href: link.href,
            now: desk.now(&id).filter(|now| *now != label),
            label,
            number: clause.number.clone(),
            heading: clause.heading.clone(),
            level: clause.level,
            body: Html::default(),
            statements: total.positions,
            mentions: total.mentions,
        };
        let words = ClauseWords { text: text.clone(), nodes: clause.nodes.clone(), skip: clause.skip };
        DraftClauseParts { clause: clause_view, words }
    });
    let title = draft.title.clone().unwrap_or_else(|| instrument.title.clone());
    let parts = DraftParts {
        instrument: instrument_link(desk, instrument),
        date: draft.date,
        note: draft.note.clone(),
        foreign: desk.foreign(&draft.lang),
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
        original_lang: parts.foreign.as_ref().map(|(lang, _)| lang.clone()),
        original_dir: parts.foreign.as_ref().map(|(_, dir)| *dir),
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
        original_lang: parts.foreign.as_ref().map(|(lang, _)| lang.clone()),
        original_dir: parts.foreign.as_ref().map(|(_, dir)| *dir),
        clauses: clauses.collect(),
        drafts: parts.drafts.clone(),
        comparisons: parts.comparisons.clone(),
        unsettled: parts.unsettled,
    })
}
