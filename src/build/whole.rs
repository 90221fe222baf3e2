//! All shelves of a site, and what is wrong only when all of them are seen together.

use super::editions::Alias;
use super::keys::KeyPart;
use super::links::Links;
use super::pages::{Shelved, Workshop};
use super::record::{self, MACHINE, PageRecord, ShelfRecord};
use super::redirects;
use super::world::{RecordKey, RecordKind, Stage};
use crate::audit::{self, Claim, Spot};
use crate::compose::{self, Shelf};
use crate::diag::{Diagnostic, Outcome};
use crate::model::artifact::Artifact;
use crate::model::ids::Route;
use crate::model::page::Page;
use crate::model::source::SourcePath;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Shelves of earlier builds by their names.
pub type Records = BTreeMap<String, ShelfRecord>;

/// What stands beside the pages.
pub struct Beside {
    /// Old addresses of texts.
    pub old: Vec<Alias>,
    /// Files of the site that are copied as they are.
    pub copies: Vec<SourcePath>,
    /// The theme's assets.
    pub assets: Vec<Artifact>,
}

/// Brings the whole site up to date; gives how many pages it has and how many of them were rendered.
pub fn whole(workshop: &Workshop, beside: Beside) -> Outcome<(usize, usize)> {
    let old = record::recall_all(workshop.world);
    let machine = old.get(MACHINE);
    let look = workshop.keys.theme();
    // Templates that no page is made by can be wrong too. With a theme that is as it was, all were right.
    let is_new = machine.is_none_or(|machine| machine.key.get(&KeyPart::Theme) != Some(&look));
    let wrong = if is_new { workshop.engine.wrong() } else { Vec::new() };
    if !wrong.is_empty() {
        return Outcome::new((0, 0), wrong);
    }
    let shelve = |shelf: Shelf| {
        let old = old.get(&shelf.name());
        workshop.shelve(shelf, old)
    };
    let mut shelved: Vec<Shelved> = workshop.shelves.par_iter().cloned().map(shelve).collect();
    let mut findings: Vec<Diagnostic> = shelved.iter_mut().flat_map(|one| std::mem::take(&mut one.findings)).collect();
    let files = files(workshop, beside, &shelved, (machine, &mut findings));
    // A page that failed is missing, and links to it would be found dead for the wrong reason.
    if findings.is_empty() {
        workshop.world.stage(Stage::Audit, 0, shelved.len());
        let before = before(workshop, &old, &shelved);
        let checked = Links { workshop, shelved: &shelved, files: &files.routes, before }.check();
        findings.extend(checked.findings);
        workshop.world.stage(Stage::Audit, shelved.len(), shelved.len());
        shelved.iter_mut().for_each(|one| one.record.is_odd = checked.odd.contains(&one.shelf));
    }
    let pages = shelved.iter().map(|one| one.record.pages.len()).sum::<usize>() + files.pages;
    let rendered = shelved.iter().map(|one| one.rendered).sum::<usize>() + files.rendered;
    keep(workshop, &old, &shelved);
    Outcome::new((pages, rendered), findings)
}

/// All pages of the site, files for machines among them.
pub fn pages(workshop: &Workshop) -> Vec<Page> {
    let mut pages: Vec<Page> = workshop.shelves.iter().flat_map(|shelf| workshop.list(shelf)).collect();
    let urls = pages.iter().filter_map(compose::sitemap_url).collect();
    pages.extend(compose::for_all(workshop.site, urls));
    pages
}

/// What stands at addresses that are no pages of shelves.
struct Files {
    routes: BTreeSet<Route>,
    /// Files for machines, and how many of them were made anew.
    pages: usize,
    rendered: usize,
}

fn files(
    workshop: &Workshop,
    beside: Beside,
    shelved: &[Shelved],
    rest: (Option<&ShelfRecord>, &mut Vec<Diagnostic>),
) -> Files {
    let (machine, findings) = rest;
    let Beside { old, copies, assets } = beside;
    let pages: Vec<&PageRecord> = shelved.iter().flat_map(|one| &one.record.pages).collect();
    let copied: Vec<(Route, SourcePath)> = copies.iter().map(|path| (compose::asset(path), path.clone())).collect();
    let urls = pages.iter().filter_map(|page| page.url.clone()).collect();
    let made = compose::for_all(workshop.site, urls);
    let own = made.iter().map(|page| Claim { route: &page.route, by: None });
    findings.extend(audit::routes(own.chain(redirects::claims(&pages, &copied, &old))));
    let mut files = Files { routes: BTreeSet::new(), pages: 0, rendered: 0 };
    let mut record =
        ShelfRecord { key: [(KeyPart::Theme, workshop.keys.theme())].into(), pages: Vec::new(), is_odd: false };
    for page in made {
        let old = machine.and_then(|machine| machine.pages.iter().find(|old| old.route == page.route));
        match workshop.beside(page, old) {
            Ok((page, is_new)) => {
                files.routes.insert(page.route.clone());
                files.pages += 1;
                files.rendered += usize::from(is_new);
                record.pages.push(page);
            }
            Err(finding) => findings.push(*finding),
        }
    }
    let artifacts: Vec<Artifact> = redirects::redirects(workshop.site, old, &pages)
        .into_iter()
        .chain(redirects::copies(&copies))
        .chain(assets)
        .collect();
    files.routes.extend(artifacts.iter().map(|artifact| artifact.route.clone()));
    artifacts.into_par_iter().for_each(|artifact| workshop.world.emit(artifact));
    let before = machine.map(|_| record::recall_files(workshop.world)).unwrap_or_default();
    record::keep_named(workshop.world, MACHINE, &record);
    let now: BTreeSet<Spot> = files.routes.iter().map(|route| Spot::page(route.as_str())).collect();
    if before != now {
        record::keep_files(workshop.world, &now);
    }
    files
}

/// What stood before this build and may be gone; none where the memory does not know it any more.
fn before(workshop: &Workshop, old: &Records, shelved: &[Shelved]) -> Option<BTreeSet<Spot>> {
    let kept: BTreeSet<String> =
        shelved.iter().filter(|one| one.traces.is_none()).map(|one| one.shelf.name()).collect();
    let changed = old.keys().filter(|name| !kept.contains(*name) && *name != MACHINE);
    let files = record::recall_traces(workshop.world, MACHINE);
    if files.is_none() && old.contains_key(MACHINE) {
        return None;
    }
    let mut before: BTreeSet<Spot> = files.into_iter().flatten().flat_map(|trace| trace.stands).collect();
    for name in changed {
        let traces = record::recall_traces(workshop.world, name)?;
        before.extend(traces.into_iter().flat_map(|trace| trace.stands));
    }
    // A shelf's own record can be lost alone.
    for one in shelved.iter().filter(|one| one.traces.is_some() && !old.contains_key(&one.shelf.name())) {
        let traces = record::recall_traces(workshop.world, &one.shelf.name()).unwrap_or_default();
        before.extend(traces.into_iter().flat_map(|trace| trace.stands));
    }
    Some(before)
}

/// Keeps the records of shelves that are not as they were, and forgets those of shelves that are no more.
fn keep(workshop: &Workshop, old: &Records, shelved: &[Shelved]) {
    let mut names = BTreeSet::new();
    for one in shelved {
        let name = one.shelf.name();
        let is_as_it_was = one.traces.is_none() && !one.record.is_odd;
        if !is_as_it_was && old.get(&name) != Some(&one.record) {
            record::keep_named(workshop.world, &name, &one.record);
        }
        if let Some(traces) = &one.traces {
            record::keep_traces(workshop.world, &one.shelf, traces);
        }
        names.insert(name);
    }
    for name in old.keys().filter(|name| !names.contains(*name) && *name != MACHINE) {
        workshop.world.forget(RecordKey { kind: RecordKind::Shelf, name });
        workshop.world.forget(RecordKey { kind: RecordKind::Trace, name });
    }
}
