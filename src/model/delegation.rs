//! Whoever may speak, and the instruments spoken of: the registry.

use super::date::Date;
use super::ids::{DelegationId, InstrumentId, Lang};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default)]
pub struct Registry {
    pub delegations: BTreeMap<DelegationId, Delegation>,
    /// Every way to name them, and phrases that hold a name and mean something else.
    pub names: Vec<Name>,
    pub instruments: Vec<InstrumentName>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    pub id: DelegationId,
    pub kind: DelegationKind,
    /// The last part of its address: `norway`.
    pub slug: String,
    /// Its everyday name in each language that has one; `en` or the site's own is always there.
    pub names: BTreeMap<Lang, String>,
    /// The full formal name in English, where it differs.
    pub official: Option<String>,
    /// ISO 3166-1 alpha-2 and UN M49.
    pub alpha2: Option<String>,
    pub m49: Option<String>,
    pub members: Vec<Membership>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DelegationKind {
    Country,
    Group,
    Organisation,
    Observer,
}

impl DelegationKind {
    pub const ALL: [(&'static str, Self); 4] = [
        ("country", Self::Country),
        ("group", Self::Group),
        ("organisation", Self::Organisation),
        ("observer", Self::Observer),
    ];

    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }
}

/// Membership of a group from one day to another, both included; open where there is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub member: DelegationId,
    pub from: Option<Date>,
    pub until: Option<Date>,
}

/// One way to name a delegation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// None for a name that every language uses.
    pub lang: Option<Lang>,
    pub text: String,
    /// None for a phrase that is not a delegation: "New Mexico".
    pub target: Option<DelegationId>,
    pub case: NameCase,
}

/// Whether a name must be written with its own capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameCase {
    /// As given, or all in capitals: `Chad`, `CHAD`.
    Name,
    /// Exactly as given: `US`, `EU`.
    Abbreviation,
    /// As given, or with a capital first letter: French and Spanish adjectives.
    Adjective,
}

/// What an instrument is called in prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstrumentName {
    pub id: InstrumentId,
    pub names: Vec<String>,
}

impl Registry {
    /// A delegation's name in a language, or in English, or in any.
    pub fn name<'a>(&'a self, id: &'a DelegationId, lang: &Lang) -> &'a str {
        let Some(delegation) = self.delegations.get(id) else { return id.as_str() };
        let names = &delegation.names;
        let own = names.get(lang).or_else(|| names.iter().find(|(l, _)| l.primary() == lang.primary()).map(|(_, n)| n));
        let english = || names.iter().find(|(l, _)| l.as_str() == "en").map(|(_, name)| name);
        own.or_else(english).or_else(|| names.values().next()).map_or(id.as_str(), String::as_str)
    }
}
