//! The words that clauses are cited with, by language. One table, so that a language is one look.

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    Article,
    /// A paragraph by itself: only a clause when it says of which article, or of the preamble.
    Paragraph,
    /// A paragraph of the preamble.
    Recital,
    /// An operative paragraph of a resolution.
    Operative,
    Annex,
}

/// Whether more than one number may follow the label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    One,
    Several,
}

/// Labels of one word, in lower case.
const LABELS: &[(&str, Label, Many)] = &[
    ("article", Label::Article, Many::One),
    ("articles", Label::Article, Many::Several),
    ("art", Label::Article, Many::One),
    ("arts", Label::Article, Many::Several),
    ("paragraph", Label::Paragraph, Many::One),
    ("paragraphs", Label::Paragraph, Many::Several),
    ("para", Label::Paragraph, Many::One),
    ("paras", Label::Paragraph, Many::Several),
    ("recital", Label::Recital, Many::One),
    ("recitals", Label::Recital, Many::Several),
    ("pp", Label::Recital, Many::Several),
    ("op", Label::Operative, Many::Several),
    ("annex", Label::Annex, Many::One),
    ("annexes", Label::Annex, Many::Several),
    ("paragraphe", Label::Paragraph, Many::One),
    ("paragraphes", Label::Paragraph, Many::Several),
    ("considérant", Label::Recital, Many::One),
    ("considérants", Label::Recital, Many::Several),
    ("annexe", Label::Annex, Many::One),
    ("artículo", Label::Article, Many::One),
    ("artículos", Label::Article, Many::Several),
    ("párrafo", Label::Paragraph, Many::One),
    ("párrafos", Label::Paragraph, Many::Several),
    ("anexo", Label::Annex, Many::One),
    ("статья", Label::Article, Many::One),
    ("статьи", Label::Article, Many::Several),
    ("статье", Label::Article, Many::One),
    ("статью", Label::Article, Many::One),
    ("статьей", Label::Article, Many::One),
    ("статьёй", Label::Article, Many::One),
    ("статей", Label::Article, Many::Several),
    ("статьям", Label::Article, Many::Several),
    ("статьях", Label::Article, Many::Several),
    ("статьями", Label::Article, Many::Several),
    ("المادة", Label::Article, Many::One),
    ("المادتان", Label::Article, Many::Several),
    ("المادتين", Label::Article, Many::Several),
    ("المواد", Label::Article, Many::Several),
    ("مادة", Label::Article, Many::One),
    ("الفقرة", Label::Paragraph, Many::One),
    ("الفقرتان", Label::Paragraph, Many::Several),
    ("الفقرتين", Label::Paragraph, Many::Several),
    ("الفقرات", Label::Paragraph, Many::Several),
];

/// Letters that Arabic joins to the word they go before: and, so, with, like, for.
const ARABIC_PREFIXES: &[&str] = &["و", "ف", "ب", "ك", "ول", "وب"];

/// The label that `word` is, if any, in whatever case.
pub fn label(word: &str) -> Option<(Label, Many)> {
    let word = word.to_lowercase();
    let known = |word: &str| LABELS.iter().find(|(text, ..)| *text == word).map(|(_, label, many)| (*label, *many));
    known(&word).or_else(|| {
        let bare = ARABIC_PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix)).find_map(known);
        // "for the" swallows the article's alif: للمادة.
        bare.or_else(|| word.strip_prefix("لل").and_then(|rest| known(&format!("ال{rest}"))))
    })
}

/// Words that turn a paragraph into one of the preamble when they stand before it or behind it.
pub fn is_preambular(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "preambular",
        "preamble",
        "préambule",
        "préambulaire",
        "preambulaire",
        "preámbulo",
        "preambular",
        "preambulares",
        "преамбулы",
        "الديباجة",
        "ديباجة",
    ];
    WORDS.contains(&word.to_lowercase().as_str())
}

pub fn is_operative(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "operative" | "operational" | "dispositif")
}

/// Words between two numbers of one list.
pub fn is_and(word: &str) -> bool {
    const WORDS: &[&str] = &["and", "or", "et", "ou", "y", "e", "o", "и", "или", "و", "أو"];
    WORDS.contains(&word.to_lowercase().as_str())
}

/// Words between the two ends of a range.
pub fn is_to(word: &str) -> bool {
    const WORDS: &[&str] = &["to", "through", "à", "a", "al", "по", "до", "إلى"];
    WORDS.contains(&word.to_lowercase().as_str())
}

/// Words between a clause and what it is a part of.
pub fn is_of(word: &str) -> bool {
    const WORDS: &[&str] = &["of", "in", "to", "de", "du", "l", "la", "le", "the", "d", "del", "el", "من", "في"];
    WORDS.contains(&word.to_lowercase().as_str())
}

/// Numbers between two numbers: "Article 4 bis".
pub fn is_insertion(word: &str) -> bool {
    const WORDS: &[&str] = &["bis", "ter", "quater", "quinquies", "sexies", "septies"];
    WORDS.contains(&word)
}

/// The number that an ordinal word names: "twelfth" is 12.
pub fn ordinal(word: &str) -> Option<u32> {
    const ENGLISH: &[&str] = &[
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    const FRENCH: &[&str] = &[
        "premier",
        "deuxième",
        "troisième",
        "quatrième",
        "cinquième",
        "sixième",
        "septième",
        "huitième",
        "neuvième",
        "dixième",
        "onzième",
        "douzième",
        "treizième",
        "quatorzième",
        "quinzième",
    ];
    let word = word.to_lowercase();
    let at = ENGLISH.iter().position(|o| *o == word).or_else(|| FRENCH.iter().position(|o| *o == word))?;
    u32::try_from(at + 1).ok()
}

/// What stands behind the digits of an ordinal: 12th, 1er, 12e.
pub fn is_ordinal_ending(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "er" | "e" | "ème" | "º" | "o")
}

/// The value of a roman number in capitals or small letters, up to 89.
pub fn roman(word: &str) -> Option<u32> {
    let mut rest = word.to_lowercase();
    let mut value = 0;
    let tens = [("lx", 60), ("xl", 40), ("l", 50), ("x", 10)];
    let ones = [("ix", 9), ("iv", 4), ("v", 5), ("i", 1)];
    for (sign, worth) in tens.iter().chain(&ones) {
        let most = if matches!(*sign, "x" | "i") { 3 } else { 1 };
        for _ in 0..most {
            if let Some(shorter) = rest.strip_prefix(sign) {
                rest = shorter.to_owned();
                value += worth;
            }
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}
