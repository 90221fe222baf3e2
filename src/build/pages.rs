//! Shelves → artifacts: what must be listed is listed, what must be rendered is composed, rendered and sent off; all else
//! stands as it is.

use super::blocks;
use super::keys::Keys;
use super::record::{self, PageRecord, ShelfRecord};
use super::world::{Stage, World};
use crate::audit::{self, Rendered, Trace};
use crate::compose::{self, Edition, Lister, Shelf};
use crate::diag::Diagnostic;
use crate::index::{self, Scope};
use crate::model::artifact::{Artifact, Body};
use crate::model::digest::Digest;
use crate::model::gist::Texts;
use crate::model::ids::{Lang, Route};
use crate::model::page::{Ingredients, Page};
use crate::model::reference::Reference;
use crate::model::site::Site;
use crate::model::theme::Theme;
use crate::parse;
use crate::render::Engine;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// All that pages are made with.
pub struct Workshop<'a> {
    pub site: &'a Site,
    pub theme: &'a Theme,
    pub editions: &'a [Edition<'a>],
    pub listers: Vec<Lister<'a>>,
    pub keys: Keys<'a>,
    pub texts: &'a dyn Texts,
    pub world: &'a dyn World,
    pub engine: &'a Engine<'a>,
    pub course: Course,
    /// All shelves, of all editions.
    pub shelves: &'a [Shelf],
    /// Addresses of pages that are made first, since somebody waits for them.
    pub wanted: BTreeSet<Route>,
}

/// How far the work is, for who watches it.
#[derive(Default)]
pub struct Course {
    /// Shelves that were looked at.
    shelves: AtomicUsize,
    /// Pages that were looked at or rendered, of those of shelves that had to be listed.
    pages: AtomicUsize,
    listed: AtomicUsize,
}

/// A shelf after a build.
pub struct Shelved {
    pub shelf: Shelf,
    pub record: Arc<ShelfRecord>,
    /// What its pages lead to; none where the shelf stands as it was.
    pub traces: Option<Vec<Trace>>,
    pub rendered: usize,
    pub findings: Vec<Diagnostic>,
}

/// A page after a build.
struct Finished {
    record: PageRecord,
    trace: Trace,
    is_new: bool,
}

impl Workshop<'_> {
    /// Brings one shelf up to date; `old` is its record, if earlier builds left one, and `stands` says that its pages are
    /// known to stand as that has them.
    pub fn shelve(&self, shelf: Shelf, old: Option<&Arc<ShelfRecord>>, stands: bool) -> Shelved {
        let looked_at = self.course.shelves.fetch_add(1, Ordering::Relaxed) + 1;
        self.world.stage(Stage::List, looked_at, self.shelves.len());
        let key = self.keys.shelf(&shelf);
        let as_it_was = old.filter(|old| old.key == key && !old.is_odd && (stands || self.stand(old)));
        if let Some(old) = as_it_was {
            return Shelved { shelf, record: old.clone(), traces: None, rendered: 0, findings: Vec::new() };
        }
        let pages = self.list(&shelf);
        self.course.listed.fetch_add(pages.len(), Ordering::Relaxed);
        let known = old.and_then(|old| known(self.world, &shelf, old)).unwrap_or_default();
        let finished: Vec<Result<Finished, Box<Diagnostic>>> =
            pages.into_par_iter().map(|page| self.page(page, &known)).collect();
        let mut record = ShelfRecord { key, pages: Vec::new(), is_odd: false };
        let (mut traces, mut findings, mut rendered) = (Vec::new(), Vec::new(), 0);
        for finished in finished {
            match finished {
                Ok(Finished { record: page, trace, is_new }) => {
                    record.pages.push(page);
                    rendered += usize::from(is_new);
                    traces.push(trace);
                }
                Err(finding) => findings.push(*finding),
            }
        }
        Shelved { shelf, record: Arc::new(record), traces: Some(traces), rendered, findings }
    }

    /// Whether all pages of a shelf stand as they were left; then they are of this build too.
    fn stand(&self, record: &ShelfRecord) -> bool {
        let stand = record.pages.iter().all(|page| self.world.stands(&page.route.file()) == Some(page.bytes));
        if stand {
            record.pages.iter().for_each(|page| self.world.retain(&page.route.file()));
        }
        stand
    }

    /// The pages of a shelf in all languages.
    pub fn list(&self, shelf: &Shelf) -> Vec<Page> {
        let mut pages = Vec::new();
        if *shelf == Shelf::Search {
            pages.extend(self.editions.iter().flat_map(|edition| blocks::pages(edition, (self.texts, self.world))));
            compose::join(&mut pages, self.site);
            return pages;
        }
        for (edition, lister) in self.editions.iter().zip(&self.listers) {
            let window = edition.window(shelf);
            let reports: Vec<_> = window.iter().map(|at| edition.corpus.reports[*at].clone()).collect();
            let scope = match shelf {
                Shelf::Delegation(id) => Scope::Delegation(id),
                Shelf::Clause(id) => Scope::Clause(id),
                Shelf::Site | Shelf::Conference(_) | Shelf::Instrument(_) | Shelf::Search => Scope::Everything,
            };
            let indexes = index::index(&reports, &edition.corpus.registry, scope);
            pages.extend(lister.list(shelf, window.into_owned(), indexes));
        }
        compose::join(&mut pages, self.site);
        pages
    }

    /// Renders a page if it must be.
    fn page(&self, page: Page, known: &Known) -> Result<Finished, Box<Diagnostic>> {
        let key = self.keys.page(&page);
        let url = compose::sitemap_url(&page);
        let file = page.route.file();
        if let Some((old, trace)) = known.get(&page.route).filter(|(old, _)| old.key == key)
            && self.world.stands(&file) == Some(old.bytes)
        {
            self.world.retain(&file);
            self.done_with_a_page();
            let record = PageRecord { route: page.route, source: page.source, key, bytes: old.bytes, url };
            return Ok(Finished { record, trace: trace.clone(), is_new: false });
        }
        let bytes = self.render(&page)?;
        self.done_with_a_page();
        let trace = audit::trace(&page, references(&page, &bytes), self.site);
        let record = PageRecord { route: page.route.clone(), source: page.source, key, bytes: Digest::of(&bytes), url };
        self.world.emit(Artifact { route: page.route, body: Body::Bytes(bytes) });
        Ok(Finished { record, trace, is_new: true })
    }

    fn done_with_a_page(&self) {
        let done = self.course.pages.fetch_add(1, Ordering::Relaxed) + 1;
        self.world.stage(Stage::Render, done, self.course.listed.load(Ordering::Relaxed).max(done));
    }

    fn render(&self, page: &Page) -> Result<Vec<u8>, Box<Diagnostic>> {
        let view = compose::compose(page, self.texts);
        let lang = language(page).and_then(Lang::read).unwrap_or_else(|| self.site.default_lang().clone());
        self.engine.render(&lang, &view, page.route.as_str())
    }

    /// A page that no shelf has: the sitemap, or what robots may do.
    pub fn beside(&self, page: Page, old: Option<&PageRecord>) -> Result<(PageRecord, bool), Box<Diagnostic>> {
        let known = old.map(|old| (old.route.clone(), (old.clone(), Trace::default()))).into_iter().collect();
        self.page(page, &known).map(|finished| (finished.record, finished.is_new))
    }

    /// The pages of a shelf as they are rendered, with all that they refer to: for a closer look.
    pub fn look_at<'p>(&self, pages: &'p [Page]) -> Vec<Rendered<'p>> {
        let rendered = pages.par_iter().filter_map(|page| {
            let bytes = self.render(page).ok()?;
            let references = references(page, &bytes).map(Reference::into_owned).collect();
            Some(Rendered { page, template: template(page), references })
        });
        rendered.collect()
    }
}

/// Pages of a shelf's record by their routes.
pub type Known = BTreeMap<Route, (PageRecord, Trace)>;

/// The pages of a shelf's record with what they lead to; none when the memory has not both.
pub fn known(world: &dyn World, shelf: &Shelf, old: &ShelfRecord) -> Option<Known> {
    let traces = record::recall_traces(world, &shelf.name())?;
    let pages = old.pages.iter().cloned().zip(traces);
    (old.pages.len() == pages.len()).then(|| pages.map(|(page, trace)| (page.route.clone(), (page, trace))).collect())
}

/// The template that shows a page.
pub fn template(page: &Page) -> Option<&'static str> {
    match &page.ingredients {
        Ingredients::Framed(_, parts) => Some(parts.template()),
        _ => None,
    }
}

/// What a finished page refers to; files for machines are not read.
fn references<'a>(page: &Page, bytes: &'a [u8]) -> impl Iterator<Item = Reference<'a>> {
    let html = template(page).and_then(|_| std::str::from_utf8(bytes).ok());
    html.into_iter().flat_map(parse::html::references)
}

/// The language of a page's readers.
pub fn language(page: &Page) -> Option<&str> {
    match &page.ingredients {
        Ingredients::Feed(parts) => Some(&parts.lang),
        Ingredients::Card(card) => Some(&card.lang),
        other => other.head().map(|head| head.site.lang.as_str()),
    }
}
