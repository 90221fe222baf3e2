//! Dates as CLDR's long and full patterns write them.

use crate::{LANGUAGES, cldr, lang, theme};
use rapporteur::model::date::Date;
use rapporteur::render::Words;
use std::collections::BTreeSet;

/// French documents of the United Nations write the first of a month `1er`; CLDR has no pattern for that.
fn wanted(lang: &str, date: Date, words: &str) -> String {
    let is_first = lang == "fr" && date.day() == 1;
    if is_first { words.replacen("1 ", "1er ", 1) } else { words.to_owned() }
}

#[test]
fn dates_are_written_as_cldr_says() {
    let theme = theme();
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for tag in LANGUAGES {
        let (words, findings) = Words::new(&theme, &lang(tag));
        assert!(findings.is_empty(), "{tag}: {findings:?}");
        for row in cldr("date").iter().filter(|row| row[0] == tag) {
            let date = Date::read(row[2]).expect("a date");
            // Where a space does not break, and where it does, is each theme's own matter.
            let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
            let said = plain(&words.date(date, row[1]).expect("a pattern and its months"));
            let written = plain(row[3]);
            let wanted = if ["long", "day", "short"].contains(&row[1]) { wanted(tag, date, &written) } else { written };
            if said != wanted {
                wrong.push(format!("{tag} {} {date}: {said} and not {wanted}", row[1]));
            }
            seen.insert((tag, row[1], date));
        }
    }
    assert_eq!(seen.len(), 6 * 5 * 14);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dates_have_western_digits_in_every_language() {
    let theme = theme();
    for tag in LANGUAGES {
        let (words, _) = Words::new(&theme, &lang(tag));
        let date = Date::read("2013-03-28").expect("a date");
        for style in ["long", "day", "week"] {
            let said = words.date(date, style).expect("a pattern");
            assert!(said.contains("2013") && said.contains("28"), "{tag} {style}: {said}");
        }
    }
}
