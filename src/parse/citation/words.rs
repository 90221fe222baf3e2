//! The words that clauses are cited with, by language. One table, so that a language is one look.

use crate::model::word_list::WordList;
pub use crate::model::numeral::{roman, to_roman};

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    Article,
    /// A paragraph: with letters instead of digits a part of one.
    Paragraph,
    Subparagraph,
    /// A paragraph of the preamble.
    Recital,
    /// An operative paragraph of a resolution.
    Operative,
    Annex,
    Section,
    Chapter,
    Schedule,
    Rule,
}

/// Whether more than one number may follow the label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Many {
    One,
    Several,
}

/// Labels of one word, in lower case.
const LABELS: &[(&str, Label, Many)] = &[
    ("article", Label::Article, Many::One), ("articles", Label::Article, Many::Several),
    ("art", Label::Article, Many::One), ("arts", Label::Article, Many::Several),
    ("paragraph", Label::Paragraph, Many::One), ("paragraphs", Label::Paragraph, Many::Several),
    ("para", Label::Paragraph, Many::One), ("paras", Label::Paragraph, Many::Several),
    ("§", Label::Paragraph, Many::One), ("subparagraph", Label::Subparagraph, Many::One),
    ("subparagraphs", Label::Subparagraph, Many::Several), ("subpara", Label::Subparagraph, Many::One),
    ("subparas", Label::Subparagraph, Many::Several), ("recital", Label::Recital, Many::One),
    ("recitals", Label::Recital, Many::Several), ("pp", Label::Recital, Many::Several),
    ("pps", Label::Recital, Many::Several), ("op", Label::Operative, Many::Several),
    ("ops", Label::Operative, Many::Several), ("annex", Label::Annex, Many::One),
    ("annexes", Label::Annex, Many::Several), ("section", Label::Section, Many::One),
    ("sections", Label::Section, Many::Several), ("chapter", Label::Chapter, Many::One),
    ("chapters", Label::Chapter, Many::Several), ("schedule", Label::Schedule, Many::One),
    ("schedules", Label::Schedule, Many::Several), ("rule", Label::Rule, Many::One),
    ("rules", Label::Rule, Many::Several), ("paragraphe", Label::Paragraph, Many::One),
    ("paragraphes", Label::Paragraph, Many::Several), ("par", Label::Paragraph, Many::One),
    ("alinéa", Label::Paragraph, Many::One), ("alinéas", Label::Paragraph, Many::Several),
    ("considérant", Label::Recital, Many::One), ("considérants", Label::Recital, Many::Several),
    ("annexe", Label::Annex, Many::One), ("chapitre", Label::Chapter, Many::One),
    ("chapitres", Label::Chapter, Many::Several), ("règle", Label::Rule, Many::One),
    ("règles", Label::Rule, Many::Several), ("artículo", Label::Article, Many::One),
    ("artículos", Label::Article, Many::Several), ("párrafo", Label::Paragraph, Many::One),
    ("párrafos", Label::Paragraph, Many::Several), ("párr", Label::Paragraph, Many::One),
    ("apartado", Label::Paragraph, Many::One), ("apartados", Label::Paragraph, Many::Several),
    ("inciso", Label::Subparagraph, Many::One), ("incisos", Label::Subparagraph, Many::Several),
    ("considerando", Label::Recital, Many::One), ("considerandos", Label::Recital, Many::Several),
    ("anexo", Label::Annex, Many::One), ("anexos", Label::Annex, Many::Several),
    ("capítulo", Label::Chapter, Many::One), ("capítulos", Label::Chapter, Many::Several),
    ("sección", Label::Section, Many::One), ("regla", Label::Rule, Many::One),
    ("пункт", Label::Paragraph, Many::One), ("пункта", Label::Paragraph, Many::One),
    ("пункту", Label::Paragraph, Many::One), ("пункте", Label::Paragraph, Many::One),
    ("пунктом", Label::Paragraph, Many::One), ("пункты", Label::Paragraph, Many::Several),
    ("пунктов", Label::Paragraph, Many::Several), ("пунктах", Label::Paragraph, Many::Several),
    ("подпункт", Label::Subparagraph, Many::One), ("подпункта", Label::Subparagraph, Many::One),
    ("подпункте", Label::Subparagraph, Many::One), ("подпункты", Label::Subparagraph, Many::Several),
    ("приложение", Label::Annex, Many::One), ("приложения", Label::Annex, Many::Several),
    ("приложении", Label::Annex, Many::One), ("статья", Label::Article, Many::One),
    ("статьи", Label::Article, Many::Several), ("статье", Label::Article, Many::One),
    ("статью", Label::Article, Many::One), ("статьей", Label::Article, Many::One),
    ("статьёй", Label::Article, Many::One), ("статей", Label::Article, Many::Several),
    ("статьям", Label::Article, Many::Several), ("статьях", Label::Article, Many::Several),
    ("статьями", Label::Article, Many::Several), ("المادة", Label::Article, Many::One),
    ("المادتان", Label::Article, Many::Several), ("المادتين", Label::Article, Many::Several),
    ("المواد", Label::Article, Many::Several), ("مادة", Label::Article, Many::One),
    ("الفقرة", Label::Paragraph, Many::One), ("الفقرتان", Label::Paragraph, Many::Several),
    ("الفقرتين", Label::Paragraph, Many::Several), ("الفقرات", Label::Paragraph, Many::Several),
    ("المرفق", Label::Annex, Many::One),
];

/// Letters that Arabic joins to the word they go before: and, so, with, like, for.
const ARABIC_PREFIXES: &[&str] = &["و", "ف", "ب", "ك", "ول", "وب"];

/// The label that `word` is, if any, in whatever case.
pub fn label(word: &str) -> Option<(Label, Many)> {
    let known = |word: &str| FIRST_WORDS.place(word).and_then(|at| LABELS.get(at)).map(|(_, label, many)| (*label, *many));
    let arabic = |word: &str| {
        let bare = ARABIC_PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix)).find_map(known);
        // "for the" swallows the article's alif: للمادة.
        bare.or_else(|| word.strip_prefix("لل").and_then(|rest| known(&format!("ال{rest}"))))
    };
    known(word).or_else(|| if word.is_ascii() { None } else { arabic(word) })
}

/// How many bytes of an Arabic label are a small word joined to it.
pub fn prefix(word: &str) -> usize {
    if word.is_ascii() || LABELS.iter().any(|(text, ..)| *text == word) {
        return 0;
    }
    let joined = |prefix: &&&str| word.strip_prefix(**prefix).is_some_and(|rest| label(rest).is_some());
    ARABIC_PREFIXES.iter().find(joined).map_or(0, |prefix| prefix.len())
}

/// Words that turn a paragraph into one of the preamble when they stand before it or behind it.
pub fn is_preambular(word: &str) -> bool {
    static WORDS: WordList = WordList::of(&[
        "preambular", "preamble", "préambule", "préambulaire", "préambulaires", "preambulaire", "preámbulo",
        "preambulares", "преамбулы", "الديباجة", "ديباجة",
    ]);
    WORDS.holds(word)
}

/// Before "of" and a label: "projets d'articles 9 et 10".
pub fn is_draft_of(word: &str) -> bool {
    static WORDS: WordList = WordList::of(&["projet", "projets", "proyecto", "proyectos"]);
    WORDS.holds(word)
}

pub fn is_operative(word: &str) -> bool {
    static WORDS: WordList = WordList::of(&[
        "operative", "operational", "dispositif", "dispositifs", "dispositivo", "dispositivos", "operativo",
        "operativos",
    ]);
    WORDS.holds(word)
}

/// Words between two numbers of one list.
pub fn is_and(word: &str) -> bool {
    static WORDS: WordList = WordList::of(&["and", "or", "et", "ou", "y", "e", "o", "и", "или", "و", "أو", "和", "及"]);
    WORDS.holds(word)
}

/// Words between the two ends of a range.
pub fn is_to(word: &str) -> bool {
    static WORDS: WordList = WordList::of(&["to", "through", "until", "à", "au", "a", "al", "по", "до", "إلى", "至"]);
    WORDS.holds(word)
}

/// Words between a clause and what it is a part of.
pub fn is_of(word: &str) -> bool {
    static WORDS: WordList = WordList::of(&["of", "in", "to", "under", "de", "du", "l", "la", "le", "the", "d", "del", "el", "en", "من", "في", "same"]);
    WORDS.holds(word)
}

/// Numbers between two numbers: "Article 4 bis".
pub fn is_insertion(word: &str) -> bool {
    static WORDS: WordList = WordList::of(&["bis", "ter", "quater", "quinquies", "sexies", "septies"]);
    WORDS.holds_exactly(word)
}

/// Ordinals written as words, with what they say.
const ORDINALS: &[(&str, u32)] = &[
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7),
    ("eighth", 8), ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13),
    ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18),
    ("nineteenth", 19), ("twentieth", 20), ("premier", 1), ("deuxième", 2), ("troisième", 3), ("quatrième", 4),
    ("cinquième", 5), ("sixième", 6), ("septième", 7), ("huitième", 8), ("neuvième", 9), ("dixième", 10),
    ("onzième", 11), ("douzième", 12), ("treizième", 13), ("quatorzième", 14), ("quinzième", 15), ("primer", 1),
    ("segundo", 2), ("tercer", 3), ("cuarto", 4), ("quinto", 5), ("sexto", 6), ("séptimo", 7), ("octavo", 8),
    ("noveno", 9), ("décimo", 10), ("undécimo", 11), ("duodécimo", 12),
];

/// Other words that a citation can begin with.
const OPENERS: &[&str] = &[
    "draft", "projet", "projets", "proyecto", "proyectos", "sub", "preambular", "preamble", "preambulaire", "preambulares", "operative", "operational",
];

/// Every word that a citation can begin with: labels, ordinals, then the others.
static FIRST_WORDS: WordList = WordList::of(&FIRST);
const FIRST: [&str; LABELS.len() + ORDINALS.len() + OPENERS.len()] = first_words();

const fn first_words() -> [&'static str; LABELS.len() + ORDINALS.len() + OPENERS.len()] {
    let mut words = [""; LABELS.len() + ORDINALS.len() + OPENERS.len()];
    let mut at = 0;
    while at < words.len() {
        words[at] = if at < LABELS.len() {
            LABELS[at].0
        } else if at < LABELS.len() + ORDINALS.len() {
            ORDINALS[at - LABELS.len()].0
        } else {
            OPENERS[at - LABELS.len() - ORDINALS.len()]
        };
        at += 1;
    }
    words
}

/// Whether a citation can begin with the word.
pub fn can_begin(word: &str) -> bool {
    FIRST_WORDS.holds(word)
}

/// The number that an ordinal word names: "twelfth" is 12.
pub fn ordinal(word: &str) -> Option<u32> {
    let place = FIRST_WORDS.place(word)?.checked_sub(LABELS.len())?;
    ORDINALS.get(place).map(|(_, number)| *number)
}

/// What stands behind the digits of an ordinal: 12th, 1er, 12e.
pub fn is_ordinal_ending(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "er" | "e" | "ème" | "º" | "o")
}

/// A number written as a word behind "Article", and how many words it has: `six`, `premier`, `السادسة`.
pub fn cardinal(word: &str, next: &str) -> Option<(u32, usize)> {
    const ENGLISH: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];
    const ARABIC: &[&str] = &[
        "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة", "العاشرة",
        "الحادية",
    ];
    static WORDS: WordList = WordList::of(&["premier", "primero"]);
    static UNITS: WordList = WordList::of(ENGLISH);
    if !WORDS.holds(word) && !UNITS.holds(word) && word.is_ascii() {
        return None;
    }
    let small = word.to_lowercase();
    if matches!(small.as_str(), "premier" | "primero" | "первая" | "первой") {
        return Some((1, 1));
    }
    let value = |words: &[&str]| words.iter().position(|text| *text == small).and_then(|at| u32::try_from(at + 1).ok());
    if let Some(unit) = value(ARABIC) {
        let unit = if unit == 11 { 1 } else { unit };
        return Some(if next == "عشرة" { (10 + unit, 2) } else { (unit, 1) });
    }
    value(ENGLISH).map(|value| (value, 1))
}

/// `六`, `十二`, `五十一`.
pub fn chinese_number(text: &str) -> Option<u32> {
    let digit = |letter: char| "〇一二三四五六七八九".chars().position(|d| d == letter);
    let (tens, ones) = match text.split_once('十') {
        Some((tens, ones)) => (if tens.is_empty() { 1 } else { digit(tens.chars().next()?)? }, ones),
        None => (0, text),
    };
    let ones = if ones.is_empty() && tens > 0 { 0 } else { digit(ones.chars().next()?)? };
    u32::try_from(tens * 10 + ones).ok()
}

/// Chinese letters follow a number without a space and are no part of it.
pub fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}

pub fn is_cyrillic(word: &str) -> bool {
    word.starts_with(|c: char| matches!(c, '\u{400}'..='\u{4ff}'))
}

/// Before "article" they make it a piece of writing.
pub fn is_indefinite(word: &str) -> bool {
    static WORDS: WordList = WordList::of(&["a", "an", "un", "una", "my", "his", "her", "our", "news", "mon", "mi"]);
    WORDS.holds(word)
}

/// What an ordinal can count in a preamble or an article.
pub fn is_paragraph_noun(word: &str) -> bool {
    const NOUNS: &[&str] = &[
        "paragraph", "paragraphs", "para", "paras", "recital", "recitals", "paragraphe", "alinéa", "considérant",
        "párrafo",
    ];
    NOUNS.contains(&word)
}

/// Words that cannot be things counted: behind `Article 6 and 7` they show that 7 is an article.
pub fn is_function_word(word: &str) -> bool {
    static WORDS: WordList = WordList::of(&[
        "is", "are", "was", "were", "be", "been", "will", "would", "should", "shall", "must", "may", "might", "can",
        "could", "have", "has", "had", "do", "does", "did", "of", "in", "on", "to", "for", "as", "by", "with",
        "from", "at", "and", "or", "but", "that", "which", "not", "both", "need", "needs", "remain", "remained",
        "remains", "require", "contain", "apply", "provide", "deal", "concern", "say", "speak", "go", "stand",
        "cover", "refer", "set", "did", "sont", "étaient", "de", "du", "son", "fueron", "del",
    ]);
    WORDS.holds_exactly(word)
}

/// What a number at a list's end may count instead of being one of the list.
pub fn is_counted(word: &str) -> bool {
    static WORDS: WordList = WordList::of(&[
        "states", "delegations", "countries", "members", "speakers", "others", "amendments", "proposals", "votes",
        "delegates", "people", "parties", "more", "ngos", "governments", "representatives", "ministers",
        "signatories", "délégations", "pays", "états", "orateurs", "delegaciones", "países", "estados",
    ]);
    is_duration(word) || WORDS.holds(word)
}

/// "An article, 10 years ago", "an article of 5 pages".
pub fn is_duration(word: &str) -> bool {
    matches!(word, "years" | "months" | "weeks" | "days" | "hours" | "minutes" | "pages" | "times" | "per" | "percent")
}
