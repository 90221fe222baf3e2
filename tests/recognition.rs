//! How well mentions are found, measured on labelled texts: `tests/recognise/`, whose README says how they are marked.
//! `cargo test --test recognition -- --nocapture` prints the scores and every difference of the development set.

use rapporteur::build::{self, Hints, Options};
use rapporteur::model::date::Instant;
use rapporteur::model::ids::{InstrumentId, Lang};
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::SourceSet;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The goals, by document × id: delegations and clauses.
const GOALS: (f64, f64) = (0.97, 0.92);

/// Where a mention stands, in characters, and what it means.
type Marked = (usize, usize, Vec<String>);

struct Labelled {
    name: String,
    lang: String,
    instrument: String,
    text: String,
    marks: BTreeSet<Marked>,
}

fn labelled(split: &str) -> Vec<Labelled> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recognise").join(split);
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Labelled {
    let file = fs::read_to_string(path).expect("a text");
    let (head, body) = file.split_once("\n\n").expect("an empty line below the head");
    let field = |key: &str| {
        let line = head.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
        line.unwrap_or_else(|| panic!("{}: no `{key}`", path.display())).to_owned()
    };
    let mut text = String::new();
    let mut marks = BTreeSet::new();
    let mut rest = body;
    while let Some((before, marked)) = rest.split_once('⟦') {
        text.push_str(before);
        let (mark, after) = marked.split_once('⟧').expect("a mark that ends");
        let (surface, ids) = mark.split_once('|').expect("a surface and ids");
        let offset = text.chars().count();
        marks.insert((offset, surface.chars().count(), ids.split(' ').map(str::to_owned).collect()));
        text.push_str(surface);
        rest = after;
    }
    text.push_str(rest);
    let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
    Labelled { name, lang: field("lang"), instrument: field("instrument"), text, marks }
}

fn is_clause(ids: &[String]) -> bool {
    ids.iter().any(|id| id.contains('/'))
}

fn found(text: &Labelled, site: &build::Site) -> BTreeSet<Marked> {
    let path = "content/inspected/2000-01-01-text.md".into();
    let lang = Lang::read(&text.lang);
    let hints = Hints { lang, instrument: InstrumentId::read(&text.instrument), path: &path };
    let outcome = build::inspect(&text.text, site, &hints).value;
    let countries = outcome.countries.into_iter().map(|found| (found.offset, found.length, vec![found.id]));
    countries.chain(outcome.clauses.into_iter().map(|found| (found.offset, found.length, found.ids))).collect()
}

#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    wanted: usize,
}

impl Score {
    fn add<T: Ord>(&mut self, found: &BTreeSet<T>, wanted: &BTreeSet<T>) {
        self.right += found.intersection(wanted).count();
        self.found += found.len();
        self.wanted += wanted.len();
    }

    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.wanted).max(1) as f64
    }

    fn line(&self) -> String {
        let ratio = |whole: usize| self.right as f64 / whole.max(1) as f64;
        format!(
            "precision {:.3}  recall {:.3}  F1 {:.3}  ({} labels)",
            ratio(self.found),
            ratio(self.wanted),
            self.f1(),
            self.wanted
        )
    }
}

/// Scores of one split: by mention and by document × id, delegations and clauses.
fn score(split: &str, show: bool) -> [Score; 4] {
    let options = Options { now: Instant(0), drafts: Drafts::Shown, base_url: None };
    let site = build::read(&SourceSet::default(), &options).value;
    let mut scores: [Score; 4] = Default::default();
    for text in labelled(split) {
        let found = found(&text, &site);
        for (at, clauses) in [false, true].into_iter().enumerate() {
            let of = |marks: &BTreeSet<Marked>| -> BTreeSet<Marked> {
                marks.iter().filter(|mark| is_clause(&mark.2) == clauses).cloned().collect()
            };
            let ids = |marks: &BTreeSet<Marked>| -> BTreeSet<String> {
                of(marks).into_iter().flat_map(|mark| mark.2).collect()
            };
            scores[at].add(&of(&found), &of(&text.marks));
            scores[at + 2].add(&ids(&found), &ids(&text.marks));
        }
        if show {
            let surface = |mark: &Marked| text.text.chars().skip(mark.0).take(mark.1).collect::<String>();
            for mark in text.marks.difference(&found) {
                println!("{}: missed `{}` {}", text.name, surface(mark), mark.2.join(" "));
            }
            for mark in found.difference(&text.marks) {
                println!("{}: invented `{}` {}", text.name, surface(mark), mark.2.join(" "));
            }
        }
    }
    println!("{split}: delegations by mention   {}", scores[0].line());
    println!("{split}: delegations by document  {}", scores[2].line());
    println!("{split}: clauses by mention       {}", scores[1].line());
    println!("{split}: clauses by document      {}", scores[3].line());
    scores
}

fn meets_the_goals(scores: &[Score; 4]) {
    assert!(scores[2].f1() >= GOALS.0, "delegations by document: {:.3} is below {}", scores[2].f1(), GOALS.0);
    assert!(scores[3].f1() >= GOALS.1, "clauses by document: {:.3} is below {}", scores[3].f1(), GOALS.1);
}

#[test]
fn development_set_meets_the_goals() {
    assert!(labelled("dev").len() >= 30, "the texts were not found");
    meets_the_goals(&score("dev", true));
}

#[test]
fn texts_kept_aside_meet_the_goals() {
    assert!(labelled("test").len() >= 10, "the texts were not found");
    meets_the_goals(&score("test", std::env::var_os("SHOW_TEST_SPLIT").is_some()));
}

#[test]
fn texts_of_strangers_meet_the_goals() {
    for split in ["strangers-1", "strangers-2", "strangers-3"] {
        assert!(labelled(split).len() >= 12, "the texts of {split} were not found");
        meets_the_goals(&score(split, std::env::var_os("SHOW_TEST_SPLIT").is_some()));
    }
}
