//! Laws of identity: an article keeps its page through any renumbering, insertion and deletion, and joining drafts does
//! not grow faster than their number.

use rapporteur::build::{self, Options};
use rapporteur::model::date::{Date, Instant};
use rapporteur::model::ids::{ClauseId, Eid, InstrumentId};
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::{Content, SourceSet};
use std::collections::BTreeMap;

/// Numbers without end, the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

const SYLLABLES: [&str; 16] =
    ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va"];

fn word(dice: &mut Dice) -> String {
    (0..3 + dice.roll(2)).map(|_| SYLLABLES[dice.roll(SYLLABLES.len())]).collect()
}

/// The words of one article, which it keeps but for one in each draft.
#[derive(Clone)]
struct Article {
    heading: String,
    paragraphs: Vec<Vec<String>>,
}

impl Article {
    fn new(dice: &mut Dice) -> Self {
        let mut words = |many: usize| (0..many).map(|_| word(dice)).collect::<Vec<_>>();
        Self { heading: words(2).join(" "), paragraphs: vec![words(14), words(14), words(14)] }
    }

    fn print(&self, number: usize) -> String {
        let paragraphs = self.paragraphs.iter().enumerate();
        let lines: String = paragraphs.map(|(at, words)| format!("{}. {}.\n", at + 1, words.join(" "))).collect();
        format!("## Article {number}. {}\n\n{lines}\n", self.heading)
    }
}

fn site(drafts: &[String]) -> build::Site {
    let mut files = vec![("content/instruments/t/_index.md".to_owned(), "---\ntitle: T\n---\n".to_owned())];
    for (at, text) in drafts.iter().enumerate() {
        files.push((format!("content/instruments/t/{}.md", date(at)), format!("---\ntitle: D\n---\n{text}")));
    }
    let files = files.into_iter().map(|(path, text)| (path.as_str().into(), Content::Text(text.as_str().into())));
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Shown, base_url: None };
    build::read(&SourceSet { files: files.collect() }, &options).value
}

fn date(at: usize) -> Date {
    Date::read(&format!("20{:02}-{:02}-01", 10 + at / 12, 1 + at % 12)).expect("a date")
}

#[test]
fn an_article_keeps_its_page_through_any_history() {
    let mut checked = 0;
    for seed in 0..120 {
        let mut dice = Dice(seed);
        let mut all: BTreeMap<usize, Article> = BTreeMap::new();
        let mut order: Vec<usize> = Vec::new();
        let mut history: Vec<Vec<usize>> = Vec::new();
        let mut drafts: Vec<String> = Vec::new();
        for _ in 0..5 {
            for _ in 0..1 + dice.roll(3) {
                let id = all.len();
                all.insert(id, Article::new(&mut dice));
                order.insert(dice.roll(order.len() + 1), id);
            }
            if order.len() > 4 && dice.roll(2) == 0 {
                order.remove(dice.roll(order.len()));
            }
            if dice.roll(2) == 0 {
                let (one, other) = (dice.roll(order.len()), dice.roll(order.len()));
                order.swap(one, other);
            }
            for article in all.values_mut() {
                let (paragraph, at) = (dice.roll(3), dice.roll(14));
                article.paragraphs[paragraph][at] = word(&mut dice);
            }
            drafts.push(order.iter().enumerate().map(|(at, id)| all[id].print(at + 1)).collect());
            history.push(order.clone());
        }
        let site = site(&drafts);
        let mut pages: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (at, order) in history.iter().enumerate() {
            for (number, id) in order.iter().enumerate() {
                for paragraph in 1..=3 {
                    let eid = format!("art_{}__para_{paragraph}", number + 1);
                    let cited = ClauseId {
                        instrument: InstrumentId::read("t").expect("an id"),
                        eid: Eid::read(&eid).expect("an eId"),
                    };
                    let lasting = site.book.identity(cited, Some(date(at))).to_string();
                    let known = pages.entry(lasting.clone()).or_insert((*id, paragraph));
                    assert_eq!(*known, (*id, paragraph), "seed {seed}, draft {at}: {eid} is taken for {lasting}");
                    checked += 1;
                }
            }
        }
        // As many pages as there ever were paragraphs: none has two.
        assert_eq!(pages.len(), 3 * history.iter().flatten().collect::<std::collections::BTreeSet<_>>().len());
    }
    println!("{checked} numbers in 600 drafts led to the right page");
}

#[test]
fn a_long_treaty_with_many_drafts_is_joined() {
    let mut dice = Dice(7);
    let articles: Vec<Article> = (0..125).map(|_| Article::new(&mut dice)).collect();
    let draft =
        |shift: usize| articles.iter().enumerate().map(|(at, one)| one.print(at + 1 + shift)).collect::<String>();
    let drafts: Vec<String> = (0..30).map(|at| draft(at % 4)).collect();
    let begun = std::time::Instant::now();
    let site = site(&drafts);
    let lineage = &site.book.lineages[&InstrumentId::read("t").expect("an id")];
    println!("500 clauses, 30 drafts: read and joined in {:.1?}, {} joins", begun.elapsed(), lineage.joins.len());
    assert_eq!(lineage.joins.len(), 29 * 500);
}

#[test]
fn two_clauses_never_become_one() {
    let old = "## Article 1. Scope\n\nArms of every kind.\n";
    let new = "---\ntitle: D\nwas: {art_1: art_1, art_2: art_1}\n---\n## Article 1. Scope\n\nArms.\n\n## Article 2. Other\n\nShips.\n";
    let files = [
        ("content/instruments/t/_index.md", "---\ntitle: T\n---\n".to_owned()),
        ("content/instruments/t/2010-01-01.md", format!("---\ntitle: D\n---\n{old}")),
        ("content/instruments/t/2010-02-01.md", new.to_owned()),
    ];
    let files = files.into_iter().map(|(path, text)| (path.into(), Content::Text(text.as_str().into())));
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Shown, base_url: None };
    let site = build::read(&SourceSet { files: files.collect() }, &options).value;
    let lineage = &site.book.lineages[&InstrumentId::read("t").expect("an id")];
    let lasting = |eid: &str| lineage.lasting(&Eid::read(eid).expect("an eId"), None).expect("there").to_string();
    assert_eq!((lasting("art_1"), lasting("art_2")), ("art_1".to_owned(), "art_2".to_owned()));
    assert_eq!(lineage.joins.len(), 1);
}
