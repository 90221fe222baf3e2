//! An edition after one report has changed: what follows from it is made anew, and nothing else. Addresses and the order
//! of reports must be as they were.

use super::edition::Edition;
use super::naming::{clause_pages, delegation_pages, tallied};
use crate::model::digest::{Digest, Digested};
use crate::model::gist::{Gist, Tally};
use crate::model::report::Target;
use crate::model::theme::Outfit;
use std::sync::OnceLock;

impl Edition<'_> {
    /// Puts a report in the place of one that has the same address and day. Says whether others have a page now.
    pub fn renew(&mut self, at: usize, report: Digested<Gist>) -> bool {
        let old = std::mem::replace(&mut self.corpus.reports[at], report.clone());
        for (target, tally) in &old.tallies {
            self.take(at, target, *tally);
        }
        for (target, tally, listed) in tallied(&report) {
            self.give(at, target, (tally, listed));
        }
        self.cards[at] = OnceLock::new();
        self.rows[at] = OnceLock::new();
        if old.references != report.references {
            self.backlinks = OnceLock::new();
        }
        let issues = |report: &Gist| report.statements.iter().flat_map(|said| said.issues.clone()).collect::<Vec<_>>();
        if issues(&old) != issues(&report) {
            self.on_issues = OnceLock::new();
        }
        let clauses = clause_pages(&self.corpus, &self.totals);
        let delegations = delegation_pages(&self.corpus, &self.totals);
        let has_other_pages = (&clauses, &delegations) != (&self.clause_pages, &self.delegation_pages);
        if has_other_pages {
            (self.clause_pages, self.delegation_pages) = (clauses, delegations);
            // Whoever has a page now is linked wherever it stands.
            self.rows.iter_mut().for_each(|rows| *rows = OnceLock::new());
            self.order = OnceLock::new();
            self.delegation_links = OnceLock::new();
            self.drafts.values_mut().for_each(|texts| *texts = OnceLock::new());
        }
        has_other_pages
    }

    /// Takes up what another theme tells pages of itself.
    pub fn dress(&mut self, outfit: &Outfit) {
        self.head = Digested::of(super::frame::site_head(&self.corpus, &self.routes, outfit));
    }

    fn take(&mut self, at: usize, target: &Target, tally: Tally) {
        let Some(naming) = self.naming.get_mut(target) else { return };
        if let Ok(place) = naming.reports.binary_search(&at) {
            naming.reports.remove(place);
            naming.listed.remove(place);
        }
        if naming.reports.is_empty() {
            self.naming.remove(target);
            self.totals.remove(target);
        } else if let Some(total) = self.totals.get_mut(target) {
            total.take(tally);
        }
    }

    fn give(&mut self, at: usize, target: &Target, (tally, listed): (Tally, Digest)) {
        self.totals.entry(target.clone()).or_default().add(tally);
        let naming = self.naming.entry(target.clone()).or_default();
        let place = naming.reports.partition_point(|report| *report < at);
        naming.reports.insert(place, at);
        naming.listed.insert(place, listed);
    }
}
