//! What pages are told of their theme: the addresses of its assets, and the options that were chosen.

use crate::compose;
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::artifact::{Artifact, Body};
use crate::model::colour::{Colour, READABLE};
use crate::model::manuscript::Written;
use crate::model::site::Site;
use crate::model::source::{Content, SourcePath, SourceSet};
use crate::model::theme::{Outfit, Paper, Theme, ThemeOptions};
use crate::model::view::{Assets, Blocks};

/// An outfit, and the files that it names.
#[derive(Default)]
pub struct Dressed {
    pub outfit: Outfit,
    pub artifacts: Vec<Artifact>,
}

/// The name of the style sheet that is made of the colours chosen.
const STYLE: &str = "options.css";

/// What a site's pages are told of its theme.
pub fn dressed(sources: &SourceSet, site: &Site, theme: &Theme) -> Outcome<Dressed> {
    let path: SourcePath = "content/site.yaml".into();
    let mut dressed = Dressed::default();
    for (name, bytes) in &theme.assets {
        let href = dressed.add(site, name, bytes);
        dressed.outfit.assets.insert(name.clone(), href);
    }
    let chosen = &site.theme_options;
    let mut findings = judged_alike(&path, chosen, theme);
    if let Some(style) = style(accents(chosen, theme)) {
        dressed.outfit.options.style = Some(dressed.add(site, STYLE, style.as_bytes()));
    }
    let logo = logo((&path, sources), site);
    findings.extend(logo.findings);
    let own_logo = theme.options.logo.as_ref().and_then(|logo| dressed.outfit.assets.get(&logo.value)).cloned();
    dressed.outfit.options.logo = logo.value.or(own_logo);
    dressed.outfit.options.footer = theme.options.footer.clone();
    dressed.outfit.options.blocks = blocks(theme, &chosen.blocks);
    Outcome::new(dressed, findings)
}

impl Dressed {
    /// A file under a name that changes with its content, so that servers may keep it for ever; gives its address.
    fn add(&mut self, site: &Site, name: &str, bytes: &[u8]) -> String {
        let digest = blake3::hash(bytes).to_hex();
        let route = compose::theme_asset(name, &digest[..16]);
        let href = site.href(&route);
        self.artifacts.push(Artifact { route, body: Body::Bytes(bytes.to_vec()) });
        href
    }
}

/// The accent in light and in dark. Whoever chooses one has the other made of it; a theme's own stands where a site
/// chooses none.
fn accents(site: &ThemeOptions, theme: &Theme) -> [Option<Colour>; 2] {
    let has_one = site.accent.is_some() || site.accent_dark.is_some();
    let options = if has_one { site } else { &theme.options };
    let [light, dark] =
        [&options.accent, &options.accent_dark].map(|colour| colour.as_ref().map(|colour| colour.value));
    let fitted = |colour: Option<Colour>, paper: &[Colour]| colour.map(|colour| colour.readable_on(paper));
    [light.or(fitted(dark, &theme.paper.light)), dark.or(fitted(light, &theme.paper.dark))]
}

fn style([light, dark]: [Option<Colour>; 2]) -> Option<String> {
    let set = |name: &str, colour: Option<Colour>| colour.map(|colour| format!("--accent-{name}:{colour}"));
    let set: Vec<String> = [set("light", light), set("dark", dark)].into_iter().flatten().collect();
    (!set.is_empty()).then(|| format!(":root{{{}}}\n", set.join(";")))
}

/// What is wrong with what a theme chose itself.
pub fn judged(path: &SourcePath, options: &ThemeOptions, theme: &Theme) -> Vec<Diagnostic> {
    let mut findings = judged_alike(path, options, theme);
    if let Some(logo) = options.logo.as_ref().filter(|logo| !theme.assets.contains_key(&logo.value)) {
        let near = diag::nearest(&logo.value, theme.assets.keys().map(String::as_str));
        findings.push(diag::not_in_theme((path, logo.span), ("asset", &logo.value), near));
    }
    findings
}

/// What can be wrong with a theme's choice and with a site's.
fn judged_alike(path: &SourcePath, options: &ThemeOptions, theme: &Theme) -> Vec<Diagnostic> {
    let mut findings = contrasts(path, options, &theme.paper);
    findings.extend(strange_blocks(path, &options.blocks, theme));
    findings
}

/// Accents that readers could not read as text on the theme's paper.
fn contrasts(path: &SourcePath, options: &ThemeOptions, paper: &Paper) -> Vec<Diagnostic> {
    let judge = |key: &str, colour: &Option<Written<Colour>>, papers: &[Colour]| {
        let colour = colour.as_ref()?;
        let (contrast, paper) = colour.value.least_contrast(papers)?;
        let colours = [colour.value, paper, colour.value.readable_on(papers)].map(|colour| colour.to_string());
        (contrast < READABLE).then(|| diag::low_contrast((path, colour.span), key, contrast, &colours))
    };
    let light = judge("accent", &options.accent, &paper.light);
    light.into_iter().chain(judge("accent_dark", &options.accent_dark, &paper.dark)).collect()
}

/// The address of the site's logo, a file below `content/`.
fn logo((path, sources): (&SourcePath, &SourceSet), site: &Site) -> Outcome<Option<String>> {
    let Some(logo) = &site.theme_options.logo else { return Outcome::default() };
    let file = format!("content/{}", logo.value);
    let is_file = |content: &Content| matches!(content, Content::Asset { .. } | Content::Picture { .. });
    if sources.files.get(file.as_str()).is_some_and(is_file) {
        return Outcome::new(Some(site.href(&compose::asset(&file))), Vec::new());
    }
    let assets = sources.files.iter().filter(|(_, content)| is_file(content));
    let known = assets.filter_map(|(path, _)| path.strip_prefix("content/"));
    let near = diag::nearest(&logo.value, known);
    Outcome::new(None, vec![diag::no_logo((path, logo.span), &logo.value, near)])
}

/// The blocks that pages show: the site's choice, else the theme's, else all.
fn blocks(theme: &Theme, chosen: &[(Written<String>, Vec<Written<String>>)]) -> Blocks {
    let mut blocks: Blocks = theme.blocks.clone();
    for (template, names) in theme.options.blocks.iter().chain(chosen) {
        if let Some(shown) = blocks.get_mut(&template.value) {
            *shown = names.iter().map(|name| name.value.clone()).collect();
        }
    }
    blocks
}

/// Templates and blocks that the theme does not have.
fn strange_blocks(
    path: &SourcePath,
    chosen: &[(Written<String>, Vec<Written<String>>)],
    theme: &Theme,
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (template, names) in chosen {
        let Some(known) = theme.blocks.get(&template.value) else {
            let known: Vec<&str> = theme.blocks.keys().map(String::as_str).collect();
            findings.push(diag::bad_value((path, template.span), "blocks", &template.value, &known));
            continue;
        };
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let strange = names.iter().filter(|name| !known.contains(&name.value.as_str()));
        findings.extend(strange.map(|name| diag::bad_value((path, name.span), &template.value, &name.value, &known)));
    }
    findings
}

/// The names of a theme's assets, with addresses that no site has.
pub fn names(theme: &Theme) -> Assets {
    theme.assets.keys().map(|name| (name.clone(), format!("/assets/{name}"))).collect()
}
