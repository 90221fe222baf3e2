//! All shelves of a site, and what is wrong only when all of them are seen together.

use super::editions::Alias;
use super::keys::{Key, KeyPart};
use super::links::{self, Addresses, Before, Links};
use super::pages::{Shelved, Workshop};
use super::pictures::Shown;
use super::record::{self, MACHINE, PageRecord, Records, ShelfRecord};
use super::redirects;
use super::world::{RecordKey, RecordKind, Stage, World};
use crate::audit::{self, Claim, Spot};
use crate::compose::{self, Shelf};
use crate::diag::{Diagnostic, Outcome};
use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use crate::model::ids::Route;
use crate::model::page::Page;
use crate::model::source::SourcePath;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What stands beside the pages.
pub struct Beside {
    /// Old addresses of texts.
    pub old: Vec<Alias>,
    /// Files of the site that are copied as they are.
    pub copies: Vec<SourcePath>,
    /// The theme's assets.
    pub assets: Vec<Artifact>,
    pub pictures: Shown,
}

/// A site that is up to date.
pub struct Whole {
    pub pages: usize,
    /// How many of the pages were made anew.
    pub rendered: usize,
    shelved: Vec<Shelved>,
    /// By the names of shelves, as they are and as they were before.
    records: Records,
    before: Records,
    files: Files,
    addresses: Arc<Addresses>,
}

/// What stands at addresses that are no pages of shelves.
#[derive(Clone)]
struct Files {
    routes: Arc<BTreeSet<Route>>,
    /// Files for machines, and how many of them were made anew.
    record: Arc<ShelfRecord>,
    rendered: usize,
}

/// Brings the whole site up to date. What `last` was brought up to date in the same process still stands; without one, it
/// is asked of the world what does.
pub fn whole(workshop: &Workshop, beside: &Beside, last: Option<&Whole>) -> Outcome<Whole> {
    let old = last.map_or_else(|| record::recall_all(workshop.world), |last| last.records.clone());
    let machine = old.get(MACHINE).map(|record| &**record);
    let look = workshop.keys.theme();
    // Templates that no page is made by can be wrong too. With a theme that is as it was, all were right.
    let is_new = machine.is_none_or(|machine| machine.key.get(&KeyPart::Theme) != Some(&look));
    let mut findings = if is_new { workshop.engine.wrong() } else { Vec::new() };
    let shelves = if findings.is_empty() { workshop.shelves } else { &[] };
    let key = machine_key(workshop, beside);
    let has_old_files = machine.is_some_and(|machine| machine.key == key);
    if last.is_none() || !has_old_files {
        // Before pages that need them.
        beside.assets.iter().for_each(|asset| workshop.world.emit(asset.clone()));
        beside.pictures.emit(workshop.world);
    }
    let mut shelved = shelve_all(workshop, (shelves, &old), last.is_some());
    findings.extend(shelved.iter_mut().flat_map(|one| std::mem::take(&mut one.findings)));
    let last = last.filter(|_| has_old_addresses(&shelved, &old));
    let addresses = last.map_or_else(|| Arc::new(links::addresses(&shelved)), |last| last.addresses.clone());
    let stands = last.filter(|_| has_old_files).map(|last| last.files.as_they_are());
    let files = match stands {
        Some(files) => files,
        None if shelves.is_empty() => Files::default(),
        None => files((workshop, key), beside, &shelved, (machine, &mut findings)),
    };
    // A page that failed is missing, and links to it would be found dead for the wrong reason.
    if findings.is_empty() {
        workshop.world.stage(Stage::Audit, 0, shelved.len());
        let before = before(workshop, &old, &shelved);
        let checked =
            Links { workshop, shelved: &shelved, addresses: &addresses, files: &files.routes, before }.check();
        findings.extend(checked.findings);
        workshop.world.stage(Stage::Audit, shelved.len(), shelved.len());
        let odd = shelved.iter_mut().filter(|one| one.record.is_odd != checked.odd.contains(&one.shelf));
        odd.for_each(|one| Arc::make_mut(&mut one.record).is_odd ^= true);
    }
    let pages = shelved.iter().map(|one| one.record.pages.len()).sum::<usize>() + files.record.pages.len();
    let rendered = shelved.iter().map(|one| one.rendered).sum::<usize>() + files.rendered;
    let names = shelved.iter().map(|one| (one.shelf.name(), one.record.clone()));
    let records = names.chain([(MACHINE.to_owned(), files.record.clone())]).collect();
    Outcome::new(Whole { pages, rendered, shelved, records, before: old, files, addresses }, findings)
}

/// Brings all shelves up to date, those first whose pages somebody waits for.
fn shelve_all(workshop: &Workshop, (shelves, old): (&[Shelf], &Records), stands: bool) -> Vec<Shelved> {
    let shelve = |shelf: &Shelf| workshop.shelve(shelf.clone(), old.get(&shelf.name()), stands);
    let wanted = &workshop.wanted;
    let is_wanted = |shelf: &&Shelf| {
        let pages = old.get(&shelf.name()).filter(|_| !wanted.is_empty()).map(|record| &record.pages);
        pages.into_iter().flatten().any(|page| wanted.contains(&page.route))
    };
    let mut first: BTreeMap<&Shelf, Shelved> =
        shelves.iter().filter(is_wanted).map(|shelf| (shelf, shelve(shelf))).collect();
    let rest: Vec<Option<Shelved>> =
        shelves.par_iter().map(|shelf| (!first.contains_key(shelf)).then(|| shelve(shelf))).collect();
    shelves.iter().zip(rest).filter_map(|(shelf, one)| one.or_else(|| first.remove(shelf))).collect()
}

impl Whole {
    /// Keeps the records of what is not as it was, and forgets those of shelves that are no more.
    pub fn keep(&self, world: &dyn World) {
        let old = &self.before;
        for one in &self.shelved {
            let name = one.shelf.name();
            let is_as_it_was = one.traces.is_none() && !one.record.is_odd;
            if !is_as_it_was && old.get(&name) != Some(&one.record) {
                record::keep_named(world, &name, &one.record);
            }
            if let Some(traces) = &one.traces {
                record::keep_traces(world, &one.shelf, traces);
            }
        }
        for name in old.keys().filter(|name| !self.records.contains_key(*name)) {
            world.forget(RecordKey { kind: RecordKind::Shelf, name });
            world.forget(RecordKey { kind: RecordKind::Trace, name });
        }
        self.files.keep(world, old.get(MACHINE).map(|record| &**record));
    }

    /// Takes the place of what was last brought up to date: keeps what is new, and takes away what is gone.
    pub fn succeed(&self, world: &dyn World, last: &Self) {
        self.keep(world);
        if !Arc::ptr_eq(&self.files.routes, &last.files.routes) {
            let now: BTreeSet<&Route> = self.routes().collect();
            last.routes().filter(|route| !now.contains(route)).for_each(|route| world.retract(&route.file()));
        }
    }

    /// All addresses.
    fn routes(&self) -> impl Iterator<Item = &Route> {
        let pages = self.records.values().flat_map(|record| &record.pages).map(|page| &page.route);
        pages.chain(&*self.files.routes)
    }
}

/// Whether the same pages as before stand at the same addresses, and came from the same files.
fn has_old_addresses(shelved: &[Shelved], old: &Records) -> bool {
    let listed = shelved.iter().filter(|one| one.traces.is_some());
    let has = |one: &Shelved| {
        let Some(before) = old.get(&one.shelf.name()) else { return false };
        before.pages.iter().map(PageRecord::address).eq(one.record.pages.iter().map(PageRecord::address))
    };
    old.len() == shelved.len() + 1 && listed.into_iter().all(has)
}

/// All pages of the site, files for machines among them.
pub fn pages(workshop: &Workshop) -> Vec<Page> {
    let mut pages: Vec<Page> = workshop.shelves.iter().flat_map(|shelf| workshop.list(shelf)).collect();
    let urls = pages.iter().filter_map(compose::sitemap_url).collect();
    pages.extend(compose::for_all(workshop.site, urls));
    pages
}

impl Default for Files {
    fn default() -> Self {
        let record = ShelfRecord { key: Key::new(), pages: Vec::new(), is_odd: false };
        Self { routes: Arc::default(), record: Arc::new(record), rendered: 0 }
    }
}

impl Files {
    /// The same, when none was made anew.
    fn as_they_are(&self) -> Self {
        Self { rendered: 0, ..self.clone() }
    }

    fn keep(&self, world: &dyn World, machine: Option<&ShelfRecord>) {
        let before = machine.map(|_| record::recall_files(world)).unwrap_or_default();
        if machine != Some(&self.record) {
            record::keep_named(world, MACHINE, &self.record);
        }
        let now: BTreeSet<Spot> = self.routes.iter().map(|route| Spot::page(route.as_str())).collect();
        if before != now {
            record::keep_files(world, &now);
        }
    }
}

/// What files for machines and files beside the pages are made of, but for the pages.
fn machine_key(workshop: &Workshop, beside: &Beside) -> Key {
    let assets: Vec<&Route> = beside.assets.iter().map(|asset| &asset.route).collect();
    let own = Digest::of_value(&(assets, &beside.copies, &beside.old, beside.pictures.digest()));
    Key::from([(KeyPart::Theme, workshop.keys.theme()), (KeyPart::Own, own)])
}

fn files(
    (workshop, key): (&Workshop, Key),
    beside: &Beside,
    shelved: &[Shelved],
    rest: (Option<&ShelfRecord>, &mut Vec<Diagnostic>),
) -> Files {
    let (machine, findings) = rest;
    let Beside { old, copies, assets, pictures } = beside;
    let pages: Vec<&PageRecord> = shelved.iter().flat_map(|one| &one.record.pages).collect();
    let copied: Vec<(Route, SourcePath)> = copies.iter().map(|path| (compose::asset(path), path.clone())).collect();
    let urls = pages.iter().filter_map(|page| page.url.clone()).collect();
    let made = compose::for_all(workshop.site, urls);
    let own = made.iter().map(|page| Claim { route: &page.route, by: None });
    findings.extend(audit::routes(own.chain(redirects::claims(&pages, &copied, old))));
    let mut routes = BTreeSet::new();
    let mut rendered = 0;
    let mut record = ShelfRecord { key, pages: Vec::new(), is_odd: false };
    for page in made {
        let old = machine.and_then(|machine| machine.pages.iter().find(|old| old.route == page.route));
        match workshop.beside(page, old) {
            Ok((page, is_new)) => {
                routes.insert(page.route.clone());
                rendered += usize::from(is_new);
                record.pages.push(page);
            }
            Err(finding) => findings.push(*finding),
        }
    }
    let artifacts: Vec<Artifact> =
        redirects::redirects(workshop.site, old, &pages).into_iter().chain(redirects::copies(copies)).collect();
    routes.extend(artifacts.iter().chain(assets).map(|artifact| artifact.route.clone()).chain(pictures.routes()));
    artifacts.into_par_iter().for_each(|artifact| workshop.world.emit(artifact));
    Files { routes: Arc::new(routes), record: Arc::new(record), rendered }
}

/// What was there before this build and may be gone; none where the memory does not know it any more.
fn before(workshop: &Workshop, old: &Records, shelved: &[Shelved]) -> Option<Before> {
    let kept: BTreeSet<String> =
        shelved.iter().filter(|one| one.traces.is_none()).map(|one| one.shelf.name()).collect();
    let changed = old.iter().filter(|(name, _)| !kept.contains(*name) && *name != MACHINE);
    let files = record::recall_traces(workshop.world, MACHINE);
    if files.is_none() && old.contains_key(MACHINE) {
        return None;
    }
    let mut before = Before::default();
    before.stood.extend(files.into_iter().flatten().flat_map(|trace| trace.stands));
    for (name, record) in changed {
        let traces = record::recall_traces(workshop.world, name)?;
        for trace in traces {
            before.stood.extend(trace.stands);
            // What is odd may have led nowhere.
            before.led.extend(trace.leads.into_iter().filter(|_| !record.is_odd));
        }
    }
    // A shelf's own record can be lost alone.
    for one in shelved.iter().filter(|one| one.traces.is_some() && !old.contains_key(&one.shelf.name())) {
        let traces = record::recall_traces(workshop.world, &one.shelf.name()).unwrap_or_default();
        before.stood.extend(traces.into_iter().flat_map(|trace| trace.stands));
    }
    before.stood.sort_unstable();
    before.led.sort_unstable();
    Some(before)
}
