//! What a site does not say in each of its languages, as a person or a program reads it.

use super::cli::Format;
use super::print;
use crate::build::Untranslated;
use serde_json::json;

pub fn print(languages: &[Untranslated], format: Format) {
    match format {
        Format::Json => print::json(&json!({ "languages": languages })),
        Format::Human => languages.iter().for_each(human),
    }
}

fn human(language: &Untranslated) {
    let Untranslated { lang, texts, words, names } = language;
    let part = |count: usize, word: &str| format!("{lang}: {} without a translation", print::plural(count, word));
    if texts.is_empty() && words.is_empty() && names.is_empty() {
        print::out(&format!("{lang}: nothing is missing"));
    }
    if !texts.is_empty() {
        print::out(&part(texts.len(), "text"));
        texts.iter().for_each(|path| print::out(&format!("  {path}")));
    }
    if !names.is_empty() {
        print::out(&part(names.len(), "name"));
        names.iter().for_each(|one| print::out(&format!("  {}: {} ({})", one.file, one.what, one.name)));
    }
    if !words.is_empty() {
        print::out(&format!("{lang}: {} that the theme says in English", print::plural(words.len(), "word")));
        print::out(&format!("  {}", words.join(" ")));
    }
}
