//! What readers may call the pages of delegations and clauses: so that "Article 6" finds its page before any report.

use super::super::clauses::clauses_of;
use super::super::edition::Edition;
use crate::model::delegation::Delegation;
use crate::model::search::{clause_mark, conference_mark, delegation_mark};
use crate::model::view::*;
use std::collections::BTreeSet;

pub fn names(edition: &Edition) -> SearchNames {
    let corpus = &edition.corpus;
    let instruments = corpus.instruments.iter().map(|instrument| {
        let called = corpus.registry.instruments.iter().filter(|own| own.id == instrument.id);
        // Words such as *treaty* mean it in its conference's reports alone.
        let is_own = |name: &&String| name.chars().any(char::is_uppercase) || !name.chars().any(char::is_lowercase);
        let others = called.flat_map(|own| own.names.iter().filter(is_own).cloned()).collect();
        let href = edition.href(&edition.routes.instrument(&instrument.id));
        let clause = |id| {
            let link = edition.clause_link(id);
            SearchName(link.href, link.text, clause_mark(id), edition.clause_heading(id).into_iter().collect())
        };
        SearchInstrument {
            name: name(href, instrument.title.clone(), String::new(), others),
            clauses: clauses_of(edition, instrument).iter().map(clause).filter(|name| !name.0.is_empty()).collect(),
        }
    });
    let delegations = edition.delegation_pages.iter().filter_map(|id| corpus.registry.delegations.get(id));
    let mut delegations: Vec<SearchName> = delegations.map(|own| delegation(edition, own)).collect();
    delegations.sort_by_cached_key(|name| (edition.collation.key(&name.1), name.1.clone()));
    SearchNames { instruments: instruments.collect(), delegations }
}

/// The edition's conferences, newest first.
pub fn conferences(edition: &Edition) -> Vec<SearchName> {
    let conferences = edition.corpus.conferences.iter().map(|conference| {
        let link = edition.conference_link(conference);
        name(link.href, link.text, conference_mark(&conference.id), vec![conference.title.clone()])
    });
    conferences.collect()
}

fn delegation(edition: &Edition, delegation: &Delegation) -> SearchName {
    let registry = &edition.corpus.registry;
    let lang = &edition.corpus.lang;
    let link = edition.delegation_link(&delegation.id);
    let place = registry.codes.iter().position(|id| *id == delegation.id).and_then(|at| u16::try_from(at).ok());
    let tables = registry.tables.iter().filter(|table| matches!(table.lang, "*") || table.lang == lang.primary());
    let means = |targets: &[u16]| place.is_some_and(|place| targets == [place]);
    let entries = tables.flat_map(|table| table.entries).filter(|entry| means(&entry.targets));
    let added = registry.names.iter().filter(|name| name.target == delegation.id);
    let added = added.filter(|name| name.lang.as_ref().is_none_or(|own| own.primary() == lang.primary()));
    let others = entries.map(|entry| entry.text.to_string()).chain(added.map(|name| name.text.clone()));
    let code = delegation.id.is_country().then(|| delegation.id.to_string());
    name(link.href, link.text, delegation_mark(&delegation.id), others.chain(code).collect())
}

/// A name with its others in order, each once.
fn name(href: String, text: String, mark: String, others: Vec<String>) -> SearchName {
    let others: BTreeSet<String> = others.into_iter().filter(|other| *other != text).collect();
    // Who asks for Norwegians has asked for Norwegian on the way.
    let is_needed = |other: &&String| other.strip_suffix('s').is_none_or(|one| !others.contains(one));
    SearchName(href, text, mark, others.iter().filter(is_needed).cloned().collect())
}
