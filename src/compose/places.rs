//! Where a link leads: from the words in an author's text to a file of the site, and so to its address.

use super::routes::{self, Routes};
use crate::diag::nearest;
use crate::model::corpus::Corpus;
use crate::model::delegation::Registry;
use crate::model::ids::{ClauseId, DelegationId, Route};
use crate::model::page::Leads;
use crate::model::source::SourcePath;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every file that has an address in this edition.
pub struct Places {
    by_path: BTreeMap<SourcePath, Route>,
    base_path: String,
    registry: Arc<Registry>,
}

impl Places {
    pub fn new(corpus: &Corpus, routes: &Routes) -> Self {
        let mut by_path = BTreeMap::new();
        for page in &corpus.pages {
            by_path.insert(page.original.clone(), routes.plain(&page.stem));
        }
        for conference in &corpus.conferences {
            by_path.insert(conference.original.clone(), routes.conference(&conference.id));
        }
        for report in &corpus.reports {
            let head = &report.head;
            by_path.insert(original(&head.path), routes.report(&head.conference, &head.stem));
        }
        for instrument in &corpus.instruments {
            by_path.insert(instrument.original.clone(), routes.instrument(&instrument.id));
            for draft in &instrument.drafts {
                by_path.insert(original(&draft.path), routes.draft(&draft.instrument, draft.date));
            }
        }
        for id in corpus.delegation_words.keys() {
            if let Some(delegation) = corpus.registry.delegations.get(id) {
                by_path.insert(original(&corpus.delegation_words[id].words.path), routes.delegation(delegation));
            }
        }
        for (id, words) in &corpus.clause_words {
            by_path.insert(original(&words.words.path), routes.clause(id));
        }
        for (path, languages) in &corpus.languages {
            let Some(route) = by_path.get(path).cloned() else { continue };
            for lang in languages.iter().filter(|lang| **lang != *corpus.site.default_lang()) {
                let elsewhere = strip(&route, &corpus.lang, corpus);
                let there = Route::new(&format!("/{lang}{elsewhere}"));
                by_path.insert(translation(path, lang.as_str()), there);
            }
        }
        for path in &corpus.assets {
            by_path.insert(path.clone(), routes::asset(path));
        }
        let base_path = corpus.site.base_url.as_ref().map_or_else(String::new, |base| base.path.clone());
        Self { by_path, base_path, registry: corpus.registry.clone() }
    }

    /// Where `dest`, written in the file `from`, leads.
    pub fn leads(&self, from: &str, dest: &str) -> Leads {
        if let Some(anchor) = dest.strip_prefix('#') {
            return Leads::Here { anchor: decoded(anchor) };
        }
        if dest.starts_with("//") {
            return Leads::Outside;
        }
        if let Some((scheme, _)) = dest.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) {
            let safe = matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto");
            return if safe { Leads::Outside } else { Leads::Unsafe };
        }
        let (path, anchor) = dest.split_once('#').map_or((dest, None), |(path, anchor)| (path, Some(decoded(anchor))));
        let path = decoded(path.split('?').next().unwrap_or_default());
        if path.starts_with('/') {
            return Leads::Page { route: Route::new(&path), anchor };
        }
        let Some(file) = joined(from, &path) else { return Leads::Nowhere { near: None } };
        let found = self.by_path.get(file.as_str()).or_else(|| self.by_path.get(format!("{file}/_index.md").as_str()));
        match found {
            Some(route) => Leads::Page { route: route.clone(), anchor },
            None => Leads::Nowhere { near: self.other_way(&path, &file).or_else(|| self.near(from, &file)) },
        }
    }

    /// A destination as a browser needs it; none for one that leads nowhere or is not safe.
    pub fn href(&self, leads: &Leads, dest: &str) -> Option<String> {
        match leads {
            Leads::Outside | Leads::Here { .. } => Some(dest.to_owned()),
            Leads::Page { route, anchor } => {
                let anchor = anchor.as_ref().map_or_else(String::new, |anchor| format!("#{anchor}"));
                Some(format!("{}{route}{anchor}", self.base_path))
            }
            Leads::Nowhere { .. } | Leads::Unsafe => None,
        }
    }

    /// How to write a link to what no file stands for: another site, a country, a clause, a page of a conference that
    /// is made by itself. Whether that page is there, the audit sees.
    fn other_way(&self, path: &str, file: &str) -> Option<String> {
        if path.starts_with("www.") {
            return Some(format!("https://{path}"));
        }
        let inside = file.strip_prefix("content/")?;
        let parts: Vec<&str> = inside.trim_end_matches('/').split('/').collect();
        let stem = |name: &str| name.strip_suffix(".md").unwrap_or(name).to_owned();
        match parts.as_slice() {
            ["countries" | "groups", name] => {
                let id = DelegationId::read(&stem(name)).filter(|id| self.registry.delegations.contains_key(id))?;
                Some(format!("country:{id}"))
            }
            ["clauses", instrument, name] => {
                ClauseId::read(&format!("{instrument}/{}", stem(name))).map(|id| format!("clause:{id}"))
            }
            [conference, rest @ ..] if !rest.is_empty() && !inside.contains('.') => {
                let route = self.by_path.get(format!("content/{conference}/_index.md").as_str())?;
                Some(format!("{route}{}/", rest.join("/")))
            }
            _ => None,
        }
    }

    /// The nearest file to one that is not there, as the author would have to write it.
    fn near(&self, from: &str, file: &str) -> Option<String> {
        let near = nearest(file, self.by_path.keys().map(|path| &**path))?;
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let same = near.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
        Some(same.map_or_else(|| near.to_owned(), str::to_owned))
    }
}

fn strip(route: &Route, lang: &crate::model::ids::Lang, corpus: &Corpus) -> String {
    let prefix = if lang == corpus.site.default_lang() { String::new() } else { format!("/{lang}") };
    route.as_str().strip_prefix(prefix.as_str()).unwrap_or(route.as_str()).to_owned()
}

/// `content/about.fr.md` translates `content/about.md`.
pub fn original(path: &SourcePath) -> SourcePath {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = name.split('.').next().unwrap_or_default();
    format!("{folder}/{stem}.md").into()
}

fn translation(path: &SourcePath, lang: &str) -> SourcePath {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    format!("{stem}.{lang}.md").into()
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// A relative path from the folder of `from`, within the site's content; none when it leaves it.
pub fn joined(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().filter(|_| !parts.is_empty())?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// `%20` and the like as the characters they stand for, as far as these are UTF-8.
pub fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match pair.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}
