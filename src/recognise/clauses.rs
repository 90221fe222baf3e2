//! Clauses in prose: which instrument a citation speaks of, and so which clauses it means.

use crate::model::delegation::InstrumentName;
use crate::model::ids::{ClauseId, Eid, InstrumentId};
use crate::model::instrument::ClauseBook;
use crate::model::manuscript::Citation;

/// What a citation can mean here.
pub struct Instruments<'a> {
    /// The conference's own, in its order.
    pub home: &'a [InstrumentId],
    /// Names of the site's instruments and of well-known others.
    pub names: &'a [InstrumentName],
    pub book: &'a ClauseBook,
}

/// Kinds of instrument that prose names beside a clause when it does not mean the conference's own.
const OTHERS: &[&str] = &[
    "Convention",
    "Conventions",
    "Constitution",
    "Protocol",
    "Covenant",
    "Statute",
    "Charter",
    "Declaration",
    "Pact",
    "Regulation",
    "Directive",
    "Code",
    "Rules",
    "Convention's",
];

impl Instruments<'_> {
    /// The clauses that a citation means; empty when it speaks of an instrument that nobody here knows.
    pub fn resolve(&self, text: &str, citation: &Citation) -> Vec<ClauseId> {
        let after = &text[citation.range.end.min(text.len())..];
        let before = &text[..citation.range.start.min(text.len())];
        let instrument = match self.named_after(after) {
            Named::Known(id) => Some(id),
            Named::Stranger => None,
            Named::Nothing => self.named_before(before).or_else(|| self.own(citation)),
        };
        let Some(instrument) = instrument else { return Vec::new() };
        let clause = |eid| ClauseId { instrument: instrument.clone(), eid };
        citation.clauses.iter().filter_map(|path| eid_of(path)).map(clause).collect()
    }

    /// The conference's instrument that has all that is cited, or its first.
    fn own(&self, citation: &Citation) -> Option<InstrumentId> {
        let has_all = |id: &&InstrumentId| {
            let eids = citation.clauses.iter().filter_map(|path| eid_of(path));
            eids.into_iter().all(|eid| self.book.accepts(id, &eid))
        };
        self.home.iter().find(has_all).or(self.home.first()).cloned()
    }

    /// An instrument named behind the citation: `of the UN Charter`.
    fn named_after(&self, after: &str) -> Named {
        let mut rest = after.trim_start();
        let mut linked = false;
        for word in [
            "of", "in", "under", "to", "de", "du", "des", "della", "del", "из", "من", "the", "la", "le", "las", "los",
            "this", "its", "that",
        ] {
            if let Some(next) = rest.strip_prefix(word).filter(|next| next.starts_with([' ', '\u{a0}'])) {
                rest = next.trim_start();
                linked = true;
            }
        }
        for elided in ["l'", "l’", "d'", "d’"] {
            rest = rest.strip_prefix(elided).unwrap_or(rest);
        }
        if !linked && after.starts_with(char::is_whitespace) && !after.trim_start().starts_with(char::is_uppercase) {
            return Named::Nothing;
        }
        if let Some(id) = self.longest(|name| starts_with_name(rest, name)) {
            return Named::Known(id);
        }
        if !linked {
            return Named::Nothing;
        }
        let mut words = rest.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-').take(6);
        if words.any(|word| OTHERS.contains(&word)) { Named::Stranger } else { Named::Nothing }
    }

    /// An instrument named just before: `the UN Charter's Article 51`, `ATT Article 6`.
    fn named_before(&self, before: &str) -> Option<InstrumentId> {
        let before = before.trim_end().trim_end_matches([',', '(']).trim_end();
        let before = before.strip_suffix("'s").or_else(|| before.strip_suffix("’s")).unwrap_or(before);
        self.longest(|name| ends_with_name(before, name))
    }

    fn longest(&self, fits: impl Fn(&str) -> bool) -> Option<InstrumentId> {
        let names = self.names.iter().flat_map(|entry| entry.names.iter().map(move |name| (name, &entry.id)));
        names.filter(|(name, _)| fits(name)).max_by_key(|(name, _)| name.len()).map(|(_, id)| id.clone())
    }
}

enum Named {
    Known(InstrumentId),
    /// Some other instrument, which nobody here knows.
    Stranger,
    Nothing,
}

fn starts_with_name(text: &str, name: &str) -> bool {
    text.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn ends_with_name(text: &str, name: &str) -> bool {
    text.strip_suffix(name).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
}

/// `att/art_6__para_2` from the parts of a citation.
pub fn eid_of(path: &[(&'static str, String)]) -> Option<Eid> {
    let parts: Vec<String> = path.iter().map(|(name, number)| format!("{name}_{number}")).collect();
    Eid::read(&parts.join("__"))
}
