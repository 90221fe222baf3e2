//! The theme that a site names, laid over what it extends, down to the one inside the program.

use crate::compose;
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::artifact::{Artifact, Body};
use crate::model::site::Site;
use crate::model::source::{Content, SourcePath, SourceSet, Span};
use crate::model::theme::{Theme, ThemeFile};
use crate::model::view::Assets;
use crate::parse;
use include_dir::{Dir, include_dir};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The theme inside the program.
static PLENARY: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/plenary");
const BUILT_IN: &str = "plenary";

/// Assets as pages name them, and as files to write.
pub struct ThemeAssets {
    pub names: Assets,
    pub artifacts: Vec<Artifact>,
}

/// The site's theme with all that it extends beneath it.
pub fn assemble(sources: &SourceSet, site: &Site) -> Outcome<Theme> {
    let known = known(sources);
    let site_yaml: SourcePath = "content/site.yaml".into();
    let named_at = sources.text(&site_yaml).and_then(|text| text.find("theme:")).map_or(0, |at| at + 7);
    let mut findings = Vec::new();
    let mut chain: Vec<String> = Vec::new();
    let mut next = Some((site.theme.clone(), (site_yaml, Span::new(named_at, named_at + site.theme.len()))));
    while let Some((name, at)) = next.take() {
        if chain.contains(&name) {
            findings.push(diag::theme_circle((&at.0, at.1), &name));
            break;
        }
        if !known.contains(&name) {
            let names: Vec<&str> = known.iter().map(String::as_str).collect();
            findings.push(diag::unknown_theme((&at.0, at.1), &name, &names));
            chain.push(BUILT_IN.to_owned());
            break;
        }
        next = extends(sources, &name, &mut findings);
        chain.push(name);
    }
    let mut theme = Theme { name: site.theme.clone(), ..Theme::default() };
    for name in chain.iter().rev() {
        lay(&mut theme, sources, name);
    }
    Outcome::new(theme, findings)
}

fn known(sources: &SourceSet) -> BTreeSet<String> {
    let folders = sources.files.keys().filter_map(|path| path.strip_prefix("themes/")?.split_once('/'));
    let mut known: BTreeSet<String> = folders.map(|(name, _)| name.to_owned()).collect();
    known.insert(BUILT_IN.to_owned());
    known
}

/// What a theme on the disk says it extends, and where.
fn extends(sources: &SourceSet, name: &str, findings: &mut Vec<Diagnostic>) -> Option<(String, (SourcePath, Span))> {
    let path: SourcePath = format!("themes/{name}/theme.yaml").into();
    let read = parse::theme(&path, sources.text(&path)?);
    findings.extend(read.findings);
    read.value.extends.map(|extends| (extends.value, (path, extends.span)))
}

/// Lays one theme's files over what is there already.
fn lay(theme: &mut Theme, sources: &SourceSet, name: &str) {
    let folder = format!("themes/{name}/");
    let on_disk: Vec<(&SourcePath, &Content)> =
        sources.files.iter().filter(|(path, _)| path.starts_with(&folder)).collect();
    if on_disk.is_empty() && name == BUILT_IN {
        built_in(theme, &PLENARY);
        return;
    }
    for (path, content) in on_disk {
        let inside = &path[folder.len()..];
        match content {
            Content::Text(text) => file(theme, inside, path.clone(), text.clone()),
            Content::Bytes(bytes) => asset(theme, inside, bytes.clone()),
            Content::Known(_) | Content::Asset { .. } | Content::Picture { .. } | Content::Unreadable { .. } => {}
        }
    }
}

fn built_in(theme: &mut Theme, dir: &'static Dir) {
    for entry in dir.files() {
        let inside = entry.path().to_string_lossy().replace('\\', "/");
        match entry.contents_utf8().filter(|_| !inside.starts_with("assets/")) {
            Some(text) => file(theme, &inside, format!("{BUILT_IN}:{inside}").into(), text.into()),
            None => asset(theme, &inside, entry.contents().into()),
        }
    }
    dir.dirs().for_each(|dir| built_in(theme, dir));
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

/// The theme's assets under names that change with their content, so that servers may keep them for ever.
pub fn assets(theme: &Theme, site: &Site) -> ThemeAssets {
    let mut assets = ThemeAssets { names: Assets::new(), artifacts: Vec::new() };
    for (name, bytes) in &theme.assets {
        let digest = blake3::hash(bytes).to_hex();
        let route = compose::theme_asset(name, &digest[..16]);
        assets.names.insert(name.clone(), site.href(&route));
        assets.artifacts.push(Artifact { route, body: Body::Bytes(bytes.to_vec()) });
    }
    assets
}
