//! Words as addresses.

use unicode_normalization::UnicodeNormalization;

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
