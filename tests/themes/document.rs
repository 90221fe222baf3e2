//! `docs/themes.md` has every template and every field of its view, as their doc comments say it.
//! `BLESS=1 cargo test --test themes` writes them in.

use rapporteur::model::shape::{Kind, SHAPES, Shape, view_of};
use rapporteur::model::view::{CHUNK_TEMPLATES, TEMPLATES};
use std::fmt::Write;
use std::fs;
use std::path::Path;

const MARK: &str = "<!-- What follows is written by ";

fn views() -> String {
    let mut views: Vec<&Shape> = TEMPLATES.iter().chain(CHUNK_TEMPLATES).filter_map(|name| view_of(name)).collect();
    views.sort_by_key(|view| view.templates);
    views.dedup_by_key(|view| view.name);
    let mut out = "\n## Views\n\n".to_owned();
    let contents: Vec<String> =
        views.iter().map(|view| format!("[{}](#{})", titles(view).replace('`', ""), anchor(&titles(view)))).collect();
    writeln!(out, "A section for each template: {}.", contents.join(", ")).expect("a string");
    for view in &views {
        section(&mut out, &titles(view), view);
    }
    out.push_str("\n## Parts\n\nWhat views are made of, by name.\n");
    for part in SHAPES.iter().filter(|shape| shape.templates.is_empty()) {
        section(&mut out, part.name, part);
    }
    out
}

fn titles(view: &Shape) -> String {
    view.templates.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ")
}

/// As hosts of Markdown make it of a heading.
fn anchor(title: &str) -> String {
    let kept = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
}

fn section(out: &mut String, title: &str, shape: &Shape) {
    writeln!(out, "\n### {title}\n").expect("a string");
    if !shape.doc.is_empty() {
        writeln!(out, "{}\n", shape.doc).expect("a string");
    }
    out.push_str("| field | type | |\n|---|---|---|\n");
    for field in shape.fields {
        let doc = field.doc.replace('|', "\\|");
        writeln!(out, "| `{}` | {} | {doc} |", field.name, said(&field.kind)).expect("a string");
    }
}

fn said(kind: &Kind) -> String {
    match kind {
        Kind::Text(_) => "text".to_owned(),
        Kind::Word(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            match words.split_last() {
                Some((last, before)) if !before.is_empty() => format!("{} or {last}", before.join(", ")),
                _ => words.concat(),
            }
        }
        Kind::Html => "Html".to_owned(),
        Kind::Number => "number".to_owned(),
        Kind::Flag => "true or false".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::Anything => "anything".to_owned(),
        Kind::Record(name) => format!("[{name}](#{})", anchor(name)),
        Kind::List(inner) => format!("list of {}", said(inner)),
        Kind::Map(inner) => format!("{}, by name", said(inner)),
        Kind::Optional(inner) => format!("{}, or none", said(inner)),
    }
}

#[test]
fn every_view_is_documented_as_its_comments_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/themes.md");
    let text = fs::read_to_string(&path).expect("the document");
    let start = text.find(MARK).expect("the mark");
    let end = start + text[start..].find('\n').expect("a line") + 1;
    let wanted = format!("{}{}", &text[..end], views());
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, wanted).expect("a document that can be written");
    } else {
        let differs = text.lines().zip(wanted.lines()).find(|(is, wanted)| is != wanted);
        assert!(text == wanted, "docs/themes.md is not what the views' comments say; the first line: {differs:?}");
    }
}

/// Of each template a view, of each view a template.
#[test]
fn every_template_has_a_view() {
    for template in TEMPLATES.iter().chain(CHUNK_TEMPLATES) {
        let named = SHAPES.iter().filter(|shape| shape.templates.contains(template)).count();
        assert_eq!(named, 1, "{named} doc comments of views begin with `{template}`");
    }
    for template in SHAPES.iter().flat_map(|shape| shape.templates) {
        assert!(TEMPLATES.contains(template) || CHUNK_TEMPLATES.contains(template), "{template} is none");
    }
}
