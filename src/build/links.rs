//! Whether all links of the site lead somewhere, when only some pages were made anew: what led somewhere still does
//! unless what it led to is gone. Where something looks wrong, the pages are looked at closely.

use super::pages::{Shelved, Workshop};
use super::record;
use super::world::World;
use crate::audit::{self, Spot, Trace};
use crate::compose::Shelf;
use crate::diag::Diagnostic;
use crate::model::ids::Route;
use crate::model::page::Page;
use std::collections::{BTreeMap, BTreeSet};

/// By the hash of a page's address the place of its shelf among the shelved.
pub type Addresses = BTreeMap<u64, usize>;

/// The addresses of all pages.
pub fn addresses(shelved: &[Shelved]) -> Addresses {
    let pages = |(at, one): (usize, &Shelved)| {
        let hashes = one.record.pages.iter().map(|page| Spot::page(page.route.as_str()).page);
        hashes.map(|page| (page, at)).collect::<Vec<_>>()
    };
    shelved.iter().enumerate().flat_map(pages).collect()
}

/// What is known of the site's links.
pub struct Links<'a, 'w> {
    pub workshop: &'a Workshop<'w>,
    pub shelved: &'a [Shelved],
    pub addresses: &'a Addresses,
    /// Addresses that are no pages of shelves: assets, copies, old addresses, files for machines.
    pub files: &'a BTreeSet<Route>,
    /// What was there before this build; none where the memory does not know that any more.
    pub before: Option<Before>,
}

/// What was there before this build in shelves that were listed anew or are gone. In order.
#[derive(Default)]
pub struct Before {
    /// What could be led to, files among it.
    pub stood: Vec<Spot>,
    /// What pages led to, and not in vain.
    pub led: Vec<Spot>,
}

/// What is wrong with links, and the shelves that must be looked at again by the next build.
pub struct Checked {
    pub findings: Vec<Diagnostic>,
    pub odd: BTreeSet<Shelf>,
}

impl Links<'_, '_> {
    pub fn check(mut self) -> Checked {
        let before = std::mem::take(&mut self.before);
        let fresh: Vec<(&Shelf, &[Trace])> =
            self.shelved.iter().filter_map(|one| Some((&one.shelf, one.traces.as_deref()?))).collect();
        let mut standing: Vec<Spot> = self.files.iter().map(|file| Spot::page(file.as_str())).collect();
        standing.extend(fresh.iter().flat_map(|(_, traces)| traces.iter().flat_map(|trace| &trace.stands)));
        standing.sort_unstable();
        let stands = |spot: &Spot| standing.binary_search(spot).is_ok();
        let led = before.as_ref().map_or_else(Vec::new, |before| before.led.clone());
        let gone = before.map(|before| before.stood.into_iter().filter(|spot| !stands(spot)).collect::<Vec<Spot>>());
        let is_gone = |spot: &Spot| gone.as_ref().is_none_or(|gone| gone.binary_search(spot).is_ok());
        // What led somewhere still does, unless what it led to is gone.
        let led_there = |spot: &Spot| led.binary_search(spot).is_ok() && !is_gone(spot);
        let (world, known) = (self.workshop.world, BTreeMap::new());
        let mut elsewhere = Elsewhere { world, shelved: self.shelved, addresses: self.addresses, known };
        let mut odd: BTreeSet<Shelf> = BTreeSet::new();
        let mut aims: BTreeSet<u64> = BTreeSet::new();
        for (shelf, traces) in &fresh {
            let leads = traces.iter().flat_map(|trace| &trace.leads).filter(|spot| !led_there(spot) && !stands(spot));
            let dead: Vec<&Spot> = leads.filter(|spot| !elsewhere.has(**spot)).collect();
            if !dead.is_empty() || traces.iter().any(|trace| trace.is_odd) {
                odd.insert((*shelf).clone());
                aims.extend(dead.iter().map(|spot| spot.page));
            }
        }
        if gone.as_ref().is_none_or(|gone| !gone.is_empty()) {
            for kept in self.shelved.iter().filter(|one| one.traces.is_none()) {
                let Some(traces) = elsewhere.traces(&kept.shelf) else {
                    odd.insert(kept.shelf.clone());
                    continue;
                };
                let mut is_dead = |spot: &&Spot| match &gone {
                    Some(gone) => gone.binary_search(spot).is_ok(),
                    None => !stands(spot) && !elsewhere.has(**spot),
                };
                let dead: Vec<u64> =
                    traces.iter().flat_map(|trace| &trace.leads).filter(&mut is_dead).map(|spot| spot.page).collect();
                if !dead.is_empty() {
                    odd.insert(kept.shelf.clone());
                    aims.extend(dead);
                }
            }
        }
        let findings = if odd.is_empty() { Vec::new() } else { self.look(&odd, &aims) };
        Checked { findings, odd }
    }

    /// Looks at the pages of some shelves, and of those whose pages they lead to in vain, link by link.
    fn look(&self, odd: &BTreeSet<Shelf>, aims: &BTreeSet<u64>) -> Vec<Diagnostic> {
        let led_to = |one: &&Shelved| {
            let mut routes = one.record.pages.iter().map(|page| Spot::page(page.route.as_str()).page);
            odd.contains(&one.shelf) || routes.any(|route| aims.contains(&route))
        };
        let shelves = self.shelved.iter().filter(led_to);
        let pages: Vec<Page> = shelves.flat_map(|one| self.workshop.list(&one.shelf)).collect();
        let rendered = self.workshop.look_at(&pages);
        let seen: BTreeSet<&Route> = pages.iter().map(|page| &page.route).collect();
        let others = self.shelved.iter().flat_map(|one| &one.record.pages).map(|page| &page.route);
        let others = others.chain(self.files).filter(|route| !seen.contains(route)).cloned().collect();
        audit::links(&rendered, &others, self.workshop.site, self.workshop.theme)
    }
}

/// Where the pages of shelves that stand as they were can be led to: asked of the memory, shelf by shelf.
struct Elsewhere<'a> {
    world: &'a dyn World,
    shelved: &'a [Shelved],
    addresses: &'a Addresses,
    known: BTreeMap<&'a Shelf, Vec<Spot>>,
}

impl Elsewhere<'_> {
    /// None where the memory has them no more.
    fn traces(&self, shelf: &Shelf) -> Option<Vec<Trace>> {
        record::recall_traces(self.world, &shelf.name())
    }

    fn has(&mut self, spot: Spot) -> bool {
        let one = self.addresses.get(&spot.page).map(|at| &self.shelved[*at]);
        let Some(shelf) = one.filter(|one| one.traces.is_none()).map(|one| &one.shelf) else { return false };
        if spot.anchor == 0 {
            return true;
        }
        if !self.known.contains_key(shelf) {
            let traces = self.traces(shelf).into_iter().flatten();
            let mut stands: Vec<Spot> = traces.flat_map(|trace| trace.stands).collect();
            stands.sort_unstable();
            self.known.insert(shelf, stands);
        }
        self.known[shelf].binary_search(&spot).is_ok()
    }
}
