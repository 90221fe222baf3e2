//! Dead links and anchors, in authors' texts and in what templates make of them.

use super::aims::{Aim, aim};
use crate::diag::{self, Diagnostic};
use crate::model::ids::Route;
use crate::model::page::{Ingredients, Leads, Page, Parts};
use crate::model::reference::{Reference, ReferenceKind};
use crate::model::site::Site;
use crate::model::source::{SourcePath, Span};
use crate::model::theme::Theme;
use std::collections::{BTreeMap, BTreeSet};

/// A finished page: what it refers to, and the template that made it.
pub struct Rendered<'a> {
    pub page: &'a Page,
    pub template: Option<&'static str>,
    pub references: Vec<Reference<'static>>,
}

/// Checks every link of every page; `files` are addresses that are no pages: assets, redirects.
pub fn links(rendered: &[Rendered], files: &BTreeSet<Route>, site: &Site, theme: &Theme) -> Vec<Diagnostic> {
    let mut ids: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut twice = BTreeSet::new();
    for one in rendered {
        let of_page = one.references.iter().filter(|reference| reference.kind == ReferenceKind::Id);
        let of_page = of_page.map(|reference| &*reference.value).collect();
        if ids.insert(one.page.route.as_str(), of_page).is_some() {
            twice.insert(one.page.route.as_str().to_owned());
        }
    }
    let auditor = Auditor { ids, twice, files, site, theme };
    let mut findings = BTreeSet::new();
    // A text without a translation stands in every language's edition; what is wrong with it is told once.
    let mut told = BTreeSet::new();
    for one in rendered {
        let written = auditor.written(one.page).into_iter();
        findings.extend(written.filter(|found| told.insert((found.path.clone(), found.span, found.code))));
        if !auditor.twice.contains(one.page.route.as_str()) {
            findings.extend(auditor.made(one));
        }
    }
    findings.into_iter().collect()
}

struct Auditor<'a> {
    /// The ids of each page.
    ids: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// Addresses that two pages claim. That is told by itself; what follows from it would be told for nothing.
    twice: BTreeSet<String>,
    files: &'a BTreeSet<Route>,
    site: &'a Site,
    theme: &'a Theme,
}

impl Auditor<'_> {
    fn stands(&self, route: &str) -> bool {
        self.ids.contains_key(route) || self.files.contains(&Route::new(route))
    }

    /// Links in the author's own text.
    fn written(&self, page: &Page) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for link in &page.links {
            let at = (&link.path, link.span);
            match &link.leads {
                Leads::Outside => {}
                Leads::Unsafe => findings.push(diag::unsafe_link(at, &link.dest)),
                Leads::Nowhere { near } => {
                    let near = near.as_deref().filter(|near| !near.starts_with('/') || self.stands(near));
                    findings.push(diag::dead_link(at, &link.dest, near));
                }
                Leads::Here { anchor } => findings.extend(self.anchor(at, page.route.as_str(), anchor)),
                Leads::Page { route, .. } if !self.stands(route.as_str()) => {
                    findings.push(diag::dead_link(at, &link.dest, self.near(route.as_str()).as_deref()));
                }
                Leads::Page { route, anchor } => {
                    findings.extend(anchor.as_ref().and_then(|anchor| self.anchor(at, route.as_str(), anchor)));
                }
            }
        }
        findings
    }

    /// The address that differs from `route` by a slip in one of its parts. Two short names of one folder are not near
    /// each other because the folder's name is long.
    fn near(&self, route: &str) -> Option<String> {
        let parts: Vec<&str> = route.split('/').collect();
        let routes = self.ids.keys().copied().chain(self.files.iter().map(Route::as_str));
        let alike = routes.filter_map(|other| {
            let others: Vec<&str> = other.split('/').collect();
            let mut differing = (0..parts.len()).filter(|at| parts.get(*at) != others.get(*at));
            let at = differing.next().filter(|_| others.len() == parts.len() && differing.next().is_none())?;
            diag::nearest(parts[at], [others[at]]).map(|_| other)
        });
        diag::nearest(route, alike).map(str::to_owned)
    }

    fn anchor(&self, at: (&SourcePath, Span), route: &str, anchor: &str) -> Option<Diagnostic> {
        let ids = self.ids.get(route)?;
        // `#:~:text=` points at words, and `#` at the page's beginning.
        if anchor.is_empty() || anchor.starts_with(":~:") || ids.contains(anchor) || self.twice.contains(route) {
            return None;
        }
        Some(diag::dead_anchor(at, anchor, diag::nearest(anchor, ids.iter().copied())))
    }

    /// Links that the template made, and ids that stand twice.
    fn made(&self, one: &Rendered) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let mut seen = BTreeSet::new();
        for reference in &one.references {
            match reference.kind {
                ReferenceKind::Id if !seen.insert(&*reference.value) => {
                    findings.extend(self.twice(one, &reference.value));
                }
                ReferenceKind::Page | ReferenceKind::Picture if !self.is_written(one.page, &reference.value) => {
                    findings.extend(self.made_link(one, &reference.value));
                }
                _ => {}
            }
        }
        findings
    }

    /// Whether the author's own text has this link, so that it is looked at there.
    fn is_written(&self, page: &Page, href: &str) -> bool {
        let path = href.split('#').next().unwrap_or_default();
        page.links.iter().any(|link| match &link.leads {
            Leads::Page { route, .. } => path == self.site.href(route),
            _ => link.dest == href,
        })
    }

    fn made_link(&self, one: &Rendered, href: &str) -> Option<Diagnostic> {
        let (path, anchor) = href.split_once('#').map_or((href, None), |(path, anchor)| (path, Some(anchor)));
        let page = one.page.route.as_str();
        let route = match aim(self.site, page, path) {
            Aim::Away => return None,
            Aim::Beside { base } => {
                let (path, span) = self.place(one, href);
                return Some(diag::beside_the_site((&path, span), href, (page, &base)));
            }
            Aim::At(route) => route,
        };
        if !self.stands(&route) {
            let (path, span) = self.place(one, href);
            return Some(diag::dead_template_link((&path, span), href, page));
        }
        let anchor = anchor.filter(|anchor| !anchor.is_empty() && !anchor.starts_with(":~:"))?;
        let there = self.twice.contains(&*route) || self.ids.get(&*route).is_none_or(|ids| ids.contains(anchor));
        (!there).then(|| {
            let (path, span) = self.place(one, href);
            diag::dead_template_anchor((&path, span), href, page)
        })
    }

    /// Where to look for what a template made: the words themselves if one of its files has them, or its beginning.
    fn place(&self, one: &Rendered, words: &str) -> (SourcePath, Span) {
        let quoted = [format!("\"{words}\""), format!("'{words}'")];
        for file in self.theme.templates.values() {
            if let Some(at) = quoted.iter().find_map(|quoted| file.text.find(quoted.as_str())) {
                return (file.path.clone(), Span::new(at + 1, at + 1 + words.len()));
            }
        }
        let own = one.template.and_then(|name| self.theme.templates.get(name));
        own.map_or_else(|| ("themes".into(), Span::default()), |file| (file.path.clone(), Span::default()))
    }

    /// An id that a finished page has twice. Where the author's own text or draft has it twice, that was found there.
    fn twice(&self, one: &Rendered, id: &str) -> Option<Diagnostic> {
        let mut written = one.page.ids.iter().filter(|written| written.value == id);
        match (&one.page.source, written.next(), written.next()) {
            (_, _, Some(_)) => None,
            (Some(_), None, _) if matches!(one.page.ingredients, Ingredients::Framed(_, Parts::Draft(_))) => None,
            // The reports' own pages have told it.
            _ if matches!(one.page.ingredients, Ingredients::Framed(_, Parts::Print(_))) && id.contains(':') => None,
            (Some(source), Some(own), None) => Some(diag::duplicate_id((source, own.span), id, None)),
            _ => {
                let (path, span) = self.place(one, id);
                Some(diag::duplicate_id((&path, span), id, None))
            }
        }
    }
}
