//! Which page an author means: by its address in any form, by the file that it comes from, by its file in the output.

use super::pages::Workshop;
use super::record::Records;
use crate::compose::{self, Shelf};
use crate::diag;
use crate::model::ids::Route;
use crate::model::page::Page;
use crate::model::site::Site;
use crate::model::source::SourcePath;
use crate::model::view::SitemapUrl;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// A page, and the shelf that has it; none for what is made of all pages.
pub struct Found {
    pub shelf: Option<Shelf>,
    pub page: Page,
}

/// How many addresses are named at the most where none was meant exactly.
const NEAREST: usize = 3;

/// An author's word for a page.
pub struct Asked {
    /// As it was given, and without the path of the site's base address.
    words: Vec<String>,
}

impl Asked {
    pub fn new(word: &str, site: &Site) -> Self {
        let inside = match word.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
            None => word,
        };
        let inside = inside.split(['?', '#']).next().unwrap_or_default();
        let base = site.base_url.as_ref().map_or("", |base| base.path.trim_matches('/'));
        let without = inside.trim_start_matches('/').strip_prefix(base).filter(|_| !base.is_empty());
        let without = without.filter(|rest| rest.is_empty() || rest.starts_with('/'));
        Self { words: std::iter::once(inside).chain(without).map(str::to_owned).collect() }
    }

    /// How well a page fits, the best first: its address, its file in the output, the file that it comes from.
    fn fits(&self, route: &Route, source: Option<&SourcePath>) -> Option<u8> {
        let file = route.file();
        let fits = |word: &String| {
            let bare = word.trim_matches('/');
            if route.as_str().trim_matches('/') == bare {
                Some(0)
            } else if file == bare {
                Some(1)
            } else {
                source.is_some_and(|source| **source == *bare).then_some(2)
            }
        };
        self.words.iter().filter_map(fits).min()
    }
}

/// The page that was asked for, or the nearest addresses that there are. Where the last build had it is looked first.
pub fn search(workshop: &Workshop, old: &Records, asked: &Asked) -> Result<Found, Vec<Route>> {
    let shelves = &workshop.shelves;
    let had_it = |shelf: &&Shelf| {
        let pages = old.get(&shelf.name()).into_iter().flat_map(|record| &record.pages);
        pages.into_iter().any(|page| asked.fits(&page.route, page.source.as_ref()).is_some())
    };
    let first: Vec<&Shelf> = shelves.iter().filter(had_it).collect();
    if let Some(found) = Looked::at(workshop, &first, asked).best {
        return Ok(found.1);
    }
    let looked = Looked::at(workshop, &shelves.iter().collect::<Vec<_>>(), asked);
    if let Some(found) = looked.best {
        return Ok(found.1);
    }
    let mut routes = looked.routes;
    for page in compose::for_all(workshop.site, looked.urls) {
        if asked.fits(&page.route, None).is_some() {
            return Ok(Found { shelf: None, page });
        }
        routes.insert(page.route);
    }
    Err(nearest(asked, &routes))
}

/// What was seen on shelves that were looked at for a page.
#[derive(Default)]
struct Looked {
    /// With how well it fits.
    best: Option<(u8, Found)>,
    routes: BTreeSet<Route>,
    urls: Vec<SitemapUrl>,
}

impl Looked {
    fn at(workshop: &Workshop, shelves: &[&Shelf], asked: &Asked) -> Self {
        let looked: Vec<Self> = shelves.par_iter().map(|shelf| Self::at_one(workshop, shelf, asked)).collect();
        looked.into_iter().fold(Self::default(), |mut all, one| {
            all.routes.extend(one.routes);
            all.urls.extend(one.urls);
            if let Some((fits, found)) = one.best {
                all.meet(fits, found);
            }
            all
        })
    }

    fn at_one(workshop: &Workshop, shelf: &Shelf, asked: &Asked) -> Self {
        let mut looked = Self::default();
        for page in workshop.list(shelf) {
            looked.routes.insert(page.route.clone());
            looked.urls.extend(compose::sitemap_url(&page));
            if let Some(fits) = asked.fits(&page.route, page.source.as_ref()) {
                looked.meet(fits, Found { shelf: Some(shelf.clone()), page });
            }
        }
        looked
    }

    /// Of several pages of one file the one with the shortest address is meant.
    fn meet(&mut self, fits: u8, found: Found) {
        fn order(fits: u8, found: &Found) -> (u8, usize, &Route) {
            (fits, found.page.route.as_str().len(), &found.page.route)
        }
        if self.best.as_ref().is_none_or(|(best, known)| order(fits, &found) < order(*best, known)) {
            self.best = Some((fits, found));
        }
    }
}

/// Addresses that are nearly what was asked for, or end nearly so.
fn nearest(asked: &Asked, routes: &BTreeSet<Route>) -> Vec<Route> {
    let word = asked.words.last().map_or("", |word| word.trim_matches('/'));
    let word = word.strip_suffix("/index.html").unwrap_or(word);
    let whole = diag::nearest(word, routes.iter().map(|route| route.as_str().trim_matches('/')));
    let end = diag::nearest(last(word), routes.iter().map(|route| last(route.as_str())));
    let of = |is_near: &dyn Fn(&str) -> bool| {
        let mut near: Vec<&Route> = routes.iter().filter(|route| is_near(route.as_str())).collect();
        near.sort_by_key(|route| route.as_str().len());
        near.into_iter().cloned().collect::<Vec<_>>()
    };
    let mut near = of(&|route| Some(route.trim_matches('/')) == whole);
    near.extend(
        of(&|route| Some(last(route)) == end).into_iter().filter(|route| !near.contains(route)).collect::<Vec<_>>(),
    );
    near.truncate(NEAREST);
    near
}

/// The last part of an address.
fn last(route: &str) -> &str {
    route.trim_matches('/').rsplit('/').next().unwrap_or_default()
}
