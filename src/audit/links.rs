//! Dead links and anchors, in authors' texts and in what templates make of them.

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
    pub references: Vec<Reference>,
}

/// Checks every link of every page; `files` are addresses that are no pages: assets, redirects.
pub fn links(rendered: &[Rendered], files: &BTreeSet<Route>, site: &Site, theme: &Theme) -> Vec<Diagnostic> {
    let mut ids: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for one in rendered {
        let of_page = one.references.iter().filter(|reference| reference.kind == ReferenceKind::Id);
        ids.insert(one.page.route.as_str(), of_page.map(|reference| reference.value.as_str()).collect());
    }
    let auditor = Auditor { ids, files, site, theme };
    let mut findings = BTreeSet::new();
    for one in rendered {
        findings.extend(auditor.written(one.page));
        findings.extend(auditor.made(one));
    }
    findings.into_iter().collect()
}

struct Auditor<'a> {
    /// The ids of each page.
    ids: BTreeMap<&'a str, BTreeSet<&'a str>>,
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
                Leads::Nowhere { near } => findings.push(diag::dead_link(at, &link.dest, near.as_deref())),
                Leads::Here { anchor } => findings.extend(self.anchor(at, page.route.as_str(), anchor)),
                Leads::Page { route, .. } if !self.stands(route.as_str()) => {
                    let routes = self.ids.keys().copied().chain(self.files.iter().map(Route::as_str));
                    let near = diag::nearest(route.as_str(), routes);
                    findings.push(diag::dead_link(at, &link.dest, near));
                }
                Leads::Page { route, anchor } => {
                    findings.extend(anchor.as_ref().and_then(|anchor| self.anchor(at, route.as_str(), anchor)));
                }
            }
        }
        findings
    }

    fn anchor(&self, at: (&SourcePath, Span), route: &str, anchor: &str) -> Option<Diagnostic> {
        let ids = self.ids.get(route)?;
        // `#:~:text=` points at words, and `#` at the page's beginning.
        if anchor.is_empty() || anchor.starts_with(":~:") || ids.contains(anchor) {
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
                ReferenceKind::Id if !seen.insert(reference.value.as_str()) => {
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
        page.links.iter().any(|link| match &link.leads {
            Leads::Page { route, .. } => href.starts_with(&self.site.href(route)),
            _ => link.dest == href,
        })
    }

    fn made_link(&self, one: &Rendered, href: &str) -> Option<Diagnostic> {
        let (path, anchor) = href.split_once('#').map_or((href, None), |(path, anchor)| (path, Some(anchor)));
        let route = self.route_of(one.page.route.as_str(), path)?;
        if !self.stands(&route) {
            let (path, span) = self.place(one, href);
            return Some(diag::dead_template_link((&path, span), href, one.page.route.as_str()));
        }
        let anchor = anchor.filter(|anchor| !anchor.is_empty() && !anchor.starts_with(":~:"))?;
        let there = self.ids.get(route.as_str()).is_none_or(|ids| ids.contains(anchor));
        (!there).then(|| {
            let (path, span) = self.place(one, href);
            diag::dead_template_anchor((&path, span), href, one.page.route.as_str())
        })
    }

    /// The route that an address in a page stands for; none for addresses of other sites.
    fn route_of(&self, page: &str, path: &str) -> Option<String> {
        let path = path.split('?').next().unwrap_or_default();
        let base = self.site.base_url.as_ref();
        let inside = match base.and_then(|base| path.strip_prefix(base.origin.as_str())) {
            Some(rest) => rest,
            None if path.contains("://") || path.starts_with("//") => return None,
            None if path.starts_with("mailto:") || path.starts_with("data:") => return None,
            None => path,
        };
        if inside.is_empty() {
            return Some(page.to_owned());
        }
        let prefix = base.map_or("", |base| base.path.as_str());
        if let Some(rest) = inside.strip_prefix(prefix).filter(|rest| rest.starts_with('/')) {
            return Some(rest.to_owned());
        }
        if inside.starts_with('/') {
            return Some(inside.to_owned());
        }
        let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut parts: Vec<&str> = folder.split('/').collect();
        for part in inside.split('/') {
            match part {
                "." => {}
                ".." if parts.len() > 1 => drop(parts.pop()),
                name => parts.push(name),
            }
        }
        Some(parts.join("/"))
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
            (Some(source), Some(own), None) => Some(diag::duplicate_id((source, own.span), id, None)),
            _ => {
                let (path, span) = self.place(one, id);
                Some(diag::duplicate_id((&path, span), id, None))
            }
        }
    }
}
