//! `content/site.yaml`; what it does not say has a default.

use super::fields::Fields;
use super::theme::options;
use super::yaml::{self, Entry, NodeKind};
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::colour::Colour;
use crate::model::ids::{Lang, StanceId};
use crate::model::site::{BaseUrl, Site, SiteWords, Stance};
use crate::model::source::{SourcePath, Span};
use std::collections::BTreeMap;

/// The built-in stances with their signs, in the order of every list.
const STANCES: [(&str, &str); 6] =
    [("supports", "+"), ("amends", "±"), ("questions", "?"), ("reserves", "○"), ("opposes", "–"), ("notes", "·")];

/// Reads site.yaml; an empty text gives the defaults.
pub fn site(path: &SourcePath, text: &str) -> Outcome<Site> {
    let (document, mut findings) = yaml::read(path, text, 0);
    let mut fields = Fields::new(path, &document.entries, document.span);
    let languages = languages(&mut fields);
    let base_url = fields.written("base_url").and_then(|written| {
        let url = BaseUrl::read(&written.value);
        if url.is_none() {
            let at = (path, written.span);
            let finding =
                diag::bad_form(at, "base_url", &written.value, "an address such as `https://briefings.example/`");
            fields.findings.push(finding);
        }
        url
    });
    let site = Site {
        title: fields.text("title").unwrap_or_else(|| "Briefings".to_owned()),
        tagline: fields.text("tagline"),
        base_url,
        theme: fields.text("theme").unwrap_or_else(|| "plenary".to_owned()),
        theme_options: options(&mut fields, "theme_options"),
        publisher: fields.text("publisher"),
        licence: fields.text("licence"),
        search: fields.flag_or("search", true),
        typography: fields.flag_or("typography", true),
        print: fields.flag_or("print", true),
        social_cards: fields.flag("social_cards"),
        translations: translations(&mut fields, &languages),
        stances: stances(&mut fields),
        languages,
        extra: document.extra,
    };
    fields.allow("extra");
    findings.extend(fields.finish());
    Outcome::new(site, findings)
}

fn languages(fields: &mut Fields) -> Vec<Lang> {
    let mut languages: Vec<Lang> = Vec::new();
    for written in fields.list("languages") {
        match Lang::read(&written.value) {
            Some(lang) if !languages.contains(&lang) => languages.push(lang),
            Some(_) => {}
            None => {
                let at = (fields.path, written.span);
                let finding = diag::bad_form(at, "languages", &written.value, "language tags such as `en`, `fr`, `ar`");
                fields.findings.push(finding);
            }
        }
    }
    if languages.is_empty() {
        languages.extend(Lang::read("en"));
    }
    languages
}

fn translations(fields: &mut Fields, languages: &[Lang]) -> BTreeMap<Lang, SiteWords> {
    let mut translations = BTreeMap::new();
    let Some((entries, _)) = fields.map("translations") else { return translations };
    for entry in entries {
        let Some(lang) = languages.iter().find(|lang| lang.as_str() == entry.key) else {
            let known: Vec<&str> = languages.iter().map(Lang::as_str).collect();
            fields.findings.push(diag::unknown_language((fields.path, entry.key_span), &entry.key, &known));
            continue;
        };
        let Some((words, span)) = map_of(fields, entry) else { continue };
        let mut item = Fields::new(fields.path, words, span);
        let words = SiteWords { title: item.text("title"), tagline: item.text("tagline"), footer: item.text("footer") };
        fields.findings.extend(item.finish());
        translations.insert(lang.clone(), words);
    }
    translations
}

fn stances(fields: &mut Fields) -> Vec<Stance> {
    let built_in = STANCES.iter().filter_map(|(id, sign)| {
        Some(Stance {
            id: StanceId::read(id)?,
            label: None,
            labels: BTreeMap::new(),
            sign: (*sign).to_owned(),
            colour: None,
        })
    });
    let mut stances: Vec<Stance> = built_in.collect();
    for (entries, span) in fields.maps("stances") {
        let mut item = Fields::new(fields.path, entries, span);
        let label = item.required("label", "abstains");
        let labels = item.by_language("labels", "`{fr: s’abstient}`").into_iter().collect();
        let sign = item.required("sign", "\"◦\"");
        let colour = item.written("colour").and_then(|written| colour(&mut item, &written.value, written.span));
        let id = item.written("id");
        let id = id.and_then(|written| {
            let id = StanceId::read(&written.value);
            if id.is_none() {
                let at = (item.path, written.span);
                item.findings.push(diag::bad_form(at, "id", &written.value, "lower-case letters, digits and hyphens"));
            }
            id
        });
        if id.is_none() && !entries.iter().any(|entry| entry.key == "id") {
            item.findings.push(diag::missing_key((fields.path, span), "id", "abstains"));
        }
        fields.findings.extend(item.finish());
        stances.retain(|stance| Some(&stance.id) != id.as_ref());
        stances.extend(id.map(|id| Stance { id, label: Some(label), labels, sign, colour }));
    }
    stances
}

fn colour(item: &mut Fields, word: &str, span: Span) -> Option<String> {
    let colour = Colour::read(word);
    if colour.is_none() {
        item.findings.push(diag::bad_form((item.path, span), "colour", word, "a colour such as \"#7a4b00\""));
    }
    colour.map(|_| word.to_owned())
}

fn map_of<'a>(fields: &mut Fields, entry: &'a Entry) -> Option<(&'a [Entry], Span)> {
    match &entry.value.kind {
        NodeKind::Map(entries) => Some((entries, entry.value.span)),
        _ => {
            let wrong: Diagnostic = diag::wrong_type((fields.path, entry.value.span), &entry.key, "`{key: value, …}`");
            fields.findings.push(wrong);
            None
        }
    }
}
