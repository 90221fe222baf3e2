//! Laws of comparing drafts: brackets and options add up, and no page of a comparison grows without bound.

use html5gum::{Token, Tokenizer};
use rapporteur::build::{self, Options};
use rapporteur::model::artifact::Body;
use rapporteur::model::date::Instant;
use rapporteur::model::instrument::{Draft, Unsettled};
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::{Content, SourceSet};
use rapporteur::shell::scan;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// What `docs/` promises of every page but a matrix.
const ELEMENTS: usize = 1_500;

/// Numbers that look thrown, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    /// Some words, a bracket among them now and then.
    fn words(&mut self, brackets: bool) -> String {
        let mut words = Vec::new();
        for _ in 0..8 + self.roll(20) {
            let word =
                ["arms", "State", "transfer", "shall", "not", "measures", "export", "risk"][self.roll(8) as usize];
            words.push(match self.roll(if brackets { 12 } else { u64::MAX }) {
                0 => format!("[{word}]"),
                1 => format!("[{word}"),
                2 => format!("{word}]"),
                3 => format!("[link {word}](https://example.org/)"),
                _ => word.to_owned(),
            });
        }
        words.join(" ")
    }
}

/// A draft of so many articles; `changed` of ten differ from draft to draft.
fn text(date: &str, articles: usize, paragraphs: usize, changed: u64) -> String {
    let mut text = format!("---\ntitle: Draft of {date}\n---\n[In] general.\n\n");
    let draft = date.bytes().map(u64::from).sum::<u64>();
    for article in 1..=articles {
        let _ = writeln!(text, "## Article {article}. [Heading] of {article}\n");
        for paragraph in 1..=paragraphs {
            let place = (article * 1_000 + paragraph) as u64;
            let mut dice = Dice(place);
            let changes = dice.roll(10) < changed;
            dice.0 += if changes { draft } else { 0 };
            let option = if dice.roll(9) == 0 { "Option 1: " } else { "" };
            let _ = writeln!(text, "{paragraph}. {option}{}\n", dice.words(true));
        }
    }
    text
}

fn site(drafts: &[(&str, String)]) -> SourceSet {
    let mut sources = SourceSet::default();
    let mut put = |path: String, text: String| sources.files.insert(path.as_str().into(), Content::Text(text.into()));
    put("content/instruments/t/_index.md".to_owned(), "---\ntitle: Treaty\n---\n".to_owned());
    for (date, text) in drafts {
        put(format!("content/instruments/t/{date}.md"), text.clone());
    }
    sources
}

fn options() -> Options {
    Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None }
}

/// The site's pages by their address.
fn pages(sources: &SourceSet) -> BTreeMap<String, String> {
    let outcome = build::build(sources, &options());
    assert!(!outcome.has_errors(), "{:?}", outcome.findings.first());
    let page = |artifact: rapporteur::model::artifact::Artifact| match artifact.body {
        Body::Bytes(bytes) => Some((artifact.route.to_string(), String::from_utf8_lossy(&bytes).into_owned())),
        Body::Copy(_) => None,
    };
    outcome.value.artifacts.into_iter().filter_map(page).collect()
}

/// Brackets by counting alone, without any clause: those that open, and those that close what was never opened.
fn brackets(draft: &Draft) -> usize {
    let (mut depth, mut count) = (0_usize, 0);
    for unit in &draft.prose.units {
        for sign in unit.text.chars() {
            match sign {
                '[' => (depth, count) = (depth + 1, count + 1),
                ']' if depth == 0 => count += 1,
                ']' => depth -= 1,
                _ => {}
            }
        }
    }
    count
}

/// All `WORD 4 → 1` in a text, summed.
fn sums(text: &str, word: &str) -> (usize, usize) {
    let mut sums = (0, 0);
    for found in text.split(&format!("{word} ")).skip(1) {
        let mut numbers = found.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        let is_change = found.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(" → ");
        if let (true, Some(before), Some(now)) = (is_change, numbers.next(), numbers.next()) {
            sums.0 += before.parse::<usize>().expect("a number");
            sums.1 += now.parse::<usize>().expect("a number");
        }
    }
    sums
}

#[test]
fn brackets_and_options_of_clauses_add_up_to_the_texts() {
    let demo = scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
    let small = site(&[("2020-01-01", text("2020-01-01", 12, 4, 6)), ("2020-02-01", text("2020-02-01", 15, 3, 6))]);
    let large = site(&[("2020-01-01", text("2020-01-01", 300, 3, 9)), ("2020-02-01", text("2020-02-01", 280, 4, 9))]);
    let (mut compared, mut counted) = (0, 0);
    for sources in [demo, small, large] {
        let site = build::read(&sources, &options()).value;
        for draft in site.drafts.values().flat_map(BTreeMap::values) {
            let clauses: Unsettled = draft.clauses.iter().map(|clause| clause.unsettled).sum();
            assert_eq!(clauses + draft.outside, draft.unsettled());
            assert_eq!(draft.unsettled().brackets, brackets(draft), "{}", draft.path);
            let tops = draft.clauses.iter().filter(|clause| clause.eid.parent().is_none());
            let tops: Unsettled = tops.map(|clause| draft.unsettled_in(&clause.eid)).sum();
            assert_eq!(tops, clauses, "{}", draft.path);
        }
        for (route, html) in pages(&sources) {
            let Some((head, rest)) = html.split_once("id=\"list\"") else { continue };
            let list = rest.split("id=\"words\"").next().unwrap_or_default();
            for word in ["brackets", "options"] {
                assert_eq!(sums(head, word), sums(list, word), "{word} of {route}");
                counted += sums(list, word).0;
            }
            compared += 1;
        }
    }
    println!("{counted} brackets and options in the older drafts of {compared} comparisons");
    assert!(compared >= 5 && counted > 1_000, "{counted} in {compared}");
}

#[test]
fn no_page_of_a_comparison_has_more_elements_than_a_page_may() {
    let sites = [
        ("300 articles, all changed", [text("2020-01-01", 300, 1, 10), text("2020-02-01", 300, 1, 10)]),
        ("300 articles, some changed", [text("2020-01-01", 300, 2, 3), text("2020-02-01", 300, 2, 3)]),
        ("one article of 300 paragraphs", [text("2020-01-01", 1, 300, 10), text("2020-02-01", 1, 300, 10)]),
        ("300 articles added", [text("2020-01-01", 1, 1, 0), text("2020-02-01", 300, 3, 0)]),
        ("an article of 300 paragraphs removed", [text("2020-01-01", 1, 300, 0), text("2020-02-01", 2, 1, 0)]),
    ];
    for (what, [older, newer]) in sites {
        let pages = pages(&site(&[("2020-01-01", older), ("2020-02-01", newer)]));
        let compare = pages.iter().filter(|(route, _)| route.contains("/compare/"));
        let counts: Vec<(usize, &str)> = compare.map(|(route, html)| (elements(html), route.as_str())).collect();
        let (most, largest) = counts.iter().max().expect("a comparison");
        println!("{what}: {} pages, at most {most} elements ({largest})", counts.len());
        assert!(*most <= ELEMENTS, "{what}: {most} elements at {largest}");
    }
}

fn elements(html: &str) -> usize {
    let is_start = |token: &Result<Token, _>| matches!(token, Ok(Token::StartTag(_)));
    let tokens = Tokenizer::new(html).map(|token: Result<Token, std::convert::Infallible>| token);
    tokens.filter(is_start).count()
}
