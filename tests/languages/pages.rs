//! A site in six languages: what each page says of its own language and of the others.

use crate::LANGUAGES;
use rapporteur::build::{self, Options};
use rapporteur::model::artifact::{Artifact, Body};
use rapporteur::model::date::Instant;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::{Content, SourceSet};
use std::collections::BTreeMap;

const SITE: [(&str, &str); 8] = [
    (
        "content/site.yaml",
        "title: T\nbase_url: https://briefings.example/att/\nlanguages: [en, fr, es, ar, ru, zh]\n\
         stances: [{id: abstains, label: abstains, labels: {ru: воздерживается}, sign: \"◦\"}]\n",
    ),
    ("content/c/_index.md", "---\ntitle: C\nissues: [{id: scope, title: Scope}]\n---\n"),
    ("content/countries/NOR.md", "Norway was there.\n"),
    ("content/instruments/att/_index.md", "---\ntitle: Treaty\n---\nA treaty.\n"),
    ("content/instruments/att/2013-03-01.md", "---\ntitle: Draft\n---\n## Article 1\n\nEach State.\n"),
    ("content/clauses/att/art_1.md", "The first.\n"),
    (
        "content/c/2013-03-18-opening.md",
        "---\ntitle: Opening\n---\nNorway and China spoke.\n\nYemen, Israel and Iceland spoke.\n\n\
         > [!STATEMENT] Norway · Scope · abstains\n> It did not vote.\n",
    ),
    ("content/c/2013-03-18-opening.ar.md", "---\ntitle: الافتتاح\n---\nتكلمت النرويج والصين والأردن وبنن والسودان.\n"),
];

fn pages() -> BTreeMap<String, String> {
    let mut sources = SourceSet::default();
    for (path, text) in SITE {
        sources.files.insert(path.into(), Content::Text(text.into()));
    }
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None };
    let outcome = build::build(&sources, &options);
    assert!(outcome.findings.is_empty(), "{:?}", outcome.findings);
    let text = |artifact: &Artifact| match &artifact.body {
        Body::Bytes(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
        _ => None,
    };
    let files = outcome.value.artifacts.iter();
    files.filter_map(|artifact| Some((artifact.route.as_str().to_owned(), text(artifact)?))).collect()
}

fn prefix(lang: &str) -> String {
    if lang == "en" { String::new() } else { format!("/{lang}") }
}

/// Where each of `words` stands in the page, in order.
fn in_order(page: &str, words: &[&str]) {
    let places: Vec<Option<usize>> = words.iter().map(|word| page.find(&format!(">{word}<"))).collect();
    assert!(places.iter().all(Option::is_some), "{words:?} stand at {places:?}");
    assert!(places.is_sorted(), "{words:?} stand at {places:?}");
}

#[test]
fn each_page_tells_its_language_and_its_others() {
    let pages = pages();
    for lang in LANGUAGES {
        let dir = if lang == "ar" { "rtl" } else { "ltr" };
        for page in ["/", "/c/", "/c/2013-03-18-opening/", "/c/2013-03-18/", "/countries/", "/countries/norway/"] {
            let html = &pages[&format!("{}{page}", prefix(lang))];
            assert!(html.contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\" ")), "{lang} {page}");
            for other in LANGUAGES {
                let there = format!("https://briefings.example/att{}{page}", prefix(other));
                let link = format!("<link rel=\"alternate\" hreflang=\"{other}\" href=\"{there}\">");
                // A page that is not translated is no alternate of the original; what the indexes make is in all.
                let translated = match page {
                    "/c/" => other == "en",
                    "/c/2013-03-18-opening/" => other == "en" || other == "ar",
                    _ => true,
                };
                assert_eq!(html.contains(&link), translated, "{lang} {page} and {other}");
            }
        }
        assert!(pages.contains_key(&format!("{}/feed.xml", prefix(lang))), "{lang} has no feed");
        let feed = &pages[&format!("{}/feed.xml", prefix(lang))];
        assert!(feed.contains(&format!("xml:lang=\"{lang}\"")), "{lang}: {}", &feed[..400]);
    }
}

#[test]
fn a_text_without_translation_stands_in_its_own_language_under_a_notice() {
    let pages = pages();
    for (lang, notice) in [
        ("fr", "Ce texte n’a pas été traduit"),
        ("es", "Este texto no se ha traducido"),
        ("ru", "Этот текст не переведен"),
        ("zh", "本文尚未翻译"),
    ] {
        let html = &pages[&format!("/{lang}/c/2013-03-18-opening/")];
        assert!(html.contains(notice), "{lang}");
        assert!(html.contains("<h1 lang=\"en\" dir=\"ltr\">Opening</h1>"), "{lang}");
        assert!(html.contains("class=\"prose numbered\" lang=\"en\" dir=\"ltr\""), "{lang}");
    }
    for (page, body) in [
        ("/ar/c/", "<h1 lang=\"en\" dir=\"ltr\">C</h1>"),
        ("/ar/countries/norway/", "<div class=\"prose\" lang=\"en\" dir=\"ltr\">"),
        ("/ar/clauses/att/", "<h1 lang=\"en\" dir=\"ltr\">Treaty</h1>"),
        ("/ar/clauses/att/art_1/", "<div class=\"prose\" lang=\"en\" dir=\"ltr\">"),
        ("/ar/instruments/att/2013-03-01/", "<div lang=\"en\" dir=\"ltr\">"),
    ] {
        assert!(pages[page].contains(body) && pages[page].contains("لم يُترجم"), "{page}: {}", pages[page]);
        let english = &pages[page.strip_prefix("/ar").expect("an Arabic page")];
        assert!(!english.contains("lang=\"en\" dir=\"ltr\"><p") && !english.contains("class=\"notice\""), "{page}");
    }
    let arabic = &pages["/ar/c/2013-03-18-opening/"];
    assert!(arabic.contains("<h1>الافتتاح</h1>") && !arabic.contains("لم يُترجم"));
}

#[test]
fn lists_of_countries_are_in_the_order_of_the_language() {
    let pages = pages();
    in_order(&pages["/countries/"], &["China", "Iceland", "Israel", "Norway", "Yemen"]);
    in_order(&pages["/es/countries/"], &["China", "Islandia", "Israel", "Noruega", "Yemen"]);
    in_order(&pages["/ru/countries/"], &["И", "Израиль", "Исландия", "Й", "Йемен", "К", "Китай", "Н", "Норвегия"]);
    in_order(&pages["/zh/countries/"], &["B", "冰岛", "N", "挪威", "Y", "也门", "以色列", "Z", "中国"]);
    in_order(&pages["/ar/countries/"], &["الأردن", "بنن", "السودان", "الصين", "النرويج"]);
}

#[test]
fn a_stance_of_the_site_has_its_word_in_each_language() {
    let pages = pages();
    let country = |lang: &str| &pages[&format!("{}/countries/norway/", prefix(lang))];
    assert!(country("ru").contains("воздерживается"));
    assert!(country("fr").contains("abstains"));
}
