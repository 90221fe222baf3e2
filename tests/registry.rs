//! The tables inside the program: codes as ISO 3166-1 has them, addresses unique, every name leading to one.

use rapporteur::model::delegation::{DelegationKind, Registry};
use rapporteur::model::ids::{DelegationId, Lang, is_slug};
use rapporteur::parse;
use std::collections::BTreeMap;

fn registry() -> Registry {
    parse::built_in()
}

#[test]
fn countries_are_those_of_iso_3166() {
    let registry = registry();
    let countries: Vec<_> =
        registry.delegations.values().filter(|delegation| delegation.kind == DelegationKind::Country).collect();
    assert_eq!(countries.len(), rust_iso3166::ALL.len(), "ISO 3166-1 has 249 entries");
    for iso in rust_iso3166::ALL {
        let id = DelegationId::read(iso.alpha3).expect("a code");
        let country = registry.delegations.get(&id).unwrap_or_else(|| panic!("{} is missing", iso.alpha3));
        assert_eq!(country.alpha2.as_deref(), Some(iso.alpha2), "{}", iso.alpha3);
        assert_eq!(country.m49.as_deref(), Some(format!("{:03}", iso.numeric).as_str()), "{}", iso.alpha3);
        for lang in ["en", "fr", "es", "ar", "ru", "zh"] {
            let lang = Lang::read(lang).expect("a language");
            assert!(
                country.names.get(&lang).is_some_and(|name| !name.is_empty()),
                "{} has no name in {lang}",
                iso.alpha3
            );
        }
    }
}

#[test]
fn addresses_are_unique_and_names_lead_to_one() {
    let registry = registry();
    let mut slugs = BTreeMap::new();
    for delegation in registry.delegations.values() {
        assert!(is_slug(&delegation.slug), "{} has the address {}", delegation.id, delegation.slug);
        let other = slugs.insert(delegation.slug.clone(), delegation.id.clone());
        assert!(other.is_none(), "{} and {other:?} share an address", delegation.id);
    }
    let mut names: BTreeMap<(Option<Lang>, String), Option<DelegationId>> = BTreeMap::new();
    for name in &registry.names {
        assert!(name.text.trim() == name.text && !name.text.contains('’'), "{:?} is not tidy", name.text);
        assert!(!name.text.to_lowercase().starts_with("the "), "{:?} begins with an article", name.text);
        if let Some(target) = &name.target {
            assert!(registry.delegations.contains_key(target), "{:?} leads to {target}, which is not there", name.text);
        }
        let key = (name.lang.clone(), name.text.clone());
        let first = names.entry(key).or_insert_with(|| name.target.clone());
        assert_eq!(*first, name.target, "{:?} means two", name.text);
    }
    assert!(registry.names.len() > 4000, "only {} names", registry.names.len());
}

#[test]
fn members_exist_and_dates_are_in_order() {
    let registry = registry();
    let mut count = 0;
    for group in registry.delegations.values() {
        for member in &group.members {
            count += 1;
            assert!(registry.delegations.contains_key(&member.member), "{} has the member {}", group.id, member.member);
            if let (Some(from), Some(until)) = (member.from, member.until) {
                assert!(from <= until, "{} in {}", member.member, group.id);
            }
        }
    }
    assert!(count > 300);
    let groups = registry.delegations.values().filter(|d| d.kind == DelegationKind::Group).count();
    assert!(groups >= 35, "{groups} groups");
}
