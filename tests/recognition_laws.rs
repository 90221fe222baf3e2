//! Laws of recognition, tried on thousands of texts put together from words that make trouble.

use rapporteur::build::{self, Hints, Inspection, Options};
use rapporteur::model::date::Instant;
use rapporteur::model::ids::{InstrumentId, Lang};
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::SourceSet;

/// Names, labels, numbers, signs and typography that the rules turn on.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "Article", "Articles", "Art.", "art.", "draft", "paragraph", "paragraphs", "sub-paragraph", "para.", "PP12", "OP 3",
    "preambular", "preamble", "twelfth", "12th", "6", "7", "6(1)", "(a)", "(a)–(h)", "VI", "6.10", "bis", "and", "to",
    "–", ",", ", and", "of", "the", "in", "its", "UN Charter", "of the Convention", "NPT", "Chapter VII", "Annex I",
    "Parties", "§", "第", "第六条", "المادة", "٦", "статья", "пункт 3", "Norway", "norwegian", "NORWAY’S", "Jordan",
    "Michael Jordan", "Georgia", "Atlanta, Georgia", "Korea", "Democratic People’s Republic of Korea", "Korean",
    "Guinea-Bissau", "Côte d’Ivoire", "Co\u{302}te d'Ivoire", "U.S.", "US", "CONTACT US", "G77 and China", "挪威",
    "والنرويج", "ё", "İ", "ﬁ", "\u{ad}", "\u{200d}", "\u{feff}", "👩‍👩‍👧", "*", "**", "`Chad`", "[Chad](country:none)",
    "[Fiji](https://example.org)", "&amp;", "\\*", "<b>Peru</b>", "| a |", "> ", "\n", "\n\n", "\n\n", ". ", "(", ")",
];

/// A generator of numbers that are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("small")
    }

    fn text(&mut self, words: usize) -> String {
        let mut text = String::new();
        for _ in 0..words {
            text.push_str(WORDS[self.roll(WORDS.len())]);
            if self.roll(5) > 0 {
                text.push(' ');
            }
        }
        text
    }
}

struct Bench {
    site: build::Site,
}

impl Bench {
    fn new() -> Self {
        let options = Options { now: Instant(0), drafts: Drafts::Shown, base_url: None };
        Self { site: build::read(&SourceSet::default(), &options).value }
    }

    fn inspect(&self, text: &str, lang: &str) -> Inspection {
        let path = "content/inspected/2000-01-01-text.md".into();
        let hints = Hints { lang: Lang::read(lang), instrument: InstrumentId::read("att"), path: &path };
        build::inspect(text, &self.site, &hints).value
    }
}

const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ar", "ru", "zh"];

#[test]
fn every_offset_slices_to_its_surface() {
    let bench = Bench::new();
    let mut dice = Dice(0x2013_0318);
    let mut seen = 0;
    for round in 0..4500 {
        let text = dice.text(30);
        let found = bench.inspect(&text, LANGUAGES[round % 6]);
        let letters: Vec<char> = text.chars().collect();
        let places = found.countries.iter().map(|c| (c.offset, c.length, &c.surface));
        let places = places.chain(found.clauses.iter().map(|c| (c.offset, c.length, &c.surface)));
        for (offset, length, surface) in places.chain(found.guesses.iter().map(|g| (g.offset, g.length, &g.surface))) {
            assert_eq!(letters[offset..offset + length].iter().collect::<String>(), *surface, "in {text:?}");
            assert!(length > 0, "in {text:?}");
            seen += 1;
        }
    }
    assert!(seen > 10_000, "only {seen} mentions were tried");
}

/// Only the paragraph itself is asked, so two texts with an empty line between them mean what each means alone.
#[test]
fn pieces_mean_what_the_whole_means() {
    let bench = Bench::new();
    let mut dice = Dice(0x2013_0328);
    let mut seen = 0;
    for round in 0..1500 {
        let lang = LANGUAGES[round % 6];
        // Marks that reach over paragraphs in Markdown, and notes, are no part of this law.
        let plain = |text: String| text.replace(['\n', '*', '`', '<', '>', '|', '[', ']', '\\'], " ");
        let (one, two) = (plain(dice.text(25)), plain(dice.text(25)));
        let (one, two) = (format!("x {}", one.trim()), format!("x {}", two.trim()));
        let whole = bench.inspect(&format!("{one}\n\n{two}"), lang);
        let shift = one.chars().count() + 2;
        let flat = |found: &Inspection, by: usize| -> Vec<(usize, String, String)> {
            let countries = found.countries.iter().map(|c| (c.offset + by, c.surface.clone(), c.id.clone()));
            let clauses = found.clauses.iter().map(|c| (c.offset + by, c.surface.clone(), c.ids.join(" ")));
            countries.chain(clauses).collect()
        };
        let mut apart = flat(&bench.inspect(&one, lang), 0);
        apart.extend(flat(&bench.inspect(&two, lang), shift));
        let mut together = flat(&whole, 0);
        together.sort();
        apart.sort();
        seen += together.len();
        assert_eq!(together, apart, "in {one:?} and {two:?}");
        let mut again = flat(&bench.inspect(&format!("{one}\n\n{two}"), lang), 0);
        again.sort();
        assert_eq!(together, again, "read twice");
    }
    assert!(seen > 5_000, "only {seen} mentions were tried");
}

/// What an author would never write: each once overflowed the stack, or grew with the square of its length.
#[test]
fn texts_without_end_are_read() {
    let bench = Bench::new();
    for phrase in [
        "paragraph 2 of ",
        "paragraphs 1 and 2 of ",
        "paragraphs 1–60 of Articles 1–60 of ",
        "first, ",
        "第1、",
        "(1)",
        ", paragraph 1",
        "Annexes 1–A, ",
    ] {
        let text = format!("Article 6{}", phrase.repeat(20_000));
        bench.inspect(&text, "en");
        bench.inspect(&phrase.repeat(20_000), "zh");
    }
}

#[test]
fn no_text_makes_it_panic() {
    let bench = Bench::new();
    let mut dice = Dice(0xdead_beef);
    for round in 0..1500 {
        let mut text = dice.text(20);
        // Letters at random between and within the words.
        for _ in 0..6 {
            let letter = char::from_u32(u32::try_from(dice.roll(0x11_0000)).expect("small")).unwrap_or('\u{fffd}');
            let mut at = dice.roll(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            text.insert(at, letter);
        }
        bench.inspect(&text, LANGUAGES[round % 6]);
    }
}

/// How quotation marks and spaces are set on pages is nothing that recognition sees.
#[test]
fn typography_changes_nothing_that_is_recognised() {
    let with = |word: &str| {
        let mut sources = SourceSet::default();
        let text = format!("languages: [en, fr, es, ru, ar]\ntypography: {word}\n");
        sources.files.insert("content/site.yaml".into(), rapporteur::model::source::Content::Text(text.into()));
        let options = Options { now: Instant(0), drafts: Drafts::Shown, base_url: None };
        Bench { site: build::read(&sources, &options).value }
    };
    let (set, typed) = (with("true"), with("false"));
    let mut dice = Dice(77);
    let marks = ["\"", "'", " ?", "!", " : ", "« ", " »", "--", "---", "...", "“", "”"];
    let mut found = 0;
    for _ in 0..400 {
        let mut text = String::new();
        for _ in 0..6 {
            text.push_str(&dice.text(4));
            text.push_str(marks[dice.roll(marks.len())]);
        }
        for lang in ["en", "fr", "es", "ru", "ar"] {
            let (one, other) = (set.inspect(&text, lang), typed.inspect(&text, lang));
            assert_eq!(format!("{:?}", one.countries), format!("{:?}", other.countries), "{lang}: {text}");
            assert_eq!(format!("{:?}", one.clauses), format!("{:?}", other.clauses), "{lang}: {text}");
            found += one.countries.len() + one.clauses.len();
        }
    }
    assert!(found > 5_000, "{found}");
}
