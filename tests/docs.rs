//! The documentation and the program say the same: every finding's examples give what they say, every key is named.
//! `themes.rs` has the views.

use rapporteur::build::{self, Options};
use rapporteur::diag::{CODES, Severity};
use rapporteur::model::date::Instant;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::{Content, SourceSet};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn page(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The page's sections, each beginning with its head; heads inside examples are none.
fn sections(text: &str) -> Vec<String> {
    let mut sections: Vec<String> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        inside ^= line.starts_with("```");
        match (line.strip_prefix("## ").filter(|_| !inside), sections.last_mut()) {
            (Some(head), _) => sections.push(format!("{head}\n")),
            (None, Some(section)) => section.push_str(&format!("{line}\n")),
            (None, None) => {}
        }
    }
    sections
}

/// The files of a section's examples of one kind.
fn examples(section: &str, kind: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = section.lines();
    while let Some(line) = lines.next() {
        let Some(path) = line.strip_prefix("``` ").and_then(|info| info.strip_prefix(kind)) else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        found.push((path.trim().to_owned(), body.join("\n") + "\n"));
    }
    found
}

fn codes_of(files: &[(String, String)]) -> BTreeSet<&'static str> {
    let base = [
        (
            "content/c/_index.md",
            "---\ntitle: C\ninstruments: [att]\nissues: [{id: ammunition, title: Ammunition}]\n---\n",
        ),
        ("content/instruments/att/_index.md", "---\ntitle: ATT\n---\n"),
        ("content/instruments/att/2013-03-01.md", "---\ntitle: D\n---\n## Article 1\n\n## Article 2\n\n1. One.\n"),
    ];
    let mut sources = SourceSet::default();
    let base = base.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    for (path, text) in base.chain(files.iter().cloned()) {
        sources.files.insert(path.as_str().into(), Content::Text(text.into()));
    }
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None };
    build::build(&sources, &options).findings.iter().map(|finding| finding.code.as_str()).collect()
}

#[test]
fn every_finding_is_documented_by_examples_that_hold() {
    let text = page("docs/diagnostics.md");
    let sections = sections(&text);
    let names: Vec<&str> = sections.iter().map(|section| section.lines().next().unwrap_or_default()).collect();
    let codes: Vec<&str> = CODES.iter().map(|code| code.as_str()).collect();
    assert_eq!(names, codes, "the page has a section for each code, in the program's order");
    let mut tried = 0;
    for (section, code) in sections.iter().zip(CODES) {
        let severity = if code.severity() == Severity::Error { "*error.*" } else { "*warning.*" };
        assert!(section.contains(severity), "{code} is not called {severity}");
        let (wrong, right) = (examples(section, "wrong "), examples(section, "right "));
        if code.as_str() == "unreadable-text" {
            continue;
        }
        assert!(!wrong.is_empty() && !right.is_empty(), "{code} has no example");
        let found = codes_of(&wrong);
        assert!(found.contains(code.as_str()), "the wrong example of {code} gives {found:?}");
        let found = codes_of(&right);
        assert!(found.is_empty(), "the right example of {code} gives {found:?}");
        tried += 1;
    }
    assert_eq!(tried, CODES.len() - 1);
}

/// No template asks for a word that is not there; `tests/languages/` holds the languages against each other.
#[test]
fn every_word_that_a_template_asks_for_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/plenary");
    let keys = |lang: &str| -> BTreeSet<String> {
        let text = fs::read_to_string(root.join(format!("i18n/{lang}.ftl"))).expect("words");
        let heads = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        heads.filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned())).collect()
    };
    let english = keys("en");
    assert!(english.len() > 90, "{} words", english.len());
    for entry in fs::read_dir(root.join("templates")).expect("templates").filter_map(Result::ok) {
        let text = fs::read_to_string(entry.path()).expect("a template");
        for asked in text.split("t(key=\"").skip(1) {
            let key = asked.split('"').next().unwrap_or_default();
            let known = english.contains(key) || key.ends_with('-') && english.iter().any(|word| word.starts_with(key));
            assert!(known, "{} asks for `{key}`", entry.path().display());
        }
    }
}

/// Every key that the program reads stands in the authors' guide.
#[test]
fn every_key_is_documented() {
    let guide = page("docs/authoring.md");
    let mut count = 0;
    for file in ["matter.rs", "front_matter.rs", "site.rs", "registry.rs", "glossary.rs"] {
        let source = page(&format!("src/parse/{file}"));
        for call in [
            "text(\"",
            "written(\"",
            "date(\"",
            "instant(\"",
            "flag(\"",
            "flag_or(\"",
            "list(\"",
            "texts(\"",
            "maps(\"",
            "map(\"",
            "choice(\"",
            "by_language(\"",
            "integer(\"",
            "required(\"",
            "node(\"",
        ] {
            for asked in source.split(call).skip(1) {
                let key = asked.split('"').next().unwrap_or_default();
                count += 1;
                assert!(
                    guide.contains(&format!("`{key}")) || guide.contains(&format!("{key}:")),
                    "docs/authoring.md does not name `{key}` ({file})"
                );
            }
        }
    }
    assert!(count > 50, "only {count} keys were found");
}
