//! The theme that a site names, laid over what it extends, down to the ones inside the program.

mod outfit;
mod trial;

pub use outfit::{Dressed, dressed};
pub use trial::{Trial, trial};

use crate::diag::{self, Diagnostic, Outcome};
use crate::model::site::Site;
use crate::model::source::{Content, SourcePath, SourceSet, Span};
use crate::model::theme::{Theme, ThemeFile, ThemeOptions};
use crate::model::view::{CHUNK_TEMPLATES, TEMPLATES};
use crate::parse::{self, ThemeMatter};
use include_dir::{Dir, include_dir};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The themes inside the program, a folder each.
static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes");
/// What stands in for a theme that is not there.
const DEFAULT: &str = "plenary";
/// What a theme's `requires` is held against.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// One theme by itself, without what it extends.
struct Layer {
    name: String,
    /// Its theme.yaml, from the site's root.
    path: SourcePath,
    matter: ThemeMatter,
}

/// The site's theme with all that it extends beneath it.
pub fn of_site(sources: &SourceSet, site: &Site) -> Outcome<Theme> {
    let site_yaml: SourcePath = "content/site.yaml".into();
    let named_at = sources.text(&site_yaml).and_then(|text| text.find("theme:")).map_or(0, |at| at + 7);
    let at = (site_yaml, Span::new(named_at, named_at + site.theme.len()));
    assemble(sources, &site.theme, at)
}

/// A theme that is named at a place, with all that it extends beneath it.
fn assemble(sources: &SourceSet, name: &str, at: (SourcePath, Span)) -> Outcome<Theme> {
    let Outcome { value: chain, mut findings } = chain(sources, name, at);
    let mut theme = Theme { name: name.to_owned(), ..Theme::default() };
    let mut beneath = BTreeMap::new();
    for layer in chain.iter().rev() {
        let strangers = lay(&mut theme, sources, layer);
        beneath.extend(strangers.own.iter().map(|(name, file)| (format!("{}/{name}", layer.name), file.clone())));
        findings.extend(outfit::judged(&layer.path, &layer.matter.options, &theme));
        findings.extend(strangers.findings(&theme));
    }
    name_beneath(&mut theme, &beneath);
    Outcome::new(theme, findings)
}

/// Themes that a site can name: those inside the program, and those on its disk.
pub fn known(sources: &SourceSet) -> BTreeSet<String> {
    let folders = sources.files.keys().filter_map(|path| path.strip_prefix("themes/")?.split_once('/'));
    let on_disk = folders.map(|(name, _)| name.to_owned());
    on_disk.chain(BUILT_IN.dirs().map(|dir| dir.path().to_string_lossy().into_owned())).collect()
}

/// A theme, what it extends, what that extends, and so on.
fn chain(sources: &SourceSet, name: &str, at: (SourcePath, Span)) -> Outcome<Vec<Layer>> {
    let known = known(sources);
    let mut findings = Vec::new();
    let mut chain: Vec<Layer> = Vec::new();
    let mut next = Some((name.to_owned(), at));
    while let Some((name, at)) = next.take() {
        if chain.iter().any(|layer| layer.name == name) {
            findings.push(diag::theme_circle((&at.0, at.1), &name));
            break;
        }
        if !known.contains(&name) {
            let names: Vec<&str> = known.iter().map(String::as_str).collect();
            findings.push(diag::unknown_theme((&at.0, at.1), &name, &names));
            chain.push(layer(sources, DEFAULT, &mut findings));
            break;
        }
        let layer = layer(sources, &name, &mut findings);
        next = layer.matter.extends.clone().map(|extends| (extends.value, (layer.path.clone(), extends.span)));
        chain.push(layer);
    }
    Outcome::new(chain, findings)
}

/// Reads a theme's own theme.yaml.
fn layer(sources: &SourceSet, name: &str, findings: &mut Vec<Diagnostic>) -> Layer {
    let path: SourcePath = format!("themes/{name}/theme.yaml").into();
    let inside = BUILT_IN.get_file(format!("{name}/theme.yaml")).and_then(|file| file.contents_utf8());
    let text = if is_on_disk(sources, name) { sources.text(&path).map(|text| &**text) } else { inside };
    let read = parse::theme(&path, text.unwrap_or_default());
    findings.extend(read.findings);
    let matter = read.value;
    if let Some(versions) = matter.requires.as_ref().filter(|versions| !versions.value.have(VERSION)) {
        findings.push(diag::theme_version((&path, versions.span), name, VERSION));
    }
    Layer { name: name.to_owned(), path, matter }
}

fn is_on_disk(sources: &SourceSet, name: &str) -> bool {
    files(sources, name).next().is_some()
}

/// A theme's files on the disk, by their path inside the theme.
fn files<'a>(sources: &'a SourceSet, name: &str) -> impl Iterator<Item = (&'a str, &'a SourcePath, &'a Content)> {
    let folder: SourcePath = format!("themes/{name}/").into();
    let from = sources.files.range(folder.clone()..);
    from.map_while(move |(path, content)| Some((path.strip_prefix(&*folder)?, path, content)))
}

/// Lays one theme's files over what is there already.
fn lay(theme: &mut Theme, sources: &SourceSet, layer: &Layer) -> Strangers {
    let beneath: BTreeSet<String> = theme.templates.keys().cloned().collect();
    let mut own = Theme::default();
    if is_on_disk(sources, &layer.name) {
        on_disk(&mut own, sources, &layer.name);
    } else if let Some(dir) = BUILT_IN.get_dir(&layer.name) {
        built_in(&mut own, dir, &layer.name);
    }
    let strangers = Strangers { own: own.templates.clone(), beneath };
    theme.templates.extend(own.templates);
    theme.assets.extend(own.assets);
    for (lang, files) in own.words {
        theme.words.entry(lang).or_default().extend(files);
    }
    let matter = &layer.matter;
    for (paper, own) in [(&mut theme.paper.light, &matter.paper.light), (&mut theme.paper.dark, &matter.paper.dark)] {
        if !own.is_empty() {
            paper.clone_from(own);
        }
    }
    for (template, blocks) in &matter.blocks {
        theme.blocks.insert(template.value.clone(), blocks.iter().map(|block| block.value.clone()).collect());
    }
    over(&mut theme.options, &matter.options);
    strangers
}

/// Options laid over those of what a theme extends. Whoever chooses one accent chooses both.
fn over(options: &mut ThemeOptions, own: &ThemeOptions) {
    if own.accent.is_some() || own.accent_dark.is_some() {
        (options.accent, options.accent_dark) = (own.accent.clone(), own.accent_dark.clone());
    }
    options.logo = own.logo.clone().or(options.logo.take());
    options.footer = own.footer.clone().or(options.footer.take());
    options.blocks.retain(|(template, _)| !own.blocks.iter().any(|(other, _)| other.value == template.value));
    options.blocks.extend(own.blocks.iter().cloned());
}

/// A theme's own templates, and the names of those that it was laid over.
struct Strangers {
    own: BTreeMap<String, ThemeFile>,
    beneath: BTreeSet<String>,
}

impl Strangers {
    /// Templates that stand in the place of none and that none names: their names may be mistyped.
    fn findings(&self, theme: &Theme) -> Vec<Diagnostic> {
        let is_asked_for = |name: &str| {
            let known = TEMPLATES.iter().chain(CHUNK_TEMPLATES).any(|known| *known == name);
            known || self.beneath.contains(name) || theme.templates.values().any(|file| names(&file.text, name))
        };
        let strange = self.own.iter().filter(|(name, file)| !is_asked_for(name) && !file.text.contains("component"));
        let near = |name: &str| diag::nearest(name, self.beneath.iter().map(String::as_str));
        strange.map(|(name, file)| diag::unused_template(&file.path, name, near(name))).collect()
    }
}

/// Gives a template that lies beneath another its theme's name, where one names it so: `{% extends "plenary/base.html" %}`.
fn name_beneath(theme: &mut Theme, beneath: &BTreeMap<String, ThemeFile>) {
    let mut texts: Vec<Arc<str>> = theme.templates.values().map(|file| file.text.clone()).collect();
    while let Some(text) = texts.pop() {
        for (name, file) in beneath {
            if !theme.templates.contains_key(name) && names(&text, name) {
                theme.templates.insert(name.clone(), file.clone());
                texts.push(file.text.clone());
            }
        }
    }
}

/// Whether a template has a name in quotation marks.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let mark = text[..at].chars().next_back().filter(|mark| matches!(mark, '"' | '\'' | '`'));
        mark.is_some_and(|mark| text[at + name.len()..].starts_with(mark))
    })
}

fn on_disk(theme: &mut Theme, sources: &SourceSet, name: &str) {
    for (inside, path, content) in files(sources, name) {
        match content {
            Content::Text(text) => file(theme, inside, path.clone(), text.clone()),
            Content::Bytes(bytes) => asset(theme, inside, bytes.clone()),
            Content::Known(_) | Content::Asset { .. } | Content::Unreadable { .. } => {}
        }
    }
}

fn built_in(theme: &mut Theme, dir: &'static Dir, name: &str) {
    for entry in dir.files() {
        let path = entry.path().to_string_lossy().replace('\\', "/");
        let inside = path.strip_prefix(name).map_or(&*path, |path| path.trim_start_matches('/'));
        match entry.contents_utf8().filter(|_| !inside.starts_with("assets/")) {
            Some(text) => file(theme, inside, format!("{name}:{inside}").into(), text.into()),
            None => asset(theme, inside, entry.contents().into()),
        }
    }
    dir.dirs().for_each(|dir| built_in(theme, dir, name));
}

fn file(theme: &mut Theme, inside: &str, path: SourcePath, text: Arc<str>) {
    let file = ThemeFile { path, text };
    if let Some(name) = inside.strip_prefix("templates/") {
        theme.templates.insert(name.to_owned(), file);
    } else if let Some(lang) = inside.strip_prefix("i18n/").and_then(|name| name.strip_suffix(".ftl")) {
        theme.words.entry(lang.to_owned()).or_default().push(file);
    }
}

fn asset(theme: &mut Theme, inside: &str, bytes: Arc<[u8]>) {
    if let Some(name) = inside.strip_prefix("assets/") {
        theme.assets.insert(name.to_owned(), bytes);
    }
}

/// A theme that a site can name, in short.
#[derive(Clone, Debug)]
pub struct Listed {
    pub name: String,
    pub description: Option<String>,
    pub extends: Option<String>,
    /// Whether the program has it; a folder of the same name under `themes/` stands in its place.
    pub built_in: bool,
}

/// All themes that a site can name.
pub fn listed(sources: &SourceSet) -> Vec<Listed> {
    let one = |name: String| {
        let matter = layer(sources, &name, &mut Vec::new()).matter;
        let description = matter.description.or(matter.title);
        let extends = matter.extends.map(|extends| extends.value);
        Listed { built_in: !is_on_disk(sources, &name), name, description, extends }
    };
    known(sources).into_iter().map(one).collect()
}
