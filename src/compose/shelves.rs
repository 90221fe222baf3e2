//! Which pages are listed together, and from which reports. A shelf's pages are made of what its edition shares and of
//! the reports in its window, so that a report that changes reaches the shelves that have it and no others.

use super::clauses::{Table, clauses_of};
use super::desk::Desk;
use super::edition::Edition;
use super::{card, clause_page, clauses, delegations, glossary, issues, machine, map, matrix, print, reading, report};
use crate::model::corpus::Conference;
use crate::model::ids::{ClauseId, ConferenceId, DelegationId, InstrumentId};
use crate::model::indexes::Indexes;
use crate::model::page::Page;
use crate::model::report::{Report, Target};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// The search page, and the files that its script asks for. First, since it is the longest work of one thread.
    Search,
    /// The front page, the lists, plain pages, the site's feed.
    Site,
    /// A conference with its reports, days, matrix, issues, glossary, print edition and feed.
    Conference(ConferenceId),
    /// A delegation with its years.
    Delegation(DelegationId),
    /// An instrument with its drafts and their comparisons.
    Instrument(InstrumentId),
    /// A clause with its years.
    Clause(ClauseId),
}

impl Shelf {
    /// Its name in the memory.
    pub fn name(&self) -> String {
        match self {
            Self::Site => "site".to_owned(),
            Self::Conference(id) => format!("conference {id}"),
            Self::Delegation(id) => format!("delegation {id}"),
            Self::Instrument(id) => format!("instrument {id}"),
            Self::Clause(id) => format!("clause {id}"),
            Self::Search => "search".to_owned(),
        }
    }
}

impl Edition<'_> {
    /// All shelves of the edition.
    pub fn shelves(&self) -> Vec<Shelf> {
        let conferences = self.corpus.conferences.iter().map(|conference| Shelf::Conference(conference.id.clone()));
        let delegations = self.delegation_pages.iter().cloned().map(Shelf::Delegation);
        let instruments = self.corpus.instruments.iter().map(|instrument| Shelf::Instrument(instrument.id.clone()));
        let clauses = self.corpus.instruments.iter().flat_map(|instrument| clauses_of(self, instrument));
        let all = [Shelf::Site].into_iter().chain(conferences).chain(delegations).chain(instruments);
        all.chain(clauses.map(Shelf::Clause)).chain(self.corpus.site.search.then_some(Shelf::Search)).collect()
    }

    /// The reports that a shelf's pages are made of, by their places in the corpus, in order.
    pub fn window(&self, shelf: &Shelf) -> Cow<'_, [usize]> {
        match shelf {
            Shelf::Site => Cow::Owned(self.newest_reports(machine::ENTRIES)),
            Shelf::Conference(id) => self.conference(id).map_or(0..0, |own| self.reports_of(own)).collect(),
            Shelf::Delegation(id) => {
                let naming = self.naming(&Target::Delegation(id.clone()));
                Cow::Borrowed(naming.map_or(&[], |naming| naming.reports.as_slice()))
            }
            Shelf::Instrument(_) => Cow::default(),
            Shelf::Search => (0..self.corpus.reports.len()).collect(),
            Shelf::Clause(id) => {
                let naming = self.naming(&Target::Clause(id.clone()));
                let mut window = naming.map_or_else(Vec::new, |naming| naming.reports.clone());
                window.extend(self.on_issues(id));
                // Two runs that are in order each.
                window.sort();
                window.dedup();
                Cow::Owned(window)
            }
        }
    }

    /// The newest reports, in the order of the corpus.
    fn newest_reports(&self, most: usize) -> Vec<usize> {
        let mut newest: Vec<usize> = (0..self.corpus.reports.len()).collect();
        newest.sort_by_key(|at| std::cmp::Reverse((self.corpus.reports[*at].head.date, *at)));
        newest.truncate(most);
        newest.sort_unstable();
        newest
    }
}

/// Lists the pages of an edition's shelves; what an instrument's clauses share is made once, if any of them is listed.
pub struct Lister<'a> {
    edition: &'a Edition<'a>,
    tables: BTreeMap<&'a InstrumentId, OnceLock<Table<'a>>>,
}

impl<'a> Lister<'a> {
    pub fn new(edition: &'a Edition<'a>) -> Self {
        let instruments = edition.corpus.instruments.iter();
        Self { edition, tables: instruments.map(|instrument| (&instrument.id, OnceLock::new())).collect() }
    }

    fn table(&self, id: &InstrumentId) -> Option<&Table<'a>> {
        let instrument = self.edition.corpus.instrument(id)?;
        Some(self.tables.get(id)?.get_or_init(|| Table::new(self.edition, instrument)))
    }

    /// All pages of a shelf, each with its ingredients. `indexes` are those of the reports in the shelf's window.
    pub fn list(&self, shelf: &Shelf, window: Vec<usize>, indexes: Indexes) -> Vec<Page> {
        let desk = Desk::new(self.edition, window, indexes);
        let mut pages = match shelf {
            Shelf::Site => site(&desk),
            Shelf::Conference(id) => desk.conference(id).map_or_else(Vec::new, |own| conference(&desk, own)),
            Shelf::Delegation(id) => delegations::pages(&desk, id),
            Shelf::Instrument(id) => self.table(id).map_or_else(Vec::new, |table| instrument(&desk, table)),
            Shelf::Clause(id) => {
                self.table(&id.instrument).map_or_else(Vec::new, |table| clause_page::pages(&desk, table, id))
            }
            // Its pages are made of blocks, by `search::pages`.
            Shelf::Search => Vec::new(),
        };
        // A draft's own pages are all for the author alone.
        let own = match shelf {
            Shelf::Conference(id) => desk.conference(id).map(|own| &own.words),
            Shelf::Instrument(id) => desk.corpus.instrument(id).map(|own| &own.words),
            Shelf::Site | Shelf::Delegation(_) | Shelf::Clause(_) | Shelf::Search => None,
        };
        if own.is_some_and(|own| own.withheld) {
            pages.iter_mut().filter_map(|page| page.ingredients.head_mut()).for_each(|head| head.withheld = true);
        }
        pages.extend(map::pages(&pages));
        pages.extend(card::pages(&desk, &pages));
        pages
    }
}

fn site(desk: &Desk) -> Vec<Page> {
    let mut pages = reading::site_pages(desk);
    pages.push(delegations::list(desk));
    pages.push(clauses::list(desk));
    pages.extend(machine::feed(desk));
    pages
}

fn conference(desk: &Desk, conference: &Conference) -> Vec<Page> {
    let mut pages = reading::conference_pages(desk, conference);
    let texts: Vec<Arc<Report>> = (0..desk.reports.len()).map(|at| desk.text(at)).collect();
    pages.extend(report::pages(desk, &texts));
    pages.extend(print::pages(desk, conference, &texts));
    pages.extend(matrix::pages(desk, conference));
    pages.extend(issues::pages(desk, conference));
    pages.extend(glossary::page(desk, conference));
    pages.extend(machine::conference_feed(desk, conference));
    pages
}

fn instrument(desk: &Desk, table: &Table) -> Vec<Page> {
    let mut pages = clauses::instrument_pages(desk, table);
    let compared = table.compared();
    pages.extend(table.comparisons.iter().flat_map(|one| one.pages(desk, table.instrument, &compared)));
    pages
}
