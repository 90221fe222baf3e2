//! A draft named beside a citation: "Article 4 of the July text", "in the text of 27 March, Article 6". Its numbers are
//! then meant, whatever the day.

use super::instruments::sentence_before;
use crate::model::date::Date;
use crate::model::lineage::Lineage;
use crate::model::word_list::WordList;
use std::ops::Range;

/// Months in English, French and Spanish, from January on, three by three.
static MONTHS: WordList = WordList::of(&[
    "january",
    "janvier",
    "enero",
    "february",
    "février",
    "febrero",
    "march",
    "mars",
    "marzo",
    "april",
    "avril",
    "abril",
    "may",
    "mai",
    "mayo",
    "june",
    "juin",
    "junio",
    "july",
    "juillet",
    "julio",
    "august",
    "août",
    "agosto",
    "september",
    "septembre",
    "septiembre",
    "october",
    "octobre",
    "octubre",
    "november",
    "novembre",
    "noviembre",
    "december",
    "décembre",
    "diciembre",
]);
/// What a draft is called by.
static KINDS: WordList = WordList::of(&["text", "draft", "version", "texte", "projet", "texto", "proyecto", "versión"]);
/// Of several drafts the newest.
static LAST: WordList = WordList::of(&["final", "last", "latest", "adopted", "finale", "adopté", "adoptado"]);
/// Small words that a draft's name is made of.
static SMALL: WordList =
    WordList::of(&["of", "in", "the", "dated", "du", "de", "des", "dans", "le", "la", "del", "en", "el"]);
/// Before a draft's name they say that it is not the one meant.
static NOT: WordList = WordList::of(&["unlike", "than", "from", "since", "contrairement", "que", "diferencia"]);

/// So many words make a draft's name.
const LONGEST: usize = 8;

/// The date of the draft that a citation says it is of.
pub fn of_citation(text: &str, range: &Range<usize>, lineage: &Lineage) -> Option<Date> {
    if lineage.drafts.len() < 2 {
        return None;
    }
    behind(&text[range.end..], lineage).or_else(|| ahead(sentence_before(text, range.start), lineage))
}

/// "… of the July text", right behind the citation.
fn behind(rest: &str, lineage: &Lineage) -> Option<Date> {
    let rest = rest.strip_prefix(' ')?;
    let end = rest.find(['.', ';', ':', ',', '(', ')', '\n']).unwrap_or(rest.len());
    let words: Vec<&str> = rest[..end].split_whitespace().take(LONGEST).collect();
    SMALL.holds(words.first()?).then(|| named(&words, lineage)).flatten()
}

/// "In the July text, …": the last draft that the sentence has named.
fn ahead(sentence: &str, lineage: &Lineage) -> Option<Date> {
    let words: Vec<&str> = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let starts = (0..words.len()).rev().filter(|at| SMALL.holds(words[*at]));
    let clear = |at: &usize| at.checked_sub(1).is_none_or(|before| !NOT.holds(words[before]));
    let mut found = starts.filter(clear).filter_map(|at| named(&words[at..words.len().min(at + LONGEST)], lineage));
    found.next()
}

/// The draft that some words name: small words, a kind, and either "final" or a date that fits one draft alone.
fn named(words: &[&str], lineage: &Lineage) -> Option<Date> {
    let (mut kind, mut last) = (false, false);
    let (mut day, mut month, mut year) = (None, None, None);
    for word in words {
        if KINDS.holds(word) {
            if kind {
                break;
            }
            kind = true;
        } else if LAST.holds(word) {
            last = true;
        } else if let Some(place) = MONTHS.place(word) {
            month = Some(place / 3 + 1);
        } else if let Ok(number) = word.trim_end_matches(',').parse::<usize>() {
            *(if number > 31 { &mut year } else { &mut day }) = Some(number);
        } else if !SMALL.holds(word) {
            break;
        }
    }
    if !kind {
        return None;
    }
    if last && month.is_none() {
        return lineage.drafts.first().map(|draft| draft.date);
    }
    let month = month?;
    let fits = |date: Date| {
        let is = |number: usize, part: i64| i64::try_from(number) == Ok(part);
        is(month, date.month().into())
            && year.is_none_or(|year| is(year, date.year().into()))
            && day.is_none_or(|day| is(day, date.day().into()))
    };
    let mut dates = lineage.drafts.iter().map(|draft| draft.date).filter(|date| fits(*date));
    dates.next().filter(|_| dates.next().is_none())
}
