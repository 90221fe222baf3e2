//! Which files of a theme a page depends on, held against what the engine makes of the demo.

use rapporteur::build::{self, Options};
use rapporteur::model::date::Instant;
use rapporteur::model::ids::Lang;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::page::{Ingredients, Page};
use rapporteur::model::theme::{Theme, ThemeFile};
use rapporteur::model::view::View;
use rapporteur::render::{Engine, FEED, closures};
use rapporteur::shell::scan;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The theme inside the program, from the disk.
fn plenary() -> Theme {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/plenary");
    let files = |inside: &str| -> Vec<(String, ThemeFile)> {
        let files = fs::read_dir(folder.join(inside)).expect("the theme").filter_map(Result::ok);
        let file = |entry: fs::DirEntry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let text = fs::read_to_string(entry.path()).expect("a text");
            (name.clone(), ThemeFile { path: name.into(), text: text.into() })
        };
        files.map(file).collect()
    };
    let words = files("i18n").into_iter().map(|(name, file)| (name.trim_end_matches(".ftl").to_owned(), vec![file]));
    Theme {
        name: "plenary".to_owned(),
        templates: files("templates").into_iter().collect(),
        words: words.collect(),
        ..Theme::default()
    }
}

/// A page of the demo: its address, its language, and all that a template may see.
type Viewed = (String, Lang, View);

fn demo() -> (Vec<Viewed>, Vec<Lang>) {
    let sources = scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None };
    let site = build::read(&sources, &options).value;
    let lang = |page: &Page| match &page.ingredients {
        Ingredients::Feed(parts) => parts.lang.clone(),
        other => other.head().map_or_else(|| "en".to_owned(), |head| head.site.lang.clone()),
    };
    let viewed = |(page, view): (Page, View)| (page.route.to_string(), Lang::read(&lang(&page)).expect("a tag"), view);
    let views = build::pages(&sources, &options).into_iter().map(viewed).collect();
    (views, site.site.languages.clone())
}

fn rendered(theme: &Theme, views: &[Viewed], languages: &[Lang]) -> Vec<Vec<u8>> {
    let engine = Engine::new(theme, languages);
    assert_eq!(engine.wrong(), []);
    let bytes = |(route, lang, view): &Viewed| engine.render(lang, view, route).unwrap_or_else(|e| panic!("{e:?}"));
    views.par_iter().map(bytes).collect()
}

const WORD: &str = "<p>Seen</p>";

/// The template with a word more at each place that shows: in its blocks and components, and at its end.
fn with_a_word(text: &str) -> String {
    let mut changed = String::new();
    let mut rest = text;
    while let Some(at) = ["{% block ", "{% component "].iter().filter_map(|tag| rest.find(tag)).min() {
        let end = at + rest[at..].find("%}").expect("the tag's end") + 2;
        changed.push_str(&rest[..end]);
        changed.push_str(WORD);
        rest = &rest[end..];
    }
    changed.push_str(rest);
    let extends = text.starts_with("{% extends");
    match changed == text {
        true if extends => format!("{text}{{% block main %}}{WORD}{{% endblock main %}}"),
        _ if extends || text.contains("{% component ") => changed,
        _ => format!("{changed}{WORD}"),
    }
}

#[test]
fn a_page_that_an_edited_template_changes_has_another_closure() {
    let (views, languages) = demo();
    let theme = plenary();
    let (before, known) = (rendered(&theme, &views, &languages), closures(&theme));
    let (mut changes, mut closures_touched, mut templates_touched) = (0, 0, 0);
    let mut unseen = Vec::new();
    for name in theme.templates.keys() {
        let mut edited = theme.clone();
        let file = edited.templates.get_mut(name).expect("the template");
        file.text = with_a_word(&file.text).into();
        let (now, keys) = (rendered(&edited, &views, &languages), closures(&edited));
        let mut seen = BTreeSet::new();
        for (_, (route, _, view)) in views.iter().enumerate().filter(|(at, _)| before[*at] != now[*at]) {
            let template = view.template().unwrap_or(FEED);
            assert!(known[template] != keys[template], "{name} changes {route}, which {template} is not seen to reach");
            seen.insert(template);
            changes += 1;
        }
        if seen.is_empty() {
            unseen.push(name.as_str());
        }
        let touched: Vec<&String> = keys.keys().filter(|key| known[*key] != keys[*key]).collect();
        closures_touched += touched.len();
        templates_touched += seen.len();
        println!("{name}: shown by {}, of {} closures", seen.len(), touched.len());
    }
    println!("{changes} changed pages, {templates_touched} templates shown, {closures_touched} closures touched");
    assert_eq!(unseen, ["year.html"], "no delegation of the demo has so many lines that its years have pages");
    assert!(changes > 3 * views.len(), "{changes} changes");
}

#[test]
fn an_edit_reaches_no_template_that_has_nothing_to_do_with_it() {
    let theme = plenary();
    let known = closures(&theme);
    let reached = |name: &str| -> BTreeMap<String, bool> {
        let mut edited = theme.clone();
        let file = edited.templates.get_mut(name).expect("the template");
        file.text = format!("{}\n", file.text).into();
        closures(&edited).into_iter().map(|(name, digest)| (name.clone(), known[&name] != digest)).collect()
    };
    let all = |name: &str| reached(name).into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(all("report.html"), ["report.html"]);
    assert_eq!(all("matrix_parts.html"), ["matrix.html", "matrix_parts.html"]);
    assert_eq!(all("statement.html"), [FEED, "print.html", "report.html", "statement.html"]);
    assert_eq!(all("delegation.html"), ["country.html", "delegation.html", "group.html"]);
    assert!(!reached("base.html")[FEED], "feeds have no frame");
}
