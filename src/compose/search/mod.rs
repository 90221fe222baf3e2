//! Search without a server: a page, and files of which a browser asks for those few that an answer needs.
//!
//! Reports have numbers, in the order of days. `index.json` says which file has which words; a file of words says which
//! reports have them, `reports/N.json` what results show of a report. Where the words are cut into files follows from
//! the words alone (`cuts.rs`), so that an edit changes the files of the words that came or went, and no others.

mod cuts;
mod names;

use super::edition::Edition;
use super::frame::frame;
use super::reading::{head, made};
use super::routes::{Routes, report_path};
use crate::model::date::Date;
use crate::model::digest::{Digest, Digested};
use crate::model::ids::Route;
use crate::model::page::*;
use crate::model::search::{Block, stance_mark};
use crate::model::view::*;
use std::ops::Range;

/// Reports in one file of heads.
const HEADS: usize = 16;
/// Reports in a block on average: a report that changes has so many others read again.
const BLOCK: usize = 256;
/// Conferences that the page itself names.
const CONFERENCES: usize = 12;

/// The places of all reports in the corpus, in the order of their numbers: of days, the oldest first, so that what is
/// newest changes no other's number.
pub fn order(edition: &Edition) -> Vec<usize> {
    let reports = &edition.corpus.reports;
    let mut order: Vec<usize> = (0..reports.len()).collect();
    order.sort_by_key(|at| (reports[*at].head.date, *at));
    order
}

/// Blocks of reports by their numbers. A block begins where a report's own name says so, and not after so many others:
/// what comes or goes before it does not move it.
pub fn runs(edition: &Edition, order: &[usize]) -> Vec<Range<usize>> {
    let begins = |number: &usize| {
        let path = &edition.corpus.reports[order[*number]].head.path;
        *number == 0 || Digest::of(path.as_bytes()).share(BLOCK) == 0
    };
    let starts: Vec<usize> = (0..order.len()).filter(begins).collect();
    let ends = starts.iter().skip(1).copied().chain([order.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// The search page with all its files; `blocks` are those of the runs.
pub fn pages(edition: &Edition, order: &[usize], (runs, blocks): (&[Range<usize>], &[Block])) -> Vec<Page> {
    let routes = &edition.routes;
    let stamp = stamp(edition, order);
    let mut cut = cuts::cut(runs, blocks);
    let cuts = cut.iter().map(|words| (words.from.clone(), words.name.clone())).collect();
    let index = SearchIndex { stamp, reports: order.len(), heads: HEADS, cuts };
    let file = |name: &str, file: SearchFile| Page::made(file_route(routes, name), Ingredients::Search(file));
    let mut pages = vec![
        page(edition),
        file("index.json", SearchFile::Index(index)),
        file("names.json", SearchFile::Names(names::names(edition))),
        file("conferences.json", SearchFile::Conferences(names::conferences(edition))),
        file("days.json", SearchFile::Days(days(edition, order))),
    ];
    pages.extend(order.chunks(HEADS).enumerate().map(|(at, numbers)| {
        let heads = numbers.iter().map(|at| head_parts(edition, *at)).collect();
        file(&format!("reports/{at}.json"), SearchFile::Heads(heads))
    }));
    pages.extend(cut.drain(..).map(|words| {
        let slices = words.slices();
        let digest = Digest::all(slices.iter().map(crate::model::search::Slice::digest));
        let words_file = SearchFile::Words { stamp, slices: Digested::new(slices, digest) };
        file(&format!("words/{}.bin", words.name), words_file)
    }));
    pages
}

fn file_route(routes: &Routes, name: &str) -> Route {
    Route::new(&format!("{}{name}", routes.search()))
}

/// By what a browser knows that files which it has from before number the same reports.
fn stamp(edition: &Edition, order: &[usize]) -> u32 {
    let name = |at: &usize| Digest::of(edition.corpus.reports[*at].head.path.as_bytes());
    let [a, b, c, d, ..] = Digest::all(order.iter().map(name)).0;
    u32::from_le_bytes([a, b, c, d])
}

fn page(edition: &Edition) -> Page {
    let routes = &edition.routes;
    let stances = edition.corpus.site.stances.iter().map(|stance| StanceOption {
        id: stance.id.to_string(),
        label: stance.label(&edition.corpus.lang),
        mark: stance_mark(&stance.id),
    });
    let conferences = edition.corpus.conferences.iter().take(CONFERENCES);
    let parts = SearchParts {
        index: edition.href(&file_route(routes, "index.json")),
        stances: stances.collect(),
        conferences: conferences.map(|conference| edition.conference_link(conference)).collect(),
    };
    made(head(edition, &routes.search(), "", Vec::new()), Parts::Search(parts))
}

/// Each day with the number of its first report.
fn days(edition: &Edition, order: &[usize]) -> Vec<(Date, usize)> {
    let mut days: Vec<(Date, usize)> = Vec::new();
    for (number, at) in order.iter().enumerate() {
        let date = edition.corpus.reports[*at].head.date;
        if days.last().is_none_or(|(last, _)| *last != date) {
            days.push((date, number));
        }
    }
    days
}

pub fn view(head: &PageHead, parts: &SearchParts) -> View {
    View::Search(SearchView {
        frame: frame(head),
        index: parts.index.clone(),
        stances: parts.stances.clone(),
        conferences: parts.conferences.clone(),
    })
}

pub fn file_view(file: &SearchFile) -> View {
    View::SearchFile(match file {
        SearchFile::Index(index) => SearchFileView::Index(index.clone()),
        SearchFile::Names(names) => SearchFileView::Names(names.clone()),
        SearchFile::Conferences(names) => SearchFileView::Conferences(names.clone()),
        SearchFile::Days(days) => SearchFileView::Days(days.clone()),
        SearchFile::Heads(heads) => SearchFileView::Heads(heads.iter().map(result).collect()),
        SearchFile::Words { stamp, slices } => SearchFileView::Words { stamp: *stamp, slices: slices.clone() },
    })
}

fn head_parts(edition: &Edition, at: usize) -> HeadParts {
    let report = &edition.corpus.reports[at];
    let conference = edition.conference(&report.head.conference);
    HeadParts {
        report: Digested::shared(report.value(), report.said),
        conference: conference.map_or_else(String::new, |own| own.short.as_ref().unwrap_or(&own.title).clone()),
        home: edition.head.home.clone(),
        foreign: report.head.lang != edition.corpus.lang,
    }
}

fn result(parts: &HeadParts) -> SearchHead {
    let head = &parts.report.head;
    let href = format!("{}{}", parts.home.trim_end_matches('/'), report_path(&head.conference, &head.stem));
    let lang = if parts.foreign { head.lang.to_string() } else { String::new() };
    SearchHead(
        href,
        head.title.clone(),
        head.date,
        parts.conference.clone(),
        head.summary.clone().unwrap_or_default(),
        lang,
    )
}
