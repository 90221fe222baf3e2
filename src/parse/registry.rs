//! Delegations: the tables inside the program, and what a site's `delegations.yaml` adds to them or changes.

use super::fields::Fields;
use super::yaml::{self, NodeKind};
use crate::diag::{self, Diagnostic};
use crate::model::date::Date;
use crate::model::delegation::*;
use crate::model::ids::{DelegationId, InstrumentId, Lang};
use crate::model::source::{SourcePath, Span};
use std::collections::BTreeMap;

const COUNTRIES: &str = include_str!("registry/countries.tsv");
const GROUPS: &str = include_str!("registry/groups.tsv");
const NAMES: &str = include_str!("registry/names.tsv");
const MEMBERS: &str = include_str!("registry/members.tsv");
const INSTRUMENTS: &str = include_str!("registry/instruments.tsv");

/// Languages of the tables' columns, in their order.
const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ar", "ru", "zh"];

/// The registry inside the program.
pub fn built_in() -> Registry {
    let mut registry = Registry::default();
    for row in rows(COUNTRIES) {
        let [alpha3, alpha2, m49, slug, names @ ..] = row.as_slice() else { continue };
        add(&mut registry, (alpha3, DelegationKind::Country, slug), names);
        if let Some(country) = DelegationId::read(alpha3).and_then(|id| registry.delegations.get_mut(&id)) {
            country.alpha2 = Some((*alpha2).to_owned());
            country.m49 = Some((*m49).to_owned());
        }
    }
    for row in rows(GROUPS) {
        let [id, kind, slug, names @ ..] = row.as_slice() else { continue };
        let kind = DelegationKind::ALL.iter().find(|(word, _)| word == kind);
        add(&mut registry, (id, kind.map_or(DelegationKind::Organisation, |(_, kind)| *kind), slug), names);
    }
    for row in rows(NAMES) {
        let [id, lang, kind, text] = row.as_slice() else { continue };
        let target = DelegationId::read(id);
        if let (Some(delegation), "official", "en") =
            (target.as_ref().and_then(|id| registry.delegations.get_mut(id)), *kind, *lang)
        {
            delegation.official.get_or_insert_with(|| (*text).to_owned());
        }
        let case = case_of(kind, lang);
        registry.names.push(Name { lang: Lang::read(lang), text: (*text).to_owned(), target, case });
    }
    for row in rows(MEMBERS) {
        let [group, member, from, until] = row.as_slice() else { continue };
        let (Some(group), Some(member)) = (DelegationId::read(group), DelegationId::read(member)) else { continue };
        if let Some(group) = registry.delegations.get_mut(&group) {
            group.members.push(Membership { member, from: Date::read(from), until: Date::read(until) });
        }
    }
    registry.instruments = rows(INSTRUMENTS)
        .filter_map(|row| {
            let [id, names] = row.as_slice() else { return None };
            let names = names.split('|').map(str::to_owned).collect();
            Some(InstrumentName { id: InstrumentId::read(id)?, names })
        })
        .collect();
    registry
}

/// The table's lines below its head, comments left out.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .skip(1)
        .map(|line| line.split('\t').collect())
}

fn case_of(kind: &str, lang: &str) -> NameCase {
    match (kind, lang) {
        ("abbreviation", _) => NameCase::Abbreviation,
        ("demonym", "fr" | "es" | "ru") => NameCase::Adjective,
        _ => NameCase::Name,
    }
}

fn add(registry: &mut Registry, head: (&str, DelegationKind, &str), names: &[&str]) {
    let (id, kind, slug) = head;
    let Some(id) = DelegationId::read(id) else { return };
    let mut by_language = BTreeMap::new();
    for (lang, name) in LANGUAGES.iter().zip(names).filter(|(_, name)| !name.is_empty()) {
        let Some(lang) = Lang::read(lang) else { continue };
        let name = (*name).to_owned();
        let entry =
            Name { lang: Some(lang.clone()), text: name.clone(), target: Some(id.clone()), case: NameCase::Name };
        registry.names.push(entry);
        by_language.insert(lang, name);
    }
    let delegation = Delegation {
        id: id.clone(),
        kind,
        slug: slug.to_owned(),
        names: by_language,
        official: None,
        alpha2: None,
        m49: None,
        members: Vec::new(),
    };
    registry.delegations.insert(id, delegation);
}

/// Lays `delegations.yaml` over the registry.
pub fn delegations(registry: &mut Registry, path: &SourcePath, text: &str) -> Vec<Diagnostic> {
    let (document, mut findings) = yaml::read(path, text, 0);
    let mut fields = Fields::new(path, &document.entries, document.span);
    let entries = fields.map("delegations").map_or(&[][..], |(entries, _)| entries);
    for entry in entries {
        let Some(id) = DelegationId::read(&entry.key) else {
            let wanted = "a code such as `NOR`, or `x-` and a name such as `x-nordic-five`";
            fields.findings.push(diag::bad_form((path, entry.key_span), "a delegation", &entry.key, wanted));
            continue;
        };
        let NodeKind::Map(words) = &entry.value.kind else {
            let wrong = diag::wrong_type((path, entry.value.span), &entry.key, "`{name: …, kind: group}`");
            fields.findings.push(wrong);
            continue;
        };
        let mut item = Fields::new(path, words, entry.key_span);
        one(registry, &id, &mut item);
        fields.findings.extend(item.finish());
    }
    findings.extend(fields.finish());
    findings.extend(unknown_members(registry, path, entries));
    findings
}

/// Adds one delegation, or changes the one there is.
fn one(registry: &mut Registry, id: &DelegationId, item: &mut Fields) {
    let known = registry.delegations.contains_key(id);
    let name = if known { item.text("name") } else { Some(item.required("name", "Nordic Five")) };
    let kind = item.choice("kind", &DelegationKind::ALL);
    let official = item.text("official");
    let disabled = item.flag("disabled");
    let mut names: Vec<(Option<Lang>, String, NameCase)> = Vec::new();
    names.extend(name.clone().map(|name| (None, name, NameCase::Name)));
    names.extend(official.clone().map(|name| (None, name, NameCase::Name)));
    names.extend(item.texts("aliases").into_iter().map(|name| (None, name, NameCase::Name)));
    names.extend(item.texts("abbreviations").into_iter().map(|name| (None, name, NameCase::Abbreviation)));
    let in_languages = names_by_language(item);
    let members = members(item);
    if disabled {
        registry.delegations.remove(id);
        registry.names.retain(|name| name.target.as_ref() != Some(id));
        return;
    }
    let delegation = registry.delegations.entry(id.clone()).or_insert_with(|| Delegation {
        id: id.clone(),
        kind: if id.is_country() { DelegationKind::Country } else { DelegationKind::Group },
        slug: id.as_str().trim_start_matches("x-").to_lowercase(),
        names: BTreeMap::new(),
        official: None,
        alpha2: None,
        m49: None,
        members: Vec::new(),
    });
    delegation.kind = kind.unwrap_or(delegation.kind);
    delegation.official = official.or_else(|| delegation.official.take());
    delegation.names.extend(name.into_iter().filter_map(|name| Some((Lang::read("en")?, name))));
    delegation.names.extend(in_languages.iter().cloned());
    if !members.is_empty() {
        delegation.members = members;
    }
    names.extend(in_languages.into_iter().map(|(lang, name)| (Some(lang), name, NameCase::Name)));
    for (lang, text, case) in names {
        // The site's word is the last: a name it gives to one delegation is no other's.
        registry.names.retain(|name| name.text != text || lang.is_some() && name.lang != lang);
        registry.names.push(Name { lang, text, target: Some(id.clone()), case });
    }
}

fn names_by_language(item: &mut Fields) -> Vec<(Lang, String)> {
    let entries = item.map("names").map_or(&[][..], |(entries, _)| entries);
    let mut names = Vec::new();
    for entry in entries {
        match (Lang::read(&entry.key), &entry.value.kind) {
            (Some(lang), NodeKind::Scalar { text, .. }) => names.push((lang, text.clone())),
            _ => item.findings.push(diag::wrong_type((item.path, entry.key_span), "names", "`{fr: nom, es: nombre}`")),
        }
    }
    names
}

/// `[NOR, {delegation: HRV, from: 2013-07-01, until: …}]`.
fn members(item: &mut Fields) -> Vec<Membership> {
    let Some(node) = item.node("members") else { return Vec::new() };
    let NodeKind::List(items) = &node.kind else {
        item.findings.push(diag::wrong_type((item.path, node.span), "members", "a list of codes: `[NOR, SWE]`"));
        return Vec::new();
    };
    let mut members = Vec::new();
    for member in items {
        let (code, from, until) = match &member.kind {
            NodeKind::Map(entries) => {
                let mut fields = Fields::new(item.path, entries, member.span);
                let read = (fields.required("delegation", "NOR"), fields.date("from"), fields.date("until"));
                item.findings.extend(fields.finish());
                read
            }
            NodeKind::Scalar { text, .. } => (text.clone(), None, None),
            NodeKind::List(_) => continue,
        };
        match DelegationId::read(&code) {
            Some(id) => members.push(Membership { member: id, from, until }),
            None => item.findings.push(diag::unknown_country((item.path, member.span), &code, None)),
        }
    }
    members
}

/// Members that the registry does not have, once all delegations are in it.
fn unknown_members(registry: &Registry, path: &SourcePath, entries: &[yaml::Entry]) -> Vec<Diagnostic> {
    let span_of = |id: &DelegationId| {
        let entry = entries.iter().find(|entry| entry.key == id.as_str());
        entry.map_or(Span::default(), |entry| entry.key_span)
    };
    let written = |id: &&Delegation| entries.iter().any(|entry| entry.key == id.id.as_str());
    let mut findings = Vec::new();
    for group in registry.delegations.values().filter(written) {
        for member in group.members.iter().filter(|m| !registry.delegations.contains_key(&m.member)) {
            let at = (path, span_of(&group.id));
            findings.push(diag::unknown_country(at, member.member.as_str(), None));
        }
    }
    findings
}
