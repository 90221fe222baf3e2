//! What a site does not say in each of its languages: texts, the theme's words, names of its own.

use super::bare::Bare;
use super::prepared::{Prepared, prepared};
use super::{Options, read};
use crate::compose::Edition;
use crate::diag::Outcome;
use crate::model::ids::{DelegationId, Lang};
use crate::model::manuscript::Kind;
use crate::model::source::{SourcePath, SourceSet};
use crate::render::Words;
use serde::Serialize;
use std::collections::BTreeSet;

/// What one language lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Untranslated {
    pub lang: String,
    /// The files of texts that readers of this language get in the site's first.
    pub texts: Vec<String>,
    /// Keys of the theme's words that it says in English.
    pub words: Vec<String>,
    pub names: Vec<Unnamed>,
}

/// A name that authors gave in another language alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Unnamed {
    /// The file that it can be given in.
    pub file: String,
    /// Its key or id.
    pub what: String,
    /// As it is given.
    pub name: String,
}

/// What each of the site's languages lacks, and what is wrong with the site.
pub fn untranslated(sources: &SourceSet, options: &Options) -> Outcome<Vec<Untranslated>> {
    prepared(sources, options, &Bare::dropping(), |prepared| {
        let languages = prepared.editions.iter().map(|edition| lacking(&prepared, edition)).collect();
        Outcome::new(languages, prepared.findings().collect())
    })
}

fn lacking(prepared: &Prepared, edition: &Edition) -> Untranslated {
    let lang = &edition.corpus.lang;
    let is_first = lang == prepared.site.site.default_lang();
    let lacks = |languages: &BTreeSet<Lang>| !languages.contains(lang);
    let texts = edition.corpus.languages.iter().filter(|(_, languages)| !is_first && lacks(languages));
    Untranslated {
        lang: lang.to_string(),
        texts: texts.map(|(path, _)| path.to_string()).collect(),
        words: Words::missing(&prepared.theme.theme, lang),
        names: if is_first { Vec::new() } else { names(prepared, edition) },
    }
}

fn names(prepared: &Prepared, edition: &Edition) -> Vec<Unnamed> {
    let mut names = of_the_site(prepared, &edition.corpus.lang);
    names.extend(delegations(edition));
    names.extend(issues(prepared.site, &edition.corpus.lang));
    names.extend(terms(prepared.site, &edition.corpus.lang));
    names
}

fn unnamed(file: impl Into<String>, what: impl Into<String>, name: impl Into<String>) -> Unnamed {
    Unnamed { file: file.into(), what: what.into(), name: name.into() }
}

/// The site's title, its tagline and its own stances.
fn of_the_site(prepared: &Prepared, lang: &Lang) -> Vec<Unnamed> {
    let site = &prepared.site.site;
    let words = site.translations.get(lang);
    let mut names = Vec::new();
    if words.is_none_or(|words| words.title.is_none()) {
        names.push(unnamed("content/site.yaml", "title", &site.title));
    }
    if let Some(tagline) = site.tagline.as_ref().filter(|_| words.is_none_or(|words| words.tagline.is_none())) {
        names.push(unnamed("content/site.yaml", "tagline", tagline));
    }
    if let Some(footer) =
        site.theme_options.footer.as_ref().filter(|_| words.is_none_or(|words| words.footer.is_none()))
    {
        names.push(unnamed("content/site.yaml", "footer", footer));
    }
    let stances = site.stances.iter().filter(|stance| !stance.labels.contains_key(lang));
    let own = stances.filter_map(|stance| Some((&stance.id, stance.label.as_ref()?)));
    names.extend(own.map(|(id, label)| unnamed("content/site.yaml", format!("stances: {id}"), label)));
    names
}

/// Delegations that the site adds or that have a page. Those inside the program have names in six languages.
fn delegations(edition: &Edition) -> Vec<Unnamed> {
    let (registry, lang) = (&edition.corpus.registry, &edition.corpus.lang);
    let is_shown =
        |id: &DelegationId| edition.delegation_pages.contains(id) || registry.codes.binary_search(id).is_err();
    let is_named = |of: &Lang| of.primary() == lang.primary();
    let nameless = registry.delegations.values().filter(|one| is_shown(&one.id) && !one.names.keys().any(is_named));
    let name = |id: &DelegationId| unnamed("content/delegations.yaml", id.as_str(), registry.name(id, lang));
    nameless.map(|one| name(&one.id)).collect()
}

/// Issues of conferences that are translated, but for these.
fn issues(site: &read::Site, lang: &Lang) -> Vec<Unnamed> {
    let mut names = Vec::new();
    for languages in site.texts.values() {
        let kinds = [languages.get(site.site.default_lang()), languages.get(lang)];
        let [Some(first), Some(own)] = kinds else { continue };
        if let (Kind::Conference(first), Kind::Conference(matter)) = (&first.kind, &own.kind) {
            let lacks = first.issues.iter().filter(|issue| !matter.issues.iter().any(|own| own.id == issue.id));
            names.extend(lacks.map(|issue| unnamed(&*own.path, format!("issues: {}", issue.id), &issue.title)));
        }
    }
    names
}

/// Terms of glossaries whose conference readers may see.
fn terms(site: &read::Site, lang: &Lang) -> Vec<Unnamed> {
    let seen = |path: &SourcePath| {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        site.texts.contains_key(format!("{folder}/_index.md").as_str())
    };
    let terms = site.glossaries.values().flat_map(|glossary| &glossary.terms).filter(|term| seen(&term.path));
    let lacks = terms.filter(|term| !term.words.contains_key(lang));
    lacks.map(|term| unnamed(&*term.path, "terms", &term.name)).collect()
}
