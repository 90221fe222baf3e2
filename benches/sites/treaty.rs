//! The instrument that all conferences negotiate: three drafts of some thirty articles, each a little other than the
//! one before.

use super::dice::Dice;
use super::words::{ARTICLES, DUTIES};

/// Articles of the last draft.
pub const ARTICLE_COUNT: usize = ARTICLES.len();
/// This article is not yet in the first draft, so that all behind it are renumbered.
const ADDED: usize = 12;
/// Dates of the drafts, the oldest first.
pub const DATES: [&str; 3] = ["1996-01-02", "1996-04-01", "1996-09-02"];

const SIZE: u64 = 11;
const WORDS: u64 = 12;
const CHANGE: u64 = 13;

/// How many numbered paragraphs an article of the last draft has.
pub fn paragraphs(article: usize) -> usize {
    Dice::new(SIZE, article).between(2, 6)
}

/// One draft's text, below its front matter.
pub fn draft(at: usize) -> String {
    let mut text = "The chair’s text. Words in brackets are not agreed.\n\n## Preamble\n\n".to_owned();
    for recital in 1..=12 {
        text += &format!("{recital}. Recalling that {}.\n", duty(&mut Dice::new(WORDS, 900 + recital)));
    }
    let mut number = 0;
    for (article, heading) in (1..).zip(ARTICLES) {
        if at == 0 && article == ADDED {
            continue;
        }
        number += 1;
        text += &format!("\n## Article {number}. {heading}\n\n");
        for paragraph in 1..=paragraphs(article) {
            text += &format!("{paragraph}. {}\n", words((article, paragraph), at));
            if paragraph == 1 && article % 5 == 3 {
                for (letter, part) in "abcd".chars().zip(0..) {
                    let dice = &mut Dice::new(WORDS, article * 100 + 50 + part);
                    text += &format!("\n   ({letter}) {};\n", dice.pick(DUTIES[2]));
                }
                text.push('\n');
            }
        }
    }
    text
}

/// A paragraph's sentences; one in three is changed from one draft to the next, and brackets fall in the last.
fn words((article, paragraph): (usize, usize), at: usize) -> String {
    let number = article * 100 + paragraph;
    let changed = (1..=at).filter(|draft| Dice::new(CHANGE, number * 10 + draft).once_in(3)).count();
    let mut dice = Dice::new(WORDS, number);
    let mut text = format!("{}.", duty(&mut dice));
    for _ in 0..dice.between(1, 2) {
        text += &format!(" {}.", duty(&mut dice));
    }
    if changed > 0 {
        text += &format!(" {}.", duty(&mut Dice::new(WORDS, number + 10_000 * changed)));
    }
    if at < 2 && dice.once_in(5) { text.replacen("shall", "[shall] [should]", 1) } else { text }
}

fn duty(dice: &mut Dice) -> String {
    DUTIES.map(|parts| *dice.pick(parts)).join(" ")
}
