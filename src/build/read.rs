//! Sources → what their authors wrote: every file parsed, translations beside their originals, the withheld left out.

use super::Options;
use super::drafts::{self, DraftTexts};
use super::folders;
use super::glossaries::{self, Glossaries};
use super::reports::Reports;
use crate::compose::original;
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::date::{Date, Instant};
use crate::model::delegation::{InstrumentName, Registry};
use crate::model::ids::{InstrumentId, Lang};
use crate::model::lineage::ClauseBook;
use crate::model::manuscript::{Kind, Manuscript};
use crate::model::site::{BaseUrl, Site as SiteWords};
use crate::model::source::{Content, SourcePath, SourceSet, Span};
use crate::parse::layout::{Role, place};
use crate::parse::{self, File};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// All that authors wrote and readers may see, but for reports.
pub struct Site {
    pub site: Arc<SiteWords>,
    pub registry: Arc<Registry>,
    /// By the original's path, then by language.
    pub texts: BTreeMap<SourcePath, BTreeMap<Lang, Manuscript>>,
    /// Drafts of instruments, by the original's path and language.
    pub drafts: DraftTexts,
    pub instruments: Vec<InstrumentId>,
    /// The dates of each instrument's drafts, those included that readers do not see yet.
    pub draft_dates: BTreeMap<InstrumentId, BTreeSet<Date>>,
    pub book: ClauseBook,
    pub glossaries: Glossaries,
    /// Folders that readers do not see, with all that is in them; and those that are shown for the author alone.
    pub closed: BTreeSet<String>,
    pub open: BTreeSet<String>,
    /// Files that only these withheld texts link to, and files that others do.
    pub secret: BTreeSet<String>,
    pub uses: BTreeSet<String>,
    /// When texts are released or expire.
    pub moments: BTreeSet<Instant>,
}

pub fn read(sources: &SourceSet, options: &Options) -> Outcome<Site> {
    let mut findings = unreadable(sources);
    let site_path: SourcePath = "content/site.yaml".into();
    let text = sources.text(&site_path).map_or("", |text| text);
    let Outcome { value: mut site, findings: wrong } = parse::site(&site_path, text);
    findings.extend(wrong);
    if let Some(base) = &options.base_url {
        site.base_url = Some(base.clone());
    }
    let mut registry = parse::built_in();
    let delegations: SourcePath = "content/delegations.yaml".into();
    if let Some(text) = sources.text(&delegations) {
        findings.extend(parse::delegations(&mut registry, &delegations, text));
    }
    let Outcome { value: all, findings: wrong } = texts(sources, &site);
    findings.extend(wrong);
    let moments = all.values().flat_map(BTreeMap::values).flat_map(|text| text.withheld.moments()).collect();
    let Released { mut shown, hidden, closed, open } = released(all, options);
    let texts = &mut shown;
    findings.extend(folders::other_endings(sources));
    findings.extend(folders::of_one_day(texts, site.default_lang()));
    let Outcome { value: mut drafts, findings: wrong } = drafts::drafts(sources, texts);
    findings.extend(wrong);
    let Outcome { value: glossaries, findings: wrong } = glossaries::glossaries(sources, &site);
    findings.extend(wrong);
    let instruments = instruments(texts);
    name_instruments(&mut registry, texts);
    let Outcome { value: book, findings: wrong } = drafts::join(&instruments, texts, &mut drafts);
    findings.extend(wrong);
    let draft_dates = drafts::dates(texts, &hidden);
    let logo = site.theme_options.logo.iter().map(|logo| format!("content/{}", logo.value));
    let uses = shown.values().flat_map(BTreeMap::values).flat_map(uses_of).chain(logo).collect();
    let secret = hidden.iter().flat_map(uses_of).collect();
    let registry = Arc::new(registry);
    let site = Arc::new(site);
    let texts = shown;
    let site = Site {
        site,
        registry,
        texts,
        drafts,
        instruments,
        draft_dates,
        book,
        glossaries,
        closed,
        open,
        secret,
        uses,
        moments,
    };
    Outcome::new(site, findings)
}

/// Where a site says that it will stand, by its site.yaml alone.
pub fn base_url(site_yaml: &str) -> Option<BaseUrl> {
    parse::site(&"content/site.yaml".into(), site_yaml).value.base_url
}

fn unreadable(sources: &SourceSet) -> Vec<Diagnostic> {
    let wrong = sources.files.iter().filter_map(|(path, content)| match content {
        Content::Unreadable { why, instead, offset } => Some(diag::unreadable_text(path, *offset, (why, instead))),
        _ => None,
    });
    wrong.collect()
}

pub type Texts = BTreeMap<SourcePath, BTreeMap<Lang, Manuscript>>;

/// Parses every file of Markdown that is no report, in parallel.
fn texts(sources: &SourceSet, site: &SiteWords) -> Outcome<Texts> {
    let files: Vec<(&SourcePath, &Arc<str>)> = sources
        .files
        .iter()
        .filter_map(|(path, content)| match content {
            Content::Text(text) if path.starts_with("content/") => Some((path, text)),
            _ => None,
        })
        .collect();
    let parsed: Vec<Outcome<Option<Manuscript>>> =
        files.par_iter().map(|(path, text)| one(path, text, site, sources)).collect();
    let mut texts = Texts::new();
    let mut findings = Vec::new();
    for outcome in parsed {
        findings.extend(outcome.findings);
        if let Some(text) = outcome.value {
            texts.entry(original(&text.path)).or_default().insert(text.lang.clone(), text);
        }
    }
    // A translation whose original could not be read has nothing to stand beside; the original's finding says why.
    texts.retain(|_, languages| languages.contains_key(site.default_lang()));
    Outcome::new(texts, findings)
}

fn one(path: &SourcePath, text: &str, site: &SiteWords, sources: &SourceSet) -> Outcome<Option<Manuscript>> {
    let placed = place(path);
    match placed.role {
        Role::Site | Role::Delegations | Role::Glossary { .. } => return Outcome::default(),
        Role::Report { .. } | Role::LeftBehind | Role::Asset => return Outcome::default(),
        Role::Misplaced { why, instead } => {
            return Outcome::new(None, vec![diag::misplaced_file(path, why, &instead)]);
        }
        _ => {}
    }
    let lang = match language(path, placed.suffix, site, sources) {
        Ok(lang) => lang,
        Err(finding) => return Outcome::new(None, vec![*finding]),
    };
    let file =
        File { path, role: placed.role, lang, translation: placed.suffix.is_some(), typography: site.typography };
    parse::manuscript(&file, text)
}

/// The language of a file whose name ends in `suffix`: one of the site's, and a translation of a file that is there.
pub fn language<'a>(
    path: &SourcePath,
    suffix: Option<&str>,
    site: &'a SiteWords,
    sources: &SourceSet,
) -> Result<&'a Lang, Box<Diagnostic>> {
    let Some(suffix) = suffix else { return Ok(site.default_lang()) };
    let ending = path.rsplit('.').next().unwrap_or_default();
    let beside: SourcePath = path.replace(&format!(".{suffix}.{ending}"), &format!(".{ending}")).into();
    let Some(lang) = site.languages.iter().find(|lang| lang.as_str() == suffix) else {
        let known: Vec<&str> = site.languages.iter().map(Lang::as_str).collect();
        return Err(Box::new(diag::unknown_language((path, Span::default()), suffix, &known)));
    };
    if lang == site.default_lang() {
        let why = format!("files in the site's first language, `{lang}`, have no `.{lang}` in their name");
        return Err(Box::new(diag::misplaced_file(path, &why, &format!("rename it to {beside}"))));
    }
    if !sources.files.contains_key(&beside) {
        return Err(Box::new(diag::translation_orphan(path, &beside)));
    }
    Ok(lang)
}

struct Released {
    shown: Texts,
    hidden: Vec<Manuscript>,
    /// Folders that are withheld with all that is in them, and drafts that are shown with all that is in them.
    closed: BTreeSet<String>,
    open: BTreeSet<String>,
}

/// Parts the texts into those that readers may see and those that they must not.
///
/// A withheld original takes its translations with it, a withheld instrument its drafts: nothing of them can reach a page
/// from here on. Where drafts are shown, all of these are drafts.
fn released(all: Texts, options: &Options) -> Released {
    let holds = |text: &Manuscript| text.withheld.holds(options.now, options.drafts);
    let is_draft = |text: &Manuscript| text.withheld.draft && !holds(text);
    let folders = |is_such: &dyn Fn(&Manuscript) -> bool| -> BTreeSet<String> {
        let such = all.iter().filter(|(path, languages)| path.ends_with("/_index.md") && first(languages, is_such));
        such.filter_map(|(path, _)| path.rsplit_once('/').map(|(folder, _)| format!("{folder}/"))).collect()
    };
    let (closed, open) = (folders(&holds), folders(&is_draft));
    let lies_in = |folders: &BTreeSet<String>, path: &str| folders.iter().any(|folder| path.starts_with(&**folder));
    let mut shown = Texts::new();
    let mut hidden = Vec::new();
    for (path, languages) in all {
        let whole = first(&languages, &holds) || lies_in(&closed, &path);
        let draft = first(&languages, &is_draft) || lies_in(&open, &path);
        for (lang, mut text) in languages {
            if whole || holds(&text) {
                hidden.push(text);
            } else {
                text.withheld.draft |= draft;
                shown.entry(path.clone()).or_default().insert(lang, text);
            }
        }
    }
    Released { shown, hidden, closed, open }
}

/// Whether something is so of the original among a text's languages.
fn first(languages: &BTreeMap<Lang, Manuscript>, is_such: &dyn Fn(&Manuscript) -> bool) -> bool {
    languages.values().find(|text| original(&text.path) == text.path).is_some_and(is_such)
}

fn instruments(texts: &Texts) -> Vec<InstrumentId> {
    let ids = texts.values().flat_map(BTreeMap::values).filter_map(|text| match &text.kind {
        Kind::Instrument(matter) => Some(matter.id.clone()),
        _ => None,
    });
    ids.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Puts the site's own instruments into the registry, by all their names in all languages.
fn name_instruments(registry: &mut Registry, texts: &Texts) {
    for text in texts.values().flat_map(BTreeMap::values) {
        let Kind::Instrument(matter) = &text.kind else { continue };
        let mut names = vec![matter.title.clone()];
        names.extend(matter.short.iter().chain(&matter.aliases).cloned());
        registry.instruments.push(InstrumentName { id: matter.id.clone(), names });
    }
}

/// Files to copy: all that are no text, but those that only a withheld text uses.
pub fn assets(sources: &SourceSet, site: &Site, reports: &Reports) -> Vec<SourcePath> {
    let is_used = |path: &str| site.uses.contains(path) || reports.uses.contains(path);
    let is_secret = |path: &str| (site.secret.contains(path) || reports.secret.contains(path)) && !is_used(path);
    let files = sources.files.iter().filter(|(path, content)| {
        let is_asset = matches!(content, Content::Asset { .. }) && path.starts_with("content/");
        is_asset && place(path).role == Role::Asset && !is_secret(path)
    });
    files.map(|(path, _)| path.clone()).collect()
}

/// Paths of the files that a text links to, as far as they are relative.
fn uses_of(text: &Manuscript) -> Vec<String> {
    let photo = match &text.kind {
        Kind::Conference(matter) => matter.photo.as_ref(),
        _ => None,
    };
    let written = text.links.iter().map(|link| link.dest.as_str()).chain(photo.map(|photo| photo.src.value.as_str()));
    written.filter_map(|dest| crate::compose::joined(&text.path, dest.split('#').next()?)).collect()
}
