//! Drafts of instruments: their clauses, and which of these are one clause under several numbers.

use super::read::Texts;
use crate::audit;
use crate::diag::{Diagnostic, Outcome};
use crate::model::date::Date;
use crate::model::ids::{Eid, InstrumentId, Lang};
use crate::model::instrument::Draft;
use crate::model::lineage::{ClauseBook, Lineage};
use crate::model::manuscript::{DraftMatter, Kind, Manuscript};
use crate::model::source::{SourcePath, SourceSet};
use crate::parse;
use crate::recognise::{self, Was};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// By the original's path, then by language.
pub type DraftTexts = BTreeMap<SourcePath, BTreeMap<Lang, Arc<Draft>>>;

/// The clauses of every draft.
pub fn drafts(sources: &SourceSet, texts: &Texts) -> Outcome<DraftTexts> {
    let mut drafts = DraftTexts::new();
    let mut findings = Vec::new();
    for (path, languages) in texts {
        for (lang, text) in languages {
            let (Kind::Draft(matter), Some(file)) = (&text.kind, sources.text(&text.path)) else { continue };
            let outcome = parse::draft(text, matter, file);
            findings.extend(outcome.findings);
            drafts.entry(path.clone()).or_default().insert(lang.clone(), Arc::new(outcome.value));
        }
    }
    Outcome::new(drafts, findings)
}

/// The dates of each instrument's drafts, those included that readers do not see yet.
pub fn dates(texts: &Texts, hidden: &[Manuscript]) -> BTreeMap<InstrumentId, BTreeSet<Date>> {
    let mut dates: BTreeMap<InstrumentId, BTreeSet<Date>> = BTreeMap::new();
    for text in texts.values().flat_map(BTreeMap::values).chain(hidden) {
        if let Kind::Draft(matter) = &text.kind {
            dates.entry(matter.instrument.clone()).or_default().insert(matter.date);
        }
    }
    dates
}

/// Joins the drafts of every instrument: gives each clause its lasting eId, and the book of all numbers.
pub fn join(instruments: &[InstrumentId], texts: &Texts, drafts: &mut DraftTexts) -> Outcome<ClauseBook> {
    let mut book = book(instruments, drafts);
    let mut findings = Vec::new();
    for id in book.instruments.keys().cloned().collect::<Vec<_>>() {
        let lineage = lineage(&id, texts, drafts, &mut findings);
        let own = drafts.values_mut().flat_map(BTreeMap::values_mut).filter(|draft| draft.instrument == id);
        own.for_each(|draft| set_lasting(draft, &lineage));
        book.lineages.insert(id, lineage);
    }
    Outcome::new(book, findings)
}

/// The lineage of one instrument, read from its drafts in the site's first language.
fn lineage(id: &InstrumentId, texts: &Texts, drafts: &DraftTexts, findings: &mut Vec<Diagnostic>) -> Lineage {
    let original = |path: &SourcePath| texts.get(path)?.values().find(|text| text.path == *path);
    let matter = |path: &SourcePath| match &original(path)?.kind {
        Kind::Draft(matter) => Some(matter),
        _ => None,
    };
    let mut own: Vec<(&Arc<Draft>, &DraftMatter)> = drafts
        .iter()
        .filter_map(|(path, languages)| Some((languages.values().find(|draft| draft.path == *path)?, matter(path)?)))
        .filter(|(draft, _)| draft.instrument == *id)
        .collect();
    own.sort_by_key(|(draft, _)| draft.date);
    let older = |at: usize| -> Vec<&Draft> { own[..at].iter().map(|(draft, _)| &***draft).collect() };
    for (at, (draft, matter)) in own.iter().enumerate() {
        findings.extend(audit::was(draft, &matter.was, &older(at)));
    }
    let was: Vec<Was> = own.iter().map(|(_, matter)| said(matter)).collect();
    let pairs: Vec<(&Draft, &Was)> = own.iter().zip(&was).map(|((draft, _), was)| (&***draft, was)).collect();
    let lineage = recognise::lineage(&pairs);
    findings.extend(own.iter().flat_map(|(draft, _)| audit::joins(draft, &lineage)));
    lineage
}

fn said(matter: &DraftMatter) -> Was {
    let pair =
        |(now, before): &(crate::model::manuscript::Written<String>, crate::model::manuscript::Written<String>)| {
            let before = if before.value == "none" { None } else { Some(Eid::read(&before.value)?) };
            Some((Eid::read(&now.value)?, before))
        };
    matter.was.iter().filter_map(pair).collect()
}

fn set_lasting(draft: &mut Arc<Draft>, lineage: &Lineage) {
    let date = draft.date;
    let draft = Arc::make_mut(draft);
    for clause in &mut draft.clauses {
        if let Some(lasting) = lineage.in_draft(date, &clause.eid) {
            clause.lasting = lasting.clone();
        }
    }
    draft.find_places();
}

fn book(instruments: &[InstrumentId], drafts: &DraftTexts) -> ClauseBook {
    let mut book = ClauseBook::default();
    for id in instruments {
        book.instruments.insert(id.clone(), BTreeSet::new());
    }
    for draft in drafts.values().flat_map(BTreeMap::values) {
        let eids = draft.clauses.iter().map(|clause| clause.eid.clone());
        book.instruments.entry(draft.instrument.clone()).or_default().extend(eids);
    }
    book
}
