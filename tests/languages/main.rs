//! The six languages of the United Nations: the theme's words, dates, the order of names, writing from right to left.
//! `cldr.tsv` holds what CLDR says of them; `cldr.mjs` makes it.

mod dates;
mod pages;
mod style;
mod words;

use rapporteur::model::ids::Lang;
use rapporteur::model::theme::{Theme, ThemeFile};
use std::fs;
use std::path::{Path, PathBuf};

pub const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ar", "ru", "zh"];

pub fn lang(tag: &str) -> Lang {
    Lang::read(tag).expect("a language")
}

/// The folder of the theme inside the program.
pub fn plenary() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/plenary")
}

/// The words of the theme inside the program.
pub fn ftl(lang: &str) -> String {
    fs::read_to_string(plenary().join(format!("i18n/{lang}.ftl"))).unwrap_or_else(|why| panic!("{lang}: {why}"))
}

/// A theme of words alone.
pub fn theme() -> Theme {
    let file = |lang: &str| ThemeFile { path: format!("i18n/{lang}.ftl").into(), text: ftl(lang).into() };
    let words = LANGUAGES.iter().map(|lang| ((*lang).to_owned(), vec![file(lang)])).collect();
    Theme { name: "plenary".into(), words, ..Theme::default() }
}

/// The rows of one kind in what CLDR says, without the kind.
pub fn cldr(kind: &str) -> Vec<Vec<&'static str>> {
    let rows = include_str!("cldr.tsv").lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let rows: Vec<Vec<&str>> = rows.filter(|row| row[0] == kind).map(|row| row[1..].to_vec()).collect();
    assert!(!rows.is_empty(), "cldr.tsv has no {kind}");
    rows
}
