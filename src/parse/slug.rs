//! Words as addresses.

use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// The anchors of a text's headings, each given once.
#[derive(Default)]
pub struct Slugs {
    taken: BTreeSet<String>,
    /// How often each slug was asked for.
    asked: BTreeMap<String, u32>,
}

impl Slugs {
    /// Takes an id that the author chose for a heading, wherever that stands.
    pub fn take(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// An anchor made of a heading's words; a second heading of the same words gets `-2`.
    pub fn of(&mut self, words: &str) -> String {
        let mut slug = heading_slug(words);
        if is_ours(&slug) {
            slug.insert_str(0, "section-");
        }
        let asked = self.asked.entry(slug.clone()).or_default();
        loop {
            *asked += 1;
            let anchor = if *asked == 1 { slug.clone() } else { format!("{slug}-{asked}") };
            if self.taken.insert(anchor.clone()) {
                return anchor;
            }
        }
    }
}

/// Whether a slug looks like the address of a paragraph or of a footnote.
fn is_ours(slug: &str) -> bool {
    let number = ["p", "fn-", "fnref-"].into_iter().find_map(|head| slug.strip_prefix(head));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A heading's anchor: its letters and digits in lower case, in whatever script, joined by hyphens.
pub fn heading_slug(words: &str) -> String {
    let mut slug = String::new();
    for letter in words.nfc().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(letter, '’' | '\'') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section".to_owned() } else { slug.to_owned() }
}
