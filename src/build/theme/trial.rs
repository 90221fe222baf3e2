//! Tries a theme without a site: each template with values of every shape that its view can have, and whatever it asks
//! its theme for by name.

use super::{assemble, known, outfit};
use crate::diag::{self, Diagnostic, Outcome, nearest};
use crate::model::ids::Lang;
use crate::model::shape::view_of;
use crate::model::source::{SourcePath, SourceSet, Span};
use crate::model::theme::Theme;
use crate::model::view::{CHUNK_TEMPLATES, TEMPLATES};
use crate::parse;
use crate::render::sample::{Fill, Own, fills, sample};
use crate::render::{Engine, Words, asked};
use std::collections::BTreeMap;

/// What was tried, in numbers, and what is not wrong but could be more.
#[derive(Clone, Debug, Default)]
pub struct Trial {
    pub templates: usize,
    /// How often templates were rendered.
    pub renders: usize,
    /// By language, the words that the theme says in English.
    pub lacking: BTreeMap<String, Vec<String>>,
}

/// Tries a theme by name, and with it what the site chose of it, if it is the site's. None where there is no such theme.
pub fn trial(sources: &SourceSet, name: &str) -> Option<Outcome<Trial>> {
    if !known(sources).contains(name) {
        return None;
    }
    let site_yaml: SourcePath = "content/site.yaml".into();
    let site = parse::site(&site_yaml, sources.text(&site_yaml).map_or("", |text| text)).value;
    let Outcome { value: theme, mut findings } = assemble(sources, name, (site_yaml, Span::default()));
    if site.theme == name {
        findings.extend(outfit::dressed(sources, &site, &theme).findings);
    }
    let mut trial = Trial { templates: theme.templates.len(), ..Trial::default() };
    let asked = asked_for(&theme);
    let rendered = render(&theme, &mut trial);
    // What is asked for by name and not there fails where it is rendered too.
    let is_told = |one: &Diagnostic| asked.iter().any(|told| told.path == one.path && near(told.span, one.span));
    findings.extend(rendered.into_iter().filter(|one| !is_told(one)));
    findings.extend(asked);
    findings.sort();
    for tag in theme.words.keys().filter(|tag| *tag != "en") {
        let words = Lang::read(tag).map(|lang| Words::missing(&theme, &lang)).unwrap_or_default();
        trial.lacking.extend((!words.is_empty()).then(|| (tag.clone(), words)));
    }
    Some(Outcome::new(trial, findings))
}

/// The engine's place of `frame.assets["x"]` is the whole of it, or a part.
fn near(one: Span, other: Span) -> bool {
    one.start <= other.end + 8 && other.start <= one.end + 8
}

/// Every template with every fill of its view.
fn render(theme: &Theme, trial: &mut Trial) -> Vec<Diagnostic> {
    let Some(lang) = Lang::read("en") else { return Vec::new() };
    let languages = [lang];
    let engine = Engine::new(theme, &languages);
    let mut findings = engine.wrong();
    let assets = outfit::names(theme);
    let own = Own { assets: &assets, blocks: &theme.blocks };
    for template in TEMPLATES.iter().chain(CHUNK_TEMPLATES) {
        let Some(view) = view_of(template) else { continue };
        for fill in fills(view) {
            let value = sample(view, fill, &own);
            let attempt = engine.attempt(&languages[0], template, (&value, &told(template, fill)));
            trial.renders += 1;
            if let Err(finding) = attempt {
                let is_new = findings.iter().all(|known| known.path != finding.path || known.span != finding.span);
                findings.extend(is_new.then_some(*finding));
            }
        }
    }
    findings
}

fn told(template: &str, fill: Fill) -> String {
    match fill {
        Fill::Most(_) => format!("{template} with every field there is"),
        Fill::Least => format!("{template} with nothing that can be left out"),
        Fill::Without(of, field) => format!("{template} without `{field}` of {of}"),
    }
}

/// Words and assets that templates name and the theme does not have.
fn asked_for(theme: &Theme) -> Vec<Diagnostic> {
    let words = Words::keys(theme);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let assets: Vec<&str> = theme.assets.keys().map(String::as_str).collect();
    let mut findings = Vec::new();
    for file in theme.templates.values() {
        let asked = asked::keys(&file.text).map(|asked| ("words", asked, &words));
        for (what, (name, span), known) in asked.chain(asked::assets(&file.text).map(|asked| ("asset", asked, &assets)))
        {
            if !known.contains(&name) {
                let near = nearest(name, known.iter().copied());
                findings.push(diag::not_in_theme((&file.path, span), (what, name), near));
            }
        }
    }
    findings
}
