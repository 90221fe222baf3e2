//! The order of names: each language's own rules, by CLDR. The collator's only home.

use crate::model::view::Counted;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;
use std::cmp::Reverse;

/// How one language sorts. An unknown language sorts as CLDR's root does.
pub struct Collation {
    /// None where CLDR's tables fail, which those inside the program do not: names are then sorted as they are.
    all: Option<CollatorBorrowed<'static>>,
    /// Tells letters apart and not their accents.
    letters: Option<CollatorBorrowed<'static>>,
    lang: Option<&'static str>,
}

impl Collation {
    /// By the language's tag.
    pub fn of(tag: &str) -> Self {
        let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        let of = |strength| {
            let mut options = CollatorOptions::default();
            options.strength = strength;
            Collator::try_new((&locale).into(), options).ok()
        };
        let special = ["ar", "zh"].into_iter().find(|special| tag.split('-').next() == Some(*special));
        Self { all: of(None), letters: of(Some(Strength::Primary)), lang: special }
    }

    /// What a name is sorted by. Equal names have equal keys.
    pub fn key(&self, name: &str) -> Vec<u8> {
        let name = self.sorted_part(name);
        let mut key = Vec::new();
        let written = self.all.as_ref().map(|collator| collator.write_sort_key_to(name, &mut key));
        if !matches!(written, Some(Ok(()))) {
            key = name.as_bytes().to_vec();
        }
        key
    }

    /// Arabic lists pass over the article: السودان stands under سين.
    fn sorted_part<'n>(&self, name: &'n str) -> &'n str {
        if self.lang == Some("ar") { name.strip_prefix("ال").unwrap_or(name) } else { name }
    }

    /// What lists of counts are sorted by: the most first, equals by name.
    pub fn by_count(&self, count: usize, name: &str) -> (Reverse<usize>, Vec<u8>, String) {
        (Reverse(count), self.key(name), name.to_owned())
    }

    /// Puts names that are counted in that order.
    pub fn most_first(&self, lines: &mut [Counted]) {
        lines.sort_by_cached_key(|line| self.by_count(line.count, &line.text));
    }

    /// The letter under which a name stands in a list. Accents that the language does not take for letters of their own
    /// are left out: É is E in Spanish, Ñ is not N. Chinese names stand under the first letter of their pinyin.
    pub fn letter(&self, name: &str) -> String {
        use unicode_normalization::UnicodeNormalization;
        let Some(first) = self.sorted_part(name).chars().next() else { return String::new() };
        if self.lang == Some("zh")
            && let Some(letter) = self.pinyin(first)
        {
            return letter.to_string();
        }
        let upper: String = first.to_uppercase().collect();
        let bare: String = upper.nfd().take(1).collect();
        let same = self.letters.as_ref().is_none_or(|letters| letters.compare(&bare, &upper).is_eq());
        if same { bare } else { upper }
    }

    /// CLDR's order of Chinese has a mark before the characters of each letter.
    fn pinyin(&self, first: char) -> Option<char> {
        let collator = self.all.as_ref().filter(|_| !first.is_ascii() && first.is_alphabetic())?;
        let first = first.to_string();
        let begins_before = |letter: &char| collator.compare(&format!("\u{fdd0}{letter}"), &first).is_le();
        let last = ('A'..='Z').rev().find(begins_before)?;
        // Other scripts stand behind the last character.
        let is_chinese =
            matches!(first.chars().next().map(u32::from), Some(0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff));
        is_chinese.then_some(last)
    }
}

#[cfg(test)]
mod tests {
    use super::Collation;

    /// What CLDR says of some names, by way of another program: see the file's head.
    #[test]
    fn names_stand_in_the_order_of_their_language() {
        let wanted = include_str!("../../tests/languages/cldr.tsv");
        let mut count = 0;
        for line in wanted.lines().filter_map(|line| line.strip_prefix("order\t")) {
            let (lang, names) = line.split_once('\t').expect("a language and names");
            let wanted: Vec<&str> = names.split('\t').collect();
            let mut names = wanted.clone();
            names.sort_unstable();
            assert_ne!(names, wanted, "{lang}: the order of characters would do");
            let collation = Collation::of(lang);
            names.sort_by_cached_key(|name| collation.key(name));
            assert_eq!(names, wanted, "{lang}");
            count += names.len();
        }
        assert!(count > 40, "{count} names");
    }

    #[test]
    fn arabic_passes_over_the_article() {
        let collation = Collation::of("ar");
        let mut names = vec!["النمسا", "مصر", "السودان", "ألمانيا", "بنن", "اليمن", "الأردن", "إيران", "الجزائر"];
        names.sort_by_cached_key(|name| collation.key(name));
        assert_eq!(names, ["الأردن", "ألمانيا", "إيران", "بنن", "الجزائر", "السودان", "مصر", "النمسا", "اليمن"]);
    }

    #[test]
    fn names_stand_under_letters_of_their_language() {
        for (lang, name, letter) in [
            ("en", "Åland Islands", "A"),
            ("sv", "Åland", "Å"),
            ("fr", "Érythrée", "E"),
            ("fr", "Îles Cook", "I"),
            ("es", "Ñandú", "Ñ"),
            ("es", "Ángel", "A"),
            ("ru", "Ёлка", "Е"),
            ("ru", "Йемен", "Й"),
            ("ar", "إيران", "ا"),
            ("ar", "السودان", "س"),
            ("zh", "阿根廷", "A"),
            ("zh", "中国", "Z"),
            ("zh", "77国集团", "7"),
            ("zh", "Aruba", "A"),
            ("en", "", ""),
        ] {
            assert_eq!(Collation::of(lang).letter(name), letter, "{lang}: {name}");
        }
    }
}
