//! Which later reports refer to a report, each with the sentence that does.

use super::desk::Desk;
use super::edition::Edition;
use crate::model::gist::{Gist, ReferenceRow};
use crate::model::ids::Route;
use crate::model::page::Leads;
use crate::model::view::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// References that a report's page shows: the newest.
const SHOWN: usize = 40;

/// References to each report, by places in the corpus: the report that refers, and which of its references does.
pub type Backlinks = BTreeMap<usize, Vec<(usize, usize)>>;

/// References to each report, the oldest first. A report that is older than the one it refers to announces it, and is
/// none.
pub fn backlinks(edition: &Edition) -> Backlinks {
    let corpus = &edition.corpus.reports;
    let route = |report: &Gist| edition.routes.report(&report.head.conference, &report.head.stem);
    let reports: BTreeMap<Route, usize> = corpus.iter().enumerate().map(|(at, report)| (route(report), at)).collect();
    let mut backlinks = Backlinks::new();
    for (from, report) in corpus.iter().enumerate() {
        let mut seen = BTreeSet::new();
        for (number, link) in report.references.iter().enumerate() {
            let Leads::Page { route, .. } = edition.places.leads(&report.head.path, &link.dest) else { continue };
            let Some(&to) = reports.get(&route) else { continue };
            let is_later = corpus[to].head.date <= report.head.date;
            // A sentence that links twice refers once.
            if to != from && is_later && seen.insert((to, link.sentence)) {
                backlinks.entry(to).or_default().push((from, number));
            }
        }
    }
    for list in backlinks.values_mut() {
        list.sort_by_key(|(from, _)| corpus[*from].head.date);
        list.drain(..list.len().saturating_sub(SHOWN));
    }
    backlinks
}

impl Desk<'_> {
    /// References to a report of the desk.
    pub fn backlinks(&self, at: usize) -> Vec<Arc<BacklinkRow>> {
        let references = self.referring(self.place(at)).iter();
        references.map(|(from, number)| Arc::new(row(self, *from, *number))).collect()
    }
}

fn row(edition: &Edition, from: usize, number: usize) -> BacklinkRow {
    let card = edition.card(from);
    let report = &edition.corpus.reports[from];
    let ReferenceRow { anchor, sentence, words, .. } = &report.references[number];
    let sentence = &report.quoted[*sentence];
    BacklinkRow {
        href: format!("{}#{anchor}", card.href),
        date: card.date,
        report: Link { href: card.href.clone(), text: card.title.clone(), current: false },
        withheld: card.withheld,
        before: sentence[..words.start].to_owned(),
        words: sentence[words.clone()].to_owned(),
        after: sentence[words.end..].to_owned(),
        lang: card.lang.clone(),
        dir: card.dir,
    }
}
