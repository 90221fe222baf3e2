//! An edition after one report has changed: what follows from it is made anew, and nothing else. Addresses and the order
//! of reports must be as they were.

use super::edition::{self, Edition};
use crate::model::digest::Digested;
use crate::model::gist::{Gist, Tally};
use crate::model::report::Target;
use crate::model::view::Assets;
use std::sync::OnceLock;

impl Edition<'_> {
    /// Puts a report in the place of one that has the same address and day. Says whether others have a page now.
    pub fn renew(&mut self, at: usize, report: Digested<Gist>) -> bool {
        let old = std::mem::replace(&mut self.corpus.reports[at], report.clone());
        for (target, tally) in &old.tallies {
            self.take(at, target, *tally);
        }
        for (target, tally) in &report.tallies {
            self.give(at, target, *tally);
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
        let clause_pages = edition::clause_pages(&self.corpus, &self.totals);
        let delegation_pages = edition::delegation_pages(&self.corpus, &self.totals);
        let has_other_pages = (&clause_pages, &delegation_pages) != (&self.clause_pages, &self.delegation_pages);
        if has_other_pages {
            (self.clause_pages, self.delegation_pages) = (clause_pages, delegation_pages);
            // Whoever has a page now is linked wherever it stands.
            self.rows.iter_mut().for_each(|rows| *rows = OnceLock::new());
            self.order = OnceLock::new();
            self.delegation_links = OnceLock::new();
            self.drafts.values_mut().for_each(|texts| *texts = OnceLock::new());
        }
        has_other_pages
    }

    /// Takes up other names for the theme's assets.
    pub fn dress(&mut self, assets: &Assets) {
        self.head = Digested::of(super::frame::site_head(&self.corpus, &self.routes, assets));
    }

    fn take(&mut self, at: usize, target: &Target, tally: Tally) {
        let Some(reports) = self.naming.get_mut(target) else { return };
        reports.retain(|report| *report != at);
        if reports.is_empty() {
            self.naming.remove(target);
            self.totals.remove(target);
        } else if let Some(total) = self.totals.get_mut(target) {
            total.take(tally);
        }
    }

    fn give(&mut self, at: usize, target: &Target, tally: Tally) {
        self.totals.entry(target.clone()).or_default().add(tally);
        let reports = self.naming.entry(target.clone()).or_default();
        let place = reports.partition_point(|report| *report < at);
        reports.insert(place, at);
    }
}
