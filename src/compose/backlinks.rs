//! Which later reports refer to a report, each with the sentence that does.

use super::desk::Desk;
use crate::model::ids::Route;
use crate::model::page::Leads;
use crate::model::report::{Report, TextLink};
use crate::model::view::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// References that a report's page shows: the newest.
const SHOWN: usize = 40;

/// References to each report, by its place in the corpus, the oldest first. A report that is older than the one it
/// refers to announces it, and is none.
pub fn backlinks(desk: &Desk) -> BTreeMap<usize, Vec<Arc<BacklinkRow>>> {
    let route = |report: &Report| desk.routes.report(&report.head.conference, &report.head.stem);
    let reports: BTreeMap<Route, usize> =
        desk.corpus.reports.iter().enumerate().map(|(at, report)| (route(report), at)).collect();
    let mut rows: BTreeMap<usize, Vec<Arc<BacklinkRow>>> = BTreeMap::new();
    for (from, report) in desk.corpus.reports.iter().enumerate() {
        let mut seen = BTreeSet::new();
        for link in &report.text_links {
            let Leads::Page { route, .. } = desk.places.leads(&report.head.path, &link.dest) else { continue };
            let Some(&to) = reports.get(&route) else { continue };
            let is_later = desk.corpus.reports[to].head.date <= report.head.date;
            // A sentence that links twice refers once.
            if to != from && is_later && seen.insert((to, link.unit, link.sentence.start)) {
                rows.entry(to).or_default().push(Arc::new(row(desk, from, link)));
            }
        }
    }
    for list in rows.values_mut() {
        list.sort_by_key(|row| row.date);
        list.drain(..list.len().saturating_sub(SHOWN));
    }
    rows
}

fn row(desk: &Desk, from: usize, link: &TextLink) -> BacklinkRow {
    let prose = &desk.corpus.reports[from].prose;
    let card = &desk.cards[from];
    let text = &prose.units[link.unit].text;
    BacklinkRow {
        href: format!("{}#{}", card.href, prose.passages[link.passage].anchor),
        date: card.date,
        report: Link { href: card.href.clone(), text: card.title.clone(), current: false },
        before: text[link.sentence.start..link.range.start].to_owned(),
        words: text[link.range.clone()].to_owned(),
        after: text[link.range.end..link.sentence.end].to_owned(),
        lang: card.lang.clone(),
        dir: card.dir,
    }
}
