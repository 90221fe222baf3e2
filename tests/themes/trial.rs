//! The trial of a theme misses no field: whatever can be left out is tried with and without; and what it takes for a
//! view is what pages of the demo are made of.

use rapporteur::build::{self, Options};
use rapporteur::model::date::Instant;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::shape::{Field, Kind, SHAPES, Shape, shape, view_of};
use rapporteur::model::source::{Content, SourceSet};
use rapporteur::model::value::Value;
use rapporteur::model::view::{Assets, Blocks};
use rapporteur::render::sample::{Own, fills, sample};
use rapporteur::shell::scan;
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::path::Path;

type Seen = BTreeSet<(&'static str, &'static str, bool)>;

/// Notes of each field that can be left out whether it was there.
fn look(shape: &'static Shape, value: &Value, seen: &mut Seen) {
    let Value::Map(map) = value else { panic!("{} is no map", shape.name) };
    for field in shape.fields {
        let value = map.get(field.name).unwrap_or_else(|| panic!("{}.{} is not there", shape.name, field.name));
        if field.can_lack() {
            let is_there = !matches!(value, Value::Null) && *value != Value::List(Vec::new());
            seen.insert((shape.name, field.name, is_there));
        }
        within(&field.kind, value, seen);
    }
}

fn within(kind: &'static Kind, value: &Value, seen: &mut Seen) {
    match (kind, value) {
        (Kind::Record(name), _) => look(shape(name).expect("a shape"), value, seen),
        (Kind::Optional(_), Value::Null) => {}
        (Kind::Optional(inner), _) => within(inner, value, seen),
        (Kind::List(inner), Value::List(items)) => items.iter().for_each(|item| within(inner, item, seen)),
        _ => {}
    }
}

#[test]
fn each_view_is_tried_with_and_without_whatever_it_can_lack() {
    let own = Own { assets: &Assets::new(), blocks: &Blocks::new() };
    let mut count = 0;
    for view in SHAPES.iter().filter(|shape| !shape.templates.is_empty()) {
        let mut seen = Seen::new();
        fills(view).into_iter().for_each(|fill| look(view, &sample(view, fill, &own), &mut seen));
        for part in view.reached() {
            for field in part.fields.iter().filter(|field| field.can_lack()) {
                for is_there in [true, false] {
                    count += 1;
                    assert!(seen.contains(&(part.name, field.name, is_there)), "{}.{}", part.name, field.name);
                }
            }
        }
    }
    assert!(count > 500, "{count} ways");
}

/// What a page's view says of itself when it is serialised, held against its shape.
fn fits(kind: &'static Kind, value: &Json, at: &str) {
    let is_right = match kind {
        Kind::Text(_) | Kind::Html => value.is_string(),
        Kind::Date => value.as_str().is_some_and(|date| date.len() == 10),
        Kind::Word(words) => value.as_str().is_some_and(|word| words.contains(&word)),
        Kind::Number => value.is_number(),
        Kind::Flag => value.is_boolean(),
        Kind::Anything => true,
        Kind::Optional(inner) => {
            if !value.is_null() {
                fits(inner, value, at);
            }
            true
        }
        Kind::List(inner) => {
            value.as_array().into_iter().flatten().for_each(|item| fits(inner, item, at));
            value.is_array()
        }
        Kind::Map(inner) => {
            value.as_object().into_iter().flat_map(|map| map.values()).for_each(|item| fits(inner, item, at));
            value.is_object()
        }
        Kind::Record(name) => {
            record(shape(name).expect("a shape"), value, at);
            true
        }
    };
    assert!(is_right, "{at} is {value}, not {kind:?}");
}

fn record(shape: &'static Shape, value: &Json, at: &str) {
    let map = value.as_object().unwrap_or_else(|| panic!("{at} is no {}", shape.name));
    let names: BTreeSet<&str> = map.keys().map(String::as_str).collect();
    // `body` of a report is made while it is rendered, and is empty until then.
    let wanted: BTreeSet<&str> = shape.fields.iter().map(|field: &Field| field.name).collect();
    assert_eq!(names, wanted, "{at} against {}", shape.name);
    for field in shape.fields {
        fits(&field.kind, &map[field.name], &format!("{at}.{}", field.name));
        let is_empty = map[field.name].as_array().is_some_and(Vec::is_empty);
        assert!(!is_empty || !field.doc.contains("Never empty"), "{at}.{} is empty", field.name);
    }
}

#[test]
fn views_of_the_demo_have_the_shapes_that_are_documented() {
    let sources = scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None };
    let mut tried = BTreeSet::new();
    for (page, view) in build::pages(&sources, &options) {
        let Some(template) = view.template() else { continue };
        let json = serde_json::to_value(&view).expect("a view is serialised");
        record(view_of(template).expect("a view"), &json, page.route.as_str());
        tried.insert(template);
    }
    assert!(tried.len() >= 18, "only {tried:?}");
}

/// The themes inside the program have nothing wrong, whether or not they lie beside a site.
#[test]
fn the_programs_own_themes_pass() {
    for name in ["plenary", "gazette"] {
        let trial = build::try_theme(&SourceSet::default(), name).expect("a theme of the program");
        assert_eq!(trial.findings, [], "{name}");
        assert!(trial.value.renders > 500, "{name}: {}", trial.value.renders);
        assert!(trial.value.lacking.is_empty(), "{name} lacks {:?}", trial.value.lacking);
    }
}

/// `docs/theme.schema.json` has the keys that the program reads: it names them all where it meets another.
#[test]
fn the_schema_has_the_keys_that_are_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/theme.schema.json");
    let schema: Json = serde_json::from_str(&std::fs::read_to_string(path).expect("the schema")).expect("JSON");
    let keys = |schema: &Json| -> BTreeSet<String> {
        schema["properties"].as_object().expect("properties").keys().cloned().collect()
    };
    let read = |yaml: &str| -> BTreeSet<String> {
        let mut sources = SourceSet::default();
        for (file, text) in [("content/site.yaml", "theme: mine\n"), ("themes/mine/theme.yaml", yaml)] {
            sources.files.insert(file.into(), Content::Text(text.into()));
        }
        let findings = build::try_theme(&sources, "mine").expect("the theme").findings;
        let help = findings.iter().find_map(|finding| finding.help.clone().filter(|help| help.starts_with("the keys")));
        let help = help.unwrap_or_else(|| panic!("{findings:?}"));
        let list = help.strip_prefix("the keys are: ").and_then(|rest| rest.split(';').next()).expect("a list");
        list.split(", ").map(str::to_owned).collect()
    };
    assert_eq!(keys(&schema), read("extends: plenary\nstranger: 1\n"));
    assert_eq!(keys(&schema["$defs"]["options"]), read("extends: plenary\noptions: {stranger: 1}\n"));
    assert_eq!(keys(&schema["properties"]["paper"]), read("extends: plenary\npaper: {stranger: 1}\n"));
}
