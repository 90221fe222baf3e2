//! The tables inside the program: codes as ISO 3166-1 has them, addresses unique, every name leading to one.

use rapporteur::model::delegation::{DelegationKind, Registry};
use rapporteur::model::ids::{DelegationId, Lang, is_slug};
use rapporteur::parse;
use rapporteur::recognise::Lexicon;
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

/// Groups, organisations and observers as well as countries, each in letters of the language.
#[test]
fn every_delegation_has_a_name_in_six_languages() {
    let registry = registry();
    let script = |lang: &str, c: char| match lang {
        "ar" => ('\u{600}'..='\u{6ff}').contains(&c),
        "ru" => ('\u{400}'..='\u{4ff}').contains(&c),
        "zh" => ('\u{4e00}'..='\u{9fff}').contains(&c),
        _ => c.is_alphabetic() && c < '\u{250}',
    };
    let mut wrong = Vec::new();
    // A proper name that is written in Latin letters everywhere.
    for delegation in registry.delegations.values().filter(|one| one.id.as_str() != "x-control-arms") {
        for tag in ["en", "fr", "es", "ar", "ru", "zh"] {
            let name = delegation.names.get(&Lang::read(tag).expect("a language")).map_or("", |name| name);
            if !name.chars().any(|c| script(tag, c)) {
                wrong.push(format!("{} in {tag}: {name:?}", delegation.id));
            }
        }
    }
    assert!(registry.delegations.len() > 320, "{} delegations", registry.delegations.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// As sentences have them: «представитель Норвегии», «в Соединенных Штатах».
#[test]
fn russian_names_are_known_in_their_cases() {
    let registry = registry();
    let lexicon = Lexicon::new(&registry, &Lang::read("ru").expect("a language"));
    for (form, id) in [
        ("Норвегии", "NOR"),
        ("Китая", "CHN"),
        ("Индию", "IND"),
        ("Кыргызстана", "KGZ"),
        ("Киргизии", "KGZ"),
        ("Российской Федерации", "RUS"),
        ("Соединенных Штатов", "USA"),
        ("Соединенным Королевством", "GBR"),
        ("Нидерландов", "NLD"),
        ("Филиппинах", "PHL"),
        ("Объединенных Арабских Эмиратов", "ARE"),
        ("Маршалловых Островов", "MHL"),
        ("Соломоновых островах", "SLB"),
        ("Островов Кука", "COK"),
        ("Южной Африки", "ZAF"),
        ("Республики Молдова", "MDA"),
        ("Республики Корея", "KOR"),
        ("Демократической Республики Конго", "COD"),
        ("Святого Престола", "VAT"),
        ("Государства Палестина", "PSE"),
    ] {
        assert_eq!(lexicon.resolve(form).map(|id| id.to_string()).as_deref(), Some(id), "{form}");
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
}

#[test]
fn names_are_tidy_and_every_language_has_them() {
    let registry = registry();
    let mut languages = BTreeMap::new();
    for table in registry.tables {
        for name in table.entries {
            let text = &name.text;
            assert!(text.trim() == *text && !text.contains('’'), "{text:?} is not tidy");
            assert!(!text.to_lowercase().starts_with("the "), "{text:?} begins with an article");
            assert!(name.targets.iter().all(|at| usize::from(*at) < registry.codes.len()), "{text:?} leads nowhere");
        }
        let means = |id: &str| {
            let at = registry.codes.iter().position(|code| code.as_str() == id).expect("a code");
            table
                .entries
                .iter()
                .filter(|name| name.targets.first().is_some_and(|first| usize::from(*first) == at))
                .count()
        };
        languages.insert(table.lang, (means("NOR"), means("PRK")));
    }
    for lang in ["en", "fr", "es", "ar", "ru", "zh"] {
        let (norway, north_korea) = languages[lang];
        assert!(norway >= 2 && north_korea >= 2, "{lang}: {norway} and {north_korea} names");
    }
}

#[test]
fn a_name_never_leads_to_two_but_where_the_table_says_so() {
    let registry = registry();
    for lang in ["en", "fr", "es", "ar", "ru", "zh"] {
        let lexicon = Lexicon::new(&registry, &Lang::read(lang).expect("a language"));
        for delegation in registry.delegations.values() {
            let name = registry.name(&delegation.id, &Lang::read(lang).expect("a language"));
            assert_eq!(lexicon.resolve(name).as_ref(), Some(&delegation.id), "{lang}: {name}");
            assert_eq!(lexicon.resolve(delegation.id.as_str()).as_ref(), Some(&delegation.id));
        }
    }
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
    assert!(count > 1000, "{count} memberships");
    let groups = registry.delegations.values().filter(|d| d.kind == DelegationKind::Group && !d.members.is_empty());
    assert!(groups.count() >= 35, "too few groups with members");
}
