//! Whoever may speak, and the instruments spoken of: the registry.

use super::date::Date;
use super::ids::{DelegationId, InstrumentId, Lang};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug, Default)]
pub struct Registry {
    pub delegations: BTreeMap<DelegationId, Delegation>,
    /// The names inside the program, one table for each language; their targets count in `codes`.
    pub tables: &'static [NameTable],
    /// Codes of the delegations inside the program; the site may have disabled some.
    pub codes: Vec<DelegationId>,
    /// The names that the site adds.
    pub names: Vec<Name>,
    pub instruments: Vec<InstrumentName>,
}

/// All names of one language, compiled: `slots` lead from a folded name to its entries.
#[derive(Debug)]
pub struct NameTable {
    /// `*` for the names that every language uses.
    pub lang: &'static str,
    /// A hash table as `recognise/hashed.rs` makes and reads it.
    pub slots: &'static [(u32, u32)],
    pub entries: &'static [NameEntry],
}

/// One way to write a name, and whom it can mean.
#[derive(Clone, Debug)]
pub struct NameEntry {
    pub text: Cow<'static, str>,
    /// Places in the list of codes, the likeliest first; none for a phrase that is not a delegation.
    pub targets: Cow<'static, [u16]>,
    pub case: NameCase,
    /// What else the word can be: `person`, `state`, `word`, `language`, parted by `|`.
    pub doubt: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    pub id: DelegationId,
    pub kind: DelegationKind,
    /// The last part of its address: `norway`.
    pub slug: Cow<'static, str>,
    /// Its everyday name in each language that has one; `en` or the site's own is always there.
    pub names: BTreeMap<Lang, Cow<'static, str>>,
    /// The full formal name in English, where it differs.
    pub official: Option<Cow<'static, str>>,
    /// ISO 3166-1 alpha-2 and UN M49.
    pub alpha2: Option<Cow<'static, str>>,
    pub m49: Option<Cow<'static, str>>,
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

impl Membership {
    pub fn holds_on(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }
}

/// A name that a site gives to a delegation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// None for a name that every language uses.
    pub lang: Option<Lang>,
    pub text: String,
    pub target: DelegationId,
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
        own.or_else(english).or_else(|| names.values().next()).map_or(id.as_str(), |name| name)
    }

    /// Whether a delegation belongs to a group on a day.
    pub fn belongs(&self, id: &DelegationId, group: &DelegationId, date: Date) -> bool {
        let members = self.delegations.get(group).map_or(&[][..], |group| &group.members);
        members.iter().any(|member| member.member == *id && member.holds_on(date))
    }

    /// Who belongs to a group on a day; empty too when the registry does not know.
    pub fn members_on(&self, group: &DelegationId, date: Date) -> BTreeSet<DelegationId> {
        let Some(group) = self.delegations.get(group) else { return BTreeSet::new() };
        group.members.iter().filter(|member| member.holds_on(date)).map(|member| member.member.clone()).collect()
    }
}
