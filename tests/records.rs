//! What a memory holds is read back as it was written, and what a page is made of is known by its digest.

use rapporteur::build::{self, Options, Site};
use rapporteur::diag::{CODES, Diagnostic};
use rapporteur::model::corpus::Corpus;
use rapporteur::model::date::{Date, Instant};
use rapporteur::model::digest::{Digest, Digested};
use rapporteur::model::gist::Texts;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::page::*;
use rapporteur::model::prose::{Alert, Node, NodeKind, Tag};
use rapporteur::model::source::{SourceSet, Span};
use rapporteur::model::value::Value;
use rapporteur::model::view::{ConferenceCard, Link, Moved};
use rapporteur::shell::scan;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::fs;
use std::path::Path;

fn options() -> Options {
    Options { now: Instant(1_900_000_000), drafts: Drafts::Shown, base_url: None }
}

fn demo() -> SourceSet {
    scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo")
}

/// The sources of every case: many small sites, with what authors write seldom or wrongly.
fn cases() -> Vec<SourceSet> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let files = walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok);
    let cases = files.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "case"));
    let sources = |text: String| {
        let mut sources = SourceSet::default();
        for section in text.split("\n-- ").skip(1) {
            let (head, body) = section.split_once(" --\n").unwrap_or_default();
            if head.ends_with(".md") || head.ends_with(".yaml") {
                sources.files.insert(head.into(), scan::text(body.as_bytes().to_vec()));
            }
        }
        sources
    };
    cases.map(|entry| sources(fs::read_to_string(entry.path()).expect("a case"))).collect()
}

/// Writes a value, reads it back, and writes that: both writings are the same bytes.
fn comes_back<T: Serialize + DeserializeOwned>(value: &T) -> T {
    let written = postcard::to_allocvec(value).expect("a record");
    let read: T = postcard::from_bytes(&written).expect("a value");
    assert!(postcard::to_allocvec(&read).expect("a record") == written, "other bytes");
    read
}

fn is_kept<T: Serialize + serde::de::DeserializeOwned + PartialEq + Debug>(value: &T) {
    let read = comes_back(value);
    assert!(read == *value, "written: {value:#?}\nread: {read:#?}");
}

/// How many manuscripts, reports and findings a site has; all of them come back from a record.
fn all_kept(sources: &SourceSet) -> [usize; 3] {
    let built = build::read(sources, &options());
    let Site { texts, book, .. } = built.value;
    let manuscripts: Vec<_> = texts.values().flat_map(BTreeMap::values).collect();
    manuscripts.iter().for_each(|manuscript| is_kept(*manuscript));
    let reports = |corpora: &[Corpus], texts: &dyn Texts| {
        let gists: Vec<_> = corpora.iter().flat_map(|corpus| &corpus.reports).collect();
        for gist in &gists {
            is_kept(&***gist);
            is_kept(&*texts.report(gist));
            is_kept(&*texts.sentences(gist));
        }
        gists.len()
    };
    let editions = build::editions(sources, &options(), reports);
    let findings: Vec<&Diagnostic> = built.findings.iter().chain(&editions.findings).collect();
    findings.iter().for_each(|finding| is_kept(*finding));
    is_kept(&book);
    [manuscripts.len(), editions.value, findings.len()]
}

#[test]
fn what_the_demo_and_all_cases_hold_comes_back_from_a_record() {
    let mut sum = all_kept(&demo());
    let of_demo = sum;
    for case in cases() {
        for (sum, count) in sum.iter_mut().zip(all_kept(&case)) {
            *sum += count;
        }
    }
    println!("{sum:?} manuscripts, reports and findings, {of_demo:?} of the demo");
    assert!(of_demo[0] > 15 && of_demo[1] >= 24, "the demo: {of_demo:?}");
    assert!(sum[0] > 150 && sum[1] > 150 && sum[2] > 150, "with the cases: {sum:?}");
}

#[test]
fn every_kind_of_mark_and_value_comes_back() {
    CODES.iter().for_each(is_kept);
    for alert in [Alert::Note, Alert::Tip, Alert::Important, Alert::Warning, Alert::Caution] {
        is_kept(&NodeKind::Open(Tag::Alert(alert)));
    }
    let texts = [Value::Null, Value::Bool(true), Value::Int(-7), Value::Float(6.1), Value::Text("6.10".into())];
    let map = Value::Map(BTreeMap::from([("a".to_owned(), Value::List(texts.to_vec()))]));
    is_kept(&map);
    let digests: BTreeSet<Digest> = texts.iter().chain([&map, &Value::default()]).map(Digest::of_value).collect();
    assert_eq!(digests.len(), 7, "no two of them are taken for one");
    assert!(Digest::of_value(&Value::Int(1)) != Digest::of_value(&Value::Bool(true)), "a number is not a yes");
}

#[test]
fn templates_see_values_plain() {
    let value = Value::Map(BTreeMap::from([("a".to_owned(), Value::List(vec![Value::Null, Value::Int(1)]))]));
    assert_eq!(serde_json::to_string(&value).expect("JSON"), r#"{"a":[null,1]}"#);
    let date = Date::read("2013-03-20").expect("a date");
    assert_eq!(serde_json::to_string(&date).expect("JSON"), r#""2013-03-20""#);
}

#[test]
fn a_damaged_record_is_an_error_and_no_wrong_value() {
    let day = postcard::to_allocvec(&(2013_i16, 13_i8, 1_i8)).expect("three numbers");
    assert!(postcard::from_bytes::<Date>(&day).is_err(), "there is no thirteenth month");
    let first = |corpora: &[Corpus], texts: &dyn Texts| texts.report(&corpora[0].reports[0]);
    let report = build::editions(&demo(), &options(), first).value;
    let record = postcard::to_allocvec(&*report).expect("a record");
    for length in 0..record.len() {
        assert!(postcard::from_bytes::<rapporteur::model::report::Report>(&record[..length]).is_err(), "{length}");
    }
}

/// All pages of a site, as they are listed.
fn pages(sources: &SourceSet) -> Vec<Page> {
    build::pages(sources, &options()).into_iter().map(|(page, _)| page).collect()
}

#[test]
fn pages_made_twice_have_equal_digests_and_no_two_have_one() {
    // Two languages can have the same words to search in one file.
    let has_own = |page: &&Page| !matches!(page.ingredients, Ingredients::Search(_));
    let digests = || -> Vec<Digest> {
        pages(&demo()).iter().filter(has_own).map(|page| Digest::of_value(&page.ingredients)).collect()
    };
    let first = digests();
    assert_eq!(first, digests(), "equal values, equal digests");
    let own: BTreeSet<&Digest> = first.iter().collect();
    println!("{} pages, {} digests", first.len(), own.len());
    assert!(own.len() > 400 && own.len() == first.len(), "{} pages, {} digests", first.len(), own.len());
}

type Change<T> = (&'static str, fn(&mut T));

/// Applies each change to a copy of a value: each must give another digest than the value has, and than the others.
fn all_told_apart<T: Clone + Serialize>(kind: &str, value: &T, changes: &[Change<T>]) {
    let mut seen = BTreeMap::from([(Digest::of_value(value), "nothing changed")]);
    for (name, change) in changes {
        let mut changed = value.clone();
        change(&mut changed);
        if let Some(other) = seen.insert(Digest::of_value(&changed), name) {
            panic!("{kind}: `{name}` has the digest of `{other}`");
        }
    }
}

fn other_prose(body: &mut LinkedProse) {
    let mut prose = (*body.prose).clone();
    prose.nodes.push(Node { kind: NodeKind::Rule, span: Span::new(0, 0) });
    body.prose = Digested::of(prose);
}

fn shared_prose(body: &mut Digested<LinkedProse>) {
    let mut text = (**body).clone();
    other_prose(&mut text);
    *body = Digested::of(text);
}

macro_rules! changes {
    ($kind:ident: $($field:ident $change:expr),+ $(,)?) => {
        vec![$({
            let change: Change<Parts> = (stringify!($field), |parts| {
                if let Parts::$kind(parts) = parts {
                    #[allow(clippy::redundant_closure_call, reason = "some changes are named, some written in place")]
                    ($change)(&mut parts.$field);
                }
            });
            change
        }),+]
    };
}

fn text(text: &mut String) {
    text.push('x');
}

fn more(number: &mut usize) {
    *number += 1;
}

fn maybe(text: &mut Option<String>) {
    *text = Some(format!("{text:?}"));
}

#[track_caller]
fn fewer<T: Clone>(list: &mut Vec<T>) {
    assert!(list.pop().is_some(), "the demo has one");
}

fn subjects(subjects: &mut Digested<Vec<SubjectParts>>) {
    let mut changed = (**subjects).clone();
    changed[0].count += 1;
    *subjects = Digested::of(changed);
}

fn words(words: &mut ClauseWords) {
    shared_prose(&mut words.text);
}

fn of_reading() -> Vec<(&'static str, Vec<Change<Parts>>)> {
    vec![
        (
            "Home",
            changes!(Home: newest fewer, conferences fewer, delegations |all: &mut Vec<_>| all.swap(0, 1), clauses fewer),
        ),
        (
            "Conference",
            changes!(Conference: card |card: &mut ConferenceCard| more(&mut card.reports),
                body other_prose, days fewer, matrix |link: &mut Option<_>| *link = None, feed maybe,
                extra |value: &mut Value| *value = Value::Null),
        ),
        (
            "Day",
            changes!(Day: statements fewer, date |date: &mut Date| *date = date.plus_days(1),
            previous |link: &mut Option<_>| *link = None, moved |moved: &mut Moved| *moved = Default::default()),
        ),
        (
            "Report",
            changes!(Report: body shared_prose, authors |all: &mut Vec<String>| all.push(String::new()), statements fewer,
            key_points |all: &mut Vec<String>| all.push(String::new()), clauses fewer, extra |value: &mut Value| *value = Value::Null, next |card: &mut Option<_>| *card = None),
        ),
        ("Plain", changes!(Plain: title text, summary maybe, body other_prose)),
        ("Glossary", changes!(Glossary: terms fewer, conference |link: &mut Link| text(&mut link.href))),
    ]
}

fn of_indexes() -> Vec<(&'static str, Vec<Change<Parts>>)> {
    vec![
        (
            "Delegation",
            changes!(Delegation: name text, official maybe, lines fewer, subjects subjects, total_via more,
            shows |shows: &mut Shows| *shows = if *shows == Shows::All { Shows::Summary } else { Shows::All }),
        ),
        ("Year", changes!(Year: year |year: &mut i16| *year += 1, lines fewer, subjects subjects)),
        ("Instrument", changes!(Instrument: title text, drafts fewer, clauses fewer, note maybe, body other_prose)),
        (
            "Clause",
            changes!(Clause: id text, lines fewer, left more, total_mentions more, subjects subjects,
            texts |texts: &mut Vec<ClauseTextParts>| words(&mut texts[0].words[0].words)),
        ),
        ("Draft", changes!(Draft: intro words, title text, clauses fewer)),
        (
            "Matrix",
            changes!(Matrix: rows fewer, columns fewer, silent |names: &mut Vec<String>| names.push(String::new()), parts more),
        ),
        ("Issues", changes!(Issues: issues fewer)),
        ("Issue", changes!(Issue: id text, statements fewer, holders fewer)),
        (
            "Compare",
            changes!(Compare: changes fewer, sections fewer, shared |shared: &mut Digested<CompareShared>| {
                let mut changed = (**shared).clone();
                changed.totals.moved += 1;
                *shared = Digested::of(changed);
            }),
        ),
    ]
}

fn name(parts: &Parts) -> String {
    format!("{parts:?}").split(['(', ' ']).next().unwrap_or_default().to_owned()
}

/// The demo's years are short and have no pages of their own.
fn a_year(parts: &Parts) -> Parts {
    let Parts::Delegation(parts) = parts else { panic!("a delegation's parts") };
    Parts::Year(YearParts {
        of: Link { href: "/n/".to_owned(), text: parts.name.clone(), current: false },
        year: 2013,
        lines: parts.lines.clone(),
        subjects: parts.subjects.clone(),
        years: Vec::new(),
        parts: Vec::new(),
    })
}

#[test]
fn a_change_of_what_a_machine_reads_is_another_digest() {
    let pages = pages(&demo());
    let feed = pages.iter().find(|page| matches!(page.ingredients, Ingredients::Feed(_))).expect("a feed");
    all_told_apart(
        "feed",
        &feed.ingredients,
        &[
            ("the newest report's text", |feed| {
                let Ingredients::Feed(feed) = feed else { return };
                let report = feed.entries.iter_mut().find_map(|entry| match entry {
                    FeedItem::Report(report) => Some(report),
                    FeedItem::Moved { .. } => None,
                });
                shared_prose(&mut report.expect("a report in the feed").body);
            }),
            ("one entry less", |feed| {
                let Ingredients::Feed(feed) = feed else { return };
                fewer(&mut feed.entries);
            }),
        ],
    );
    let map = pages.iter().find(|page| matches!(page.ingredients, Ingredients::Map(_))).expect("a map");
    all_told_apart(
        "map",
        &map.ingredients,
        &[("a statement more", |map| {
            let Ingredients::Map(map) = map else { return };
            map.countries[0].2 += 1;
        })],
    );
}

#[test]
fn a_change_of_a_pages_ingredients_is_another_digest() {
    let pages = pages(&demo());
    let mut kinds = BTreeMap::new();
    let framed = pages.iter().filter_map(|page| match &page.ingredients {
        Ingredients::Framed(head, parts) => Some((head, parts)),
        _ => None,
    });
    for (head, parts) in framed {
        let size = format!("{parts:?}").len();
        let largest = kinds.entry(name(parts)).or_insert((size, head, parts));
        if largest.0 < size {
            *largest = (size, head, parts);
        }
    }
    let year = a_year(kinds["Delegation"].2);
    kinds.insert("Year".to_owned(), (0, kinds["Delegation"].1, &year));
    let told: Vec<_> = of_reading().into_iter().chain(of_indexes()).collect();
    for (kind, changes) in &told {
        let (_, _, parts) = kinds.get(*kind).unwrap_or_else(|| panic!("the demo has no {kind}"));
        all_told_apart(kind, *parts, changes);
    }
    let mut untold: Vec<&str> = kinds.keys().map(String::as_str).collect();
    untold.retain(|kind| told.iter().all(|(known, _)| known != kind));
    // Lists of lines, a page that shows nothing of its own, and two that are made of digests and addresses.
    assert_eq!(untold, ["Clauses", "Delegations", "NotFound", "Print", "Search"]);
    let (_, head, _) = kinds["Report"];
    all_told_apart(
        "head",
        head,
        &[
            ("title", |head| text(&mut head.title)),
            ("crumbs", |head| fewer(&mut head.crumbs)),
            ("translations", |head| fewer(&mut head.translations)),
            ("languages", |head| head.languages = Some(vec![String::new()])),
            ("site", |head| {
                let mut site = (*head.site).clone();
                site.assets.insert("plenary.css".to_owned(), String::new());
                head.site = Digested::of(site);
            }),
        ],
    );
}

/// A page's key has the closure of the template that the page is rendered by, and of no other.
#[test]
fn a_page_names_the_template_that_its_view_names() {
    let mut framed = 0;
    for (page, view) in build::pages(&demo(), &options()) {
        if let Ingredients::Framed(_, parts) = &page.ingredients {
            assert_eq!(Some(parts.template()), view.template(), "{}", page.route);
            framed += 1;
        }
    }
    assert!(framed > 400, "{framed} pages");
}
