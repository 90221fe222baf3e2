//! Delegations: the tables inside the program, and what a site's `delegations.yaml` adds to them or changes.

use super::fields::Fields;
use super::yaml::{self, NodeKind};
use crate::diag::{self, Diagnostic};
use crate::model::date::Date;
use crate::model::delegation::*;
use crate::model::ids::{DelegationId, InstrumentId, Lang};
use crate::model::source::{SourcePath, Span};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What build.rs makes of the tables beside this file.
mod tables {
    use super::BuiltIn;
    use crate::model::delegation::{NameCase, NameEntry, NameTable};
    use std::borrow::Cow;
    include!(concat!(env!("OUT_DIR"), "/registry.rs"));

    pub fn delegations() -> &'static [BuiltIn] {
        DELEGATIONS
    }

    pub fn names() -> &'static [NameTable] {
        TABLES
    }

    /// Group, member, first day, last day.
    pub fn members() -> &'static [(&'static str, &'static str, &'static str, &'static str)] {
        MEMBERS
    }

    pub fn instruments() -> &'static [(&'static str, &'static str)] {
        INSTRUMENTS
    }
}

/// A delegation as compiled into the program.
struct BuiltIn {
    id: &'static str,
    kind: &'static str,
    slug: &'static str,
    alpha2: &'static str,
    m49: &'static str,
    official: &'static str,
    /// In the order of `LANGUAGES`.
    names: [&'static str; 6],
}

const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ar", "ru", "zh"];

/// The registry inside the program.
pub fn built_in() -> Registry {
    let languages: Vec<Lang> = LANGUAGES.iter().filter_map(|lang| Lang::read(lang)).collect();
    let delegations: Vec<Delegation> =
        tables::delegations().iter().filter_map(|row| delegation(row, &languages)).collect();
    let mut registry = Registry {
        codes: delegations.iter().map(|delegation| delegation.id.clone()).collect(),
        delegations: delegations.into_iter().map(|delegation| (delegation.id.clone(), delegation)).collect(),
        tables: tables::names(),
        ..Registry::default()
    };
    for (group, member, from, until) in tables::members() {
        let (Ok(group), Ok(member)) = (place(&registry, group), place(&registry, member)) else { continue };
        let member = registry.codes[member].clone();
        if let Some(group) = registry.delegations.get_mut(&registry.codes[group]) {
            group.members.push(Membership { member, from: Date::read(from), until: Date::read(until) });
        }
    }
    registry.instruments = tables::instruments()
        .iter()
        .filter_map(|(id, names)| {
            let names = names.split('|').map(str::to_owned).collect();
            Some(InstrumentName { id: InstrumentId::read(id)?, names })
        })
        .collect();
    registry
}

fn place(registry: &Registry, id: &str) -> Result<usize, usize> {
    registry.codes.binary_search_by(|code| code.as_str().cmp(id))
}

fn delegation(row: &'static BuiltIn, languages: &[Lang]) -> Option<Delegation> {
    let some = |text: &'static str| (!text.is_empty()).then_some(Cow::Borrowed(text));
    let kind = DelegationKind::ALL.iter().find(|(word, _)| *word == row.kind)?.1;
    let names = languages.iter().zip(row.names).filter(|(_, name)| !name.is_empty());
    Some(Delegation {
        id: DelegationId::read(row.id)?,
        kind,
        slug: row.slug.into(),
        names: names.map(|(lang, name)| (lang.clone(), name.into())).collect(),
        official: some(row.official),
        alpha2: some(row.alpha2),
        m49: some(row.m49),
        members: Vec::new(),
    })
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
    let in_languages = item.by_language("names", "`{fr: nom, es: nombre}`");
    let members = members(item);
    if disabled {
        registry.delegations.remove(id);
        registry.names.retain(|name| name.target != *id);
        return;
    }
    let delegation = registry.delegations.entry(id.clone()).or_insert_with(|| Delegation {
        id: id.clone(),
        kind: if id.is_country() { DelegationKind::Country } else { DelegationKind::Group },
        slug: id.as_str().trim_start_matches("x-").to_lowercase().into(),
        names: BTreeMap::new(),
        official: None,
        alpha2: None,
        m49: None,
        members: Vec::new(),
    });
    delegation.kind = kind.unwrap_or(delegation.kind);
    delegation.official = official.map(Cow::Owned).or_else(|| delegation.official.take());
    delegation.names.extend(name.into_iter().filter_map(|name| Some((Lang::read("en")?, name.into()))));
    delegation.names.extend(in_languages.iter().map(|(lang, name)| (lang.clone(), name.clone().into())));
    if !members.is_empty() {
        delegation.members = members;
    }
    names.extend(in_languages.into_iter().map(|(lang, name)| (Some(lang), name, NameCase::Name)));
    for (lang, text, case) in names {
        // The site's word is the last: a name it gives to one delegation is no other's.
        registry.names.retain(|name| name.text != text || lang.is_some() && name.lang != lang);
        registry.names.push(Name { lang, text, target: id.clone(), case });
    }
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
