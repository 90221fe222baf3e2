//! Decides which of a theme's files a template's output can depend on, and what these files and a language's words are
//! known by. Knows no page.
//!
//! It reads names as they stand in the text, without compiling it, and so errs on the side of too much: what a comment
//! names counts. Never too little: whatever the engine can take for the name of a file or of a component is taken for
//! one here.

use super::words;
use crate::model::digest::Digest;
use crate::model::ids::Lang;
use crate::model::theme::{Theme, ThemeFile};
use crate::model::view::CHUNK_TEMPLATES;
use std::collections::{BTreeMap, BTreeSet};

/// Under this name [`closures`] has the files that feeds depend on: no template is theirs, but their entries are made
/// by some.
pub const FEED: &str = "feed.xml";

/// By each template's name: the digest of its text and of all that it reaches.
pub fn closures(theme: &Theme) -> BTreeMap<String, Digest> {
    let files = Files::new(theme);
    let names = theme.templates.keys().map(String::as_str).chain([FEED]);
    names.map(|name| (name.to_owned(), files.closure(name))).collect()
}

/// The digest of all words that pages in a language can have: its own, and English for what it lacks.
pub fn words_digest(theme: &Theme, lang: &Lang) -> Digest {
    let of_tag = |tag: &str| {
        let files = theme.words.get(tag).into_iter().flatten();
        Digest::all([Digest::of(tag.as_bytes())].into_iter().chain(files.map(text_digest)))
    };
    Digest::all(words::tags(lang).map(of_tag))
}

fn text_digest(file: &ThemeFile) -> Digest {
    Digest::of(file.text.as_bytes())
}

/// A theme's templates, and which names lead from one to another.
struct Files<'a> {
    digests: BTreeMap<&'a str, Digest>,
    /// From a template to the ones that it names.
    named: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Files<'a> {
    fn new(theme: &'a Theme) -> Self {
        let mut components: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (name, file) in &theme.templates {
            for component in words_after(&file.text, "component") {
                components.entry(component).or_default().insert(name);
            }
        }
        let mut files = Self { digests: BTreeMap::new(), named: BTreeMap::new() };
        for (name, file) in &theme.templates {
            let mut named: BTreeSet<&str> = BTreeSet::new();
            for written in quoted_after(&file.text, "extends").chain(quoted_after(&file.text, "include")) {
                // What is spelled with a backslash can be any name.
                let any = written.contains('\\');
                named.extend(theme.templates.keys().map(String::as_str).filter(|known| any || *known == written));
            }
            named.extend(calls(&file.text).filter_map(|component| components.get(component)).flatten());
            files.named.insert(name, named);
            files.digests.insert(name, text_digest(file));
        }
        for name in ["report.html", "print.html", FEED] {
            files.named.entry(name).or_default().extend(CHUNK_TEMPLATES);
        }
        files
    }

    /// All that a template reaches, by name; a circle is the engine's to refuse.
    fn closure(&self, name: &'a str) -> Digest {
        let mut reached = BTreeSet::from([name]);
        let mut waiting = vec![name];
        while let Some(next) = waiting.pop() {
            let named = self.named.get(next).into_iter().flatten();
            waiting.extend(named.filter(|name| reached.insert(name)).copied());
        }
        let parts = reached.iter().filter_map(|name| Some((name, self.digests.get(name)?)));
        Digest::all(parts.flat_map(|(name, digest)| [Digest::of(name.as_bytes()), *digest]))
    }
}

fn is_of_name(letter: char) -> bool {
    letter == '_' || letter.is_alphanumeric()
}

/// The name that a text begins with, white space before it left out.
fn name_at(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let end = text.find(|letter| !is_of_name(letter)).unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

/// What stands behind each place of a keyword that is not the end of a longer word.
fn after<'t>(text: &'t str, keyword: &'static str) -> impl Iterator<Item = &'t str> {
    let whole = move |at: &usize| !text[..*at].ends_with(is_of_name);
    text.match_indices(keyword).map(|(at, _)| at).filter(whole).map(move |at| &text[at + keyword.len()..])
}

/// Each name behind a keyword: what a file defines. Of `menu.entry` the first part.
fn words_after<'t>(text: &'t str, keyword: &'static str) -> impl Iterator<Item = &'t str> {
    after(text, keyword).filter_map(name_at)
}

/// Each text in quotation marks of any kind behind a keyword.
fn quoted_after<'t>(text: &'t str, keyword: &'static str) -> impl Iterator<Item = &'t str> {
    after(text, keyword).filter_map(|rest| {
        let rest = rest.trim_start();
        let mark = rest.chars().next().filter(|mark| matches!(mark, '"' | '\'' | '`'))?;
        rest[1..].split(mark).next()
    })
}

/// The names behind a `<`: components that are called, and elements of HTML.
fn calls(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('<').filter_map(|(at, _)| name_at(&text[at + 1..]))
}

#[cfg(test)]
mod tests;
